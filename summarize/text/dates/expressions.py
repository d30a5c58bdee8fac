"""What a time expression says before anything is known about when it was written: the results of the grammar."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct

from summarize.findings import Precision

# "open": planned in the past, as "was due on Friday", which may have come or not.
Tense = Literal["past", "future", "open"]


class Point(Struct, frozen=True):
    """A calendar date with parts that may be missing. A part not given is None."""

    year: int | None = None
    quarter: int | None = None
    half: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_shift: int | None = None  # "last year" is -1
    month_shift: int | None = None  # "next month" is 1
    that_year: bool = False  # "of the same year": the year of the date before

    @property
    def grain(self) -> Precision:
        """The smallest part given."""
        if self.day is not None:
            return "day"
        if self.month is not None or self.half is not None:
            return "month"
        return "quarter" if self.quarter is not None else "year"

    @property
    def has_year(self) -> bool:
        """True if the year needs no guess from the tense."""
        return self.year is not None or self.year_shift is not None or self.that_year


class Weekday(Struct, frozen=True):
    """A weekday (Monday is 0).

    `which`: "last" is -1, "this" 0, "next" 1, the one after it ("Friday week") 2, "the Sunday before last" -2, "after next" 3. `week` counts
    weeks from this one; `beside`: before (-1) or after (1) the day before it in the text, or that day (0).
    """

    weekday: int
    which: int | None = None
    week: int | None = None
    beside: int | None = None


class NthWeekday(Struct, frozen=True):
    """The first (1) to fourth or last (-1) of a weekday in a month."""

    number: int
    weekday: int
    month: Point


class Period(Struct, frozen=True):
    """A whole day, week, weekend, month, quarter or year, counted from the one of publication. None: tense decides.

    `exact`: to the day, "a year ago today". `ahead`: of what is to come alone, "a week today".
    """

    unit: str
    number: int | None
    exact: bool = False
    ahead: bool = False


class Window(Struct, frozen=True):
    """The last (negative) or next units up to or from publication: "the past three months"."""

    unit: str
    number: int


class Anchored(Struct, frozen=True):
    """So many units from the date before it in the text: "two years later", "the previous day"."""

    unit: str
    number: int
    # "the same period last year": keeps the grain of the date before it, and without one is the year meant.
    same: bool = False
    year: int | None = None  # of "the same quarter of 2021"
    compared: bool = False  # "rose 4 per cent in April from a year earlier": the April of that year


class MonthShift(Struct, frozen=True):
    """A month named with "last" (-1), "this" (0) or "next" (1)."""

    month: int
    which: int


class WeekOf(Struct, frozen=True):
    """Seven days by one of them: the week it lies in ("of"), or that it begins (1) or ends (-1)."""

    day: Point
    edge: int = 0


class Holiday(Struct, frozen=True):
    """A day fixed in the calendar, or counted in days from Easter, or known to a country by one of its `names`."""

    month: int | None
    day: int | None
    names: frozenset[str] = frozenset()
    year: int | None = None
    year_shift: int | None = None


class BesideHoliday(Struct, frozen=True):
    """The first of a weekday (Monday is 0) before (-1) or after (1) a holiday."""

    weekday: int
    direction: int
    holiday: Holiday


class Clock(Struct, frozen=True):
    """A time of day, "09:30", with an offset ("Z", "+05:30" or ""), and the day it was given with, if any."""

    time: str
    zone: str
    last: str | None = None
    day: Expression | None = None


class Range(Struct, frozen=True):
    """From one expression to another of the same grain."""

    first: Expression
    last: Expression


class YearSpan(Struct, frozen=True):
    """Years, first and last: "2018-19", "the 1990s"."""

    first: int
    last: int


class Ended(Struct, frozen=True):
    """So many months that end with a month or day: "the quarter ended Sept. 30"."""

    months: int
    end: Point


class Unknown(Struct, frozen=True):
    """An expression whose value these rules leave open, as "1/9/2024"."""

    precision: Precision


Expression = (
    Point
    | Weekday
    | Period
    | Window
    | Anchored
    | MonthShift
    | Holiday
    | BesideHoliday
    | WeekOf
    | NthWeekday
    | Clock
    | Range
    | YearSpan
    | Ended
    | Unknown
)


class Match(NamedTuple):
    """An expression and the half-open range of tokens it stands on."""

    start: int
    end: int
    expression: Expression


class ResolvedDate(NamedTuple):
    """A resolved expression: the first day of its first unit and, for a range, of its last."""

    first: date
    last: date | None
    precision: Precision
    clock: str = ""
    clock_last: str = ""

    def iso(self) -> tuple[str, str | None]:
        """First and last in ISO at this precision; the last is None if this is not a range."""
        first = _iso(self.first, self.precision, self.clock)
        if self.clock_last:
            return first, _iso(self.last or self.first, self.precision, self.clock_last)
        return first, None if self.last is None else _iso(self.last, self.precision, "")


def _iso(day: date, precision: Precision, clock: str) -> str:
    if precision == "year":
        return f"{day.year:04d}"
    if precision == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if precision == "month":
        return f"{day.year:04d}-{day.month:02d}"
    return f"{day.isoformat()}T{clock}" if clock else day.isoformat()
