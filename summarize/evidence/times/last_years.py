"""Days and months under "last year's": of what a sentence tells in full of that year, and what is left open there."""

from __future__ import annotations

from msgspec.structs import replace

from summarize.evidence.times.tense import Clauses
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Expression, Match, Point, Range, Unknown, Weekday
from summarize.text.pieces import Pieces

_LAST = frozenset(word for word, turn in v.WHICH.items() if turn == -1)
_YEAR = v.words("year")
_OWN = "s"
_HOLDERS = v.words("who_had_it")
_FILLED, _HELD, _BEING = v.words("filled_its_time"), v.words("was_held_then"), v.words("being")
_FORWARD = (v.words("forward_helpers") | v.words("present")) - v.words("infinitive")
_ON, _AGO, _LONG_AGO = v.words("on"), v.words("ago"), v.words("long_ago")
_NOUN, _REACH, _CLOSE = 4, 24, 4
"""Tokens behind "last year's" in which its noun stands, before a date in which that is looked for, and in which the verb of it stands."""


def of_last_year(t: Pieces, clauses: Clauses, match: Match) -> Expression | None:
    """What a date without a year says in a sentence that opens with "last year's"; None where that says nothing of it.

    "Last year's strike lasted from 3 to 7 March" is of that year; of "last year's opening, planned for 12 October, was cancelled" it is not sure.
    """
    found, start = match.expression, match.start
    if not _has_no_year(found):
        return None
    opens = next((at for at in range(start - 1, max(0, start - _REACH) - 1, -1) if _is_last_years(t, at)), None)
    if (
        opens is None
        or clauses.sentence_ends(opens, start)
        or not (opens == 0 or clauses.sentence_ends(opens - 1, opens))
    ):
        return None
    between = t.lows[opens + 4 : start]
    if not _HOLDERS.isdisjoint(between[:_NOUN]) or not (_FORWARD | _YEAR).isdisjoint(between):
        return None
    if not _is_of_its_time(t, opens + 4, start):
        return Unknown("day" if not isinstance(found, Point) else found.grain)
    if isinstance(found, Range):
        assert isinstance(found.first, Point)
        return replace(found, first=replace(found.first, year_shift=-1))
    return replace(found, year_shift=-1) if isinstance(found, Point) else None


def _is_of_its_time(t: Pieces, first: int, start: int) -> bool:
    """True if the words right before a date say that what is told of lasted or was held then."""
    for at in range(start - 1, max(first, start - _CLOSE) - 1, -1):
        if not t.is_lower_word(at):
            return False
        if t.low(at) in _FILLED or (t.low(at) in _HELD and t.low(at - 1) in _BEING):
            return True
    return False


def is_of_years_ago(t: Pieces, match: Match) -> bool:
    """True for a weekday or a date of a year back: "arrested a year ago on Sunday"."""
    if not isinstance(match.expression, Weekday) and not _has_no_year(match.expression):
        return False
    at = match.start - 1 - (t.low(match.start - 1) in _ON)
    return t.low(at) in _AGO and t.low(at - 1) in _LONG_AGO


def _is_last_years(t: Pieces, at: int) -> bool:
    is_owned = t.low(at + 2) in v.APOSTROPHES and t.low(at + 3) == _OWN
    return t.low(at) in _LAST and t.low(at + 1) in _YEAR and is_owned


def _has_no_year(expression: Expression) -> bool:
    """True for a day or month, or a stretch of them, of which no year is said."""
    if isinstance(expression, Range):
        ends = (expression.first, expression.last)
        return all(isinstance(end, Point) and end.month is not None and not end.has_year for end in ends)
    if not isinstance(expression, Point) or expression.month is None:
        return False
    return not expression.has_year and expression.month_shift is None
