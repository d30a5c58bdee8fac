"""Work on articles in processes of its own: each article as far as the answers that are there reach."""

from __future__ import annotations

import copyreg
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Self

from summarize.batch.journal import Entry
from summarize.errors import ArticleError, ConfigurationError, FaultError, GroundingError, MeasurementError, ModelError
from summarize.settings import Settings

if TYPE_CHECKING:
    from summarize.engines.model.desk import Answered, Asked, Desk
    from summarize.firewall import Firewall
    from summarize.pipeline import Pipeline

OF_ONE_ARTICLE: Final = (ArticleError, FaultError, GroundingError, MeasurementError, ModelError)
"""Errors that do not stop the other articles."""
AT_ONCE: Final = 16
"""Articles that go to a process together, and are settled together."""
_AHEAD: Final = 2
"""Such groups per process that wait for it."""
_ALL_PARTS: Final = 10_000
"""All parts of a long article are asked about at the same time."""


def _read_only(held: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(held)


# The settings hold read-only mappings, which go to other processes as the mappings that they are of.
copyreg.pickle(MappingProxyType, lambda held: (_read_only, (dict(held),)))


@dataclass(frozen=True, slots=True)
class Job:
    """An article, and the answers that there are to its requests."""

    entry: Entry
    answers: Mapping[str, Answered]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an article: its card as a line of JSON, the requests that it still asks, or why it has no card."""

    number: int
    source: str
    line: str | None = None
    wanted: tuple[Asked, ...] = ()
    trouble: str | None = None
    code: int = 0
    """The exit code of the trouble."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a process has to know."""

    settings: Settings
    known: Mapping[str | None, Any]
    """How the endpoint is asked: a Profile by the judge's name."""
    faults: Path
    """The folder that takes the tracebacks of faults."""


class Worker:
    """Makes the cards of articles, asking nobody."""

    def __init__(self, order: Order) -> None:
        """Load what it takes. Raises as `pipeline_for`."""
        from summarize.firewall import Firewall  # noqa: PLC0415 - what the process that only hands out does not load
        from summarize.pipeline import pipeline_for  # noqa: PLC0415
        from summarize.settings import one_thread  # noqa: PLC0415

        one_thread()
        self._firewall: Firewall = Firewall(lambda: order.faults)
        made = pipeline_for(replace(order.settings, jobs=_ALL_PARTS))
        self._pipeline: Pipeline = replace(made, bound=self._firewall.bounded)
        self._desk: Desk | None = None
        self._pending: tuple[type[BaseException], ...] = ()
        if made.engine.waits:
            from summarize.engines.model import ModelEngine  # noqa: PLC0415
            from summarize.engines.model.desk import Desk, Pending  # noqa: PLC0415

            assert isinstance(made.engine, ModelEngine)
            self._desk, self._pending = Desk(), (Pending,)
            made.engine.answer_from(self._desk, order.known)

    def work(self, jobs: Sequence[Job]) -> list[Result]:
        """What came of articles, in their order. ConfigurationError is everybody's, and raised."""
        return self._pipeline.run(self._all(jobs))

    async def _all(self, jobs: Sequence[Job]) -> list[Result]:
        return [await self._one(job) for job in jobs]

    async def _one(self, job: Job) -> Result:
        from summarize.rendering.json import json_line  # noqa: PLC0415

        entry = job.entry
        if self._desk is not None:
            self._desk.open(job.answers)
        try:
            with self._firewall.around(entry.source):
                return Result(entry.number, entry.source, json_line(await self._pipeline.acard(entry.article())))
        except OF_ONE_ARTICLE as error:
            return Result(entry.number, entry.source, trouble=str(error), code=error.exit_code)
        except self._pending:
            assert self._desk is not None
            return Result(entry.number, entry.source, wanted=tuple(self._desk.wanted.values()))


_worker: Worker | None = None


def _begin(order: Order) -> None:
    global _worker  # noqa: PLW0603 - a process has one
    # Ctrl-C goes to all processes of a terminal; the one that hands out work lets the others finish.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = Worker(order)


def _end_with_parent() -> None:
    """End when the process that hands out work has been killed: nothing else would tell."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(jobs: Sequence[Job]) -> list[Result]:
    assert _worker is not None
    return _worker.work(jobs)


class Workers:
    """Processes that work on articles; none but this one where one is enough."""

    def __init__(self, order: Order, processes: int) -> None:
        """Start nothing yet."""
        self._order, self._processes = order, processes
        self._pool: ProcessPoolExecutor | None = None
        self._own: Worker | None = None

    def __enter__(self) -> Self:
        """Nothing is started before there is work."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def map(self, groups: Iterable[Sequence[Job]], stop: Callable[[], bool]) -> Iterator[list[Result]]:
        """What came of each group, in order. No more are begun when asked to stop.

        Raises:
            ConfigurationError: the settings are wrong, or a process was ended by the system.
        """
        if self._processes == 1:
            self._own = self._own or Worker(self._order)
            for group in groups:
                yield self._own.work(group)
                if stop():
                    return
            return
        if self._pool is None:
            from summarize.pipeline import pipeline_for  # noqa: PLC0415

            # What cannot be made in a process is told here, where it has words: there it only ends the process.
            pipeline_for(self._order.settings)
            self._pool = ProcessPoolExecutor(self._processes, get_context("spawn"), _begin, (self._order,))
        under_way: deque[Future[list[Result]]] = deque()
        try:
            for group in groups:
                under_way.append(self._pool.submit(_work, group))
                if len(under_way) >= _AHEAD * self._processes + 1:
                    yield under_way.popleft().result()
                if stop():
                    break
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool as error:
            raise ConfigurationError(
                "a process that worked on articles was ended by the system, perhaps for want of memory: give fewer with --processes"
            ) from error
