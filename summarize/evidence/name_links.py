"""What carries a name on from one word to the next, by `name_links.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from msgspec import Struct

from summarize import gazetteer
from summarize.evidence.name_tokens import NameToken
from summarize.evidence.vocabulary import (
    LANGUAGE,
    NAME_PATTERNS,
    NAMES,
    ORGANISATION_WORDS,
    PARTIES,
    PERSON_NOUNS,
    TITLES,
)
from summarize.rules import Decision, Fact, Ladder, Notebook, RuleReason, notebook, read_ladder

_AMPERSAND: Final = "&"
_COMMA: Final = ","
_BODY: Final = "body"
_LETTERED: Final = "lettered"
_REACHES: Final = frozenset({"1", "2", "3", _BODY, _LETTERED})
"""Verdicts: by how many words a name goes on, or up to what closes it."""
_LINKING: Final = ORGANISATION_WORDS | NAME_PATTERNS.linking
_OWNED_GAP: Final = 3
"""Code points of the end of a possessive and a space."""
_BEFORE: Final = 12
"""Words before a link that rules read: a run may be as long as a text, and each of its links asks."""


class NameLink(Struct, frozen=True):
    """A word behind a run of capitals, as rules ask about it."""

    run: list[NameToken]
    ahead: list[NameToken]
    """The word and the seven behind it, or fewer at the end of a sentence."""
    noun: str = ""
    """The word before the run, if only a space parts them."""

    @property
    def words(self) -> str:
        """The word."""
        return self.ahead[0].text

    @property
    def before(self) -> str:
        """The run, or the last words of a long one, more than any rule asks about from its first."""
        return " ".join(token.text for token in self.run[-_BEFORE:])

    @property
    def after(self) -> str:
        """The words behind it."""
        return " ".join(token.text for token in self.ahead[1:])

    def next(self, place: int) -> NameToken | None:
        """The token that stands `place` places behind the word."""
        return self.ahead[place] if place < len(self.ahead) else None

    @property
    def body(self) -> int:
        """How many tokens there are to the last capitalised one, if that is a word of an organisation; else 0."""
        rest = self.ahead[1:6]
        last = next((i for i, token in enumerate(rest) if not token.is_capital), len(rest)) - 1
        return last + 2 if last >= 0 and rest[last].bare in ORGANISATION_WORDS else 0

    @property
    def lettered(self) -> int:
        """How many tokens there are up to letters in brackets that stand for the whole, "Food and Drugs Authority (FDA)"; else 0."""
        mark = next((i for i, token in enumerate(self.ahead) if token.text == "("), 0)
        words = [
            token
            for token in (*self.run, *self.ahead[:mark])
            if token.is_capital and token.text not in NAME_PATTERNS.article
        ]
        letters = self.ahead[mark + 1].text.casefold() if 0 < mark < len(self.ahead) - 1 else ""
        return mark if letters and letters == "".join(token.text[0] for token in words).casefold() else 0


def _is_titled(run: list[NameToken]) -> bool:
    """True for a run that ends in somebody's name behind what he is: "Shadow Minister Yvette Hinds"."""
    return (
        len(run) > 2
        and gazetteer.given_name_gender(run[-2].text) is not None
        and any(token.bare in TITLES for token in run[:-2])
    )


def _joins(run: list[NameToken]) -> bool:
    """True for a run that says what it is for, of a kind that joins what that is: "Ministry of Water", "Kenya's Ministry of Water"."""
    return any(
        one.bare in NAME_PATTERNS.joining and other.text in NAME_PATTERNS.of_or_for for one, other in pairwise(run)
    )


def _is_owned(run: list[NameToken]) -> bool:
    """True if the last word stands behind a possessive: "Hong Kong's Securities"."""
    return len(run) > 1 and run[-1].start - run[-2].end == _OWNED_GAP


def _is_country(before: NameToken, word: str, after: NameToken) -> bool:
    """True for two names that are one country's with the word between them: "Trinidad and Tobago"."""
    return gazetteer.country_code(f"{before.text} {word} {after.text}") is not None


def _is(token: NameToken | None, test: Callable[[NameToken], bool]) -> bool:
    return token is not None and test(token)


_OF_THE_WORD: Final[Mapping[str, Callable[[NameLink], Fact]]] = {
    "comma": lambda link: link.words == _COMMA,
    "ampersand": lambda link: link.words == _AMPERSAND,
    "and": lambda link: link.words in NAME_PATTERNS.and_words,
    "link": lambda link: link.words in NAMES.links,
    "particle": lambda link: link.words in NAMES.particles,
    "verb_particle": lambda link: link.words in NAMES.verb_particles,
}
"""What the word tells by itself: most words behind a name join nothing to it, whatever stands around them."""
_LINK_FACTS: Final[Mapping[str, Callable[[NameLink], Fact]]] = {
    **_OF_THE_WORD,
    "article_first": lambda link: link.run[0].text in NAME_PATTERNS.article,
    "capital_next": lambda link: _is(link.next(1), lambda token: token.is_capital),
    "capital_second": lambda link: _is(link.next(2), lambda token: token.is_capital),
    "country_joined": lambda link: _is(link.next(1), lambda token: _is_country(link.run[-1], link.words, token)),
    "country_first": lambda link: gazetteer.country_code(link.run[0].text) is not None,
    "feast_second": lambda link: _is(link.next(2), lambda token: token.bare in NAME_PATTERNS.feasts),
    "group_noun": lambda link: link.noun in NAME_PATTERNS.called_groups,
    "joining_before": lambda link: _joins(link.run),
    "lettered": lambda link: link.lettered > 0,
    "legal_before": lambda link: link.run[-1].bare in NAME_PATTERNS.legal_words,
    "linking": lambda link: any(token.bare in _LINKING for token in link.run),
    "name_next": lambda link: _is(link.next(1), lambda token: token.is_name),
    "name_second": lambda link: _is(link.next(2), lambda token: token.is_name),
    "nation_first": lambda link: bool(gazetteer.people_of(link.run[0].text)),
    "nation_next": lambda link: _is(link.next(1), lambda token: bool(gazetteer.people_of(token.text))),
    "of_before": lambda link: any(token.text in NAME_PATTERNS.of_or_for for token in link.run),
    "owned": lambda link: _is_owned(link.run),
    "people_before": lambda link: (
        link.run[-1].bare not in ORGANISATION_WORDS
        and link.run[-1].bare.removesuffix(NAME_PATTERNS.plural) in PERSON_NOUNS
    ),
    "office_before": lambda link: link.run[-1].bare in NAME_PATTERNS.offices,
    "organisation_before": lambda link: link.run[-1].bare in ORGANISATION_WORDS,
    "organisation_closes": lambda link: link.body > 0,
    "local_body_closes": lambda link: link.body > 0 and link.ahead[link.body - 1].bare in NAMES.local_bodies,
    "particle_next": lambda link: _is(link.next(1), lambda token: token.text in NAMES.particles),
    "place_first": lambda link: gazetteer.is_place(link.run[0].text) and not gazetteer.country_code(link.run[0].text),
    "person_before": lambda link: _is_titled(link.run),
    "run_words": lambda link: len(link.run),
    "known_before": lambda link: link.run[-1].bare.removesuffix(NAME_PATTERNS.plural) in PARTIES,
    "the_before": lambda link: link.noun in NAME_PATTERNS.article,
    "the_next": lambda link: _is(link.next(1), lambda token: token.text in NAME_PATTERNS.the),
}


@cache
def link_rules(language: str = LANGUAGE) -> Ladder[NameLink]:
    """The rules of what carries a name on."""
    return read_ladder(f"{language}/name_links.toml", _LINK_FACTS, verdicts=_REACHES, of_words=frozenset(_OF_THE_WORD))


def joins_nothing(word: str) -> bool:
    """True for most words, whatever stands around them; False while somebody asks why."""
    return link_rules().is_silent(word) and notebook() is None


def explain_link(link: NameLink) -> Decision | None:
    """How many words a link carries a name on by, and the rule that says so; None where the name ends."""
    return link_rules().decide(link)


def link_reach(link: NameLink) -> int:
    decision = explain_link(link)
    notes = notebook()
    if notes is not None:
        _note_link(notes, link)
    if decision is None:
        return 0
    reach = {_BODY: link.body, _LETTERED: link.lettered}
    return reach[decision.verdict] if decision.verdict in reach else int(decision.verdict)


def _note_link(notes: Notebook, link: NameLink) -> None:
    """Note whether a word that may join names carried this one on."""
    about = f"“{link.words}” behind “{' '.join(token.text for token in link.run)}”"
    reason = RuleReason.of(about, link_rules(), link, "how many words the name goes on by")
    if reason is None and link.words in NAMES.links | NAMES.particles | NAME_PATTERNS.and_words | {_AMPERSAND}:
        reason = RuleReason(about, None, "the name ends", why="no row of languages/en/name_links.toml joins it")
    if reason is not None:
        notes.write(link.run[0].start, link.ahead[0].end, reason)
