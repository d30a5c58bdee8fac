"""The sign of each verdict, so that none is told by its colour alone."""

from __future__ import annotations

from typing import Final

from summarize.evaluation.runs.run import Verdict

GLYPHS: Final[dict[Verdict, str]] = {
    "right": "✓", "partial": "◐", "wrong": "✗", "missing": "○", "spurious": "+", "ignored": "·"
}  # fmt: skip
