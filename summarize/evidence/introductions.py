"""Roles that an earlier sentence gives: "A carer who stole £4,000 has been jailed. Ann Lee, 46, pleaded guilty", "The pilot was named as Ann Lee".

Only the first sentence introduces somebody so, and only whom the next sentence opens with; `role_introductions.toml` says when both are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from summarize.evidence.entities import Entity
from summarize.evidence.roles import has_role_noun
from summarize.evidence.vocabulary import LANGUAGE, PATTERNS, PEOPLE, PERSON_NOUNS, ROLE_PATTERNS
from summarize.expressions import expression
from summarize.languages.patterns import unnamed_patterns
from summarize.rules import Decision, Fact, Ladder, Reason, notebook, read_ladder, told

Range = tuple[int, int]

_P: Final = unnamed_patterns(LANGUAGE)
_WORD: Final = expression(r"[\w’'-]+")
_ROLE: Final = "role"
_NO_ROLE: Final = PEOPLE.kin | PEOPLE.generic | PEOPLE.not_roles
_OTHERS: Final = PERSON_NOUNS | _P.nouns | PEOPLE.kin
_MAX_WORDS: Final = 5
_MAX_LEAD_IN: Final = 14
"""Code points that may stand before the name: "On Sunday "."""
_REACH: Final = 160
_NAMED_REACH: Final = 90


class Introduction(Struct, frozen=True):
    """A description that the first sentence opens with, and a name that the next does, as rules ask whether they are of one person."""

    words: str
    """What stands behind the description, up to the end of its sentence."""
    after: str
    """What stands behind the name."""
    gender: str | None = None
    """Of the name, if it is known."""
    before: str = ""

    @property
    def is_of_other_gender(self) -> bool:
        """The pronouns that stand behind the description are of the other gender alone."""
        genders = {PATTERNS.genders.get(word.lower()) for word in _WORD.findall(self.words)} - {None}
        return self.gender is not None and bool(genders) and self.gender not in genders

    @property
    def is_of_others(self) -> bool:
        """Somebody else is described as well, and is not only somebody's: "a man", not "his neighbour"."""
        words = [word.lower() for word in _WORD.findall(self.words)]
        owned = ("", *words)
        return any(
            word in _OTHERS and owned[place] not in ROLE_PATTERNS.possessives for place, word in enumerate(words)
        )

    @property
    def is_of_harm(self) -> bool:
        """Somebody comes to harm in it, who may be the one that is named."""
        return _P.harm.search(self.words) is not None


_FACTS: Final[Mapping[str, Callable[[Introduction], Fact]]] = {
    "harm": lambda held: held.is_of_harm,
    "criminal": lambda held: not ROLE_PATTERNS.criminals.isdisjoint(held.words.lower().split()),
    "other_gender": lambda held: held.is_of_other_gender,
    "others": lambda held: held.is_of_others,
}


@cache
def introduction_rules(language: str = LANGUAGE) -> Ladder[Introduction]:
    """The rules of whom the first sentence describes."""
    return read_ladder(f"{language}/role_introductions.toml", _FACTS)


def explain_introduction(held: Introduction) -> Decision | None:
    """`role` if the name is that of whom the first sentence describes, and the rule that says so."""
    return introduction_rules().decide(held)


def introduce(text: str, sentences: Sequence[Range], people: Sequence[Entity]) -> None:
    """Give those without a role the one that an earlier sentence, or an earlier part of theirs, describes them by."""
    for person in people:
        if person.role is None and " " in person.name:
            person.role = _named_as(text, person)
    found = opened_by(sentences, people)
    role = _described(text, sentences[0]) if found is not None else None
    if found is None or role is None:
        return
    held = Introduction(
        text[role[1] : sentences[0][1]], text[found.names[0].end : found.names[0].end + _REACH], found.gender
    )
    decision = explain_introduction(held)
    notes = notebook()
    if notes is not None:
        about = told(f"“{text[slice(*role)]}” of the first sentence")
        none = Reason(about, None, "another's role", why=f"no row of languages/{introduction_rules().name} holds")
        notes.write(found.names[0].start, found.names[0].end, Reason.of(about, introduction_rules(), held) or none)
    if decision is not None and decision.verdict == _ROLE:
        found.role = role


def _named_as(text: str, person: Entity) -> Range | None:
    """Who somebody is said to be before the name: "The pilot has been named locally as Ann Lee"."""
    name = person.names[0]
    start = name.title[0] if name.title else name.start
    lead = max(0, start - _NAMED_REACH)
    found = ROLE_PATTERNS.named_as.search(text[lead:start])
    if found is None or found["noun"] in _NO_ROLE or not has_role_noun(found["noun"]):
        return None
    return lead + found.start("role"), lead + found.end("role")


def opened_by(sentences: Sequence[Range], people: Sequence[Entity]) -> Entity | None:
    """Who opens the second sentence with a full name and no role; None if the first names somebody."""
    if len(sentences) < 2 or any(
        person.names[0].start < sentences[0][1] for person in people if _is_in(person, sentences[0])
    ):
        return None
    first = min(
        (person for person in people if _is_in(person, sentences[1])), key=lambda one: one.names[0].start, default=None
    )
    if first is None or first.role is not None or first.names[0].title is not None or " " not in first.names[0].text:
        return None
    return first if first.names[0].start - sentences[1][0] <= _MAX_LEAD_IN else None


def _is_in(person: Entity, sentence: Range) -> bool:
    return any(sentence[0] <= name.start < sentence[1] for name in person.names)


def _described(text: str, sentence: Range) -> Range | None:
    """The role that a sentence opens with behind an article: "former scout leader" of "A former scout leader has been jailed"."""
    opener = ROLE_PATTERNS.introducing.match(text, *sentence)
    if opener is None:
        return None
    position, stop = opener.end(), None
    for _ in range(_MAX_WORDS):
        word = _WORD.match(text, position, sentence[1])
        if word is None or word.group().lower() in ROLE_PATTERNS.ends_group:
            break
        if has_role_noun(word.group()):
            stop = word.end()
        elif stop is not None:
            break
        if text[word.end() : word.end() + 1] != " ":
            break
        position = word.end() + 1
    if stop is None or _WORD.findall(text[opener.end() : stop])[-1].lower() in _NO_ROLE:
        return None
    return opener.end(), stop
