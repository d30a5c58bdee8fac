"""Whether what a sentence reports is a quotation that stands in it."""

from __future__ import annotations

import pytest

from summarize.evidence.attributions.collect import _is_of
from summarize.evidence.attributions.reported import Reported


@pytest.mark.parametrize(
    ("content", "quoted", "is_it"),
    [
        ([(0, 10)], [(0, 10)], True),
        ([(0, 10)], [(1, 10)], True),
        ([(0, 10)], [(2, 10)], False),
        ([(0, 5)], [(10, 11), (12, 13), (14, 15), (16, 17), (18, 19)], False),
        ([(0, 5), (7, 12)], [(0, 12)], True),
        ([(0, 10)], [(0, 10), (30, 40)], False),
    ],
)
def test_what_a_sentence_reports_is_a_quotation(
    content: list[tuple[int, int]], quoted: list[tuple[int, int]], is_it: bool
) -> None:
    """More than eight tenths of it are the quotation's words, which do not hold the verb that reports them."""
    one = Reported("said", (31, 35), tuple(content))
    assert _is_of(one, Reported("said", (50, 54), tuple(quoted))) is is_it
