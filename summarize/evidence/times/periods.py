"""The grammar of weeks, months and years told by their edges: "the quarter ended Sept. 30", "the week of May 3", "the end of the day"."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from summarize.evidence.times.relative import weekday
from summarize.evidence.times.years import year_of
from summarize.languages.tables import table
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Anchored, Ended, Match, Period, Point, WeekOf
from summarize.text.dates.written import day_first, month_first, month_name
from summarize.text.pieces import Pieces

ENDED_MONTHS: Final[dict[str, int]] = table("en/times.toml")["ended_months"]
_WEEK_EDGES: Final[dict[str, int]] = table("en/times.toml")["week_edges"]
_ENDING, _ENDED, _TO = v.words("ending"), v.words("ended"), v.words("infinitive")
_AFTER_ANCHOR, _BEING, _PAST_ENDING = v.words("after_anchor"), v.words("being"), tuple(v.words("past_ending"))
_THE, _THIS, _THAT, _ON = v.words("the"), v.words("the_this"), v.words("the_that"), v.words("on")
_OF, _WITHIN, _WHICH, _END_OF = v.words("of"), v.words("within"), v.words("which"), v.words("end_of")
_BEFORE_PLANNED, _PLANNED = v.words("before_planned_weekend"), v.words("planned")
_HALVES, _COUNTED_MONTHS, _BEFORE_WEEKEND = v.words("halves"), v.words("counted_months"), v.words("before_weekend")


def ended_period(t: Pieces, i: int) -> Match | None:
    """Reads "the quarter ended Sept. 30", "three months to June", "the year to March 31": months that end with a month or day."""
    months = ENDED_MONTHS[t.low(i)]
    at = i + 1
    if t.low(i) in v.CARDINALS:
        if t.low(at) not in _COUNTED_MONTHS:
            return None
        at += 1
    elif t.low(i) in _HALVES and t.low(t.skip(at, *v.DASHES)) == "year":
        at = t.skip(at, *v.DASHES) + 1
    found = _end(t, at + 1) if t.low(at) in _ENDED | _TO else None
    return (
        Match(i, found.end, Ended(months, found.expression)) if found and isinstance(found.expression, Point) else None
    )


def quarter_that_ended(t: Pieces, found: Match) -> Match:
    """A quarter with the day it ended on, which tells its months whoever counts it: "its fiscal second quarter, which ended Sept. 30"."""
    at = t.skip(t.skip(found.end, ","), *_WHICH)
    end = _end(t, at + 1) if t.low(at) in _ENDED else None
    if end is None or not isinstance(end.expression, Point):
        return found
    return Match(found.start, end.end, Ended(ENDED_MONTHS["quarter"], end.expression))


def _end(t: Pieces, i: int) -> Match | None:
    """The day or month, with its year, that months end with."""
    at = t.skip(t.skip(i, *_ON, *_WITHIN), *_THE)
    at = t.skip(t.skip(at, *_END_OF), *_END_OF)
    month = month_name(t, at)
    end = month_first(t, at) or day_first(t, at) or (month and Match(at, month[1], Point(month=month[0])))
    if not end or not isinstance(end.expression, Point):
        return None
    year = year_of(t, end.end) if not end.expression.has_year else None
    if year is None:
        return end
    return Match(
        at,
        year[1],
        replace(end.expression, year=year[0].year, year_shift=year[0].year_shift, that_year=year[0].that_year),
    )


def week_of(t: Pieces, i: int) -> Match | None:
    """Reads "the week of September 28", "the week ending 12 June": seven days by one of them."""
    at = t.skip(i + 2, *_ON)
    if t.low(i + 1) not in _WEEK_EDGES or t.low(i - 1) not in v.DETERMINERS:
        return None
    found = weekday(t, at) if t.low(at) in v.WEEKDAYS else month_first(t, at) or day_first(t, at)
    if found is None or not isinstance(found.expression, Point) or found.expression.day is None:
        return None
    return Match(i, found.end, WeekOf(found.expression, _WEEK_EDGES[t.low(i + 1)]))


def bare_unit(t: Pieces, i: int) -> Match | None:
    """Reads "the weekend", and "the day before" where nothing follows that it could be before."""
    head = t.low(i)
    if t.low(i - 1) not in _THE:
        return None
    if head == "weekend":
        if t.low(i + 1) in _OF:
            return None  # "the weekend of the regatta" is whenever that is; of a date, the date is read
        is_planned = t.low(i - 2) in _BEFORE_PLANNED and t.low(i - 3) in _PLANNED
        return Match(i - 1, i + 1, Period(head, None)) if is_planned or t.low(i - 2) in _BEFORE_WEEKEND else None
    if head == "day" and t.low(i - 2) in _ENDING:
        return Match(i - 1, i + 1, Anchored("day", 0))
    behind = t.low(i + 2)
    ends = (
        behind in _AFTER_ANCHOR
        or (behind in v.PAST and behind not in _BEING)
        or (behind.endswith(_PAST_ENDING) and behind not in v.NOT_PAST)
    )
    if t.low(i + 1) in v.BESIDE and (ends or not behind or t.ends_sentence(i + 2)):
        return Match(i - 1, i + 2, Anchored(head, v.BESIDE[t.low(i + 1)]))
    return None


def edge(t: Pieces, i: int) -> Match | None:
    """Reads "the end of the year", "the start of next week", "later in the month": the whole period is what is sure."""
    at = i + 1
    if t.low(at) not in _WITHIN or (t.low(at) not in _OF and t.low(i) not in v.LEANINGS):
        return None
    start = i - 1 if t.low(i - 1) in _THE else i
    at += 1
    low, head = t.low(at), t.low(at + 1)
    if low in _THIS and head in {"week", "month", "quarter", "year"}:
        return None if t.low(at + 2) in _OF else Match(start, at + 2, Period(head, 0))
    if low in _THAT and head == "day":
        return Match(start, at + 2, Anchored("day", 0))
    return None
