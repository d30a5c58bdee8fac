from __future__ import annotations

import importlib.util
import inspect
import re
import signal
import sys
import time
from pathlib import Path

import pytest

import summarize.errors
from summarize.errors import SummarizeError
from summarize.evidence import syntax
from summarize.testing import FakeServer, Reply, Request
from tests.engines.model.answers import is_probe

from .commands import CUP, FIRE, FIRE_TITLE, errors, process, run


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["summary"], "error: no such command"),
        (["brief", FIRE, "--colour"], "error: no such option"),
        (["brief", FIRE, "--format", "pdf"], "'pdf'"),
        (["brief", FIRE, "--nlp", "maybe"], "'maybe'"),
        (["brief", FIRE, "--published", "soon"], "--published takes an ISO date such as 2025-11-29, not 'soon'"),
        (["brief", FIRE, "--published", "2025-11-31"], "--published takes an ISO date"),
        (["brief", FIRE, CUP, "--format", "html"], "several HTML pages do not fit one file"),
        (["brief", FIRE, "-o", "no/such/folder/card.md"], "there is no folder no/such/folder"),
        (["schema", "cards"], "'cards'"),
        (["daily", FIRE, "--date", "2026-13-40"], "--date takes an ISO date"),
        (["daily", FIRE, "--zone", "Mars/Base"], "--zone is 'Mars/Base': it takes the name of a time zone"),
        (["daily", FIRE, "--store", "no/such/folder/store.sqlite3"], "there is no folder no/such/folder"),
        (["daily", FIRE, "--site-url", "room"], "--site-url is 'room'"),
    ],
)
def test_usage_is_2(arguments: list[str], says: str) -> None:
    """A command that cannot work as called exits 2 and says why; nothing is printed on stdout."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_a_wrong_date_stops_all_articles() -> None:
    """What is wrong for every article is said once, not once for each."""
    result = run("brief", FIRE, CUP, "--published", "soon")
    assert result.exit_code == 2
    assert len(errors(result.stderr)) == 1


def test_wrong_variable_is_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable with a value it does not take exits 3 and names the variable."""
    monkeypatch.setenv("SUMMARIZE_NLP", "maybe")
    result = run("brief", FIRE)
    assert result.exit_code == 3
    assert errors(result.stderr) == ["error: SUMMARIZE_NLP is 'maybe': it takes auto, on or off"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('nlp = "sometimes"', "nlp in summarize.toml is 'sometimes'"),
        ("speed = 3", "unknown setting 'speed'"),
        ("nlp = ", "cannot be read"),
    ],
)
def test_wrong_settings_file_is_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, says: str) -> None:
    """A settings file that is wrong exits 3, whatever is wrong about it."""
    (tmp_path / "summarize.toml").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SUMMARIZE_NLP")
    result = run("brief", FIRE)
    assert result.exit_code == 3
    (line,) = errors(result.stderr)
    assert says in line


def test_flag_before_variable_before_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The flag counts before the variable, and the variable before the file."""
    (tmp_path / "summarize.toml").write_text('nlp = "sometimes"', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("brief", FIRE).exit_code == 0
    monkeypatch.setenv("SUMMARIZE_NLP", "maybe")
    assert run("brief", FIRE, "--nlp", "off").exit_code == 0


def test_missing_model_is_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for the NLP model where it is not installed exits 3 and says what to install."""
    syntax.load.cache_clear()  # another test may have loaded it in this process
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name, _package=None: None)
    result = run("brief", FIRE, "--nlp", "on")
    assert result.exit_code == 3
    (line,) = errors(result.stderr)
    assert "pip install 'summarize[nlp]'" in line


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "does not exist"),
        (b"", "is empty"),
        (b" \n\n\t\n", "is empty"),
        (b"\x00\x01\x02\x03" * 50, "binary data"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b"Hello there.", "holds no article"),
        (b"word " * 2_000_001, "10,000,000"),
        ("wörter " * 300_000, "2,000,000"),
    ],
    ids=["missing", "empty", "blank", "binary", "PDF", "PNG", "three words", "too many bytes", "too many characters"],
)
@pytest.mark.parametrize("command", ["brief", "evidence"])
def test_unreadable_article_is_4(tmp_path: Path, command: str, content: bytes | str | None, says: str) -> None:
    """What is no article exits 4 with one line that says what it is; nothing is printed on stdout."""
    path = tmp_path / "article.txt"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = run(command, str(path))
    assert result.exit_code == 4
    (line,) = errors(result.stderr)
    assert line.startswith("error: ")
    assert "article.txt" in line
    assert says in line
    assert result.stdout == ""


@pytest.mark.parametrize("content", [b"\xff\xfe\x00garbage", b"garbage", b"", b"\x00\x01\x02\x03" * 50])
def test_what_is_called_a_pdf_and_is_none(tmp_path: Path, content: bytes) -> None:
    """Of a file called .pdf that holds no article the line says that it is no PDF; a text that is called so is read."""
    path = tmp_path / "Quay.PDF"
    path.write_bytes(content)
    result = run("brief", str(path))
    assert result.exit_code == 4
    (line,) = errors(result.stderr)
    assert "Quay.PDF is no PDF" in line
    path.write_bytes(Path(FIRE).read_bytes())
    assert run("brief", str(path)).exit_code == 0


def test_a_store_in_a_folder_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder is made for a store that a variable names: it may be misspelt, and the days before would be forgotten without a word."""
    monkeypatch.setenv("SUMMARIZE_STORE", str(tmp_path / "dayly" / "store.sqlite3"))
    result = run("daily", FIRE, "--date", "2026-11-21")
    assert result.exit_code == 3
    (line,) = errors(result.stderr)
    assert "there is no folder" in line
    assert not (tmp_path / "dayly").exists()


def test_folder_is_4(tmp_path: Path) -> None:
    """A folder in place of an article exits 4 and says what to name instead."""
    result = run("brief", str(tmp_path))
    assert result.exit_code == 4
    assert "is a folder" in result.stderr


def test_one_unreadable_article_does_not_stop_the_others(tmp_path: Path) -> None:
    """The other cards are printed in order, the missing article is reported, and the exit code is its."""
    result = run("brief", FIRE, str(tmp_path / "missing.txt"), CUP, "--format", "json")
    assert result.exit_code == 4
    assert result.stdout.count("\n") == 2
    assert FIRE_TITLE in result.stdout.splitlines()[0]
    (line,) = errors(result.stderr)
    assert line.endswith("missing.txt does not exist")


def test_hostile_name_prints_no_escape() -> None:
    """A path with control characters reaches the terminal without them."""
    result = run("brief", "\x1b]0;owned\x07\x1b[31mred\u202e.txt")
    assert result.exit_code == 4
    assert not set(result.stderr) & set("\x1b\x07\u202e")


def test_rejection_with_strict_is_6(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --strict a card with a rejection is still printed, the rejection is told, and the exit code is 6; without it, 0."""
    from summarize.card import Card, Rejection
    from summarize.pipeline import Pipeline

    made = Pipeline.acard

    async def with_rejection(self: Pipeline, article: summarize.Article) -> Card:
        rejection = Rejection(field="what", value="Two died.", reason="the article says three")
        return (await made(self, article)).model_copy(update={"rejected": (rejection,)})

    monkeypatch.setattr(Pipeline, "acard", with_rejection)
    assert run("brief", FIRE).exit_code == 0
    result = run("brief", FIRE, "--strict")
    assert result.exit_code == 6
    assert FIRE_TITLE in result.stdout
    (line,) = errors(result.stderr)
    assert line.endswith("1 rejected; the first: what: Two died.: the article says three")


def test_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected exception is not dressed up as an expected one."""

    async def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("summarize.pipeline.Pipeline.acard", broken)
    assert isinstance(run("brief", FIRE).exception, ZeroDivisionError)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_interrupt_is_130() -> None:
    """Ctrl-C during a run exits 130 without a traceback, and says how many cards there are."""
    running = process("brief", *[FIRE] * 2000)
    assert running.stderr is not None
    assert running.stdout is not None
    assert running.stderr.readline().startswith("note: ")
    running.stdout.readline()  # the first card is out: the run is under way
    running.send_signal(signal.SIGINT)
    _, stderr = running.communicate(timeout=600)
    assert running.returncode == 130
    assert "Traceback" not in stderr
    assert "note: stopped after " in stderr


def test_interrupt_while_starting_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the program is still importing exits 130 too."""
    import summarize.cli
    import summarize.cli.app

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(summarize.cli.app, "app", interrupted)
    monkeypatch.setattr("summarize.compiling.remember", lambda _: None)  # this process goes on with other tests
    with pytest.raises(SystemExit) as exit_:
        summarize.cli.main()
    assert exit_.value.code == 130


def test_error_tree_states_the_codes() -> None:
    """The tree at the top of errors.py lists every error with the exit code it has."""
    listed = dict(re.findall(r"(\w+Error)\s+(\d)", summarize.errors.__doc__ or ""))
    classes = {
        name: item
        for name, item in inspect.getmembers(summarize.errors, inspect.isclass)
        if issubclass(item, SummarizeError)
    }
    assert listed == {name: str(item.exit_code) for name, item in classes.items()}


@pytest.mark.parametrize("command", ["brief", "evidence"])
def test_what_is_piped_in_is_read_where_nothing_is_named(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that is piped in needs no `-`; an empty pipe is an article that cannot be read; at a terminal a source has to be named."""
    assert run(command, stdin=Path(FIRE).read_bytes()).exit_code == 0
    assert run(command, stdin=b"").exit_code == 4
    monkeypatch.setattr("summarize.cli.options.is_piped", lambda: False)
    asked = run(command)
    assert asked.exit_code == 2
    assert "name a file, a folder or an address" in asked.stderr


def test_the_first_of_the_sources_gives_the_code() -> None:
    """Sources are read ahead while a model drafts: the exit code is still that of the first in their order, and not of the first that was told."""

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        time.sleep(1.0)  # later articles are read meanwhile, and fail first
        return Reply(status=400, error={"message": "no such thing here"})

    with FakeServer(script) as server:
        done = run("brief", FIRE, "nowhere.txt", "--model", "m", "--base-url", server.base_url, "--set", "patience=0")
    first, second = errors(done.stderr)
    assert (first.startswith("error: nowhere.txt"), done.exit_code) == (True, 5), (first, second)
