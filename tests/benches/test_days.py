"""Labelled days, briefed by rules alone: what an editor would count stays as good as it is."""

from __future__ import annotations

from collections import Counter

import pytest

from summarize.pipeline import pipeline_for
from summarize.settings import Settings
from tests.benches.days import briefed, day_of, score, words_of
from tests.conftest import ROOT

MEASURES = "stories slots headlines known independent disagreements changes speakers".split()
TOLD = [*MEASURES, "dates ahead"]


@pytest.mark.parametrize(
    ("names", "changes", "disagreements"),
    [
        (["2026-04-08", "2026-04-14", "2026-04-15"], 20, 3),
        (["september/2026-09-16", "september/2026-09-17"], 23, 7),
    ],
    ids=["April", "September"],
)
def test_labelled_days(names: list[str], changes: int, disagreements: int) -> None:
    """Events are whole, kinds, speakers and independent sources right, no disagreement or change is told that is none; of the index 95 of 100 entries are right; lengths are kept."""
    days = [day_of(ROOT / "evals" / "days" / f"{name}.yaml") for name in names]
    counts: Counter[tuple[str, str]] = Counter()
    told: dict[str, set[str]] = {}
    faults: list[str] = []
    for day, briefing in zip(days, briefed(days, pipeline_for(Settings(nlp="off"))), strict=True):
        tally = score(day, briefing, told)
        counts += tally.counts
        faults += tally.faults
        for event, label in day.events.items():
            told[event] = told.get(event, set()) | set(label.get("ahead", ()))
        words = words_of(briefing)
        # By white space, with marks, signs and how it was made, a fifth is more than what is read.
        assert words["short"] <= 360
        assert words["standard"] <= 1400
    assert not any(counts[measure, "wrong"] for measure in MEASURES), faults
    assert sum(counts[measure, "missed"] for measure in TOLD) <= 1, faults
    assert counts["changes", "right"] >= changes
    assert counts["disagreements", "right"] >= disagreements
    assert counts["index", "wrong"] * 19 <= counts["index", "right"], faults
