"""The command line: one file per command; each parses, calls, renders."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """The `summarize` console script."""
    from summarize.cli.app import app

    try:
        app()
    except BrokenPipeError:
        # The reader of the pipe went away (`| head`): nothing is wrong, and Python's own complaint at exit would be noise.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
