"""The numbers of a sentence that count or measure what is told, with what bounds them: not dates, times, ages or a name's number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, get_args

from summarize.languages.figures import figures
from summarize.languages.measures import number_words, units
from summarize.text.bounds import Bound, bound_before
from summarize.text.months import month_pattern, weekday_pattern
from summarize.text.quantities import Quantity, quantities
from summarize.text.tokens import Token, tokens
from summarize.text.units import code_of, is_money, is_time

_ROUGH: Final[Bound] = get_args(Bound)[-1]

_WORDS: Final = figures("en")
_MONTH: Final = month_pattern("en")
_MONTH_AFTER = re.compile(rf"\s(?:{_MONTH})\b", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s$", re.IGNORECASE)
# A number right behind a name is the name's: Berth 31, Line 7, Article 3; but "on Tuesday 12 people". After a comma, an age.
_NAMED = re.compile(rf"(?<![.!?“”\"‘’]\s)(?<!^)\b(?!(?i:{weekday_pattern('en')})\s)[A-Z][\w’'-]*\s$")
_AGE = re.compile(r"[a-z’'\w-]+,\s$")
_YEAR = range(1900, 2101)
_OLDEST = 110
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Number:
    """A number: half-open code-point range, without its bound and unit of measure, with its currency or percent sign."""

    start: int
    end: int
    amount: float
    bound: Bound | None
    unit: str | None
    """A currency's code, "%", or None."""
    measure: str | None = None
    """What it measures where that is neither money nor a share, and no length of time: "km"."""
    measured: int = 0
    """Where its unit of measure ends."""


def numbers_in(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers of the sentence `text[start:end]`, in order; of "six or seven" both as one, which is seven at most."""
    sequence = tokens(text, start, end)
    last: Number | None = None
    for quantity in quantities(sequence, with_lone_one=True):
        number = _number(text, (start, end), sequence, quantity)
        if number is None:
            continue
        if last is not None and text[last.end : number.start] == f" {_WORDS.either} " and last.unit is None:
            number = replace(number, start=last.start, bound="most")
        elif last is not None:
            yield last
        last = number
    if last is not None:
        yield last


def _number(text: str, sentence: tuple[int, int], sequence: Sequence[Token], quantity: Quantity) -> Number | None:
    if quantity.clock is not None or quantity.is_ordinal or quantity.is_fraction or not quantity.values:
        return None
    floor, limit = sentence
    unit = code_of(quantity.unit) if quantity.unit is not None and is_money(quantity.unit) else None
    unit = "%" if quantity.unit == "%" else unit
    start = sequence[quantity.before].start
    end = sequence[(quantity.after if unit is not None and quantity.after > quantity.until else quantity.until) - 1].end
    before, after = text[max(floor, start - _CONTEXT) : start], text[end : min(limit, end + _CONTEXT)]
    is_glued_after = after[:1].isalnum() and (quantity.unit is None or unit is not None)
    is_none = _WORDS.none_before.search(before) or _WORDS.age_before.search(before)
    if is_none or is_glued_after or _WORDS.attributive.match(after):
        return None
    first = sequence[quantity.at]
    is_plain = unit is None and not quantity.is_scaled
    if first.is_number:
        if _is_part(before, after) or (is_plain and _is_no_count(first.text, quantity, before, after)):
            return None
    elif not _is_count_in_words(text[start:end].lower(), before, after, first):
        return None
    if unit is not None and (country := _WORDS.currency_after.match(after)):
        unit = units().names.get(f"{country['country'].lower()} {quantity.unit}", unit)
    measure = None if unit is not None or is_time(quantity.unit) else quantity.unit
    bound = bound_before(before) or ("about" if not first.is_number and _is_rough(first.lower) else None)
    amount = float(min(quantity.values) if is_plain else max(quantity.values))
    return Number(start, end, amount, bound, unit, measure, sequence[max(quantity.after, quantity.until) - 1].end)


def is_of_open_currency(printed: str, unit: str | None) -> bool:
    """True for a sum whose sign or name several currencies share, and which is taken for the usual one's: "$5m", which is not said to be US$5m."""
    found = quantities(tokens(printed, 0, len(printed)))
    return any(units().defaults.get(each.unit or "") == unit for each in found if is_money(each.unit))


def _is_part(before: str, after: str) -> bool:
    """True for a figure that is part of something longer: "2017-2022", "A380", "7/8"."""
    is_behind = bool(before) and (before[-1].isalnum() or before[-1] in "_.,:/–-")
    return is_behind or after[:1] in {"/", ":", "_"} or bool(re.match(r"[.,]\d", after))


def _is_no_count(figures: str, quantity: Quantity, before: str, after: str) -> bool:
    """True for a bare figure that is a year, a date, the number of something named, or an age."""
    value = float(min(quantity.values))
    is_year = figures.isdecimal() and len(figures) == len("2026") and int(figures) in _YEAR
    if is_year or _is_date_after(after) or _DATE_BEFORE.search(before):
        return True
    is_age = _AGE.search(before) and after[:1] in {",", "."} and value < _OLDEST
    return bool(is_age or (_NAMED.search(before) and quantity.at))


def _is_count_in_words(printed: str, before: str, after: str, first: Token) -> bool:
    words = number_words("en")
    if words is None or first.lower in words.times or before.endswith("-"):
        return False
    if printed in words.groups and not before.endswith(" "):
        return False
    is_one = words.ones.get(printed) == 1
    if is_one and (_WORDS.no_count_before.search(before) or _WORDS.no_count_after.match(after)):
        return False
    return not _is_date_after(after)


def _is_date_after(after: str) -> bool:
    return bool(_MONTH_AFTER.match(after) or _WORDS.date_after.match(after))


def _is_rough(word: str) -> bool:
    """True for the first word of "a hundred" and "half a million", which are hardly ever meant to the last one."""
    words = number_words("en")
    return words is not None and (word in words.articles or words.fractions.get(word) == 2 or word in words.groups)


def is_bound(before: str) -> bool:
    """True for words in front of a number that make it a bound, "more than", and not for "about"."""
    return bound_before(before) not in {None, _ROUGH}
