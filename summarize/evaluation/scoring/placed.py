"""Where labels and items stand in the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from summarize.article import Evidence, Span
from summarize.errors import MeasurementError
from summarize.evaluation.gold.labels import Words

_SHOWN: Final = 60


def is_ahead(evidence: Sequence[Evidence], until: int | None) -> bool:
    """True if something of an item stands in the labelled part of the article."""
    return until is None or any(part.start < until for part in evidence)


def spans_of(evidence: Iterable[Evidence]) -> tuple[Span, ...]:
    """The spans of pieces of evidence that have one."""
    return tuple(Span(start=part.start, end=part.end) for part in evidence if part.end > part.start)


def place(words: Words, text: str) -> Span:
    """Where labelled words stand in the article's text.

    Raises:
        MeasurementError: they do not stand there, or more than once and nothing says where.
    """
    at = words.at
    if at is None:
        at = text.find(words.text)
        if at >= 0 and text.find(words.text, at + 1) >= 0:
            raise MeasurementError(
                f"“{_shown(words)}” stands in the article more than once, and the label does not say where"
            )
    if at < 0 or not text.startswith(words.text, at):
        raise MeasurementError(f"“{_shown(words)}” does not stand in the article where the label says")
    return Span(start=at, end=at + len(words.text))


def _shown(words: Words) -> str:
    return words.text if len(words.text) <= _SHOWN else words.text[:_SHOWN] + "…"
