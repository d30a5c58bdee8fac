"""Whose word a sentence of the card is, by the attributions that were found in the article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from summarize.article import Evidence, Span
from summarize.card import SaidBy, Told, shares_a_word
from summarize.findings import Attribution
from summarize.grounding.index import Index
from summarize.grounding.telling import spans_of_telling

T = TypeVar("T", bound=Told)
_MOSTLY = 0.5
"""Share of a passage from which on what stands in it is somebody's word."""


def credit(passages: Sequence[Evidence], index: Index, named: str | None = None) -> SaidBy | None:
    """Whose word some passages of the article are; None where they are mostly the article's own.

    Args:
        passages: what a statement rests on.
        index: the article.
        named: the source that a judge named: an attribution to it is taken, however much it covers.
    """
    held = [Span.of(part.start, part.end) for part in passages]
    over = [one for one in index.attributions_over(held) if not one.negated]
    if named is not None:
        matching = [one for one in over if shares_a_word(one.source or "", named)]
        if matching:
            return said_by(matching[0], index)
    # Of "officials said that he denied it" the outer one says whose word the sentence is.
    found = sorted(
        (one for one in over if _covers(one, held, index)), key=lambda one: (one.within is not None, one.number)
    )
    return said_by(found[0], index) if found else None


def said_by(one: Attribution, index: Index) -> SaidBy:
    """An attribution as the card shows it; `participant` is still the number among the findings: see `map_participants`."""
    spans = sorted({(span.start, span.end) for span in (one.source_span, one.cue_span) if span is not None})
    return SaidBy(
        source=one.source,
        participant=one.participant,
        cue=" ".join(one.cue.split()),
        kind=one.kind,
        evidence=tuple(index.evidence(Span.of(start, end)) for start, end in spans),
    )


def map_participants(told: Iterable[T], places: Mapping[int, int]) -> list[T]:
    """Texts of the card whose attributions refer to the card's `who` in place of the findings' participants."""
    return [_map_participant(one, places) for one in told]


def _map_participant(one: T, places: Mapping[int, int]) -> T:
    if one.attribution is None or one.attribution.participant is None:
        return one
    place = places.get(one.attribution.participant)
    return one.model_copy(update={"attribution": one.attribution.model_copy(update={"participant": place})})


def _covers(one: Attribution, held: Sequence[Span], index: Index) -> bool:
    """True if more than half of some passages, apart from who says it, how, when and where, is what an attribution says."""
    said = sum(_overlap_length(part, span) for part in one.content for span in held)
    beside = [span for span in (one.source_span, one.cue_span) if span is not None]
    beside += spans_of_telling(one, index)
    apart = sum(_overlap_length(part, span) for part in beside for span in held)
    return said > _MOSTLY * (sum(span.end - span.start for span in held) - apart)


def _overlap_length(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
