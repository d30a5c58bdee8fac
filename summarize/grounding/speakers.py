"""Who says a quotation: a corrected speaker stands near the words, is not addressed by them, and is not against the article's own word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from summarize.article import Span
from summarize.findings import Quotation
from summarize.grounding.called import is_of_gender, may_be_called
from summarize.grounding.index import Index, whole
from summarize.grounding.shapes import MAX_NAME, is_nobody, no_name
from summarize.languages.grounding import grounding

_GAP: Final = 40
"""Characters between a speaker and the words of speech that go with it."""
_BEFORE, _AFTER = 3, 1
"""Sentences around a quotation in which its speaker may be named."""
_WORDS: Final = grounding("en")
_LEAD: Final = 60
_APPOSED: Final = 3


class Speaker(Struct, frozen=True):
    """Who speaks: the name for the card, and the participant's number if it is one."""

    name: str | None
    number: int | None


class SpokenWords(Struct, frozen=True):
    """Words that somebody says: where they stand, and what the article says of their speaker."""

    parts: tuple[Span, ...]
    speaker_span: Span | None = None
    cue_span: Span | None = None

    @classmethod
    def of(cls, said: Quotation | Span) -> SpokenWords:
        """The words of a quotation of the findings, or others at a span."""
        return cls((said,)) if isinstance(said, Span) else cls(said.parts, said.speaker_span, said.cue_span)


def correct_speaker(
    index: Index, said: Quotation | Span, found: Speaker, participant: int | None, name: str | None
) -> Speaker | str | None:
    """The speaker that an engine gives for words, or the reason why not; None if it gives none or the one that was found."""
    words = SpokenWords.of(said)
    if participant is not None:
        if not 1 <= participant <= len(index.findings.participants):
            return f"there is no participant {participant}"
        return _participant(index, words, found, participant)
    claimed = " ".join((name or "").split())
    if not claimed:
        return None
    if found.name is not None and claimed.casefold() == " ".join(found.name.split()).casefold():
        return None
    return _find_claimed_speaker(index, words, found, claimed)


def _participant(index: Index, words: SpokenWords, found: Speaker, number: int) -> Speaker | str | None:
    if number == found.number:
        return None
    taken_up = words.speaker_span if _is_taken_up(index, words) else None
    reason = next(_against(index, words, found, number, taken_up), None)
    if reason is not None:
        return reason
    name, mentions = index.findings.participants[number - 1].name, index.findings.participants[number - 1].mentions
    # A pronoun or a description takes up who was named before.
    near = [span for span in _mentions_near(index, words, number) if taken_up is None or span.start <= taken_up.start]
    first = words.parts[0].start
    if any(not _is_addressed(index, span, words) for span in near) or (
        not near and taken_up is not None and any(index.spans[mention].start < first for mention in mentions)
    ):
        return Speaker(name, number)
    return f"the words are addressed to {name}" if near else f"{name} is not mentioned near the words"


def _against(index: Index, words: SpokenWords, found: Speaker, number: int, taken_up: Span | None) -> Iterator[str]:
    """What the article says beside the words against a participant as their speaker; `taken_up` is the pronoun or description there."""
    attributed = _attributed_participant(index, words)
    if attributed is not None and attributed != number:
        yield f"the article names {found.name or index.findings.participants[attributed - 1].name} beside the words"
    pronoun = _pronoun(index, words)
    if pronoun is not None and not _may_be(index, number, pronoun):
        yield f"“{pronoun}” is not {index.findings.participants[number - 1].name}"
    if taken_up is not None and _WORDS.indefinite.match(index.text, taken_up.start, taken_up.end):
        yield f"“{index.slice(taken_up)}” is somebody not named before"
    if taken_up is not None and pronoun is None and not may_be_called(index, number, taken_up, words.parts[0].start):
        yield f"the article does not call {index.findings.participants[number - 1].name} “{index.slice(taken_up)}”"
    if pronoun is not None and found.number is not None and _further(index, words, number, found.number):
        yield f"{found.name} is named nearer to the words"


def _pronoun(index: Index, words: SpokenWords) -> str | None:
    """The "he" or "she" that the article gives as the speaker beside the words."""
    span = words.speaker_span
    if span is None or not any(_shares_sentence(index, part, span) for part in words.parts[:50]):
        return None
    word = index.text[span.start : span.end].casefold()
    return word if word in _WORDS.genders else None


def _further(index: Index, words: SpokenWords, number: int, found: int) -> bool:
    """True if a participant is named more sentences before the words than the one whom the findings take the pronoun for."""
    start = words.parts[0].start
    last = {one: index.last_named(one, start) for one in (number, found)}
    return last[number] < last[found]


def _may_be(index: Index, number: int, pronoun: str) -> bool:
    """False if the participant is no person, or has a given name of the other gender alone."""
    participant = index.findings.participants[number - 1]
    return participant.kind == "person" and is_of_gender(participant, _WORDS.genders[pronoun])


def _attributed_participant(index: Index, words: SpokenWords) -> int | None:
    """The participant whom the article names right beside the words of speech; None where it does not."""
    speaker, cue = words.speaker_span, words.cue_span
    if speaker is None or cue is None:
        return None
    gap = index.text[speaker.end : cue.start].strip()
    is_aside = gap.startswith(",") and gap.endswith(",")  # "Ann Lee, whose brother died there, said"
    is_near = is_aside or max(speaker.start - cue.end, cue.start - speaker.end) <= _GAP
    if not is_near or index.sentence_at(speaker.start) != index.sentence_at(cue.start):
        return None
    if not any(_shares_sentence(index, part, cue) for part in words.parts[:50]):
        return None  # taken over from the quotation before
    for mention in index.mentions_over(speaker.start, speaker.end):
        if mention.participant is not None:
            return mention.participant if _is_named(index, mention.participant) else None
    # "The mayor, Liesbet Aerts, called it": a description and the name beside it.
    for mention in index.mentions_in(max(0, speaker.start - _APPOSED), speaker.end + _APPOSED):
        gap = index.text[min(speaker.end, mention.span.end) : max(speaker.start, mention.span.start)]
        if mention.participant is not None and not gap.strip(" ,"):
            return mention.participant
    return None


def _shares_sentence(index: Index, part: Span, cue: Span) -> bool:
    return index.sentence_at(part.start) <= index.sentence_at(cue.start) <= index.sentence_at(part.end - 1)


def _is_taken_up(index: Index, words: SpokenWords) -> bool:
    """True if a pronoun or a description says who speaks."""
    span = words.speaker_span
    return span is not None and not any(
        mention.participant is not None and _is_named(index, mention.participant)
        for mention in index.mentions_over(span.start, span.end)
    )


def _is_named(index: Index, number: int) -> bool:
    """True for a participant with a name: "another man" names nobody, though he takes part."""
    return index.findings.participants[number - 1].kind != "unnamed"


def _window(index: Index, words: SpokenWords) -> tuple[int, int]:
    first, last = words.parts[0].start, words.parts[-1].end - 1
    low, _ = index.window(index.sentence_at(first) - _BEFORE, index.sentence_at(first), first)
    _, high = index.window(index.sentence_at(last), index.sentence_at(last) + _AFTER, last)
    return low, max(low, high)


def _mentions_near(index: Index, words: SpokenWords, number: int) -> Iterator[Span]:
    low, high = _window(index, words)
    for mention in index.mentions_in(low, high):
        if (
            mention.participant == number
            and not index.is_quoted(mention.span.start, mention.span.end)
            and not _is_own(words, mention.span)
        ):
            yield mention.span


def _is_own(words: SpokenWords, span: Span) -> bool:
    return any(part.overlaps(span) for part in words.parts[:50])


def _is_addressed(index: Index, span: Span, words: SpokenWords) -> bool:
    """True for "told Maurel": only in the sentences of the words themselves, where it tells who listens."""
    first, last = index.sentence_at(words.parts[0].start), index.sentence_at(words.parts[-1].end - 1)
    if not first <= index.sentence_at(span.start) <= last:
        return False
    return _WORDS.addressed.search(index.text, max(0, span.start - _LEAD), span.start) is not None


def _find_claimed_speaker(index: Index, words: SpokenWords, found: Speaker, claimed: str) -> Speaker | str | None:
    is_name = no_name(claimed) is None
    if len(claimed) > MAX_NAME or is_nobody(claimed):
        return "it names nobody"
    low, high = _window(index, words)
    pattern = whole(claimed, ignore_case=True)
    reason: str | None = None
    for match in pattern.finditer(index.text, low, high):
        span = Span(start=match.start(), end=match.end())
        if index.is_quoted(span.start, span.end) or _is_own(words, span):
            reason = "the name stands in somebody's words alone"
            continue
        for mention in index.mentions_over(span.start, span.end):
            if mention.participant is not None and mention.span.start <= span.start and span.end <= mention.span.end:
                return _participant(index, words, found, mention.participant)
        attributed = _attributed_participant(index, words)
        if attributed is not None:
            return f"the article names {index.findings.participants[attributed - 1].name} beside the words"
        if _is_addressed(index, span, words):
            reason = f"the words are addressed to {claimed}"
            continue
        if any(mention.place is not None for mention in index.mentions_over(span.start, span.end)):
            reason = "it is a place"
            continue
        if not is_name and not _is_beside(span, words):
            reason = "the description does not stand beside the words"
            continue
        return Speaker(index.slice(span), None)
    if reason is not None:
        return reason
    return (
        "the name does not stand near the words"
        if pattern.search(index.text)
        else "the name does not stand in the article"
    )


def _is_beside(span: Span, words: SpokenWords) -> bool:
    """True if a description stands next to the words or to what introduces them."""
    edges = [*words.parts[:50], *([words.cue_span] if words.cue_span is not None else [])]
    return any(max(edge.start - span.end, span.start - edge.end) <= _LEAD for edge in edges)
