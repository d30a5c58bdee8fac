"""Processes that a test has started."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
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
