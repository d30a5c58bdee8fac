"""Processes that a test has started."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def ended_with_it() -> Iterator[None]:
    """What is started within and still runs at its end, as where a test fails half-way, is killed, and its pipes are closed.

    It would be told by a warning of the garbage collector, which is an error of whatever test runs then.
    """
    started: list[subprocess.Popen[Any]] = []
    start = subprocess.Popen.__init__

    def noted(self: subprocess.Popen[Any], *arguments: Any, **named: Any) -> None:
        start(self, *arguments, **named)
        started.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess.Popen, "__init__", noted)
        try:
            yield
        finally:
            for process in started:
                if process.poll() is None:
                    with process:
                        process.kill()


def children(pid: int) -> list[int]:
    """The processes that a process has started, on Linux."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


def has_ended(pid: int) -> bool:
    """True for a process that is gone, or has only not been asked how it ended: whose task that is differs from one machine to the next."""
    try:
        return (
            Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
            in "ZX"
        )
    except (FileNotFoundError, ProcessLookupError):
        return True


def wait_for_the_end(pids: list[int]) -> None:
    """Wait until processes that are no children of this one have ended: nobody is told."""
    until = time.monotonic() + 600
    while not all(map(has_ended, pids)):
        assert time.monotonic() < until
        time.sleep(0.05)  # nobody is told when another's child has ended
