"""What an engine is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from summarize.article import Article
from summarize.card import Declined, Usage
from summarize.draft import Draft
from summarize.findings import Findings


@dataclass(frozen=True, slots=True)
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


class Engine(Protocol):
    """Draws up a draft. It may say only what `Draft` lets it: numbers of findings, names, short texts."""

    @property
    def name(self) -> str:
        """What the card's provenance calls it."""

    @property
    def waits(self) -> bool:
        """True if drafting waits for something outside the program, and so needs an event loop."""

    async def draft(self, article: Article, findings: Findings) -> Drafted:
        """A draft for `article`, referring to `findings` by number."""

    async def aclose(self) -> None:
        """Let go of what belongs to the running event loop, such as connections. Drafting again opens them again."""
