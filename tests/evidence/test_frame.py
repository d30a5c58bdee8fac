"""Rules of frames: a paragraph with stand-ins for its quotations, and the way back to the article's offsets."""

from __future__ import annotations

from hypothesis import given, settings

from summarize.evidence.frame import STAND_IN, build
from summarize.evidence.marks import quoted_runs
from summarize.layout.blocks import paragraphs
from tests.evidence.texts import TEXTS


def test_each_quotation_becomes_one_stand_in() -> None:
    """A frame reads as the paragraph does, with one character for each quotation."""
    text = "Before “one,” she said, “two” after."
    frame = build(text, (0, len(text)), quoted_runs(text, ((0, len(text)),)))
    assert frame.text == f"Before {STAND_IN} she said, {STAND_IN} after."
    begin = frame.text.index("she")
    start, end = frame.source_range(begin, begin + 3)
    assert text[start:end] == "she"


def test_a_kept_quotation_stays_without_its_marks() -> None:
    """A fragment that reads on in its sentence stays in the frame, without its marks."""
    text = "She called it a “gift” to all."
    frame = build(text, (0, len(text)), quoted_runs(text, ((0, len(text)),)), keep=frozenset({0}))
    assert frame.text == "She called it a gift to all."


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_frame_positions_map_back_to_the_same_characters(text: str) -> None:
    """For any text, every character of a frame outside the stand-ins is the article's at the position it maps to, and back."""
    text = text.replace(STAND_IN, "")
    blocks = paragraphs(text)
    runs = quoted_runs(text, tuple(blocks))
    for index, block in enumerate(blocks):
        frame = build(text, block, [run for run in runs if run.paragraph <= index <= run.last_paragraph])
        for start, end, source in frame.pieces():
            assert frame.text[start:end] == text[source : source + end - start]
            for position in range(start, end):
                assert frame.source(position) == source + position - start
                assert frame.position(frame.source(position)) == position
