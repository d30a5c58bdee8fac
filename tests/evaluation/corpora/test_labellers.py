"""Rules of the claims that ship with the project: how many there are, and that both labellings are about the same ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from summarize.evaluation.gold.tally import kappa

CLAIMS = Path(__file__).parents[3] / "evals" / "claims"


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CLAIMS / name).read_text(encoding="utf-8").splitlines()]


def test_both_labellings_are_of_the_same_claims() -> None:
    """Each passage has a second label for each of its claims, and the two labellings agree as the README says."""
    first = {
        one["id"]: [claim["label"] for claim in one["claims"]]
        for one in (*_lines("seen.jsonl"), *_lines("unseen.jsonl"))
    }
    second = {one["id"]: one["labels"] for one in _lines("labellers/second.jsonl")}
    assert len(first) >= 30
    assert sum(map(len, first.values())) >= 450
    assert {name: len(labels) for name, labels in first.items()} == {
        name: len(labels) for name, labels in second.items()
    }
    pairs = [pair for name, labels in first.items() for pair in zip(labels, second[name], strict=True)]
    assert kappa(pairs) == 1.0
