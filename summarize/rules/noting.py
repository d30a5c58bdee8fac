"""Notes of why the finders decide as they do, taken only while somebody asks: `summarize evidence --explain`.

A finder that decides asks `notebook()`, which is None as a rule, and writes down what decided: no second reading can then disagree with the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from summarize.rules.reasons import RuleReason


class Notebook:
    """Reasons with the half-open code-point range of `text` that each is about."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.entries: list[tuple[int, int, RuleReason]] = []
        self._asides: list[RuleReason] = []

    def write(self, start: int, end: int, reason: RuleReason) -> None:
        """A reason for what stands at `start` to `end`."""
        self.entries.append((start, end, reason))

    def aside(self, reason: RuleReason) -> None:
        """A reason from where it is not known what range is decided about; `place` gives it one."""
        self._asides.append(reason)

    def place(self, start: int, end: int) -> None:
        """Give the reasons put aside since the last call their range."""
        self.entries += [(start, end, reason) for reason in self._asides]
        self.clear()

    def clear(self) -> None:
        """Forget the reasons put aside."""
        self._asides.clear()

    def over(self, start: int, end: int) -> list[RuleReason]:
        """The reasons for what overlaps a range, each once, in the order in which they were written."""
        return list(dict.fromkeys(reason for first, last, reason in self.entries if first < end and start < last))


_OPEN: Final[ContextVar[Notebook | None]] = ContextVar("notebook", default=None)


def reason_text(words: str) -> str:
    """Words for a reader who asks why, as they are: the mark by which they differ from words that articles are read with."""
    return words


def notebook() -> Notebook | None:
    """Where reasons are written down; None while nobody asks for them."""
    return _OPEN.get()


@contextmanager
def take_notes(text: str = "") -> Iterator[Notebook]:
    """Take notes of what is decided about a text within the block."""
    notes = Notebook(text)
    token = _OPEN.set(notes)
    try:
        yield notes
    finally:
        _OPEN.reset(token)
