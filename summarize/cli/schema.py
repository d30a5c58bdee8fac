"""`summarize schema`: the JSON Schema of what the program reads and writes."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summarize.cli.output import put


def schema(
    name: Annotated[
        Literal["briefing", "card", "draft", "findings", "gold", "run"], typer.Argument(help="Which schema.")
    ] = "card",
) -> None:
    """Print a JSON Schema.

    \b
    Example:
      summarize schema card > card.schema.json
    """
    from summarize.schemas import schema_json

    put(schema_json(name))
