"""The grammar of years, decades, quarters, halves and seasons. A number is a year only where its context says so."""

from __future__ import annotations

from msgspec.structs import replace

from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Expression, Match, Point, Unknown, YearSpan
from summarize.text.dates.written import year_number
from summarize.text.pieces import Pieces

_CENTURY = 100
_FIRST_ADJECTIVE, _LAST_ADJECTIVE = 1900, 2059
_FIRST_BARE = 1500
_CONTEXT, _CLOSE = 40, 10
_THE = v.words("the")
_OF = v.words("of")
_WITHIN = v.words("within")
_THAN = v.words("than")
_SAME = v.words("same")
_THAT = v.words("that")
_HALF = v.words("halves")
_YEAR = v.words("year")
_AFTER_HYPHEN = v.words("before_hyphened_year")
_IN = v.words("in_years")
_AS = v.words("as")
_AS_EARLY = v.words("as_early")
_AFTER_YEAR = v.words("after_year_of_a_verb")
_AGES = v.words("ages")
_WITH = v.words("with")
_COMPARED = v.words("compared_with")
_JOINED = v.words("joined_years")
_NO_PLURALS = v.words("no_plurals")
_BEFORE_SHORT_YEAR = v.words("before_short_year")
_FISCAL_OPENERS = v.words("fiscal_openers")
_FISCAL_SHORT = v.words("fiscal_short")
_YEAR_OPENERS = v.words("year_openers")
_HEAT = v.words("heat")
_BEFORE_DECADE = v.words("before_decade")
_BEFORE_YEAR_OR_COUNT = v.words("before_year_or_count")
_COMPARISONS = v.words("comparisons")
_VERBS_AFTER = v.words("verbs_after")
_NO_NOUNS = v.words("no_nouns")
_NOT_COUNTED = _VERBS_AFTER | v.YEAR_PREPOSITIONS | _NO_NOUNS
_VERBS_BEFORE = v.words("verbs_before")
_FIGURES_OF_A_YEAR = v.words("figures_of_a_year")
_TWO_DIGITS, _YEAR_DIGITS = 2, 4
_PARTING = frozenset(",.;)")
_HALVES = 2
_TWENTIETH_CENTURY = 1900


def year(t: Pieces, i: int, near: int | None) -> Match | None:
    """A year, "2018-19", "2018/19" or a decade. `near` is the year of publication."""
    decade = _decade(t, i)
    if decade:
        return decade
    first = _span_year(t, i) or year_number(t, i)
    if first is None:
        return None
    part = part_of_year(t, i + 1) if t.low(i + 1) in v.ORDINALS or t.low(i + 1) in v.SHORT_PARTS else None
    found = _short_span(t, i, first) or (part if part and part.start == i else None)
    if found:
        return found
    last = year_number(t, i + 2) if t.joined(i) and t.joined(i + 1) and t.low(i + 1) in v.DASHES else None
    if t.low(i + 1) == "/" and len(t.word(i + 2)) == _YEAR_DIGITS and _span_year(t, i) is not None:
        last = first + 1  # "the 2021/2022 season"
    if last is not None and _FIRST_ADJECTIVE <= first < last <= _LAST_ADJECTIVE:
        return Match(i, i + 3, YearSpan(first, last))
    if t.joined(i) and t.low(i + 1) in v.DASHES and t.is_number(i + 2) and year_number(t, i + 2) is None:
        return None  # "2010-555"
    if t.joined(i - 1) and t.low(i - 1) in {"-", "/", "+", ".", ",", "_"} and t.low(i - 2) not in _AFTER_HYPHEN:
        return None
    return Match(i, i + 1, Point(year=first)) if _is_year(t, i, first, near) else None


def _span_year(t: Pieces, i: int) -> int | None:
    """The first year of "2018/19" or "2018/2019", which otherwise read like a fraction."""
    word, second = t.word(i), t.word(i + 2)
    if len(word) != _YEAR_DIGITS or word[:2] not in {"19", "20"} or t.low(i + 1) != "/" or not t.is_number(i):
        return None
    is_next = len(second) == _YEAR_DIGITS and t.is_number(i + 2) and int(second) == int(word) + 1
    return int(word) if is_next or len(second) == _TWO_DIGITS else None


def _short_span(t: Pieces, i: int, first: int) -> Match | None:
    """Reads "2018-19": the second year in two figures, after the first."""
    mark, second = t.low(i + 1), t.word(i + 2)
    if not (mark in v.DASHES or mark == "/") or len(second) != _TWO_DIGITS or not t.is_number(i + 2):
        return None
    if not (t.joined(i) and t.joined(i + 1)) or t.low(i + 3) == "%" or (t.joined(i + 2) and t.word(i + 3).isalnum()):
        return None
    last = first // _CENTURY * _CENTURY + int(second)
    if last < first:
        last += _CENTURY
    # "2009-03" is a month in ISO, and "1998/50" nothing.
    if (
        last - first > _CENTURY // 2
        or (mark == "/" and last != first + 1)
        or (t.low(i + 3) in v.DASHES and t.joined(i + 2))
    ):
        return None
    return Match(i, i + 3, YearSpan(first, last))


def _decade(t: Pieces, i: int) -> Match | None:
    word, apostrophe = t.word(i), t.low(i + 1) in v.APOSTROPHES and t.joined(i)
    ending = i + 2 if apostrophe else i + 1
    if t.low(ending) != "s" or not t.joined(ending - 1) or not t.is_number(i) or word[-1] != "0":
        return None
    if len(word) == _YEAR_DIGITS and _FIRST_BARE <= int(word) <= _LAST_ADJECTIVE:
        # "2010's best film" is of one year, "the 1900s" may be ten or a hundred.
        one_year = apostrophe and t.low(i - 1) not in _BEFORE_DECADE
        century = word.endswith("00") and word != "2000"
        return None if one_year or century else Match(i, ending + 1, YearSpan(int(word), int(word) + 9))
    if len(word) != _TWO_DIGITS or word < "20" or apostrophe:
        return None
    # In two figures only "the '70s" or "the 70s", and no ages or temperatures.
    before = i - 2 if t.low(i - 1) in v.APOSTROPHES else i - 1
    if t.low(before) not in _THE or any(t.low(j) in _HEAT for j in range(i - 12, i + 8)):
        return None
    first = _TWENTIETH_CENTURY + int(word)
    return Match(before + 1, ending + 1, YearSpan(first, first + 9))


def _is_year(t: Pieces, i: int, value: int, near: int | None) -> bool:
    before, after = t.low(i - 1), t.low(i + 1)
    lower = t.is_lower_word(i + 1)
    if after in v.COUNTED or (after in v.APOSTROPHES and t.low(i + 2) != "s"):
        return False
    if before == "(":
        return after in {")", ",", ";"} or after in v.DASHES
    if before in _IN:
        return value >= _FIRST_BARE or not lower
    if before in _AS:
        return t.low(i - 2) in _AS_EARLY and value >= _FIRST_BARE
    if before in _BEFORE_YEAR_OR_COUNT:
        return value >= _FIRST_BARE and not _counts(t, i, value)
    if before in _VERBS_BEFORE:
        return _FIRST_ADJECTIVE <= value <= _LAST_ADJECTIVE and (not lower or after in _AFTER_YEAR)
    if before in v.YEAR_PREPOSITIONS or (before in v.DASHES and t.low(i - 2) in v.LEANINGS | _AGES):
        return True
    if before == "," and t.low(i - 2) in _YEAR and t.low(i - 3) not in _THAT:
        return value >= _FIRST_BARE and after in _PARTING  # "in its best year, 1983, it sold 400"
    if before in _THAN:
        return t.low(i - 2) not in _COMPARISONS and not lower and value >= _FIRST_BARE
    if before in _WITH:
        return t.low(i - 2) in _COMPARED and not _counts(t, i, value)
    if before in _JOINED:
        return any(year_number(t, j) is not None for j in range(i - 3, i - 1)) and not _counts(t, i, value)
    return _names_edition(t, i, value, near)


def _counts(t: Pieces, i: int, value: int) -> bool:
    """True if the number counts the noun after it: "of 2000 homes", "to 1500 infantry"."""
    after = t.low(i + 1)
    if not t.is_lower_word(i + 1) or t.ends_sentence(i):
        return False
    if after in v.COUNTED or (after.endswith("s") and after not in _NO_PLURALS):
        return True
    return value % _CENTURY == 0 and after not in _NOT_COUNTED


def _names_edition(t: Pieces, i: int, value: int, near: int | None) -> bool:
    """True if the year stands by a noun it belongs to: "the 2024 election", "World Cup 2026", "2024 was"."""
    if not _FIRST_ADJECTIVE <= value <= _LAST_ADJECTIVE:
        return False
    before, after = t.low(i - 1), t.low(i + 1)
    close = near is not None and abs(value - near) <= 2
    starts = i == 0 or t.ends_sentence(i - 1)
    if before in v.DETERMINERS or before in v.APOSTROPHES:
        round_count = value % _CENTURY == 0 and after.endswith("s")
        return t.word(i + 1)[:1].isalpha() and not round_count and after not in v.COUNTED
    if t.joined(i - 1) and not starts:
        return False
    if after in _FIGURES_OF_A_YEAR and near is not None and value - near in range(-2, 6):
        return True
    if starts:
        return after in _VERBS_AFTER or (t.is_capitalised(i + 1) and close)
    if before in v.EVENT_WORDS and t.is_capitalised(i - 1):
        return True
    if close and t.word(i - 1).isupper() and len(before) > _TWO_DIGITS and not _counts(t, i, value):
        return True
    return close and t.is_capitalised(i + 1) and t.is_lower_word(i - 1)


def short_year(t: Pieces, i: int, near: int | None) -> Match | None:
    """Reads "since '82": two figures after an apostrophe, in the hundred years up to publication."""
    word = t.word(i + 1)
    if near is None or len(word) != _TWO_DIGITS or not t.is_number(i + 1) or not t.joined(i):
        return None
    if t.low(i - 1) not in _BEFORE_SHORT_YEAR or t.joined(i - 1):
        return None
    if t.joined(i + 1) and t.word(i + 2)[:1].isalnum():
        return None
    value = near // _CENTURY * _CENTURY + int(word)
    return Match(i, i + 2, Point(year=value if value <= near else value - _CENTURY))


def part_of_year(t: Pieces, i: int) -> Match | None:
    """Reads "the third quarter of 2024", "third-quarter", "Q3 2024", "the first half of last year"."""
    low = t.low(i)
    if low in v.SHORT_PARTS and t.joined(i) and t.word(i).isupper():
        return _short_part(t, i)
    number = v.ORDINALS.get(low)
    after = i + 1
    if t.is_number(i) and t.low(i + 1) in v.words("ordinal_endings") and t.joined(i):
        number, after = v.ORDINALS.get(low + t.low(i + 1)), i + 2
    if v.WHICH.get(low) == -1 and v.SINGLE.get(t.low(i + 1)) == "quarter" and t.low(i + 2) in _OF:
        number = 4
    noun = t.skip(after, *v.DASHES)
    half = t.low(noun) in _HALF
    if number is None or not (half or v.SINGLE.get(t.low(noun)) == "quarter"):
        return None
    end = noun + 1
    fiscal = _fiscal(t, i, end)
    if fiscal is not None:
        return fiscal
    known, start = year_of(t, end), i
    before = year_number(t, i - 1)
    if known is None and before:  # "the 1988 second quarter"
        known, start = (Point(year=before), end), i - 1
    if half and number > _HALVES:
        return None
    if known:
        return Match(start, known[1], replace(known[0], half=number) if half else replace(known[0], quarter=number))
    if half:
        # A half is as a rule one of a match, and may be one of somebody's own year.
        told = is_business(t, i, _FIGURES_OF_A_YEAR, _CLOSE) and t.low(end) not in _OF
        return Match(i, end, Point(half=number)) if told else None
    return Match(i, end, Point(quarter=number)) if is_business(t, i) else None


def _short_part(t: Pieces, i: int) -> Match | None:
    number = t.word(i + 1)
    if not t.is_number(i + 1) or len(number) != 1 or (t.joined(i + 1) and t.word(i + 2)[:1].isalnum()):
        return None
    value, quarter = int(number), v.SHORT_PARTS[t.low(i)] == "quarter"
    if not 1 <= value <= (4 if quarter else _HALVES):
        return None
    fiscal = _fiscal(t, i, i + 2)
    if fiscal is not None:
        return fiscal
    known = year_of(t, i + 2)
    before = year_number(t, i - 1)
    if before and known is None:
        known = (Point(year=before), i + 2)
    if known is None:
        return Match(i, i + 2, Point(quarter=value)) if quarter and is_business(t, i) else None
    start = i - 1 if before and known[1] == i + 2 else i
    part = replace(known[0], quarter=value) if quarter else replace(known[0], half=value)
    return Match(start, known[1], part)


def _fiscal(t: Pieces, i: int, end: int) -> Match | None:
    """A quarter or half of somebody's own year: "Q3 FY24", "the first quarter of fiscal 2027", "fiscal second quarter".

    When that year begins is not said, so which months are meant stays open.
    """
    at = t.skip(t.skip(t.skip(end, ","), *_WITHIN), *_FISCAL_OPENERS)
    if t.low(at) in _FISCAL_SHORT and t.is_number(at + 1):
        return Match(i, at + 2, Unknown("quarter"))
    if t.low(at) in v.FISCAL:
        after = t.skip(at + 1, *_YEAR)
        return Match(i, after + 1 if t.is_number(after) else after, Unknown("quarter"))
    return Match(i, end, Unknown("quarter")) if t.low(i - 1) in v.FISCAL else None


def year_of(t: Pieces, i: int) -> tuple[Point, int] | None:
    """The year that a date before `i` belongs to: "2024", "of 2024", "last year", "of the same year"."""
    at = t.skip(t.skip(t.skip(i, ","), *_WITHIN), *_YEAR_OPENERS)
    low, end = t.low(at), at + 1
    value = year_number(t, at)
    if value is not None:
        return Point(year=value), end
    if low in v.WHICH and t.low(end) in _YEAR:
        return Point(year_shift=v.WHICH[low]), end + 1
    if low in _YEAR and at > i + 1 and t.low(at - 1) in _THE and t.low(at - 2) in _OF:
        return Point(year_shift=0), end
    if t.low(i) in _OF and (low in _SAME or low in _THAT) and t.low(end) in _YEAR:
        return Point(that_year=True), end + 1
    return None


def is_business(t: Pieces, i: int, words: frozenset[str] = v.BUSINESS, within: int = _CONTEXT) -> bool:
    """True if one of some words of business stands near, so that "the third quarter" is no quarter of a match."""
    return any(low in words for low in t.lows[max(0, i - within) : i + within])


def season(t: Pieces, i: int) -> Match | None:
    """Reads "spring 2024", "the winter of 2023-24": the year alone, for a season falls in other months elsewhere."""
    at = t.skip(i + 1, *_OF)
    first = _span_year(t, at) or year_number(t, at)
    if first is None:
        return None
    expression: Expression = Point(year=first)
    span = _short_span(t, at, first)
    if span:
        return Match(i, span.end, span.expression)
    return None if _counts(t, at, first) else Match(i, at + 1, expression)
