"""Two labelled days of twenty-four articles, briefed by rules alone: what an editor would count stays as good as it is."""

from __future__ import annotations

from collections import Counter

from summarize.pipeline import pipeline_for
from summarize.settings import Settings
from tests.benches.days import briefed, day_of, score, words_of
from tests.conftest import ROOT

DAYS = [day_of(path) for path in sorted((ROOT / "evals" / "days").glob("*.yaml"))]
MEASURES = "stories slots headlines known independent disagreements changes".split()


def test_labelled_days() -> None:
    """Events are whole, kinds and independent sources right, no disagreement or change is told that is none; lengths are kept."""
    counts: Counter[tuple[str, str]] = Counter()
    told: dict[str, set[str]] = {}
    faults: list[str] = []
    for day, briefing in zip(DAYS, briefed(DAYS, pipeline_for(Settings(nlp="off"))), strict=True):
        tally = score(day, briefing, told)
        counts += tally.counts
        faults += tally.faults
        for event, label in day.events.items():
            told[event] = told.get(event, set()) | set(label.get("ahead", ()))
        words = words_of(briefing)
        assert words["short"] <= 330
        assert words["standard"] <= 1320
    assert not any(counts[measure, "wrong"] for measure in MEASURES), faults
    assert sum(count for (_, verdict), count in counts.items() if verdict == "missed") <= 1, faults
    assert counts["changes", "right"] >= 20
    assert counts["disagreements", "right"] >= 3
