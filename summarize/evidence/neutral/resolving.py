"""The value of a date that lies by the day of publication: which year a day is of, which week a weekday."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from summarize.evidence.neutral.tense import Way
from summarize.findings import Precision
from summarize.languages.basics import Unit

Range = tuple[int, int]

_WINDOW = 300
"""Days around the publication within which a weekday with its day is looked for."""
_NEAR_DAYS = 45
"""A day without a year that lies so near to the publication is that of this year, unless its tense says otherwise."""
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date: a half-open code-point range of the text, and its ISO value, first and last; None where it stays open."""

    start: int
    end: int
    value: str | None
    last: str | None = None
    precision: Precision = "day"


class Taken:
    """The code points that dates have taken, so that none is read twice; asked in the time that one date's length takes."""

    def __init__(self) -> None:
        self._points: set[int] = set()

    def take(self, start: int, end: int) -> bool:
        """Take a half-open range if all of it is free; False if it is not."""
        if not self._points.isdisjoint(range(start, end)):
            return False
        self._points.update(range(start, end))
        return True


def counted_date(at: Range, unit: Unit, number: int, published: date | None) -> FoundDate:
    """So many days, weeks, months or years from the publication."""
    if published is None:
        return FoundDate(*at, None)
    if unit == "day":
        return FoundDate(*at, (published + timedelta(days=number)).isoformat())
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=number)
        return FoundDate(*at, monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    if unit == "year":
        return FoundDate(*at, f"{published.year + number:04}", precision="year")
    months = published.year * _MONTHS + published.month - 1 + number
    return FoundDate(*at, f"{months // _MONTHS:04}-{months % _MONTHS + 1:02}", precision="month")


def weekday_value(weekday: int, way: Way | None, published: date | None) -> str | None:
    """The last such weekday up to the publication, or the next from it."""
    if published is None or way is None:
        return None
    if way == "past":
        return (published - timedelta(days=(published.weekday() - weekday) % 7)).isoformat()
    return (published + timedelta(days=(weekday - published.weekday()) % 7)).isoformat()


@lru_cache(maxsize=1024)
def on_weekday(weekday: int, day: int, month: int | None, published: date) -> date | None:
    """The day nearest to the publication that has this weekday, number and month: they bear each other out."""
    fitting = [
        each
        for offset in range(-_WINDOW, _WINDOW)
        if (each := published + timedelta(days=offset)).weekday() == weekday
        and each.day == day
        and month in {None, each.month}
    ]
    return min(fitting, key=lambda each: abs((each - published).days), default=None)


NEWS_YEARS: Final = range(1000, 2200)
"""Years that a date in the news is of; four figures behind a day that are none of them give it no other year, and no value."""


def iso_day(year: int, month: int, day: int) -> str | None:
    """The ISO form, None if there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def year_of(month: int, days: Sequence[int], way: Way | None, published: date | None) -> int | None:
    """The year of some days of a month, by tense; without one that of the nearest, if it is near; None if both disagree or none tells."""
    if published is None:
        return None
    near = next((year for year in _years_around(published) if _is_near(year, month, days, published)), None)
    if way is None:
        return near
    today = published.isoformat()
    years = (published.year, published.year - 1) if way == "past" else (published.year, published.year + 1)
    edge = days[0] if way == "past" else days[-1]
    for year in years:
        found = iso_day(year, month, edge)
        if found is not None and ((found <= today) if way == "past" else (found >= today)):
            return year if near in {None, year} else None
    return None


def _years_around(published: date) -> tuple[int, int, int]:
    return published.year, published.year - 1, published.year + 1


def _is_near(year: int, month: int, days: Sequence[int], published: date) -> bool:
    found = iso_day(year, month, days[0])
    return found is not None and abs((date.fromisoformat(found) - published).days) <= _NEAR_DAYS


def day_alone(day: int, way: Way | None, published: date) -> str | None:
    """The day of this number nearest before the publication, or after it: "23日"."""
    if way is None:
        return None
    step = -1 if way == "past" else 1
    days = (published + timedelta(days=step * offset) for offset in range(31))
    return next((each.isoformat() for each in days if each.day == day), None)


def month_value(month: int, way: Way | None, published: date | None) -> str | None:
    """The last such month up to the publication, or the next from it."""
    if published is None or way is None:
        return None
    if way == "past":
        return f"{published.year - (month > published.month):04}-{month:02}"
    return f"{published.year + (month < published.month):04}-{month:02}"


def quarter_year(quarter: int, way: Way | None, published: date | None) -> int | None:
    """The year of the last such quarter that has begun, or the next one that ends after the publication."""
    if published is None or way is None:
        return None
    now = (published.month + 2) // 3
    return published.year - (quarter > now) if way == "past" else published.year + (quarter < now)
