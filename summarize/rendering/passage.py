"""The article cut into paragraphs and segments, so that every piece of evidence on a card can be lit up in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")
# More evidence than this over one place has no reader; without a bound, spans that all nest would make a page quadratic.
_DEEPEST = 32


class Place(NamedTuple):
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
    covered_by: tuple[Place, ...]
    begins: tuple[Place, ...]  # the places whose first visible character is this segment's


def paragraphs(text: str) -> list[Place]:
    """The ranges of the paragraphs: blocks between blank lines, or single lines in a text that has no blank line."""
    pattern = _BLOCK if _BLANK_LINE.search(text.strip()) else _LINE
    return [Place(*found.span()) for found in pattern.finditer(text)]


def segments(ranges: Iterable[Place], places: Iterable[Place]) -> Iterator[list[Segment]]:
    """Each paragraph's segments, in order: cut at every boundary of every place, so that overlaps need no nesting."""
    ordered = sorted(set(places))
    cuts = sorted({boundary for place in ordered for boundary in place})
    reached = 0
    active: tuple[Place, ...] = ()
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


def paragraph_number(ranges: list[Place], offset: int) -> int:
    """The number, from 1, of the paragraph that holds `offset` (or that follows it, between two paragraphs)."""
    return min(bisect_right(ranges, offset, key=lambda place: place.end - 1) + 1, max(len(ranges), 1))
