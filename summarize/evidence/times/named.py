"""Days known by a name, their grammar and which day they are: holidays, and the first or last day of a month."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from msgspec.structs import replace

from summarize.evidence.times.points import Context, point_start, year_by_cue
from summarize.evidence.times.years import year_of
from summarize.text.dates import calendars as c
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import BesideHoliday, Holiday, Match, NthWeekday, Point, Range, Unknown
from summarize.text.dates.national import national_days
from summarize.text.dates.written import day_number, month_name
from summarize.text.pieces import Pieces

_MONTH_PARTS, _ONE_DAY = v.words("month_parts"), v.words("one_day")
_FIRST_PART, _LAST_PART = v.words("first_part"), v.words("last_part")
MONTH_ORDINALS = v.words("month_ordinals")
_OF, _WITHIN, _MONTHS = v.words("of"), v.words("within"), v.words("counted_months")
_OTHER_CALENDARS = v.words("other_calendars")
_THE, _BESIDE_HOLIDAY = v.words("the"), v.words("beside_holiday")
_AFTER_HOLIDAY = v.words("function_words")


def part_of_month(t: Pieces, i: int) -> Match | None:
    """Reads "the last day of March" as a day; "the first week of June" is only June: nobody agrees on its days."""
    low, unit = t.low(i), t.low(i + 1)
    if t.low(i + 2) not in _OF or unit not in _MONTH_PARTS or low not in MONTH_ORDINALS:
        return None
    named = month_name(t, i + 3)
    if named is None or day_number(t, named[1]) is not None:
        return None
    known = year_of(t, named[1])
    point, end = (replace(known[0], month=named[0]), known[1]) if known else (Point(month=named[0]), named[1])
    if unit in _ONE_DAY and low in _FIRST_PART:
        point = replace(point, day=1)
    elif unit in _ONE_DAY and low in _LAST_PART and point.month != 2:
        point = replace(point, day=30 if point.month in {4, 6, 9, 11} else 31)
    return Match(i, end, point)


def months_of_year(t: Pieces, i: int) -> Match | None:
    """Reads "the first nine months of the year", "the last three months of 2025"; open where somebody's own year is meant."""
    low, after = t.low(i), i + 1
    count = v.CARDINALS.get(t.low(after)) or (int(t.low(after)) if t.is_number(after) and len(t.low(after)) <= 2 else 0)
    if not 2 <= count < 12 or t.low(after + 1) not in _MONTHS or t.low(after + 2) not in _WITHIN:
        return None
    own = any(t.low(at) in v.FISCAL for at in range(after + 3, after + 6))
    known = year_of(t, after + 2)
    if known is None or known[0].that_year:
        return None
    ends = 12 if low in _LAST_PART else count
    months = Range(replace(known[0], month=ends - count + 1), replace(known[0], month=ends))
    return Match(i, known[1], Unknown("month") if own else months)


def nth_weekday(t: Pieces, i: int) -> Match | None:
    """Reads "the first Sunday of February" and "last Friday in May 2024"."""
    number = v.NTH[t.low(i)]
    weekday = v.WEEKDAYS.get(t.low(i + 1))
    named = month_name(t, i + 3)
    if (
        weekday is None
        or not t.is_capitalised(i + 1)
        or t.low(i + 2) not in _WITHIN
        or named is None
        or day_number(t, named[1]) is not None
    ):
        return None
    known = year_of(t, named[1])
    month, end = (replace(known[0], month=named[0]), known[1]) if known else (Point(month=named[0]), named[1])
    return Match(i, end, NthWeekday(number, weekday, month))


def holiday(t: Pieces, i: int) -> Match | None:
    """Reads "Christmas Day 2023", "New Year's Eve", "Easter Monday", "the Fourth of July"."""
    if not t.is_capitalised(i) or t.low(i - 1) in _OTHER_CALENDARS:
        return None
    for row in v.HOLIDAYS:
        end = i + len(row.words)
        if all(_is_word(t.low(i + place), word) for place, word in enumerate(row.words)):
            # "Christmas shopping", "the Easter Monday Club".
            beside = t.is_capitalised(end) or (t.is_lower_word(end) and t.low(end) not in _AFTER_HOLIDAY)
            if (row.capitals and not t.is_capitalised(end - 1)) or (row.alone and beside):
                return None
            year = year_of(t, end)
            known = Holiday(*row.day, row.names)
            if year and not year[0].that_year:
                return Match(i, year[1], replace(known, year=year[0].year, year_shift=year[0].year_shift))
            return Match(i, end, known)
    return None


def beside_holiday(t: Pieces, i: int) -> Match | None:
    """Reads "the Friday before Easter"."""
    direction = v.BESIDE.get(t.low(i + 1)) if t.low(i + 1) in _BESIDE_HOLIDAY else None
    found = holiday(t, i + 2) if direction is not None else None
    if direction is None or found is None or not isinstance(found.expression, Holiday):
        return None
    start = i - 1 if t.low(i - 1) in _THE else i
    return Match(start, found.end, BesideHoliday(v.WEEKDAYS[t.low(i)], direction, found.expression))


def _is_word(low: str, word: str) -> bool:
    return low == word or (word in v.APOSTROPHES and low in v.APOSTROPHES)


def holiday_day(expression: Holiday, context: Context) -> date | None:
    """The day of a holiday: of its year, or the one that the tense means; None where that is open."""
    year, published = expression.year, context.published
    if year is None and published is not None and expression.year_shift is not None:
        year = published.year + expression.year_shift
    if year is not None:
        return _day_of_holiday(expression, year, context.countries)
    if published is None:
        return None
    days = [
        day for shift in (-1, 0, 1) if (day := _day_of_holiday(expression, published.year + shift, context.countries))
    ]
    return year_by_cue(days, published, context.cue)


def _day_of_holiday(expression: Holiday, year: int, countries: frozenset[str]) -> date | None:
    """The day of a holiday in a year; None where the article's countries keep it on several days, or none of them does."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    if expression.month is not None:
        return c.day_of(year, expression.month, expression.day or 1)
    if expression.day is not None:
        return c.plus_days(c.easter(year), expression.day)
    known = (national_days(country, year) for country in countries)
    days = {country[name] for country in known for name in expression.names if name in country}
    return days.pop() if len(days) == 1 else None


def day_beside_holiday(expression: BesideHoliday, context: Context) -> date | None:
    """The weekday before or after a holiday; None where that is open."""
    day = holiday_day(expression.holiday, context)
    day = c.plus_days(day, expression.direction) if day else None
    return c.weekday_from(day, expression.weekday, direction=expression.direction) if day else None


def nth_day(expression: NthWeekday, context: Context) -> date | None:
    """The first to fourth, or last, of a weekday in a month; None where the month is open."""
    month = point_start(expression.month, context)
    first = c.weekday_from(month, expression.weekday, direction=1) if month else None
    if month is None or first is None:
        return None
    if expression.number > 0:
        return c.plus_days(first, c.WEEK * (expression.number - 1))
    end = month.replace(day=c.month_length(month.year, month.month))
    return c.weekday_from(end, expression.weekday, direction=-1)
