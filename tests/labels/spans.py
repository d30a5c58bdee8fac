"""Where what is found stands: whole words, in order, in their sentences. `kept.py` looks at it in every labelled article of English that it makes a card of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarize.article import Article, Span
from summarize.findings import Findings


def spans(found: Findings) -> Iterator[Span | None]:
    """All that are words of the article, without cues: some of those end with a space."""
    for name in ("sentences", "times", "mentions"):
        yield from (one.span for one in getattr(found, name))
    for participant in found.participants:
        yield from (participant.name_span, participant.role_span)
    yield from (place.name_span for place in found.places)
    for quotation in found.quotations:
        yield from (*quotation.parts, quotation.speaker_span)
    for attribution in found.attributions:
        yield from (*attribution.content, attribution.source_span)


def is_whole(text: str, span: Span) -> bool:
    """True for words that no letter or figure is cut off from, without spaces around."""
    ends = (text[max(0, at - 1) : at + 1] for at in (span.start, span.end))
    return not any(len(two) == 2 and two.isalnum() for two in ends) and text[span.start : span.end].strip() != ""


def check(article: Article, found: Findings) -> None:
    """No span cuts a word or holds nothing; sentences and dates are in order and apart, and each date is in a sentence; a participant is called by words that stand there."""
    cut = [article.text[span.start : span.end] for span in spans(found) if span and not is_whole(article.text, span)]
    assert cut == []
    for each in ([one.span for one in found.sentences], [one.span for one in found.times]):
        assert all(one.end <= other.start for one, other in pairwise(each))
    assert all(
        any(
            sentence.span.start <= time.span.start and time.span.end <= sentence.span.end
            for sentence in found.sentences
        )
        for time in found.times
    )
    for one in found.participants:
        assert one.name.split()[-1].lower() in article.text[one.name_span.start : one.name_span.end].lower()
