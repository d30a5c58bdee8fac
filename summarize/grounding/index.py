"""What stands where in an article: the lookups that grounding needs, each linear in the text or bounded."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from summarize.article import Article, Evidence, Span
from summarize.findings import Findings, Mention, Quotation, Sentence, TimeExpression
from summarize.gazetteer import country_code, people_of

if TYPE_CHECKING:
    from summarize.grounding.statements.basis import Basis, Passage

_CAPITALISED = re.compile(r"[^\W\d_]+")
_SMALL_IN_NAMES = frozenset("the of and for de la du von van der den da di in on at".split())
MAX_WINDOW = 4_000
"""Characters that are searched around a mention or a quotation."""


class Index:
    """An article and its findings, asked by number and by place. Places are code points of the text."""

    def __init__(self, article: Article, findings: Findings) -> None:
        self.article, self.findings = article, findings
        self.text = article.text
        self.spans = {mention.number: mention.span for mention in findings.mentions}
        self._starts = [sentence.span.start for sentence in findings.sentences]
        self._passages: dict[int, Passage] = {}

    def evidence(self, span: Span) -> Evidence:
        """The evidence at a span."""
        return self.article.evidence(span)

    def sentence(self, number: int | None) -> Sentence | None:
        """The sentence of a number, None if there is none."""
        return (
            self.findings.sentences[number - 1]
            if number is not None and 1 <= number <= len(self.findings.sentences)
            else None
        )

    def sentence_at(self, place: int) -> int:
        """Number of the sentence in or before which a place lies; 0 before the first."""
        return bisect_right(self._starts, place)

    def standing_in(self, place: int) -> int:
        """Number of the sentence that a place lies in; 0 if it lies in none."""
        number = self.sentence_at(place)
        return number if number and place < self.findings.sentences[number - 1].span.end else 0

    def passage(self, number: int) -> Passage:
        """A sentence by its number, read once for all statements."""
        held = self._passages.get(number)
        if held is None:
            from summarize.grounding.statements.basis import passage  # noqa: PLC0415 - most cards need none

            span = self.findings.sentences[number - 1].span
            held = self._passages[number] = passage(self.text[span.start : span.end], foreign=self.language != "en")
        return held

    def slice(self, span: Span) -> str:
        """The words at a span, with single spaces."""
        return " ".join(self.text[span.start : span.end].split())

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

    def capitalised(self) -> frozenset[str]:
        """The words that the article writes with a capital somewhere, in lower case."""
        return self._words[0]

    def plain(self) -> frozenset[str]:
        """The words that it writes in small letters."""
        return self._words[1]

    @cached_property
    def _countries(self) -> frozenset[str]:
        named = {country_code(place.name) or place.country for place in self.findings.places}
        capitals = {word for word in set(_CAPITALISED.findall(self.text)) if word[0].isupper()}
        return frozenset(
            code for code in (*named, *(people_of(word) or country_code(word) for word in capitals)) if code
        )

    def countries(self) -> frozenset[str]:
        """ISO codes of the countries that the article names, their peoples and the countries of its places."""
        return self._countries

    @cached_property
    def _people(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for one in self.findings.participants:
            if one.kind == "person":
                for word in one.name.lower().split():
                    found.setdefault(word, set()).add(one.number)
        return {word: frozenset(numbers) for word, numbers in found.items()}

    def basis(self, numbers: Sequence[int], title: str | None = None) -> Basis:
        """What a statement that cites these sentences may rest on."""
        from summarize.grounding.statements.basis import Basis, passage  # noqa: PLC0415 - most cards need none

        passages = [self.passage(number) for number in dict.fromkeys(numbers)]
        if title:
            passages.append(passage(title, foreign=self.language != "en"))
        named: set[str] = set()
        owners: dict[str, set[int]] = {}
        times: list[TimeExpression] = []
        for number in dict.fromkeys(numbers):
            span = self.findings.sentences[number - 1].span
            if span.end - span.start > 20_000:
                continue  # no statement is checked against so long a sentence
            times.extend(self.times_over(span.start, span.end))
            for mention in self.mentions_in(span.start, span.end):
                for key, name in self._meant(mention):
                    words = [word for word in _CAPITALISED.findall(name.lower()) if word not in _SMALL_IN_NAMES]
                    named.update(words)
                    for word in words:
                        owners.setdefault(word, set()).add(key)
        return Basis(
            passages=passages,
            named=frozenset(named),
            keys={word: min(keys) for word, keys in owners.items() if len(keys) == 1},
            people=self._people,
            elsewhere=self.capitalised,
            plain=self.plain,
            countries=self.countries,
            times=times,
            published=self.published,
            language=self.language,
        )

    def _meant(self, mention: Mention) -> Iterator[tuple[int, str]]:
        """Whom or what a mention means: a key (participants above, places below zero) and the full name."""
        if mention.participant is not None and 1 <= mention.participant <= len(self.findings.participants):
            yield mention.participant, self.findings.participants[mention.participant - 1].name
        if mention.place is not None and 1 <= mention.place <= len(self.findings.places):
            yield -mention.place, self.findings.places[mention.place - 1].name
