"""Rules of making a day's cards: what is remembered, what stops a run, and what a stopped run leaves. A real endpoint counts what it served."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarize.testing import FakeServer, Reply, Request
from tests.cli.commands import ended, run, takes_interrupts, until
from tests.engines.model.answers import changed, is_drafting, is_probe

STORY = (
    "Council number {n} approved a new tram line on Saturday, and it is to open in the spring of next year, its chair said.\n\n"
    "The line, of {n} kilometres, has been planned since 2019. “It was time,” said Hanna Osei, who chairs council number {n}."
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve articles, and settings of the test's own."""
    (tmp_path / "day").mkdir()
    for number in range(12):
        (tmp_path / "day" / f"{number:02}.txt").write_text(STORY.format(n=number + 2), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "NLP": "off",
        "CACHE": str(tmp_path / "cache"),
        "STORE": str(tmp_path / "store.sqlite3"),
    }.items():
        monkeypatch.setenv(f"SUMMARIZE_{name}", value)


ANSWER = changed(
    headline={"text": "Council approves tram line", "sentences": [1]},
    what=[{"text": "A council approved a new tram line.", "sentences": [1]}],
    who=[], date=0, place=0, background=[],
)  # fmt: skip


def script(request: Request) -> Reply:
    """A sound answer, which takes a moment."""
    return Reply() if is_probe(request) else Reply(ANSWER, latency=0.15)


def articles(server: FakeServer) -> int:
    """Drafts that were asked for. The judge is asked about each besides."""
    return sum(map(is_drafting, server.requests))


def options(server: FakeServer) -> list[str]:
    return ["--model", "m", "--base-url", server.base_url, "--date", "2026-11-21", "--jobs", "2", "-o", "briefing.json"]


def test_nothing_is_made_twice() -> None:
    """A second run of the same day asks for nothing, and says so."""
    with FakeServer(script) as server:
        assert run("daily", "day", *options(server)).exit_code == 0
        assert articles(server) == 12
        asked = server.served.requests
        again = run("daily", "day", *options(server))
        assert again.exit_code == 0, again.stderr
        assert server.served.requests == asked, "the judge is not asked again either"
        (Path("day") / "new.txt").write_text(STORY.format(n=99), encoding="utf-8")
        assert run("daily", "day", *options(server)).exit_code == 0
        assert articles(server) == 13


def test_another_folder_is_no_other_article() -> None:
    """Where an article was read from makes its card no other; the briefing names the place that it was read from now."""
    with FakeServer(script) as server:
        assert run("daily", "day", *options(server)).exit_code == 0
        shutil.copytree("day", "copy")
        assert run("daily", "copy", *options(server)).exit_code == 0
        assert articles(server) == 12
    assert '"copy/00.txt"' in Path("briefing.json").read_text(encoding="utf-8")


def test_another_model_or_judge_is_asked_anew() -> None:
    """A card is remembered by all that it depends on."""
    with FakeServer(script, models=("m", "other")) as server:
        assert run("daily", "day", *options(server)).exit_code == 0
        assert run("daily", "day", *options(server), "--model", "other").exit_code == 0
        assert articles(server) == 24
        assert run("daily", "day", *options(server), "--judge", "off").exit_code == 0
        assert articles(server) == 36


def started(server: FakeServer) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "summarize", "daily", "day", *options(server)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=takes_interrupts,  # noqa: PLW1509 - it calls one function of the system
    )


def waited(server: FakeServer, count: int) -> None:
    """Wait until so many articles were asked for."""
    for _ in range(12_000):
        if articles(server) >= count:
            return
        time.sleep(0.05)
    raise AssertionError(f"{articles(server)} of {count} articles were asked for")


@pytest.mark.parametrize("after", [1, 5, 9])
def test_killed_in_the_middle(after: int) -> None:
    """After kill -9 nothing is lost, and only what was under way at that moment is asked for again."""
    with FakeServer(script) as server:
        process = started(server)
        waited(server, after)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        done = run("daily", "day", *options(server))
        assert done.exit_code == 0, done.stderr
        assert 12 <= articles(server) <= 12 + 2
        assert "12 articles" in done.stderr


def test_one_ctrl_c_writes_what_is_done() -> None:
    """Ctrl-C once finishes what is under way, writes a briefing of it, and ends with 130; the next run goes on from there."""
    with FakeServer(script) as server:
        process = started(server)
        waited(server, 4)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=600)
        assert process.returncode == 130, stderr
        assert "finishing what is under way" in stderr
        assert "goes on from here" in stderr
        assert Path("briefing.json").is_file()
        asked = articles(server)
        assert asked < 12
        assert run("daily", "day", *options(server)).exit_code == 0
        assert articles(server) == 12


def test_two_ctrl_c_stop_at_once() -> None:
    """Ctrl-C twice stops without waiting for the endpoint; the cards that were there are remembered."""
    with FakeServer(lambda request: Reply() if is_probe(request) else Reply(ANSWER, latency=30)) as server:
        process = started(server)
        waited(server, 1)
        process.send_signal(signal.SIGINT)
        until(process.stderr, "finishing what is under way")
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        ended(process)
        assert process.returncode == 130
        assert time.monotonic() - began < 20
