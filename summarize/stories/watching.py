"""What a user watches for, found in a text: a name as it stands, a common word in all its forms, what is quoted letter by letter."""

from __future__ import annotations

import re
from functools import lru_cache

from summarize.languages.stories import grouping

_QUOTED = re.compile(r"^[\"“'‘](.+)[\"”'’]$")
_SHORTEST = 3
"""Letters of the shortest stem that forms are made of."""


def names(term: str, text: str) -> bool:
    """True if a text names a term, whatever the case and the spaces between its words.

    A word of small letters stands for all its forms ("mining" for "mine" and "miners"); one with a capital is a name, and stands for itself and
    its genitive and plural; a term in quotation marks stands for exactly its words.
    """
    pattern = _pattern(term)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=512)
def _pattern(term: str) -> re.Pattern[str] | None:
    term = " ".join(term.split())
    quoted = _QUOTED.match(term)
    parts = [re.escape(word) for word in quoted[1].split()] if quoted else [_forms(word) for word in term.split()]
    if not parts:
        return None
    phrase = r"\s+".join(parts)
    return re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE)


def _forms(word: str) -> str:
    """An expression for a word and its forms."""
    if not word.isalpha() or not word.islower():
        return rf"{re.escape(word)}(?:['’]s|s)?"
    for ending, others in grouping("en").forms.items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            return rf"{re.escape(stem)}(?:{others})(?:['’]s)?"
    return rf"{re.escape(word)}(?:{grouping('en').bare})?(?:['’]s)?"
