"""Rules of the tokenizer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.text.pieces import Pieces
from summarize.text.tokens import starts, tokens

MIXED = st.text(st.sampled_from("aZé5 .,:'’-\u00a0\n\u0301字٣$€🙂\u202f\u2009_UO"), max_size=60) | st.text(max_size=60)


@given(MIXED)
def test_tokens_hold_their_own_words_in_order(text: str) -> None:
    """For any text, each token is the text of its range, ranges do not overlap, and are in order."""
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        last = token.end


@given(MIXED)
def test_only_spaces_and_stray_marks_are_between_tokens(text: str) -> None:
    """No letter and no decimal digit of a text is outside of a token."""
    kept = {at for token in tokens(text) for at in range(token.start, token.end)}
    assert not any(
        (character.isalpha() or character.isdecimal()) and at not in kept for at, character in enumerate(text)
    )


@given(MIXED)
def test_a_token_is_a_word_or_a_number_or_a_mark(text: str) -> None:
    """No token is two of these."""
    assert not any(token.is_word and token.is_number for token in tokens(text))


@given(MIXED)
def test_pieces_lie_within_tokens(text: str) -> None:
    """The two levels of reading agree: no piece is in two tokens, and every letter and digit of a token is in a piece."""
    pieces = Pieces(text, 0, len(text))
    found = tokens(text)
    for start, end, word in zip(pieces.starts, pieces.ends, pieces.words, strict=True):
        assert text[start:end] == word
        holding = [token for token in found if token.start < end and start < token.end]
        assert len(holding) <= 1 or word[0] == "\n"
    covered = {at for start, end in zip(pieces.starts, pieces.ends, strict=True) for at in range(start, end)}
    assert all(at in covered for token in found for at in range(token.start, token.end) if text[at].isalnum())


@given(MIXED, st.integers(0, 60), st.integers(0, 60))
def test_pieces_of_a_region_lie_in_it(text: str, start: int, length: int) -> None:
    """Reading one region gives nothing of what stands before or behind it, and outside there is nothing to read."""
    start = min(start, len(text))
    end = min(start + length, len(text))
    pieces = Pieces(text, start, end)
    assert all(start <= first < last <= end for first, last in zip(pieces.starts, pieces.ends, strict=True))
    assert pieces.low(-1) == pieces.word(pieces.size) == ""


def test_what_begins_a_sentence() -> None:
    """The first word or figure of a text, and that behind a stop or a colon, begins one, past whatever marks stand before it."""
    text = "Rain fell. 20 homes were lost: Two people left. “No,” he said. And then: 3 ships"
    sequence = tokens(text)
    assert [sequence[at].text for at in sorted(starts(sequence))] == ["Rain", "20", "Two", "No", "And", "3"]
