"""Rules of how an extra is said to be added: by the tool that made the environment, and without losing anything."""

from __future__ import annotations

import importlib.metadata
import json
import shlex
import tomllib
from pathlib import Path

import pytest

from summarize import installing
from summarize.evidence.official import model_table
from summarize.evidence.persons import languages_with_models
from summarize.installing import EXTRAS, install_command, missing


@pytest.fixture(autouse=True)
def only_web(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the extras `web` is installed, and pip is not; the program came from an index."""
    monkeypatch.setattr(installing, "find_spec", lambda package: object() if package == EXTRAS["web"] else None)
    _from_where(monkeypatch, None)


def _from_where(monkeypatch: pytest.MonkeyPatch, told: object) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            return json.dumps(told) if told is not None and name == "direct_url.json" else None

    monkeypatch.setattr(importlib.metadata, "distribution", lambda _: Installed())


def test_pip_adds_what_the_extra_needs(tmp_path: Path) -> None:
    """In an environment of the user's own pip is asked for the extra alone: it leaves what is there."""
    assert install_command("nlp", tmp_path) == "pip install 'summarize[nlp]'"
    assert str(missing("reading a page", "web")).startswith("reading a page: ")


def test_environments_of_uv_have_no_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where uv made the environment and put no pip into it, uv is named: the pip on the path would install elsewhere."""
    (tmp_path / "pyvenv.cfg").write_text("home = /usr/bin\nuv = 0.9.1\n", encoding="utf-8")
    assert install_command("nlp", tmp_path) == "uv pip install 'summarize[nlp]'"
    monkeypatch.setattr(installing, "find_spec", lambda _: object())
    assert install_command("nlp", tmp_path) == "pip install 'summarize[nlp]'"


def test_what_is_damaged_comes_again_from_where_it_came(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there and damaged is installed once more by the tool of the environment; the program comes with it, never another by its name."""
    assert install_command("nlp", tmp_path, again=True) == "pip install --force-reinstall 'summarize[nlp]'"
    _from_where(monkeypatch, {"url": "file:///home/ann/summarize", "dir_info": {}})
    program = "'summarize[nlp] @ file:///home/ann/summarize'"
    assert install_command("nlp", tmp_path, again=True) == f"pip install --force-reinstall {program}"
    (tmp_path / "pyvenv.cfg").write_text("uv = 0.9.1\n", encoding="utf-8")
    assert install_command("nlp", tmp_path, again=True) == f"uv pip install --reinstall {program}"
    program = "'summarize[nlp,web] @ file:///home/ann/summarize'"
    (tmp_path / "pipx_metadata.json").touch()
    assert install_command("nlp", tmp_path, again=True) == f"pipx install --force {program}"
    (tmp_path / "uv-receipt.toml").touch()
    assert install_command("nlp", tmp_path, again=True) == f"uv tool install --reinstall {program}"


@pytest.mark.parametrize(
    "told",
    [
        {"url": "https://example.org/s", "vcs_info": {"vcs": "git", "requested_revision": "v1", "commit_id": "0ab1"}},
        {"url": "https://example.org/s.zip", "archive_info": {}},
    ],
    ids=["repository", "archive"],
)
def test_a_folder_of_a_source_is_named(
    told: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the program is a folder of a repository or archive, the command installs it from that folder."""
    (tmp_path / "uv-receipt.toml").touch()
    _from_where(monkeypatch, told)
    whole = install_command("nlp", tmp_path)
    _from_where(monkeypatch, told | {"subdirectory": "tools/summarize"})
    assert shlex.split(install_command("nlp", tmp_path))[-1] == f"{shlex.split(whole)[-1]}#subdirectory=tools/summarize"


@pytest.mark.parametrize(
    ("left", "command"), [("uv-receipt.toml", "uv tool install"), ("pipx_metadata.json", "pipx install --force")]
)
def test_tools_make_their_environment_anew(
    left: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where uv or pipx installed it as a program, the command names the extras that are there too, and where the program came from."""
    (tmp_path / left).touch()
    assert install_command("nlp", tmp_path) == f"{command} 'summarize[nlp,web]'"
    assert install_command("web", tmp_path) == f"{command} 'summarize[web]'"
    _from_where(monkeypatch, {"url": "file:///home/ann/my%20wheels/summarize.whl", "archive_info": {}})
    assert (
        shlex.split(install_command("nlp", tmp_path))[-1]
        == "summarize[nlp,web] @ file:///home/ann/my%20wheels/summarize.whl"
    )
    _from_where(monkeypatch, {"url": "https://example.org/s", "vcs_info": {"vcs": "git", "commit_id": "0ab1"}})
    assert shlex.split(install_command("nlp", tmp_path))[-1] == "summarize[nlp,web] @ git+https://example.org/s@0ab1"


def test_models_are_told_by_extras_that_are_there() -> None:
    """The model of each language says which extra installs it, so that a damaged one is told with the right command."""
    for language in ["en", *languages_with_models()]:
        assert model_table(language).extra in EXTRAS


def test_every_extra_is_known() -> None:
    """Each extra of the package is one that is told of, by a package that it installs."""
    with (Path(__file__).parent.parent / "pyproject.toml").open("rb") as file:
        assert set(tomllib.load(file)["project"]["optional-dependencies"]) == set(EXTRAS)
