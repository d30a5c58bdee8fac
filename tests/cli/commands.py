"""Running the commands: in this process, or in one of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

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


def errors(stderr: str) -> list[str]:
    """The lines of stderr that are no notes."""
    return [line for line in stderr.splitlines() if not line.startswith("note: ")]
