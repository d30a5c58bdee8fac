"""Whom a description means that is somebody's by what the article calls him: "the minister", "the judge"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from msgspec import Struct, field

from summarize.evidence.entities import Entity
from summarize.evidence.vocabulary import (
    FEMALE_WORDS,
    MALE_WORDS,
    NAMES,
    ORGANISATION_NOUNS,
    PATTERNS,
    PEOPLE,
    PERSON_NOUNS,
)
from summarize.expressions import expression

_WORD: Final = expression(r"[\w'’-]+")
_PART: Final = expression(r"\w+")
_OWNER: Final = expression(r"[\w-]+['’]s\b")
_SAME_BREATH: Final = 300
"""Code points within which two who are called the same make it open whom "the mayor" means."""


class _Called(Struct, frozen=True):
    """What somebody is called, in lower case."""

    words: frozenset[str]
    """All of them but the owner's: of "the mayor's aide" only "aide"."""
    heads: frozenset[str]
    """Of those, the ones that say what somebody is: "head" of "head of the Harwick Bank"."""
    whole: list[list[str]]
    """The words of each role and title, without articles."""


class CalledPeople(Struct, dict=True):
    """The people of an article by what it calls them: their roles and titles."""

    text: str
    entities: list[Entity]
    _calls: dict[int, _Called] = field(default_factory=dict)

    def meant(self, phrase: str, position: int) -> int | None:
        """The index of the person whom a description like "the minister" means at a place, None if nobody named or either of two."""
        words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(phrase)]
        head = next(
            (
                word
                for word in reversed(_before_preposition(words))
                if word in PERSON_NOUNS or word in ORGANISATION_NOUNS
            ),
            None,
        )
        if head is None or head in PEOPLE.generic:
            return None
        if words[0] not in PATTERNS.determiners or PATTERNS.of_another.search(phrase):
            return None
        modifiers = [word for word in _before_preposition(words)[1:] if word != head]
        gender = "m" if head in MALE_WORDS else "f" if head in FEMALE_WORDS else None
        near = self._near(position, head, frozenset([head, *modifiers]), gender)
        if len(near) > 1:
            # "The governor" is the governor before the deputy governor; after two mayors, "the mayor" may be either.
            near = [index for index in near if [*modifiers, head] in self._descriptions_of(index).whole]
        return near[0] if len(near) == 1 else None

    def _near(self, position: int, head: str, words: frozenset[str], gender: str | None) -> list[int]:
        """Of the people who are what `head` says and whom all the words describe: who is named last before a place, and who else in the same breath."""
        of_rarest = min((self._named_by.get(word, []) for word in words), key=len)
        near: list[int] = []
        reach = 0
        for at in range(bisect_left(of_rarest, (position, -1)) - 1, -1, -1):
            start, index = of_rarest[at]
            if near and start <= reach:
                break
            fits = gender is None or self.entities[index].gender in {gender, None}
            called = self._descriptions_of(index)
            if fits and index not in near and head in called.heads and words <= called.words:
                reach = reach if near else start - _SAME_BREATH
                near.append(index)
        return near

    @cached_property
    def _named_by(self) -> dict[str, list[tuple[int, int]]]:
        """Under each word that people are called by, (start, entity index) of each of their names, in order."""
        people = [(index, entity) for index, entity in enumerate(self.entities) if entity.kind == "person"]
        named: dict[str, list[tuple[int, int]]] = {}
        for start, index in sorted((name.start, index) for index, entity in people for name in entity.names):
            for word in self._descriptions_of(index).words:
                named.setdefault(word, []).append((start, index))
        return named

    def _descriptions_of(self, index: int) -> _Called:
        """What the article calls somebody: the role and the titles."""
        if index not in self._calls:
            entity = self.entities[index]
            told = [
                self.text[slice(*one)].lower() for one in (entity.role, *(name.title for name in entity.names)) if one
            ]
            # "The brother" may be anybody's, whoever else is only told to be somebody's brother.
            told = [each for each in told if each not in PEOPLE.kin]
            own = [_OWNER.sub(" ", each) for each in told]
            self._calls[index] = _Called(
                frozenset(word for each in own for word in [*_WORD.findall(each), *_PART.findall(each)]),
                frozenset(word for each in own for word in _heads(each)),
                [[word for word in _WORD.findall(each) if word not in PATTERNS.determiners] for each in told],
            )
        return self._calls[index]

    def body_in(self, phrase_start: int, phrase_end: int) -> int | None:
        """The body named in a description of a text of its: the MEA in "the MEA statement", the Kremlin in "a Kremlin statement"."""
        words = _WORD.findall(self.text[phrase_start:phrase_end].lower())
        if not words or words[-1] not in NAMES.texts:
            return None
        for index, entity in enumerate(self.entities):
            if entity.kind != "place" and any(
                phrase_start <= name.start and name.end <= phrase_end for name in entity.names
            ):
                return index
        return None


def _heads(role: str) -> Iterator[str]:
    """The nouns of a role that say what somebody is: "chief" and "executive" of "chief executive of the Harwick Bank"."""
    group = _before_preposition(_WORD.findall(role))
    yield from (part for word in group for part in {word, *word.split("-")} if part in PERSON_NOUNS)
    yield from (word for word in group[-1:] if word not in ORGANISATION_NOUNS)


def _before_preposition(words: list[str]) -> list[str]:
    for index, word in enumerate(words):
        if word in PATTERNS.belongs_to:
            return words[:index]
    return words
