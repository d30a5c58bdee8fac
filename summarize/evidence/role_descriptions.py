"""Descriptions behind a name: which of them say what somebody is, by `role_descriptions.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from msgspec import Struct

from summarize.evidence.noun_groups import is_noun, may_be_somebody
from summarize.evidence.vocabulary import LANGUAGE, ORGANISATION_WORDS, PEOPLE
from summarize.expressions import expression
from summarize.languages.people_patterns import role_patterns
from summarize.rules import Decision, Fact, Ladder, read_ladder

ROLE: Final = "role"
"""Verdict on words that are a role."""
_PATTERNS: Final = role_patterns(LANGUAGE)
_PARTS: Final = expression(r"[\s/-]+")


def has_role_noun(words: str) -> bool:
    """True for words with a noun for what somebody is: "the finance minister"."""
    for word in _PARTS.split(words):
        bare = word.strip(".,()").lower().removesuffix("'s").removesuffix("’s")
        if bare in PEOPLE.roles or (_PATTERNS.trade.fullmatch(bare) and bare not in PEOPLE.not_trades):
            return True
    return False


class RoleDescription(Struct, frozen=True):
    """Words in commas behind a name, as rules ask whether they are its role."""

    words: str
    article: str
    """What stands before them: "the", "his"; empty without one."""
    before: str = ""
    after: str = ""

    @property
    def parts(self) -> list[str]:
        """Its words."""
        return self.words.split()

    @property
    def is_modified_role(self) -> bool:
        """Opens with what modifies the noun for one person behind it: "managing director", not "managing directors", "leading the way"."""
        first, second = (*self.parts, "", "")[:2]
        is_modifier = first.lower() in PEOPLE.role_modifiers or first.lower() in _PATTERNS.group_adjectives
        # "legal and finance director": "and" may stand inside a role, never at its head.
        is_modifier = is_modifier and first.lower() not in _PATTERNS.reads_on
        return is_modifier and has_role_noun(second) and not second.endswith(_PATTERNS.plural_ending)

    @property
    def has_person_head(self) -> bool:
        """Its head is any noun for somebody: "Leeds-based maker of windows"."""
        head = _PATTERNS.behind_head.split(self.words, maxsplit=1)[0].split()
        return bool(head) and may_be_somebody(head[-1].removesuffix(_PATTERNS.plural_ending))

    def has_role_noun(self, count: int) -> bool:
        """A noun of a role stands among its first words."""
        return has_role_noun(" ".join(self.parts[:count]))


_DESCRIPTION_FACTS: Final[Mapping[str, Callable[[RoleDescription], Fact]]] = {
    "article": lambda held: bool(held.article),
    "capital": lambda held: held.words[0].isupper(),
    "determiner_second": lambda held: len(held.parts) > 1 and held.parts[1] in _PATTERNS.determiners,
    "indefinite": lambda held: held.article in _PATTERNS.indefinite,
    "kin": lambda held: any(part in PEOPLE.kin for part in held.parts),
    "modified_role": lambda held: held.is_modified_role,
    "modifier_first": lambda held: held.parts[0].lower() in PEOPLE.role_modifiers,
    "organisation_last": lambda held: held.parts[-1].lower() in ORGANISATION_WORDS,
    "participle": lambda held: held.parts[0].endswith(_PATTERNS.participle_ending),
    "person_head": lambda held: held.has_person_head,
    "person_of": lambda held: len(held.parts) > 1 and held.parts[1] in _PATTERNS.of and is_noun(held.parts[0]),
    "reads_on": lambda held: held.parts[0].lower() in _PATTERNS.reads_on,
    "role_like_near": lambda held: any(word.lower() in _PATTERNS.role_like for word in held.parts[:8]),
    "role_noun": lambda held: has_role_noun(held.words),
    "role_noun_close": lambda held: held.has_role_noun(6),
    "role_noun_first": lambda held: held.has_role_noun(1),
    "role_noun_near": lambda held: held.has_role_noun(8),
    "role_noun_second": lambda held: len(held.parts) > 1 and has_role_noun(held.parts[1]),
    "small": lambda held: held.words[0].islower(),
    "words": lambda held: len(held.parts),
}


@cache
def description_rules(language: str = LANGUAGE) -> Ladder[RoleDescription]:
    """The rules of which words behind a name are its role."""
    return read_ladder(f"{language}/role_descriptions.toml", _DESCRIPTION_FACTS, verdicts=frozenset({ROLE, ""}))


def explain_description(description: RoleDescription) -> Decision:
    """`role` if the words are one, and the rule that says so."""
    decision = description_rules().decide(description)
    assert decision is not None  # the last rule has no condition
    return decision
