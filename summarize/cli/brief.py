"""`summarize brief`: articles to cards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli.app import tell
from summarize.cli.output import Form, file_name, form_for, joined, put, rendered, write_whole
from summarize.errors import GroundingError, SummarizeError, UsageError

if TYPE_CHECKING:
    from summarize.card import Card
    from summarize.pipeline import Pipeline
    from summarize.settings import Settings

Nlp = Annotated[str | None, typer.Option("--nlp", metavar="auto|on|off", help="Use the NLP model for names and speakers. [default: auto]")]


def brief(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files with an article each, or - for standard input.")],
    form: Annotated[Form | None, typer.Option("--format", "-f", help="Default: terminal on a terminal, markdown in a pipe, else by the name of -o.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file, whole or not at all; a folder takes one file per card.")] = None,
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="The publication date, ISO; overrides what the article says.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 6 if any claim was rejected.")] = False,
    nlp: Nlp = None,
) -> None:
    """Make a briefing card of each article.

    \b
    Examples:
      summarize brief article.txt
      cat article.txt | summarize brief -
      summarize brief article.txt --published 2025-11-29 --format json -o card.json
      summarize brief monday/*.txt --format html -o cards/
    """
    settings = settings_with(nlp)
    chosen = form_for(form, output)
    to_folder = output is not None and (output.is_dir() or str(output).endswith("/"))
    if chosen == "html" and len(sources) > 1 and not to_folder:
        raise UsageError("several HTML pages do not fit one file: give a folder, such as -o cards/")
    pipeline = pipeline_told(settings)
    failed = 0
    texts: list[str] = []
    taken: set[str] = set()
    for source in sources:
        try:
            card = _card(pipeline, source, published)
        except (SummarizeError, ValueError) as error:
            if not isinstance(error, SummarizeError):
                raise
            if len(sources) == 1:
                raise
            tell(f"error: {error}")
            failed = failed or error.exit_code
            continue
        if strict and card.rejected:
            first = card.rejected[0]
            tell(f"error: {source}: {len(card.rejected)} rejected; the first: {first.field}: {first.value}: {first.reason}")
            failed = failed or GroundingError.exit_code
        if to_folder and output is not None:
            output.mkdir(parents=True, exist_ok=True)
            write_whole(output / file_name(card, chosen, taken), _text(card, chosen, settings, alone=True, to_terminal=False))
        else:
            texts.append(_text(card, chosen, settings, alone=len(sources) == 1, to_terminal=output is None))
    if texts and not to_folder:
        everything = joined(texts, chosen)
        if output is None:
            put(everything)
        else:
            write_whole(output, everything)
    if failed:
        raise typer.Exit(failed)


def _card(pipeline: Pipeline, source: str, published: str | None) -> Card:
    from summarize import reading

    read = reading.read(source, published)
    for notice in read.notices:
        tell(f"note: {notice}")
    return pipeline.card(read.article)


def _text(card: Card, form: Form, settings: Settings, *, alone: bool, to_terminal: bool) -> str:
    if form == "json" and not alone:
        return card.model_dump_json() + "\n"  # JSON Lines: one card a line
    return rendered(card, form, to_terminal=to_terminal, no_color=settings.no_color)


def settings_with(nlp: str | None) -> Settings:
    """The settings in force, the flag above the environment above the file.

    Raises:
        ConfigurationError: a setting has a value it does not take.
    """
    from summarize import settings

    return settings.load(flags={"nlp": nlp} if nlp is not None else {})


def pipeline_told(settings: Settings) -> Pipeline:
    """The pipeline that the settings ask for; one line on stderr says which engine it has."""
    from summarize.pipeline import pipeline_for

    pipeline = pipeline_for(settings)
    if pipeline.syntax is not None:
        how = f"with {pipeline.syntax.name}"
    elif settings.nlp == "off":
        how = "by rules alone"
    else:
        how = "by rules alone; pip install 'summarize[nlp]' finds more names and speakers"
    tell(f"note: no language model configured: the built-in extractive engine, {how}")
    return pipeline


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief")(brief)
