"""Weekdays ahead that are told one after the other: "plays Norwich on Saturday and Hull on Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from summarize.evidence.times.tense import Clauses
from summarize.evidence.times.verbs import PAST_ENDING, cues_of_tense
from summarize.text.dates import calendars as c
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Match, ResolvedDate, Weekday
from summarize.text.pieces import Pieces

_REACH: Final = 8
"""Tokens between two days of one list: "Stoke on Saturday and, without its captain, Hull on Tuesday"."""
_ON, _JOINS = v.words("on"), v.words("joins_of_listed_days")
_PARTS, _STOPS = v.words("parts_listed_days"), frozenset(".:!?()–—")


def in_its_order(  # noqa: PLR0913, PLR0917 - all that the place of a day in a list rests on
    t: Pieces,
    clauses: Clauses,
    results: Sequence[tuple[Match, ResolvedDate | None]],
    match: Match,
    value: ResolvedDate | None,
    published: date | None,
) -> ResolvedDate | None:
    """The value of a weekday of a list, which does not lie before the one listed before it, if that lies ahead.

    Of a list whose day before is open, the weekday of publication is open as well, and so is one behind a sentence that tells of a day ahead:
    today, or in a week.
    """
    if published is None or value is None or not results or not _is_weekday(match) or not _is_weekday(results[-1][0]):
        return value
    last, before = results[-1]
    if value.first < published or (before is not None and (before.first <= published or value.first > before.first)):
        return value
    if is_listed(t, clauses, last, match):
        if before is None:
            return None if value.first == published else value
        later = c.weekday_from(before.first, value.first.weekday(), direction=1)
        return value._replace(first=later) if later and later > before.first else value
    is_next = clauses.sentence_ends(last.end - 1, match.start) == 1
    return None if is_next and before is not None and value.first == published else value


def _is_weekday(match: Match) -> bool:
    """True for a weekday that no word beside it turns or counts."""
    day = match.expression
    return isinstance(day, Weekday) and day.which is None and day.week is None and day.beside is None


def is_listed(t: Pieces, clauses: Clauses, first: Match, match: Match) -> bool:
    """True for the second of two weekdays of one list: no verb and no clause between them or right behind it, and "on" before both or neither."""
    between = t.lows[first.end : match.start]
    if not between or len(between) > _REACH or clauses.sentence_ends(first.end - 1, match.start):
        return False
    if t.low(match.end) in v.APOSTROPHES or _is_verb(t.low(match.end)):
        return False
    is_joined = not _JOINS.isdisjoint(between)
    is_parted = any(low in _PARTS or low in _STOPS or _is_verb(low) for low in between)
    return is_joined and not is_parted and (t.low(first.start - 1) in _ON) == (between[-1] in _ON)


def _is_verb(low: str) -> bool:
    """True for what may show a tense: "will", "confirmed"."""
    return low in cues_of_tense() or low.endswith(PAST_ENDING)
