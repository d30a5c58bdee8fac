"""What an engine is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol, runtime_checkable

import msgspec
from msgspec import Struct

from summarize.article import Article
from summarize.card import Declined, Usage
from summarize.draft import Draft
from summarize.findings import Findings


@dataclass(frozen=True)
class Drafted:
    """A draft and what it took to make it."""

    draft: Draft
    otherwise: Draft | None = None
    """What stands where a claim of `draft` is refused or missing: the built-in engine's draft of the same article."""
    usage: Usage = field(default_factory=Usage)
    model: str | None = None
    prompt: str | None = None
    prompt_digest: str | None = None
    cost_usd: float | None = None
    declined: Declined | None = None
    """A language model that gave no card, so that this is the built-in engine's draft; `model` and `prompt` are then None."""
    parts: int = 1
    """Parts that the article was read in; 1 is whole."""
    again: int = 0
    """Answers that a language model was asked for again, as they were not in the form asked for or did not hold."""


@runtime_checkable
class Engine(Protocol):
    """Draws up a draft. It may say only what `Draft` lets it: numbers of findings, names, short texts."""

    @property
    def name(self) -> str:
        """What the card's provenance calls it."""

    @property
    def waits(self) -> bool:
        """True if drafting waits for something outside the program, and so needs an event loop."""

    @property
    def judge(self) -> Judge | None:
        """Who is asked whether sentences in the engine's own words stand; None if nobody is: then none of them stands on the card."""

    async def draft(self, article: Article, findings: Findings) -> Drafted:
        """A draft for `article`, referring to `findings` by number."""

    async def aclose(self) -> None:
        """Let go of what belongs to the running event loop, such as connections. Drafting again opens them again."""


Outcome = Literal["stands", "in part", "not there", "contradicted"]


class Claim(Struct, frozen=True):
    """A headline or sentence of a draft in other words than the article's, for a judge."""

    number: int
    """1, 2, …: by which the judge answers."""
    text: str
    sentences: tuple[int, ...]
    """Numbers of the article's sentences that it rests on."""


class Ruling(Struct, frozen=True):
    """What a judge says of one claim."""

    outcome: Outcome
    source: str | None = None
    """Whose word the claim is by its sentences: a name or description; None where it is the article's own."""


class Judged(Struct, frozen=True):
    """The rulings on an article's claims, and what they took."""

    rulings: Mapping[int, Ruling] = msgspec.field(default_factory=dict)
    """By the claim's number; a claim without one was not judged."""
    judge: str | None = None
    """The model's name; None if nothing was asked."""
    prompt: str | None = None
    prompt_digest: str | None = None
    usage: Usage = msgspec.field(default_factory=Usage)
    cost_usd: float | None = None
    trouble: str | None = None
    """Why claims went without a ruling, in one line for the user; None if none did."""


class Judge(Protocol):
    """Asked afresh about each claim, with the sentences that it rests on alone."""

    async def judge(self, article: Article, findings: Findings, claims: Sequence[Claim]) -> Judged:
        """The rulings on an article's claims, in one request; without claims none is made."""
