"""A stretch of text and whose word it is, before the sources are known by name."""

from __future__ import annotations

from msgspec import Struct

from summarize.findings import AttributionKind

Range = tuple[int, int]


class Reported(Struct, frozen=True):
    """Something that is somebody's word. Ranges are half-open, in code points of the text that was read."""

    kind: AttributionKind
    cue: Range
    """The words that say so: "said", "according to", "allegedly"."""
    content: tuple[Range, ...]
    """What is said, in order, without the source and the cue."""
    source: Range | None = None
    """Who says it; None where the text does not say."""
    negated: bool = False
    """Said not to be said: "did not say that", "never claimed"."""

    @property
    def start(self) -> int:
        """Where it begins, cue and source included."""
        parts = [*self.content, self.cue, *([self.source] if self.source else [])]
        return min(start for start, _ in parts)

    def covers(self, start: int, end: int) -> bool:
        """True if a range lies within one part of the content."""
        return any(low <= start and end <= high for low, high in self.content)
