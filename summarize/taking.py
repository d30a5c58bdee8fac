"""A thread that takes what comes of work under way, in order, while this one waits for more to do."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass
from multiprocessing import resource_tracker
from queue import Queue
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

Result = TypeVar("Result")


@contextmanager
def no_interrupts() -> Iterator[None]:
    """Ctrl-C goes to all processes of a terminal: those that are started here never get it, nor threads, and this one when they are started."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # starting it lets them through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@dataclass(frozen=True, slots=True)
class Begun(Generic[Result]):
    """A job that is under way."""

    future: Future[Result]
    again: Callable[[], Result]
    """Does it here, where the process that did it is gone."""

    def done(self) -> bool:
        """True if nothing is to be waited for."""
        return self.future.done()

    def result(self) -> Result:
        """What came of it, which is waited for."""
        try:
            return self.future.result()
        except BrokenProcessPool:
            return self.again()


class Taker(Generic[Result]):
    """Takes each result as soon as it and all before it are there. What goes wrong in that is raised where more is put in, or at the end."""

    def __init__(self, take: Callable[[Result], None], most: int) -> None:
        """Take nothing yet.

        Args:
            take: takes a result; on a thread of its own.
            most: results that may be waited for, beside the first.
        """
        self._take = take
        self._waiting: Queue[Begun[Result] | None] = Queue(most)
        self._stopped: Future[None] = Future()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=copy_context().run, args=(self._take_results,), daemon=True)

    def __enter__(self) -> Self:
        with no_interrupts():  # they are for the thread that waits for more
            self._thread.start()
        return self

    def put(self, begun: Begun[Result]) -> None:
        """Take another result in its turn; waits first for room, where there are as many as may be."""
        self._waiting.put(begun)
        self._raise()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Take all the rest; where something went wrong here, such as Ctrl-C, what is there already."""
        if error is not None:
            self._stopped.set_result(None)
        self._waiting.put(None)
        self._thread.join()
        if error is None:
            self._raise()

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error

    def _take_results(self) -> None:
        while (begun := self._waiting.get()) is not None:
            if self._error is not None:
                continue  # whoever puts more in must not wait for room
            either: set[Future[Any]] = {begun.future, self._stopped}
            wait(either, return_when=FIRST_COMPLETED)
            try:
                if not begun.done():
                    raise InterruptedError  # noqa: TRY301 - nothing after it is in order
                self._take(begun.result())
            except BaseException as error:  # noqa: BLE001 - it is raised on the other thread
                self._error = error
