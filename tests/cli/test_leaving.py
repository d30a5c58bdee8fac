"""How the process ends: at once, and with nothing lost that an ordinary end would keep."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REGISTERED = "import atexit; atexit.register(lambda: print('registered'))"
# A thread that still works when the command has ended: it needs some time of its own, and nothing is measured by it.
WAITING = "import threading, time; threading.Thread(target=lambda: (time.sleep(0.2), print('waited'))).start()"
DROPPED = (
    "import atexit\nclass Kept:\n    def __del__(self): print('taken apart')\nimport builtins; builtins.kept = Kept()"
)


def left(first: str, code: object, **how: object) -> subprocess.CompletedProcess[str]:
    """What a process of the program's own leaves that runs `first`, prints a line and exits with `code`."""
    script = f"""
{first}
import summarize.cli
def main():
    print("a line")
    raise SystemExit({code!r})
summarize.cli.main = main
summarize.cli.run()
"""
    command = [sys.executable, "-c", script]
    how["env"] = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(command, capture_output="stdout" not in how, text=True, check=False, **how)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(("code", "exits"), [(0, 0), (None, 0), (4, 4), (130, 130), ("a message", 1)])
def test_the_code_and_the_output_stay(code: object, exits: int) -> None:
    """The process ends with the code of its command, and what waits to be written is written."""
    done = left("", code)
    assert (done.returncode, done.stdout) == (exits, "a line\n")
    assert done.stderr == ("a message\n" if code == "a message" else "")


def test_what_is_registered_for_the_end_is_done() -> None:
    """Whoever has something to do at the end, such as what counts the lines that ran, still does it."""
    assert left(REGISTERED, 0).stdout == "a line\nregistered\n"


def test_a_thread_at_work_is_waited_for() -> None:
    """A thread that still works is waited for, as in any other end."""
    assert left(WAITING, 3).stdout == "a line\nwaited\n"
    assert left(WAITING, 3).returncode == 3


def test_objects_are_not_taken_apart() -> None:
    """What stands in memory is left to the system: taking it apart costs a fiftieth of a card."""
    assert left(DROPPED, 0).stdout == "a line\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_what_cannot_be_written_is_an_error() -> None:
    """Output that finds no room is a failure, and no success."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = left("", 0, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode != 0
    assert "No space left" in done.stderr
