"""Cards that a model with given answers makes of the harbour fire, and what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from summarize.card import Card
from summarize.pipeline import Pipeline, pipeline_for
from summarize.settings import Settings
from summarize.testing import FakeServer, Reply, Request, Script
from tests.engines.model.answers import FIRE, after_probe, engine_at, is_drafting, judge_of

BUILT_IN = pipeline_for(Settings(nlp="off")).card(FIRE)
STANDS = judge_of("stands")


def card_from(
    folder: Path, *answers: dict[str, Any], article: Any = FIRE, rulings: Script = STANDS, **settings: Any
) -> tuple[Card, list[Request]]:
    """The card that a model with these answers gives, and the questions for a draft that it was asked."""
    with FakeServer(after_probe(*(Reply(answer) for answer in answers)), judge=rulings) as server:
        card = Pipeline(engine_at(server, folder, **settings)).card(article)
        return card, [request for request in server.requests if is_drafting(request)]


def everything_said(card: Card) -> str:
    """All the texts of a card but those of the article itself and of the rejections."""
    shown = card.model_dump(exclude={"article", "rejected", "provenance"})
    return str(shown)


def reasons(card: Card) -> str:
    """Every rejection, a line each."""
    return "\n".join(f"{one.field}: {one.value}: {one.reason}" for one in card.rejected)
