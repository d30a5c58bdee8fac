"""Corrections as stories read them: what stands in quotation marks is somebody else's word."""

from __future__ import annotations

from summarize.evidence.marks import within_marks
from summarize.layout import corrections


def is_correction(sentence: str) -> bool:
    """True for a sentence in which an article says what it, or an earlier version of it, got wrong."""
    return corrections.corrects(sentence, within_marks)


def is_brief_correction(body: str) -> bool:
    """True for a text of one paragraph that corrects another piece of its paper."""
    return corrections.is_brief_correction(body, within_marks)


def correction_range(text: str, title: str | None = None) -> tuple[int, int] | None:
    """The first paragraph in which an article says so: half-open code-point range, None if there is none."""
    return corrections.correction_range(text, title, within_marks)
