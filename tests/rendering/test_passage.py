from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.rendering.passage import CitedRange, paragraph_number, paragraphs, segments

TEXT = "One two three.\n\nFour five\nsix.\n \nSeven."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, ["One two three.", "Four five\nsix.", "Seven."]),
        ("A line.\nAnother.\n  A third.", ["A line.", "Another.", "A third."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    """Blank lines part paragraphs; in a text that has none, every line is one."""
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)), max_size=12))
def test_segments_cover_exactly(drawn: list[tuple[int, int]]) -> None:
    """Segments give back every paragraph, each place is exactly the segments it covers, and begins once."""
    places = [CitedRange(start, min(start + length, len(TEXT))) for start, length in drawn]
    ranges = paragraphs(TEXT)
    cut = list(segments(ranges, places))
    for paragraph, parts in zip(ranges, cut, strict=True):
        assert "".join(TEXT[part.start : part.end] for part in parts) == TEXT[slice(*paragraph)]
    everything = [part for parts in cut for part in parts]
    for part in everything:
        covering = {place for place in places if place.start < part.end and place.end > part.start}
        assert set(part.covered_by) == covering
    begun = [place for part in everything for place in part.begins]
    assert sorted(begun) == sorted(set(places))


def test_deep_nesting_is_bounded() -> None:
    """However many places cover a segment, it names a bounded number of them: the innermost."""
    text = "x" * 1000
    (parts,) = segments(paragraphs(text), [CitedRange(at, 1000 - at) for at in range(400)])
    assert max(len(part.covered_by) for part in parts) == 32
    middle = next(part for part in parts if part.start == 399)
    assert middle.covered_by[-1] == CitedRange(399, 601)


def test_paragraph_number() -> None:
    """An offset belongs to its paragraph, or to the next one if it falls between two."""
    ranges = paragraphs(TEXT)
    assert [paragraph_number(ranges, TEXT.index(word)) for word in ("One", "three", "\n", "Four", "six", "Seven")] == [
        1,
        1,
        2,
        2,
        2,
        3,
    ]
    assert paragraph_number([], 0) == 1
