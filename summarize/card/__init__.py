"""The briefing card: the published result for one article, and the contract that other programs read.

Every item carries evidence, and a card checks on construction that each piece of evidence is exactly what stands in its
article at that place: a card that points wrongly cannot be made, nor loaded.
"""

from summarize.card.card import FIELDS, NOT_JUDGED, ORDER, VERSION, Card
from summarize.card.items import (
    SUPPORT_MEANS,
    EvidenceList,
    Headline,
    Item,
    Quote,
    SaidBy,
    Statement,
    Support,
    Told,
    When,
    Where,
    Who,
    shares_a_word,
)
from summarize.card.provenance import Checks, Correction, Declined, Provenance, Rejection, Usage

__all__ = [
    "FIELDS",
    "NOT_JUDGED",
    "ORDER",
    "SUPPORT_MEANS",
    "VERSION",
    "Card",
    "Checks",
    "Correction",
    "Declined",
    "EvidenceList",
    "Headline",
    "Item",
    "Provenance",
    "Quote",
    "Rejection",
    "SaidBy",
    "Statement",
    "Support",
    "Told",
    "Usage",
    "When",
    "Where",
    "Who",
    "shares_a_word",
]
