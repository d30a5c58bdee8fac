"""A card or a briefing as JSON: the contracts that other programs read."""

from __future__ import annotations

import json

from pydantic_core import PydanticSerializationError

from summarize.article import Value
from summarize.card import Card
from summarize.rendering import safe


def json_line(card: Card) -> str:
    """The card on one line, as JSON Lines wants it, with the same escapes."""
    return safe.json_text(json.dumps(card.model_dump(), ensure_ascii=False, separators=(",", ":"))) + "\n"


def to_json(value: Value) -> str:
    """It as indented JSON. What would act on a terminal is written as escapes; the data is unchanged."""
    try:
        document = value.model_dump_json(indent=2)
    except PydanticSerializationError:
        # pydantic writes UTF-8, which has no lone surrogates; JSON has an escape for them.
        document = json.dumps(value.model_dump(), indent=2, ensure_ascii=False)
    return safe.json_text(document) + "\n"
