"""Rules of paragraphs, and what holds for the layout of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.layout import lay_out, shadow
from summarize.layout.blocks import paragraphs
from tests.evidence.texts import ANY_TEXT, NEWS_TEXT

WRAPPED = (
    "The harbour board approved a second ferry terminal on Monday after a\n"
    "debate of nine hours, and the first ships are due in the month of May\n"
    "of next year, when the old quay will be closed to all of the traffic.\n"
    "It has not said who pays.\n"
    "The union called the plan a gift to the owners of the ferries, and its\n"
    "members are to vote on a strike before the end of the current month.\n"
)


def shown(text: str) -> list[str]:
    """The paragraphs' words."""
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


def test_lines_wrapped_at_a_measure_are_one_paragraph() -> None:
    """A line break that only the width of a page forced does not part a paragraph."""
    assert len(paragraphs(WRAPPED)) == 2
    assert shown(WRAPPED)[0].endswith("who pays.")


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph here.\nA second one here.\nAnd a third one.",
        "One paragraph here.\n\nA second one here.\n\n\n\nAnd a third one.",
        "  One paragraph here.  \n \t\nA second one here.\n\nAnd a third one.\n",
    ],
)
def test_a_line_or_a_blank_line_parts_paragraphs(text: str) -> None:
    """Texts that set each paragraph on its own line are read as those that part them by blank lines."""
    assert shown(text) == ["One paragraph here.", "A second one here.", "And a third one."]


@settings(max_examples=150, deadline=None)
@given(st.one_of(ANY_TEXT, NEWS_TEXT))
def test_paragraphs_are_ordered_and_hold_every_word(text: str) -> None:
    """For any text, paragraphs lie inside it, never overlap, are trimmed, and leave out nothing but white space."""
    ranges = paragraphs(text)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(left[1] <= right[0] for left, right in pairwise(ranges))
    assert all(text[start:end] == text[start:end].strip() for start, end in ranges)
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(st.one_of(ANY_TEXT, NEWS_TEXT))
def test_any_text_can_be_laid_out(text: str) -> None:
    """For any text, the layout's ranges lie inside it, hold something, and content paragraphs never overlap."""
    layout = lay_out(text)
    ranges = [*layout.body, *([layout.title] if layout.title else [])]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(text[start:end].strip() for start, end in ranges)
    assert all(left[1] <= right[0] for left, right in pairwise(layout.body))
    if layout.dateline is not None:
        dateline = layout.dateline
        assert 0 <= dateline.start <= dateline.place_start <= dateline.place_end <= dateline.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_the_shadow_of_a_text_is_as_long_as_the_text(text: str) -> None:
    """Reading every kind of space as a plain one never moves an offset, and changes nothing but white space."""
    shaded = shadow(text)
    assert len(shaded) == len(text)
    assert all(a == b or a.isspace() or a == "\ue000" for a, b in zip(text, shaded, strict=True))


def capital(width: int) -> str:
    """A line that begins like a sentence."""
    return "X" + "x" * (width - 1)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["x" * 39] * 3, 3),
        (["x" * 40] * 3, 1),
        (["x" * 110] * 3, 1),
        (["x" * 111] * 3, 3),
        (["x" * 60], 1),
        (["x" * 60, "x" * 60], 1),
        (["x" * 60, capital(60)], 2),
        ([capital(60), capital(50), f"{capital(8)} end"], 1),
        ([capital(60), capital(49), f"{capital(8)} end"], 3),
        ([capital(60), f"    {capital(46)}", f"{capital(8)} end"], 1),
        ([capital(60), *[capital(20)] * 4, *[capital(60)] * 6], 1),
        ([capital(60), *[capital(20)] * 5, *[capital(60)] * 5], 11),
        (["x" * 60, "x" * 59 + ".", "x" * 60], 1),
        (["x" * 60, "x" * 42 + ".", "x" * 60], 1),
        (["x" * 60, "x" * 40 + ".", "x" * 60], 2),
        (["x" * 60, "x" * 40, "x" * 60], 1),
    ],
)
def test_which_breaks_a_measure_forced(lines: list[str], count: int) -> None:
    """A measure is 40 to 110 columns; a break is forced where the next word had no room, or a small letter follows, and seven in ten are; a short line with a stop ends its paragraph."""
    assert len(paragraphs("\n".join(lines))) == count
