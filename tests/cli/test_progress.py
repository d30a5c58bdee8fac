"""Rules of what a long run shows of itself: a line on a terminal, which is gone at the end, and nothing anywhere else."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarize.cli import progress
from summarize.cli.progress import ProgressLine
from tests.batch.articles import write_articles
from tests.cli.commands import run
from tests.cli.terminal import GO, Seen, on_terminal, resize

LINE = re.compile(r"^cards +[━╸╺ ]+ (\d+) of (\d+), ([\d.]+/s, \d+ s left|\d+ s)", re.MULTILINE)
BAR = "━"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_STORE", "none")


def articles(count: int) -> None:
    """A folder of articles, each a file."""
    write_articles(Path("all.jsonl"), count)
    folder = Path("day")
    folder.mkdir()
    for number, line in enumerate(Path("all.jsonl").read_text(encoding="utf-8").splitlines()):
        (folder / f"{number:03}.json").write_text(line, encoding="utf-8")


COMMANDS = {
    "brief": ("brief", "day", "--format", "json"),
    "daily": ("daily", "day", "--date", "2026-03-14", "--days", "31"),
    "batch": ("batch", "day", "-o", "out", "--processes", "1"),
}


def test_a_folder_of_other_cards_counts_these_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder has cards of other sources, what is shown is of these: never more than all, nor less than no time left."""
    shown: list[tuple[int, int | None]] = []
    step = ProgressLine.step

    def stepped(line: ProgressLine, **how: bool) -> None:
        step(line, **how)
        shown.append((line.done, line.total))

    monkeypatch.setattr(ProgressLine, "step", stepped)
    for name, count in (("a", 9), ("b", 3)):
        Path(name).mkdir()
        for number in range(count):
            Path(name, f"{number}.txt").write_text(
                f"LEEDS - Bridge {name}{number} reopened on Tuesday, the council said.\n", encoding="utf-8"
            )
        assert run("batch", name, "-o", "out", "--processes", "1", "--nlp", "off").exit_code == 0
    assert shown[9:] == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(("command", "columns"), [("brief", 80), ("daily", 80), ("batch", 80), ("brief", 160)])
def test_a_terminal_shows_how_far_a_run_is(command: str, columns: int) -> None:
    """Count, rate and time left stand on one line of the terminal while cards are made, and no trace of it is there at the end."""
    articles(30)
    seen = on_terminal(*COMMANDS[command], columns=columns)
    assert seen.returncode == 0, seen.raw
    shown = [LINE.search(screen) for screen in seen.screens]
    assert any(found and found[2] == "30" and "left" in found[3] for found in shown), seen.raw
    assert all(sum(BAR in line for line in screen.splitlines()) <= 1 for screen in seen.screens), "two lines at once"
    assert BAR not in seen.screens[-1]
    assert "note: built-in extractive engine" in seen.screens[-1]


def test_cards_on_the_same_terminal_stay_whole() -> None:
    """Where cards and the line go to one terminal, the cards are as they are without it."""
    articles(4)
    with_line = on_terminal("brief", "day", alone=False)
    assert any(LINE.search(screen) for screen in with_line.screens), with_line.raw
    without = on_terminal("brief", "day", alone=False, after=100)
    assert with_line.screens[-1].rstrip() == without.screens[-1].rstrip()


def test_a_short_run_shows_nothing() -> None:
    """What takes less than two seconds has no line."""
    articles(3)
    assert progress.AFTER == 2
    seen = on_terminal("brief", "day", "--format", "json", after=30)
    assert "\x1b" not in seen.raw


@pytest.mark.parametrize(
    ("more", "environment"), [((), {"TERM": "dumb"}), (("--quiet",), {})], ids=["dumb terminal", "quiet"]
)
def test_where_no_line_is_shown(more: tuple[str, ...], environment: dict[str, str]) -> None:
    """A terminal that cannot go back on a line, and somebody who wants it quiet, see no progress."""
    articles(4)
    seen = on_terminal("brief", "day", "--format", "json", *more, environment=environment)
    assert seen.returncode == 0
    assert "\x1b" not in seen.raw
    assert BAR not in seen.raw
    assert bool(seen.raw) is not bool(more), "notes are there where nobody wants it quiet, and only there"


def test_a_copy_of_the_process_finds_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the process is copied no thread waits for the line's time; the line comes all the same, when it is due."""
    monkeypatch.setattr(progress, "AFTER", 0.5)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    before = threading.active_count()
    began = time.monotonic()
    with progress.progress("cards"):
        assert threading.active_count() == before + 1
        with progress.still():
            assert threading.active_count() == before
        (timer,) = [each for each in threading.enumerate() if isinstance(each, threading.Timer)]
        timer.join(60)
    assert 0.4 < time.monotonic() - began < 30


def test_a_pipe_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error that is no terminal has lines alone, even where colours are forced."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(progress, "AFTER", 0.0)
    articles(4)
    said = run(
        "brief",
        "day",
        "--format",
        "json",
    ).stderr
    assert "\x1b" not in said
    assert BAR not in said


@pytest.mark.parametrize(
    ("more", "environment", "colored"),
    [((), {}, True), ((), {"NO_COLOR": "1"}, False), (("--color", "never"), {}, False), (("--color", "always"), {"NO_COLOR": "1"}, True)],
)  # fmt: skip
def test_colors_of_the_line(more: tuple[str, ...], environment: dict[str, str], colored: bool) -> None:
    """The line is there without colours, too; `--color` stands above NO_COLOR."""
    articles(4)
    seen = on_terminal("brief", "day", "--format", "json", *more, environment=environment)
    assert any(LINE.search(screen) for screen in seen.screens), seen.raw
    assert bool(re.search(r"\x1b\[[\d;]*(3[0-7]|38;|9[0-7])", seen.raw)) is colored


def interrupt(running: subprocess.Popen[bytes], seen: Seen, _: int) -> None:
    """Press Ctrl-C as soon as the line is there, and again as people do if nothing has come of it for a while.

    Python loses one that comes while it destroys a value: it tells of it, and goes on.
    """
    pressed = getattr(running, "pressed", None)
    if BAR in seen.screens[-1] and (pressed is None or time.monotonic() - pressed > 20):
        running.pressed = time.monotonic()  # type: ignore[attr-defined] # the test's own mark
        os.kill(running.pid, signal.SIGINT)


def test_ctrl_c_takes_the_line_away() -> None:
    """Ctrl-C ends the run with 130 and leaves a clean screen, on which the cursor was never hidden."""
    articles(4)
    seen = on_terminal("brief", "day", "--format", "json", held=True, meanwhile=interrupt)
    assert seen.returncode == 130, seen.raw
    assert BAR not in seen.screens[-1]
    assert "Traceback" not in seen.raw
    assert "\x1b[?25l" not in seen.raw


class Pressed:
    """A line during whose going somebody presses Ctrl-C."""

    def __init__(self) -> None:
        self.live = SimpleNamespace(is_started=True)
        self.console = SimpleNamespace(is_interactive=True)
        self.is_there = True

    def start(self) -> None:
        """It is drawn."""
        self.is_there = True

    def stop(self) -> None:
        """It goes, as long as nothing comes between."""
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)  # what was pressed is heard here, in the middle of it, and not only behind it
        self.is_there = False


@pytest.mark.parametrize("way", ["still", "aside", "end"])
def test_ctrl_c_while_the_line_goes(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at the moment at which the line is taken away ends the run all the same, after the line is gone."""
    line = Pressed()
    monkeypatch.setattr(progress, "AFTER", 0.0)
    monkeypatch.setattr(progress, "_make_progress", lambda _: line)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with pytest.raises(KeyboardInterrupt), progress.progress("cards"):  # noqa: PT012 - the line goes in different ways
        for timer in (each for each in threading.enumerate() if isinstance(each, threading.Timer)):
            timer.join(60)
        if way != "end":
            with getattr(progress, way)():
                assert not line.is_there
    assert not line.is_there


def test_an_error_takes_the_line_away() -> None:
    """What ends a run is told on a line of its own."""
    articles(4)
    Path("day/009.json").write_text("{", encoding="utf-8")
    seen = on_terminal("brief", "day", "--format", "json")
    assert seen.returncode == 4
    assert BAR not in seen.screens[-1]
    assert [line for line in seen.screens[-1].splitlines() if line.startswith("error: day/009.json")]


def test_a_narrower_window_gets_a_shorter_line() -> None:
    """After the window was made narrower the line fits into it."""
    articles(4)
    at: list[int] = []

    def narrower(_: subprocess.Popen[bytes], seen: Seen, terminal: int) -> None:
        if BAR in seen.screens[-1] and not at:
            at.append(len(seen.raw))
            resize(terminal, 40)
        elif at and seen.raw.count("cards", at[0]) > 2:  # drawn anew, more than once
            GO.touch()

    seen = on_terminal("brief", "day", "--format", "json", held=True, meanwhile=narrower)
    assert seen.returncode == 0
    later = re.sub(r"\x1b\[[?\d;]*[A-Za-z]", "", seen.raw[at[0] :])
    lines = [line for line in re.split(r"[\r\n]+", later) if BAR in line][1:]
    assert lines
    assert max(map(len, lines)) <= 40


def test_what_a_line_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rate and time left go by what took time; without a known total there is the time that has passed."""
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    line = ProgressLine("cards", 100, lambda: "$0.0100")
    for number in range(20):
        line.step(free=number < 10, failed=number == 19)
    now[0] = 5.0
    assert line.told() == "20 of 100, 2.0/s, 40 s left, 1 failed, $0.0100"
    now[0] = 100.0
    assert line.told().startswith("20 of 100, 6.0/min, 13 min 20 s left")
    line.total = None
    assert line.told().startswith("20 so far, 6.0/min, 1 min 40 s")
    line.total = 20
    line.step()
    assert line.told().startswith("21 so far, "), "a source that held several: nobody knows how many more there are"
    assert list(line.through("ab")) == ["a", "b"]
    assert line.done == 23
