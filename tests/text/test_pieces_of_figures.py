"""Which numbers are pieces of longer figures, prices or labels, and where a sentence ends."""

from __future__ import annotations

import pytest

from summarize.text.pieces import Pieces


def pieces(text: str) -> Pieces:
    return Pieces(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "number", "is_piece"),
    [
        ("in 2019 it", "2019", False),
        ("$2000 each", "2000", True),
        ("£ 2000 each", "2000", True),
        ("No. 2019 of", "2019", True),
        ("Room 2019 of", "2019", True),
        ("2,000 homes", "2", True),
        ("2,000 homes", "000", True),
        ("4,2025 and", "4", False),
        ("on May 4, 2025", "4", False),
        ("on May 4, 2025", "2025", False),
        ("2019% of", "2019", True),
        ("12° cold", "12", True),
        ("9.30 am", "9", True),
        ("9.30 am", "30", True),
        ("9. It ran", "9", False),
        ("on 9, 10 or", "9", False),
        ("12/25 hits", "12", True),
        ("21:19 up", "19", True),
        ("A380 flew", "380", True),
        ("mid-2024 war", "2024", False),
    ],
)
def test_pieces_of_figures(text: str, number: str, is_piece: bool) -> None:
    """A number behind a sign, a label or a letter, before a per cent, or glued by a point, comma, colon or slash to another is no year or day."""
    read = pieces(text)
    assert read.quantity(read.words.index(number)) is is_piece


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It rose. She left", [True]),
        ("It rose. she left", [False]),
        ("It rose.She left", [False]),
        ("It is 9. She left", [True]),
        ("In Jan. She left", [False]),
        ("In Jan. Smith left", [False]),
        ("The Gen. Smith left", [False]),
        ("The end. Smith left", [True]),
        ("It is up. Smith left", [False]),
        ("It is up. She left", [True]),
        ("The ends. Smith left", [True]),
        ("It rose.” She left", [True]),
        ("It rose.) She left", [True]),
        ("It rose.”", [True]),
        ("It rose.", [True]),
        ("It rose? she left", [True]),
    ],
)
def test_stops(text: str, ends: list[bool]) -> None:
    """A stop ends a sentence before a capital, behind marks that close it too; behind a short word only if what follows always opens one."""
    read = pieces(text)
    assert [read.ends_sentence(at) for at in range(read.size) if read.low(at) in {".", "?"}] == ends


def test_no_stop() -> None:
    """A word, a comma and what lies outside of the region end no sentence; a blank line does."""
    read = pieces("Yes, it\n\nrose")
    assert [read.ends_sentence(at) for at in range(-1, 6)] == [False, False, False, False, True, False, False]
