"""Processes that work on many things at a time, one for each core, and give what comes of them in order.

Each is a program of its own, whatever the system's way of starting processes is: what this one has open, its threads and its locks, are not
theirs. So each loads what it takes, and has the memory that this takes.
"""

from __future__ import annotations

import copyreg
import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing import active_children, get_context, parent_process, resource_tracker
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from summarize.article import Article
from summarize.card import Card
from summarize.errors import OF_ONE_ARTICLE, ConfigurationError, SummarizeError
from summarize.firewall import Firewall
from summarize.pipeline import Pipeline, pipeline_for
from summarize.settings import BUILT_IN_ENGINES, Settings, one_thread

Job = TypeVar("Job")
Result = TypeVar("Result")

AT_FIRST: Final = 8
"""Articles whose cards are made before other processes are started: that takes as long as they do."""
_MOST_UNASKED: Final = 8
"""Processes that are started where nobody says how many: each has the NLP model in its memory."""
_AHEAD: Final = 2
"""Jobs per process that wait for it."""
_OBJECTS_BETWEEN_COLLECTIONS: Final = 20_000


def _read_only(held: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(held)


# The settings hold read-only mappings, which go to other processes as the mappings that they are of.
copyreg.pickle(MappingProxyType, lambda held: (_read_only, (dict(held),)))


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers(Generic[Job, Result]):
    """Processes that do the same with each of many things; none but this one where one is enough."""

    def __init__(
        self,
        make: Callable[[], Callable[[Job], Result]],
        processes: int,
        *,
        own: Callable[[Job], Result] | None = None,
        at_first: int = 0,
    ) -> None:
        """Start nothing yet.

        Args:
            make: makes what works on a job, in the process that does; it, the jobs and the results go from one process to another.
            processes: how many; 1 is this one.
            own: what works on a job in this process, made already.
            at_first: jobs that this process does before it starts others.
        """
        self._make, self._processes, self._own, self._at_first = make, processes, own, at_first
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Nothing is started before there is work."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """End the processes; what they are at is given up if something went wrong here."""
        if self._pool is None:
            return
        if error is not None:
            for child in active_children():
                child.terminate()
        self._pool.shutdown(cancel_futures=True)

    def map(self, jobs: Iterable[Job], stop: Callable[[], bool] = bool) -> Iterator[Result]:
        """What came of each job, in order. No more are begun when asked to stop.

        Args:
            jobs: asked for as they are begun.
            stop: says whether to stop.

        Raises:
            ConfigurationError: the settings are wrong, or a process was ended by the system.
        """
        waiting = iter(jobs)
        for job in waiting if self._processes == 1 else islice(waiting, self._at_first):
            self._own = self._own or self._make()
            yield self._own(job)
            if stop():
                return
        under_way: deque[Future[Result]] = deque()
        try:
            for job in waiting:
                under_way.append(self._begun(job))
                if len(under_way) > _AHEAD * self._processes:
                    yield under_way.popleft().result()
                if stop():
                    break
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool as error:
            raise ConfigurationError(
                "a process that worked on articles was ended by the system, perhaps for want of memory: let there be fewer"
            ) from error

    def _begun(self, job: Job) -> Future[Result]:
        if self._pool is None:
            if self._own is None:
                self._make()  # what cannot be made is told here, where it has words: there it only ends the process
            self._pool = ProcessPoolExecutor(self._processes, get_context("spawn"), _begin, (self._make,))
        with _no_interrupts():
            return self._pool.submit(_work, job)


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Ctrl-C goes to all processes of a terminal: those that are started here never get it, and this one when they are started."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # starting it lets them through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker: Callable[[Any], Any] | None = None


def _begin(make: Callable[[], Callable[[Any], Any]]) -> None:
    """Begin the life of a process."""
    global _worker  # noqa: PLW0603 - a process has one
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where none could be kept from it when it was started
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)  # as in the command itself
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = make()


def _end_with_parent() -> None:
    """End when the process that hands out work has been killed: nothing else would tell."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(job: Any) -> Any:
    assert _worker is not None
    return _worker(job)


Made = tuple[str, Card | SummarizeError]
"""What an article is called, and its card or why it has none."""


def made(pipeline: Pipeline, firewall: Firewall, article: Article) -> Made:
    """What came of an article, by an engine that never waits. ConfigurationError is everybody's, and raised."""
    try:
        with firewall.around(article.source):
            return article.source, pipeline.card(article)
    except OF_ONE_ARTICLE as error:
        return article.source, error


def card_workers(settings: Settings, faults: Path, own: Callable[[Article], Made]) -> Workers[Article, Made]:
    """Processes that make cards of articles with the engine that is built in; any other has this process for itself.

    Args:
        settings: say how many: `jobs`, where that is set, else one for each core, eight at most.
        faults: the folder that takes the tracebacks of faults.
        own: what makes cards in this process.
    """
    asked = settings.jobs if "jobs" in settings.places else min(cores(), _MOST_UNASKED)
    processes = asked if settings.engine in BUILT_IN_ENGINES else 1
    return Workers(partial(_maker, settings, faults), processes, own=own, at_first=AT_FIRST)


def _maker(settings: Settings, faults: Path) -> Callable[[Article], Made]:
    from dataclasses import replace  # noqa: PLC0415

    one_thread()
    firewall = Firewall(lambda: faults)
    return partial(made, replace(pipeline_for(settings), bound=firewall.bounded), firewall)
