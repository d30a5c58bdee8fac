"""Nouns for people whom nobody names, the descriptions that they end, and where these do: "a gunman", "two night workers"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from summarize.evidence.vocabulary import (
    LANGUAGE,
    PEOPLE,
    PERSON_NOUNS,
    REPORTING_VERBS,
    SPEECH_VERBS,
)
from summarize.expressions import expression
from summarize.languages.people_patterns import role_patterns, unnamed_patterns
from summarize.languages.verbs import is_plain_verb

_P: Final = unnamed_patterns(LANGUAGE)
_ROLES: Final = role_patterns(LANGUAGE)
_NOUNS: Final = (PERSON_NOUNS | PEOPLE.groups | _P.nouns) - _P.no_part
_SAYING: Final = SPEECH_VERBS | REPORTING_VERBS
_WORD: Final = expression(r"[\w’'-]+")
_NEXT: Final = expression(r"\s([\w’'-]+)")
_STOPS: Final = frozenset(".!?;:,—–“”\"'’)(\n")
_MAX_WORDS: Final = 5


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


def noun_end(text: str, position: int, end: int, *, is_bare: bool) -> int | None:
    """Where the group of words from `position` on ends, if its last is a noun for people; None if it is not."""
    found = None
    first = position
    for count in range(_MAX_WORDS):
        word = _WORD.match(text, position, end)
        if word is None:
            break
        low = word.group().lower()
        is_capital = word.group()[0].isupper() and not (is_bare and position == first)
        if low in _ROLES.ends_group or low in _SAYING or (is_capital and is_bare):
            break
        is_head = not is_capital and is_people(low, is_bare=is_bare, is_alone=count == 0)
        if is_head:
            found = word.end()
        elif found is not None or (
            is_bare and low.endswith(_P.participle_ending) and low not in _ROLES.group_adjectives
        ):
            break
        if text[word.end() : word.end() + 1] != " ":
            break
        position = word.end() + 1
    return found if found is not None and _ends_there(text, found, end) else None


def _ends_there(text: str, stop: int, end: int) -> bool:
    """True unless the noun only opens a longer one: "a driver shortage"."""
    if stop >= end or (text[stop] in _STOPS and text[stop] not in "’'"):
        return True
    following = _NEXT.match(text, stop, end)
    if following is None:
        return False
    low = following[1].lower()
    if is_plain_verb(low) and (behind := _NEXT.match(text, following.end(), end)) and behind[1].lower() in _P.helpers:
        return False  # "a driver strike was called off"
    return low in _ROLES.ends_group or low in _P.adverbs or is_verb(low) or low.endswith(_P.participle_ending)


def is_verb(word: str) -> bool:
    """True for a word in small letters that is a verb, by its form."""
    return word in _P.helpers or word.endswith(_P.past_ending) or is_plain_verb(word)
