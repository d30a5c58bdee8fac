"""The pieces that the grammars of dates read."""

from __future__ import annotations

import pytest

from summarize.text.pieces import Pieces


def pieces(text: str) -> Pieces:
    return Pieces(text, 0, len(text))


def test_words_figures_and_marks() -> None:
    """Letters, figures and single marks are pieces; a blank line is one as well, and other white space none."""
    assert pieces("At 9.30am,\n\nOslo").words == ["At", "9", ".", "30", "am", ",", "\n\n", "Oslo"]


def test_a_region() -> None:
    """A region's pieces have the offsets of the text, and nothing stands outside of it."""
    part = Pieces("On 4 March", 3, 10)
    assert [(part.starts[i], part.ends[i], part.word(i)) for i in range(part.size)] == [(3, 4, "4"), (5, 10, "March")]
    assert (part.low(-1), part.word(2), part.joined(1), part.joined(-1)) == ("", "", False, False)


def test_what_a_piece_is() -> None:
    """A capital, a small letter and ASCII figures are told apart; what is not there is none of them."""
    text = pieces("March may 9 ٩ -")
    assert [text.is_capitalised(i) for i in range(-1, 6)] == [False, True, False, False, False, False, False]
    assert [text.is_lower_word(i) for i in range(-1, 6)] == [False, False, True, False, False, False, False]
    assert [text.is_number(i) for i in range(-1, 6)] == [False, False, False, True, False, False, False]


def test_joined() -> None:
    """Two pieces are joined where nothing stands between them."""
    text = pieces("mid-2024 war")
    assert [text.joined(i) for i in range(text.size)] == [True, True, False, False]


def test_skip() -> None:
    """One of some marks is passed over, once; anything else is not."""
    text = pieces("of of the")
    assert (text.skip(0, "of", "in"), text.skip(2, "of"), text.skip(3, "")) == (1, 2, 4)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It rose on Friday. She left", True),
        ("It rose on Friday! she left", True),
        ("It rose.” She left", True),
        ("It rose on Friday.\n\nshe left", True),
        ("It rose on the next day. it fell", False),
        ("In Jan. He left", False),
        ("It rose to 2.5", False),
        ("A visit of the U.S. President", False),
        ("It closed at 4 p.m. She left", True),
    ],
)
def test_ends_of_sentences(text: str, ends: bool) -> None:
    """A stop ends a sentence before a space and a capital, not within a figure or behind a short form."""
    read = pieces(text)
    marks = [i for i in range(read.size) if read.low(i)[:1] in {".", "!", "\n"}]
    assert any(read.ends_sentence(i) for i in marks) is ends
