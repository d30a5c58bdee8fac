"""What a publisher says of its own article: that it was corrected. Such a sentence is no news, and the figure in it is the wrong one."""

from __future__ import annotations

import re
from typing import Final

from summarize.evidence.marks import within_marks
from summarize.languages.loader import Pattern
from summarize.languages.stories import corrections
from summarize.layout import lay_out

_WORDS: Final = corrections("en")
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_HEADING: Final = 6
"""Words of the longest line above a story."""


def is_correction(sentence: str) -> bool:
    """True for a sentence in which an article says what it, or an earlier version of it, got wrong."""
    return bool(_WORDS.opens.match(sentence) or _outside_marks(_WORDS.of_itself, sentence[:400]))


def is_brief_correction(body: str) -> bool:
    """True for a text of one paragraph that corrects another piece of its paper, and says that it was a piece: who is quoted with an apology has other errors."""
    return is_correction(body) and bool(_WORDS.opens.match(body) or _outside_marks(_WORDS.own_piece, body))


def _outside_marks(pattern: Pattern, text: str) -> bool:
    return any(not within_marks(text, match.start()) for match in pattern.finditer(text))


def is_correction_title(title: str | None) -> bool:
    """True for the title of an article that is a correction as a whole."""
    return bool(title and _WORDS.opens.match(title))


def correction_range(text: str, title: str | None = None) -> tuple[int, int] | None:
    """The first paragraph in which an article says so: half-open code-point range, None if there is none.

    Of an article that is a correction as a whole, as its title says, what stands below the title, if none of it says so.
    """
    if is_correction_title(title):
        body = lay_out(text, title).body
        return (_said_below(text, body[0][0]) or body[0]) if body else None
    for match in _PARAGRAPH.finditer(text):
        paragraph = match.group()
        if _WORDS.opens.fullmatch(paragraph.strip(" .:")):
            # A heading alone: what stands below it, past the line of its outlet and day.
            below = (at for at in lay_out(text, title).body if at[0] >= match.end())
            return next((at for at in below if len(text[slice(*at)].split()) > _HEADING), None)
        if is_correction(paragraph.strip()):
            return _bare(match)
    return None


def _said_below(text: str, start: int) -> tuple[int, int] | None:
    """The first paragraph from a place on that says so; None if there is none."""
    return next(
        (_bare(match) for match in _PARAGRAPH.finditer(text, start) if is_correction(match.group().strip())), None
    )


def _bare(match: re.Match[str]) -> tuple[int, int]:
    """Where a paragraph stands, without the spaces around it."""
    paragraph = match.group()
    start = match.start() + len(paragraph) - len(paragraph.lstrip())
    return start, match.end() - (len(paragraph) - len(paragraph.rstrip()))
