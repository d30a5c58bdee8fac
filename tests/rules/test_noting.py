"""Notes of why the finders decide as they do."""

from __future__ import annotations

import pytest

from summarize.rules.noting import Notebook
from summarize.rules.reasons import RuleReason


@pytest.mark.parametrize(
    ("start", "end", "is_about"),
    [(3, 6, True), (0, 4, True), (5, 9, True), (4, 5, True), (0, 9, True), (0, 3, False), (6, 9, False)],
)
def test_reasons_of_what_overlaps(start: int, end: int, is_about: bool) -> None:
    """The reasons for a range are those of what shares a character with it, and not of what only ends or begins where it does not."""
    notes, reason = Notebook("One two three."), RuleReason("speaker", None, "none")
    notes.write(3, 6, reason)
    assert notes.over(start, end) == [reason] * is_about


def test_reasons_put_aside() -> None:
    """Reasons put aside get the next range that is told, once; each reason of a range is given once, in the order in which they came."""
    notes, first, other = (
        Notebook("One two three."),
        RuleReason("speaker", None, "none"),
        RuleReason("kind", None, "speech"),
    )
    notes.aside(first)
    notes.aside(other)
    notes.place(4, 7)
    notes.place(8, 9)
    notes.write(4, 5, first)
    assert (notes.over(4, 7), notes.over(8, 9)) == ([first, other], [])
    notes.aside(first)
    notes.clear()
    notes.place(0, 1)
    assert notes.over(0, 1) == []
