"""Where labelled words stand in an article, and which of its words stand in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarize.evidence.marks import Quoted, quoted_runs
from summarize.layout import lay_out, shadow

Range = tuple[int, int]
_MOST: Final = 1000
"""Occurrences looked at: more of them tell nothing."""


class Ground:
    """The text that labels stand in."""

    def __init__(self, text: str, until: int | None = None) -> None:
        """Read the marks of a text.

        Args:
            text: the article's.
            until: where the labelled part ends; None: all of it is labelled.
        """
        self.text = text
        self.end = len(text) if until is None else min(until, len(text))
        shadowed = shadow(text)
        self.runs: list[Quoted] = [
            run for run in quoted_runs(shadowed, lay_out(shadowed).body) if run.parts[0][0] < self.end
        ]
        """The runs in quotation marks of the article's content, as `summarize.evidence` finds them."""
        self.parts: list[Range] = [part for run in self.runs for part in run.parts if part[0] < self.end]
        """Their words, paragraph by paragraph."""

    def stands(self, words: str, at: int) -> bool:
        """True if the words stand at `at`."""
        return self.text.startswith(words, at) and at + len(words) <= self.end

    def occurrences(self, words: str) -> list[int]:
        """Where the words stand, in the labelled part."""
        found: list[int] = []
        at = self.text.find(words, 0, self.end)
        while at >= 0 and len(found) < _MOST:
            found.append(at)
            at = self.text.find(words, at + 1, self.end)
        return found

    def place(self, words: str, at: int | None, *, in_marks: bool = False) -> int | None:
        """Where the words stand: at `at`, or else at the only place there is.

        Args:
            words: verbatim.
            at: where they are said to stand; None if nothing is said.
            in_marks: of several places, the only one in quotation marks is meant.
        """
        if at is not None and self.stands(words, at):
            return at
        found = self.occurrences(words)
        if len(found) > 1 and in_marks:
            found = [place for place in found if self.in_marks(place, place + len(words))]
        return found[0] if len(found) == 1 else None

    def in_marks(self, start: int, end: int) -> bool:
        """True if a range stands within quotation marks."""
        return any(part[0] <= start and end <= part[1] for part in self.parts)

    def uncovered(self, covered: list[Range]) -> Iterator[tuple[Range, str]]:
        """The words in quotation marks, paragraph by paragraph, of which some are in none of the given ranges: where, and which."""
        covered = sorted(covered)
        for start, end in self.parts:
            left: list[Range] = []
            at = start
            for low, high in covered:
                if high > at and low < end:
                    if low > at:
                        left.append((at, low))
                    at = max(at, high)
            if at < end:
                left.append((at, end))
            words = [self.text[low:high] for low, high in left]
            if any(character.isalnum() for part in words for character in part):
                yield (start, end), " … ".join(part.strip() for part in words)
