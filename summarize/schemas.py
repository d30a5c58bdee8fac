"""JSON Schemas, generated from the models. The files in `schemas/` are checked in and must equal them."""

from __future__ import annotations

import json
from typing import Literal, get_args

from pydantic import BaseModel

Name = Literal["card", "draft", "findings"]
NAMES: tuple[Name, ...] = get_args(Name)


def schema_json(name: Name) -> str:
    """The schema of `name`, as JSON text with a final line end. Outputs list every field as required, defaults included."""
    from summarize.card import Card  # noqa: PLC0415 - a schema is asked for one at a time
    from summarize.draft import Draft  # noqa: PLC0415
    from summarize.findings import Findings  # noqa: PLC0415

    models: dict[Name, type[BaseModel]] = {"card": Card, "draft": Draft, "findings": Findings}

    # Without this a field that has a default, such as schema_version, would be missing from `required`.
    class Output(models[name]):  # type: ignore[misc,valid-type,name-defined]
        model_config = {"json_schema_serialization_defaults_required": True, "title": name.capitalize()}

    schema = Output.model_json_schema(mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": name.capitalize()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
