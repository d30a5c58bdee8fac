"""What a publisher says of its own article: that it was corrected. Such a sentence is no news, and the figure in it is the wrong one.

What stands in quotation marks is somebody else's word: who calls, says whether a place of a text does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from summarize.languages.loader import Pattern
from summarize.languages.needs import may_hold
from summarize.languages.stories import corrections
from summarize.layout.layout import lay_out

IsQuoted = Callable[[str, int], bool]
_WORDS: Final = corrections("en")
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_READ: Final = 400
"""Characters of a sentence in which it says so."""
_HEADING: Final = 6
"""Words of the longest line above a story."""


def corrects(sentence: str, is_quoted: IsQuoted) -> bool:
    """True for a sentence in which an article says what it, or an earlier version of it, got wrong."""
    beginning = sentence[:_READ]
    return bool(_WORDS.opens.match(sentence) or any(not is_quoted(beginning, at) for at in _of_itself(beginning)))


@lru_cache(
    1 << 6
)  # the paragraphs of an article are asked about by whoever chooses its lines, and by whoever grounds them
def _of_itself(beginning: str) -> tuple[int, ...]:
    """Where the beginning of a sentence may say so, in quotation marks or not."""
    if not may_hold(_WORDS.of_itself, beginning):
        return ()
    return tuple(match.start() for match in _WORDS.of_itself.finditer(beginning))


def is_brief_correction(body: str, is_quoted: IsQuoted) -> bool:
    """True for a text of one paragraph that corrects another piece of its paper, and says that it was a piece: who is quoted with an apology has other errors."""
    if not corrects(body, is_quoted):
        return False
    return bool(_WORDS.opens.match(body) or _outside_marks(_WORDS.own_piece, body, is_quoted))


def _outside_marks(pattern: Pattern, text: str, is_quoted: IsQuoted) -> bool:
    return any(not is_quoted(text, match.start()) for match in pattern.finditer(text))


def is_correction_title(title: str | None) -> bool:
    """True for the title of an article that is a correction as a whole."""
    return bool(title and (_WORDS.opens.match(title) or _WORDS.title_of_piece.match(title)))


def tells_error(sentence: str) -> bool:
    """True for a sentence of a correction that tells what another piece said, and so what is wrong: "The article also said that the toll is $4."."""
    return _WORDS.error_told.match(sentence) is not None


def leans_on_error(sentence: str) -> bool:
    """True for a sentence of a correction that says nothing without the error before it: "They were said by Ann Lee."."""
    return _WORDS.told_of_error.match(sentence) is not None


def errors_range(text: str, title: str | None) -> tuple[int, int] | None:
    """Of an article that is a correction as a whole, from its first paragraph to the last that opens with what another piece said; None if none does.

    What stands below may be the story itself, told again.
    """
    body = lay_out(text, title).body if is_correction_title(title) else ()
    ends = [end for start, end in body if tells_error(text[start:end])]
    return (body[0][0], ends[-1]) if ends else None


def correction_range(text: str, title: str | None, is_quoted: IsQuoted) -> tuple[int, int] | None:
    """The first paragraph in which an article says so: half-open code-point range, None if there is none.

    Of an article that is a correction as a whole, as its title says, what stands below the title, if none of it says so.
    """
    if is_correction_title(title):
        body = lay_out(text, title).body
        if not body:
            return None
        paragraphs = _PARAGRAPH.finditer(text, body[0][0])
        return next((_bare(each) for each in paragraphs if corrects(each.group().strip(), is_quoted)), body[0])
    for match in _PARAGRAPH.finditer(text):
        paragraph = match.group()
        if _WORDS.opens.fullmatch(paragraph.strip(" .:")):
            # A heading alone: what stands below it, past the line of its outlet and day.
            below = (at for at in lay_out(text, title).body if at[0] >= match.end())
            return next((at for at in below if len(text[slice(*at)].split()) > _HEADING), None)
        if corrects(paragraph.strip(), is_quoted):
            return _bare(match)
    return None


def _bare(match: re.Match[str]) -> tuple[int, int]:
    """Where a paragraph stands, without the spaces around it."""
    paragraph = match.group()
    start = match.start() + len(paragraph) - len(paragraph.lstrip())
    return start, match.end() - (len(paragraph) - len(paragraph.rstrip()))


def says_what_was_wrong(paragraph: str) -> str | None:
    """The words by which a paragraph that corrects its article says so; None for a note that may tell anything else."""
    found = _WORDS.names_itself.match(paragraph) or _WORDS.of_itself.search(paragraph)
    return found.group().strip(" :–—(-") if found is not None else None
