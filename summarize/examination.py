"""An engine's own words, before they may stand on a card: refused by rules, or put to its judge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from threading import Lock
from typing import Final

from msgspec import Struct, field

from summarize.article import Article
from summarize.draft import Draft
from summarize.engines.base import Claim, Engine, Judged, Outcome, Ruling
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.grounding import BorneOut, OwnWords, Verdict, own_words

ONE_AT_A_TIME: Final = Lock()
"""Held by whoever reads with the NLP model on a thread beside the event loop: more threads would only wait for each other, and the model is not made for several."""

Bound = Callable[[], AbstractContextManager[None]]
_RULINGS: Final[Mapping[Outcome, str]] = {
    "in part": "it was judged to stand only in part in its evidence",
    "not there": "it was judged not to stand in its evidence",
    "contradicted": "it was judged to be contradicted by its evidence",
}


class Examined(Struct, frozen=True):
    """What was found of an engine's own words, and what judging them took."""

    verdicts: Mapping[OwnWords, Verdict] = field(default_factory=dict)
    judged: Judged = field(default_factory=Judged)


async def examine(  # noqa: PLR0913, PLR0917 - a draft, and what it is held against
    engine: Engine,
    article: Article,
    findings: Findings,
    draft: Draft,
    syntax: Syntax | None = None,
    bound: Bound = nullcontext,
) -> Examined:
    """What holds of a draft's texts that are in other words than the article's.

    Args:
        engine: whose draft it is; without a judge what no rule refuses has no verdict.
        article: the article.
        findings: what was found in it.
        draft: the draft.
        syntax: a loaded NLP model, with which the rules see most.
        bound: within what the rules read, where an engine waits: a limit of the time that one article may take.

    Raises:
        MeasurementError: a replay has no recording of the judge's answer.
        ConfigurationError: the endpoint refused the judge's key.
    """
    words = own_words(draft, article, findings)
    if not words:
        return Examined()
    if engine.waits:
        import asyncio  # noqa: PLC0415 - the built-in engine does without

        refused = await asyncio.to_thread(_refused_alone, words, article, findings, draft, syntax, bound)
    else:
        refused = _find_refusals(words, article, findings, draft, syntax)
    verdicts: dict[OwnWords, Verdict] = {**refused}
    left = [one for one in words if one not in refused]
    judge = engine.judge
    if judge is None or not left:
        return Examined(verdicts)
    claims = [Claim(number, one.text, one.sentences) for number, one in enumerate(left, 1)]
    judged = await judge.judge(article, findings, claims)
    for claim, one in zip(claims, left, strict=True):
        verdicts[one] = _verdict(judged.rulings.get(claim.number), judged)
    return Examined(verdicts, judged)


def _find_refusals(
    words: list[OwnWords], article: Article, findings: Findings, draft: Draft, syntax: Syntax | None
) -> dict[OwnWords, str]:
    from summarize.checking.examining import refusals  # noqa: PLC0415 - the built-in engine writes nothing of its own

    return refusals(words, article, findings, syntax, translated=draft.translated)


def _refused_alone(  # noqa: PLR0913, PLR0917 - as `_find_refusals`, on a thread
    words: list[OwnWords], article: Article, findings: Findings, draft: Draft, syntax: Syntax | None, bound: Bound
) -> dict[OwnWords, str]:
    with ONE_AT_A_TIME, bound():
        return _find_refusals(words, article, findings, draft, syntax)


def _verdict(ruling: Ruling | None, judged: Judged) -> Verdict:
    if ruling is None:
        return f"it was not judged: {judged.trouble}" if judged.trouble else "it was not judged"
    return BorneOut(ruling.source) if ruling.outcome == "stands" else _RULINGS[ruling.outcome]
