"""Quotations of a story: each once, in the words of the article that has most of them, with every outlet that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.article import Evidence
from summarize.briefing import Disagreement, Line, Side, StoryQuote
from summarize.card import Quote
from summarize.languages.stories import headlines
from summarize.stories.merging.likeness import same_name
from summarize.stories.merging.sources import Source

_MIN_COUNT, _MAX_LENGTH = 5, 60
"""Words of a quotation that is carried."""
MAX_QUOTES: Final = 2
"""How many of a story are."""
_MIN_CONTESTED = 8
_COMMA: Final = ","
_BESIDE = 160
"""Code points from a quotation within which its speaker is named."""
_NAMES: Final = re.compile(r"(?:[A-Z][\w’'.-]+\s)+[A-Z][\w’'-]+")
_SENTENCE_END: Final = re.compile(r"(?<![A-Z])[.!?]\s|\n")
_MIN_WORDS = 4
"""Words that two speakers do not use alike by chance."""


def quotes_of(sources: Sequence[Source]) -> tuple[StoryQuote, ...]:
    """The quotations that a story carries: two at most, each of a speaker who is certain, and by two speakers where there are two.

    Words that stand in a longer quotation are not given again.
    """
    entries = [
        (source, quote, _words(quote.text))
        for source in sources
        for quote in source.card.quotes
        if is_carried(source, quote)
    ]
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
    first = kept[:1]
    others = [entry for entry in kept[1:] if not _may_be_one(entry[1], kept[0][1])]
    chosen = [*first, *(others or kept[1:])][:MAX_QUOTES]
    return tuple(as_story_quote(source, quote, also) for source, quote, _, also in chosen)


def is_carried(source: Source, quote: Quote) -> bool:
    """True for a quotation that a story may carry: neither a few words nor a speech, of a speaker who is certain."""
    return _MIN_COUNT <= len(quote.text.split()) <= _MAX_LENGTH and _is_certain(source, quote)


def _is_certain(source: Source, quote: Quote) -> bool:
    """True if the speaker is named beside the quotation: in its paragraph, and not far from it."""
    if not quote.speaker or source.is_foreign:
        return False
    if not any(who.kind == "person" and same_name(quote.speaker, who.name, "person") for who in source.card.who):
        return False
    name = re.compile(rf"(?<!\w){re.escape(quote.speaker.split()[-1])}(?!\w)")
    for part in quote.evidence:
        first = source.text.rfind("\n", 0, part.start) + 1
        last = source.text.find("\n", part.end)
        before = source.text[max(first, part.start - _BESIDE) : part.start]
        after = source.text[part.end : min(len(source.text) if last < 0 else last, part.end + _BESIDE)]
        if name.search(before) or name.search(after) or _is_alone(source, name, first, part.end):
            return True
    return False


def _is_alone(source: Source, name: re.Pattern[str], first: int, end: int) -> bool:
    """True if a speaker, and nobody else, is named in the paragraph before that of a quotation, and nobody in front of it there or in its sentence."""
    text = source.text
    above = text.rfind("\n", 0, len(text[:first].rstrip())) + 1
    stop = _SENTENCE_END.search(text, end)
    names = _NAMES.findall(text[above : stop.start() if stop is not None else len(text)])
    return any(map(name.search, names)) and all(map(name.search, names))


def as_story_quote(source: Source, quote: Quote, also: Sequence[tuple[Source, Quote]] = ()) -> StoryQuote:
    """A quotation of an account as a story carries it, with those of others that are `also` it."""
    # Who speaks may be said elsewhere alone.
    speaker, role, cue = next(
        ((each.speaker, each.speaker_role, each.cue) for _, each in ((source, quote), *also) if each.speaker),
        (None, quote.speaker_role, quote.cue),
    )
    role = role or next((each.speaker_role for _, each in also if each.speaker_role), None)
    parts = [_without_comma(part) for part in quote.evidence]
    return StoryQuote(
        text=" ".join(part.text for part in parts),
        speaker=speaker,
        role=role,
        cue=quote.cue or cue,
        evidence=source.cites(parts),
        also=tuple(cite for other, each in also for cite in other.cites(each.evidence)),
    )


def _without_comma(part: Evidence) -> Evidence:
    """A part of a quotation without the comma that belongs to "she said": a story tells who speaks below it."""
    if not part.text.endswith(_COMMA):
        return part
    return part.model_copy(update={"end": part.end - len(_COMMA), "text": part.text.removesuffix(_COMMA)})


def _within(words: str, longer: str) -> bool:
    if words == longer:
        return True
    return words.count(" ") + 1 >= _MIN_WORDS and f" {words} " in f" {longer} "


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
    """Quotations that two articles give, in the same words, to two people whom both name and say who they are."""
    taken: list[tuple[str, list[tuple[Source, Quote]]]] = []
    for source in sources:
        for quote in source.card.quotes:
            words = _words(quote.text)
            if words.count(" ") + 1 < _MIN_CONTESTED or not quote.speaker_role or not _is_certain(source, quote):
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
                sides=tuple(
                    Side(value=str(quote.speaker), lines=(_line_of_quote(source, quote),)) for source, quote in group
                ),
            )


def _is_named(quote: Quote) -> bool:
    """True if the speaker is called by a full name: one word may be what is left of a pronoun that was resolved wrongly."""
    return bool(quote.speaker and quote.speaker[:1].isupper() and " " in quote.speaker)


def _line_of_quote(source: Source, quote: Quote) -> Line:
    """A quotation as a line: its first part, in the article's own words."""
    part = quote.evidence[0]
    return Line(text=" ".join(part.text.split()), support="verbatim", evidence=source.cites([part]))


_OF_CLAUSES: Final = re.compile(r"[,;:–—]")


def is_unsaid(sentence: str, start: int, end: int) -> bool:
    """True if the words of a sentence from `start` to `end`, indices of its characters, are denied or in doubt, as rows `unsaid` of `headlines.toml` tell."""
    before = _OF_CLAUSES.split(sentence[:start])[-1]
    parts = {"clause": before + sentence[start:end], "behind": sentence[end:], "sentence": sentence}
    return any(row.pattern.search(parts[row.where]) for row in headlines("en").unsaid)
