"""Where labels and items stand in the article, and what a card says in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from summarize.article import Evidence, Span
from summarize.card import Card, Headline, Statement, When, Where
from summarize.errors import MeasurementError
from summarize.evaluation.gold.labels import Words
from summarize.evaluation.runs.run import Judgement

_SHOWN: Final = 60
Item = TypeVar("Item", When, Where)


def is_ahead(evidence: Sequence[Evidence], until: int | None) -> bool:
    """True if something of an item stands in the labelled part of the article."""
    return until is None or any(part.start < until for part in evidence)


def spans_of(evidence: Iterable[Evidence]) -> tuple[Span, ...]:
    """The spans of pieces of evidence that have one."""
    return tuple(Span(start=part.start, end=part.end) for part in evidence if part.end > part.start)


def main_judgement(  # noqa: PLR0913 - what is labelled, and what the card has
    field: str, label: int, expected: str, items: Sequence[Item], told: Callable[[Item], str], *, is_right: bool
) -> Judgement:
    """What became of the main date or place: that of the label with this number, and the one that is the main one of the card's items."""
    number, main = next(((number, one) for number, one in enumerate(items) if one.main), (None, None))
    return Judgement(
        measure=f"{field}.main",
        verdict="right" if is_right else "missing" if main is None else "wrong",
        label=f"{field}[{label}]",
        item=None if main is None else f"{field}[{number}]",
        expected=expected,
        got=None if main is None else told(main),
        spans=() if main is None else spans_of(main.evidence[:1]),
    )


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
                f"“{_shorten_words(words)}” stands in the article more than once, and the label does not say where"
            )
    if at < 0 or not text.startswith(words.text, at):
        raise MeasurementError(f"“{_shorten_words(words)}” does not stand in the article where the label says")
    return Span(start=at, end=at + len(words.text))


def _shorten_words(words: Words) -> str:
    return words.text if len(words.text) <= _SHOWN else words.text[:_SHOWN] + "…"


class CardStatement(NamedTuple):
    """A headline, or a sentence of what or background."""

    field: str
    item: str
    """Where it stands on the card, such as `what[0]`."""
    text: str
    evidence: tuple[Evidence, ...]
    source: str | None
    """Whose word it is, where the card says so beside the text."""


def card_statements(card: Card) -> Iterator[CardStatement]:
    """Headline, what and background, in this order."""
    yield _card_statement("headline", "headline", card.headline)
    for field, statements in (("what", card.what), ("background", card.background)):
        for number, statement in enumerate(statements):
            yield _card_statement(field, f"{field}[{number}]", statement)


def _card_statement(field: str, item: str, statement: Headline | Statement) -> CardStatement:
    source = None if statement.attribution is None else statement.attribution.source
    return CardStatement(field, item, statement.text, tuple(statement.evidence), source)


def makers(card: Card) -> frozenset[str]:
    """The models that had a part in the card: they are no witnesses of what it says."""
    return frozenset(name for name in (card.provenance.model, card.provenance.judge) if name)
