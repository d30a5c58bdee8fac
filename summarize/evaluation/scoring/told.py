"""What a card says in sentences: the one place of the scoring that knows the form of headline and statements, of either contract.

In contract 1.0 the headline is a text; in 2.0 it is a statement, and statements may say whose word they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from summarize.article import Evidence
from summarize.card import Card


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
    headline: Any = card.headline
    if isinstance(headline, str):
        yield Told("headline", "headline", headline, (), None)
    else:
        yield _told("headline", "headline", headline)
    for field, statements in (("what", card.what), ("background", card.background)):
        for number, statement in enumerate(statements):
            yield _told(field, f"{field}[{number}]", statement)


def _told(field: str, item: str, statement: Any) -> Told:
    attribution = getattr(statement, "attribution", None)
    source = None if attribution is None else attribution.source
    return Told(field, item, statement.text, tuple(statement.evidence), source)


def makers(card: Card) -> frozenset[str]:
    """The models that had a part in the card: they are no witnesses of what it says."""
    provenance: Any = card.provenance
    return frozenset(name for name in (provenance.model, getattr(provenance, "judge", None)) if name)
