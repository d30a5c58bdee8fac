"""Frames: a paragraph with each quotation replaced by a stand-in, and the map back to the article's own offsets.

Both the rules and the parser read frames: what a speaker says must not be taken for the sentence around it.
"""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct, field

from summarize.evidence.marks import Quoted

Range = tuple[int, int]

STAND_IN = "\ue000"
"""One private-use character; reading removes it from articles, so it can only stand for a quotation."""


class Frame(Struct):
    """A paragraph with stand-ins. `text` positions are mapped to article positions by `source`."""

    text: str = ""
    quotes: list[tuple[int, int, Quoted]] = field(default_factory=list)
    """Half-open range in `text` of each stand-in, and the run it stands for."""
    _starts: list[int] = field(default_factory=list)
    _sources: list[int] = field(default_factory=list)
    _held: set[int] = field(default_factory=set)
    """Where the stand-ins begin."""
    end: int = 0

    def source(self, position: int) -> int:
        """The article position of a frame position; inside a stand-in, the start of what it stands for."""
        index = bisect_right(self._starts, position) - 1
        offset = position - self._starts[index]
        limit = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
        return min(self._sources[index] + offset, self._sources[index] + max(0, limit - self._starts[index]))

    def position(self, source: int) -> int:
        """The frame position of an article position; inside a quotation, the start of its stand-in."""
        index = bisect_right(self._sources, source) - 1
        if index < 0:
            return 0
        limit = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
        is_inside = index + 1 < len(self._starts) or source > self._sources[index]
        if is_inside and self._starts[index] in self._held:
            return self._starts[index]
        return min(self._starts[index] + source - self._sources[index], limit)

    def pieces(self) -> list[tuple[int, int, int]]:
        """The stretches of the article outside stand-ins: (start and end in `text`, article position of the start)."""
        ends = [*self._starts[1:], len(self.text)]
        return [
            (start, end, source)
            for start, end, source in zip(self._starts, ends, self._sources, strict=True)
            if start not in self._held
        ]

    def source_range(self, start: int, end: int) -> Range:
        """The article range of a frame range that holds no stand-in."""
        return self.source(start), self.source(end - 1) + 1


def build(
    text: str, paragraph: Range, runs: list[Quoted], stand_in: str = STAND_IN, keep: frozenset[int] = frozenset()
) -> Frame:
    """The frame of one paragraph."""
    frame = Frame()
    pieces: list[str] = []
    length = 0
    position, end = paragraph

    def add(piece: str, source: int) -> None:
        nonlocal length
        if piece:
            frame._starts.append(length)  # noqa: SLF001 - the builder of the frame
            frame._sources.append(source)  # noqa: SLF001
            pieces.append(piece)
            length += len(piece)

    for index, run in enumerate(runs):
        for (outer_start, outer_end), (inner_start, inner_end) in run.pieces_in(position, end):
            if outer_end <= position or outer_start >= end:
                continue
            add(text[position:outer_start], position)
            begin = length
            if index in keep:
                add(text[inner_start:inner_end], inner_start)
            else:
                add(stand_in, outer_start)
            frame.quotes.append((begin, length, run))
            frame._held.add(begin)  # noqa: SLF001
            position = outer_end
    add(text[position:end], position)
    frame.text = "".join(pieces)
    frame.end = end
    return frame
