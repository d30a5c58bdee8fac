"""What a card says in sentences: headline and statements, which may say whose word they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarize.article import Evidence
from summarize.card import Card, Headline, Statement


class Told(NamedTuple):
    """A headline, or a sentence of what or background."""

    field: str
    item: str
    """Where it stands on the card, such as `what[0]`."""
    text: str
    evidence: tuple[Evidence, ...]
    source: str | None
    """Whose word it is, where the card says so beside the text."""


def told(card: Card) -> Iterator[Told]:
    """Headline, what and background, in this order."""
    yield _told("headline", "headline", card.headline)
    for field, statements in (("what", card.what), ("background", card.background)):
        for number, statement in enumerate(statements):
            yield _told(field, f"{field}[{number}]", statement)


def _told(field: str, item: str, statement: Headline | Statement) -> Told:
    source = None if statement.attribution is None else statement.attribution.source
    return Told(field, item, statement.text, tuple(statement.evidence), source)


def makers(card: Card) -> frozenset[str]:
    """The models that had a part in the card: they are no witnesses of what it says."""
    return frozenset(name for name in (card.provenance.model, card.provenance.judge) if name)
