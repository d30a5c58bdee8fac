"""The command line: one file per command; each parses, calls, renders."""

from __future__ import annotations

import atexit
import gc
import sys
from typing import Any

from summarize.errors import INTERRUPTED

_OBJECTS_BETWEEN_COLLECTIONS = 100_000


class Cleaned:
    """A stream that takes keys out of what is written to it: tracebacks and logs of libraries go past every other place that does."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text."""
        from summarize.redaction import SECRETS

        self._stream.write(SECRETS.clean(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def clean_stderr() -> None:
    """Take keys out of whatever this process writes to stderr from now on."""
    sys.stderr = Cleaned(sys.stderr)


def main() -> None:
    """The `summarize` console script."""
    # Starting makes some 50,000 objects that all stay: looking through them for garbage again and again was a twentieth of a card's cost,
    # and once more at the end, to take apart what the system takes back as a whole, an eighth.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)
    clean_stderr()
    try:
        from summarize.compiling import remember
        from summarize.settings import users_cache, without_plugins

        remember(users_cache())
        without_plugins()
        from summarize.cli.app import app

        app()
    except KeyboardInterrupt:
        # The application turns Ctrl-C into this exit code itself; here it comes while the program is still starting.
        sys.exit(INTERRUPTED)
