"""A day of `summarize daily`: its cards, the briefing of them, where it goes and what came of it."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import typer

from summarize.cli import options
from summarize.cli.articles import told_of
from summarize.cli.messages import detail, tell
from summarize.cli.progress import ProgressLine, progress, still
from summarize.errors import INTERRUPTED, OutputError

if TYPE_CHECKING:
    from summarize import reading
    from summarize.article import Article
    from summarize.briefing import Briefing, Made
    from summarize.cli.briefings import RoomTarget, Target
    from summarize.cli.mailing import Outbox
    from summarize.daily.making import DayOutcome
    from summarize.daily.memory import Memory
    from summarize.errors import SummarizeError
    from summarize.pipeline import Pipeline
    from summarize.settings import Settings
    from summarize.stories.composing import Edition


class _Watcher:
    """Tells of failures and remarks, and how far the day is."""

    def __init__(self, sources: reading.Sources, line: ProgressLine) -> None:
        self._sources, self._line = sources, line

    def read(self, outcome: reading.Outcome) -> None:
        told_of(outcome, self._sources, self._line)
        if outcome.reading is not None and outcome.reading.article.is_from_feed:
            tell(f"note: {outcome.reading.notices[0]}")  # why its page could not be read

    def made(self, article: Article, *, reused: bool) -> None:
        detail(f"card of {article.source} {'remembered' if reused else 'made'}")
        self._line.step(free=reused)

    def left_out(self) -> None:
        """An article is not wanted in the briefing."""
        self._line.step(free=True)

    def failed(self, source: str, error: SummarizeError) -> None:
        """A source is left out for want of a card."""
        text = str(error)
        tell(f"error: {text}" if source in text or "://" in source else f"error: {source}: {text}")
        self._line.step(failed=True)


def make_day(
    sources: list[str],
    settings: Settings,
    edition: Edition,
    target: Target | RoomTarget,
    outbox: Outbox,
    memory: Memory,
    *,
    explain: bool,
    strict: bool,
    new: bool,
    limit: int | None,
) -> None:
    """Make the cards of a day, the briefing of them, write it, and end with the exit code that is due."""
    from summarize.cli.accounts import cost_so_far, tell_cost, written_out
    from summarize.cli.briefings import interruptible, tell_reasons
    from summarize.cli.guard import read_files
    from summarize.daily.datelines import dated_in_days_of
    from summarize.daily.day import briefing_of, card_key, reason_against
    from summarize.daily.making import DayMaker, DayOutcome, Stop
    from summarize.workers import card_or_error, card_workers

    began = time.monotonic()
    day, stop = DayOutcome(), Stop()
    pipeline: Pipeline | None = None
    firewall = options.firewall()
    try:
        with (
            options.sources_of(sources, None, settings, new=new, limit=limit, used=memory, guard=firewall) as read,
            interruptible(stop),
        ):
            read.several = True  # a briefing is of several articles, though one source may hold them
            reads = read_files(read, settings)
            target.refuse(reads)
            outbox.refuse(reads)
            pipeline = made_by = options.pipeline_told(settings, firewall)
            with progress("cards", read.named(), partial(cost_so_far, pipeline.engine)) as line:
                maker = DayMaker(
                    pipeline,
                    memory,
                    lambda article: card_key(article, made_by, settings),
                    lambda article: reason_against(article, edition),
                    lambda article: dated_in_days_of(article, edition),
                    _Watcher(read, line),
                    firewall,
                    settings.jobs,
                    card_workers(settings, options.faults(), partial(card_or_error, pipeline, firewall), tell, still),
                )
                pipeline.run(maker.run(read, day, stop))
            read_all = day.first_error is None and day.ended is None and not day.stopped
            if new and (day.cards or read_all):
                _go_on(day, edition, memory)
            how = _how_made(day, pipeline, time.monotonic() - began)
            briefing = briefing_of(
                day.handed_over(),
                [each for _, each in sorted(day.skipped, key=lambda entry: entry[0])],
                how,
                edition,
                memory.before(edition.date),
            )
            if day.stopped or day.ended is not None:
                part = "broken off before all articles were read: this is a part of the day"
                briefing = briefing.model_copy(update={"warnings": (part, *briefing.warnings)})
            kept = _fuller(briefing, day, target, memory, new=new)
            if kept is None:
                target.write(briefing)
                _remember(briefing, day, read, memory, new=new)
            written_out(pipeline.engine)
    finally:
        if pipeline is not None:
            tell_cost(pipeline.engine, time.monotonic() - began)
    if explain:
        tell_reasons(briefing)
    unsent: OutputError | None = None
    try:
        outbox.send(briefing, memory, whole=kept is None and not day.stopped and day.ended is None)
    except OutputError as error:
        unsent = error
    _conclude(day, briefing, target.written() if kept is None else "", kept, strict=strict)
    if unsent is not None:
        raise unsent


def _go_on(day: DayOutcome, edition: Edition, memory: Memory) -> None:
    """Add what an earlier briefing of the same day was made of: with --new its items are not read again, and it would be replaced by less."""
    from summarize.daily.day import reason_against
    from summarize.rendering.words import counted

    remembered = memory.cards_of(edition.date)
    added = day.add_earlier(
        {key: card for key, card in remembered.items() if not reason_against(card.article, edition)}
    )
    if added:
        tell(f"note: with {counted(added, 'article')} that an earlier briefing of {edition.date} was made from")


def _fuller(
    briefing: Briefing, day: DayOutcome, target: Target | RoomTarget, memory: Memory, *, new: bool
) -> str | None:
    """What this briefing must not replace, in words: one with more in it, where this one is not all that was asked for.

    A run that read everything, and found less than one before it, has the last word.
    """
    broken_off = day.stopped or day.ended is not None
    if not (broken_off or new or day.first_error is not None or not briefing.stories):
        return None
    return target.fuller(briefing, memory.count_told(briefing.date), any_day=broken_off or not briefing.stories)


def _remember(briefing: Briefing, day: DayOutcome, read: reading.Sources, memory: Memory, *, new: bool) -> None:
    """Remember what was told and used, for the briefings that follow. A run that was broken off goes on, and has used nothing yet."""
    if day.stopped or day.ended is not None:
        return
    for source in day.briefed:
        read.used(source)
    own = sum(article.earlier is None for article in briefing.articles)
    # Less than was told of the day already, as by a second run with --new to standard output, takes nobody's place.
    is_less = (new or day.first_error is not None) and own < memory.count_told(briefing.date)
    memory.remember(briefing, None if is_less else day.keys_in_order())


def _how_made(day: DayOutcome, pipeline: Pipeline, seconds: float) -> Made:
    from datetime import UTC, datetime

    from summarize.briefing import Made
    from summarize.card import Usage
    from summarize.resources import VERSION

    usage, cost, model, prompt = Usage(), 0.0 if not pipeline.engine.waits else None, None, None
    if pipeline.engine.waits:
        from summarize.engines.model import ModelEngine

        assert isinstance(pipeline.engine, ModelEngine)
        usage, cost = pipeline.engine.spent.usage, pipeline.engine.spent.cost_usd
        model, prompt = pipeline.engine.model, pipeline.engine.prompt.name
    return Made(
        created=datetime.now(UTC).replace(microsecond=0).isoformat(),
        tool_version=VERSION,
        engine=pipeline.engine.name,
        model=model or next((card.provenance.model for card in day.cards.values() if card.provenance.model), None),
        nlp=pipeline.syntax.name if pipeline.syntax is not None else None,
        prompt=prompt,
        cards=len(day.cards),
        reused=day.reused,
        usage=usage,
        cost_usd=cost,
        seconds=round(seconds, 3),
    )


def _conclude(day: DayOutcome, briefing: Briefing, written: str, kept: str | None, *, strict: bool) -> None:
    """Say what came of the day, and end with the exit code that is due."""
    from summarize.rendering.words import counted

    own = sum(article.earlier is None for article in briefing.articles)
    tell(
        f"note: {counted(own, 'article')}, {len(briefing.stories)} {'story' if len(briefing.stories) == 1 else 'stories'}, {counted(len(briefing.skipped), 'source')} left out{written}"
    )
    if kept is not None:
        tell(f"warning: not written: kept {kept}; to replace it, remove it or give another name with -o")
    if day.stopped:
        tell("note: stopped; the same command goes on from here, and makes nothing twice")
        raise typer.Exit(INTERRUPTED)
    if day.ended is not None:
        raise typer.Exit(day.ended.exit_code)
    if day.fault is not None:
        raise typer.Exit(day.fault.exit_code)
    if day.first_error is not None and (strict or not day.briefed):
        raise typer.Exit(day.first_error.exit_code)
