"""`summarize show`: a card or a briefing from its JSON, rendered again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar, cast, get_args

import typer

from summarize.cli.guard import ReadFiles
from summarize.cli.options import CardFormOption
from summarize.cli.output import CardOutput
from summarize.errors import ArticleError, UsageError, in_words
from summarize.settings.parsers import as_language

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarize.card import Card

Model = TypeVar("Model", bound="BaseModel")


def show(
    card: Annotated[
        str,
        typer.Argument(
            metavar="CARD.json",
            help="A card or a briefing that was made with `--format json`, or - for standard input.",
        ),
    ],
    form: CardFormOption = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PATH", help="Write to this file, whole or not at all.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language",
            metavar="TAG",
            help="Language of titles, notes and dates, such as de. Default: the article's, or that of all articles of a briefing.",
        ),
    ] = None,
) -> None:
    """Render a card or a briefing again, from its JSON.

    One that does not hold (evidence that is not what its article says there) is refused.

    \b
    Examples:
      summarize show card.json
      summarize show card.json --format html -o card.html
      summarize show 2026-11-21.json --format html -o briefing.html
    """
    try:
        language = as_language(language) if language is not None else None
    except ValueError as error:
        raise UsageError(f"--language is {language!r}: {error}") from None
    name = "standard input" if card == "-" else card
    data = _read_bytes(card)
    reads = ReadFiles([card])
    if b'"stories"' in data and b'"headline"' in data:
        _show_briefing(data, name, form, output, reads, language)
        return
    from summarize.card import Card

    cards = CardOutput(output, form, reads, several=False, language=language)
    cards.add(_parse_value(Card, data, name, "card"))
    cards.close()


def read_card(card: str) -> Card:
    """The card in a file, or on standard input for "-".

    Raises:
        ArticleError: it cannot be read, is no card, or does not hold.
    """
    from summarize.card import Card

    return _parse_value(Card, _read_bytes(card), "standard input" if card == "-" else card, "card")


def _read_bytes(name: str) -> bytes:
    try:
        return typer.get_binary_stream("stdin").read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise ArticleError(f"{'standard input' if name == '-' else name} cannot be read: {error.strerror}") from error


def _show_briefing(
    data: bytes, name: str, form: str | None, output: str | None, reads: ReadFiles, language: str | None
) -> None:
    from summarize.briefing import Briefing
    from summarize.cli.briefings import BriefingForm, Target

    if form is not None and form not in get_args(BriefingForm):
        raise UsageError("a briefing is shown as markdown, html or json, or by a name for -o that ends in .eml or .ics")
    briefing = _parse_value(Briefing, data, name, "briefing")
    target = Target(output, cast("BriefingForm | None", form), briefing.date, None, language)
    target.refuse(reads)
    target.write(briefing)


def _parse_value(kind: type[Model], data: bytes, name: str, what: str) -> Model:
    """The value that the JSON spells.

    Raises:
        ArticleError: it is none, or does not hold.
    """
    from pydantic import ValidationError

    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        if first["type"] == "json_invalid":
            raise ArticleError(
                f"{name} is no {what}: it is not JSON; a {what} to show is made with --format json"
            ) from error
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise ArticleError(f"{name} is no {what} of this version: {where}: {in_words(first)}") from error
