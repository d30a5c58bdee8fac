"""What stands where in an article: the lookups that grounding needs, each linear in the text or bounded."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from summarize.article import Article, Evidence, Span
from summarize.card import Support
from summarize.expressions import expression
from summarize.findings import Attribution, Findings, Mention, Quotation, Sentence, TimeExpression
from summarize.grounding.shapes import is_caseless

_CAPITALISED = expression(r"[^\W\d_]+")
MAX_WINDOW = 4_000
"""Characters that are searched around a mention or a quotation."""


class OwnWords(Struct, frozen=True):
    """A text in other words than the article's."""

    text: str
    """With single spaces."""
    sentences: tuple[int, ...]
    """Numbers of the sentences that it rests on, each once."""


class BorneOut(Struct, frozen=True):
    """A judge's word that a text stands."""

    source: str | None = None
    """Whose word it is by its sentences; None where it is the article's own."""


Verdict = BorneOut | str
"""That a text stands, or the reason why it does not."""


def whole(name: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """A pattern for words that stand there whole, whatever the white space between them."""
    parts = r"\s+".join(re.escape(part) for part in name.split())
    # Where words are not parted by spaces, only another figure shows that one goes on: "工事は12月5日に".
    letter = r"\d" if any(map(is_caseless, name)) else r"\w"
    before = rf"(?<!{letter})" if name[0].isalnum() and not is_caseless(name[0]) else ""
    after = rf"(?!{letter})" if name[-1].isalnum() and not is_caseless(name[-1]) else ""
    return re.compile(before + parts + after, re.IGNORECASE if ignore_case else 0)


class Index:
    """An article and its findings, asked by number and by place. Places are code points of the text."""

    def __init__(
        self, article: Article, findings: Findings, verdicts: Mapping[OwnWords, Verdict] | None = None
    ) -> None:
        self.article, self.findings, self.verdicts = article, findings, verdicts or {}
        self.text = article.text
        self.spans = {mention.number: mention.span for mention in findings.mentions}
        self.supports: dict[OwnWords, tuple[Support, tuple[int, ...]] | None] = {}
        """What `support_of` has found of texts, each of which is asked about several times."""
        self._starts = [sentence.span.start for sentence in findings.sentences]
        self._evidence: dict[tuple[int, int], Evidence] = {}
        self._slices: dict[tuple[int, int], str] = {}

    def evidence(self, span: Span) -> Evidence:
        """The evidence at a span."""
        place = span.start, span.end
        if place not in self._evidence:
            self._evidence[place] = self.article.evidence(span)
        return self._evidence[place]

    def sentence(self, number: int | None) -> Sentence | None:
        """The sentence of a number, None if there is none."""
        return (
            self.findings.sentences[number - 1]
            if number is not None and 1 <= number <= len(self.findings.sentences)
            else None
        )

    def missing(self, numbers: Iterable[int]) -> int | None:
        """The first of some numbers that is no sentence's, None if all are."""
        return next((number for number in numbers if self.sentence(number) is None), None)

    def sentence_evidence(self, numbers: Iterable[int]) -> tuple[Evidence, ...]:
        """Sentences by their numbers, as evidence."""
        return tuple(self.evidence(self.findings.sentences[number - 1].span) for number in numbers)

    def sentence_at(self, place: int) -> int:
        """Number of the sentence in or before which a place lies; 0 before the first."""
        return bisect_right(self._starts, place)

    def standing_in(self, place: int) -> int:
        """Number of the sentence that a place lies in; 0 if it lies in none."""
        number = self.sentence_at(place)
        return number if number and place < self.findings.sentences[number - 1].span.end else 0

    def slice(self, span: Span) -> str:
        """The words at a span, with single spaces."""
        place = span.start, span.end
        if place not in self._slices:
            self._slices[place] = " ".join(self.text[span.start : span.end].split())
        return self._slices[place]

    def window(self, first: int, last: int, about: int) -> tuple[int, int]:
        """The half-open range of sentences `first` to `last`, no further from `about` than `MAX_WINDOW`."""
        sentences = self.findings.sentences
        if not sentences:
            return about, about
        low = sentences[max(1, min(first, len(sentences))) - 1].span.start
        high = sentences[max(1, min(last, len(sentences))) - 1].span.end
        return max(low, about - MAX_WINDOW), min(high, about + MAX_WINDOW)

    @cached_property
    def language(self) -> str:
        """ISO 639-1 code; where the language is not known, the lists of English words are the ones to use."""
        return (self.article.language or "en").replace("_", "-").split("-")[0].lower() or "en"

    @cached_property
    def published(self) -> date | None:
        """The publication date, None if unknown or none."""
        try:
            return date.fromisoformat((self.article.published or "")[:10])
        except ValueError:
            return None

    @cached_property
    def _mentions(self) -> tuple[list[int], list[Mention]]:
        ordered = sorted(self.findings.mentions, key=lambda mention: mention.span.start)
        return [mention.span.start for mention in ordered], ordered

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in a half-open range."""
        starts, ordered = self._mentions
        return ordered[bisect_left(starts, start) : bisect_left(starts, end)]

    def mentions_over(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions that share a code point with a half-open range."""
        starts, ordered = self._mentions
        # Mentions do not nest deeply: a few before the range can reach into it.
        for mention in ordered[max(0, bisect_left(starts, start) - 4) : bisect_left(starts, end)]:
            if mention.span.end > start:
                yield mention

    @cached_property
    def _times(self) -> tuple[list[int], list[TimeExpression]]:
        ordered = sorted(self.findings.times, key=lambda time: time.span.start)
        return [time.span.start for time in ordered], ordered

    def times_over(self, start: int, end: int) -> Sequence[TimeExpression]:
        """The time expressions that share a code point with a half-open range."""
        starts, ordered = self._times
        return [
            time
            for time in ordered[max(0, bisect_left(starts, start) - 2) : bisect_left(starts, end)]
            if time.span.end > start
        ]

    @cached_property
    def _parts(self) -> tuple[list[int], list[tuple[Span, Quotation]]]:
        parts = sorted(
            ((part, quotation) for quotation in self.findings.quotations for part in quotation.parts),
            key=lambda pair: pair[0].start,
        )
        return [part.start for part, _ in parts], parts

    def quotations_over(self, start: int, end: int) -> Iterator[tuple[Span, Quotation]]:
        """The parts of quotations that share a code point with a half-open range."""
        starts, parts = self._parts
        for part, quotation in parts[max(0, bisect_left(starts, start) - 2) : bisect_left(starts, end)]:
            if part.end > start:
                yield part, quotation

    def attributions_over(self, spans: Sequence[Span]) -> list[Attribution]:
        """The attributions whose content shares a code point with some spans."""
        low, high = min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)
        return [
            one
            for start, end, one in self._contents
            if start < high and low < end and any(part.overlaps(span) for part in one.content for span in spans)
        ]

    @cached_property
    def _contents(self) -> list[tuple[int, int, Attribution]]:
        """Each attribution that has a content, between the first and last place of it."""
        return [
            (min(part.start for part in one.content), max(part.end for part in one.content), one)
            for one in self.findings.attributions
            if one.content
        ]

    def is_quoted(self, start: int, end: int) -> bool:
        """True if a range lies wholly inside somebody's words."""
        return any(
            part.start <= start and end <= part.end and quotation.kind != "words"
            for part, quotation in self.quotations_over(start, end)
        )

    @cached_property
    def _role_spans(self) -> tuple[list[int], list[tuple[Span, int]]]:
        roles = sorted(
            ((one.role_span, one.number) for one in self.findings.participants if one.role_span is not None),
            key=lambda pair: pair[0].start,
        )
        return [span.start for span, _ in roles], roles

    def called_so(self, start: int, end: int) -> Iterator[int]:
        """Numbers of the participants whose role stands where the range does."""
        starts, roles = self._role_spans
        for span, number in roles[max(0, bisect_left(starts, start) - 2) : bisect_left(starts, end)]:
            if span.end > start:
                yield number

    @cached_property
    def _words(self) -> tuple[frozenset[str], frozenset[str]]:
        held = _CAPITALISED.findall(self.text)
        unique = set(held)
        return (
            frozenset(word.lower() for word in unique if word[0].isupper()),
            frozenset(word for word in unique if word[0].islower()),
        )

    def capitalised_words(self) -> frozenset[str]:
        """The words that the article writes with a capital somewhere, in lower case."""
        return self._words[0]

    def plain(self) -> frozenset[str]:
        """The words that it writes in small letters."""
        return self._words[1]

    def last_named(self, number: int, before: int) -> int:
        """Number of the last sentence before a place that names a participant outside quotations; 0 if none does."""
        spans = (self.spans[mention] for mention in self.findings.participants[number - 1].mentions)
        return max(
            (
                self.sentence_at(span.start)
                for span in spans
                if span.start < before and not self.is_quoted(span.start, span.end)
            ),
            default=0,
        )

    def names(self, number: int, kind: str) -> bool:
        """True if a sentence names a person; or, asked for a place, anybody or anything but places."""
        sentence = self.sentence(number)
        if sentence is None:
            return False
        kinds = [one.kind for one in self.mentions_in(sentence.span.start, sentence.span.end)]
        return kind in kinds if kind == "person" else any(each != kind for each in kinds)

    def is_same_person(self, start: int, before: Collection[int]) -> bool:
        """True if who was named last before a place is named last in some sentences too."""
        meant = self._last_person(0, start)
        spans = [self.findings.sentences[number - 1].span for number in sorted(before)]
        there = [one for span in spans for one in [self._last_person(span.start, span.end)] if one is not None]
        return meant is not None and bool(there) and there[-1].participant == meant.participant

    def _last_person(self, start: int, end: int) -> Mention | None:
        return next(
            (
                one
                for one in reversed(self.mentions_in(start, end))
                if one.kind == "person" and not self.is_quoted(one.span.start, one.span.end)
            ),
            None,
        )


class NewsSentences(Struct, frozen=True):
    """The sentences that the news on a card rests on, by their numbers."""

    lead: frozenset[int] = frozenset()
    """Those of its headline and first line."""
    sentences: frozenset[int] = frozenset()
    """All of them."""

    def leads(self, spans: Iterable[Span], index: Index) -> bool:
        """True if one of some stretches stands in the title, the dateline or the lead."""
        heads = [part for part in (index.findings.title, index.findings.dateline) if part is not None]
        return any(
            index.standing_in(span.start) in self.lead or any(part.covers(span) for part in heads) for span in spans
        )
