"""Rules of calendar arithmetic, beside those of the standard library and of dateutil's Easter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.dates.calendars import (
    day_of,
    easter,
    month_length,
    plus_days,
    plus_months,
    quarter_of,
    shift,
    week_of,
    weekday_from,
)

FIRST, LAST = date.min, date.max


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 5), 1, date(2026, 12, 5)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2026, 1, 5), -1, date(2025, 12, 5)),
        (date(2026, 3, 31), -13, date(2025, 2, 28)),
        (FIRST, -1, None),
        (LAST, 1, None),
        (date(1, 2, 1), -1, date(1, 1, 1)),
        (date(9999, 11, 1), 1, date(9999, 12, 1)),
    ],
)
def test_months_later(day: date, count: int, later: date | None) -> None:
    """The day stays the same, or is the month's last where the month is shorter; beyond the calendar there is none."""
    assert plus_months(day, count) == later


@pytest.mark.parametrize(
    ("unit", "later"),
    [
        ("day", date(2026, 1, 17)),
        ("week", date(2026, 1, 29)),
        ("weekend", date(2026, 1, 29)),
        ("fortnight", date(2026, 2, 12)),
        ("month", date(2026, 3, 15)),
        ("quarter", date(2026, 7, 15)),
        ("year", date(2028, 1, 15)),
        ("decade", date(2046, 1, 15)),
    ],
)
def test_two_units_later(unit: str, later: date) -> None:
    """Each unit has its length."""
    assert shift(date(2026, 1, 15), unit, 2) == later


def test_quarters() -> None:
    """Each quarter has three months."""
    assert [quarter_of(date(2026, month, 1)) for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)))
def test_a_week_is_that_of_iso(day: date) -> None:
    """From the Monday at or before a day to the Sunday six days later."""
    found = week_of(day)
    assert found is not None
    monday, sunday = found
    assert monday <= day <= sunday
    assert (monday.weekday(), sunday - monday) == (0, timedelta(days=6))


def test_a_week_that_the_calendar_cuts_off() -> None:
    """The last week of the year 9999 has no Sunday."""
    assert week_of(LAST) is None


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(0, 6))
def test_the_nearest_weekday(day: date, weekday: int) -> None:
    """It has that name and lies less than a week away, on the side that is asked for; the day itself counts."""
    before, after = weekday_from(day, weekday, direction=-1), weekday_from(day, weekday, direction=1)
    assert before is not None
    assert after is not None
    assert before.weekday() == after.weekday() == weekday
    assert timedelta(0) <= day - before < timedelta(days=7)
    assert timedelta(0) <= after - day < timedelta(days=7)


def test_what_the_calendar_does_not_have() -> None:
    """No such day is None, and so is a day beyond the first and the last."""
    assert (day_of(2026, 2, 29), day_of(2024, 2, 29)) == (None, date(2024, 2, 29))
    assert (plus_days(LAST, 1), plus_days(FIRST, -1), plus_days(FIRST, 1)) == (None, None, date(1, 1, 2))
    assert (month_length(2026, 2), month_length(2024, 2), month_length(2026, 12)) == (28, 29, 31)


@pytest.mark.parametrize(
    "day",
    [
        date(1818, 3, 22),  # the earliest that it can be
        date(1900, 4, 15),
        date(1943, 4, 25),  # the latest
        date(1954, 4, 18),  # where simple rules are a week late
        date(1981, 4, 19),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
        date(2049, 4, 18),
        date(2076, 4, 19),
        date(2100, 3, 28),
    ],
)
def test_easter(day: date) -> None:
    """Easter Sundays as printed in the tables of the Gregorian calendar."""
    assert easter(day.year) == day


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """It falls on a Sunday from 22 March to 25 April."""
    day = easter(year)
    assert day.weekday() == 6
    assert (3, 22) <= (day.month, day.day) <= (4, 25)
