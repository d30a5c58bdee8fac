"""Time stamps: dates with a year, as a page or a wire prints them above its text, read by the grammar of running text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from summarize.expressions import expression
from summarize.text.dates import vocabulary as v
from summarize.text.dates.calendars import day_of
from summarize.text.dates.clocks import stamped_clock
from summarize.text.dates.expressions import Clock, Match, Point, Range, Unknown
from summarize.text.dates.figured import figures
from summarize.text.dates.written import day_first, day_number, month_first, month_name, year_number
from summarize.text.months import month_pattern, weekday_pattern
from summarize.text.pieces import Pieces

MONTH: Final = month_pattern("en")
WEEKDAY: Final = weekday_pattern("en")
_YEAR = expression(r"\d{4}")
_BEFORE_TIME, _BEFORE_DATE = v.words("before_time"), v.words("before_date")
_LEAP_YEAR = 2024
_MAX_TIME_LENGTH = 9
"""Pieces of "12:30:00 p.m. EST", which may stand before a date."""


class Stamp(Struct, frozen=True):
    """A date, with its time where one is given, at a half-open code-point range of the text it was read from."""

    start: int
    end: int
    iso: str


@lru_cache(1 << 8)  # the rules of a header ask it of the same lines again and again
def read_stamp(text: str, start: int = 0, end: int | None = None) -> Stamp | None:
    """The first full date (day, month and year) within `text[start:end]`, with a time that follows it, or else stands before it."""
    return next(_stamps(text, start, len(text) if end is None else end), None)


def all_dates(text: str) -> list[date]:
    """Every full date written in `text`, in order."""
    return [date.fromisoformat(stamp.iso[:10]) for stamp in _stamps(text, 0, len(text))]


def figured_dates(text: str) -> list[date]:
    """Both readings of every date in figures whose day may be its month, "02/12/2026": for what only asks near which day and in which year it is."""
    return [
        day
        for found in _FIGURES.finditer(text)
        for month, day_of_month in ((found[1], found[3]), (found[3], found[1]))
        if (day := day_of(int(found[4]), int(month), int(day_of_month))) is not None
    ]


_FIGURES = expression(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])")
_OFFSET = expression(r"(?:Z|[+-]\d\d:\d\d)$")


def time_alone(line: str) -> str:
    """The ISO time of a line that is nothing else, with its offset; an empty string for other lines, and without a zone: such an hour may be an event's."""
    t = Pieces(line, 0, len(line))
    found = stamped_clock(t, 0) if t.size <= _MAX_TIME_LENGTH else None
    return found[0] if found is not None and found[1] == t.size and _OFFSET.search(found[0]) else ""


def _stamps(text: str, start: int, end: int) -> Iterator[Stamp]:
    if not _YEAR.search(text, start, end):
        return  # most lines of a page: nothing to take apart
    t = Pieces(text, start, end)
    free = 0
    for i in range(t.size):
        found = full_date(t, i) if i >= free else None
        if found is not None:
            yield _stamp(t, i, *found)
            free = found[1]


def full_date(t: Pieces, i: int) -> tuple[Point, int, str] | None:
    """The date with day, month and year that begins there, the index after it, and the time of an ISO datetime with its offset, or ""."""
    found: Match | None = None
    if t.is_number(i):
        found = figures(t, i) or day_first(t, i)
    elif t.low(i) in v.MONTHS:
        found = month_first(t, i)
    if found is not None and isinstance(found.expression, Unknown):
        found = _by_weekday(t, found)
    found = found or _year_first(t, i) or _hyphenated_date(t, i) or _dotted_date(t, i)
    if found is None:
        return None
    said, time = found.expression, ""
    if isinstance(said, Range):
        said = said.last
    if isinstance(said, Clock) and said.day is not None:
        time = said.time + said.zone.replace("Z", "+00:00")
        said = said.day
    return (said, found.end, time) if isinstance(said, Point) and said.day and said.year else None


def _by_weekday(t: Pieces, found: Match) -> Match | None:
    """Reads "Fri 03/04/2026", "9/3/2026 (Monday)": of a day that may be a month, the reading that is the weekday beside it; None where neither is, or both are."""
    at = found.start - 1
    while t.low(at) in {",", "."}:
        at -= 1
    if t.low(at) not in v.WEEKDAYS:
        at = found.end + (t.low(found.end) in {",", "("})
    parts = t.text[t.starts[found.start] : t.ends[found.end - 1]].replace("-", "/").replace(".", "/").split("/")
    if t.low(at) not in v.WEEKDAYS or len(parts) != 3 or len(parts[2]) != len("2026"):
        return None
    one, two, year = map(int, parts)
    days = [day_of(year, *reading) for reading in ((one, two), (two, one))]
    fitting = [day for day in days if day is not None and day.weekday() == v.WEEKDAYS[t.low(at)]]
    if len(fitting) != 1:
        return None
    (day,) = fitting
    return found._replace(expression=Point(year=year, month=day.month, day=day.day))


def _year_first(t: Pieces, i: int) -> Match | None:
    """Reads "2026 March 3", "2026-Mar-03"."""
    year, at = year_number(t, i), t.skip(i + 1, "-")
    found = None if year is None else month_first(t, at) or _hyphenated_date(t, at)
    said = found.expression if found is not None else None
    if found is None or not isinstance(said, Point) or said.year is not None:
        return None
    return Match(i, found.end, replace(said, year=year))


def _hyphenated_date(t: Pieces, i: int) -> Match | None:
    """Reads "Mar-18-2026", and "Mar-18" of "2026-Mar-18"."""
    named = month_name(t, i)
    if named is None:
        return None
    month, at = named
    numbered = day_number(t, at + 1) if t.low(at) == "-" else None
    if numbered is None:
        return None
    day, end = numbered
    year = year_number(t, end + 1) if t.low(end) == "-" else None
    if day_of(year or _LEAP_YEAR, month, day) is None:
        return None
    return Match(i, end if year is None else end + 2, Point(year=year, month=month, day=day))


def _dotted_date(t: Pieces, i: int) -> Match | None:
    """Reads "13. October 2026", "13. 10. 2026" and "2026. 10. 13", with a stop behind each figure as much of Europe and Korea writes."""
    first, month, last = t.low(i), i + 2, i + 4 if t.low(i + 3) == "." else i + 3
    if not (t.is_number(i) and t.low(i + 1) == "." and t.joined(i)) or (
        t.low(i - 1) in {".", "/", "-"} and t.joined(i - 1)
    ):
        return None
    if t.is_capitalised(i - 1) and not expression(WEEKDAY).fullmatch(t.low(i - 1).title()):
        return None  # "Round 13. October 2026 was warm"
    named = month_name(t, month)
    number = named[0] if named else int(t.low(month)) if t.is_number(month) and len(t.low(month)) <= 2 else None
    end = t.low(last)
    if number is None or not t.is_number(last) or {len(first), len(end)} not in ({1, 4}, {2, 4}):
        return None
    if named is None and t.low(month + 1) != ".":
        return None
    year, day = (first, end) if len(first) == len("2026") else (end, first)
    is_day = day_of(int(year), number, int(day)) is not None
    return Match(i, last + 1, Point(year=int(year), month=number, day=int(day))) if is_day else None


def _stamp(t: Pieces, i: int, point: Point, after: int, time: str) -> Stamp:
    start, end = t.starts[i], t.ends[after - 1]
    if not time:
        at = after
        while at < after + 4 and (
            t.low(at) in {",", "|", "/", "t"} or t.low(at) in v.DASHES or t.low(at) in _BEFORE_TIME
        ):
            at += 1
        behind = stamped_clock(t, at)
        # "12 May 2026-05" is no time: something has to part the two.
        if behind is not None and (at > after or not t.joined(after - 1)):
            time, end = behind[0], behind[2]
        else:
            time, start = _time_before(t, i)
    day = date(point.year or 0, point.month or 0, point.day or 0).isoformat()
    return Stamp(start, end, f"{day}T{time}" if time else day)


def _time_before(t: Pieces, i: int) -> tuple[str, int]:
    """The time of "3:14 PM EST, Tue January 6, 2026", and where it begins; "" and where the date begins if none stands there."""
    stop = i
    while t.low(stop - 1) in {",", "."} or t.low(stop - 1) in v.WEEKDAYS or t.low(stop - 1) in _BEFORE_DATE:
        stop -= 1
    for at in range(max(0, stop - _MAX_TIME_LENGTH), stop):
        found = stamped_clock(t, at)
        if found is not None and stop <= found[1] <= i:
            return found[0], t.starts[at]
    return "", t.starts[i]
