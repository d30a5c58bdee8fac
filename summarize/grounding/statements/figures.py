"""Figures by value: "2,300" is "2300", "14" is "fourteen", "$5m" is "$5 million"; with their units and currencies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from summarize.grounding.statements.lexicon import words
from summarize.grounding.statements.numbers import (
    FRACTIONS,
    MAGNITUDES,
    ONES,
    ORDINALS,
    SHORT,
    TENS,
    TIMES,
    number_in_words,
    readings,
)
from summarize.grounding.statements.tokens import Token
from summarize.grounding.statements.units import DASHES, HARD, SIGNS, unit_after, unit_before

_IMPLIED: Final = {
    "both": 2,
    "pair": 2,
    "couple": 2,
    "two": 2,
    "trio": 3,
    "double": 2,
    "doubled": 2,
    "neither": 2,
    "either": 2,
}
_VAGUE: Final = {"dozens": (24, 200), "scores": (40, 400), "hundreds": (200, 10**4), "thousands": (2000, 10**6), "millions": (2 * 10**6, 10**9), "billions": (2 * 10**9, 10**13)}  # fmt: skip
_PARTITIVE: Final = words("of the more fewer less higher lower larger smaller bigger cheaper off")
"""What follows "a third" where it is a fraction."""
_BEGINNINGS: Final = frozenset({*ONES, *TENS, *ORDINALS, *TIMES, "a", "an", "half", "dozen"})
"""Words with which a figure can begin."""
_CLOCK: Final = re.compile(r"(\d{1,2})[:.](\d{2})$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text. `at` and `until` are indices of its tokens, half-open."""

    values: frozenset[Decimal]
    """More than one where the writing is ambiguous: "5m" alone."""
    unit: str | None
    is_ordinal: bool
    at: int
    until: int
    clock: tuple[int, int] | None = None
    """Hour (of 24 where am or pm is given) and minute."""
    is_halved: bool = False
    """The time of day says am or pm."""
    after: int = 0
    """Index of the first token after its unit."""


def _clock(sequence: list[Token], at: int) -> tuple[tuple[int, int] | None, int]:
    """A time of day that begins at a number: "2:40 a.m.", "6pm", "14:40"; with the index after it."""
    token = sequence[at]
    suffix = sequence[at + 1].lower if at + 1 < len(sequence) else ""
    split = _CLOCK.match(token.text) if token.text.isascii() else None
    half = suffix if suffix in {"am", "pm"} else ""
    if split is None and not half:
        return None, at
    if split is not None and "." in token.text and not half:
        return None, at
    hour, minute = (
        (int(split[1]), int(split[2]))
        if split is not None
        else (int(token.text), 0)
        if token.text.isdecimal() and len(token.text) < 3
        else (99, 0)
    )
    if hour > 24 or minute > 59:
        return None, at
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return (hour, minute), at + (2 if half else 1)


def figures(sequence: list[Token], *, foreign: bool = False) -> list[Figure]:
    """The figures of a text, in order. `foreign`: a text whose separators may be those of another language than English."""
    found: list[Figure] = []
    index = 0
    while index < len(sequence):
        token = sequence[index]
        may_begin = token.is_number or token.lower in _BEGINNINGS
        figure = _figure(sequence, index, foreign=foreign) if may_begin else None
        if figure is None:
            index += 1
            continue
        found.append(figure)
        index = max(figure.until, index + 1)
    return _ranged(sequence, found)


def _figure(sequence: list[Token], at: int, *, foreign: bool) -> Figure | None:
    token = sequence[at]
    if token.is_number:
        return _digits(sequence, at, foreign=foreign)
    if not token.is_word:
        return None
    word = token.lower
    if word in _VAGUE:
        return None
    if word in TIMES:
        return Figure(frozenset({Decimal(TIMES[word])}), None, False, at, at + 1, after=at + 1)
    following = sequence[at + 1].lower if at + 1 < len(sequence) else ""
    if word in {"a", "an"}:
        if following in {"hundred", "thousand", "million", "billion", "trillion", "dozen"}:
            unit, after = unit_after(sequence, at + 2)
            return Figure(frozenset({Decimal(MAGNITUDES[following])}), unit, False, at, at + 2, after=after)
        if following in FRACTIONS and following not in {"half", "second"} and _is_of(sequence, at + 2):
            return _fraction(sequence, Decimal(1) / FRACTIONS[following], at, at + 2)
        return None
    if word == "half":
        return _half(sequence, at)
    if word == "dozen":
        return Figure(frozenset({Decimal(12)}), None, False, at, at + 1, after=at + 1)
    if word in ORDINALS:
        # "the third quarter", "a third of": the fraction was read above.
        return Figure(frozenset({Decimal(ORDINALS[word])}), None, True, at, at + 1, after=at + 1)
    number = number_in_words(sequence, at)
    if number is None:
        return None
    value, until = number
    after_dash = until + 1 if until < len(sequence) and sequence[until].text in DASHES else until
    if (
        value in {1, 2, 3, 4}
        and after_dash < len(sequence)
        and (part := FRACTIONS.get(sequence[after_dash].lower))
        and part != 2
        and (value > 1 or _is_of(sequence, after_dash + 1))
    ):
        return _fraction(sequence, Decimal(value) / part, at, after_dash + 1)
    if (
        until < len(sequence)
        and sequence[until].text in DASHES
        and until + 1 < len(sequence)
        and (ordinal := ORDINALS.get(sequence[until + 1].lower))
        and value >= 20
    ):
        return Figure(frozenset({Decimal(value + ordinal)}), None, True, at, until + 2, after=until + 2)
    if value == 1 and until == at + 1:
        unit, after = unit_after(sequence, until)
        return Figure(frozenset({Decimal(1)}), unit, False, at, until, after=after) if unit else None
    unit, after = unit_after(sequence, until)
    return Figure(frozenset({Decimal(value)}), unit, False, at, until, after=after)


def _fraction(sequence: list[Token], value: Decimal, at: int, until: int) -> Figure:
    """A fraction, and what it is one of: "a quarter of a percentage point"."""
    index = until
    if index + 1 < len(sequence) and sequence[index].lower == "of" and sequence[index + 1].lower in {"a", "an", "one"}:
        unit, after = unit_after(sequence, index + 2)
        if unit is not None:
            return Figure(frozenset({value}), unit, False, at, until, after=after)
    return Figure(frozenset({value}), None, False, at, until, after=until)


def _is_of(sequence: list[Token], index: int) -> bool:
    return index < len(sequence) and sequence[index].lower in _PARTITIVE


def _half(sequence: list[Token], at: int) -> Figure:
    """A half: "half of", "half an hour", "half a million", "half a dozen"."""
    after = at + 1
    if after < len(sequence) and sequence[after].lower in {"a", "an"} and after + 1 < len(sequence):
        word = sequence[after + 1].lower
        if word == "hour":
            return Figure(frozenset({Decimal(30)}), "minute", False, at, after + 2, after=after + 2)
        if word in MAGNITUDES:
            unit, end = unit_after(sequence, after + 2)
            return Figure(frozenset({Decimal(MAGNITUDES[word]) / 2}), unit, False, at, after + 2, after=end)
    return Figure(frozenset({Decimal("0.5")}), None, False, at, at + 1, after=at + 1)


def _digits(sequence: list[Token], at: int, *, foreign: bool) -> Figure:
    token = sequence[at]
    clock, after_clock = _clock(sequence, at)
    values_read = readings(token.text, foreign=foreign)
    if clock is not None:
        return Figure(frozenset(values_read), None, False, at, after_clock, clock, after_clock > at + 1, after_clock)
    until, unit = at + 1, unit_before(sequence, at)
    values = set(values_read)
    is_ordinal = False
    if until < len(sequence):
        following = sequence[until]
        glued = following.start == token.end
        if glued and following.lower in {"st", "nd", "rd", "th"}:
            is_ordinal, until = True, until + 1
        elif following.lower in MAGNITUDES and not (following.lower == "mil" and not foreign):
            values = {value * MAGNITUDES[following.lower] for value in values}
            until += 1
        elif following.lower in SHORT and (glued or unit is not None):
            scaled = {value * SHORT[following.lower] for value in values}
            # "5m" without a currency may be metres.
            values = scaled if unit is not None or following.lower in {"bn", "mn", "tn", "k"} else values | scaled
            until += 1
        elif (
            following.text in DASHES
            and until + 1 < len(sequence)
            and sequence[until + 1].lower in MAGNITUDES
            and following.start == token.end
        ):
            values = {value * MAGNITUDES[sequence[until + 1].lower] for value in values}
            until += 2
    after_unit = until
    if unit is None:
        unit, after_unit = unit_after(sequence, until)
    # A sign after the number: 5 €, 30 %.
    if unit is None and until < len(sequence) and sequence[until].text in SIGNS:
        unit, after_unit = SIGNS[sequence[until].text], until + 1
    return Figure(frozenset(values), unit, is_ordinal, at, until, after=after_unit)


def _ranged(sequence: list[Token], found: list[Figure]) -> list[Figure]:
    """In "14 to 18 percent" and "5 or 10 million dollars" the first figure has the unit of the second."""
    for index in range(len(found) - 1, 0, -1):
        first, second = found[index - 1], found[index]
        gap = sequence[first.until : second.at]
        if (
            first.unit is None
            and second.unit is not None
            and len(gap) == 1
            and (gap[0].lower in {"to", "or", "and"} or gap[0].text in DASHES)
        ):
            found[index - 1] = Figure(
                first.values,
                second.unit,
                first.is_ordinal,
                first.at,
                first.until,
                first.clock,
                first.is_halved,
                first.after,
            )
    return found


def implied(sequence: list[Token]) -> frozenset[Decimal]:
    """Counts that words give without being figures: both, a pair."""
    return frozenset(Decimal(_IMPLIED[token.lower]) for token in sequence if token.lower in _IMPLIED)


def vague(sequence: list[Token]) -> list[tuple[str, int, int]]:
    """Plurals like "hundreds", each with the range of what it may stand for."""
    return [(token.lower, *_VAGUE[token.lower]) for token in sequence if token.lower in _VAGUE]


def agree(one: Figure, other: Figure) -> bool:
    """True if a figure of a statement may stand for one of its evidence: equal values, and no other unit."""
    if one.clock is not None and other.clock is not None:
        if one.is_halved and other.is_halved:
            return one.clock == other.clock
        return (one.clock[0] % 12, one.clock[1]) == (other.clock[0] % 12, other.clock[1])
    if not one.values & other.values:
        return False
    if one.is_ordinal != other.is_ordinal and one.is_ordinal:
        return False
    if one.unit == other.unit or one.unit is None:
        return True
    if other.unit is None:
        return one.unit not in HARD
    return False
