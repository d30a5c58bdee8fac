"""The grammar of dates in figures. Each rule looks at a bounded number of tokens."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from summarize.text.dates.calendars import day_of
from summarize.text.dates.expressions import Clock, Expression, Match, Point, Unknown
from summarize.text.pieces import Pieces

_FIRST_YEAR, _LAST_YEAR = 1000, 2099
_DAYS, _MONTHS = 31, 12


@cache
def _figures() -> dict[str, re.Pattern[str]]:
    return {
        "iso": re.compile(
            r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
            r"(?:(?:T|[^\S\n])([0-9]{2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![0-9A-Za-z-])"
        ),
        "big": re.compile(r"([0-9]{4})([/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/])"),
        "little": re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9/]|[.-][0-9])"),
    }


def figures(t: Pieces, i: int) -> Match | None:
    """Dates in figures: ISO dates and datetimes, "2025/11/29", "29/11/2025". A day that may be a month stays open."""
    if t.low(i + 1) not in {"-", "/", "."} or not t.joined(i) or not t.joined(i + 1) or not t.is_number(i + 2):
        return None
    if t.joined(i - 1) and (t.word(i - 1)[-1:].isalnum() or t.word(i - 1) in {"-", "/", ".", "$", "€", "£"}):
        return None
    patterns = _figures()
    start = t.starts[i]
    if found := patterns["iso"].match(t.text, start):
        day = day_of(int(found[1]), int(found[2]), int(found[3]))
        return _figure_match(t, i, found.end(), _with_clock(found, day)) if day else None
    if found := patterns["big"].match(t.text, start):
        day = day_of(int(found[1]), int(found[3]), int(found[4]))
        return _figure_match(t, i, found.end(), Point(day.year, month=day.month, day=day.day)) if day else None
    found = patterns["little"].match(t.text, start)
    if found is None or (len(found[4]) == 2 and found[2] != "/"):
        return None
    return _little(t, i, found)


def _with_clock(found: re.Match[str], day: date) -> Expression | None:
    point = Point(day.year, month=day.month, day=day.day)
    if found[4] is None:
        return point
    hour, minute, zone = int(found[4]), int(found[5]), found[6] or ""
    if hour >= 24 or minute >= 60:
        return None
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return Clock(f"{hour:02d}:{minute:02d}", zone, day=point)


def _little(t: Pieces, i: int, found: re.Match[str]) -> Match | None:
    one, two = int(found[1]), int(found[3])
    if not (1 <= one <= _DAYS and 1 <= two <= _DAYS) or min(one, two) > _MONTHS:
        return None
    ambiguous = one <= _MONTHS and two <= _MONTHS and one != two
    # A year of two figures leaves the century open, and a point is only used where the day comes first.
    if ambiguous and found[2] == ".":
        ambiguous, two_is_month = False, True
    else:
        two_is_month = two <= _MONTHS and (one > _MONTHS or one == two)
    if ambiguous or len(found[4]) == 2:
        return _figure_match(t, i, found.end(), Unknown("day"))
    month, day = (two, one) if two_is_month else (one, two)
    year = int(found[4])
    if not _FIRST_YEAR <= year <= _LAST_YEAR or day_of(year, month, day) is None:
        return None
    return _figure_match(t, i, found.end(), Point(year, month=month, day=day))


def _figure_match(t: Pieces, i: int, end: int, expression: Expression | None) -> Match | None:
    if expression is None:
        return None
    after = i
    while after < t.size and t.starts[after] < end:
        after += 1
    # A token that only partly belongs ("T09") cannot be cut, so the figures must end where a token ends.
    return Match(i, after, expression) if t.ends[after - 1] == end else None
