"""The day that a paragraph tells of, from which the next one counts on: "The next day", or "All were saved by 9.30 a.m."."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from summarize.evidence.times.tense import Clauses
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Match, Value
from summarize.text.pieces import Pieces

_WEEK = 7
_NOON = "12:00"
_MORNING, _LATER = v.words("morning_parts"), v.words("later_parts")
_QUOTES = {"“": 1, "”": -1}
_SAID_BEFORE = 5
"""Words before a day among which one of saying stands where the day is that of saying: "said in a statement on Tuesday"."""
_BEFORE = 2
"""Words before a day among which one may narrow it: "late on Sunday"."""


class Told(NamedTuple):
    """The one day of a region, what else that says of the hour, and whether it is only the day on which somebody said something."""

    day: Value
    words: frozenset[str]
    is_of_saying: bool


def only_day(t: Pieces, results: list[tuple[Match, Value | None]]) -> Told | None:
    """The day that a region tells of, if it tells of one."""
    found = [(m, value) for m, value in results if value and value.precision in {"day", "time"} and not value.last]
    if len({value.first for _, value in found}) != 1:
        return None
    words = frozenset(t.low(at) for match, _ in found for at in range(match.start - _BEFORE, match.end))
    said = (t.low(at) for match, _ in found for at in (*range(match.start - _SAID_BEFORE, match.start), match.end))
    return Told(found[0][1], words, is_of_saying=any(low in v.SAYING for low in said))


def is_of_week(value: Value, published: date | None) -> bool:
    """True for a day at most a week from publication."""
    return published is not None and abs((value.first - published).days) <= _WEEK


def agrees(clauses: Clauses, match: Match, day: Value, published: date | None) -> bool:
    """True if a time of day may be of that day by its tense: what "was measured at 7am" was not on a day to come."""
    if published is None or day.first == published:
        return True
    return clauses.cue(match.start, match.end).tense != ("past" if day.first > published else "future")


def goes_on(t: Pieces, clauses: Clauses, match: Match, clock: str, told: Told, published: date | None) -> bool:  # noqa: PLR0913, PLR0917
    """True if a time of day (ISO) without a day, the first of its paragraph, is of the day that the one before tells of.

    What somebody says, does as a habit ("gets up at 5 a.m.") or had done before may be of another day, and so may what does not fit the hour told:
    "found on Monday morning" by somebody who "heard shots at 11 p.m.".
    """
    if told.is_of_saying or published is None or not is_of_week(told.day, published):
        return False
    tense = "future" if told.day.first > published else "past"
    if clauses.cue(match.start, match.end).tense != tense or clauses.is_completed(match.start) or _is_quoted(t, match):
        return False
    if told.day.clock:
        return clock > told.day.clock[: len(clock)]
    return not (told.words & (_LATER if clock < _NOON else _MORNING))


def _is_quoted(t: Pieces, match: Match) -> bool:
    before = t.lows[: match.start]
    return before.count('"') % 2 == 1 or sum(_QUOTES.get(low, 0) for low in before) > 0
