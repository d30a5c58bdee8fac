"""Programs that run in copies of a process: each is alone, as in a process of its own."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.forked import Forked, forking


@pytest.fixture(scope="module")
def forked() -> Iterator[Forked]:
    with forking("colorsys") as running:
        yield running


def test_a_copy_has_its_own_streams_arguments_folder_and_environment(
    forked: Forked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a program is given it has, what it says is told, and how it ends is its exit code."""
    monkeypatch.setenv("SUMMARIZE_ODD", "é")
    program = "import os, sys; print(sys.stdin.read(), sys.argv[1:], os.getcwd(), os.environ['SUMMARIZE_ODD']); sys.exit('colorsys' not in sys.modules)"
    done = forked.run(program, "a b", data="“x”".encode(), folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"“x” ['a b'] {tmp_path} é\n", "")


def test_nothing_of_one_program_is_there_for_the_next(forked: Forked) -> None:
    """What a copy changes goes with it, and what one said is not said again."""
    assert forked.run("import colorsys; colorsys.odd = 3; print(3)").stdout == "3\n"
    done = forked.run("import colorsys; print(colorsys.odd)")
    assert (done.returncode, done.stdout) == (1, "")
    assert "AttributeError" in done.stderr


def test_a_program_that_never_ends_is_ended(forked: Forked) -> None:
    """One that takes longer than it may is ended by the alarm, and the next one runs."""
    # Slept away is a minute only where the alarm is not sent.
    assert forked.run("import time; time.sleep(60)", seconds=1).returncode == -signal.SIGALRM
    assert forked.run("raise SystemExit(7)").returncode == 7
