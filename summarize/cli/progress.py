"""How far a long run is: a line on a terminal, there after two seconds and gone at the end; nothing in a pipe."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Final, TypeVar

from summarize.cli.manners import MANNERS, is_colored

if TYPE_CHECKING:
    from rich.progress import Progress

Each = TypeVar("Each")

AFTER: Final = 2.0
"""Seconds that a run may take before anything is shown."""
_BAR: Final = 20
_MINUTE, _HOUR = 60, 3600


class ProgressLine:
    """What a run has done so far, and how that is put."""

    def __init__(self, what: str, total: int | None = None, extra: Callable[[], str] = str) -> None:
        self.what, self.total, self.extra = what, total, extra
        self.done = self.failed = self.free = 0
        self._began = time.monotonic()

    def step(self, *, failed: bool = False, free: bool = False) -> None:
        """Another one is done."""
        self.done += 1
        self.failed += failed
        self.free += free
        if self.total is not None and self.done > self.total:
            self.total = None  # a source held more than one, and nobody knows how many more there are

    def through(self, items: Iterable[Each]) -> Iterator[Each]:
        """The items, each a step once it is done with."""
        for item in items:
            yield item
            self.step()

    def told(self) -> str:
        """How far it is, how fast it goes, and how long the rest takes."""
        taken = time.monotonic() - self._began
        parts = [f"{self.done:,} so far" if self.total is None else f"{self.done:,} of {self.total:,}"]
        rate = (self.done - self.free) / taken if taken else 0.0
        if rate:
            parts.append(f"{rate:.1f}/s" if rate >= 1 else f"{rate * _MINUTE:.1f}/min")
        if self.total is not None and rate:
            parts.append(f"{_duration((self.total - self.done) / rate)} left")
        else:
            parts.append(_duration(taken))
        parts += [f"{self.failed:,} failed"] if self.failed else []
        parts += [extra] if (extra := self.extra()) else []
        return ", ".join(parts)


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE:02} s"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE:02} min"


class _Display:
    """Shows a line, from two seconds after it was begun."""

    def __init__(self, line: ProgressLine) -> None:
        self._line = line
        self._lock = threading.RLock()
        self._shown: Progress | None = None
        self._ended = False
        self._due = time.monotonic() + AFTER
        self._timer = self._start_timer()

    def _start_timer(self) -> threading.Timer:
        timer = threading.Timer(max(0.0, self._due - time.monotonic()), self._appear)
        timer.daemon = True
        timer.start()
        return timer

    def _appear(self) -> None:
        shown = _make_progress(self._line)
        with self._lock:
            if not self._ended and shown.console.is_interactive:
                self._shown = shown
                shown.start()  # on a thread, which Ctrl-C never meets

    def end(self) -> None:
        """Take the line away, for good."""
        self._timer.cancel()
        with self._lock, _interrupts_later():
            self._ended = True
            if self._shown is not None:
                self._shown.stop()

    @contextmanager
    def still(self) -> Iterator[None]:
        """The line is not there, nor a thread that waits for its time."""
        self._timer.cancel()
        self._timer.join()
        with self.away():
            yield
        if self._shown is None:
            self._timer = self._start_timer()

    @contextmanager
    def away(self) -> Iterator[None]:
        """The line is not there while something else is written."""
        with self._lock:
            shown = self._shown if self._shown is not None and self._shown.live.is_started else None
            if shown is not None:
                with _interrupts_later():
                    shown.stop()
            try:
                yield
            finally:
                if shown is not None and not self._ended:
                    with _interrupts_later():
                        shown.start()


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """Ctrl-C waits until a line is whole or gone: what is broken off while it takes its line away counts as stopped, and leaves it there."""
    pressed: list[FrameType | None] = []
    try:
        before = signal.signal(signal.SIGINT, lambda _, frame: pressed.append(frame))
    except ValueError:  # another thread than the main one, which Ctrl-C never meets
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if pressed and callable(before):
            before(signal.SIGINT, pressed[0])


def _make_progress(line: ProgressLine) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, Task, TextColumn
    from rich.text import Text

    class Steady(Console):
        """A console that leaves the cursor as it is: a process that is killed could not bring it back."""

        def show_cursor(self, show: bool = True) -> bool:
            del show
            return False

    class ProgressText(TextColumn):
        def render(self, task: Task) -> Text:
            shown.update(task.id, total=line.total, completed=line.done)
            return Text(line.told(), no_wrap=True, overflow="ellipsis")

    shown = Progress(
        TextColumn("{task.description}"),
        BarColumn(_BAR),
        ProgressText(""),
        console=Steady(stderr=True, no_color=not is_colored(sys.stderr)),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        refresh_per_second=4,
    )
    shown.add_task(line.what, total=line.total)
    return shown


_display: _Display | None = None


@contextmanager
def progress(what: str, total: int | None = None, extra: Callable[[], str] = str) -> Iterator[ProgressLine]:
    """A line that shows how far something is; it is gone when that has ended, failed or was interrupted."""
    global _display  # noqa: PLW0603 - a terminal has one last line
    line = ProgressLine(what, total, extra)
    if _display is not None or MANNERS.quiet or not sys.stderr.isatty():
        yield line
        return
    _display = shown = _Display(line)
    try:
        yield line
    finally:
        _display = None
        shown.end()


@contextmanager
def aside() -> Iterator[None]:
    """Something is written to the terminal, and not into the line that shows how far the run is."""
    if _display is None:
        yield
        return
    with _display.away():
        yield


@contextmanager
def still() -> Iterator[None]:
    """This process is copied: no thread runs for the line that shows how far the run is."""
    if _display is None:
        yield
        return
    with _display.still():
        yield
