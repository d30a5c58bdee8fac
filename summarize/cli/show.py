"""`summarize show`: a card from its JSON, rendered again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli.brief import settings_with
from summarize.cli.output import Form, form_for, put, rendered, write_whole
from summarize.errors import ArticleError


def show(
    card: Annotated[Path, typer.Argument(metavar="CARD.json", help="A card that `summarize brief --format json` made, or - for standard input.")],
    form: Annotated[Form | None, typer.Option("--format", "-f", help="Default: terminal on a terminal, markdown in a pipe, else by the name of -o.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file, whole or not at all.")] = None,
) -> None:
    """Render a card again, from its JSON.

    \b
    Examples:
      summarize show card.json
      summarize show card.json --format html -o card.html
    """
    from pydantic import ValidationError

    from summarize.card import Card

    try:
        data = typer.get_binary_stream("stdin").read() if str(card) == "-" else card.read_bytes()
    except OSError as error:
        raise ArticleError(f"{card} cannot be read: {error.strerror}") from error
    try:
        loaded = Card.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise ArticleError(f"{card} is no card of this version: {where}: {first['msg']}") from error
    chosen = form_for(form, output)
    text = rendered(loaded, chosen, to_terminal=output is None, no_color=settings_with(None).no_color)
    if output is None:
        put(text)
    else:
        write_whole(output, text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show")(show)
