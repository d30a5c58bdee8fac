"""Rules of cards whose model is weak or hostile, over the labelled articles: by no measure of `evals` is one worse than the built-in engine's."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.article import Article, article_id
from summarize.draft import Draft, DraftPlace, DraftTime
from summarize.engines.base import Drafted
from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation.gold.files import read_gold
from summarize.evaluation.scoring.score import score
from summarize.evidence.syntax import Syntax
from summarize.pipeline import Pipeline, card_of
from tests.benches.weak import KINDS, Weak

GOLD = sorted(Path("evals/gold").glob("*.yaml"))


UNKNOWN = ".measured"
"""Ending of measures that say of how many texts it is known whether they are supported: nobody has labelled what a model cuts."""


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_weak_models_card_is_no_worse(path: Path, model: Syntax, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a weak model answers, no measure of `evals` falls below the built-in engine's: its title stays where a headline is the lead once more."""
    file = read_gold(path)
    article = file.article()
    findings = Pipeline(ExtractiveEngine(), model).findings(article)
    monkeypatch.setattr(Pipeline, "findings", lambda *_: findings)  # the same for every answer
    built_in = score(Pipeline(ExtractiveEngine(), model).card(article), file.gold).scores
    for kind, draft in KINDS.items():
        weak = score(Pipeline(Weak(draft), model).card(article), file.gold).scores
        fallen = {
            name: (one.value, weak[name].value)
            for name, one in built_in.items()
            if name in weak and weak[name].value < one.value and not name.endswith(UNKNOWN)
        }
        assert fallen == {}, kind


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_no_date_that_a_model_names_replaces_a_right_one(path: Path, model: Syntax) -> None:
    """Whichever date of an article a model calls the main one, no measure of dates falls."""
    file = read_gold(path)
    article = file.article()
    findings = Pipeline(ExtractiveEngine(), model).findings(article)
    otherwise = ExtractiveEngine().choose(article, findings)

    def measured(draft: Draft) -> dict[str, float]:
        card = card_of(article, findings, Drafted(draft, otherwise=otherwise), engine="weak", started=0.0)
        return {name: one.value for name, one in score(card, file.gold).scores.items() if name.startswith("when.")}

    built_in = measured(Draft())
    for one in findings.times:
        weak = measured(Draft(when=(DraftTime(time=one.number, main=True),)))
        assert all(weak.get(name, value) >= value for name, value in built_in.items()), one.number


@pytest.mark.parametrize(
    ("text", "place", "main"),
    [
        ("NAGPUR, India, 4 May (Wire) - A mill in Nagpur burned on Monday. India's minister came.", "India", "Nagpur"),
        (
            "PARIS - Rail workers across France walked out on Tuesday. In Lyon, a march drew 4,000 people.",
            "France",
            "France",
        ),
        ("An earthquake struck Turkey on Sunday, killing 40. It was felt in Ankara.", "Turkey", "Turkey"),
        ("A mill burned in Leeds on Monday. Its owner sells cloth to shops in Vienna.", "Vienna", "Leeds"),
    ],
)
def test_the_place_of_the_news_is_named_exactly_and_first(text: str, place: str, main: str, model: Syntax) -> None:
    """A country is not the main place where the lead leaves it out and says more exactly where, nor a place that only the opening names, later."""
    article = Article(id=article_id(text), source="x", language="en", text=text)
    findings = Pipeline(ExtractiveEngine(), model).findings(article)
    number = next(one.number for one in findings.places if one.name == place)
    draft = Drafted(
        Draft(where=(DraftPlace(place=number, main=True),)), otherwise=ExtractiveEngine().choose(article, findings)
    )
    card = card_of(article, findings, draft, engine="weak", started=0.0)
    assert [one.name for one in card.where if one.main] == [main]
