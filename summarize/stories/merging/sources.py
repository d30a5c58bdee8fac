"""A card as merging sees it: numbered, and told apart from copies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from summarize.article import Evidence
from summarize.briefing import Cite, Line, Slot, Voice
from summarize.card import Card, Item, Told
from summarize.document import Document, SentenceRange
from summarize.evidence.document import document_of
from summarize.outlets import outlet_key, outlet_of
from summarize.text.dates.vocabulary import HALF_DAYS

QUOTED: Final = frozenset('“”"«»„')
"""Marks of quotation."""
_STAMP = "2026-03-14T10:00"
_UTC = re.compile(r"(?:Z|[+-]00:?00)$")
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?\s?[-–—:|]?\s+(?=[A-Z“\"])"
)


@dataclass(frozen=True, slots=True)
class Source:
    """An article's card, by the number that the briefing gives the article."""

    number: int
    card: Card
    copy_of: int | None = None
    """The article that it repeats nearly word for word."""
    agency: str | None = None
    """The news agency that it credits."""
    slot: Slot = "news"
    """What kind of piece it is."""
    owner: str | None = None
    """Who owns its outlet, where the user says so."""

    @property
    def voice(self) -> str:
        """Whose account it is: two of one publisher or owner are one source, and so are two that credit one agency, copied or not."""
        return outlet_key(self.agency or self.owner or "") or outlet_of(self.card.article)

    @property
    def text(self) -> str:
        """The article's."""
        return self.card.article.text

    def stamp(self, at: int) -> str | None:
        """When what stands at a place of the text was said: when the article was published, or an entry of a live blog at its own hour.

        That hour is taken only where it and its zone are sure: an article that is dated in UTC says nothing of the hours of its place,
        and a time without its half is that of a clock of 24 hours only where it is written in full, "09:15".
        """
        published = self.card.article.published
        if self.slot != "live" or published is None or len(published) <= len(_STAMP) or _UTC.search(published):
            return published
        clock = _CLOCK.match(self.text, self.text.rfind("\n", 0, at) + 1)
        if clock is None or (clock["half"] is None and len(clock["hour"]) < len("09")):
            return published
        hour = int(clock["hour"])
        if clock["half"] is not None:
            hour = hour % 12 + 12 * HALF_DAYS[1].startswith(clock["half"].lower())
        return min(f"{published[:11]}{hour:02}:{clock['minute']}{published[len(_STAMP) :]}", published)

    @property
    def is_foreign(self) -> bool:
        """True for an article in another language than English that no language model has read: what it names is not known."""
        return self.card.article.language not in {"en", None} and self.card.provenance.engine == "extractive"

    @property
    def document(self) -> Document:
        """The article's text as it was read for its card."""
        return document_of(self.card.article)

    def sentences(self, most: int) -> Iterator[SentenceRange]:
        """The sentences of the article that begin among its first `most` code points."""
        return takewhile(lambda sentence: sentence.start < most, self.document.sentences)

    def cites(self, evidence: Iterable[Evidence]) -> tuple[Cite, ...]:
        """The card's evidence as citations."""
        return tuple(Cite(article=self.number, start=part.start, end=part.end, text=part.text) for part in evidence)

    def line(self, told: Told) -> Line:
        """A statement or headline of the card that has evidence; without the clock time that an entry of a live blog opens on."""
        by = told.attribution
        clock = _CLOCK.match(told.text) if told.support == "verbatim" and len(told.evidence) == 1 else None
        if clock is not None and told.evidence[0].text.startswith(clock.group()):
            start, end = told.evidence[0].start + clock.end(), told.evidence[0].end
            evidence: tuple[Cite, ...] = (self.cite_range(start, end),)
            return Line(
                text=told.text[clock.end() :],
                support="verbatim",
                attribution=by and Voice(source=by.source, cue=by.cue, kind=by.kind, evidence=self.cites(by.evidence)),
                evidence=evidence,
            )
        voice = by and Voice(source=by.source, cue=by.cue, kind=by.kind, evidence=self.cites(by.evidence))
        return Line(text=told.text, support=told.support, attribution=voice, evidence=self.cites(told.evidence))

    def cite_range(self, start: int, end: int) -> Cite:
        """Characters of the article."""
        return Cite(article=self.number, start=start, end=end, text=self.text[start:end])

    def sentence(self, item: Item, words: str | None) -> Line | None:
        """The sentence that an item stands in, found again by its words; None if it cannot be."""
        if not words or not item.evidence:
            return None
        return self.located(words, item.evidence[0].start, item.evidence[0].end)

    def located(self, words: str, start: int, end: int) -> Line | None:
        """The passage with these words, whatever the spaces between them, that holds a range of the article."""
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        reach = len(words) + 200
        for match in re.finditer(pattern, self.text[max(0, start - reach) : end + reach]) if pattern else ():
            first = match.start() + max(0, start - reach)
            last = match.end() + max(0, start - reach)
            if first <= start and end <= last:
                return Line(text=" ".join(words.split()), support="verbatim", evidence=(self.cite_range(first, last),))
        return None
