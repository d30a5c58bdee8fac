"""Calendar arithmetic that never raises: what falls outside the years 1 to 9999 is None."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

WEEK = 7
MONTHS_A_YEAR = 12
MONTHS_A_QUARTER = 3
LEAP_DAY = (2, 29)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_length(year: int, month: int) -> int:
    """The number of days in a month of a year in 1 to 9999."""
    return calendar.monthrange(year, month)[1]


def plus_days(day: date, count: int) -> date | None:
    """The day `count` days later (earlier if negative)."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def plus_months(day: date, count: int) -> date | None:
    """The same day of the month `count` months later, or that month's last day if it is shorter."""
    months = day.year * MONTHS_A_YEAR + day.month - 1 + count
    year, month = divmod(months, MONTHS_A_YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def shift(day: date, unit: str, count: int) -> date | None:
    """The day `count` units away: day, week, fortnight, month, quarter, year or decade."""
    days = {"day": 1, "week": WEEK, "weekend": WEEK, "fortnight": 2 * WEEK}.get(unit)
    if days is not None:
        return plus_days(day, days * count)
    return plus_months(day, {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] * count)


def quarter_of(day: date) -> int:
    """The calendar quarter, 1 to 4."""
    return (day.month - 1) // MONTHS_A_QUARTER + 1


def week_of(day: date) -> tuple[date, date] | None:
    """Monday and Sunday of the ISO week a day is in."""
    monday = plus_days(day, -day.weekday())
    sunday = plus_days(day, 6 - day.weekday())
    return (monday, sunday) if monday and sunday else None


def weekday_from(day: date, weekday: int, *, direction: int) -> date | None:
    """The nearest day with that weekday (Monday is 0) at or before (-1), or at or after (1), a day."""
    distance = (weekday - day.weekday()) % WEEK if direction > 0 else -((day.weekday() - weekday) % WEEK)
    return plus_days(day, distance)


def easter(year: int) -> date:
    """Western Easter Sunday of a year in 1 to 9999 (Gregorian computus, Meeus)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    correction = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
