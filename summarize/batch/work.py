"""Work on articles in processes of its own: each article as far as the answers that are there reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarize.batch.journal import JournalEntry
from summarize.errors import OF_ONE_ARTICLE
from summarize.firewall import Firewall
from summarize.pipeline import Pipeline, pipeline_for
from summarize.settings import Settings, one_thread
from summarize.workers import Workers

if TYPE_CHECKING:
    from summarize.engines.model.desk import Answered, Desk, PendingRequest

AT_ONCE: Final = 16
"""Articles that go to a process together, and are settled together."""
_ALL_PARTS: Final = 10_000
"""All parts of a long article are asked about at the same time."""


@dataclass(frozen=True, slots=True)
class Job:
    """An article, and the answers that there are to its requests."""

    entry: JournalEntry
    answers: Mapping[str, Answered]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an article: its card as a line of JSON, the requests that it still asks, or why it has no card."""

    number: int
    source: str
    line: str | None = None
    wanted: tuple[PendingRequest, ...] = ()
    trouble: str | None = None
    code: int = 0
    """The exit code of the trouble."""


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """What a process has to know."""

    settings: Settings
    known: Mapping[str | None, Any]
    """How the endpoint is asked: a Profile by the judge's name."""
    faults: Path
    """The folder that takes the tracebacks of faults."""

    def workers(
        self,
        processes: int,
        tell: Callable[[str], object],
        still: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> Workers[Sequence[Job], list[Result]]:
        """Processes that work on groups of articles. Arguments as of `Workers`."""
        return Workers(self.worker, processes, tell=tell, still=still)

    def worker(self) -> Callable[[Sequence[Job]], list[Result]]:
        """What works on a group. Raises as `pipeline_for`."""
        return _Worker(self).work


class _Worker:
    """Makes the cards of articles, asking nobody."""

    def __init__(self, order: WorkOrder) -> None:
        """Load what it takes. Raises as `pipeline_for`."""
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
