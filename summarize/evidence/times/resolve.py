"""From what an expression says to what it means, given the day of publication, the tense and the date before it.

Nothing here knows today's date, and what is not determined is None.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from summarize.evidence.times.named import day_beside_holiday, holiday_day, nth_day
from summarize.evidence.times.points import Context, point_range, point_start
from summarize.findings import Precision
from summarize.text.dates import calendars as c
from summarize.text.dates import expressions as e

_WEEKEND = (5, 6)
_SUNDAY = 6
_UNIT_PRECISION: dict[str, Precision] = {
    "day": "day", "week": "day", "weekend": "day", "fortnight": "day", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "year",
}  # fmt: skip


def resolve(expression: e.Expression, context: Context) -> e.ResolvedDate | None:
    """The value of an expression, or None if the context does not determine it."""
    rule = _RULES.get(type(expression))
    return rule(expression, context) if rule else None


def needs_cue(expression: e.Expression) -> bool:
    """True if the value may depend on the tense of the clause."""
    if isinstance(expression, e.Point):
        return not expression.has_year and expression.month_shift is None
    if isinstance(expression, e.Range):
        return needs_cue(expression.first) or needs_cue(expression.last)
    if isinstance(expression, e.WeekOf):
        return needs_cue(expression.day)
    if isinstance(expression, e.Clock):
        return expression.day is not None and needs_cue(expression.day)
    if isinstance(expression, e.Period):
        return (
            expression.ahead or expression.unit == "weekend" or (expression.unit == "week" and expression.number == 0)
        )
    if isinstance(expression, e.Window):
        return expression.number > 0
    return isinstance(expression, (e.Weekday, e.NthWeekday, e.Holiday, e.BesideHoliday, e.Ended))


def precision_of(expression: e.Expression) -> Precision:
    """The precision an expression has even when it cannot be resolved."""
    if isinstance(expression, e.Point):
        return expression.grain
    if isinstance(expression, e.Unknown):
        return expression.precision
    if isinstance(expression, e.Range):
        return precision_of(expression.first)
    if isinstance(expression, (e.Period, e.Window, e.Anchored)):
        return _UNIT_PRECISION[expression.unit]
    if isinstance(expression, e.Clock):
        return "time"
    if isinstance(expression, (e.Weekday, e.WeekOf, e.NthWeekday, e.Holiday, e.BesideHoliday)):
        return "day"
    return "month" if isinstance(expression, (e.MonthShift, e.Ended)) else "year"


def _point(point: e.Point, context: Context) -> e.ResolvedDate | None:
    start = point_start(point, context)
    if start is None:
        return None
    last = c.plus_months(start, 5) if point.half is not None else None
    return e.ResolvedDate(start, last, point.grain)


def _weekday(expression: e.Weekday, context: Context) -> e.ResolvedDate | None:
    published = context.published
    if published is None:
        return None
    day: date | None
    if expression.beside is not None:
        return _beside(expression, context)
    if expression.week is not None:
        monday = c.plus_days(published, 7 * expression.week - published.weekday())
        day = c.plus_days(monday, expression.weekday) if monday else None
    elif expression.which is not None and expression.which < 0:
        before = c.plus_days(published, -1)
        day = c.weekday_from(before, expression.weekday, direction=-1) if before else None
        day = c.plus_days(day, (expression.which + 1) * c.WEEK) if day else None
    elif expression.which in {1, 3}:
        after = c.plus_days(published, 1 if expression.which == 1 else 1 + c.WEEK)
        day = c.weekday_from(after, expression.weekday, direction=1) if after else None
    elif expression.which == 2:
        day = c.weekday_from(published, expression.weekday, direction=1)
        day = c.plus_days(day, c.WEEK) if day else None
    else:
        # "this Friday" is the next one; of "Friday" alone only the tense says which, unless the day of publication is one.
        tense = context.cue.tense or ("future" if expression.which == 0 else "open")
        if tense == "open" and published.weekday() != expression.weekday:
            return None
        forward = tense == "future"
        day = c.weekday_from(published, expression.weekday, direction=1 if forward else -1)
    return e.ResolvedDate(day, None, "day") if day else None


def _beside(expression: e.Weekday, context: Context) -> e.ResolvedDate | None:
    """The weekday before, on or after the day before it in the text."""
    anchor, direction = context.anchor, expression.beside or 0
    if anchor is None or anchor.precision not in {"day", "time"} or anchor.last is not None:
        return None
    start = c.plus_days(anchor.first, direction)
    day = c.weekday_from(start, expression.weekday, direction=direction or 1) if start else None
    return e.ResolvedDate(day, None, "day") if day and (direction or day == anchor.first) else None


def _period(expression: e.Period, context: Context) -> e.ResolvedDate | None:
    published = context.published
    if published is None:
        return None
    if expression.ahead and context.cue.tense in {"past", "open"}:
        return None
    if expression.unit == "weekend":
        return _weekend(expression.number, context, published)
    if expression.unit == "week" and not expression.number and published.weekday() == _SUNDAY:
        # "Will write to the league this week": that which begins on the morrow, or the one that ends.
        return None if context.cue.tense == "future" else _unit(published, expression.unit)
    if expression.unit == "week" and expression.number == -1 and published.weekday() == _SUNDAY:
        return None  # a Sunday paper's "last week" is the one that ends today, or the one before
    day = c.shift(published, expression.unit, expression.number or 0)
    return _unit(day, "day" if expression.exact else expression.unit)


def _weekend(count: int | None, context: Context, published: date) -> e.ResolvedDate | None:
    weeks = count or 0
    if not weeks:
        # "the weekend" is the one before unless the clause looks forward, "this weekend" only if it looks back.
        forward = context.cue.tense == "future" or (count == 0 and context.cue.tense is None)
        weeks = 0 if forward or published.weekday() in _WEEKEND else -1
    saturday = c.plus_days(published, 5 - published.weekday() + 7 * weeks)
    sunday = c.plus_days(saturday, 1) if saturday else None
    return e.ResolvedDate(saturday, sunday, "day") if saturday and sunday else None


def _unit(day: date | None, unit: str) -> e.ResolvedDate | None:
    if day is None:
        return None
    if unit in {"week", "fortnight"}:
        week = c.week_of(day)
        return e.ResolvedDate(*week, "day") if week else None
    if unit == "day":
        return e.ResolvedDate(day, None, "day")
    if unit == "month":
        return e.ResolvedDate(day.replace(day=1), None, "month")
    if unit == "quarter":
        return e.ResolvedDate(day.replace(month=3 * c.quarter_of(day) - 2, day=1), None, "quarter")
    return e.ResolvedDate(day.replace(month=1, day=1), None, "year")


def _window(expression: e.Window, context: Context) -> e.ResolvedDate | None:
    published = context.published
    if expression.number > 0 and context.cue.tense == "past":
        return None  # "Three more were robbed over the next nine days": counted from another day
    other = c.shift(published, expression.unit, expression.number) if published else None
    if published is None or other is None:
        return None
    precision = _UNIT_PRECISION[expression.unit]
    first, last = min(other, published), max(other, published)
    return e.ResolvedDate(first, last, precision) if first != last else None


def _week_of(expression: e.WeekOf, context: Context) -> e.ResolvedDate | None:
    day = point_start(expression.day, context)
    week = c.week_of(day) if day and not expression.edge else None
    if week and day and day.weekday() != _SUNDAY:
        return e.ResolvedDate(*week, "day")
    # "The week of" a Sunday is an American one, which begins with it.
    other = c.plus_days(day, (expression.edge or 1) * (c.WEEK - 1)) if day else None
    return e.ResolvedDate(min(day, other), max(day, other), "day") if day and other else None


def _resolve_anchored(expression: e.Anchored, context: Context) -> e.ResolvedDate | None:
    anchor = context.anchor
    if expression.year is not None:
        if anchor is None or anchor.precision not in {"month", "quarter"}:
            return e.ResolvedDate(date(expression.year, 1, 1), None, "year")
        return _unit(anchor.first.replace(year=expression.year), anchor.precision)
    if expression.same:
        if anchor is None or anchor.precision == "year":
            return _period(e.Period("year", expression.number), context)
        moved = c.shift(anchor.first, "year", expression.number)
        return _unit(moved, anchor.precision if anchor.precision in {"month", "quarter"} else "year")
    if anchor is None or _is_finer(expression.unit, anchor) or _is_of_a_plan(expression, context):
        return None
    day = anchor.last if anchor.last and expression.number > 0 else anchor.first
    unit = expression.unit
    if (
        unit == "year"
        and abs(expression.number) == 1
        and (anchor.precision == "quarter" or (expression.compared and anchor.precision == "month"))
    ):
        # A year from a quarter or month is that quarter or month.
        first, last = (c.shift(end, unit, expression.number) if end else None for end in (anchor.first, anchor.last))
        return e.ResolvedDate(first, last, anchor.precision) if first else None
    start = day.replace(day=1) if expression.unit not in {"day", "week", "fortnight"} else day
    return _unit(c.shift(start, expression.unit, expression.number), unit)


def _is_of_a_plan(expression: e.Anchored, context: Context) -> bool:
    """True for "80% for next year, compared with 55% a year earlier": whether this year or its own plans of a year ago, it does not say."""
    anchor, published = context.anchor, context.published
    is_ahead = anchor is not None and published is not None and anchor.first > published
    return expression.compared and expression.number < 0 and is_ahead


def _is_finer(unit: str, anchor: e.ResolvedDate) -> bool:
    """True if the date before says less than the unit counted: no "three days later" after "in 2019"."""
    order = ("time", "day", "month", "quarter", "year")
    if anchor.last is not None and unit == "day" and (anchor.last - anchor.first).days > 5:
        return True
    return order.index(_UNIT_PRECISION[unit]) < order.index(anchor.precision)


def _year_span(expression: e.YearSpan, _: Context) -> e.ResolvedDate | None:
    return e.ResolvedDate(date(expression.first, 1, 1), date(expression.last, 1, 1), "year")


def _month_shift(expression: e.MonthShift, context: Context) -> e.ResolvedDate | None:
    published = context.published
    if published is None:
        return None
    distance = expression.month - published.month
    if expression.which < 0 and distance >= 0:
        distance -= c.MONTHS_A_YEAR
    elif expression.which > 0 and distance <= 0:
        distance += c.MONTHS_A_YEAR
    if expression.which < 0 and distance == -1:
        return None  # of "last February" in March nobody knows which: that is "last month"
    return _unit(c.plus_months(published.replace(day=1), distance), "month")


def _clock(expression: e.Clock, context: Context) -> e.ResolvedDate | None:
    day = resolve(expression.day, context) if expression.day is not None else context.anchor
    if day is None or day.precision not in {"day", "time"} or day.last is not None:
        return None
    last = expression.last + expression.zone if expression.last else ""
    return e.ResolvedDate(day.first, None, "time", expression.time + expression.zone, last)


def _range(expression: e.Range, context: Context) -> e.ResolvedDate | None:
    first, last = expression.first, expression.last
    if isinstance(first, e.Point) and isinstance(last, e.Point):
        return point_range(first, last, context)
    if isinstance(first, e.Point) and isinstance(last, e.MonthShift):
        start, end = _point(first, context), _month_shift(last, context)
        return start._replace(last=end.first) if start and end and start.first < end.first else None
    if not isinstance(first, e.Weekday) or not isinstance(last, e.Weekday):
        return None
    # The tense places the end that is nearer to publication; the other is the next such weekday away from it.
    forward = context.cue.tense == "future"
    near = _weekday(first if forward else last, context)
    far = (
        c.weekday_from(near.first, (last if forward else first).weekday, direction=1 if forward else -1)
        if near
        else None
    )
    if near is None or far is None or near.first == far:
        return None
    return e.ResolvedDate(min(near.first, far), max(near.first, far), "day")


def _resolve_ended(expression: e.Ended, context: Context) -> e.ResolvedDate | None:
    end = point_start(expression.end, context)
    start = c.plus_months(end.replace(day=1), 1 - expression.months) if end else None
    if end is None or start is None:
        return None
    if expression.months == c.MONTHS_A_QUARTER and start.month % c.MONTHS_A_QUARTER == 1:
        return e.ResolvedDate(start, None, "quarter")
    return e.ResolvedDate(start, end.replace(day=1), "month")


def _holiday(expression: e.Holiday, context: Context) -> e.ResolvedDate | None:
    return _unit(holiday_day(expression, context), "day")


def _beside_holiday(expression: e.BesideHoliday, context: Context) -> e.ResolvedDate | None:
    return _unit(day_beside_holiday(expression, context), "day")


def _nth_weekday(expression: e.NthWeekday, context: Context) -> e.ResolvedDate | None:
    return _unit(nth_day(expression, context), "day")


_RULES: dict[type, Callable[..., e.ResolvedDate | None]] = {
    e.Point: _point,
    e.Weekday: _weekday,
    e.Period: _period,
    e.Window: _window,
    e.Anchored: _resolve_anchored,
    e.MonthShift: _month_shift,
    e.Holiday: _holiday,
    e.BesideHoliday: _beside_holiday,
    e.WeekOf: _week_of,
    e.NthWeekday: _nth_weekday,
    e.Clock: _clock,
    e.Range: _range,
    e.YearSpan: _year_span,
    e.Ended: _resolve_ended,
}
