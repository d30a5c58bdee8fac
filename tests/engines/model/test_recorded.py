"""Rules of the recordings in `evals/`: a real model's answers, replayed through the whole client, give cards that hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.card import Card
from summarize.engines.model import ModelEngine
from summarize.engines.model.prompt import load
from summarize.evidence import syntax
from summarize.pipeline import Pipeline, pipeline_for
from summarize.reading import read
from summarize.settings import Settings
from tests.engines.model.answers import SEEDS

RECORDINGS = SEEDS.parent / "evals" / "recordings"
FOLDERS = sorted(path for path in RECORDINGS.iterdir() if path.is_dir())
ARTICLES = sorted(path for path in SEEDS.glob("*.*") if path.stem.islower())


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda path: str(path.name))
def replayed(request: pytest.FixtureRequest) -> Pipeline:
    """A pipeline that answers from a model's recordings."""
    folder: Path = request.param
    return Pipeline(ModelEngine(Settings(replay=folder)), syntax.load())


@pytest.fixture(scope="module")
def built_in() -> Pipeline:
    """The built-in engine with the same findings."""
    return pipeline_for(Settings(nlp="on"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: str(path.stem))
def test_a_recorded_answer_gives_a_card_that_holds(replayed: Pipeline, built_in: Pipeline, path: Path) -> None:
    """The card is valid and grounded, has the built-in engine's quotations and lacks none of its fields; a judge is told where one ruled."""
    article = read(str(path)).article
    card, plain = replayed.card(article), built_in.card(article)
    assert Card.model_validate_json(card.model_dump_json()) == card
    assert card.provenance.engine == "model"
    assert card.provenance.prompt_digest == load().digest
    assert card.provenance.usage.output_tokens > 0
    assert [quote.evidence for quote in card.quotes] == [quote.evidence for quote in plain.quotes]
    assert card.headline.text
    for field in ("what", "who", "when", "where", "background"):
        assert bool(getattr(card, field)) >= bool(getattr(plain, field)), field
    judged = [one for one in (card.headline, *card.statements()) if one.support == "judged"]
    assert card.provenance.judge is not None or not judged
    assert plain.what[0].evidence[0] in [part for one in card.what for part in one.evidence], "the lead is told"


def test_recordings_hold_no_article(replayed: Pipeline) -> None:
    """A recording keeps digests of what was asked, and never the request."""
    engine = replayed.engine
    assert isinstance(engine, ModelEngine)
    assert engine.replay is not None
    for path in engine.replay.folder.glob("*.json"):
        data = json.loads(path.read_text(encoding="utf-8"))
        assert set(data) == {"format", "key", "request", "made_with", "answers"}
        assert data["request"] == "POST /v1/chat/completions"
