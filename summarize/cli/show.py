"""`summarize show`: a card from its JSON, rendered again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli.options import FormOption, settings_with
from summarize.cli.output import Output
from summarize.errors import ArticleError


def show(
    card: Annotated[
        str,
        typer.Argument(
            metavar="CARD.json", help="A card that `summarize brief --format json` made, or - for standard input."
        ),
    ],
    form: FormOption = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PATH", help="Write to this file, whole or not at all.")
    ] = None,
) -> None:
    """Render a card again, from its JSON.

    A card that does not hold (evidence that is not what its article says there) is refused.

    \b
    Examples:
      summarize show card.json
      summarize show card.json --format html -o card.html
    """
    from pydantic import ValidationError

    from summarize.card import Card

    settings = settings_with()
    name = "standard input" if card == "-" else card
    try:
        data = typer.get_binary_stream("stdin").read() if card == "-" else Path(card).read_bytes()
    except OSError as error:
        raise ArticleError(f"{name} cannot be read: {error.strerror}") from error
    try:
        loaded = Card.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise ArticleError(f"{name} is no card of this version: {where}: {first['msg']}") from error
    cards = Output(output, form, [], no_color=settings.no_color)
    cards.add(loaded)
    cards.close()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show")(show)
