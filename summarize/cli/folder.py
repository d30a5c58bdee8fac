"""A folder of `summarize batch` that is worked on, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

import typer

from summarize.cli import options
from summarize.cli.articles import articles_of
from summarize.cli.messages import detail, tell
from summarize.cli.progress import ProgressLine, progress, still
from summarize.errors import INTERRUPTED, ModelError, SummarizeError
from summarize.workers import cores

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.batch.begun import Form
    from summarize.batch.journal import Journal
    from summarize.batch.rounds import Rounds
    from summarize.batch.shards import Shard
    from summarize.reading import Sources
    from summarize.settings import Settings


class WorkedFolder:
    """A folder that is worked on."""

    def __init__(self, folder: Path, settings: Settings, form: Form | None, processes: int | None) -> None:
        self.folder, self._settings, self._form = folder, settings, form
        self._processes = processes or cores()
        self._unread = 0
        self._line = ProgressLine("cards")
        self.journal: Journal

    def __enter__(self) -> Self:
        from summarize.batch.journal import Journal

        self.journal = Journal(self.folder)
        return self

    def allow(self, *, written: bool) -> None:
        """Take what was allowed before where nothing else is said, and keep it for the commands that go on from here.

        Raises:
            UsageError: tables cannot be written, as what that takes is not installed.
        """
        from summarize.batch.begun import Allowed, allow, last_allowed

        before = last_allowed(self.journal)
        self._form = self._form or before.form
        if self._form == "parquet":
            from summarize.archive.tables import check_installed

            check_installed()
        self._settings = before.limit(self._settings)
        allow(
            self.journal, Allowed(self._settings.max_cost, self._settings.max_tokens, written=written, form=self._form)
        )

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: object) -> None:
        from summarize.batch.journal import full, is_full

        self.journal.close()
        if error is not None and is_full(error):
            raise full(self.folder, error) from error

    def is_written_only(self) -> bool:
        """True if the requests are run by somebody else."""
        from summarize.batch.requests import WRITTEN

        return bool(self.journal.requests.batches(WRITTEN))

    def articles(self, read: Sources, shard: Shard | None) -> Iterator[Article]:
        """The articles of a run's share; those that cannot be read are told."""
        if shard is None:
            self._count(read)
        for outcome in articles_of(read, self._line, notices=False):
            if isinstance(outcome, SummarizeError):
                tell(f"error: {outcome}")
                self._unread = self._unread or outcome.exit_code
            elif shard is None or shard.holds(outcome):
                yield outcome

    def _count(self, read: Sources) -> None:
        """Have the line tell of these sources alone: the folder may have cards of others."""
        names = set(read.files())
        others = sum(not names & {source, source.rpartition("#")[0]} for source in self.journal.made_of())
        self._line.done = max(self._line.done - others, 0)
        self._line.free = max(self._line.free - others, 0)
        total = read.named()
        self._line.total = total if total >= self._line.done else None

    def make(
        self,
        articles: Iterator[Article] | tuple[()],
        how: Literal["wait", "leave", "write"],
        failed: Literal["again", "live"],
        poll: float,
        results: list[Path] | tuple[()] = (),
        *,
        complete: bool = False,
    ) -> None:
        """Make cards, and say what came of it."""
        from summarize.batch.cards import CardFile
        from summarize.batch.making import BatchMaker
        from summarize.batch.work import WorkOrder
        from summarize.cli.briefings import interruptible
        from summarize.daily.making import Stop
        from summarize.files import unwritten
        from summarize.rendering.words import counted

        options.tell_settings(self._settings)
        stop, rounds = Stop(), None
        with CardFile(self.journal) as cards, interruptible(stop), progress("cards") as self._line:
            self._line.done = self._line.free = self.journal.counts()["made"]
            maker = BatchMaker(self.journal, cards, _Told(self._line), lambda: stop.asked)
            if self._settings.uses_model:
                rounds = self._rounds(maker, how, failed, poll)
                try:
                    rounds.go(articles, results, complete=complete)
                except OSError as error:
                    raise unwritten(error.filename or self.folder, error) from error
            else:
                tell(
                    f"note: {options.engine_by_rules(self._settings)}, {counted(self._processes, 'process', 'processes')}"
                )
                with WorkOrder(self._settings, {}, options.faults()).workers(self._processes, tell, still) as workers:
                    maker.make(workers, articles)
        if self._form == "parquet":
            from summarize.archive.tables import lines_of, write_cards

            write_cards(lines_of(cards.path), self.folder / "cards.parquet")
        self._conclude(rounds, how, stopped=stop.asked)

    def _rounds(self, maker: Any, how: Any, failed: Any, poll: float) -> Rounds:
        from summarize.batch.rounds import Rounds
        from summarize.cli.accounts import engine_told
        from summarize.pipeline import pipeline_for

        pipeline = pipeline_for(self._settings, tell)
        tell(f"note: {engine_told(pipeline.engine)}, in batches")
        return Rounds(pipeline, maker, options.faults(), self._processes, how, failed, poll)

    def _conclude(self, rounds: Rounds | None, how: str, *, stopped: bool) -> None:
        from summarize.rendering.words import counted

        journal = self.journal
        tell(f"note: {articles_told(journal)}")
        if rounds is not None:
            found = rounds.counted
            odd = {
                "failed": found.failed, "old or double": found.again, "of no request": found.strange,
                "unreadable": found.broken, "without an answer": found.missing,
            }  # fmt: skip
            told = "".join(f", {count:,} {name}" for name, count in odd.items() if count)
            if told:
                tell(f"note: lines of answers: {found.answered:,} good{told}")
            tell(f"note: {requests_told(journal.requests.counts())}; {cost_told(journal)}")
            if how == "write" and self.is_written_only():
                tell(
                    f"note: run the files in {self.folder / 'requests'}, then: summarize batch collect {self.folder} --results FILE"
                )
            elif journal.requests.counts()["sent"]:
                tell(f"note: under way; go on with: summarize batch collect {self.folder}")
            if rounds.ended is not None:
                raise ModelError(rounds.ended)
        if stopped:
            raise typer.Exit(INTERRUPTED)
        counts = journal.counts()
        if how == "wait" and (unmade := counts["waiting"] + counts["open"]):
            raise ModelError(
                f"{counted(unmade, 'article')} without a card, and nothing under way that could be waited for: take in the answers to the files "
                f"in {self.folder / 'requests'}, or give --retry"
            )
        first = next(journal.troubles(), None)
        code = self._unread or (first[2] if first is not None else 0)
        if code:
            raise typer.Exit(code)


class _Told:
    """Tells of failures, of how far the run is, and of what is waited for where that changes."""

    def __init__(self, line: ProgressLine) -> None:
        self._line, self._last = line, ""

    def made(self, source: str) -> None:
        detail(f"card of {source} made")
        self._line.step()

    def left_out(self, source: str, trouble: str) -> None:
        """A failure is a line."""
        self._line.step(failed=True)
        tell(f"error: {trouble}" if source in trouble else f"error: {source}: {trouble}")

    def waiting(self, told: str) -> None:
        if told != self._last:
            self._last = told
            tell(f"note: {told}")


def articles_told(journal: Journal) -> str:
    """How many articles have cards, and what is with the others."""
    from summarize.rendering.words import counted

    counts = journal.counts()
    parts = {"left out": counts["left_out"], "waiting": counts["waiting"], "open": counts["open"]}
    return f"{counts['made']:,} of {counted(counts['articles'], 'card')} made" + "".join(
        f", {n:,} {name}" for name, n in parts.items() if n
    )


def requests_told(counts: dict[str, int]) -> str:
    """How many requests are answered, and what is with the others."""
    from summarize.rendering.words import counted

    parts = {"under way": counts["sent"], "to be sent": counts["wanted"], "failed": counts["failed"]}
    return f"{counted(counts['answered'], 'request')} answered" + "".join(
        f", {n:,} {name}" for name, n in parts.items() if n
    )


def cost_told(journal: Journal) -> str:
    """What the requests of a folder took."""
    spent = journal.requests.spent()
    cost = "cost unknown" if spent.usd is None else f"{'at least ' if spent.unknown else ''}${spent.usd:.4f}"
    more = f", at most ${spent.reserved_usd:.4f} more under way or not told" if spent.reserved_usd else ""
    return f"{spent.input_tokens:,} tokens in, {spent.output_tokens:,} out, {cost}{more}"
