"""What a day has did what is told: "stranded by Sunday's storm" sets nobody a deadline."""

from __future__ import annotations

import pytest

from tests.evidence.times.cases import shown


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The line counted 900 passengers stranded by Friday's storm.", "?"),
        ("Trains delayed by Friday's flood are running again.", "?"),
        ("The bill must be paid by Friday's deadline.", "2025-12-05"),
        ("Rail fares will be cut by Friday's vote.", "2025-12-05"),
        ("He was told to answer by Friday.", "2025-12-05"),
    ],
)
def test_what_was_done_by_that_of_a_day_is_no_deadline(sentence: str, value: str) -> None:
    """Behind a past verb and "by", what a day has may have been; a day alone, or a verb that looks ahead, is to come."""
    assert [when for _, when in shown(sentence)] == [value]
