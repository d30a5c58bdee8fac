"""Rules of cards whose model is weak or hostile, over the labelled articles: by no measure of `evals` is one worse than the built-in engine's."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation.gold.files import read_gold
from summarize.evaluation.scoring.score import score
from summarize.evidence.syntax import Syntax
from summarize.pipeline import Pipeline
from tests.benches.weak import KINDS, Weak

GOLD = sorted(Path("evals/gold").glob("*.yaml"))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_weak_models_speakers_and_places_are_no_worse(path: Path, model: Syntax) -> None:
    """A model that exchanges all speakers, or calls every place and date the main one, lowers no measure of quotations, places and dates."""
    file = read_gold(path)
    article = file.article()
    built_in = score(Pipeline(ExtractiveEngine(), model).card(article), file.gold).scores
    for kind in ("exchanges voices", "takes everything"):
        weak = score(Pipeline(Weak(KINDS[kind]), model).card(article), file.gold).scores
        fallen = {
            name: (one.value, weak[name].value)
            for name, one in built_in.items()
            if name.startswith(("quotes.", "where.", "when.")) and name in weak and weak[name].value < one.value
        }
        assert fallen == {}, kind
