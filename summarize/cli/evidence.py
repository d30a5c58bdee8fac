"""`summarize evidence`: what is found in an article without any language model."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summarize.cli.app import tell
from summarize.cli.brief import Nlp, settings_with
from summarize.cli.output import put


def evidence(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A file with an article, or - for standard input.")],
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to show it.")] = "text",
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="The publication date, ISO; overrides what the article says.")] = None,
    nlp: Nlp = None,
) -> None:
    """Show the numbered sentences, quotations, dates and names found in an article.

    \b
    Examples:
      summarize evidence article.txt
      summarize evidence article.txt --format json | jq '.quotations[].speaker'
    """
    from summarize import reading
    from summarize.evidence.find import find
    from summarize.pipeline import syntax_for
    from summarize.rendering.findings import to_text

    settings = settings_with(nlp)
    read = reading.read(source, published)
    for notice in read.notices:
        tell(f"note: {notice}")
    findings = find(read.article, syntax_for(settings))
    put(findings.model_dump_json(indent=2) + "\n" if form == "json" else to_text(read.article, findings))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evidence")(evidence)
