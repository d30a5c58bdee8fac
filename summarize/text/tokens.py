"""A text as words, numbers and marks, each with its place."""

from __future__ import annotations

from typing import Final, NamedTuple

from summarize.expressions import expression

_TOKEN = expression(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*(?:['’ʼ][^\W\d_]+)*"
    r"|\d+(?:[.,:\u066b\u066c][0-9٠-٩۰-۹]+|[\u00a0\u202f\u2009]\d{3}(?!\d))*"
    r"|[^\w\s]|_"
)
UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts that set no spaces between words, as a set of an expression: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_UNSPACED = expression(f"[{UNSPACED}]")
_OTHER_SCRIPTS = expression("[^\x00-\u0dff\u2000-\u2e7f]")
"""Characters that are neither marks nor letters of scripts from Latin to Sinhala: a wide set takes a millisecond to compile."""
_END = frozenset(".!?…")
_AFTER_END = frozenset("\"'“”‘’«»„)]")


class Token(NamedTuple):
    """A word, a number or a mark. `lower` has no possessive, no stops, straight apostrophes."""

    text: str
    lower: str
    start: int
    end: int
    is_word: bool
    is_number: bool
    is_capital: bool
    """It is a word with a capital first."""


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, in order; white space is none. Offsets are half-open, in code points of `text`."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        first = word[0]
        is_number = first.isdecimal()
        is_word = not is_number and first.isalpha()
        lower = word
        if is_word:
            lower = word.lower()
            if len(word) > 2 and not word.isalpha():
                lower = lower.replace("’", "'").replace("ʼ", "'").replace(".", "").removesuffix("'s")
        found.append(Token(word, lower, match.start(), match.end(), is_word, is_number, is_word and first.isupper()))
    return found


def starts(sequence: list[Token]) -> frozenset[int]:
    """Indices of the tokens that begin a sentence, or follow a colon: their capital tells nothing."""
    found: set[int] = set()
    fresh = True
    for index, token in enumerate(sequence):
        if token.is_word or token.is_number:
            if fresh:
                found.add(index)
            fresh = False
        elif token.text in _END or token.text in ":;–—":
            fresh = True
        elif token.text not in _AFTER_END:
            fresh = False
        if token.is_word and len(token.text) > 2 and token.text.endswith("."):
            fresh = True
    return frozenset(found)


def caseless_share(text: str) -> float:
    """Share of a text's letters that belong to scripts without spaces between words."""
    if text.isascii():
        return 0.0
    letters = sum(character.isalpha() for character in text)
    return count_unspaced_letters(text) / letters if letters else 0.0


def count_unspaced_letters(text: str) -> int:
    """How many letters of scripts without spaces between words a text has; two of them are about a word."""
    return len(_UNSPACED.findall(text)) if _OTHER_SCRIPTS.search(text) else 0
