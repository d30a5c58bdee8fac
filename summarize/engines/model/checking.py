"""A language model as the judge of a text that was written elsewhere: `summarize.check(…, judge=judge_for(…))`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from summarize.article import Article
from summarize.checking.check import Verdict
from summarize.engines.base import Claim, Judged, Outcome
from summarize.engines.model.access import quiet
from summarize.engines.model.engine import ModelEngine
from summarize.engines.model.judge import MAX_CLAIMS, ModelJudge
from summarize.findings import Findings
from summarize.settings import Settings, load

_VERDICTS: Mapping[Outcome, Verdict] = {
    "stands": "stands",
    "in part": "in part",
    "not there": "not shown",
    "contradicted": "contradicted",
}


def judge_for(
    settings: Settings | None = None,
    *,
    model: str | None = None,
    base_url: str | None = None,
    tell: Callable[[str], None] = quiet,
) -> CheckingJudge:
    """The judge that the settings ask for, for `summarize.check`. Nothing is sent yet.

    Raises:
        ConfigurationError: a key or a prompt is missing or wrong.
        MeasurementError: the folder of recordings cannot be used.
    """
    chosen = settings if settings is not None else load()
    asked = replace(chosen, model=model or chosen.model, base_url=base_url or chosen.base_url, judge="same")
    return CheckingJudge(ModelEngine(asked, tell=tell), tell)


class CheckingJudge:
    """Asks an engine's judge, of up to `MAX_CLAIMS` claims at once. Not within a running event loop."""

    def __init__(self, engine: ModelEngine, tell: Callable[[str], None] = quiet) -> None:
        """Take the engine, and who is told of claims without a ruling."""
        self.engine = engine
        self.trouble: str | None = None
        """Why a question had no ruling at all, the last one; None if each had."""
        self._judge = ModelJudge(engine)
        self.prompt = self._judge.prompt
        self._tell = tell

    def judge(
        self, article: Article, findings: Findings, claims: Sequence[tuple[str, tuple[int, ...]]]
    ) -> list[tuple[Verdict, str | None]]:
        """A verdict on each claim by the sentences that it names, and who gives it; `cannot tell`, and why, where there is none.

        Raises:
            ConfigurationError: the endpoint refused the key.
            MeasurementError: a replay has no recording of the question.
            RuntimeError: an event loop is running here.
        """
        numbered = [Claim(number, text, sentences) for number, (text, sentences) in enumerate(claims, 1)]
        batches = [numbered[first : first + MAX_CLAIMS] for first in range(0, len(numbered), MAX_CLAIMS)]
        found = asyncio.run(self._ask_batches(article, findings, batches))
        return [self._verdict(judged, claim) for batch, judged in zip(batches, found, strict=True) for claim in batch]

    async def _ask_batches(
        self, article: Article, findings: Findings, batches: Sequence[Sequence[Claim]]
    ) -> list[Judged]:
        found: list[Judged] = []
        try:
            for batch in batches:
                judged = await self._judge.judge(article, findings, batch)
                if judged.trouble is not None:
                    self._tell(f"warning: {article.source}: {judged.trouble}")
                    self.trouble = self.trouble if judged.rulings else judged.trouble
                found.append(judged)
        finally:
            await self.engine.aclose()
        return found

    @staticmethod
    def _verdict(judged: Judged, claim: Claim) -> tuple[Verdict, str | None]:
        ruling = judged.rulings.get(claim.number)
        if ruling is None:
            return "cannot tell", judged.trouble
        word = f", as the word of {ruling.source}" if ruling.source else ""
        return _VERDICTS[ruling.outcome], f"judged by {judged.judge}{word}"
