"""The command line: one file per command; each parses, calls, renders."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> None:
    """The `summarize` console script."""
    try:
        from summarize.cli.app import app

        app()
    except KeyboardInterrupt:
        # The application turns Ctrl-C into this exit code itself; here it comes while the program is still starting.
        sys.exit(_INTERRUPTED)
