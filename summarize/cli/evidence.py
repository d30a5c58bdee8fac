"""`summarize evidence`: what is found in an article without any language model."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summarize.cli.messages import tell
from summarize.cli.options import Nlp, Published, settings_with, syntax_told
from summarize.cli.output import put


def evidence(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A file with an article, or - for standard input.")],
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to show it.")] = "text",
    published: Published = None,
    nlp: Nlp = None,
) -> None:
    """Show what is found in an article.

    Its numbered sentences, quotations, dates, participants and places: what a card is drawn up from.

    \b
    Examples:
      summarize evidence article.txt
      summarize evidence article.txt --format json | jq '.quotations[].speaker'
    """
    from summarize import reading

    settings = settings_with(nlp=nlp)
    read = reading.read(source, published)
    for notice in read.notices:
        tell(f"note: {notice}")

    from summarize.evidence.find import find
    from summarize.rendering.findings import to_text

    findings = find(read.article, syntax_told(settings))
    put(findings.model_dump_json(indent=2) + "\n" if form == "json" else to_text(read.article, findings))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evidence")(evidence)
