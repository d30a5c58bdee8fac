"""What an article says that it, or an earlier version of it, got wrong: on the card whole, as the outlet's own word."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from summarize.article import Span
from summarize.card import SaidBy, Statement
from summarize.grounding.index import Index
from summarize.grounding.replies import LANGUAGE
from summarize.layout.corrections import correction_range, errors_range, is_correction_title, says_what_was_wrong

_WORD: Final = re.compile(r"\w+")


def correction_claim(index: Index) -> tuple[Statement, Collection[int]] | None:
    """The paragraph in which the article corrects itself, as a claim of its publisher, and the numbers of its sentences.

    Of an article that is a correction as a whole and tells what another piece said, all that it tells of it.
    None where there is none, where the news of such an article is the correction, and for an editor's note about anything else.
    """
    title = index.article.title
    if index.findings.pack != LANGUAGE:
        return None
    wrong = errors_range(index.text, title)
    if wrong is not None:
        return _whole_piece(index, Span(start=wrong[0], end=wrong[1]))
    if is_correction_title(title):
        return None

    def is_quoted(passage: str, at: int) -> bool:
        place = index.text.find(passage) + at
        return index.is_quoted(place, place + 1)

    found = correction_range(index.text, title, is_quoted)
    cue = _cue(index.text, *found) if found is not None else None
    if found is None or cue is None:
        return None
    return _claimed(index, Span(start=found[0], end=found[1]), cue)


def _whole_piece(index: Index, whole: Span) -> tuple[Statement, Collection[int]] | None:
    """All errors that such an article tells, with what is right, as a claim whose cue is the word that the title opens with."""
    title = index.article.title or ""
    at = index.text.find(title)
    word = _WORD.search(title)
    if at < 0 or word is None:
        return None
    return _claimed(index, whole, Span(start=at + word.start(), end=at + word.end()))


def _claimed(index: Index, whole: Span, cue: Span) -> tuple[Statement, Collection[int]]:
    """The claim of a publisher that something was wrong, and the numbers of its sentences."""
    said = SaidBy(
        source=index.article.publisher, cue=index.slice(cue).casefold(), kind="said", evidence=(index.evidence(cue),)
    )
    statement = Statement(
        text=index.slice(whole), support="verbatim", attribution=said, evidence=(index.evidence(whole),)
    )
    return statement, {one.number for one in index.findings.sentences if whole.covers(one.span)}


def _cue(text: str, start: int, end: int) -> Span | None:
    """Where a paragraph, or the line above it, says that it is a correction."""
    above = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
    for first, last in ((start, end), (above, start)):
        words = says_what_was_wrong(text[first:last])
        if words:
            at = text.index(words, first)
            return Span(start=at, end=at + len(words))
    return None
