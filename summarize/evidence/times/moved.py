"""Two days of which one is given up for the other: "postponed from 14 December to 11 January" is no period."""

from __future__ import annotations

from typing import Final

from summarize.evidence.times.verbs import rule_of
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Match, Point, Range, Unknown, Weekday
from summarize.text.pieces import Pieces

_OPENERS: Final = v.words("range_openers") - v.words("between")
_MOVED: Final = v.words("moved")
_PUTTING_OFF, _A_THING = v.words("putting_off"), v.words("putting_off_a_thing")
_PUTTING, _OFF = v.words("putting"), v.words("off")
_MOVED_WITHIN: Final = 3
_INTO: Final = v.words("into_a_place")
_PARTS: Final = v.words("parts_clauses") - v.words("infinitive") | v.words("of_places")
_OF_WHY: Final = v.words("reasons_of_a_move")
_REACH: Final = 16
"""Tokens before "from" in which the verb stands that moves something."""
_PARTICLE_REACH: Final = 8
"""Tokens behind "put" or "brought" in which its "off" or "forward" stands."""


def is_moved(t: Pieces, start: int) -> bool:
    """True for a date behind "from" where something is moved from that day to another: "put off", "brought the vote forward"."""
    if t.low(start - 1) not in _OPENERS:
        return False
    opener = start - 1
    if any(t.low(opener - back) in _MOVED for back in range(1, 1 + _MOVED_WITHIN)):
        return True
    for at in range(opener - 1, max(opener - _REACH, 0) - 1, -1):
        low = t.low(at)
        if low in _PUTTING_OFF:
            return t.low(at + 1) not in _INTO
        if low in _A_THING and t.low(at + 1) in v.DETERMINERS:
            return True
        if low in _PUTTING and not _OFF.isdisjoint(t.lows[at + 1 : min(at + _PARTICLE_REACH, opener)]):
            return True
        if _is_parted(t, at):
            return False
    return False


def _is_parted(t: Pieces, at: int) -> bool:
    """True for what the words before it do not govern beyond: a mark, a clause, a place that it is moved to, another verb."""
    low = t.low(at)
    if low in _OF_WHY and t.low(at + 1) in v.DETERMINERS:
        return False  # a verb in its clause has parted them already
    if low in _PARTS or not (low[:1].isalnum() or low in v.APOSTROPHES or low in v.DASHES):
        return True
    return rule_of(t, at) is not None and t.low(at - 1) not in v.DETERMINERS


def given_up(found: Match) -> Match:
    """The day that something was put off from, which stays open."""
    if isinstance(found.expression, (Point, Weekday)):
        precision = found.expression.grain if isinstance(found.expression, Point) else "day"
        return found._replace(expression=Unknown(precision))
    return found


def to_day(t: Pieces, found: Match) -> Match:
    """The later of two days of one month where something is moved to it: "18 December" of "postponed from 14 to 18 December"; else as found."""
    if (
        not isinstance(found.expression, Range)
        or not isinstance(found.expression.last, Point)
        or not is_moved(t, found.start)
    ):
        return found
    joins = (at for at in range(found.start, found.end) if t.low(at) in v.RANGE_WORDS)
    join = next(joins, None)
    return found if join is None else Match(join + 1, found.end, found.expression.last)
