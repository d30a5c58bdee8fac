"""`summarize evidence`: what is found in an article without any language model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize.cli.articles import articles_of
from summarize.cli.messages import tell
from summarize.cli.options import Limit, Nlp, Published, settings_with, sources_of, sources_or_stdin, syntax_told
from summarize.cli.output import put
from summarize.errors import SummarizeError, UsageError

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.evidence.syntax import Syntax


def evidence(
    source: Annotated[
        list[str],
        typer.Argument(
            default_factory=list,
            metavar="SOURCE",
            callback=sources_or_stdin,
            show_default=False,
            help="A file, a folder, the address of a page or feed, or - for standard input. Default: what is piped in.",
        ),
    ],
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to show it.")] = "text",
    why: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="WORDS",
            help="Show why what stands there is found as it is, or not at all: a quotation and its speaker, a name, a date, a place. It names the "
            "rule that decided and those that it beat. Of English articles.",
        ),
    ] = None,
    published: Published = None,
    limit: Limit = None,
    nlp: Nlp = None,
) -> None:
    """Show what is found in an article.

    Its numbered sentences, quotations, dates, participants and places: what a card is drawn up from. Several articles come one after the
    other, each under its name; in JSON each is a line that holds its text as well.

    \b
    Examples:
      summarize evidence article.txt
      summarize evidence inbox.mbox#3
      summarize evidence article.txt --explain "we shall not sign"
      summarize evidence article.txt --explain Friday
      summarize evidence article.txt --format json | jq '.quotations[].speaker'
    """
    if why is not None and not why.strip():
        raise UsageError("--explain takes words of the article, such as a name or a part of a quotation")
    settings = settings_with(nlp=nlp)
    failed: SummarizeError | None = None
    with sources_of(source, published, settings, new=False, limit=limit) as sources:
        syntax, between = None, ""
        for article in articles_of(sources):
            if isinstance(article, SummarizeError):
                tell(f"error: {article}")
                failed = failed or article
                continue
            if not between:
                syntax = syntax_told(settings)
            if why is not None:
                put(_explain_words(article, syntax, why))
                continue
            put(between + _findings_text(article, syntax, form, several=sources.several))
            between = "" if form == "json" else "\n"
    if failed is not None:
        raise typer.Exit(failed.exit_code)


def _findings_text(article: Article, syntax: Syntax | None, form: str, *, several: bool) -> str:
    from summarize.evidence.find import find
    from summarize.rendering.findings import to_text

    findings = find(article, syntax)
    if form == "json" and several:
        import json

        from summarize.rendering.safe import json_text

        # Offsets mean nothing without the article that they point into.
        named = {"source": article.source, "id": article.id, **findings.model_dump(), "text": article.text}
        return json_text(json.dumps(named, ensure_ascii=False, separators=(",", ":"))) + "\n"
    if form == "json":
        return findings.model_dump_json(indent=2) + "\n"
    from summarize.rendering.safe import one_line

    heading = f"{one_line(article.source)}: {one_line(article.title or '')}".rstrip(": ") + "\n\n" if several else ""
    return heading + to_text(article, findings)


def _explain_words(article: Article, syntax: Syntax | None, words: str) -> str:
    from summarize.engines.extractive.engine import ExtractiveEngine
    from summarize.evidence.document import document_of
    from summarize.evidence.explaining import explain
    from summarize.rendering.findings import reasons_text

    if not document_of(article).is_english:
        tell(
            f"note: {article.source} is not in English, and the rules of other languages have no names: nothing of it is explained"
        )
        return ""
    shown = reasons_text(article, explain(article, words, syntax, ExtractiveEngine().choose))
    if not shown:
        tell(f"note: “{words}” stands nowhere in whole words, as it is written here, in {article.source}")
    return shown
