"""A briefing as JSON: the contract that other programs read."""

from __future__ import annotations

import json

from pydantic_core import PydanticSerializationError

from summarize.briefing import Briefing
from summarize.rendering import safe


def to_json(briefing: Briefing) -> str:
    """The briefing as indented JSON. What would act on a terminal is written as escapes; the data is unchanged."""
    try:
        document = briefing.model_dump_json(indent=2)
    except PydanticSerializationError:
        # pydantic writes UTF-8, which has no lone surrogates; JSON has an escape for them.
        document = json.dumps(briefing.model_dump(), indent=2, ensure_ascii=False)
    return safe.json_text(document) + "\n"
