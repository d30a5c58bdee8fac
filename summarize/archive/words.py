"""Texts as the index has them: scripts that are written without spaces are taken sign by sign, so that any part of them is found."""

from __future__ import annotations

import re
from typing import Final

# Ideographs, kana, Thai, Lao, Khmer and Burmese.
_UNSPACED: Final = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
APART: Final = " \ue000 "
"""Between two names of a row: a word that nobody writes, so that no phrase reaches from one into the other."""
TOKENIZER: Final = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
"""Marks belong to the letters that they stand with, as in Devanagari; Latin accents make no difference."""


def indexed(text: str) -> str:
    """A text as it is put into the index, and looked for there."""
    return _UNSPACED.sub(r" \1 ", text)


def has_word(text: str) -> bool:
    """True if the index would find a word in a text."""
    return any(character.isalnum() for character in text)
