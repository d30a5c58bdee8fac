"""Rules of the tokenizer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.text.tokens import tokens

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
