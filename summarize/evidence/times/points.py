"""Which year a date without one is in, and from where to where a range of dates goes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from summarize.evidence.times.tense import Cue
from summarize.findings import Precision
from summarize.rules import RuleReason, notebook, reason_text
from summarize.text.dates import calendars as c
from summarize.text.dates.expressions import Point, ResolvedDate

# A date "in the past" may be a day ahead where the writer's clock is.
_TOLERANCE = 1
# A doubtful cue decides nothing against a year that is much nearer.
_FAR, _NEAR = 270, 120
_THESE_WEEKS = 62
_JUST_GONE = 31
_YEARS_AROUND = (-1, 0, 1)


class Context(NamedTuple):
    """What a value may rest on: the day of publication, the tense around the expression, the date before it, the countries (ISO 3166-1)."""

    published: date | None
    cue: Cue
    anchor: ResolvedDate | None
    countries: frozenset[str] = frozenset()


def _start(point: Point, year: int) -> date | None:
    if point.quarter is not None:
        return c.day_of(year, 3 * point.quarter - 2, 1)
    if point.half is not None:
        return c.day_of(year, 6 * point.half - 5, 1)
    return c.day_of(year, point.month or 1, point.day or 1)


def point_start(point: Point, context: Context) -> date | None:
    """The first day of a point, or None if its year is not determined or the calendar has no such day."""
    published = context.published
    if point.year is not None:
        return _start(point, point.year)
    if point.that_year:
        return _start(point, context.anchor.first.year) if context.anchor else None
    if published is None:
        return None
    if point.year_shift is not None:
        return _start(point, published.year + point.year_shift)
    if point.month_shift is not None:
        month = c.plus_months(published.replace(day=1), point.month_shift)
        # "December 4-5 next month" in an article of November; any other month contradicts itself.
        fits = month is not None and point.month in {None, month.month}
        return _start(replace(point, month=month.month), month.year) if month and fits else None
    return _nearest_year(point, published, context.cue)


def _nearest_year(point: Point, published: date, cue: Cue) -> date | None:
    """The year of a date without one: by the tense, else the nearest."""
    around = range(-8, 9) if (point.month, point.day) == c.LEAP_DAY else _YEARS_AROUND
    starts = [start for shift in around if (start := _start(point, published.year + shift)) is not None]
    if point.weekday is not None and point.day is not None:
        # "Monday, 23 February" is in the year in which the 23rd is a Monday, whatever the tense.
        agreeing = [start for start in starts if start.weekday() == point.weekday]
        if agreeing:
            return min(agreeing, key=lambda start: (abs((start - published).days), start))
    if point.quarter is not None or point.half is not None:
        months = 3 if point.quarter is not None else 6
        if cue.tense in {"past", None}:
            return max((start for start in starts if start <= published), default=None)
        if cue.tense == "future":
            # The quarter that is running is still ahead: "will report first-quarter results" in February.
            return min((start for start in starts if (c.plus_months(start, months) or start) > published), default=None)
    if point.day is None:
        return year_by_cue(starts, c.day_of(published.year, published.month, 1) or published, cue, slack=0)
    chosen = year_by_cue(starts, published, cue)
    # Of a day of these weeks a paper writes the year if it is next year's, whatever the words seem to say: "wages due on 29 May".
    is_recent = any(0 <= (published - start).days <= _JUST_GONE for start in starts)
    if chosen and (chosen - published).days > _FAR and is_recent:
        _note_open(chosen, "a paper writes the year of next year's day, where the same day is just gone")
        return None
    return chosen


def year_by_cue(starts: list[date], here: date, cue: Cue, *, slack: int = _TOLERANCE) -> date | None:
    """Of the same day in several years the one that the tense means, None where it leaves that open."""
    past = [start for start in starts if (start - here).days <= slack]
    future = [start for start in starts if (start - here).days >= -slack]
    if cue.tense == "past":
        return _year_unless_doubtful(max(past, default=None), min(future, default=None), here, cue)
    if cue.tense == "future":
        return _year_unless_doubtful(min(future, default=None), max(past, default=None), here, cue)
    nearest = min(starts, key=lambda start: (abs((start - here).days), start), default=None)
    # Where no tense says which year, only a date of these weeks can be no other year's.
    is_near = nearest is not None and abs((nearest - here).days) <= _THESE_WEEKS
    notes = notebook()
    if notes is not None and nearest is not None:
        why = reason_text(
            f"no tense says which, and the nearest is {'less' if is_near else 'more'} than {_THESE_WEEKS} days off"
        )
        notes.aside(RuleReason("year", None, nearest.isoformat() if is_near else "", why=why))
    return nearest if is_near else None


def _year_unless_doubtful(chosen: date | None, other: date | None, here: date, cue: Cue) -> date | None:
    """The tense's year, or none where it is far and the other much nearer: papers write the year of a date long gone."""
    if chosen is None or cue.sure or other is None:
        return chosen
    far, near = abs((chosen - here).days), abs((other - here).days)
    if far > _FAR and near < _NEAR:
        _note_open(chosen, f"{other.isoformat()} is much nearer, and the cue is not sure")
        return None
    return chosen


def _note_open(chosen: date, why: str) -> None:
    """Note, while somebody asks, that the year which the tense means is not taken."""
    notes = notebook()
    if notes is not None:
        notes.aside(RuleReason("year", None, "", why=f"{chosen.isoformat()} by the tense; but {why}"))


def point_range(first: Point, last: Point, context: Context) -> ResolvedDate | None:
    """A range of points, in which either end may take its year from the other."""
    if not first.has_year and last.has_year:
        end = point_start(last, context)
        start = _start(first, end.year) if end else None
        if start and end and start > end:
            start = _start(first, end.year - 1)
    else:
        start = point_start(first, context)
        end = point_start(last, context) if last.has_year else (_start(last, start.year) if start else None)
        if start and end and end < start and not last.has_year:
            end = _start(last, start.year + 1)
    if start is None or end is None or end <= start:
        return None
    if (
        first.year_shift == 0
        and first.grain == "month"
        and context.published
        and end >= context.published.replace(day=1)
    ):
        # "The first nine months of the year" in a paper of August: of whose year, it does not say.
        return None if first.month == 1 else ResolvedDate(start, end, first.grain)
    if first.grain != last.grain:
        coarse: Precision = max(first.grain, last.grain, key=("day", "month", "quarter", "year").index)
        return ResolvedDate(start, end, coarse)
    if last.half is not None:
        end = c.plus_months(end, 5) or end
    return ResolvedDate(start, end, first.grain)
