"""What installed packages bring: the example of docs/extending.md at work, and plugins that do not work."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from summarize import Article, Pipeline, Settings, plugins
from summarize.daily.day import card_key
from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation.runs import store
from summarize.languages import packs
from tests.forked import Forked, forking

ROOT = Path(__file__).parent.parent
FIRE = str(ROOT / "seeds" / "harbour-fire.txt")
FINNISH = (
    "Helsinki, 3.3.2026. Pormestari tapasi prof. Virtasen eilen kaupungintalolla. Hän sanoi, että silta avataan uudelleen "
    "liikenteelle ensi viikolla. Kaupunki maksaa työt, ja ne kestävät kaksi kuukautta.\n"
)


def install(folder: Path, name: str, version: str, points: Mapping[str, Mapping[str, str]]) -> None:
    """Put the metadata of an installed package into a folder."""
    metadata = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    written = (
        f"[{group}]\n" + "".join(f"{point} = {value}\n" for point, value in of_it.items())
        for group, of_it in points.items()
    )
    (metadata / "entry_points.txt").write_text("\n".join(written))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the package of docs/extending.md was installed, without the network."""
    source, folder = tmp_path_factory.mktemp("package"), tmp_path_factory.mktemp("site")
    blocks = re.findall(
        r"^```\w+\n# (\S+)\n(.*?)^```$",
        (ROOT / "docs" / "extending.md").read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    for name, content in blocks:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(content, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
    ]
    done = subprocess.run(
        [*command, "--target", str(folder), str(source)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


_PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
sys.argv = ["summarize", *sys.argv[2:]]
from summarize.cli import main
main()
"""


class Program:
    """Runs commands in processes of their own, to which what is in a folder is installed."""

    def __init__(self, forked: Forked) -> None:
        self._forked = forked

    def run(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What comes of a command."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SUMMARIZE_NLP", "off")
            return self._forked.run(_PROGRAM, str(folder), *arguments)

    def done(self, folder: Path, *arguments: str) -> str:
        """What a command that works prints."""
        found = self.run(folder, *arguments)
        assert found.returncode == 0, found.stderr
        return found.stdout


@pytest.fixture(scope="module")
def program() -> Iterator[Program]:
    """What `brief` takes is imported, before there is any plugin."""
    with forking("summarize.cli.brief", "summarize.engines.extractive", "summarize.pipeline") as forked:
        yield Program(forked)


def test_an_engine(program: Program, example: Path) -> None:
    """`--engine NAME` drafts with the plugin, the card and the notice on stderr say so, and doctor names its package."""
    found = program.run(example, "brief", FIRE, "--engine", "short", "--format", "json")
    card = json.loads(found.stdout)
    assert (card["provenance"]["engine"], len(card["what"]), card["background"]) == ("short", 1, [])
    assert "note: engine short, " in found.stderr
    assert "short, of summarize-example 1.2" in program.done(example, "doctor", "--engine", "short")


def test_a_renderer(program: Program, example: Path, tmp_path: Path) -> None:
    """`--format NAME` writes what the plugin makes, to stdout and into a folder, where its name is the ending."""
    shown = program.done(example, "brief", FIRE, "--format", "slip")
    assert re.search(r"^A fire tore through [^\n]* \[\d+–\d+\]$", shown, re.MULTILINE)
    program.done(example, "brief", FIRE, "--format", "slip", "-o", f"{tmp_path}/")
    assert (tmp_path / "harbour-fire.slip").read_text(encoding="utf-8") == shown


def test_a_kind_of_source(program: Program, example: Path, tmp_path: Path) -> None:
    """A file with the plugin's ending is read by it, by its name and in a folder; what it refuses is an article that cannot be read."""
    path = tmp_path / "bridge.wire"
    path.write_text("Bridge open\n===\nThe footbridge reopened on Tuesday, the council said.\n", encoding="utf-8")
    for source in (str(path), str(tmp_path)):
        card = json.loads(program.done(example, "brief", source, "--format", "json"))
        assert card["article"]["title"] == "Bridge open"
    path.write_text("Bridge open\n", encoding="utf-8")
    refused = program.run(example, "brief", str(path))
    assert (refused.returncode, "no line of ===" in refused.stderr) == (4, True)


def test_a_language(program: Program, example: Path, tmp_path: Path) -> None:
    """A sentence goes on behind a short form that only the plugin's table lists."""
    path = tmp_path / "silta.txt"
    path.write_text(FINNISH, encoding="utf-8")
    with_pack, without = (program.done(folder, "evidence", str(path)) for folder in (example, tmp_path))
    assert "tapasi prof. Virtasen eilen" in with_pack
    assert "tapasi prof. Virtasen eilen" not in without


def test_the_examples_of_the_language(example: Path) -> None:
    """The pattern of the docs matches its example, and not its counter-example."""
    (row,) = tomllib.loads((example / "summarize_example/finnish/insets.toml").read_text(encoding="utf-8"))["inset"]
    assert re.search(row["pattern"], row["example"])
    assert not re.search(row["pattern"], row["counter_example"])


def test_a_measure(program: Program, example: Path, tmp_path: Path) -> None:
    """`evals run` scores a card by the plugin's measure and shows it among all measures."""
    gold = ["--gold", str(ROOT / "evals" / "gold"), "harbour-fire"]
    shown = program.done(
        example, "evals", "run", *gold, "--engine", "extractive", "--all", "-o", str(tmp_path / "run.json")
    )
    assert re.search(r"^\| quotes +\| short +\| +1\.000", shown, re.MULTILINE)
    assert '"quotes.short"' in (tmp_path / "run.json").read_text(encoding="utf-8")


BROKEN = {
    "no_such_module": ("absent:make", None, "ModuleNotFoundError"),
    "no_such_name": ("broken:make", "", "AttributeError"),
    "syntax": ("broken:make", "def", "SyntaxError"),
    "at_import": ("broken:make", "1 / 0", "ZeroDivisionError"),
    "ends_at_import": ("broken:make", "raise SystemExit(5)", "SystemExit: 5"),
    "no_function": ("broken:make", "make = 3", "a function of"),
    "something_else": ("broken:make", "def make(given): return 3", "a function of"),
}


@pytest.mark.parametrize(
    ("group", "option", "case"),
    [*(("engines", "--engine", case) for case in BROKEN), ("renderers", "--format", "something_else")],
)
def test_a_plugin_that_does_not_work(program: Program, tmp_path: Path, group: str, option: str, case: str) -> None:
    """One line that names the package, and exit code 3."""
    value, code, told = BROKEN[case]
    if code is not None:
        (tmp_path / "broken.py").write_text(code)
    install(tmp_path, "some-package", "0.1", {f"summarize.{group}": {"odd": value}})
    found = program.run(tmp_path, "brief", FIRE, option, "odd")
    assert found.returncode == 3
    error = found.stderr.splitlines()[-1]
    assert error.startswith("error: some-package: 'odd'")
    assert told in error
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(("group", "name"), [("sources", "wire"), ("languages", "fi"), ("measures", "who.odd")])
def test_a_plugin_of_another_group_that_does_not_work(program: Program, tmp_path: Path, group: str, name: str) -> None:
    """The same of a file's kind, a language and a measure, of which a number is none."""
    (tmp_path / "broken.py").write_text("make = 3")
    install(tmp_path, "some-package", "0.1", {f"summarize.{group}": {name: "broken:make"}})
    path = tmp_path / ("a.wire" if group == "sources" else "a.txt")
    path.write_text(FINNISH, encoding="utf-8")
    gold = ["--gold", str(ROOT / "evals" / "gold"), "harbour-fire"]
    command = ["evals", "run", "--engine", "extractive", *gold] if group == "measures" else ["brief", str(path)]
    found = program.run(tmp_path, *command)
    assert found.returncode == 3
    assert f"some-package: {name!r} of summarize.{group}" in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("abbreviations", '[word]\nabbreviations = "prof"', "words: a table of lists of words is needed"),
        ("abbreviations", '[words]\nabbreviation = "prof"', "words: the list `abbreviations` is needed"),
        ("insets", "[[inset]]\npattern = '('\nexample = ''\ncounter_example = ''", "pattern: not a regular expression"),
        ("basics", "[dates]\nlast = 3", "last: a string is needed"),
        ("basics", "[dates", "fi/basics.toml: "),
        ("labels", "[labels]\n[counted]", "labels: there is no row for"),
    ],
)
def test_a_language_whose_tables_are_wrong(program: Program, tmp_path: Path, file: str, text: str, told: str) -> None:
    """A table that a package brings and that cannot be read is told in one line with its package, file and key, and exit code 3."""
    pack = tmp_path / "finnish"
    pack.mkdir()
    (pack / "__init__.py").touch()
    (pack / f"{file}.toml").write_text(text, encoding="utf-8")
    install(tmp_path, "some-package", "0.1", {"summarize.languages": {"fi": "finnish"}})
    path = tmp_path / "a.txt"
    path.write_text(FINNISH + "”Silta on turvallinen”, hän sanoi.\n", encoding="utf-8")
    found = program.run(tmp_path, "brief", str(path))
    error = found.stderr.splitlines()[-1]
    assert error.startswith("error: ")
    assert f"some-package 0.1: fi/{file}.toml" in error
    assert told in error
    assert found.returncode == 3
    assert "Traceback" not in found.stderr


def test_a_language_that_is_no_package(program: Program, tmp_path: Path) -> None:
    """A module by itself has no folder of tables: what lies beside it belongs to others, and is not read for them."""
    (tmp_path / "lone.py").touch()
    install(tmp_path, "some-package", "0.1", {"summarize.languages": {"fi": "lone"}})
    path = tmp_path / "a.txt"
    path.write_text(FINNISH, encoding="utf-8")
    found = program.run(tmp_path, "brief", str(path))
    assert (found.returncode, "'fi' of summarize.languages is no package" in found.stderr) == (3, True)


def test_two_packages_with_one_name(program: Program, tmp_path: Path) -> None:
    """Neither is taken; the message names both."""
    for name in ("one", "other"):
        install(tmp_path, name, "0.1", {"summarize.engines": {"odd": "broken:make"}})
    found = program.run(tmp_path, "brief", FIRE, "--engine", "odd")
    assert (found.returncode, "one and other: 'odd'" in found.stderr) == (3, True)


@pytest.mark.parametrize("option", ["--engine", "--format"])
def test_a_name_that_nobody_brings(program: Program, example: Path, option: str) -> None:
    """A wrong name is an error of usage; the message names what there is, installed plugins included."""
    found = program.run(example, "brief", FIRE, option, "none-such")
    assert found.returncode == 2
    assert ("short" if option == "--engine" else "slip") in " ".join(found.stderr.split())


def test_built_in_names_look_for_no_plugin(program: Program, tmp_path: Path) -> None:
    """A plugin cannot take a built-in name, and is not even imported."""
    (tmp_path / "broken.py").write_text("raise SystemExit(99)")
    points = {"engines": "extractive", "renderers": "markdown", "sources": "txt", "languages": "en"}
    install(
        tmp_path, "some-package", "0.1", {f"summarize.{group}": {name: "broken:make"} for group, name in points.items()}
    )
    plain = tmp_path / "plain"
    plain.mkdir()
    arguments = ("brief", FIRE, "--engine", "extractive", "--format", "markdown")
    shown, without = (program.done(folder, *arguments) for folder in (tmp_path, plain))
    assert re.sub(r"made .*", "", shown) == re.sub(r"made .*", "", without)


def forget() -> None:
    """Have plugins looked for anew."""
    for held in (plugins._entries, plugins._load_plugin, packs._pack):
        held.cache_clear()


@pytest.mark.parametrize(("group", "name"), [("engines", "odd"), ("languages", "fi")])
def test_what_is_kept_depends_on_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, group: str, name: str
) -> None:
    """A card that is remembered is not that of another version of the engine, or of the language's tables; nor are findings."""
    article = Article(id="x", source="-", text=FINNISH, language="fi")
    pipeline = Pipeline(ExtractiveEngine(), None)
    keys = set()
    for version in ("1", "2"):
        folder = tmp_path / version
        folder.mkdir()
        install(folder, "some-package", version, {f"summarize.{group}": {name: "json"}})
        with monkeypatch.context() as patch:
            patch.syspath_prepend(folder)
            forget()
            keys.add(
                (
                    card_key(article, pipeline, Settings(engine="odd")),
                    store._key(article, None) if group == "languages" else version,
                )
            )
    forget()
    assert len({key for key, _ in keys}) == len({kept for _, kept in keys}) == 2
