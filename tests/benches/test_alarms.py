"""Rules of how often gate and compare fail: simulated with the code that they run, as docs/evals.md tells of it."""

from __future__ import annotations

import random

import pytest

from summarize.evaluation.comparing.statistics import fallen
from tests.benches.alarms import levels, main, rates


def test_falls_are_looked_for_on_one_side() -> None:
    """A fall has half of its two-sided p, corrected over all measures; a rise is none, however plain."""
    assert fallen({"a": (0.08, -0.1)}) == {"a"}
    assert fallen({"a": (0.08, 0.1)}) == frozenset()
    assert fallen({"a": (0.08, -0.1), "b": (0.9, 0.1)}) == frozenset()
    assert fallen({"a": (0.04, -0.1), "b": (0.9, 0.1)}) == {"a"}
    assert fallen({}) == frozenset()


def test_redrawn_answers_seldom_fail_and_a_fall_is_mostly_found() -> None:
    """Of ten pairs one at most fails where nothing changed, and six of the falls at least are found; every fall fails of itself."""
    found = rates(10, 40, 0.2, seed=5)
    for how in ("gate --only-shown", "compare --fail-on worse"):
        assert found[f"{how}, nothing changed"] <= 0.1
        assert found[f"{how}, a fall"] >= 0.6
    assert found["gate --every-fall, nothing changed"] > 0.5


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """It says what it simulated and a line for each rate."""
    assert main(["--runs", "1", "--articles", "8"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1 runs, 8 articles")
    assert len(lines) == 7
    assert len(levels(3, random.Random(1))) == 3
