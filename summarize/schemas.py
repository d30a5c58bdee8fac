"""JSON Schemas, generated from the models. The files in `schemas/` are checked in and must equal them.

python -m summarize.schemas schemas/
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

Name = Literal["briefing", "card", "draft", "findings", "gold", "run"]
NAMES: tuple[Name, ...] = get_args(Name)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Plain(GenerateJsonSchema):
    """Without a title on every field that only repeats its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        del schema
        return False


class _Output(_Plain):
    """For what this program writes: every field is there, so every field is required and a default means nothing to a reader."""

    def field_is_required(self, field: Any, total: Any) -> bool:
        del field, total
        return True

    def default_schema(self, schema: Any) -> dict[str, Any]:
        """The schema without its default."""
        return self.generate_inner(schema["schema"])


def schema_json(name: Name) -> str:
    """The schema of `name`, as JSON text with a final line end. Drafts and gold are read, the others are written."""
    from summarize.briefing import Briefing  # noqa: PLC0415
    from summarize.card import Card  # noqa: PLC0415 - a schema is asked for one at a time
    from summarize.draft import Draft  # noqa: PLC0415
    from summarize.evaluation.gold.labels import Gold  # noqa: PLC0415
    from summarize.evaluation.runs.run import Run  # noqa: PLC0415
    from summarize.findings import Findings  # noqa: PLC0415

    models: dict[Name, type[BaseModel]] = {
        "briefing": Briefing,
        "card": Card,
        "draft": Draft,
        "findings": Findings,
        "gold": Gold,
        "run": Run,
    }
    model = models[name]
    if name in {"draft", "gold"}:
        schema = model.model_json_schema(mode="validation", schema_generator=_Plain)
    else:
        schema = model.model_json_schema(mode="serialization", schema_generator=_Output)
    definitions = schema.pop("$defs", {})
    version = model.model_fields["schema_version"].default if "schema_version" in model.model_fields else "1"
    schema = {
        "$schema": DIALECT,
        "$id": f"urn:summarize:schema:{name}:{version}",  # a name and no address: whoever has the file needs no host for it
        "title": model.__name__,
        **schema,
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def file_name(name: Name) -> str:
    """What the file of a schema is called."""
    return f"{name}.schema.json"


def main(arguments: list[str]) -> int:
    """Write every schema into a folder."""
    if len(arguments) != 1:
        print("usage: python -m summarize.schemas FOLDER", file=sys.stderr)  # noqa: T201
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (folder / file_name(name)).write_text(schema_json(name), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
