"""A hostile or weak model's card holds nothing more that is false than the built-in engine's, by the measures of `evals`, whatever its judge lets by.

Nor does a model that tells other news, or none, tell less of it: what it writes of its own in place of a line may, and is counted by
`python -m tests.benches.weak`, over all gold.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from summarize.article import Article
from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation.gold.files import GoldFile, read_gold
from summarize.evaluation.runs.run import Score
from summarize.evaluation.scoring.measures import MEASURES
from summarize.evaluation.scoring.score import score
from summarize.evidence.syntax import Syntax
from summarize.pipeline import Pipeline
from tests.benches.weak import KINDS, Weak

GOLD = Path(__file__).parents[2] / "evals" / "gold"
ARTICLES = ("harbour-fire", "quake-tolls")
COUNTED = frozenset({"supported", "held", "absent", "holds", "verbatim", "published", "title"})
"""What a card states that is false, by the last part of each measure's name."""


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
    if kind.startswith("tells the") or kind in {"tells by lot", "says nothing", "takes everything", "points nowhere"}:
        counted += ["what.facts", "when.main"]
    assert {one: (mine[one].value, theirs[one].value) for one in counted if mine[one].value < theirs[one].value} == {}
