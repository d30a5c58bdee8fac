"""Names, roles and speakers that a person gives: where the article has them, or why it does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.article import Span
from summarize.card import Quote, Who
from summarize.grounding.index import Index
from summarize.grounding.missed import everywhere
from summarize.grounding.roles import owner_of, role_span
from summarize.grounding.shapes import is_pronoun, no_description, no_name

_MAX_TRIED: Final = 2_000
"""Places of a role that are looked at."""


def naming(name: str, index: Index) -> Sequence[Span] | str:
    """Where the article has a name or a description of somebody, or why it is none or has it not."""
    words = " ".join(name.split())
    if not words or is_pronoun(words) or (no_name(words) is not None and no_description(words) is not None):
        return f"“{words}” names nobody"
    return everywhere(index, words) or f"“{words}” does not stand in the article"


def placing(name: str, index: Index) -> Sequence[Span] | str:
    """Where the article has a name of a place, or why it is none or has it not."""
    words = " ".join(name.split())
    return naming(words, index) if no_name(words) is None else f"“{words}” is no name"


def speaking(name: str, quote: Quote, index: Index) -> Span | str:
    """Where the article names the speaker of a quotation: nearest to it, and in nobody's words if it can be."""
    found = naming(name, index)
    if isinstance(found, str):
        return found
    spoken = [span for span in found if not index.is_quoted(span.start, span.end)]
    if not spoken:
        return f"“{' '.join(name.split())}” stands in somebody's words alone"
    start, end = quote.evidence[0].start, quote.evidence[-1].end
    return min(spoken, key=lambda span: max(start - span.end, span.start - end, 0))


def called(role: str, name: str, who: Who | None, index: Index) -> Span | str:
    """Where the article has a role: by preference where it speaks of the participant, and never where it calls another so."""
    words = " ".join(role.split())
    if not words or no_description(words) is not None:
        return f"“{words}” is no role"
    found = everywhere(index, words, ignore_case=True)
    if not found:
        return f"“{words}” does not stand in the article"
    number = next((one.number for one in index.findings.participants if one.name == name), None)
    mentions = everywhere(index, name) if name else ()
    beside = role_span(index, words, name, mentions, number) if mentions else None
    if isinstance(beside, Span):
        return beside
    owners = [(span, owner_of(index, span, number)) for span in found[:_MAX_TRIED]]
    free = [span for span, owner in owners if owner is None]
    if not free:
        owner = next(owner for _, owner in owners if owner is not None)
        return f"the article calls {index.findings.participants[owner - 1].name} “{words}”"
    near = who.evidence[0].start if who is not None else 0
    return min(free, key=lambda span: abs(span.start - near))
