"""Rules of processes that tests start."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.processes import ended_with_it

SLEEPER = [sys.executable, "-c", "import time; print('here', flush=True); time.sleep(600)"]


def test_no_process_outlives_a_test_that_fails() -> None:
    """What a test has started is gone with it, pipes and all, though it failed before it came to that; what began before stays."""
    with subprocess.Popen(SLEEPER, stdout=subprocess.PIPE, encoding="utf-8") as before:
        with pytest.raises(AssertionError, match="half-way"), ended_with_it():  # noqa: PT012 - it is what a test does
            running = subprocess.Popen(SLEEPER, stdout=subprocess.PIPE, encoding="utf-8")
            assert running.stdout is not None
            assert running.stdout.readline() == "here\n"
            raise AssertionError("half-way")
        assert running.returncode is not None
        assert running.stdout is not None
        assert running.stdout.closed
        assert before.poll() is None
        before.kill()


def test_every_test_runs_so(request: pytest.FixtureRequest) -> None:
    """It holds for every test of the suite."""
    assert "_no_process_left" in request.fixturenames
