"""Whether a word is a verb, by its form alone."""

from __future__ import annotations

from functools import cache
from typing import Final

from summarize.languages.patterns import quotations
from summarize.languages.tables import table
from summarize.languages.words import speech

_LANGUAGE: Final = "en"


@cache
def _irregular() -> frozenset[str]:
    """Verbs whose forms have no ending that shows them."""
    return frozenset(str(table(f"{_LANGUAGE}/irregular.toml")["verbs"]).split())


def is_plain_verb(word: str) -> bool:
    """True for a form in small letters of a verb that has no regular past: "fell", "sold", "buy"."""
    return word in _irregular()


def is_past(word: str) -> bool:
    """True for a verb in the past tense, by its form."""
    return word.islower() and (word.endswith(quotations(_LANGUAGE).past_ending) or word in speech(_LANGUAGE).past)
