"""Figures by value: "2,300" is "2300", "14" is "fourteen", "A$5m" is "5 million Australian dollars"; with their units and currencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from summarize.expressions import expression
from summarize.languages.measures import NumberWords, foreign_scales, number_words, units
from summarize.text.numbers import DASHES, joined_half, number_in_words, readings, western
from summarize.text.tokens import Token
from summarize.text.units import is_money_after, unit_after, unit_before

_CLOCK: Final = expression(r"(\d{1,2})[:.](\d{2})$")
_HOURS, _MINUTES, _HALF_DAY = 24, 59, 12
_THOUSANDS: Final = 3
"""Figures of a group: "1 234 000"."""
_MAX_HOUR_LENGTH: Final = 2


class Quantity(Struct, frozen=True):
    """A figure in a text with what it measures. `at` and `until` are indices of its tokens, half-open."""

    values: frozenset[Decimal]
    """More than one where the writing is ambiguous: "5m" alone."""
    unit: str | None
    """A symbol of `units.toml`, an ISO 4217 code, or what several currencies are called ("dollar")."""
    is_ordinal: bool
    at: int
    until: int
    clock: tuple[int, int] | None = None
    """Hour (of 24 where am or pm is given) and minute."""
    is_halved: bool = False
    """The time of day says am or pm."""
    after: int = 0
    """Index of the first token after its unit."""
    before: int = -1
    """Index of the first token of its sign, which is `at` where it has none."""
    is_scaled: bool = False
    """It has a word or letter for its scale."""
    is_fraction: bool = False
    """A part of something: "a third of"."""


def quantities(
    sequence: Sequence[Token], *, language: str | None = "en", with_lone_one: bool = False
) -> list[Quantity]:
    """The figures of a text, in order and not overlapping.

    Args:
        sequence: the tokens of the text.
        language: ISO 639-1 code of the text, None if that is not known. Words of English are read in every text, and those for a scale of
            other languages too; the language decides how separators are read.
        with_lone_one: also "one" without a unit, which is a pronoun as often as a number.
    """
    reader = _Reader(sequence, language, with_lone_one=with_lone_one)
    beginnings = _beginnings()
    found: list[Quantity] = []
    index = 0
    while index < len(sequence):
        token = sequence[index]
        quantity = reader.read(index) if token.is_number or token.lower in beginnings else None
        if quantity is None:
            index += 1
            continue
        found.append(quantity)
        index = quantity.until
    return reader.share_range_units(found)


def implied_counts(sequence: Sequence[Token]) -> frozenset[Decimal]:
    """Counts that words give without being figures: both, a pair."""
    counts = _english().implied
    return frozenset(Decimal(counts[token.lower]) for token in sequence if token.lower in counts)


def vague(sequence: Sequence[Token]) -> list[tuple[str, int, int]]:
    """Plurals like "hundreds", each with the half-open range of what it may stand for."""
    ranges = _english().vague
    return [(token.lower, *ranges[token.lower]) for token in sequence if token.lower in ranges]


@cache
def _english() -> NumberWords:
    words = number_words("en")
    if words is None:
        raise AssertionError("the tables of English are part of the package")
    return words


@cache
def _beginnings() -> frozenset[str]:
    """Words with which a quantity can begin."""
    words = _english()
    halves = (word for word, parts in words.fractions.items() if parts == 2)
    return frozenset({*words.ones, *words.tens, *words.ordinals, *words.times, *words.articles, *halves, *words.groups})


@cache
def _scales(*, is_english: bool) -> Mapping[str, int]:
    """Words for scales, and what they are worth."""
    words = _english()
    scales, only = foreign_scales()
    others = {word: worth for word, worth in scales.items() if not is_english or word not in only}
    return {**others, **words.scales, **words.groups}


class _Reader:
    def __init__(self, sequence: Sequence[Token], language: str | None, *, with_lone_one: bool) -> None:
        self._with_lone_one = with_lone_one
        self._sequence = sequence
        self._language = language
        self._words = _english()
        self._scales = _scales(is_english=language == "en")

    def _lower(self, at: int) -> str:
        return self._sequence[at].lower if at < len(self._sequence) else ""

    def _is_dash(self, at: int) -> bool:
        return at < len(self._sequence) and self._sequence[at].text in DASHES

    def read(self, at: int) -> Quantity | None:
        """The quantity that begins at a token, None if none does."""
        token = self._sequence[at]
        if token.is_number:
            return self._figures(at)
        words, word = self._words, token.lower
        if not token.is_word or word in words.vague:
            return None
        if word in words.times:
            return _bare(Decimal(words.times[word]), at, at + 1)
        if word in words.articles and self._lower(at + 1) in words.fractions:
            return self._one_part(at)
        if word in words.fractions and words.fractions[word] == 2:
            return self._half(at)
        if word in words.groups:
            return _bare(Decimal(words.groups[word]), at, at + 1)
        if word in words.ordinals:
            return replace(_bare(Decimal(words.ordinals[word]), at, at + 1), is_ordinal=True)
        return self._in_words(at)

    def _one_part(self, at: int) -> Quantity | None:
        """Reads "a quarter of"; "a half" and "a second" are read elsewhere or not at all, "a third" alone is a row's third."""
        parts = self._words.fractions[self._lower(at + 1)]
        return self._fraction(Decimal(1) / parts, at, at + 2) if parts != 2 and self._is_part(at + 2) else None

    def _in_words(self, at: int) -> Quantity | None:
        number = number_in_words(self._sequence, at)
        if number is None:
            return None
        value, until = number
        after_dash = until + 1 if self._is_dash(until) else until
        parts = self._words.fractions.get(self._lower(after_dash))
        if value in {1, 2, 3, 4} and parts and parts != 2 and (value > 1 or self._is_part(after_dash + 1)):
            return self._fraction(value / parts, at, after_dash + 1)
        last = self._lower(until + 1) if self._is_dash(until) else ""
        ordinal = self._words.ordinals.get(last) or self._words.ordinals_behind_tens.get(last)
        if ordinal and value >= 20:
            return replace(_bare(value + ordinal, at, until + 2), is_ordinal=True)
        is_scaled = self._lower(until - 1) in self._scales
        unit, after = unit_after(self._sequence, until, is_scaled=is_scaled)
        if value == 1 and until == at + 1 and unit is None and not self._with_lone_one:
            return None
        return Quantity(frozenset({value}), unit, False, at, until, after=after, before=at, is_scaled=is_scaled)

    def _is_part(self, index: int) -> bool:
        return self._lower(index) in self._words.partitives

    def _fraction(self, value: Decimal, at: int, until: int) -> Quantity:
        """A fraction, and what it is one of: "a quarter of a percentage point", "three quarters of a million dollars"."""
        articles = {*self._words.articles, *(word for word, worth in self._words.ones.items() if worth == 1)}
        if self._lower(until) == self._words.of and self._lower(until + 1) in articles:
            scale = self._scales.get(self._lower(until + 2))
            if scale is not None:
                unit, after = unit_after(self._sequence, until + 3, is_scaled=True)
                return Quantity(
                    frozenset({value * scale}), unit, False, at, until + 3, after=after, before=at, is_scaled=True
                )
            unit, after = unit_after(self._sequence, until + 2)
            if unit is not None:
                return Quantity(frozenset({value}), unit, False, at, until, after=after, before=at, is_fraction=True)
        return replace(_bare(value, at, until), is_fraction=True)

    def _half(self, at: int) -> Quantity:
        """Reads "half of", "half an hour", "half a million", "half a dozen"."""
        number = number_in_words(self._sequence, at)
        if number is not None:
            unit, after = unit_after(self._sequence, number.until, is_scaled=True)
            values = frozenset({number.value})
            return Quantity(values, unit, False, at, number.until, after=after, before=at, is_scaled=True)
        if self._lower(at + 1) in self._words.articles:
            unit, after = unit_after(self._sequence, at + 2)
            if unit is not None and unit in units().halves:
                count, smaller = units().halves[unit]
                return Quantity(frozenset({Decimal(count)}), smaller, False, at, after, after=after, before=at)
        return replace(_bare(Decimal("0.5"), at, at + 1), is_fraction=True)

    def _figures(self, at: int) -> Quantity:
        sequence, token = self._sequence, self._sequence[at]
        clock, after_clock = self._clock(at)
        if clock is not None:
            values = frozenset(readings(token.text, self._language))
            is_halved = after_clock > at + 1
            return Quantity(values, None, False, at, after_clock, clock, is_halved, after_clock, at)
        unit, before = unit_before(sequence, at)
        read, until = self._grouped_values(at, is_money=unit is not None)
        values, until, is_scaled = self._scaled_values(frozenset(read), until, is_money=unit is not None)
        is_ordinal = not is_scaled and self._is_glued(until) and self._lower(until) in self._words.ordinal_endings
        until += is_ordinal
        after = until
        if unit is None:
            unit, after = unit_after(sequence, until, is_scaled=is_scaled)
        return Quantity(values, unit, is_ordinal, at, until, after=after, before=before, is_scaled=is_scaled)

    def _is_glued(self, at: int) -> bool:
        return 0 < at < len(self._sequence) and self._sequence[at].start == self._sequence[at - 1].end

    def _grouped_values(self, at: int, *, is_money: bool) -> tuple[list[Decimal], int]:
        """The values of a number and the index after it, with the groups that single spaces part: "1 234 000".

        One group alone may be another number ("in room 12 300 people"): it counts behind a currency, and in languages other than English.
        """
        sequence, first = self._sequence, self._sequence[at]
        end = at + 1
        if first.text.isdecimal() and len(first.text) <= _THOUSANDS:
            while (
                end < len(sequence)
                and sequence[end].start == sequence[end - 1].end + 1
                and sequence[end].text.isdecimal()
                and len(sequence[end].text) == _THOUSANDS
            ):
                end += 1
        groups = end - at - 1
        if groups < (1 if is_money or self._language != "en" else 2) or not western(first.text).lstrip("0"):
            return readings(first.text, self._language), at + 1
        return readings("".join(token.text for token in sequence[at:end]), self._language), end

    def _scale(self, at: int) -> tuple[int | None, int]:
        """What the word for a scale at a token is worth, or two words such as Romanian "de milioane", and the index after it."""
        word = self._lower(at)
        alone = self._scales.get(word)
        return (alone, at + 1) if alone is not None else (self._scales.get(f"{word} {self._lower(at + 1)}"), at + 2)

    def _scaled_values(
        self, values: frozenset[Decimal], until: int, *, is_money: bool
    ) -> tuple[frozenset[Decimal], int, bool]:
        """The values with the scale that follows them, and the index after it: "5m", "5 million", "5-million", "3 lakh crore"."""
        words = self._words
        half = joined_half(self._sequence, until, words)
        if half is not None:
            values, until = frozenset(value + half.value for value in values), half.until
        is_scaled = False
        while True:
            following = self._lower(until)
            at = until + 1 if self._is_dash(until) and self._is_glued(until) else until
            scale, after = self._scale(at)
            is_glued = self._is_glued(until)
            if scale is not None:
                until = after
            elif following in words.unambiguous and (is_glued or is_money):
                scale, until = words.unambiguous[following], until + 1
            elif not is_scaled and following in words.short and (is_glued or is_money):
                # "5m" without a currency may be metres.
                worth = words.short[following]
                scaled = frozenset(value * worth for value in values)
                return (
                    (scaled if is_money or is_money_after(self._sequence, until + 1) else values | scaled),
                    until + 1,
                    True,
                )
            else:
                return values, until, is_scaled
            values, is_scaled = frozenset(value * scale for value in values), True

    def _clock(self, at: int) -> tuple[tuple[int, int] | None, int]:
        """A time of day that begins at a number: "2:40 a.m.", "6pm", "14:40"; with the index after it."""
        token = self._sequence[at]
        half = self._lower(at + 1) if self._lower(at + 1) in self._words.half_days else ""
        split = _CLOCK.match(token.text) if token.text.isascii() else None
        if split is None and (not half or not token.text.isdecimal() or len(token.text) > _MAX_HOUR_LENGTH):
            return None, at
        if split is not None and "." in token.text and not half:
            return None, at
        hour, minute = (int(split[1]), int(split[2])) if split is not None else (int(token.text), 0)
        if hour > _HOURS or minute > _MINUTES:
            return None, at
        if half:
            hour = hour % _HALF_DAY + (_HALF_DAY if half == self._words.half_days[1] else 0)
        return (hour, minute), at + (2 if half else 1)

    def share_range_units(self, found: list[Quantity]) -> list[Quantity]:
        """In "14 to 18 percent" and "5 or 10 million dollars" the first quantity has the unit of the second."""
        for index in range(len(found) - 1, 0, -1):
            first, second = found[index - 1], found[index]
            gap = self._sequence[first.until : second.before]
            joins = len(gap) == 1 and (gap[0].lower in self._words.ranges or gap[0].text in DASHES)
            if first.unit is None and second.unit is not None and joins:
                found[index - 1] = replace(first, unit=second.unit)
        return found


def _bare(value: Decimal, at: int, until: int) -> Quantity:
    return Quantity(frozenset({value}), None, False, at, until, after=until, before=at)
