"""The command line: one file per command; each parses, calls, renders."""

from __future__ import annotations

import atexit
import gc
import os
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
    """Run the command that `sys.argv` names. Raises SystemExit."""
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


def run() -> None:
    """The `summarize` console script: as `main`, in a process that is the program's own and ends with it."""
    try:
        main()
    except SystemExit as leaving:
        _leave(leaving.code)
        raise


def _leave(code: object) -> None:
    """End the process without taking its objects apart one by one, which the system does at once: a fiftieth of what a card costs.

    What is registered for the end is done and what is written is flushed, as in any other end. It does nothing where another thread still
    works, where the code is a message, or where flushing fails: Python's own end says so.
    """
    threading = sys.modules.get("threading")
    if not (code is None or isinstance(code, int)) or (threading is not None and threading.active_count() > 1):
        return
    atexit._run_exitfuncs()  # noqa: SLF001 - as `multiprocessing` ends its processes
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError, AttributeError):  # the reader is gone, or there was no stream
        return
    os._exit((code or 0) & 0xFF)
