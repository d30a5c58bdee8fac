"""The grammar of days known by a name: holidays, and the first or last day of a month."""

from __future__ import annotations

from summarize.evidence.times import vocabulary as v
from summarize.evidence.times.dates import day_number, month_name
from summarize.evidence.times.expressions import Holiday, Match, NthWeekday, Point
from summarize.evidence.times.years import year_of
from summarize.text.pieces import Pieces

_FIXED_HOLIDAYS = {
    ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("boxing", "day"): (12, 26),
    ("juneteenth", ""): (6, 19), ("halloween", ""): (10, 31), ("armistice", "day"): (11, 11),
}  # fmt: skip
_EASTER_DAYS = {("good", "friday"): -2, ("easter", "sunday"): 0, ("easter", "monday"): 1}


def part_of_month(t: Pieces, i: int) -> Match | None:
    """Reads "the last day of March" as a day; "the first week of June" is only June: nobody agrees on its days."""
    low, unit = t.low(i), t.low(i + 1)
    if (
        t.low(i + 2) != "of"
        or unit not in {"day", "week", "weekend", "days", "weeks"}
        or low not in {"first", "last", "second", "third", "final"}
    ):
        return None
    named = month_name(t, i + 3)
    if named is None or day_number(t, named[1]) is not None:
        return None
    known = year_of(t, named[1])
    point, end = (known[0]._replace(month=named[0]), known[1]) if known else (Point(month=named[0]), named[1])
    if unit == "day" and low == "first":
        point = point._replace(day=1)
    elif unit == "day" and low in {"last", "final"} and point.month != 2:
        point = point._replace(day=30 if point.month in {4, 6, 9, 11} else 31)
    return Match(i, end, point)


def nth_weekday(t: Pieces, i: int) -> Match | None:
    """Reads "the first Sunday of February" and "last Friday in May 2024"."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}[t.low(i)]
    weekday = v.WEEKDAYS.get(t.low(i + 1))
    named = month_name(t, i + 3)
    if weekday is None or t.low(i + 2) not in {"of", "in"} or named is None or day_number(t, named[1]) is not None:
        return None
    known = year_of(t, named[1])
    month, end = (known[0]._replace(month=named[0]), known[1]) if known else (Point(month=named[0]), named[1])
    return Match(i, end, NthWeekday(number, weekday, month))


def holiday(t: Pieces, i: int) -> Match | None:
    """Reads "Christmas Day 2023", "New Year's Eve", "Easter Monday", "the Fourth of July"."""
    low, second = t.low(i), t.low(i + 1)
    if not t.is_capitalised(i):
        return None
    if low == "new":
        at = i + 4 if second == "year" and t.low(i + 3) == "s" else i + 3
        if second != "year" or t.low(at) not in {"day", "eve"} or not t.is_capitalised(at):
            return None
        return _dated_holiday(t, i, at + 1, (1, 1) if t.low(at) == "day" else (12, 31))
    if low == "valentine" and second in v.APOSTROPHES and t.low(i + 3) == "day":
        return _dated_holiday(t, i, i + 4, (2, 14))
    if low == "fourth" and second == "of" and t.low(i + 2) == "july":
        return _dated_holiday(t, i, i + 3, (7, 4))
    if (low, second) in _EASTER_DAYS and t.low(i - 1) != "orthodox":
        return None if t.is_capitalised(i + 2) else _dated_holiday(t, i, i + 2, (None, _EASTER_DAYS[low, second]))
    if (low, "") in _FIXED_HOLIDAYS:
        return _dated_holiday(t, i, i + 1, _FIXED_HOLIDAYS[low, ""])
    fixed = _FIXED_HOLIDAYS.get((low, second))
    return _dated_holiday(t, i, i + 2, fixed) if fixed and t.is_capitalised(i + 1) else None


def _dated_holiday(t: Pieces, i: int, end: int, day: tuple[int | None, int]) -> Match:
    year = year_of(t, end)
    if year and not year[0].that_year:
        return Match(i, year[1], Holiday(*day, year=year[0].year, year_shift=year[0].year_shift))
    return Match(i, end, Holiday(*day))
