"""The pieces of one region of a text: runs of letters, runs of digits, and single marks, each with its half-open code-point range.

A token of `tokens.py` is one piece or several side by side: "2,300" is one token and three pieces. Grammars of dates and times, which look into
figures ("9.30am", "1/9/2024"), read pieces.
"""

from __future__ import annotations

import re
from functools import cache

from summarize.languages import words
from summarize.languages.measures import units
from summarize.languages.tables import word_lists

_CLOSERS = "\"'\u201d\u2019)]\u00bb"


@cache
def _pattern() -> re.Pattern[str]:
    # One alternative per first character, so that the scan is linear whatever the text.
    return re.compile(r"[^\W\d_]+|[0-9]+|\n[^\S\n]*\n|[^\s]")


class Pieces:
    """The tokens of one region. Reading outside the region gives the empty string, so rules need no bounds checks."""

    __slots__ = ("ends", "lows", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Reads the code points from `start` to `end` (half-open) once."""
        self.text = text
        found = list(_pattern().finditer(text, start, end))
        self.starts, self.ends = list(map(re.Match.start, found)), list(map(re.Match.end, found))
        self.words = list(map(re.Match[str].group, found))
        self.lows = list(map(str.lower, self.words))
        self.size = len(self.words)

    def low(self, index: int) -> str:
        """The token in lower case; a blank line is a token of its own that starts with a line feed."""
        return self.lows[index] if 0 <= index < self.size else ""

    def word(self, index: int) -> str:
        """The token as written."""
        return self.words[index] if 0 <= index < self.size else ""

    def joined(self, index: int) -> bool:
        """True if nothing stands between this token and the next."""
        return 0 <= index < self.size - 1 and self.ends[index] == self.starts[index + 1]

    def is_number(self, index: int) -> bool:
        """True if the token is a run of ASCII digits."""
        return self.low(index)[:1] in _DIGITS

    def is_lower_word(self, index: int) -> bool:
        """True if the token is a word that starts with a small letter."""
        return self.word(index)[:1].islower()

    def is_capitalised(self, index: int) -> bool:
        """True if the token is a word that starts with a capital."""
        return self.word(index)[:1].isupper()

    def skip(self, index: int, *marks: str) -> int:
        """The index after the token there if it is one of `marks`, else the same index."""
        return index + 1 if self.low(index) in marks else index

    def ends_sentence(self, index: int) -> bool:
        """True if a sentence ends with the token: a stop before a space and a capital, or a blank line."""
        mark = self.low(index)
        if mark[:1] in {"!", "?", "\n"} and mark:
            return True
        if mark != ".":
            return False
        after = index + 1
        while self.joined(after - 1) and self.word(after) in _CLOSERS:
            after += 1
        if self.joined(after - 1) or self.is_lower_word(after):
            return False
        # "Jan. 9", "p.m. EST", "U.S. President", "Gen. Smith": a short word before the stop is an abbreviation; "the next day." is not,
        # nor is the stop of "at 4 p.m. She" only that.
        before = self.word(index - 1)
        longest = _MAX_ABBREVIATION_LENGTH - before.islower()
        is_end = len(before) > longest or before[:1] in _DIGITS or before in _CLOSERS
        return is_end or (self.word(after) in _openers() and before.islower())

    def quantity(self, index: int) -> bool:
        """True if the number is a piece of a longer figure, a price, a share or a label: "$2000", "2,000", "No. 5"."""
        before, after = self.low(index - 1), self.low(index + 1)
        labels = _labels()
        if before in labels or (before == "." and self.low(index - 2) in labels):
            return True
        if self.joined(index - 1) and before[:1].isalpha():
            return True
        if before in _INSIDE_NUMBER and self.joined(index - 1) and self.joined(index - 2) and self.is_number(index - 2):
            return True
        if after in _AFTER_QUANTITY:
            return True
        # "2,000" but not "4,2025": thousands have three digits.
        return (
            after in _INSIDE_NUMBER
            and self.joined(index)
            and self.joined(index + 1)
            and self.is_number(index + 2)
            and (after != "," or len(self.word(index + 2)) == _THOUSANDS)
        )


_DIGITS = frozenset("0123456789")
_MAX_ABBREVIATION_LENGTH = 3
_THOUSANDS = 3
_AFTER_QUANTITY = frozenset({"%", "°"})
_INSIDE_NUMBER = frozenset({".", ",", ":", "/"})


@cache
def _openers() -> frozenset[str]:
    """What opens a sentence even behind an abbreviation."""
    return words.sentences("en").openers


@cache
def _labels() -> frozenset[str]:
    """What stands before a number that is a price or a label."""
    return word_lists("en/times.toml", "words")["labels"] | {sign for sign in units().signs if not sign.isalnum()}
