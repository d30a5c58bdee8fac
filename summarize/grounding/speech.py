"""Words that the findings did not take for a quotation: where they stand, and whether the article marks them as speech."""

from __future__ import annotations

from typing import Final

from summarize.article import Span
from summarize.expressions import expression
from summarize.findings import Sentence
from summarize.grounding.index import MAX_WINDOW, Index
from summarize.text.tokens import caseless_share

MARKS: Final = '"“”„‟«»‹›「」『』＂'
"""Quotation marks, but for single ones, which are apostrophes as well."""
_OPENING: Final = frozenset("\"“„‟«»‹「『＂‘‚”'")
_CLOSING: Final = frozenset("\"“”»«›」』＂’'‘")
_ALL: Final = _OPENING | _CLOSING
_DASHES: Final = frozenset("—–―-")
_STRIPPED: Final = MARKS + "‘’‚'` \t\n\r\u00a0"
_BEGINS: Final = '\n.!?…:”"'
"""What a dash stands behind that begins a line or a sentence."""
_COLON: Final = expression(r"[A-Z\u00c0-\u00de][\w.’'-]{0,60}\s?:$")
_MIN_WORDS, _MIN_CHARACTERS = 3, 6


def find_spoken_words(index: Index, words: str, sentence: Sentence) -> Span | str:
    """Where words stand that an engine takes for somebody's, or the reason why they are nobody's.

    They are searched to the code point, from the sentence to the end of its paragraph.
    """
    own = bare(words)
    if not own or (len(own) < _MIN_CHARACTERS if caseless_share(own) > 0.5 else len(own.split()) < _MIN_WORDS):
        return "it is too short for a quotation"
    start, (_, end) = sentence.span.start, _paragraph(index, sentence)
    at = index.text.find(own, start, min(end, start + MAX_WINDOW + len(own)))
    if at < 0 or not _is_whole(index.text, at, at + len(own)):
        return f"the words do not stand in sentence {sentence.number}"
    return Span(start=at, end=at + len(own))


def bare(words: str) -> str:
    """Words without the marks or the dash around them."""
    own = words.strip(_STRIPPED)
    return own.lstrip("—–―- ").strip(_STRIPPED) if own[:1] in _DASHES else own


def is_marked(index: Index, span: Span, sentence: Sentence) -> bool:
    """True if the article marks words as speech: in quotation marks, behind a dash at the start of a line or sentence, or behind a name and a colon."""
    text = index.text
    # Marks stand at a sentence's edge, sometimes outside its span.
    start, end = _paragraph(index, sentence)
    low = max(0, start - 2, span.start - MAX_WINDOW)
    high = min(len(text), end + 2, span.end + MAX_WINDOW)
    before = text[low : span.start].rstrip()
    # At the start of the text nothing stands before, which is in whatever text.
    if before[-1:] in _DASHES and before[:-1].rstrip(" \t")[-1:] in _BEGINS:
        return True
    if _COLON.search(before):
        return True
    opening = _last_mark(text, low, span.start)
    closing = _first_mark(text, span.end, high)
    if opening is None or closing is None:
        return False
    return _opens(text, opening) and _closes(text, closing) and _pair(text[opening], text[closing])


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum() and before.isascii()) and not (
        after.isalnum() and text[end - 1].isalnum() and after.isascii()
    )


def _paragraph(index: Index, sentence: Sentence) -> tuple[int, int]:
    """The half-open range of the sentences of a sentence's paragraph."""
    spans = [one.span for one in index.findings.sentences if one.paragraph == sentence.paragraph]
    return spans[0].start, spans[-1].end


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] in "'’‘" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _last_mark(text: str, low: int, high: int) -> int | None:
    return next((at for at in range(high - 1, low - 1, -1) if text[at] in _ALL and not _is_apostrophe(text, at)), None)


def _first_mark(text: str, low: int, high: int) -> int | None:
    return next((at for at in range(low, high) if text[at] in _ALL and not _is_apostrophe(text, at)), None)


def _opens(text: str, at: int) -> bool:
    before = text[at - 1 : at] if at else ""
    return text[at] in _OPENING and (not before or not before.isalnum()) and not text[at + 1 : at + 2].isspace()


def _closes(text: str, at: int) -> bool:
    return text[at] in _CLOSING and not text[at - 1 : at].isspace() and not text[at + 1 : at + 2].isalnum()


def _pair(opening: str, closing: str) -> bool:
    single = "'‘’‚"
    return (opening in single) == (closing in single)
