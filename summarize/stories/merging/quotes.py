"""Quotations of a story: each once, in the words of the article that has most of them, with every outlet that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.briefing import Disagreement, Line, Side, StoryQuote
from summarize.card import Quote
from summarize.stories.corrections import is_correction_title
from summarize.stories.merging.likeness import same_name
from summarize.stories.merging.sources import Source

_FEWEST_WORDS = 4
"""Words that two speakers do not use alike by chance."""


def quotes_of(sources: Sequence[Source]) -> tuple[StoryQuote, ...]:
    """The quotations of all cards, in the order of their articles. Words that stand in a longer quotation are not given again."""
    entries = [(source, _open(source, quote), _words(quote.text)) for source in sources for quote in source.card.quotes]
    # What a correction quotes of itself is nobody's word.
    entries = [entry for entry in entries if entry[1].speaker or not is_correction_title(entry[0].card.article.title)]
    order = {id(quote): place for place, (_, quote, _) in enumerate(entries)}
    kept: list[tuple[Source, Quote, str, list[tuple[Source, Quote]]]] = []
    for source, quote, words in sorted(entries, key=lambda entry: (-len(entry[2]), order[id(entry[1])])):
        for other, longer, its, also in kept:
            if _within(words, its) and _may_be_one(quote, longer) and (other is not source or words == its):
                also.append((source, quote))
                break
        else:
            kept.append((source, quote, words, []))
    kept.sort(key=lambda entry: min(order[id(quote)] for quote in (entry[1], *(quote for _, quote in entry[3]))))
    return tuple(_quote(source, quote, also) for source, quote, _, also in kept)


def _open(source: Source, quote: Quote) -> Quote:
    """A quotation, its speaker left open where the article is in a language that names are not found in."""
    return quote.model_copy(update={"speaker": None, "speaker_role": None}) if source.is_foreign else quote


def _quote(source: Source, quote: Quote, also: Sequence[tuple[Source, Quote]]) -> StoryQuote:
    # Who speaks may be said elsewhere alone.
    speaker, role, cue = next(
        ((each.speaker, each.speaker_role, each.cue) for _, each in ((source, quote), *also) if each.speaker),
        (None, quote.speaker_role, quote.cue),
    )
    role = role or next((each.speaker_role for _, each in also if each.speaker_role), None)
    return StoryQuote(
        text=quote.text,
        speaker=speaker,
        role=role,
        cue=quote.cue or cue,
        evidence=source.cites(quote.evidence),
        also=tuple(cite for other, each in also for cite in other.cites(each.evidence)),
    )


def _within(words: str, longer: str) -> bool:
    if words == longer:
        return True
    return words.count(" ") + 1 >= _FEWEST_WORDS and f" {words} " in f" {longer} "


def _may_be_one(one: Quote, other: Quote) -> bool:
    """False if two speakers are named who are not the same."""
    return (
        not one.speaker
        or not other.speaker
        or same_name(one.speaker, other.speaker, "person")
        or one.speaker.casefold() == other.speaker.casefold()
    )


def _words(text: str) -> str:
    """The words of a quotation, by which it is compared: what typesetters change is left out."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))


def contested_speakers(sources: Sequence[Source]) -> Iterator[Disagreement]:
    """Quotations that two articles give, in the same words, to two people."""
    taken: list[tuple[str, list[tuple[Source, Quote]]]] = []
    for source in sources:
        for quote in source.card.quotes:
            words = _words(quote.text)
            if not quote.speaker or words.count(" ") + 1 < _FEWEST_WORDS:
                continue
            for others, group in taken:
                if (_within(words, others) or _within(others, words)) and group[0][0] is not source:
                    group.append((source, quote))
                    break
            else:
                taken.append((words, [(source, quote)]))
    for _, group in taken:
        first = group[0][1]
        if any(not _may_be_one(first, quote) and _is_named(quote) and _is_named(first) for _, quote in group[1:]):
            yield Disagreement(
                about=f"who said “{' '.join(first.text.split()[:8])}…”",
                kind="attribution",
                sides=tuple(Side(value=str(quote.speaker), lines=(_spoken(source, quote),)) for source, quote in group),
            )


def _is_named(quote: Quote) -> bool:
    """True if the speaker is called by a full name: one word may be what is left of a pronoun that was resolved wrongly."""
    return bool(quote.speaker and quote.speaker[:1].isupper() and " " in quote.speaker)


def _spoken(source: Source, quote: Quote) -> Line:
    """A quotation as a line: its first part, in the article's own words."""
    part = quote.evidence[0]
    return Line(text=" ".join(part.text.split()), support="verbatim", evidence=source.cites([part]))
