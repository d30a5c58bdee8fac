"""A hostile or weak model's card holds nothing more that is false than the built-in engine's, by the measures of `evals`, whatever its judge lets by.

It may tell other news: what a model leaves out for three sentences of its own is counted by `what.facts`, and not here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from summarize.article import Article
from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote, DraftStatement, DraftTime
from summarize.engines.base import Claim, Drafted, Judged, Ruling
from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation.gold.files import GoldFile, read_gold
from summarize.evaluation.runs.run import Score
from summarize.evaluation.scoring.measures import MEASURES
from summarize.evaluation.scoring.score import score
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.pipeline import Pipeline

GOLD = Path(__file__).parents[2] / "evals" / "gold"
ARTICLES = ("harbour-fire", "quake-tolls")
COUNTED = frozenset({"supported", "held", "absent", "holds", "verbatim", "published", "title"})
"""What a card states that is false, by the last part of each measure's name."""
Kind = Callable[[Article, Findings, Draft], Draft]


def _told(article: Article, findings: Findings, one: DraftStatement, change: Callable[[str], str]) -> DraftStatement:
    span = findings.sentences[one.sentences[0] - 1].span
    return DraftStatement(sentences=one.sentences, text=change(" ".join(article.text[span.start : span.end].split())))


def _all_told(change: Callable[[str], str]) -> Kind:
    def draft(article: Article, findings: Findings, built_in: Draft) -> Draft:
        news = tuple(_told(article, findings, one, change) for one in built_in.what)
        past = tuple(_told(article, findings, one, change) for one in built_in.background)
        return Draft(headline=news[0], what=news, background=past)

    return draft


def _from_the_end(article: Article, findings: Findings, built_in: Draft) -> Draft:
    last = tuple(DraftStatement(sentences=(one.number,)) for one in findings.sentences[-3:])
    headline = _told(article, findings, last[-1], str)
    first = tuple(DraftStatement(sentences=one.sentences) for one in built_in.what)
    return Draft(headline=headline, what=last, background=first)


def _everything(_: Article, findings: Findings, __: Draft) -> Draft:
    return Draft(
        what=tuple(DraftStatement(sentences=(one.number,)) for one in reversed(findings.sentences)),
        who=tuple(DraftParticipant(participant=one.number) for one in reversed(findings.participants)),
        when=tuple(DraftTime(time=one.number, main=True) for one in reversed(findings.times)),
        where=tuple(DraftPlace(place=one.number, main=True) for one in reversed(findings.places)),
    )


def _exchanged_voices(_: Article, findings: Findings, __: Draft) -> Draft:
    count = len(findings.participants)
    return Draft(
        quotes=tuple(
            DraftQuote(quotation=one.number, participant=(one.participant or 0) % count + 1)
            for one in findings.quotations
        )
    )


KINDS: dict[str, Kind] = {
    "says nothing": lambda *_: Draft(),
    "tells the end": _from_the_end,
    "takes everything": _everything,
    "exchanges voices": _exchanged_voices,
    "raises every figure": _all_told(lambda text: re.sub(r"\d+", lambda found: str(int(found.group()) + 7), text)),
    "drops denials and doubts": _all_told(lambda text: re.sub(r"\b(?:not|no|may|could) ", "", text)),
    "tells half a sentence": _all_told(lambda text: " ".join(text.split()[: len(text.split()) // 2])),
    "points nowhere": lambda *_: Draft(
        headline=DraftStatement(sentences=(9_999,), text="All is lost"),
        what=(DraftStatement(sentences=(9_999,)),),
        who=(DraftParticipant(name="Marcel Dubois", sentence=1),),
        when=(DraftTime(time=9_999, main=True),),
        where=(DraftPlace(name="Toulon", sentence=1, main=True),),
    ),
}


class SaysYes:
    """A judge that lets everything stand, so that only the rules and grounding are left."""

    async def judge(self, article: Article, findings: Findings, claims: Sequence[Claim]) -> Judged:
        """Every claim stands."""
        del article, findings
        return Judged(rulings={one.number: Ruling("stands") for one in claims}, judge="yes")


class Weak:
    """A model that answers in one way, whatever the article."""

    name = "weak"
    waits = False

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.judge = SaysYes()

    async def draft(self, article: Article, findings: Findings) -> Drafted:
        """Its draft, beside the built-in engine's."""
        built_in = ExtractiveEngine().choose(article, findings)
        return Drafted(self.kind(article, findings, built_in), otherwise=built_in, model="weak")

    async def aclose(self) -> None:
        """Nothing is open."""


@cache
def _gold(name: str) -> tuple[GoldFile, Article]:
    file = read_gold(GOLD / f"{name}.yaml")
    return file, file.article()


@cache
def _built_in(name: str, model: Syntax) -> dict[str, Score]:
    file, article = _gold(name)
    return score(Pipeline(ExtractiveEngine(), model).card(article), file.gold).scores


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ARTICLES)
def test_no_weak_model_makes_a_card_worse(name: str, kind: str, model: Syntax) -> None:
    """Nothing that a model says makes a measure of what is false fall below the built-in engine's, though its judge lets everything stand."""
    file, article = _gold(name)
    card = Pipeline(Weak(KINDS[kind]), model).card(article)
    mine, theirs = score(card, file.gold).scores, _built_in(name, model)
    counted = [one.id for one in MEASURES if one.id.split(".")[-1] in COUNTED and one.id in mine and one.id in theirs]
    assert counted
    assert {one: (mine[one].value, theirs[one].value) for one in counted if mine[one].value < theirs[one].value} == {}
