"""The grammar of dates with a month name. Each rule looks at a bounded number of tokens."""

from __future__ import annotations

from summarize.text.dates import vocabulary as v
from summarize.text.dates.calendars import day_of
from summarize.text.dates.expressions import Ended, Match, Point, Range, Unknown
from summarize.text.pieces import Pieces

_FIRST_YEAR, _LAST_YEAR = 1000, 2099
_YEAR_DIGITS = 4
_MIN_DIGITS = 3
_DAYS = 31
_ORDINAL_ENDINGS = v.words("ordinal_endings")
_LEAP_YEAR = 2024
# "In March 12 people died" is a month; "on March 12 people died" is a day.
_BEFORE_MAY = v.DASHES | v.words("before_may")
_FUNCTION_WORDS = v.words("function_words")
_NAMES_WITH_MONTH = v.words("names_with_month")
_SUBJECTS = v.DETERMINERS | v.words("subjects")
_OF = v.words("of")
_ON = v.words("on")
_IN = v.words("in")
_BEFORE_MONTH_OF, _MONTHLY = v.words("before_month_of"), v.words("monthly")
_AND = v.words("joins")
_BETWEEN = v.words("between")
_RANGE_OPENERS = v.words("range_openers")
_LISTING = v.words("day_joins")
_NOT_BOTH = v.words("day_alternatives")
_ATTACKS = v.words("attacks")
_EACH = v.words("each_of_years")
_SURE_SHORT_MONTHS = v.words("sure_short_months")
_BEFORE_NAMES = v.words("before_names")
_MODAL_MONTHS = v.words("modal_months")
_BEFORE_NAMELIKE = v.words("before_namelike_month")
_JOINS_MONTHS = v.words("month_joins")
_WHICH = {**v.WHICH, **dict.fromkeys(v.words("the"), 0)}
_MAX_LISTED = 6
_AFTER_YEAR = frozenset("\n.,;:!?)]\"'\u201d\u2019\u00bb")


def year_number(t: Pieces, i: int) -> int | None:
    """The year written in full there, 1000 to 2099, that is not part of another figure."""
    word = t.word(i)
    if len(word) != _YEAR_DIGITS or not t.is_number(i) or t.quantity(i):
        return None
    year = int(word)
    if t.joined(i) and t.word(i + 1).isalpha():
        return None
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def day_number(t: Pieces, i: int) -> tuple[int, int] | None:
    """A day of the month and the index after it: "5", "05", "5th"."""
    word = t.word(i)
    if len(word) > 2 or not t.is_number(i) or t.quantity(i):
        return None
    day, after = int(word), i + 1
    if t.joined(i) and t.word(i + 1).isalpha():
        if t.low(i + 1) not in _ORDINAL_ENDINGS:
            return None
        after += 1
    return (day, after) if 1 <= day <= _DAYS else None


def month_name(t: Pieces, i: int) -> tuple[int, int] | None:
    """A month, full or abbreviated, capitalised, and the index after it and its stop."""
    low = t.low(i)
    month = v.MONTHS.get(low)
    if month is None or not t.is_capitalised(i):
        return None
    after = i + 1
    if low in v.SHORT_MONTHS and t.low(after) == "." and t.joined(i):
        after += 1
    return month, after


def _is_day(year: int | None, month: int, day: int) -> bool:
    return day_of(year or _LEAP_YEAR, month, day) is not None


def _year_after(t: Pieces, i: int) -> tuple[int | None, int]:
    """A year after a date ("2025", ", 2025", "of 2025") and the index after it; without one None and the same index."""
    after = t.skip(i, ",", *_OF)
    year = year_number(t, after)
    return (year, after + 1) if year is not None else (None, i)


def after_strange_year(t: Pieces, i: int) -> int | None:
    """The index after a year behind a date that no newspaper's calendar has, as in "25 December 800" and "1 December 9999"; None if none is there.

    A number before a word counts things, and one that is joined to what follows is a score or a measure.
    """
    at = t.skip(i, ",", *_OF, *("-" if t.joined(i - 1) and t.joined(i) else ()))
    word, follows = t.word(at), t.low(at + 1)
    if len(word) < _MIN_DIGITS or not t.is_number(at) or t.quantity(at):
        return None
    is_last = not follows or follows[0] in _AFTER_YEAR or (not t.joined(at) and not follows.isalnum())
    is_far = (
        len(word) == _YEAR_DIGITS and follows in _SUBJECTS
    )  # "in June 2100 it shut"; "in June 2100 jobs went" is a count
    if not (is_last or is_far or follows in v.MONTH_PREPOSITIONS) or year_number(t, at) is not None:
        return None
    return at + 1


def _in_its_year(t: Pieces, found: Match | None) -> Match | None:
    """The same date, without a value where such a year stands behind it: it is not of the year that it would be taken to be of."""
    said = found.expression if found else None
    first = said.first if isinstance(said, Range) else said.end if isinstance(said, Ended) else said
    if found is None or not isinstance(first, Point) or first.has_year or first.month_shift is not None:
        return found
    end = after_strange_year(t, found.end)
    return found if end is None else Match(found.start, end, Unknown(first.grain))


def _points(first: int, last: int, month: int, year: int | None) -> Range | None:
    if first >= last or not _is_day(year, month, last):
        return None
    return Range(Point(year=year, month=month, day=first), Point(year=year, month=month, day=last))


def _second_day(t: Pieces, i: int, first: int, *, between: bool) -> tuple[int, int] | None:
    """The last day of a range whose first day stands before `i`: "to 28", "-28", "and 28"."""
    low = t.low(i)
    if low in _LISTING:
        second = day_number(t, i + 1)
        # Two days that follow each other are a range even when only listed.
        listed = second is not None and second[0] == first + 1 and low not in _NOT_BOTH
        return second if second and (between or listed) else None
    if low in v.RANGE_WORDS or low in v.DASHES:
        return day_number(t, i + 1)
    return None


def month_first(t: Pieces, i: int) -> Match | None:
    """Reads "November 26", "Nov. 26 to 28, 2025", "March 2024", and a month alone where its context shows one."""
    return _in_its_year(t, _month_first(t, i))


def _month_first(t: Pieces, i: int) -> Match | None:
    named = month_name(t, i)
    if named is None or (
        t.low(i) in v.NAMELIKE_MONTHS and t.low(i - 1) in _NAMES_WITH_MONTH and t.is_capitalised(i - 1)
    ):
        return None
    month, after = named
    if t.low(after) == "quarter" and t.low(i - 2) not in v.MONTHS:
        # "The September quarter", as Australia says.
        year, end = _year_after(t, after + 1)
        return Match(i, end, Ended(3, Point(year=year, month=month)))
    numbered = day_number(t, after)
    if numbered and not _counts_things(t, i, numbered[1]) and _is_day(None, month, numbered[0]):
        return _month_day(t, i, month, numbered)
    year, end = _year_after(t, after)
    if year is not None:
        return Match(i, end, Point(year=year, month=month))
    return Match(i, after, Point(month=month)) if _is_month_alone(t, i, after) else None


def _month_day(t: Pieces, i: int, month: int, numbered: tuple[int, int]) -> Match | None:
    day, after = numbered
    second = _second_day(t, after, day, between=t.low(i - 1) in _BETWEEN)
    # In "Nov 26 to 28 December" the second number belongs to the next month.
    if second and month_name(t, second[1]) is None and not _counts_things(t, i, second[1], listed=True):
        year, end = _year_after(t, second[1])
        days = _points(day, second[0], month, year)
        if days:
            return Match(i, end, days)
    year, end = _year_after(t, after)
    if year is None and (month, day) == (9, 11) and not _ATTACKS.isdisjoint((t.low(after), t.low(after + 1))):
        year = 2001  # the attacks are an event of that year whenever they are written of
    if not _is_day(year, month, day):
        return None
    return Match(i, end, Point(year=year, month=month, day=day))


def _counts_things(t: Pieces, i: int, after: int, *, listed: bool = False) -> bool:
    """True if the number after a month counts what follows it: "in March 12 people"."""
    noun = t.low(after)
    if not t.is_lower_word(after) or len(noun) == 1:
        return False
    if listed:
        return noun in v.COUNTED or noun.endswith("s")
    return t.low(i - 1) in _IN and t.low(i) not in v.SHORT_MONTHS and noun not in _FUNCTION_WORDS


def day_first(t: Pieces, i: int) -> Match | None:
    """Reads "9 January", "the 9th of January", "26-28 Nov 2025", "between 3 and 5 May"."""
    return _in_its_year(t, _day_first(t, i))


def _day_first(t: Pieces, i: int) -> Match | None:
    numbered = day_number(t, i)
    if numbered is None:
        return None
    day, after = numbered
    second = _second_day(t, after, day, between=t.low(i - 1) in _BETWEEN)
    if second:
        named = month_name(t, t.skip(second[1], *_OF))
        if named:
            year, end = _year_after(t, named[1])
            days = _points(day, second[0], named[0], year)
            return Match(i, end, days) if days else None
    if (
        t.low(after) in _OF
        and t.low(after + 1) in _WHICH
        and v.SINGLE.get(t.low(after + 2)) == "month"
        and after > i + 1
    ):
        return Match(i, after + 3, Point(day=day, month_shift=_WHICH[t.low(after + 1)]))
    listed = _month_behind(t, after)
    if listed and t.low(i - 1) in _ON:
        return (
            Match(i, after, Point(year=listed[1], month=listed[0], day=day))
            if _is_day(listed[1], listed[0], day)
            else None
        )
    named = month_name(t, t.skip(t.skip(after, *_OF), "-"))
    # "5 May said" is nobody's date, but neither is it English; "10 March on" is a day.
    if named is None:
        return None
    # In "on the 4 March 12 people" nothing is lost; in "the 2 Jan 5 games" nothing is either.
    is_dashed = t.joined(named[1]) or t.low(t.skip(after, *_OF)) == "-"  # "2-June-2026", "2 - June - 2026"
    year, end = _year_after(t, t.skip(named[1], "-") if is_dashed else named[1])
    if year is None:
        end = named[1]
    if not _is_day(year, named[0], day):
        return None
    return Match(i, end, Point(year=year, month=named[0], day=day))


def listed_day(t: Pieces, i: int) -> tuple[int, int, Point] | None:
    """Day, index after it and month of a day that takes its month from the last of its list: "20" of "Monday 20 and Friday 24 April"."""
    numbered = day_number(t, i)
    if numbered is None:
        return None
    listed = _month_behind(t, numbered[1])
    return (*numbered, Point(year=listed[1], month=listed[0])) if listed else None


def _month_behind(t: Pieces, i: int) -> tuple[int, int | None] | None:
    """The month and year that end a list of days of which one stands before `i`."""
    for _ in range(_MAX_LISTED):
        at = t.skip(t.skip(i, ","), *_LISTING)
        at = at + 1 if at > i and t.low(at) in v.WEEKDAYS else at
        numbered = day_number(t, at) if at > i else None
        if numbered is None:
            return None
        i = numbered[1]
        named = month_name(t, t.skip(i, *_OF))
        if named:
            return None if after_strange_year(t, named[1]) else (named[0], _year_after(t, named[1])[0])
    return None


def _is_month_alone(t: Pieces, i: int, after: int) -> bool:
    low, before = t.low(i), t.low(i - 1)
    if before in _IN and v.UNITS.get(t.low(i - 2)) == "year" and t.low(i - 3) in _EACH:
        return False  # "every year in July"
    if low in v.SHORT_MONTHS and low not in _SURE_SHORT_MONTHS:
        return False
    follows = t.low(after)
    if before in _BEFORE_MONTH_OF and t.low(i - 2) in _MONTHLY and not t.is_capitalised(after):
        return follows not in v.APOSTROPHES
    if (follows in v.RANGE_WORDS or follows in v.DASHES) and t.low(after + 1) in v.MONTHS:
        return t.is_capitalised(after + 1)  # "the April-June quarter"
    if follows in v.WHICH and v.SINGLE.get(t.low(after + 1)) == "year":
        return True
    if follows in v.PAST and before in _BEFORE_NAMES:
        return False  # "the Women's March drew thousands"
    prepared = before in v.MONTH_PREPOSITIONS or before in v.DASHES or (before in _OF and t.low(i - 2) in v.EDGES)
    if t.is_capitalised(after) and follows not in v.MONTHS and not prepared:
        return False  # "April Jones", "October Revolution"
    if low in v.NAMELIKE_MONTHS or low in v.SHORT_MONTHS:
        if t.word(i).isupper():
            return before in _IN
        if low in _MODAL_MONTHS and (follows in v.APOSTROPHES or before not in _BEFORE_MAY):
            return before in _RANGE_OPENERS and (follows in v.RANGE_WORDS or follows in _AND)
        if before in _BEFORE_NAMELIKE and follows not in {".", ",", ""}:
            return before in _JOINS_MONTHS and t.low(i - 2) in v.MONTHS and t.is_lower_word(after)
        attributive = (
            before in v.DETERMINERS
            and t.is_lower_word(after)
            and low not in _MODAL_MONTHS
            and follows not in _FUNCTION_WORDS
        )
        return prepared or attributive
    capital = t.is_capitalised(i - 1) and not prepared and before not in v.DETERMINERS
    # "Black September", but "Former" or "Its" at the head of a sentence hardly ever.
    return not (capital and not t.ends_sentence(i - 2) and t.joined(i - 1) is False and before not in v.WEEKDAYS)
