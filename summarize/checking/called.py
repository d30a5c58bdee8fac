"""A sentence that opens on somebody by another name than the article's sentence does, or by his name where that has a pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.article import Span
from summarize.checking.reading import Text
from summarize.findings import Mention, Sentence
from summarize.grounding.cuts import Cut, cut_from


def called_otherwise(claim: str, source: Text, sentences: Sequence[Sentence]) -> tuple[Cut, Span] | None:
    """The claim as a cut of a sentence that opens on the same participant, by the words by which the article calls him there, and where it has the claim's name.

    "Ann Lee denied both counts" of "Lee denied both counts", or of "She denied both counts" where it is sure who she is. None if it is no such cut.
    """
    for mention in _opening_names(claim, source):
        rest = claim[mention.span.end - mention.span.start :]
        for sentence in sentences:
            opening = _opening_on(mention.participant, sentence, source)
            if opening is None:
                continue
            cut = cut_from(source.text[opening.start : opening.end] + rest, source.text, sentence)
            if isinstance(cut, Cut):
                return cut, mention.span
    return None


def _opening_names(claim: str, source: Text) -> Iterator[Mention]:
    """The first mention of each name that the claim opens on, the longest first, of participants alone: one whom two could be is no name."""
    found: dict[str, Mention] = {}
    meant: dict[str, set[int | None]] = {}
    for mention in source.findings.mentions:
        name = source.text[mention.span.start : mention.span.end]
        if claim.startswith(name) and not claim[len(name) : len(name) + 1].isalnum() and mention.kind != "place":
            found.setdefault(name, mention)
            meant.setdefault(name, set()).add(mention.participant)
    for name in sorted(found, key=len, reverse=True):
        if len(meant[name]) == 1 and found[name].participant is not None:
            yield found[name]


def _opening_on(participant: int | None, sentence: Sentence, source: Text) -> Span | None:
    """The words that open a sentence and mean a participant, a name or what surely stands for one; None where it opens on something else."""
    if sentence.opens_on == participant and sentence.opening is not None:
        return sentence.opening if sentence.opening.start == sentence.span.start else None
    return next(
        (
            mention.span
            for mention in source.findings.mentions
            if mention.span.start == sentence.span.start and mention.participant == participant
        ),
        None,
    )
