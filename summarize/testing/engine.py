"""An engine that says what it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final

from summarize.article import Article
from summarize.draft import Draft
from summarize.engines.base import Claim, Drafted, Judged, Ruling
from summarize.findings import Findings

Outcome = Draft | Drafted | Exception
"""What an engine does with an article: a draft, a draft with what it took, or an exception that is raised."""


class ScriptedJudge:
    """Gives each claim its ruling, by its text; every other claim the same one."""

    def __init__(self, rulings: Mapping[str, Ruling] | None = None, *, otherwise: Ruling | None = None) -> None:
        """Take what to say: rulings by claim, and one for all others (none: they are not judged)."""
        self._rulings = rulings or {}
        self._otherwise = otherwise
        self.claims: list[Claim] = []
        """The claims that it was asked about, in order."""

    async def judge(self, article: Article, findings: Findings, claims: Sequence[Claim]) -> Judged:  # noqa: ARG002 - what every judge is given
        """The rulings on `claims`."""
        self.claims.extend(claims)
        rulings = {claim.number: self._rulings.get(claim.text, self._otherwise) for claim in claims}
        return Judged({number: one for number, one in rulings.items() if one is not None}, judge="scripted")


class ScriptedEngine:
    """Gives each article its draft: by the article's id, or one after the other."""

    name: Final = "scripted"

    def __init__(
        self,
        drafts: Mapping[str, Outcome] | Sequence[Outcome],
        *,
        latency: float | None = None,
        judge: ScriptedJudge | None = None,
    ) -> None:
        """Take what to say.

        Args:
            drafts: drafts by article id, or in the order of the calls (the last one is repeated).
            latency: seconds that each draft waits on the event loop; None: it needs no event loop.
            judge: who judges its own words; None: nobody.

        Raises:
            ValueError: there are none.
        """
        if not drafts:
            raise ValueError("a scripted engine needs at least one draft")
        self._drafts = drafts
        self.judge = judge
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
