"""What a sentence has to do with the one before it: whether it answers it, gives another figure for the same, or points back to it.

Two sentences of which the second answers the first are one unit: whoever is told of a charge is told of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, Literal, Protocol, get_args

from msgspec import Struct

from summarize.expressions import expression
from summarize.findings import AttributionKind
from summarize.languages.grounding import grounding
from summarize.rules import Ladder, Passage, read_ladder

Does = Literal[
    "accuses",
    "contradicts",
    "compares",
    "speaks_for",
    "answers",
    "declines",
    "points",
    "points_at_person",
    "points_at_body",
]
LANGUAGE: Final = "en"
_OPENING: Final = frozenset('“"«„‘')
_FIGURE: Final = expression(r"\d")


class Whose(Protocol):
    """Whose word something is, on a card or in a briefing."""

    @property
    def source(self) -> str | None:
        """By name or description."""

    @property
    def kind(self) -> AttributionKind:
        """What the source does with it."""


class Said(Struct, frozen=True):
    """A sentence, and whose word it is."""

    text: str
    source: str | None = None
    """Who says it, by name or description; None where it is the article's own word."""
    kind: AttributionKind | None = None

    @classmethod
    def of(cls, text: str, by: Whose | None) -> Said:
        """A text with whose word it is."""
        return cls(text) if by is None else cls(text, by.source, by.kind)


@cache
def reply_rules(language: str = LANGUAGE) -> Ladder[Passage]:
    """The rules of a language."""
    return read_ladder(f"{language}/replies.toml", {}, verdicts=frozenset(get_args(Does)))


@cache
def _rules_of(does: Does) -> Ladder[Passage]:
    return reply_rules().only(does)


@lru_cache(1 << 8)  # the engine asks of the sentences of an article, and then grounding does
def does(what: Does, sentence: str) -> bool:
    """True if a sentence does one of the things that rules tell."""
    return _rules_of(what).decide(Passage(sentence)) is not None


def is_reply(said: Said, reply: Said) -> bool:
    """True if a sentence is the answer to the one before it: a denial, the accused's own word, or another's figure for the same.

    Who says both goes on, and answers nobody.
    """
    if reply.source is None or (said.source is not None and _head(said.source) == _head(reply.source)):
        return False
    if reply.kind == "denied" or does("contradicts", reply.text):
        return True
    if said.kind == "alleged" or does("accuses", said.text):
        return _names(said.text, reply.source) or does("speaks_for", reply.text)
    return said.source is not None and bool(_FIGURE.search(said.text)) and does("compares", reply.text)


def is_answer(told: Iterable[Said], line: Said) -> bool:
    """True if a line answers one of those told before it, or has what somebody said who declined to say something else."""
    return any(
        is_reply(one, line) or (line.source is None and does("declines", one.text) and line.text[:1] in _OPENING)
        for one in told
    )


def _head(name: str) -> str:
    """The word that a name or description is known by, in small letters."""
    found = grounding(LANGUAGE).known_by.search(name)
    return (found.group() if found is not None else name).casefold()


def _names(sentence: str, source: str) -> bool:
    """True if a sentence speaks of a source, by the word it is known by."""
    return re.search(rf"(?i)(?<!\w){re.escape(_head(source))}(?!\w)", sentence) is not None
