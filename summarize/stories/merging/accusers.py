"""The words of who accuses somebody, where a story tells what is answered to them: whoever reads that he was on the bridge reads who said that he was not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from summarize.briefing import Line, StoryQuote
from summarize.card import Quote
from summarize.grounding.replies import Said, accuses, answers_back, are_about_one, names
from summarize.stories.merging.quotes import MAX_QUOTES, as_story_quote, is_carried
from summarize.stories.merging.sources import Source


def with_accusers(
    quotes: Sequence[StoryQuote], told: Sequence[Line], accounts: Sequence[Source]
) -> tuple[StoryQuote, ...]:
    """The quotations of a story, with the first that charges somebody and that a line of the story answers, if none of them is it.

    It stands in place of what the one who answers says besides of the same; else of the last.

    Args:
        quotes: those that the story carries otherwise.
        told: its lines.
        accounts: its articles.
    """
    for source in accounts:
        for quote in _charging_quotes(source):
            answers = [line for line in told if _answers(line, quote)]
            if not answers or any(as_story_quote(source, quote).text == each.text for each in quotes):
                continue
            again = [each for each in quotes if any(_is_same(each, line) for line in answers)]
            others = [each for each in quotes if each not in again]
            return (*others[: MAX_QUOTES - 1], as_story_quote(source, quote))
    return tuple(quotes)


def _charging_quotes(source: Source) -> Iterator[Quote]:
    """The quotations of an article right behind the sentence in which their speaker charges somebody."""
    sentences = tuple(source.document.sentences)
    starts = [each.start for each in sentences]
    for quote in source.card.quotes:
        place = bisect_right(starts, quote.evidence[0].start) - 1
        before = source.text[sentences[place - 1].start : sentences[place - 1].end] if place > 0 else ""
        if quote.speaker and accuses(Said(before)) and names(before, quote.speaker) and is_carried(source, quote):
            yield quote


def _answers(line: Line, quote: Quote) -> bool:
    """True for another's line that answers by itself, or for somebody, and is about what a quotation is about."""
    by = line.attribution
    is_anothers = by is not None and by.source is not None and not names(by.source, quote.speaker or "")
    is_answer = by is not None and (by.kind == "denied" or answers_back(line.text))
    return is_anothers and is_answer and are_about_one(quote.text, line.text)


def _is_same(quote: StoryQuote, line: Line) -> bool:
    """True for words of whose a line is, about the same."""
    by = line.attribution
    is_theirs = by is not None and quote.speaker is not None and names(by.source or "", quote.speaker)
    return is_theirs and are_about_one(quote.text, line.text)
