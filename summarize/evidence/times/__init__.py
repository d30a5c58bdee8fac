"""Finds the dates and times in English news text and resolves them against the day of publication, or leaves them open.

A span holds the expression without the preposition before it ("in", "on", "since"), but with what makes it a range
("from", "between") or narrows it ("early", "the end of"). Values:

* a day, month, quarter or year is the value itself; a week or weekend is a range of days, Monday to Sunday or Saturday
  to Sunday; a decade is a range of years; half a year is a range of months;
* "early 2024", "the end of June" and "the first week of May" have the value of the whole, for nothing more is sure; but
  "the end of the year" is its December;
* a season is only its year, because its months differ between north and south; "last summer" stays open;
* "two weeks ago" is that week, "two years ago" that year, "a week from today" that day; "about two years ago" stays open;
* "the last three months" is a range up to publication in that unit;
* a weekday or date without a year takes the tense of its clause: past unless the clause looks forward;
* a time of day is of the day that its sentence names, else of the sentence before in its paragraph; of neither it stays open;
* of an article that tells of a business year that does not end in December quarters stay open;
* figures that may be day or month ("1/9/2024") stay open;
* words inside quotation marks are resolved like others and marked `quoted`: the caller decides what they are worth.

Durations ("for three years"), rates ("a year"), sets ("every Monday") and vague words ("recently") are not found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from summarize.evidence.times import grammar
from summarize.evidence.times.hours import day_behind, is_of_another_day, is_shifted, may_be_of, past_midnight
from summarize.evidence.times.last_years import is_of_years_ago, of_last_year
from summarize.evidence.times.listed import in_its_order
from summarize.evidence.times.noted import note_time
from summarize.evidence.times.people import is_somebody
from summarize.evidence.times.points import Context
from summarize.evidence.times.reported import of_results
from summarize.evidence.times.resolve import needs_cue, precision_of, resolve
from summarize.evidence.times.tense import NO_CUE, Clauses, Cue
from summarize.expressions import expression
from summarize.findings import Precision
from summarize.text.dates import vocabulary as v
from summarize.text.dates.calendars import day_of
from summarize.text.dates.expressions import (
    Anchored,
    Clock,
    Ended,
    Expression,
    Match,
    Period,
    Point,
    ResolvedDate,
    Unknown,
    Weekday,
)
from summarize.text.pieces import Pieces
from summarize.text.stamps import full_date

__all__ = ["FoundTime", "find_times", "opening_day"]

_ISO_DATE = 10


_ANDS, _AFTER_JOINED = v.words("ands"), v.words("after_joined")
_MAX_OPENING_LENGTH = 60
_YEAR_END = expression(v.YEAR_END, re.IGNORECASE)
_OWN_YEAR = expression(v.OWN_YEAR)
_LIVE = expression(v.LIVE)
_FORECASTS = v.words("forecasts")
_FORECAST_REACH = 40
"""How many tokens before the year to a month a forecast is looked for."""


class FoundTime(Struct, frozen=True):
    """A time expression at `text[start:end]` (code points, half-open) and its value.

    `value_start` and `value_end` are ISO at `precision`: the first and last unit of a range. `value_end` is None if it
    is no range; both are None if the expression could not be resolved.
    """

    start: int
    end: int
    value_start: str | None
    value_end: str | None
    precision: Precision
    quoted: bool = False


def find_times(  # noqa: PLR0913 - all that dates rest on
    text: str,
    regions: Sequence[tuple[int, int]],
    published: str | None,
    quoted: Sequence[tuple[int, int]] = (),
    *,
    countries: frozenset[str] = frozenset(),
    title: str | None = None,
) -> list[FoundTime]:
    """The time expressions in some regions of a text, in text order and not overlapping.

    Args:
        text: the whole text; offsets are code points into it.
        regions: half-open ranges to read, as a rule one per paragraph; no expression runs from one into another.
        published: ISO date or datetime of publication. None, or anything else, leaves relative expressions open.
        quoted: half-open ranges inside quotation marks, sorted and not overlapping.
        countries: ISO 3166-1 alpha-2 codes of where the article is from or tells of. A holiday that each country keeps on a day of its own
            stays open unless they agree on one.
        title: the article's; where it says that the article was written while it happened, an hour without a day is of the day of publication.
    """
    day = _published_day(published)
    starts = [start for start, _ in quoted]
    found: list[FoundTime] = []
    told: ResolvedDate | None = None
    is_live = day is not None and title is not None and _LIVE.search(title) is not None

    def is_quoted(at: int) -> bool:
        place = bisect_right(starts, at) - 1
        return place >= 0 and at < quoted[place][1]

    for start, end in sorted(regions):
        tokens = Pieces(text, start, end)
        results = _resolve_region(tokens, day, countries, told, is_quoted, is_live=is_live)
        told = _only_day(results)
        for match, value in results:
            at, until = tokens.starts[match.start], tokens.ends[match.end - 1]
            if is_somebody(text, at, until):
                continue
            first, last = value.iso() if value else (None, None)
            precision = value.precision if value else precision_of(match.expression)
            if first and last is None and precision == "year" and _YEAR_END.match(text, at, until):
                first, precision = f"{first}-12", "month"  # the end of a year is its December
            found.append(
                FoundTime(
                    start=at,
                    end=until,
                    value_start=first,
                    value_end=last,
                    precision=precision,
                    quoted=is_quoted(at),
                )
            )
    return found


def opening_day(text: str, start: int) -> date | None:
    """The day with its year that is set before the first words of a story: "5 March 2009 The markets fell …".

    A word that is capital only where a sentence begins must follow it.
    """
    t = Pieces(text, start, min(len(text), start + _MAX_OPENING_LENGTH))
    found = full_date(t, 0) if t.size else None
    if found is None or t.word(found[1]).lower() not in v.DETERMINERS or not t.is_capitalised(found[1]):
        return None
    point = found[0]
    return day_of(point.year or 0, point.month or 0, point.day or 0)


def _published_day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:_ISO_DATE])
    except ValueError:
        return None


def _only_day(results: list[tuple[Match, ResolvedDate | None]]) -> ResolvedDate | None:
    """The day that a region tells of, if it is one: "The next day", at the head of the next paragraph, is counted from it."""
    days = {
        value.first: value for _, value in results if value and value.precision in {"day", "time"} and not value.last
    }
    return next(iter(days.values())) if len(days) == 1 else None


def _resolve_region(  # noqa: PLR0913 - the same
    t: Pieces,
    published: date | None,
    countries: frozenset[str],
    told: ResolvedDate | None,
    is_quoted: Callable[[int], bool],
    *,
    is_live: bool = False,
) -> list[tuple[Match, ResolvedDate | None]]:
    """The expressions of one region with their values; each may rest on the one before it, the first on `told` of the region before.

    Args:
        t: the pieces of the region.
        published: the day of publication.
        countries: as for `find_times`.
        told: the only day of the region before, for "the next day".
        is_quoted: tells whether a code point of the text is inside quotation marks.
        is_live: an hour without a day is of the day of publication.
    """
    matches = list(grammar.find(t, published.year if published else None))
    if not matches:
        return []
    clauses = Clauses(t)
    results: list[tuple[Match, ResolvedDate | None]] = []
    anchor: tuple[int, ResolvedDate] | None = None
    cue = NO_CUE
    for place, match in enumerate(matches):
        expression = match.expression
        before = anchor[1] if anchor and _is_near(clauses, anchor[0], match.start, expression) else None
        if place == 0 and told and _is_counted_in_days(expression):
            before = told
        if isinstance(expression, Clock) and expression.day is None:
            within = anchor is not None and not clauses.sentence_ends(anchor[0], match.start)
            behind = None if within else day_behind(clauses, matches, place)
            if behind:
                expression = replace(expression, day=behind.expression)
            elif is_live and not before and not is_of_another_day(t, clauses, matches, place, is_quoted):
                expression = replace(expression, day=Period("day", 0))
            elif before and anchor and not within:
                is_said = is_quoted(t.starts[match.start]) and not is_quoted(t.starts[anchor[0]])
                is_other = is_said or is_shifted(t, clauses, match) or t.low(anchor[0] + 1) in v.APOSTROPHES
                before = None if is_other or not may_be_of(clauses, matches, place, before, published) else before
        is_joined = cue.sure and _is_joined(t, matches[place - 1], match)  # of the first the cue is not sure
        cue = (
            cue if is_joined else clauses.cue(match.start, match.end) if published and needs_cue(expression) else NO_CUE
        )
        cue = of_results(t, match, cue, published) if published else cue
        expression = of_last_year(t, clauses, match) or expression
        if _is_open(t, clauses, match, cue) or is_of_years_ago(t, match):
            expression = Unknown(precision_of(expression))
        context = Context(published, cue, before, countries)
        value = in_its_order(t, clauses, results, match, resolve(expression, context), published)
        if value and before and expression == match.expression and isinstance(expression, Clock):
            value = past_midnight(value, before)
        if value is None and isinstance(expression, Anchored) and expression.number == 0:
            continue  # "that day" is no date of its own
        note_time(t, clauses, match, expression, context, value, is_joined)
        results.append((match, value))
        if value is not None:
            anchor = (match.end - 1, value)
        elif precision_of(expression) == "quarter":
            anchor = None  # what is counted from a quarter that is open is open as well
    return results


@lru_cache(2)  # each quarter of an article asks
def _has_own_year(text: str) -> bool:
    """True for an article that tells of a year of business that does not end in December."""
    return _OWN_YEAR.search(text) is not None


def _is_open(t: Pieces, clauses: Clauses, match: Match, cue: Cue) -> bool:
    """True for a quarter where somebody's year does not end in December, and for the year to a month of a forecast whose clause does not look forward."""
    expression = match.expression
    if isinstance(expression, Point):
        return expression.quarter is not None and _has_own_year(t.text)
    if not isinstance(expression, Ended) or not isinstance(expression.end, Point) or expression.end.has_year:
        return False
    ahead = range(max(0, match.start - _FORECAST_REACH), match.start)
    return cue.tense != "future" and any(
        t.low(at) in _FORECASTS and not clauses.sentence_ends(at, match.start) for at in ahead
    )


def _is_joined(t: Pieces, before: Match, match: Match) -> bool:
    """True for the second of two weekdays, which lies where the first does: "for Saturday and Sunday", but not "Sunday was hot" or "Sunday's vote"."""
    days = isinstance(before.expression, Weekday) and isinstance(match.expression, Weekday)
    low = t.low(match.end)
    is_alone = low in _AFTER_JOINED or not (low.isalnum() or low in v.APOSTROPHES)
    return days and is_alone and match.start == before.end + 1 and t.low(before.end) in _ANDS


def _is_near(clauses: Clauses, anchor_end: int, start: int, expression: Expression) -> bool:
    """True if the date before is close enough to count from: in the paragraph for days, else a sentence away."""
    if isinstance(expression, Clock) or _is_counted_in_days(expression):
        return True
    return clauses.sentence_ends(anchor_end, start) <= 1


def _is_counted_in_days(expression: Expression) -> bool:
    return (isinstance(expression, Anchored) and expression.unit == "day") or (
        isinstance(expression, Weekday) and expression.beside is not None
    )
