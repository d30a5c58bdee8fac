"""`summarize brief`: articles to cards."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli import options
from summarize.cli.messages import tell
from summarize.cli.options import FormOption, Nlp, Published, pipeline_told, settings_with
from summarize.cli.output import Output
from summarize.errors import ArticleError, GroundingError, MeasurementError, ModelError, SummarizeError

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.card import Card
    from summarize.pipeline import Pipeline

_OF_ONE_ARTICLE = (ArticleError, GroundingError, MeasurementError, ModelError)
"""Errors that do not stop the other articles."""


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
    engine: options.EngineOption = None,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    prompt: options.PromptOption = None,
    language: options.Language = None,
    timeout: options.Timeout = None,
    max_cost: options.MaxCost = None,
    max_tokens: options.MaxTokens = None,
    window: options.Window = None,
    jobs: options.Jobs = None,
    replay: options.ReplayOption = None,
) -> None:
    """Make a briefing card of each article.

    Several cards come in the order of the articles. One that cannot be read, or that the model fails on, does not stop the others:
    it is reported, and the exit code is that of the first.

    \b
    Examples:
      summarize brief article.txt
      cat article.txt | summarize brief -
      summarize brief article.txt --published 2025-11-29 -o card.html
      summarize brief article.txt --model gpt-5-mini --max-cost 0.05
      summarize brief article.txt --base-url http://localhost:11434/v1 -m llama3
      summarize brief monday/*.txt --format json > monday.jsonl
      summarize brief monday/*.txt --format html -o cards/
    """
    settings = settings_with(
        nlp=nlp, engine=engine, model=model, base_url=base_url, prompt=prompt, language=language, timeout=timeout,
        max_cost=max_cost, max_tokens=max_tokens, window=window, jobs=jobs, replay=replay,
    )  # fmt: skip
    work = _Work(Output(output, form, sources, no_color=settings.no_color), strict=strict)
    articles = _Articles(sources, published, work)
    # A model is not loaded, nor a word said of it, for articles that cannot be read.
    first = next(articles, None)
    if first is not None:
        from summarize.cli.accounts import tell_cost

        pipeline = pipeline_told(settings)
        began = time.monotonic()
        try:
            pipeline.run(_cards(pipeline, first, articles, settings.jobs, work))
        finally:
            # What was made, and paid for, is written whatever came after it.
            work.cards.close()
            tell_cost(pipeline.engine, time.monotonic() - began)
    if work.failed:
        raise typer.Exit(work.failed)


class _Work:
    """What came of the articles: cards, and the exit code of the first failure."""

    def __init__(self, cards: Output, *, strict: bool) -> None:
        self.cards, self.strict, self.failed = cards, strict, 0

    def fail(self, error: SummarizeError, source: str = "") -> None:
        tell(f"error: {error}" if source in str(error) else f"error: {source}: {error}")
        self.failed = self.failed or error.exit_code
        if isinstance(error, ModelError) and error.ends_run:
            raise typer.Exit(self.failed)

    def add(self, card: Card) -> None:
        if self.strict and card.rejected:
            first = card.rejected[0]
            self.fail(
                GroundingError(
                    f"{card.article.source}: {len(card.rejected)} rejected; the first: {first.field}: {first.value}: {first.reason}"
                )
            )
        self.cards.add(card)


class _Articles(Iterator["Article"]):
    """The articles that can be read, in order; the others are reported when their turn comes."""

    def __init__(self, sources: Sequence[str], published: str | None, work: _Work) -> None:
        self._sources, self._published, self._work = iter(sources), published, work

    def __next__(self) -> Article:
        from summarize import reading

        for source in self._sources:
            try:
                read = reading.read(source, self._published)
            except ArticleError as error:
                self._work.fail(error)
                continue
            for notice in read.notices:
                tell(f"note: {notice}")
            return read.article
        raise StopIteration


async def _cards(pipeline: Pipeline, first: Article, rest: Iterator[Article], jobs: int, work: _Work) -> None:
    """Make the cards, `jobs` at a time where the engine waits for something, and take them in the order of the articles."""
    if not pipeline.engine.waits:
        for article in _chain(first, rest):
            try:
                work.add(await pipeline.acard(article))
            except _OF_ONE_ARTICLE as error:
                work.fail(error, article.source)
        return
    async for article, outcome in _in_order(pipeline, _chain(first, rest), jobs):
        if isinstance(outcome, SummarizeError):
            work.fail(outcome, article.source)
        else:
            work.add(outcome)


def _chain(first: Article, rest: Iterator[Article]) -> Iterator[Article]:
    yield first
    yield from rest


async def _in_order(
    pipeline: Pipeline, articles: Iterator[Article], jobs: int
) -> AsyncIterator[tuple[Article, Card | SummarizeError]]:
    """Each article's card or error, in order, with at most `jobs` under way."""
    import asyncio
    from collections import deque

    async def one(article: Article) -> tuple[Article, Card | SummarizeError]:
        try:
            return article, await pipeline.acard(article)
        except _OF_ONE_ARTICLE as error:
            return article, error

    under_way: deque[asyncio.Task[tuple[Article, Card | SummarizeError]]] = deque()
    try:
        while True:
            while len(under_way) < jobs and (article := next(articles, None)) is not None:
                under_way.append(asyncio.create_task(one(article)))
            if not under_way:
                return
            yield await under_way[0]
            under_way.popleft()
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief")(brief)
