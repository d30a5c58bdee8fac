"""Finds expressions in the tokens of one region: which rule starts where, and how two expressions become one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from msgspec.structs import replace

from summarize.evidence.times import counting, moved, named, periods, relative, years
from summarize.text.dates import clocks
from summarize.text.dates import expressions as e
from summarize.text.dates import vocabulary as v
from summarize.text.dates import written as dates
from summarize.text.dates.figured import figures
from summarize.text.pieces import Pieces

_Rule = Callable[[Pieces, int], e.Match | None]
_TURNS = v.words("turns")
_NEIGHBOURS = v.words("neighbours")
_HOLIDAYS = frozenset(row.words[0] for row in v.HOLIDAYS)
_ANDS, _JOINS, _BETWEEN, _OPENERS = v.words("ands"), v.words("joins"), v.words("between"), v.words("range_openers")
_THE, _OF, _WITHIN, _ON, _MID = v.words("the"), v.words("of"), v.words("within"), v.words("on"), v.words("mid")
_TERMS_WITHIN = 3
_DEADLINES, _TERMS = v.words("deadlines"), v.words("terms")
_BEFORE_END, _BEFORE_TIME, _YEAR_JOINS = v.words("before_range_end"), v.words("day_before_time"), v.words("year_joins")
_LISTING = _ANDS | {","}
_PARTS = frozenset({*v.ORDINALS, "q", "h", *v.words("last_part")})


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    """The rules that may start at a word, best first."""
    table: dict[str, tuple[_Rule, ...]] = {}
    for words, rule in (
        (_HOLIDAYS, named.holiday),
        (frozenset(v.NTH), named.nth_weekday),
        (named.MONTH_ORDINALS, named.months_of_year),
        (named.MONTH_ORDINALS, named.part_of_month),
        (_PARTS, years.part_of_year),
        (_TURNS, relative.last_or_next),
        (_NEIGHBOURS, relative.previous_or_following),
        (frozenset(v.MONTHS), dates.month_first),
        (frozenset(v.WEEKDAYS), named.beside_holiday),
        (frozenset(v.WEEKDAYS), relative.weekday),
        (frozenset(v.DAY_WORDS), relative.day_word),
        (frozenset(periods.ENDED_MONTHS), periods.ended_period),
        (frozenset(v.CARDINALS), counting.counted_units),
        (frozenset({"week"}), periods.week_of),
        (frozenset({"day", "week", "month", "year", "quarter", "weekend"}), periods.bare_unit),
        (v.words("noon"), clocks.noon),
        (v.EDGES | v.LEANINGS, periods.edge),
        (v.SEASONS, years.season),
    ):
        for word in words:
            table[word] = (*table.get(word, ()), rule)
    return table


@cache
def _starts() -> frozenset[str]:
    """The words and marks that one may start at."""
    return v.APOSTROPHES.union(_rules())


_YEAR_DIGITS = 4
_MAX_PREFIXES = 3
_SHORT_NUMBER_RULES: tuple[_Rule, ...] = (
    figures,
    dates.day_first,
    clocks.clock,
    years.part_of_year,
    counting.tonight,
    counting.counted_units,
)
_YEAR_NUMBER_RULES: tuple[_Rule, ...] = (figures, clocks.clock)
_DIGITS = frozenset("0123456789")


def find(t: Pieces, near: int | None) -> Iterator[e.Match]:
    """Every expression in order, none overlapping another. `near` is the year of publication, which some years need."""
    free = 0
    starts = _starts()
    for i, low in enumerate(t.lows):
        if (low not in starts and low[0] not in _DIGITS) or i < free:
            continue
        found = _whole(t, i, near)
        if found is None:
            continue
        found = _with_words_before(t, found, free)
        yield found
        free = found.end
        while (more := _listed_after(t, found)) is not None:
            yield more
            found, free = more, more.end


def _listed_after(t: Pieces, found: e.Match) -> e.Match | None:
    """A further day of the month just read: "4" and "6" of "June 2, 4 and 6"."""
    month = found.expression
    at = t.skip(t.skip(found.end, ","), *_ANDS)
    if not isinstance(month, e.Point) or not month.day or not month.month or at == found.end:
        return None
    if not (
        t.low(found.end - 1).isdecimal() and (t.low(found.end - 2) in v.MONTHS or t.low(found.start - 1) in _LISTING)
    ):
        return None
    day = dates.day_number(t, at)
    if day is None or day[0] <= month.day:
        return None
    # "On June 2, 12 people", "on June 2 and 3 were killed": the last of a list has "and" before it, and no noun or verb behind.
    follows = t.low(day[1])
    ends = t.low(at - 1) in _ANDS and (not follows[:1].isalnum() or follows in v.MONTH_PREPOSITIONS)
    goes_on = follows in _LISTING and dates.day_number(t, t.skip(day[1] + 1, *_ANDS)) is not None
    return (
        e.Match(at, day[1], replace(month, day=day[0], year=month.year, that_year=month.year is None))
        if (ends and follows != ":") or goes_on
        else None
    )


def _atom(t: Pieces, i: int, near: int | None) -> e.Match | None:
    low = t.low(i)
    if low[:1] in _DIGITS and low:
        size = len(low)
        # The rules start at the first part of "12:30" or "1/9/2024", never at a later one.
        if size > _YEAR_DIGITS or (t.low(i - 1) in {"/", ":"} and t.joined(i - 1)):
            return None
        for rule in _SHORT_NUMBER_RULES if size < _YEAR_DIGITS else _YEAR_NUMBER_RULES:
            found = rule(t, i)
            if found:
                return found
        return years.year(t, i, near)
    if low in v.APOSTROPHES:
        return years.short_year(t, i, near)
    for rule in _rules().get(low, ()):
        found = rule(t, i)
        if found:
            return found
    return None


def _whole(t: Pieces, i: int, near: int | None) -> e.Match | None:
    """The longest expression that starts there: an atom, its year, the clock at its side, the end of its range."""
    found = _atom(t, i, near)
    if found is None:
        return None
    found = _with_listed_year(t, _with_year(t, found), near)
    if t.low(found.end - 1) == "quarter" or found.expression == e.Unknown("quarter"):
        found = periods.quarter_that_ended(t, found)
    found = _with_range(t, found, near)
    return _with_clock(t, found, near)


def _with_year(t: Pieces, found: e.Match) -> e.Match:
    """Takes in the year or month that follows a date: "September 1 this year", "December 4-5 next month"."""
    expression = found.expression
    first = expression.first if isinstance(expression, e.Range) else expression
    if not isinstance(first, e.Point) or first.has_year or first.month_shift is not None:
        return found
    low, head = t.low(found.end), t.low(found.end + 1)
    if first.day is not None and low in v.WHICH and head == "month":
        changed = _in_year_of(expression, e.Point(month_shift=v.WHICH[low]))
        return e.Match(found.start, found.end + 2, changed)
    known = years.year_of(t, found.end)
    if known is None or (known[0].year is not None and t.low(found.end) == "in"):
        return found
    return e.Match(found.start, known[1], _in_year_of(expression, known[0]))


def _with_listed_year(t: Pieces, found: e.Match, near: int | None) -> e.Match:
    """Gives a month, quarter or day the year of the next one in its list: "Q2 and Q3 of 2023"."""
    first = found.expression
    if not isinstance(first, e.Point) or first.has_year or t.low(found.end) not in _YEAR_JOINS | {","}:
        return found
    second = _atom(t, found.end + 1, near)
    if second is None or not isinstance(second.expression, e.Point):
        return found
    last = _with_year(t, second).expression
    if not isinstance(last, e.Point) or not last.has_year or last.grain != first.grain or last.grain == "year":
        return found
    if (last.quarter or 0, last.month or 0, last.day or 0) < (first.quarter or 0, first.month or 0, first.day or 0):
        return found
    return found._replace(expression=_in_year_of(first, last))


def _in_year_of(expression: e.Expression, year: e.Point) -> e.Expression:
    """The same points, in the year or month that another point gives."""
    if isinstance(expression, e.Range):
        return e.Range(_in_year_of(expression.first, year), _in_year_of(expression.last, year))
    if not isinstance(expression, e.Point):
        return expression
    return replace(
        expression, year=year.year, year_shift=year.year_shift, month_shift=year.month_shift, that_year=year.that_year
    )


def _with_range(t: Pieces, found: e.Match, near: int | None) -> e.Match:
    """Takes in the end of a range: "to 2 December 2025", "and 2019" after "between", "-Dec. 2"."""
    if isinstance(found.expression, e.Range):
        return moved.to_day(t, found)
    if isinstance(found.expression, (e.Clock, e.YearSpan, e.MonthShift)):
        return found
    low = t.low(found.end)
    opened = t.low(found.start - 1)
    if not (low in v.RANGE_WORDS or low in v.DASHES or (low in _JOINS and opened in _BETWEEN)):
        return found
    if moved.is_moved(t, found.start):
        return moved.given_up(found)
    if (
        low in _DEADLINES
        and opened in _ON
        and any(t.low(found.start - back) in _TERMS for back in range(2, 2 + _TERMS_WITHIN))
    ):
        return found  # "put off on Wednesday until Monday": the day of the deed, and its deadline
    year = isinstance(found.expression, e.Point) and found.expression.grain == "year"
    at = t.skip(found.end + 1, *_BEFORE_END)
    second = _atom(t, at, near) if t.low(found.end + 1) not in _THE or opened in _OPENERS else None
    if second is None and year:
        value = dates.year_number(t, at)
        second = e.Match(at, at + 1, e.Point(year=value)) if value is not None else None
    if second is None:
        return found
    second = _with_year(t, second)
    if isinstance(second.expression, e.Unknown) and isinstance(found.expression, e.Point):
        return e.Match(found.start, second.end, e.Unknown(found.expression.grain))
    joined = _range(found.expression, second.expression, opened=opened in _OPENERS)
    return e.Match(found.start, second.end, joined) if joined else found


def _range(first: e.Expression, last: e.Expression, *, opened: bool) -> e.Range | None:
    if isinstance(first, e.Weekday) and isinstance(last, e.Weekday):
        return e.Range(first, last) if first.which is None and first.week is None else None
    if isinstance(first, e.Point) and isinstance(last, e.MonthShift):
        return e.Range(first, last) if first.grain == "month" and first.year is not None else None
    if not isinstance(first, e.Point) or not isinstance(last, e.Point):
        return None
    if first.grain != last.grain and not (opened and first.year is not None and last.year is not None):
        return None
    if first.grain == "year":
        # "2019 to 2011" is no range; "2015 to" another grain was refused above.
        ordered = first.year is not None and last.year is not None and first.year < last.year
        return e.Range(first, last) if ordered else None
    return e.Range(first, last)


def _with_clock(t: Pieces, found: e.Match, near: int | None) -> e.Match:
    """Joins a time of day with the day before or behind it: "Tuesday at 3 p.m.", "9.30am on Tuesday"."""
    expression = found.expression
    if isinstance(expression, e.Clock):
        if expression.day is not None:
            return found
        at = t.skip(t.skip(found.end, ","), *_ON)
        day = _atom(t, at, near) if t.low(at) in _rules() or t.is_number(at) else None
        if day is None or not is_day(day.expression):
            return found
        day = _with_year(t, day)
        return e.Match(found.start, day.end, replace(expression, day=day.expression))
    if not is_day(expression):
        return found
    at = t.skip(t.skip(found.end, ","), *_BEFORE_TIME)
    clock = clocks.clock(t, at) if t.is_number(at) else clocks.noon(t, at) if t.low(at) in v.words("noon") else None
    if clock is None or not isinstance(clock.expression, e.Clock):
        return found
    return e.Match(found.start, clock.end, replace(clock.expression, day=expression))


def is_day(expression: e.Expression) -> bool:
    """True if the expression is a single day."""
    if isinstance(expression, e.Point):
        return expression.grain == "day"
    if isinstance(expression, e.Period):
        return expression.unit == "day"
    return isinstance(expression, (e.Weekday, e.NthWeekday, e.Holiday, e.BesideHoliday))


def _with_words_before(t: Pieces, found: e.Match, free: int) -> e.Match:
    """The match with the words before it that belong to it: "the end of", "early", "mid-", "from", "between"."""
    start = found.start
    for _ in range(_MAX_PREFIXES):
        length = _prefix(t, start - 1)
        if not length:
            break
        start -= length
    before = t.low(start - 1)
    said = found.expression
    is_range = isinstance(said, (e.Range, e.YearSpan)) or (isinstance(said, e.Clock) and said.last is not None)
    opens_range = is_range and before in _OPENERS
    if opens_range or (before in _THE and (start < found.start or not _is_plain(t, found))):
        start -= 1
    return found._replace(start=max(start, free))


def _prefix(t: Pieces, at: int) -> int:
    """How many tokens that end at `at` narrow what follows them."""
    low, before = t.low(at), t.low(at - 1)
    if low in v.LEANINGS and not t.ends_sentence(at):
        return 1
    hyphenated = low in v.DASHES and before in _MID and t.joined(at)
    return (
        2 if hyphenated or (low in _WITHIN - _OF and before in v.LEANINGS) or (low in _OF and before in v.EDGES) else 0
    )


def _is_plain(t: Pieces, found: e.Match) -> bool:
    """True if "the" before the expression belongs to a noun behind it: "the 2024 election", "the March vote"."""
    expression = found.expression
    if isinstance(expression, e.Range):
        expression = expression.first
    if isinstance(expression, e.Point):
        return t.low(found.start) in v.MONTHS or (expression.grain == "year" and t.low(found.start) not in v.SEASONS)
    if isinstance(expression, e.YearSpan):
        return t.low(found.end - 1) != "s"  # "the 1990s" is whole only with its article
    return isinstance(expression, (e.Weekday, e.Clock))
