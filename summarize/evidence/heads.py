"""Head nouns of descriptions: looked up word by word, since an expression that lists hundreds of nouns is slow to compile and to run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from summarize.expressions import expression

_WORD: Final = expression(r"[\w'’-]+")
_MODIFIER: Final = expression(r"[\w.'’&-]+\s")
_MAX_MODIFIERS: Final = 5


def head_end(text: str, start: int, end: int, nouns: frozenset[str], aged: re.Pattern[str]) -> int | None:
    """Where the first head noun at or behind `start` ends, at most five words on; None if there is none before `end`."""
    position = start
    for _ in range(_MAX_MODIFIERS + 1):
        word = _WORD.match(text, position, end)
        if word is not None and (word.group().lower() in nouns or aged.fullmatch(word.group())):
            return word.end()
        modifier = _MODIFIER.match(text, position, end)
        if modifier is None:
            return None
        position = modifier.end()
    return None


def noun_ends(text: str, start: int, end: int, at_most: int, nouns: frozenset[str]) -> Iterator[int]:
    """Where the nouns among the words from `start` to `end` end, up to `at_most` words further on; also the first part of "spokesman-for-hire".

    Nouns are looked for as they are written: the caller lowers the text where capitals do not matter.
    """
    position = start
    for _ in range(at_most + 1):
        word = _WORD.match(text, position, end)
        if word is None:
            return
        for stop in _ends_of_parts(word):
            if text[position:stop] in nouns:
                yield stop
        if not text[word.end() : word.end() + 1].isspace():
            return
        position = word.end() + 1


def _ends_of_parts(word: re.Match[str]) -> Iterator[int]:
    """Ends of the beginnings of a word that a hyphen or apostrophe closes, the shortest first; then of the word."""
    for offset, character in enumerate(word.group()):
        if offset and character in "-'’":
            yield word.start() + offset
    yield word.end()
