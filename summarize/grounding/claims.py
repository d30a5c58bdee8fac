"""The claims of a card: who says, alleges, denies or expects what, without quotation marks, beside what stands on it already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summarize.card import Statement
from summarize.draft import Draft
from summarize.findings import Attribution
from summarize.grounding.brackets import bracketed
from summarize.grounding.credits import said_by
from summarize.grounding.index import Index
from summarize.grounding.rejections import Rejections
from summarize.grounding.shapes import is_pronoun

MAX_CLAIMS: Final = 6


def claims(
    draft: Draft, otherwise: Draft | None, taken: Iterable[int], index: Index, rejections: Rejections
) -> list[Statement]:
    """The claims of a draft, then the built-in engine's as far as there is room.

    Each is the whole sentence in which the article reports it, so that nobody reads what is claimed without who claims it.
    """
    used = set(taken)
    held: list[tuple[int, Statement]] = []
    theirs = otherwise.claims if otherwise is not None else ()
    for place, number in enumerate((*draft.claims, *theirs)):
        if len(held) == MAX_CLAIMS:
            break
        found = index.findings.attributions[number - 1 : number] if number > 0 else ()
        reason = f"there is no attribution {number}" if not found else _refused(found[0])
        if reason is not None:
            if place < len(draft.claims):
                rejections.add("claims", f"attribution {number}", reason)
            continue
        sentence = index.standing_in(found[0].cue_span.start)
        if sentence and sentence not in used and not _is_quoted(sentence, index):
            used.add(sentence)
            held.append((sentence, _claim(found[0], sentence, index)))
    return [claim for _, claim in sorted(held, key=lambda pair: pair[0])]


def _refused(one: Attribution) -> str | None:
    if one.form == "direct":
        return "it stands in quotation marks"
    return "the article does not say who says it" if one.source is None else None


def _is_quoted(sentence: int, index: Index) -> bool:
    """True for a sentence that is mostly a quotation: it stands among the quotations."""
    span = index.findings.sentences[sentence - 1].span
    parts = [part for part, one in index.quotations_over(span.start, span.end) if one.kind != "words"]
    quoted = sum(min(span.end, part.end) - max(span.start, part.start) for part in parts)
    return 2 * quoted > span.end - span.start


def _claim(one: Attribution, sentence: int, index: Index) -> Statement:
    """The sentence; where it opens on a pronoun for its source, the name stands there in square brackets, with evidence of its own."""
    span = index.findings.sentences[sentence - 1].span
    evidence = index.sentence_evidence((sentence,))
    whole = index.slice(span)
    said = said_by(one, index)
    opening = one.source_span
    if (
        opening is None
        or one.participant is None
        or opening.start != span.start
        or not is_pronoun(index.slice(opening))
    ):
        return Statement(text=whole, support="verbatim", attribution=said, evidence=evidence)
    named = bracketed(whole, opening, one.participant, index)
    if named is None:
        return Statement(text=whole, support="verbatim", attribution=said, evidence=evidence)
    return Statement(text=named[0], support="cut", attribution=said, evidence=(*evidence, named[1]))
