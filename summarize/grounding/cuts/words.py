"""The words of a sentence and of a claim, in the form in which they are compared."""

from __future__ import annotations

from msgspec import Struct

from summarize.expressions import expression

_WORD = expression(r"[£$€¥₹]?\d[\d.,:/-]*(?<![.,:/-])%?|[^\W_]+(?:[’'.&-][^\W_]+)*|[£$€¥₹%]")


class CutWord(Struct, frozen=True):
    """A word and the half-open range where it stands."""

    form: str
    """In lower case, with straight apostrophes."""
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> list[CutWord]:
    """The words and figures of a stretch of text, without marks."""
    return [
        CutWord(match.group().lower().replace("’", "'"), match.start(), match.end())
        for match in _WORD.finditer(text, start, len(text) if end is None else end)
    ]
