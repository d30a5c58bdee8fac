"""An article's findings as the numbered lists that a model reads.

Everything of the article's stands on one line of its own, sentences and names after a number, and the whole between two marks. What in an
article looks like such a mark, or in its title like the head of a list, is written so that it no longer does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from summarize.article import Article, Span
from summarize.findings import Findings, TimeExpression
from summarize.layout.instructions import is_order

_MAX_QUOTATION_LENGTH = 90
_MAX_SENTENCES_NAMED = 4
_MARK = re.compile(r"(?i)<(?=\s*/?\s*(?:article|claims))")
_HEADS = frozenset({"TITLE", "SENTENCES", "QUOTATIONS", "ATTRIBUTIONS", "PARTICIPANTS", "PLACES", "DATES"})
_NUMBERED = re.compile(r"\d+:")


def date_with_weekday(article: Article) -> str:
    """The publication date with its weekday, for reading, or that it is unknown."""
    if article.published is None:
        return "unknown"
    day = date.fromisoformat(article.published[:10])
    return f"{day.isoformat()} ({day:%A})"


def line(text: str) -> str:
    """A text on one line, in which no mark can be that ends what is data."""
    plain = " ".join(text.split())
    return _MARK.sub("‹", plain) if "<" in plain else plain


def listing(article: Article, findings: Findings, first: int = 1, last: int | None = None) -> str:
    """The findings of sentences `first` to `last` (both included; all of them by default), with their own numbers."""
    return _Listing(article, findings, first, last or len(findings.sentences)).text()


class _Listing:
    def __init__(self, article: Article, findings: Findings, first: int, last: int) -> None:
        self.article, self.findings = article, findings
        self.starts = [sentence.span.start for sentence in findings.sentences]
        self.first, self.last = first, last
        self.spans = {mention.number: mention.span for mention in findings.mentions}

    def text(self) -> str:
        mark = f"article {self.article.id.removeprefix('sha256:')[:8]}"
        lines = [f"<{mark}>"]
        if self.article.title and not is_order(self.article.title):
            lines.append(f"TITLE\n{self._title(self.article.title)}")
        sentences = self.findings.sentences[self.first - 1 : self.last]
        self._section(
            lines, "SENTENCES", (f"{sentence.number}: {self._words(sentence.span)}" for sentence in sentences)
        )
        self._section(lines, "QUOTATIONS", self._quotations())
        self._section(lines, "ATTRIBUTIONS", self._attributions())
        self._section(lines, "PARTICIPANTS", self._participants())
        self._section(lines, "PLACES", self._places())
        self._section(lines, "DATES", self._dates())
        lines.append(f"</{mark}>")
        return "\n".join(lines)

    @staticmethod
    def _section(lines: list[str], name: str, entries: Iterable[str]) -> None:
        found = list(entries)
        lines.append(name if found else f"{name}: none")
        lines.extend(found)

    def _title(self, title: str) -> str:
        text = line(title)
        return f"· {text}" if text.split(":", 1)[0] in _HEADS or _NUMBERED.match(text) else text

    def _words(self, span: Span) -> str:
        return line(self.article.text[span.start : span.end])

    def _sentence(self, span: Span) -> int:
        """Number of the sentence that a span starts in or after; 0 before the first."""
        return bisect_right(self.starts, span.start)

    def _is_here(self, span: Span) -> bool:
        return self.first <= max(1, self._sentence(span)) <= self.last

    def _where(self, spans: Iterable[Span]) -> str:
        numbers = sorted({number for span in spans if self.first <= (number := self._sentence(span)) <= self.last})
        shown = " ".join(map(str, numbers[:_MAX_SENTENCES_NAMED]))
        return f", in {shown}{' …' if len(numbers) > _MAX_SENTENCES_NAMED else ''}" if shown else ""

    def _quotations(self) -> Iterable[str]:
        for quotation in self.findings.quotations:
            if not self._is_here(quotation.parts[0]):
                continue
            words = " … ".join(self._words(part) for part in quotation.parts)
            if len(words) > _MAX_QUOTATION_LENGTH:
                # The whole stands in its sentence; here it must only be told from its neighbours.
                words = f"{words[:50].rsplit(' ', 1)[0]} … {words[-30:].split(' ', 1)[-1]}"
            yield f'{quotation.number}: in {self._sentence(quotation.parts[0])}, "{words}" said by {self._speaker(quotation.participant, quotation.speaker)}'

    def _attributions(self) -> Iterable[str]:
        for one in self.findings.attributions:
            # Direct speech stands among the quotations.
            if one.form != "direct" and one.source is not None and self._is_here(one.cue_span):
                denied = "not " if one.negated else ""
                cue = line(self.article.text[one.cue_span.start : one.cue_span.end])
                yield f"{one.number}: in {self._sentence(one.cue_span)}, {self._speaker(one.participant, one.source)} {denied}{cue}"

    def _speaker(self, participant: int | None, speaker: str | None) -> str:
        if participant is not None:
            return f"{participant} {line(self.findings.participants[participant - 1].name)}"
        return f"{line(speaker)} (not listed)" if speaker else "nobody known"

    def _participants(self) -> Iterable[str]:
        for participant in self.findings.participants:
            spans = [self.spans[number] for number in participant.mentions]
            if any(self._is_here(span) for span in spans):
                role = f", {line(participant.role)}" if participant.role else ""
                yield f"{participant.number}: {line(participant.name)}, {participant.kind}{role}{self._where(spans)}"

    def _places(self) -> Iterable[str]:
        for place in self.findings.places:
            spans = [self.spans[number] for number in place.mentions]
            if any(self._is_here(span) for span in spans):
                country = f" ({place.country})" if place.country else ""
                yield f"{place.number}: {line(place.name)}{country}{self._where(spans)}"

    def _dates(self) -> Iterable[str]:
        for time in self.findings.times:
            if self._is_here(time.span) and not time.quoted:
                yield f"{time.number}: {self._words(time.span)}{self._value(time)}{self._where([time.span])}"

    def _value(self, time: TimeExpression) -> str:
        if time.start is None or time.start == self._words(time.span):
            return ""
        return f" = {time.start}" if time.end is None else f" = {time.start} to {time.end}"
