"""A day's briefing from cards that are at hand: nothing is read, fetched or remembered."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from importlib.metadata import version
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from summarize.briefing import Briefing, Length, Made, Skipped
from summarize.card import Card
from summarize.daily.day import briefing_of, reason_against, since_last
from summarize.daily.store import told_in
from summarize.errors import UsageError
from summarize.stories.composing import Edition


def brief_day(  # noqa: PLR0913 - all that a briefing is of
    cards: Sequence[Card],
    date: str,
    *,
    before: Briefing | None = None,
    zone: str = "UTC",
    since: str | None = None,
    watch: Sequence[str] = (),
    length: Length = "standard",
    title: str = "Daily briefing",
) -> Briefing:
    """The briefing of a day: stories of several cards merged, put in order, and told against the briefing before.

    Args:
        cards: in the order in which their articles are to be numbered. Those of other days are left out, and listed as `skipped`.
        date: ISO date of the day. It is never worked out from the clock.
        before: the last briefing, from which changes are told.
        zone: IANA name of the time zone that the day is of.
        since: ISO date of the first day that articles are taken from; by default that of `before`, else the day before.
        watch: names and topics that come first.
        length: of the forms that are made of it.
        title: its title.

    Raises:
        UsageError: a date or the time zone is none.
    """
    started = time.perf_counter()
    for day in (date, *([since] if since else [])):
        try:
            dt.date.fromisoformat(day)
        except ValueError as error:
            raise UsageError(f"{day!r} is no ISO date such as 2026-03-05") from error
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError(f"{zone!r} is no time zone such as Europe/Oslo") from error
    edition = Edition(
        date=date,
        zone=zone,
        since=since or since_last(date, before.date if before is not None else None),
        length=length,
        watch=tuple(watch),
        title=title,
    )
    against = [(card, reason_against(card.article, edition)) for card in cards]
    taken = [card for card, reason in against if reason is None]
    skipped = [Skipped(source=card.article.source, reason=reason) for card, reason in against if reason is not None]
    engines = {card.provenance.engine for card in taken}
    made = Made(
        created=dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat(),
        tool_version=version("summarize"),
        engine=engines.pop() if len(engines) == 1 else "several",
        model=next((card.provenance.model for card in taken if card.provenance.model), None),
        nlp=next((card.provenance.checks.nlp for card in taken if card.provenance.checks.nlp), None),
        cards=len(taken),
        reused=len(taken),
        seconds=round(time.perf_counter() - started, 3),
    )
    return briefing_of(taken, skipped, made, edition, told_in(before) if before is not None else None)
