"""`summarize brief`: articles to cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli.messages import tell
from summarize.cli.options import FormOption, Nlp, Published, pipeline_told, settings_with
from summarize.cli.output import Output
from summarize.errors import ArticleError, GroundingError, SummarizeError

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.card import Card
    from summarize.pipeline import Pipeline


def brief(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Files with an article each, or - for standard input.")
    ],
    form: FormOption = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to this file, whole or not at all; a folder (or a name ending in /) takes one file per card.",
        ),
    ] = None,
    published: Published = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 6 if any claim was rejected.")] = False,
    nlp: Nlp = None,
) -> None:
    """Make a briefing card of each article.

    Several cards come in the order of the articles. One that cannot be read does not stop the others: it is reported, and
    the exit code is 4.

    \b
    Examples:
      summarize brief article.txt
      cat article.txt | summarize brief -
      summarize brief article.txt --published 2025-11-29 -o card.html
      summarize brief monday/*.txt --format json > monday.jsonl
      summarize brief monday/*.txt --format html -o cards/
    """
    settings = settings_with(nlp)
    cards = Output(output, form, sources, no_color=settings.no_color)
    pipeline: Pipeline | None = None
    failed = 0
    for source in sources:
        try:
            article = _article(source, published)
            pipeline = pipeline or pipeline_told(settings)
            card = pipeline.card(article)
        except (ArticleError, GroundingError) as error:
            failed = _report(error, failed)
            continue
        if strict and card.rejected:
            failed = _report(_refusal(card), failed)
        cards.add(card)
    cards.close()
    if failed:
        raise typer.Exit(failed)


def _report(error: SummarizeError, failed: int) -> int:
    """Tell the error; the exit code is that of the first."""
    tell(f"error: {error}")
    return failed or error.exit_code


def _article(source: str, published: str | None) -> Article:
    from summarize import reading

    read = reading.read(source, published)
    for notice in read.notices:
        tell(f"note: {notice}")
    return read.article


def _refusal(card: Card) -> GroundingError:
    first = card.rejected[0]
    return GroundingError(
        f"{card.article.source}: {len(card.rejected)} rejected; the first: {first.field}: {first.value}: {first.reason}"
    )


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief")(brief)
