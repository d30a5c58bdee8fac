"""An engine that says what it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final

from summarize.article import Article
from summarize.draft import Draft
from summarize.engines.base import Drafted
from summarize.findings import Findings

Outcome = Draft | Drafted | Exception
"""What an engine does with an article: a draft, a draft with what it took, or an exception that is raised."""


class ScriptedEngine:
    """Gives each article its draft: by the article's id, or one after the other."""

    name: Final = "scripted"

    def __init__(self, drafts: Mapping[str, Outcome] | Sequence[Outcome], *, latency: float | None = None) -> None:
        """Take what to say.

        Args:
            drafts: drafts by article id, or in the order of the calls (the last one is repeated).
            latency: seconds that each draft waits on the event loop; None: it needs no event loop.

        Raises:
            ValueError: there are none.
        """
        if not drafts:
            raise ValueError("a scripted engine needs at least one draft")
        self._drafts = drafts
        self.articles: list[Article] = []
        """The articles that it was asked to draft, in order."""
        self.closings = 0
        """How many times it was closed."""
        self._latency = latency

    @property
    def waits(self) -> bool:
        """True if it was given a latency."""
        return self._latency is not None

    async def draft(self, article: Article, findings: Findings) -> Drafted:  # noqa: ARG002 - what every engine is given
        """The draft for `article`.

        Raises:
            LookupError: there is no draft for it.
            Exception: the exception that stands in the draft's place.
        """
        self.articles.append(article)
        outcome = self._outcome(article)
        if self._latency is not None:
            await asyncio.sleep(self._latency)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome if isinstance(outcome, Drafted) else Drafted(draft=outcome)

    async def aclose(self) -> None:
        """Count that it was closed."""
        self.closings += 1

    def _outcome(self, article: Article) -> Outcome:
        if not isinstance(self._drafts, Mapping):
            return self._drafts[min(len(self.articles), len(self._drafts)) - 1]
        if article.id not in self._drafts:
            raise LookupError(f"no draft is scripted for {article.id} ({article.source})")
        return self._drafts[article.id]
