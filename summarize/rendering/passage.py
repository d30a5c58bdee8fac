"""The article cut into paragraphs and segments, so that every piece of evidence on a card can be lit up in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from summarize.article import Evidence

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")
# More evidence than this over one place has no reader; without a bound, spans that all nest would make a page quadratic.
_DEEPEST = 32


class CitedRange(NamedTuple):
    """A half-open range of the article that some item rests on."""

    start: int
    end: int

    @property
    def key(self) -> str:
        """Its name in the page: "1193-1250"."""
        return f"{self.start}-{self.end}"


class Segment(NamedTuple):
    """A stretch of one paragraph that the same evidence covers from its first to its last character."""

    start: int
    end: int
    covered_by: tuple[CitedRange, ...]
    begins: tuple[CitedRange, ...]  # the places whose first visible character is this segment's


def paragraphs(text: str) -> list[CitedRange]:
    """The ranges of the paragraphs: blocks between blank lines, or single lines in a text that has no blank line."""
    pattern = _BLOCK if _BLANK_LINE.search(text.strip()) else _LINE
    return [CitedRange(*found.span()) for found in pattern.finditer(text)]


def segments(ranges: Iterable[CitedRange], places: Iterable[CitedRange]) -> Iterator[list[Segment]]:
    """Each paragraph's segments, in order: cut at every boundary of every place, so that overlaps need no nesting."""
    ordered = sorted(set(places))
    cuts = sorted({boundary for place in ordered for boundary in place})
    reached = 0
    active: tuple[CitedRange, ...] = ()
    for paragraph in ranges:
        inside = cuts[bisect_right(cuts, paragraph.start) : bisect_left(cuts, paragraph.end)]
        cut: list[Segment] = []
        for start, end in pairwise((paragraph.start, *inside, paragraph.end)):
            until = bisect_right(ordered, start, lo=reached, key=lambda place: place.start)
            begun = tuple(ordered[reached:until])
            reached = until
            active = tuple(place for place in (*active, *begun) if place.end > start)[-_DEEPEST:]
            cut.append(Segment(start, end, active, begun))
        yield cut


def paragraph_number(ranges: list[CitedRange], offset: int) -> int:
    """The number, from 1, of the paragraph that holds `offset` (or that follows it, between two paragraphs)."""
    return min(bisect_right(ranges, offset, key=lambda place: place.end - 1) + 1, max(len(ranges), 1))


class Reference(NamedTuple):
    """Where a piece of evidence stands: its name in the page, its half-open range of the article, the number of its paragraph."""

    name: str
    start: int
    end: int
    paragraph: int


class Marked(NamedTuple):
    """The words of a segment, the names of the evidence that begins with them, and of all that covers them (spaces between)."""

    text: str
    begins: list[str]
    covered_by: str


class Passages:
    """An article and what rests on it, as a page shows the two beside each other.

    Args:
        text: the article's text.
        evidence: every piece of it that something on the page rests on.
        prefix: what the names begin with, where a page shows several articles.
    """

    def __init__(self, text: str, evidence: Iterable[Evidence], prefix: str = "") -> None:
        self._text = text
        self._prefix = prefix
        self._paragraphs = paragraphs(text)
        self._places = sorted({CitedRange(part.start, part.end) for part in evidence})

    @property
    def first(self) -> str:
        """The first paragraph; "" of a text that has none."""
        return self._text[slice(*self._paragraphs[0])] if self._paragraphs else ""

    @property
    def names(self) -> list[str]:
        """The names of all evidence, in the order of the text."""
        return [self._name(place) for place in self._places]

    def references(self, evidence: Iterable[Evidence]) -> list[Reference]:
        """Where these pieces of evidence stand, each place once."""
        places = dict.fromkeys(CitedRange(part.start, part.end) for part in evidence)
        return [
            Reference(self._name(place), *place, paragraph_number(self._paragraphs, place.start)) for place in places
        ]

    def marked(self) -> Iterator[list[Marked]]:
        """The segments of each paragraph."""
        for paragraph in segments(self._paragraphs, self._places):
            yield [
                Marked(
                    self._text[segment.start : segment.end],
                    [self._name(place) for place in segment.begins],
                    " ".join(map(self._name, segment.covered_by)),
                )
                for segment in paragraph
            ]

    def _name(self, place: CitedRange) -> str:
        return f"{self._prefix}{place.key}"
