"""Rules of a run of `daily` that is killed while it writes: nothing is half there, nothing is left, and the same command goes on."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize import files
from tests.cli.commands import run
from tests.forked import Forked, forking

STORY = (
    "Council number {n} approved a new tram line on Saturday, its chair said.\n\n"
    "The line, of {n} kilometres, has been planned since 2019. “It was time,” said Hanna Osei, who chairs council number {n}."
)
KILLED = """
import os, pathlib, runpy, signal, sqlite3, sys

left = int(sys.argv.pop(1))

def counted(work):
    def working(*arguments, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*arguments, **named)
    return working

pathlib.Path.replace = counted(pathlib.Path.replace)
os.fsync = counted(os.fsync)
from summarize.daily.store import Store
Store.write = counted(Store.write)
runpy.run_module("summarize", run_name="__main__")
"""
"""Runs the program, which is killed when it is about to write for the so many-th time: to the store, to the disk, or a name."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "day").mkdir()
    for number in range(4):
        (tmp_path / "day" / f"{number:02}.txt").write_text(STORY.format(n=number + 2), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_NLP", "off")


@pytest.fixture(scope="module")
def forked() -> Iterator[Forked]:
    """The program is imported."""
    with forking("summarize.cli.app", "summarize.daily.store", "summarize.rendering.briefing") as running:
        yield running


def options(name: str, *form: str) -> list[str]:
    return ["daily", "day", "--date", "2026-11-21", "--store", f"{name}.sqlite3", *form, "-o", f"{name}/"]


def told(name: str) -> dict[str, str]:
    """The files of a folder by their names, without what is of one run alone; the whole of hidden ones."""
    found: dict[str, str] = {}
    for path in sorted(Path(name).rglob("*")):
        if path.is_file() and path.suffix == ".json" and path.name != "room.json":
            document = json.loads(path.read_text(encoding="utf-8"))
            document.pop("made", None)
            found[path.relative_to(name).as_posix()] = json.dumps(document)
        elif path.is_file():
            found[path.relative_to(name).as_posix()] = ""
    return found


@pytest.mark.parametrize("form", [(), ("--format", "site")], ids=["a folder", "a reading room"])
def test_killed_while_it_writes(form: tuple[str, ...], forked: Forked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed before its first writing, and run after run before later ones, the next run gives what an undisturbed one does, and removes what they left."""
    assert run(*options("whole", *form)).exit_code == 0
    left = set()
    for before in (0, 3, 5, 6):
        killed = forked.run(KILLED, str(before), *options("broken", *form))
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        left |= set(Path().rglob(f"*{files.UNFINISHED}"))
    assert left
    monkeypatch.setattr(files, "_FORGOTTEN", 0.0)
    done = run(*options("broken", *form))
    assert done.exit_code == 0, done.stderr
    assert "damaged" not in done.stderr
    assert told("broken").keys() == told("whole").keys()
    ours, theirs = (
        {k: v for k, v in told(name).items() if k.startswith(("data", "2026"))} for name in ("broken", "whole")
    )
    assert ours == theirs
