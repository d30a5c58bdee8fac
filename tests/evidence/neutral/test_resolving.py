"""Which day, month or year a date without one is of, by the day of publication: Wednesday, 14 October 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from summarize.evidence.neutral.resolving import (
    FoundDate,
    Taken,
    counted_date,
    day_alone,
    iso_day,
    month_value,
    on_weekday,
    quarter_year,
    weekday_value,
    year_of,
)
from summarize.evidence.neutral.tense import Way

PUBLISHED = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("unit", "number", "value", "last", "precision"),
    [
        ("day", 0, "2026-10-14", None, "day"),
        ("day", -2, "2026-10-12", None, "day"),
        ("week", 0, "2026-10-12", "2026-10-18", "day"),
        ("week", -1, "2026-10-05", "2026-10-11", "day"),
        ("week", 1, "2026-10-19", "2026-10-25", "day"),
        ("month", 0, "2026-10", None, "month"),
        ("month", 2, "2026-12", None, "month"),
        ("month", 3, "2027-01", None, "month"),
        ("month", -10, "2025-12", None, "month"),
        ("year", -3, "2023", None, "year"),
    ],
)
def test_so_many_units(unit: str, number: int, value: str, last: str | None, precision: str) -> None:
    """A week is from Monday to Sunday; months and years are as long as they are said to be away."""
    assert counted_date((3, 9), unit, number, PUBLISHED) == FoundDate(3, 9, value, last, precision)  # type: ignore[arg-type]
    assert counted_date((3, 9), unit, number, None) == FoundDate(3, 9, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("weekday", range(7))
def test_weekdays(weekday: int) -> None:
    """The last such day up to the publication, or the next from it; the day itself is both; without a tense it stays open."""
    last, following = (weekday_value(weekday, way, PUBLISHED) for way in ("past", "future"))
    assert last is not None
    assert following is not None
    assert date.fromisoformat(last).weekday() == date.fromisoformat(following).weekday() == weekday
    assert timedelta(0) <= PUBLISHED - date.fromisoformat(last) < timedelta(7)
    assert timedelta(0) <= date.fromisoformat(following) - PUBLISHED < timedelta(7)
    assert weekday_value(weekday, None, PUBLISHED) is weekday_value(weekday, "past", None) is None


def test_a_weekday_with_its_number() -> None:
    """The nearest day that has weekday, number and month; none where no day of the year around has."""
    assert on_weekday(0, 12, 10, PUBLISHED) == date(2026, 10, 12)
    assert on_weekday(4, 13, None, PUBLISHED) == date(2026, 11, 13)
    assert on_weekday(1, 13, None, PUBLISHED) == date(2026, 10, 13)
    assert on_weekday(6, 13, 10, PUBLISHED) is None
    assert on_weekday(3, 1, 1, PUBLISHED) == date(2026, 1, 1)
    assert on_weekday(0, 1, 12, PUBLISHED) is None  # Monday, 1 December 2025, was more than three hundred days before
    assert on_weekday(4, 1, 1, PUBLISHED) == date(2027, 1, 1)


def test_days_of_the_calendar() -> None:
    """There is no 30 February."""
    assert (iso_day(2026, 2, 28), iso_day(2026, 2, 29), iso_day(2024, 2, 29)) == ("2026-02-28", None, "2024-02-29")


@pytest.mark.parametrize(
    ("month", "days", "way", "year"),
    [
        (10, [14], "past", 2026),
        (10, [14], "future", 2026),
        (10, [13], "past", 2026),
        (10, [15], "future", 2026),
        (10, [15], "past", None),
        (10, [13], "future", None),
        (3, [12], "past", 2026),
        (3, [12], "future", 2027),
        (12, [24], "past", 2025),
        (12, [24], "future", 2026),
        (10, [13, 15], "past", 2026),
        (10, [13, 15], "future", 2026),
        (10, [1], None, 2026),
        (11, [28], None, 2026),
        (11, [29], None, None),
        (8, [30], None, 2026),
        (8, [29], None, None),
        (2, [29], "past", None),
        (2, [29], "future", None),
    ],
)
def test_the_year_of_a_day(month: int, days: list[int], way: Way | None, year: int | None) -> None:
    """By the tense the last or the next such day; of days that are near, this year's unless the tense contradicts; without either none."""
    assert year_of(month, days, way, PUBLISHED) == year
    assert year_of(month, days, way, None) is None


def test_a_near_day_of_another_year() -> None:
    """In the first days of January, 28 December is that of the year before, and at the end of December 2 January that of the next."""
    assert year_of(12, [28], None, date(2026, 1, 3)) == 2025
    assert year_of(1, [2], None, date(2026, 12, 29)) == 2027


@pytest.mark.parametrize(
    ("month", "past", "future"),
    [(10, "2026-10", "2026-10"), (9, "2026-09", "2027-09"), (11, "2025-11", "2026-11"), (1, "2026-01", "2027-01")],
)
def test_months(month: int, past: str, future: str) -> None:
    """The month of publication is this year's, whatever the tense; another is the last or the next."""
    assert month_value(month, "past", PUBLISHED) == past
    assert month_value(month, "future", PUBLISHED) == future
    assert month_value(month, None, PUBLISHED) is month_value(month, "past", None) is None


@pytest.mark.parametrize(
    ("published", "now"),
    [
        (date(2026, 1, 1), 1),
        (date(2026, 3, 31), 1),
        (date(2026, 4, 1), 2),
        (date(2026, 9, 30), 3),
        (date(2026, 10, 1), 4),
        (date(2026, 12, 31), 4),
    ],
)
def test_quarters(published: date, now: int) -> None:
    """The quarter of publication is this year's; one after it has its last turn the year before, one before it its next the year after."""
    for quarter in range(1, 5):
        assert quarter_year(quarter, "past", published) == 2026 - (quarter > now)
        assert quarter_year(quarter, "future", published) == 2026 + (quarter < now)
    assert quarter_year(1, None, published) is quarter_year(1, "past", None) is None


def test_a_number_alone() -> None:
    """ "The 14th" is today; the 23rd the last or the next one, in another month if this one has it not behind or before it."""
    assert day_alone(14, "past", PUBLISHED) == day_alone(14, "future", PUBLISHED) == "2026-10-14"
    assert (day_alone(23, "past", PUBLISHED), day_alone(23, "future", PUBLISHED)) == ("2026-09-23", "2026-10-23")
    assert (day_alone(15, "past", PUBLISHED), day_alone(13, "future", PUBLISHED)) == ("2026-09-15", "2026-11-13")
    assert day_alone(31, "past", PUBLISHED) is None
    assert day_alone(23, None, PUBLISHED) is None


def test_what_is_taken() -> None:
    """A range is taken once; one that touches it is free, one that shares a code point with it is not, and then none of it is taken."""
    taken = Taken()
    assert taken.take(3, 6)
    assert not taken.take(5, 8)
    assert not taken.take(2, 4)
    assert taken.take(6, 8)
    assert taken.take(2, 3)
