"""Whether two titles are of the same story, or say the same, in any script."""

from __future__ import annotations

import re

_NOT_LETTERS = re.compile(r"[\W_]+")
_GRAM = 3
_SHARED = 0.6
_MIN_LENGTH = 8
_MIN_SHARE = 0.4
"""Share of the longer title that the shorter has at least: a site's name is within most of its titles."""
_REPEATED = 0.75
"""Share of a heading's runs of three letters that a title has, if the heading only says it again."""


def key_of(text: str) -> str:
    """The letters and digits of a text, in lower case: two texts with equal keys differ in marks and spaces alone."""
    return _NOT_LETTERS.sub("", text).casefold()


def alike(first: str, second: str) -> bool:
    """True if two titles agree: one within the other, or most of the shorter's runs of three letters in the longer."""
    one, two = sorted((key_of(first), key_of(second)), key=len)
    if not one or len(one) < _MIN_SHARE * len(two):
        return False
    if one == two or (len(one) >= _MIN_LENGTH and one in two):
        return True
    grams = _grams(one)
    return bool(grams) and len(grams & _grams(two)) >= _SHARED * len(grams)


def repeats(heading: str, title: str) -> bool:
    """True if a heading says a title again: in its words, or the title itself behind a kicker."""
    key, known = key_of(heading), key_of(title)
    grams = _grams(key)
    return bool(known) and (
        key.endswith(known) or (bool(grams) and len(grams & _grams(known)) >= _REPEATED * len(grams))
    )


def _grams(key: str) -> frozenset[str]:
    return frozenset(key[start : start + _GRAM] for start in range(len(key) - _GRAM + 1))
