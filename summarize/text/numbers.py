"""Numbers in figures and in words, and the values they can have. The words come from the tables of `languages/`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from summarize.languages.measures import NumberWords, number_words
from summarize.text.tokens import Token

MAX_LENGTH: Final = 24
"""Digits: a longer number is refused rather than read."""
DASHES: Final = frozenset("-–—‐‑‒−")
_SPACES: Final = (" ", "\u00a0", "\u202f", "\u2009")
_THOUSAND: Final = 1_000
_COMMAS_OR_POINTS: Final = ",."
_GROUP: Final = 3


class Read(NamedTuple):
    """The value of a number in words, and the index of the token after it."""

    value: Decimal
    until: int


def western(text: str) -> str:
    """A number with the digits and separators of any script as 0 to 9, comma and point."""
    if text.isascii():
        return text
    return "".join(
        str(int(c)) if c.isdecimal() else "," if c == "\u066c" else "." if c == "\u066b" else c for c in text
    )


def readings(text: str, language: str | None = "en") -> list[Decimal]:
    """The values that figures with separators can have, the language's own reading first.

    Args:
        text: digits of any script, with commas, points, colons or spaces between them.
        language: ISO 639-1 code; it decides what "2.300" is. Other languages than English keep both readings, since some countries
            write them with the separators of others; None is not known, and any other language.

    Returns:
        One value as a rule; several for what may be read in two ways, or for the parts of "14:40" and "9.1.2026". Empty if it is too long.
    """
    text = western(text)
    for space in _SPACES:
        text = text.replace(space, "")
    if len(text) > MAX_LENGTH:
        return []
    if text.isdecimal():
        return [Decimal(text)]
    commas, points = text.count(","), text.count(".")
    if ":" in text:
        return [Decimal(part) for part in text.replace(",", ":").replace(".", ":").split(":") if part]
    if commas and points:
        decimal = max(_COMMAS_OR_POINTS, key=text.rfind)
        other = "," if decimal == "." else "."
        return [Decimal(text.replace(other, "").replace(decimal, "."))] if text.count(decimal) == 1 else []
    return _with_one_mark(text, "," if commas else ".", language)


def _with_one_mark(text: str, mark: str, language: str | None) -> list[Decimal]:
    parts = text.split(mark)
    is_grouped = all(len(part) == _GROUP for part in parts[1:]) and len(parts[0]) <= _GROUP
    if len(parts) > 2:
        if is_grouped or mark == ",":
            return [Decimal("".join(parts))]
        return [Decimal(part) for part in parts]  # 9.1.2026
    whole, point = Decimal("".join(parts)), Decimal(".".join(parts))
    if not is_grouped:
        return [point]
    if language == "en":
        return [whole] if mark == "," else [point]
    return [point, whole] if mark == _decimal_mark(language) else [whole, point]


@cache
def _decimal_mark(language: str | None) -> str | None:
    """What parts whole numbers from decimals in a language by CLDR; None if that is not known."""
    if language is None:
        return None
    from summarize.languages.cldr import decimal_mark  # noqa: PLC0415 - `babel` costs start-up time

    return decimal_mark(language)


def number_in_words(sequence: Sequence[Token], at: int, language: str = "en") -> Read | None:
    """The number in words that begins at a token: "two hundred and five", "one and a half million", "half a million".

    Args:
        sequence: the tokens of a text.
        at: index of the first token to read.
        language: ISO 639-1 code of the words.

    Returns:
        The value, and the index of the first token behind it; None if no number in words begins there, or the language has no table.
    """
    words = number_words(language)
    return _InWords(sequence, words).read(at) if words is not None else None


def joined_half(sequence: Sequence[Token], at: int, words: NumberWords) -> Read | None:
    """The fraction of "and a half" that begins at a token, with the index after it; hyphens may stand between its words."""
    after = _behind(sequence, at, words.joiner)
    if after is None:
        return None
    for article in words.articles:
        until = _behind(sequence, after, article)
        if until is None:
            continue
        at = _skip_hyphen(sequence, until)
        part = words.fractions.get(_lower(sequence, at))
        is_part_of = (
            part != 2 and _lower(sequence, at + 1) in words.partitives
        )  # "one in two and a quarter of the others"
        if part is not None and not is_part_of and _lower(sequence, at) not in words.ordinals:
            return Read(Decimal(1) / part, at + 1)
    return None


def _lower(sequence: Sequence[Token], at: int) -> str:
    return sequence[at].lower if at < len(sequence) else ""


def _is_glued(sequence: Sequence[Token], at: int) -> bool:
    """True if nothing stands between a token and the one before it."""
    return at < len(sequence) and sequence[at].start == sequence[at - 1].end


def _skip_hyphen(sequence: Sequence[Token], at: int) -> int:
    """The index behind a hyphen that is glued on both sides, else the same."""
    is_hyphen = at < len(sequence) and sequence[at].text in DASHES
    return at + 1 if is_hyphen and _is_glued(sequence, at) and _is_glued(sequence, at + 1) else at


def _behind(sequence: Sequence[Token], at: int, word: str) -> int | None:
    """The index behind a word, and before it perhaps a hyphen; None if it does not stand there."""
    at = _skip_hyphen(sequence, at)
    return at + 1 if _lower(sequence, at) == word else None


class _InWords:
    """Reads one number in words: a total of what the scales have closed, and the group that is open."""

    def __init__(self, sequence: Sequence[Token], words: NumberWords) -> None:
        self._sequence = sequence
        self._words = words
        self._total = Decimal(0)
        self._group: Decimal | None = None
        self._scale = 0
        """The last scale, 0 before the first."""

    def read(self, at: int) -> Read | None:
        words = self._words
        first = _lower(self._sequence, at)
        if words.fractions.get(first) == 2:
            return self._half(at)
        if first in words.articles:
            return self._from_article(at)
        index = self._last(at)
        return None if index == at else self._end(index)

    def _last(self, at: int) -> int:
        """The index behind the last word that goes on with the number."""
        while (after := self._step(at)) is not None:
            at = after
        return at

    def _half(self, at: int) -> Read | None:
        """Reads "half a million", "half a dozen"; a half without a scale is not a number in words."""
        scale = _lower(self._sequence, at + 2)
        worth = self._words.scales.get(scale) or self._words.groups.get(scale)
        if _lower(self._sequence, at + 1) not in self._words.articles or worth is None:
            return None
        return Read(Decimal(worth) / 2, at + 3)

    def _from_article(self, at: int) -> Read | None:
        following = _lower(self._sequence, at + 1)
        if following not in self._words.scales and following not in self._words.groups:
            return None
        self._group = Decimal(1)
        return self._end(self._last(at + 1))

    def _end(self, index: int) -> Read:
        return Read(self._total + (self._group or 0), index)

    def _step(self, at: int) -> int | None:
        """The index after the next word of the number; None if it ends before it."""
        words, word = self._words, _lower(self._sequence, at)
        if word in words.ones or word in words.tens:
            return at + 1 if self._add(word) else None
        if word in words.groups:
            return self._dozen(at, words.groups[word])
        if word in words.scales:
            return at + 1 if self._multiply(words.scales[word]) else None
        if word == words.point:
            return self._decimals(at)
        return self._step_over_joiner(at)

    def _add(self, word: str) -> bool:
        group, words = self._group, self._words
        if group is not None and group != int(group):
            return False
        may = group is None or self._is_round()
        if word in words.tens:
            worth = words.tens[word]
        else:
            worth = words.ones[word]
            may = may or (group is not None and group % 100 >= 20 and group % 10 == 0 and worth < 10)
        if may and (worth or group is None):
            self._group = (group or Decimal(0)) + worth
            return True
        return False

    def _multiply(self, scale: int) -> bool:
        if scale < _THOUSAND:
            if self._group is None or not 0 < self._group < scale:
                return False
            self._group *= scale
            return True
        if self._group is None:
            # "Three lakh crore": a scale of a scale.
            if not self._total or scale < self._scale:
                return False
            self._total *= scale
        elif not self._group:
            return False
        elif scale > self._scale:
            self._total = (self._total + self._group) * scale
        else:
            self._total += self._group * scale
        self._group, self._scale = None, scale
        return True

    def _dozen(self, at: int, worth: int) -> int | None:
        if self._group is None or not 0 < self._group < 100 or self._total:
            return None
        self._total, self._group = Decimal(self._group * worth), None
        return at + 1

    def _decimals(self, at: int) -> int | None:
        """Reads "one point five": figures in words behind a point."""
        digits, index = "", at + 1
        while (worth := self._words.ones.get(_lower(self._sequence, index))) is not None and worth < 10:
            digits, index = f"{digits}{worth}", index + 1
        if self._group is None or not digits or self._group != int(self._group):
            return None
        self._group += Decimal(f"0.{digits[:MAX_LENGTH]}")
        return index

    def _step_over_joiner(self, at: int) -> int | None:
        """What "and" or a hyphen joins to the number: its last hundred, or a half."""
        if self._group is None and not self._total:
            return None
        half = joined_half(self._sequence, at, self._words)
        if half is not None:
            return self._add_fraction(half)
        hyphen = _skip_hyphen(self._sequence, at)
        following = _lower(self._sequence, hyphen)
        if hyphen > at:
            is_unit = 0 < self._words.ones.get(following, 0) < 10
            is_tens = self._group is not None and self._group % 100 >= 20 and self._group % 10 == 0
            is_scale = following in self._words.scales or following in self._words.groups
            return hyphen if (is_unit and is_tens) or is_scale else None
        if _lower(self._sequence, at) != self._words.joiner:
            return None
        following = _lower(self._sequence, at + 1)
        is_after_thousand = self._group is None and self._scale == _THOUSAND
        is_number = bool(self._words.ones.get(following)) or following in self._words.tens
        return at + 1 if (self._is_round() or is_after_thousand) and is_number else None

    def _is_round(self) -> bool:
        """True if the open group is of hundreds with nothing behind them."""
        return self._group is not None and self._group > 0 and self._group % 100 == 0

    def _add_fraction(self, part: Read) -> int | None:
        """Adds a fraction: "one and a half million" has a half before its scale, "a million and a half" one of it."""
        if self._group is not None:
            self._group += part.value
        elif self._scale:
            self._total += part.value * self._scale
        else:
            return None
        return part.until
