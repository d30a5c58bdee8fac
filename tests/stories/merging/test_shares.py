"""What part of something a sentence speaks of."""

from __future__ import annotations

import pytest

from summarize.stories.merging.shares import shares_in


@pytest.mark.parametrize(
    ("sentence", "shares"),
    [
        ("One tram in ten is late.", [("trams", 10, "One tram in ten")]),
        ("One bus in five is late.", [("bus", 20, "One bus in five")]),
        ("Nine in ten trams are late.", [("trams", 90, "Nine in ten trams")]),
        ("About one in ten trams is late.", [("trams", 10, "one in ten trams")]),
        ("One tram in a hundred is late.", [("trams", 1, "One tram in a hundred")]),
        ("One tram in 101 is late.", []),
        ("Ten trams in ten are late.", []),
        ("Zero in ten trams are late.", []),
        ("One in ten is late.", []),
        ("One tram in ten trams is late.", []),
        ("One tram in ten minutes was late.", []),
        ("One mile in ten is old.", []),
        ("At least one in ten trams is late.", []),
        ("Up to one tram in ten is late.", []),
        ("Half of the trams are late.", [("trams", 50, "Half of the trams")]),
        ("Two thirds of all old trams are late.", [("old trams", 200 / 3, "Two thirds of all old trams")]),
        ("About 12% of trams are late.", [("trams", 12, "12% of trams")]),
        ("More than half of the trams are late.", []),
        ("Half the trams are late, and 12% of buses.", [("trams", 50, "Half the trams"), ("buses", 12, "12% of buses")]),
        ("He said: one tram in ten is late, and one bus in four.", [("trams", 10, "one tram in ten"), ("bus", 25, "one bus in four")]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "At least "])
def test_shares(before: str, sentence: str, shares: list[tuple[str, float, str]]) -> None:
    """A fraction or percent of something, and some of up to a hundred; with one noun, without a bound, and as one sentence has it alone."""
    text, start = before + sentence, len(before)
    found = list(shares_in(text, start, len(text)))
    assert [(each.noun, text[each.start : each.end]) for each in found] == [(noun, words) for noun, _, words in shares]
    assert [each.percent for each in found] == pytest.approx([percent for _, percent, _ in shares])
