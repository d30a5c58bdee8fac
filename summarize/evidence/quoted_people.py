"""People whom an article only describes and whose words it quotes: "a gravedigger told the court", "his daughter said". Whoever speaks takes part."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from summarize.evidence.entities import UNNAMED, Entity
from summarize.evidence.names import Name
from summarize.evidence.people_nouns import is_people
from summarize.evidence.speaking import Spoken
from summarize.evidence.vocabulary import LANGUAGE, PEOPLE
from summarize.expressions import expression
from summarize.languages.people_patterns import body_patterns, role_patterns, unnamed_patterns

Range = tuple[int, int]

_P: Final = unnamed_patterns(LANGUAGE)
_BODIES: Final = body_patterns(LANGUAGE)
_ROLES: Final = role_patterns(LANGUAGE)
_WORD: Final = expression(r"[\w’'-]+")
_GENITIVE: Final = expression(r"['’]s?$")
_WORDS: Final = "words"


class _Described(NamedTuple):
    start: int
    end: int
    head: str
    """Its noun, in lower case."""
    is_known: bool
    """True for "the clerk", whom the text speaks of as known."""
    is_owned: bool
    """True for somebody's: "his daughter", "Lee's driver"."""


def quoted_people(
    text: str, spoken: Sequence[Spoken], entities: Sequence[Entity], described: Sequence[Entity]
) -> list[Entity]:
    """Those who say a quotation, are only described, and are not listed yet; in text order.

    Args:
        text: the article's text.
        spoken: its quoted runs with their speakers, in order.
        entities: who and what is named.
        described: who is listed by a description already.
    """
    people = [one for one in entities if one.kind == "person"]
    told = {word for one in people if one.role for word in _WORD.findall(text[slice(*one.role)].lower())}
    told |= {word for one in described for name in one.names for word in _WORD.findall(name.text.lower())}
    held = [(name.start, name.end) for one in described for name in one.names]
    named = [(name.start, name.end) for one in entities for name in one.names]
    found: dict[str, Entity] = {}
    for one in _speakers(text, spoken):
        if any(start < one.end and one.start < end for start, end in held):
            continue
        if one.head in told or (any(start <= one.start < end for start, end in named) and not one.is_owned):
            continue
        if (one.is_known and not _is_nobody_named(one, people)) or _P.named_after.match(text, one.end):
            continue
        name = Name(one.start, one.end, text[one.start : one.end], UNNAMED)
        found.setdefault(one.head, Entity(UNNAMED, [name]))
    return sorted(found.values(), key=lambda entity: entity.names[0].start)


def _is_nobody_named(one: _Described, people: Collection[Entity]) -> bool:
    """True for "the clerk" where everybody who is named before is said to be something else."""
    return all(person.role for person in people if person.names[0].start < one.start)


def _speakers(text: str, spoken: Sequence[Spoken]) -> Iterator[_Described]:
    """The descriptions of one or several people who say a quotation, in order."""
    for entry in spoken:
        if entry.kind == _WORDS or entry.entity is not None or entry.speaker is None:
            continue
        one = _opening_description(text, *entry.speaker)
        if one is not None:
            yield one


def _opening_description(text: str, start: int, end: int) -> _Described | None:
    """The description that a speaker's words `text[start:end]` open with, if it is of people."""
    words = list(_WORD.finditer(text, start, end))
    if len(words) < 2:
        return None
    opener, head, is_owned = words[0].group().lower(), words[0], False
    is_owned = opener in _ROLES.possessives
    for before, word in pairwise(words):
        if text[before.end() : word.start()] != " " or word.group().lower() in _ROLES.ends_group:
            break
        is_owned = is_owned or _GENITIVE.search(before.group()) is not None
        head = word
    low = head.group().lower()
    is_known = opener == _P.definite and not is_owned
    is_somebody = (is_people(low) or low in PEOPLE.kin) and low not in _BODIES.nouns | _BODIES.firms
    if head is words[0] or not is_somebody or not (opener in _P.single or is_known or is_owned):
        return None
    if is_known and _P.aged.fullmatch(low):
        return None  # "the 52-year-old" is who was named or told of before
    tail = _P.tail.match(text, head.end(), end) or _P.origin.match(text, head.end())
    return _Described(start, tail.end() if tail else head.end(), low, is_known, is_owned)
