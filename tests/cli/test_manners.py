"""Rules of `--quiet`, `--verbose` and `--color`: options of the program that stand before a command's name or after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.cli.manners import MANNERS, is_colored
from summarize.cli.reference import reference
from tests.batch.articles import write_articles
from tests.cli.commands import FIRE, run
from tests.cli.terminal import on_terminal


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [("--quiet", "brief", FIRE), ("brief", FIRE, "--quiet"), ("-q", "brief", FIRE), ("brief", "-q", FIRE)],
    ids=["before", "after", "short before", "between"],
)
def test_quiet(arguments: tuple[str, ...]) -> None:
    """Nothing stands on stderr of a run in which nothing goes wrong, and the card is the same."""
    quiet, usual = run(*arguments), run("brief", FIRE)
    assert (quiet.exit_code, quiet.stderr) == (0, "")
    assert usual.stderr.startswith("note: ")
    assert len(quiet.stdout) == len(usual.stdout)


def test_quiet_keeps_errors_and_warnings() -> None:
    """What went wrong is told, and what is not as it was asked for."""
    failed = run("brief", "nowhere.txt", "-q")
    assert (failed.exit_code, failed.stderr.startswith("error: nowhere.txt")) == (4, True)
    day = run("daily", FIRE, "--date", "2025-11-29", "--store", "none", "--new", "-q")
    assert [line.split(":")[0] for line in day.stderr.splitlines()] == ["warning"]


@pytest.mark.parametrize(
    "arguments",
    [("--color", "often", "brief", FIRE), ("brief", FIRE, "--color", "often"), ("evals", "run", "--color", "often")],
)
def test_a_wrong_value_is_told_in_plain_words(arguments: tuple[str, ...]) -> None:
    """What is wrong with an option is told without the words of the library that found it."""
    done = run(*arguments)
    assert done.exit_code == 2
    [line] = done.stderr.splitlines()
    assert line.startswith("error: invalid value for '--color': 'often' is not one of 'auto', 'always', 'never'; `")


def test_verbose_tells_what_is_done() -> None:
    """What is in force, each file as it is read, and each card with engine and seconds, have a line; they do not where nobody asks."""
    write_articles(Path("a.jsonl"), 2)
    Path("summarize.toml").write_text("window = 9000\n", encoding="utf-8")
    usual, said = run("brief", "a.jsonl").stderr, run("brief", "a.jsonl", "-v").stderr
    for words in (
        f"note: settings: {Path('summarize.toml').resolve()}; ", "set by SUMMARIZE_NLP, window in summarize.toml",
        "note: read a.jsonl#1: ", "characters, published 2026-03-03, language en", "note: card of a.jsonl#2 by extractive in ",
    ):  # fmt: skip
        assert words in said
        assert words not in usual


@pytest.mark.parametrize(("first", "second", "told"), [("-q", "-v", True), ("-v", "-q", False)])
def test_the_last_word_counts(first: str, second: str, told: bool) -> None:
    """Of quiet and verbose the one that is said last holds."""
    assert bool(run(first, "brief", FIRE, second).stderr) is told


def test_one_command_line_says_nothing_for_the_next() -> None:
    """What a command line says holds for itself."""
    run("-q", "--color", "always", "brief", FIRE)
    assert run("brief", FIRE).stderr
    assert MANNERS.color == "auto"


def test_every_command_takes_them() -> None:
    """Each command's help lists them, and groups of commands take them before the command's name."""
    for section in reference().split("\n## ")[1:]:
        for option in ("-q, --quiet", "-v, --verbose", "--color WHEN"):
            assert option in section, section.partition("\n")[0]
    for program in (("evals",), ("batch",), ()):
        assert run(*program, "--quiet", "--color", "never", "--help").exit_code == 0


def test_before_the_sources_of_a_batch() -> None:
    """`batch` takes sources without a command's name, and options before both."""
    write_articles(Path("a.jsonl"), 2)
    made = run("batch", "-q", "--color=never", "a.jsonl", "-o", "out", "--processes", "1")
    assert (made.exit_code, made.stderr) == (0, "")
    assert "2 of 2 cards made" in run("batch", "--color", "never", "-v", "status", "out").stdout


@pytest.mark.parametrize(
    ("option", "environment", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_what_decides_on_colors(
    option: str, environment: dict[str, str], terminal: bool, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option, then NO_COLOR, then FORCE_COLOR, then the kind of terminal, then whether there is one."""

    class Stream:
        def isatty(self) -> bool:
            return terminal

    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(MANNERS, "color", option)
    assert is_colored(Stream()) is expected  # type: ignore[arg-type] # all that is asked of it


def test_colors_for_a_pager() -> None:
    """`--color always` gives a card its colours in a pipe, too, and Markdown none."""
    assert "\x1b[" in run("brief", FIRE, "--format", "terminal", "--color", "always").stdout
    assert "\x1b[" not in run("brief", FIRE, "--color", "always").stdout
    assert run("brief", FIRE, "--color", "sometimes").exit_code == 2


@pytest.mark.parametrize("columns", [80, 160])
@pytest.mark.parametrize("color", ["auto", "never"])
def test_a_card_fits_the_terminal(columns: int, color: str) -> None:
    """On a terminal a card has colours unless told otherwise, and no line is wider than it."""
    seen = on_terminal("brief", FIRE, "-q", "--color", color, columns=columns, alone=False, after=60)
    assert bool("\x1b[3" in seen.raw or "\x1b[1;3" in seen.raw) is (color == "auto")
    assert 60 < max(map(len, seen.screens[-1].splitlines())) <= columns
