"""The `evals` command line: one file per command. Also `summarize evals`."""

from __future__ import annotations

import sys

from summarize.cli import clean_stderr
from summarize.errors import INTERRUPTED


def main() -> None:
    """The `evals` console script."""
    clean_stderr()
    try:
        from summarize.cli.evals.app import app

        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
