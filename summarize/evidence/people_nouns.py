"""Nouns for people whom nobody names, and the descriptions that they end: "a gunman", "two night workers"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from summarize.evidence.vocabulary import LANGUAGE, PEOPLE, PERSON_NOUNS
from summarize.languages.people_patterns import role_patterns, unnamed_patterns

_P: Final = unnamed_patterns(LANGUAGE)
_ROLES: Final = role_patterns(LANGUAGE)
_NOUNS: Final = (PERSON_NOUNS | PEOPLE.groups | _P.nouns) - _P.no_part


class Description(NamedTuple):
    """A description of people in a half-open range of the text."""

    start: int
    end: int
    head: str
    """Its noun, in lower case."""
    is_single: bool
    few: int
    """How many it counts, of so few that all may be named; 0 for others."""


@lru_cache(1 << 10)  # the words of one article are those of the next
def is_noun(word: str) -> bool:
    """True for a noun in lower case for one who may take part."""
    return word in _NOUNS or (_ROLES.trade.fullmatch(word) is not None and word not in PEOPLE.not_trades)


@lru_cache(1 << 10)
def is_people(word: str, *, is_bare: bool = False, is_alone: bool = False) -> bool:
    """True for a noun for people; without an article or a number a plural."""
    singular = word.removesuffix(_P.plural_ending)
    is_plural = (singular != word and is_noun(singular)) or word in _P.plurals
    if word in _P.no_part or singular in _P.no_part:
        return False
    if is_bare:
        return is_plural and not (is_alone and word in _P.bare)
    return is_noun(word) or is_plural or _P.aged.fullmatch(word) is not None


def few(count: str) -> int:
    """How many a word counts, of so few that all may be named; 0 for others."""
    words = _P.few.split()
    return words.index(count) + 2 if count in words else 0
