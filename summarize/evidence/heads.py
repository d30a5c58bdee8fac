"""Head nouns of descriptions, and the names that stand before one: "the Lee campaign".

They are looked up word by word, since an expression that lists hundreds of nouns is slow to compile and to run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from summarize.evidence.vocabulary import ORGANISATION_NOUNS, PATTERNS, PERSON_NOUNS
from summarize.expressions import expression

_WORD: Final = expression(r"[\w'’-]+")
_MODIFIER: Final = expression(r"[\w.'’&-]+\s")
_MAX_MODIFIERS: Final = 5
_MODIFIED: Final = (PERSON_NOUNS | ORGANISATION_NOUNS) - PATTERNS.not_modified
"""Nouns behind a name that only serves to say which one is meant: "campaign" of "the Lee campaign"."""
_SMALL_WORDS_AHEAD: Final = expression(r"\s(?:[a-z-]+\s){0,2}[a-z-]+\b")


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


def owns(text: str, end: int) -> bool:
    """True for a name that ends at `end` and that something else belongs to: "Lee's", "the Lee campaign"."""
    return text[end : end + 2] in {"'s", "’s"} or text[end : end + 1] in {"'", "’"} or _modifies(text, end)


def _modifies(text: str, end: int) -> bool:
    """True for a name that only says which campaign or spokesman is meant: "the Fontaine campaign"."""
    ahead = _SMALL_WORDS_AHEAD.match(text, end)
    if ahead is None:
        return False
    verb = PATTERNS.function.search(text, ahead.start(), ahead.end())  # "Mutasa had no complaint"
    nouns = noun_ends(text, ahead.start() + 1, verb.start() if verb else ahead.end(), 2, _MODIFIED)
    # "Lee held her grandson": what has a determiner of its own is nobody's campaign.
    return any(PATTERNS.determiners.isdisjoint(text[ahead.start() : stop].split()) for stop in nouns)
