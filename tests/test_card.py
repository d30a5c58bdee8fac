"""Rules of the card: what cannot be made, and what survives being written."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from summarize.card import Card
from tests.rendering import cards

CARDS = [cards.ordinary(), cards.bare()]
Change = Callable[[dict[str, Any]], None]


def ordinary() -> dict[str, Any]:
    """An ordinary card as JSON values."""
    values: dict[str, Any] = cards.ordinary().model_dump(mode="json")
    return values


def shift_evidence(card: dict[str, Any]) -> None:
    part = card["what"][0]["evidence"][0]
    part["start"] += 1
    part["end"] += 1


def reword_evidence(card: dict[str, Any]) -> None:
    part = card["who"][0]["evidence"][0]
    part["text"] = part["text"].swapcase()


def drop_evidence(card: dict[str, Any]) -> None:
    card["where"][0]["evidence"] = []


def stretch_evidence(card: dict[str, Any]) -> None:
    card["when"][0]["evidence"][0]["end"] += 1


def change_article(card: dict[str, Any]) -> None:
    card["article"]["text"] = "X" + card["article"]["text"]


def alter_quote(card: dict[str, Any]) -> None:
    card["quotes"][0]["text"] += "!"


def invent_speaker(card: dict[str, Any]) -> None:
    card["quotes"][0]["speakers"] = ["Bob Tamper"]


def invent_source(card: dict[str, Any]) -> None:
    card["claims"][0]["attribution"]["source"] = "Bob Tamper"


def empty_statement(card: dict[str, Any]) -> None:
    card["what"][0]["text"] = ""


def unknown_field(card: dict[str, Any]) -> None:
    card["opinion"] = "good"


def unknown_support(card: dict[str, Any]) -> None:
    card["what"][0]["support"] = "probably"


def wrong_version(card: dict[str, Any]) -> None:
    card["schema_version"] = "3.0"


def no_mentions(card: dict[str, Any]) -> None:
    card["who"][0]["mentions"] = 0


@pytest.mark.parametrize(
    "change",
    [
        shift_evidence,
        reword_evidence,
        drop_evidence,
        stretch_evidence,
        change_article,
        alter_quote,
        invent_speaker,
        invent_source,
        empty_statement,
        unknown_field,
        unknown_support,
        wrong_version,
        no_mentions,
    ],
)
def test_a_card_that_is_not_true_of_its_article_cannot_be_loaded(change: Change) -> None:
    """A card whose evidence, quotations or fields are not what its article and contract say is refused."""
    values = ordinary()
    Card.model_validate(values)
    change(values)
    with pytest.raises(ValidationError):
        Card.model_validate(values)


@pytest.mark.parametrize("card", CARDS, ids=["ordinary", "bare"])
def test_a_card_survives_json(card: Card) -> None:
    """A card written as JSON and read again is the same card."""
    assert Card.model_validate_json(card.model_dump_json()) == card


@pytest.mark.parametrize("card", CARDS, ids=["ordinary", "bare"])
def test_a_card_fits_its_schema(card: Card) -> None:
    """A card's JSON validates against the JSON Schema made from its contract."""
    jsonschema.Draft202012Validator(Card.model_json_schema(mode="serialization")).validate(
        json.loads(card.model_dump_json())
    )


def test_a_quotation_is_its_parts_joined_by_one_space() -> None:
    """The text of a quotation on a card is its verbatim parts and nothing else."""
    quotes = [quote for card in CARDS for quote in card.quotes]
    assert quotes
    assert all(quote.text == " ".join(part.text for part in quote.evidence) for quote in quotes)


def test_items_are_listed_in_the_cards_order() -> None:
    """Everything on a card that rests on evidence is listed once, in the order of the card."""
    card = cards.ordinary()
    assert list(card.items()) == [
        *card.what,
        *card.who,
        *card.when,
        *card.where,
        *card.quotes,
        *card.claims,
        *card.background,
    ]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"text": "The east quay"}, "verbatim"),
        ({"text": "The [closed] quay.", "support": "cut"}, "cut"),
        ({"text": "The quay is shut.", "support": "judged"}, "no judge is named"),
    ],
)
def test_support_is_what_it_says(changed: dict[str, str], message: str) -> None:
    """A part of a sentence is not verbatim, brackets hold only what stands in evidence of its own, and a judged text has a judge."""
    card = cards.bare().model_dump(mode="json")
    card["what"][0] |= changed
    with pytest.raises(ValueError, match=message):
        Card.model_validate(card)
