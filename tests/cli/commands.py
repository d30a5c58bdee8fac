"""Running the commands: in this process, or in one of its own."""

from __future__ import annotations

import os
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
    """The result of a command in this process, by rules unless the arguments say otherwise."""
    return CliRunner().invoke(app, list(arguments), input=stdin, env={"SUMMARIZE_NLP": os.environ.get("SUMMARIZE_NLP", "off")})


def process(*arguments: str, **settings: str) -> subprocess.Popen[str]:
    """A command in a process of its own, its streams piped."""
    return subprocess.Popen(
        [sys.executable, "-m", "summarize", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "SUMMARIZE_NLP": "off", **settings},
    )
