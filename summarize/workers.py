"""Processes that work on many things at a time, one for each core, and give what comes of them in order.

Where nothing else runs in this process, on Linux, each is a copy of it: it is there at once, and what is loaded is in memory once for all. A thread
might hold a lock, which would stay held in a copy. So beside one, and elsewhere, each is a program of its own, which loads what it takes and has the
memory that this takes.
"""

from __future__ import annotations

import copyreg
import gc
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Final, Generic, Literal, Self, TypeVar

from summarize.article import Article
from summarize.card import Card
from summarize.errors import OF_ONE_ARTICLE, SummarizeError
from summarize.firewall import Firewall
from summarize.pipeline import Pipeline, pipeline_for
from summarize.settings import BUILT_IN_ENGINES, Settings, one_thread
from summarize.taking import Begun, Taker, no_interrupts

Job = TypeVar("Job")
Result = TypeVar("Result")

_ALONE: Final = {"fork": 0.2, "spawn": 1.0}
"""Seconds of processor time after which a process asks others to help, by how they are started: about what that takes."""
_MAX_UNASKED: Final = 8
"""Processes that are started where nobody says how many: each has the NLP model in its memory."""
_AHEAD: Final = 2
"""Jobs per process that wait for it."""
_QUOTA: Final = Path("/sys/fs/cgroup/cpu.max")
"""What a container may use, as `200000 100000`: microseconds of processor time in so many of the clock; `max` for all."""
_THREADS: Final = Path("/proc/self/task")
"""The threads of this process, those of libraries as well, where Linux tells them."""
_ENDING: Final = 0.05
"""Seconds in which a thread that Python knows no more is gone from the system as well."""
_OBJECTS_BETWEEN_COLLECTIONS: Final = 20_000


def _read_only(held: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(held)


# The settings hold read-only mappings, which go to other processes as the mappings that they are of.
copyreg.pickle(MappingProxyType, lambda held: (_read_only, (dict(held),)))


def cores() -> int:
    """How many cores this process may use: a container may have less of them than it sees."""
    seen = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        quota, period = map(int, _QUOTA.read_text(encoding="ascii").split())
    except (OSError, ValueError):  # none, on this system or at all
        return seen
    return max(1, min(seen, round(quota / period)))


def _way() -> Literal["fork", "spawn"]:
    """How processes are started here and now; a thread that has just ended is waited for until the system has let it go."""
    if sys.platform != "linux" or not _THREADS.is_dir():
        return "spawn"
    until = time.monotonic() + _ENDING
    while len(list(_THREADS.iterdir())) > 1:
        if threading.active_count() > 1 or time.monotonic() >= until:
            return "spawn"
        time.sleep(0.001)
    return "fork"


class Workers(Generic[Job, Result]):
    """Processes that do the same with each of many things; none but this one where that is soon done."""

    def __init__(  # noqa: PLR0913 - who works, who is told, and what waits meanwhile
        self,
        make: Callable[[], Callable[[Job], Result]],
        processes: int,
        *,
        own: Callable[[Job], Result] | None = None,
        alone: float | None = None,
        tell: Callable[[str], object] = str,
        still: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """Start nothing yet.

        Args:
            make: makes what works on a job, in the process that does; it, the jobs and the results go from one process to another.
            processes: how many; 1 is this one.
            own: what works on jobs in this process until others are there; None: all wait for those.
            alone: seconds of its own processor time after which it starts others; None: what starting them takes here.
            tell: takes a line for the user.
            still: within what they are started: ends threads that could as well wait.
        """
        self._make, self._processes, self._own, self._alone = make, processes, own, alone
        self._tell, self._still = tell, still
        self._one_here = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._arrivals: list[Future[None]] = []

    def __enter__(self) -> Self:
        """Nothing is started before there is work."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """End the processes; what they are at is given up if something went wrong here, or if they have not even begun."""
        if self._pool is None:
            return
        if error is not None or not self._are_there():
            for child in active_children():
                child.terminate()
        self._pool.shutdown(cancel_futures=True)

    def map(self, jobs: Iterable[Job], stop: Callable[[], bool] = bool) -> Iterator[Result]:
        """What came of each job, in order. No more are begun when asked to stop; Ctrl-C while one is asked for gives what is there.

        Args:
            jobs: asked for as they are begun.
            stop: says whether to stop.

        Raises:
            ConfigurationError: the settings are wrong.
        """
        under_way: deque[Begun[Result]] = deque()
        try:
            for begun in self._begin_jobs(jobs):
                under_way.append(begun)
                while under_way and (under_way[0].done() or len(under_way) > _AHEAD * self._processes):
                    yield under_way.popleft().result()
                if stop():
                    break
        except KeyboardInterrupt:
            while under_way and under_way[0].done():
                yield under_way.popleft().result()
            raise
        while under_way:
            yield under_way.popleft().result()

    def each(self, jobs: Iterable[Job], take: Callable[[Result], None]) -> None:
        """Have what came of each job taken, in order: as soon as it and all before it are there, though the next job is still waited for.

        Args:
            jobs: asked for as they are begun.
            take: takes it, perhaps on another thread, never two at a time.

        Raises:
            ConfigurationError: the settings are wrong.
        """
        begun = self._begin_jobs(jobs)
        for first in begun:
            if self._pool is not None:
                with Taker(take, _AHEAD * self._processes) as taker:
                    taker.put(first)
                    for other in begun:
                        taker.put(other)
                return
            take(first.result())

    def _begin_jobs(self, jobs: Iterable[Job]) -> Iterator[Begun[Result]]:
        began = time.process_time()
        for job in jobs:
            again = partial(self._done_alone, job)
            try:
                if not self._does_it_itself(began):
                    yield Begun(self._submitted(_work, job), again)
                    continue
            except BrokenProcessPool:
                self._go_on_alone()
            done: Future[Result] = Future()
            done.set_result(self._done_here(job))
            yield Begun(done, again)

    def _done_here(self, job: Job) -> Result:
        with self._one_here:
            self._own = self._own or self._make()
            return self._own(job)

    def _done_alone(self, job: Job) -> Result:
        self._go_on_alone()
        return self._done_here(job)

    def _go_on_alone(self) -> None:
        if self._processes > 1:
            self._processes = 1
            self._tell(
                "warning: a process that worked on articles was ended by the system, perhaps for want of memory: going on with this one alone; --jobs, or --processes of batch, gives fewer"
            )

    def _does_it_itself(self, began: float) -> bool:
        """True if this process is to do the next job, as no other is there, or not yet."""
        if self._processes == 1:
            return True
        if self._own is None:
            return False
        if self._pool is None and self._has_done_enough(time.process_time() - began):
            self._arrivals = [self._submitted(_nothing, None) for _ in range(self._processes)]
        return self._pool is None or not self._are_there()

    def _has_done_enough(self, seconds: float) -> bool:
        """True if this process has worked for so long alone that starting others pays."""
        if self._alone is None and seconds >= min(_ALONE.values()):
            with self._still():
                self._alone = _ALONE[_way()]
        return self._alone is not None and seconds >= self._alone

    def _are_there(self) -> bool:
        return not self._arrivals or any(arrival.done() for arrival in self._arrivals)

    def _submitted(self, work: Callable[[Any], Any], job: Any) -> Future[Any]:
        if self._pool is None:
            if self._own is None:
                self._make()  # what cannot be made is told here, where it has words: there it only ends the process
            with self._still(), no_interrupts():
                self._pool = ProcessPoolExecutor(self._processes, get_context(_way()), _begin, (self._make,))
                return self._pool.submit(work, job)  # copies are all made here; others as they are needed
        with no_interrupts():
            return self._pool.submit(work, job)


_worker: Callable[[Any], Any] | None = None


def _begin(make: Callable[[], Callable[[Any], Any]]) -> None:
    global _worker  # noqa: PLW0603 - a process has one
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where none could be kept from it when it was started
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = make()


def _end_with_parent() -> None:
    """End when the process that hands out work has been killed: nothing else would tell."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _nothing(_: None) -> None:
    """Done when a process is there."""


def _work(job: Any) -> Any:
    assert _worker is not None
    return _worker(job)


Made = tuple[str, Card | SummarizeError]
"""What an article is called, and its card or why it has none."""


def card_or_error(pipeline: Pipeline, firewall: Firewall, article: Article) -> Made:
    """What came of an article, by an engine that never waits. ConfigurationError is everybody's, and raised."""
    try:
        with firewall.around(article.source):
            return article.source, pipeline.run(pipeline.acard(article))
    except OF_ONE_ARTICLE as error:
        return article.source, error


def card_workers(
    settings: Settings,
    faults: Path,
    own: Callable[[Article], Made],
    tell: Callable[[str], object],
    still: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Workers[Article, Made]:
    """Processes that make cards of articles with the engine that is built in; any other has this process for itself.

    Args:
        settings: say how many: `jobs`, where that is set, else eight at most; never more than there are cores.
        faults: the folder that takes the tracebacks of faults.
        own: what makes cards in this process.
        tell: takes a line for the user.
        still: as of `Workers`.
    """
    # More may be meant for an endpoint, which has as many at a time.
    processes = min(cores(), settings.jobs if "jobs" in settings.places else _MAX_UNASKED)
    processes = processes if settings.engine in BUILT_IN_ENGINES else 1
    return Workers(partial(_maker, settings, faults), processes, own=own, tell=tell, still=still)


def _maker(settings: Settings, faults: Path) -> Callable[[Article], Made]:
    from dataclasses import replace  # noqa: PLC0415

    one_thread()
    firewall = Firewall(lambda: faults)
    return partial(card_or_error, replace(pipeline_for(settings), bound=firewall.bounded), firewall)
