"""What in a sentence is neither news nor what somebody says, but who that is, and when, where and to whom he says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarize.article import Span
from summarize.expressions import expression
from summarize.findings import Attribution
from summarize.grounding.index import Index
from summarize.grounding.replies import LANGUAGE
from summarize.languages.grounding import grounding
from summarize.languages.verbs import is_past, is_plain_verb

_HELPERS: Final = grounding(LANGUAGE).helpers
_WORD: Final = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OPENS, _CLOSES = ",(–—", ",)–—"
_DEEDS: Final = frozenset({"asked", "planned"})
"""Kinds that are deeds as well: "With rivers high, the county ordered people out" is news from its first word on."""
_MOST_TOLD: Final = 2
"""A clause about who speaks tells more than he does if it is so many times as long as his words."""


def spans_of_telling(one: Attribution, index: Index) -> list[Span]:
    """What stands beside a source and its cue and belongs to them.

    "Speaking in Hull, Ann Lee, 40, head of the port, told the board on Monday that it had closed": all but what had closed.
    """
    source, said = one.source_span, one.content[0]
    if source is None or len(one.content) > 1 or index.language != LANGUAGE:
        return []
    first, last = sorted((source, one.cue_span), key=lambda span: span.start)
    if said.start < last.start:
        return []
    sentence = index.sentence(index.standing_in(first.start))
    if sentence is None or not sentence.span.covers(said):
        return []
    spans = [Span.of(low, high) for low, high in ((first.end, last.start), (last.end, said.start)) if low < high]
    inset = sum(span.end - span.start for span in spans if _tells(index.text[span.start : span.end]))
    if inset > _MOST_TOLD * (said.end - said.start):
        return []
    if not all(_is_about_it(index.text[span.start : span.end]) for span in spans):
        return []
    return spans if one.kind in _DEEDS else [*spans, *_lead(sentence.span, first, index)]


def _lead(sentence: Span, first: Span, index: Index) -> Iterator[Span]:
    """What opens a sentence in front of who speaks in it and how, where it tells nothing of its own: "Asked in Hull about the port, "."""
    if sentence.start < first.start and not _tells(index.text[sentence.start : first.start]):
        yield Span.of(sentence.start, first.start)


def _is_about_it(words: str) -> bool:
    """True for what stands between two signs, and for a few words without a verb: ", 40, from Hull,", "the board on Monday that"."""
    held = words.strip()
    is_inset = held[:1] in tuple(_OPENS) and held[-1:] in tuple(_CLOSES)
    return is_inset or not _tells(held)


def _tells(words: str) -> bool:
    """True if some words have a verb that tells something."""
    return any(word in _HELPERS or is_past(word) or is_plain_verb(word) for word in _WORD.findall(words))
