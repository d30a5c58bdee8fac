"""A firewall around each of several articles: whatever one does, it is one line, and the others go on.

Articles come from anywhere, and among thousands there is one that meets a fault nobody knew. It must not cost the briefing of a day, and
again that of every day on which it is still in its feed. What all articles share (grouping, composing, rendering) is not behind it:
a fault there is everybody's, and keeps its traceback.
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Final

from summarize.errors import FaultError, SummarizeError
from summarize.redaction import SECRETS

SECONDS: Final = 60.0
"""What reading an article, or finding things in it, may take. The longest that is read takes a tenth of that."""
_MAX_SAID: Final = 120


class TookTooLongError(Exception):
    """Something took more time than it may."""


class Firewall:
    """Makes one line of what an article did, and keeps the traceback in a file."""

    def __init__(self, folder: Callable[[], Path], seconds: float = SECONDS) -> None:
        """Nothing has happened yet.

        Args:
            folder: gives the folder that takes the file of tracebacks; asked when there is one.
            seconds: what an article may take in `bounded`.
        """
        self._folder = folder
        self._seconds = seconds
        self._file: Path | None = None

    @contextmanager
    def around(self, source: str) -> Iterator[None]:
        """Work on one article.

        Raises:
            SummarizeError: one that the work raised, or FaultError for anything else.
        """
        try:
            yield
        except SummarizeError:
            raise
        # The one place where any error is caught: whatever an article met, the others did not.
        except Exception as error:
            raise self._fault(source, error) from error

    def _fault(self, source: str, error: Exception) -> FaultError:
        """What to say of an unexpected error; its traceback is kept."""
        said = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
        if len(said) > _MAX_SAID:
            said = f"{said[:_MAX_SAID]}…"
        reason = f"left out for a fault of this program ({said})"
        return FaultError(f"{source}: {reason}; {self._keep_traceback(source, error)}", reason)

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Work that may take `seconds`, on any thread.

        Raises:
            TookTooLongError: it took longer.
        """
        message = f"it took more than {self._seconds:g} s"
        on_main = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
        with (_by_signal if on_main else _by_thread)(self._seconds):
            try:
                yield
            except TookTooLongError as error:
                raise TookTooLongError(message) from error

    def _keep_traceback(self, source: str, error: Exception) -> str:
        """Keep a traceback, and say where."""
        now = datetime.now(UTC)
        lines = SECRETS.clean("".join(traceback.format_exception(error)))
        try:
            if self._file is None:
                folder = self._folder()
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._file = folder / f"fault-{now:%Y-%m-%dT%H%M%S}-{os.getpid()}.txt"
            handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{now.isoformat(timespec='seconds')} {source}\n{lines}\n")
        except OSError as failed:
            return f"its traceback could not be kept: {failed.strerror}"
        return f"please report it with the traceback in {self._file}"


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    """On the main thread a signal ends even a regular expression that does not come back."""

    def late(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise TookTooLongError

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _by_thread(seconds: float) -> Iterator[None]:
    """On another thread, which no signal reaches, the exception is raised between two steps of its program."""
    import ctypes  # noqa: PLC0415 - most articles are worked on where a signal reaches

    thread = ctypes.c_ulong(threading.get_ident())
    lock, is_over = threading.Lock(), False

    def late() -> None:
        with lock:
            if not is_over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TookTooLongError))

    timer = threading.Timer(seconds, late)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            is_over = True
            # One that was set and not yet raised must not meet whatever the thread does next.
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)
        timer.cancel()
