"""All attributions of an article: what the parse or the rules read, and the quotations, with their sources by name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from summarize.article import Span
from summarize.evidence.attributions.reported import Range, Reported
from summarize.findings import Attribution, Quotation, SpeechForm


class IdentifiedSource(Struct, frozen=True):
    """Who is meant by the words that name a source."""

    name: str | None
    span: Range | None
    participant: int | None


def of_quotations(quotations: Iterable[Quotation]) -> list[Reported]:
    """Quotations that somebody says, as attributions. The words that say so are the source's where no verb does ("Lee: …")."""
    found: list[Reported] = []
    for quotation in quotations:
        source = quotation.speaker_span
        cue = quotation.cue_span or source
        if quotation.kind == "words" or cue is None:
            continue
        found.append(
            Reported(
                "said",
                (cue.start, cue.end),
                tuple((part.start, part.end) for part in quotation.parts),
                (source.start, source.end) if source is not None else None,
            )
        )
    return found


def merge_attributions(reported: Sequence[Reported], quoted: Sequence[Reported]) -> list[Reported]:
    """What was read in the sentences, and the quotations that none of it holds, in text order.

    Where a sentence's attribution holds a quotation and little else, the quotation's own source stands: marks show better than the parse
    where words begin and end, and the rules for speakers know more of pronouns.
    """
    kept: list[Reported] = []
    replaced: set[int] = set()
    parts = sorted((*part, i) for i, other in enumerate(quoted) for part in other.content)
    for one in reported:
        near = {i for start, end in one.content for i in _quotations_touching(parts, start, end)}
        rival = next((i for i in sorted(near) if _is_of(one, quoted[i])), None)
        if rival is None:
            kept.append(one)
        elif rival not in replaced:
            replaced.add(rival)
            other = quoted[rival]
            kept.append(Reported(one.kind, other.cue, other.content, other.source or one.source, negated=one.negated))
    by_cue = {one.cue: one for one in reported}
    held = [other for i, other in enumerate(quoted) if i not in replaced and not _is_held(other, by_cue.get(other.cue))]
    return sorted([*kept, *held], key=lambda one: (one.start, one.cue))


def _is_of(one: Reported, quotation: Reported) -> bool:
    """True if a sentence's attribution reports a quotation, whole or in part, and little else."""
    if quotation.covers(*one.cue):
        return False
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one.content for c, d in quotation.content)
    return shared > 0.8 * _length(one)


def _quotations_touching(parts: Sequence[tuple[int, int, int]], start: int, end: int) -> list[int]:
    """Which quotations, by their place in a list, have a part that a range touches. `parts` are sorted and do not overlap."""
    first = max(0, bisect_right(parts, (start, start, len(parts))) - 1)
    return [i for low, high, i in parts[first : bisect_left(parts, (end, end, 0))] if low < end and start < high]


def _is_held(quotation: Reported, one: Reported | None) -> bool:
    """True for a quotation that a sentence's attribution with the same cue holds: the fragment of “said that the plan was “a mess””."""
    # A mark or stop at the end belongs to the one and not to the other.
    return one is not None and all(
        one.covers(start, end) or one.covers(start, end - 1) for start, end in quotation.content
    )


def _length(one: Reported) -> int:
    return sum(end - start for start, end in one.content)


def number_attributions(
    reported: Sequence[Reported], sources: Sequence[IdentifiedSource], text: str, quoted: Sequence[Range]
) -> tuple[Attribution, ...]:
    """Attributions as findings."""
    lengths = [_length(one) for one in reported]
    return tuple(
        Attribution(
            number=number,
            kind=one.kind,
            form=_form(one, quoted),
            source=source.name,
            source_span=_span(source.span or one.source),
            participant=source.participant,
            cue=" ".join(text[one.cue[0] : one.cue[1]].split()),
            cue_span=Span.of(one.cue[0], one.cue[1]),
            content=tuple(Span.of(start, end) for start, end in one.content),
            negated=one.negated,
            within=_within(number - 1, reported, lengths),
        )
        for number, (one, source) in enumerate(zip(reported, sources, strict=True), 1)
    )


def _form(one: Reported, quoted: Sequence[Range]) -> SpeechForm:
    inside = 0
    for start, end in one.content:
        first = max(0, bisect_right(quoted, (start, start)) - 1)
        for low, high in quoted[first : bisect_left(quoted, (end, end))]:
            inside += max(0, min(end, high) - max(start, low))
    if not inside:
        return "indirect"
    return "direct" if inside > 0.85 * _length(one) else "mixed"


def _within(index: int, reported: Sequence[Reported], lengths: Sequence[int]) -> int | None:
    """The number of the attribution in whose content this one stands: "officials told X that prosecutors believe".

    Args:
        index: its place among them.
        reported: all of them.
        lengths: of each how long its content is, in code points.
    """
    cue, length = reported[index].cue, lengths[index]
    near = range(max(0, index - 12), min(index + 12, len(reported)))
    holders = [
        (lengths[at], at + 1)
        for at in near
        # What begins behind it holds nothing of it: half of those around it need not be asked.
        if lengths[at] > length and reported[at].content[0][0] <= cue[0] and reported[at].covers(*cue)
    ]
    return min(holders)[1] if holders else None


def _span(at: Range | None) -> Span | None:
    return Span.of(at[0], at[1]) if at is not None and at[0] < at[1] else None
