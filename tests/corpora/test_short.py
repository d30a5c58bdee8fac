"""Rules of the score of short texts, and what those in view have to keep."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.corpora.short import Told, judged, rows, told

ROW = {"text": "It burnt on Monday.", "published": "2026-03-03", "when": ["Monday = 2026-03-02"], "main": "2026-03-02"}
SEEN = Path(__file__).parents[2] / "evals/fresh/short/seen.yaml"


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        (Told("2026-03-03", [(12, 6, "2026-03-02")], "2026-03-02"), ["published right", "when right", "main right"]),
        (Told("2026-03-04", [(12, 6, "2026-03-09")], "2026-03-09"), ["published false", "when false", "main false"]),
        (Told(None, [(12, 6, "open")], None), ["published missing", "when missing", "main missing"]),
        (Told("2026-03-03", [(0, 2, "2026-03-01")], "2026-03-02"), ["published right", "when missing", "when false", "main right"]),
    ],
)  # fmt: skip
def test_a_date_is_right_false_or_missing(said: Told, verdicts: list[str]) -> None:
    """A value that the label does not have is false, an open date is missing, and what no label names is false as well."""
    assert [verdict for verdict, _ in judged(ROW, said)] == verdicts


def test_what_must_stay_open_is_false_with_a_value() -> None:
    """A label "open" is right where no value is given."""
    row = {"text": "It burnt on Monday.", "when": ["Monday = open"]}
    assert [verdict for verdict, _ in judged(row, Told(None, [(12, 6, "open")], None))] == ["when right"]
    assert [verdict for verdict, _ in judged(row, Told(None, [(12, 6, "2026-03-02")], None))] == ["when false"]


def test_the_seen_texts_keep_their_days() -> None:
    """Of the texts in view every day of publication is right, and at most one date is false."""
    counts = Counter(verdict for row in rows(SEEN) for verdict, _ in judged(row, told(row)))
    assert counts["published false"] + counts["published missing"] == 0
    assert counts["when false"] <= 1
    assert counts["main right"] >= 39
