"""Where the words stand that an engine gives for what the findings missed."""

from __future__ import annotations

from itertools import islice
from typing import Literal

from summarize.article import Span
from summarize.findings import Sentence
from summarize.grounding.index import MAX_WINDOW, Index, whole
from summarize.grounding.rejections import Rejections
from summarize.grounding.shapes import no_name

MAX_SEARCHED = 40
"""Entries of one field by name or words that are looked up; each may take a walk through the text."""
_MAX_PLACES = 100_000
_THINGS = {"who": "participant", "where": "place"}


def occurrences(index: Index, words: str, start: int, end: int) -> list[Span]:
    """Where words stand in a half-open range that is cut to what may be searched for one claim."""
    found = whole(words).finditer(index.text, start, min(end, start + 2 * MAX_WINDOW))
    return [Span.of(match.start(), match.end()) for match in islice(found, 200)]


def everywhere(index: Index, name: str, *, ignore_case: bool = False) -> list[Span]:
    """Where a name stands in the whole text."""
    pattern = whole(name, ignore_case=ignore_case)
    return [Span.of(match.start(), match.end()) for match in islice(pattern.finditer(index.text), _MAX_PLACES)]


def looked_up(
    name: str, sentence: Sentence | None, index: Index, rejections: Rejections, field: Literal["who", "where"]
) -> list[Span] | None:
    """Where a name that the findings missed stands in the sentence given for it; None if it was refused."""
    if not name or sentence is None:
        reason: str | None = "it names no sentence of the article"
    else:
        reason = no_name(name, index.plain())
    there: list[Span] = []
    if reason is None and sentence is not None:
        there = occurrences(index, name, sentence.span.start, sentence.span.end)
        reason = None if there else f"the name does not stand in sentence {sentence.number}"
    if reason is not None:
        rejections.add(field, name or f"a {_THINGS[field]} without name or number", reason)
        return None
    return there
