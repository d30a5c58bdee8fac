"""What the clause of a count says was done, by which two counts of one noun are told to be of one thing or of two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarize.checking.reading import stem
from summarize.languages.figures import figures
from summarize.languages.verbs import is_plain_verb
from summarize.text.content import content_words

_WORDS: Final = figures("en")
_WORD: Final = re.compile(r"[a-z][a-z’'-]*")


@dataclass(frozen=True, slots=True)
class CountedDeed:
    """What is done to what is counted."""

    verbs: frozenset[str]
    """The stems of its verbs, but for those that do nothing: "had", "was"."""
    is_count: bool
    """It only says how many there are: "our own count is 41 containers", "put the loss at 4,500 litres"."""
    is_own: bool
    """Whoever says so did it: "he said that he had received 300 letters"."""
    narrowed: frozenset[str]
    """The words between the number and its noun, and those behind the noun but for verbs."""
    words: frozenset[str]
    """Its words but for the noun and verbs."""


def deed_of(before: str, between: str, after: str, *, is_lead: bool) -> CountedDeed:
    """What a clause says of a count, by its words before the number, between this and its noun, and behind.

    What stands behind it in the first sentence of an account is where all of it happened, and narrows nothing.
    """
    said = f"{before} {after}".lower()
    verbs, others = _split_off_verbs(said)
    is_count = not verbs and _WORDS.counting.search(f"{before}#{after}") is not None
    _, behind = _split_off_verbs("" if is_lead else after.lower())
    return CountedDeed(
        verbs=frozenset(map(stem, verbs)),
        is_count=is_count,
        is_own=_WORDS.own_deed.search(before) is not None,
        narrowed=content_words(between) | content_words(" ".join(behind)),
        words=content_words(" ".join(others)),
    )


def _split_off_verbs(text: str) -> tuple[list[str], list[str]]:
    """The verbs of a text in small letters, and its other words: "strike" is one of these behind "the"."""
    verbs: list[str] = []
    others: list[str] = []
    for match in _WORD.finditer(text):
        is_deed = is_verb(match.group()) and not _WORDS.noun_follows.search(text[: match.start()])
        (verbs if is_deed else others).append(match.group())
    return verbs, others


def is_of_part(few: CountedDeed, many: CountedDeed, known: frozenset[str]) -> bool:
    """True if a count is of a part of what a higher one counts, or whoever gives one of them has done it.

    Args:
        few: of the lower count.
        many: of the higher one.
        known: the words of the higher one's account, by which what stands beside the lower tells it from nothing.
    """
    return few.is_own or many.is_own or not few.narrowed <= known


def are_one(one: CountedDeed, other: CountedDeed) -> bool:
    """True if two counts may be of the same: the same is done, or one only counts."""
    if one.is_count or other.is_count:
        return True
    shared = one.verbs & other.verbs
    if one.words - other.words and other.words - one.words:
        return False
    return bool(shared - _WORDS.vague_verbs or (shared and one.words & other.words))


def is_verb(word: str) -> bool:
    """True for a word in small letters that is a form of a verb which does something: "burned", "took"."""
    return word not in _WORDS.light_verbs and (_WORDS.verb_form.fullmatch(word) is not None or is_plain_verb(word))
