"""Running the commands: in this process, or in one of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

from typer.testing import CliRunner, Result

from summarize.cli.app import app

SEEDS = Path(__file__).parent.parent.parent / "seeds"
FIRE = str(SEEDS / "harbour-fire.txt")
CUP = str(SEEDS / "cup-semi-final.txt")
FIRE_TITLE = "Fire guts ferry terminal in Marseille harbour, three workers missing"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """The result of a command in this process."""
    return CliRunner().invoke(app, list(arguments), input=stdin)


def process(*arguments: str) -> subprocess.Popen[str]:
    """A command in a process of its own, its output piped."""
    return subprocess.Popen(
        [sys.executable, "-m", "summarize", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell gives what it runs in the background no Ctrl-C.
        preexec_fn=takes_interrupts,  # noqa: PLW1509 - it calls one function of the system
    )


def takes_interrupts() -> None:
    """To be called in a new process, before its program."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def until(stream: IO[str] | None, words: str = "") -> str:
    """What a running command says up to the line with some words, which is waited for."""
    assert stream is not None
    said = ""
    for line in stream:
        said += line
        if words in line:
            return said
    raise AssertionError(f"it ended without having said {words!r}: {said}")


def ended(running: subprocess.Popen[str]) -> tuple[str, str]:
    """The rest of what a command says, once it has ended; for one that was listened to before."""
    assert running.stdout is not None
    assert running.stderr is not None
    stdout, stderr = running.stdout.read(), running.stderr.read()
    running.stdout.close()
    running.stderr.close()
    running.wait(timeout=600)
    return stdout, stderr


def errors(stderr: str) -> list[str]:
    """The lines of stderr that are no notes."""
    return [line for line in stderr.splitlines() if not line.startswith("note: ")]
