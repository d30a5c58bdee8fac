"""What an engine is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from summarize.article import Article
from summarize.card import Usage
from summarize.draft import Draft
from summarize.findings import Findings


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and what it took to make it."""

    draft: Draft
    usage: Usage = field(default_factory=Usage)
    model: str | None = None
    prompt: str | None = None
    prompt_digest: str | None = None
    cost_usd: float | None = None


class Engine(Protocol):
    """Draws up a draft. It may say only what `Draft` lets it: numbers of findings, names, short texts."""

    @property
    def name(self) -> str:
        """What the card's provenance calls it."""

    def draft(self, article: Article, findings: Findings) -> Drafted:
        """A draft for `article`, referring to `findings` by number."""
