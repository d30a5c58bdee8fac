"""What is written about measuring is what measures."""

from __future__ import annotations

from pathlib import Path

from summarize.evaluation.scoring.measures import MEASURES

PAGE = Path(__file__).parents[2] / "docs" / "evals.md"


def test_every_measure_is_described() -> None:
    """docs/evals.md has a row for each measure, in order, with its description and whether it is a promise or compared."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{measure.id}` | {measure.description} | {'promise' if measure.hard else 'compared' if measure.tested else ''} |"
        for measure in MEASURES
    ]
