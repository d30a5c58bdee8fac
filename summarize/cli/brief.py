"""`summarize brief`: articles to cards."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarize.cli import options
from summarize.cli.guard import read_files
from summarize.cli.messages import tell
from summarize.cli.options import CardFormOption, Nlp, Published, pipeline_told, settings_with
from summarize.cli.output import Output
from summarize.errors import ArticleError, FaultError, GroundingError, MeasurementError, ModelError, SummarizeError

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.card import Card
    from summarize.daily.making import Stop
    from summarize.firewall import Firewall
    from summarize.pipeline import Pipeline
    from summarize.reading import Sources
    from summarize.settings import Settings

_OF_ONE_ARTICLE = (ArticleError, FaultError, GroundingError, MeasurementError, ModelError)
"""Errors that do not stop the other articles."""
_INTERRUPTED = 130


def brief(
    sources: options.Sources,
    form: CardFormOption = None,
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
    new: options.New = False,
    limit: options.Limit = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 6 if any claim was rejected, 5 if a model declined an article.")
    ] = False,
    nlp: Nlp = None,
    engine: options.EngineOption = None,
    model: options.Model = None,
    provider: options.ProviderOption = None,
    base_url: options.BaseUrl = None,
    also: options.Set = None,
    log: options.Log = None,
    judge: options.Judge = None,
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

    A source is a file (text, Markdown, HTML, PDF, mail, mailbox, JSON, JSON Lines, feed), a folder of them, the address of a page or a
    feed, or - for standard input. Several cards come in the order of the articles. One that cannot be read does not stop the others: it is
    reported, and the exit code is that of the first. Where a language model declines an article (it refuses, is filtered, is cut off
    twice, or answers in no form), the built-in engine makes the card, which says so.

    Ctrl-C finishes the cards that are with a language model, which are paid for, and writes them; a second one stops at once.

    \b
    Examples:
      summarize brief article.txt
      cat article.txt | summarize brief -
      summarize brief article.txt --published 2025-11-29 -o card.html
      summarize brief article.txt --model gpt-6-luna --max-cost 0.05
      summarize brief article.txt --base-url http://localhost:11434/v1 -m llama3
      summarize brief https://example.org/2025/11/29/harbour-fire
      summarize brief https://example.org/feed.xml --new --limit 10
      summarize brief monday/ --format json > monday.jsonl
      summarize brief monday/*.html --format html -o cards/
    """
    settings = settings_with(
        also, nlp=nlp, engine=engine, model=model, provider=provider, base_url=base_url, log=log, judge=judge, prompt=prompt,
        language=language, timeout=timeout,
        max_cost=max_cost, max_tokens=max_tokens, window=window, jobs=jobs, replay=replay,
    )  # fmt: skip
    firewall = options.firewall()
    with options.sources_of(sources, published, settings, new=new, limit=limit, guard=firewall) as read:
        reads = read_files(read, settings)
        work = _Work(
            Output(
                output, form, reads, several=len(sources) > 1, no_color=settings.no_color, language=settings.language
            ),
            strict=strict,
        )
        articles = _Articles(read, work)
        # A model is not loaded, nor a word said of it, for articles that cannot be read.
        first = next(articles, None)
        if first is not None:
            _run(settings, first, articles, work, firewall)
    if work.failed:
        raise typer.Exit(work.failed)


def _run(settings: Settings, first: Article, rest: _Articles, work: _Work, firewall: Firewall) -> None:
    from summarize.cli.accounts import tell_cost, written_out

    # One article alone meets no firewall: its fault is all that there is to tell, and keeps its traceback.
    if rest.sources.several:
        work.cards.expect_several()
        work.around = firewall.around
    pipeline = pipeline_told(settings, firewall if rest.sources.several else None)
    began = time.monotonic()
    try:
        if pipeline.engine.waits:
            _with_model(pipeline, _chain(first, rest), settings.jobs, rest.sources.stop, work)
        else:
            pipeline.run(_cards(pipeline, _chain(first, rest), work))
    finally:
        # What was made, and paid for, is written whatever came after it.
        work.cards.close()
        written_out(pipeline.engine)
        for source in work.used:
            rest.sources.used(source)
        tell_cost(pipeline.engine, time.monotonic() - began)


def _with_model(
    pipeline: Pipeline, articles: Iterator[Article], jobs: int, stop_reading: Callable[[], None], work: _Work
) -> None:
    """Cards that are paid for: Ctrl-C, or a limit that is met, lets those that are under way be finished."""
    from summarize.cli.briefings import interruptible
    from summarize.daily.making import Stop

    stop = Stop()
    with interruptible(stop):
        pipeline.run(_in_order(pipeline, articles, jobs, stop_reading, stop, work))
    if stop.asked:
        raise typer.Exit(_INTERRUPTED)


class _Work:
    """What came of the articles: cards, and the exit code of the first failure."""

    def __init__(self, cards: Output, *, strict: bool) -> None:
        self.cards, self.strict, self.failed = cards, strict, 0
        self.ended = False
        """True if no other article would fare better: the quota or what is allowed is used up."""
        self.used: list[str] = []
        self.around: Callable[[str], AbstractContextManager[None]] = lambda _: nullcontext()
        """Within what an article's card is made."""

    def fail(self, error: SummarizeError, source: str = "") -> None:
        ends = isinstance(error, ModelError) and error.ends_run
        if not (ends and self.ended):
            # Of several that met the same end, one is told.
            tell(f"error: {error}" if source in str(error) else f"error: {source}: {error}")
        self.failed = self.failed or error.exit_code
        self.ended = self.ended or ends

    def take(self, article: Article, outcome: Card | SummarizeError) -> None:
        """Take what came of an article."""
        if isinstance(outcome, SummarizeError):
            self.fail(outcome, article.source)
        else:
            self.add(outcome)

    def add(self, card: Card) -> None:
        if self.strict and card.rejected:
            first = card.rejected[0]
            self.fail(
                GroundingError(
                    f"{card.article.source}: {len(card.rejected)} rejected; the first: {first.field}: {first.value}: {first.reason}"
                )
            )
        declined = card.provenance.declined
        if self.strict and declined is not None:
            self.fail(ModelError(f"{card.article.source}: {declined.model} gave no card: {declined.reason}"))
        self.cards.add(card)
        self.used.append(card.article.source)


class _Articles(Iterator["Article"]):
    """The articles that can be read, in order; the others are reported when their turn comes."""

    def __init__(self, sources: Sources, work: _Work) -> None:
        self.sources, self._outcomes, self._work = sources, iter(sources), work

    def __next__(self) -> Article:
        for outcome in self._outcomes:
            if outcome.error is not None:
                self._work.fail(outcome.error)
            elif outcome.reading is not None:
                for notice in outcome.reading.notices:
                    tell(f"note: {notice}")
                return outcome.reading.article
            else:
                tell(f"note: {outcome.told}")
        raise StopIteration


async def _cards(pipeline: Pipeline, articles: Iterator[Article], work: _Work) -> None:
    """Make the cards one after the other, with an engine that waits for nothing."""
    for article in articles:
        try:
            with work.around(article.source):
                card = await pipeline.acard(article)
        except _OF_ONE_ARTICLE as error:
            work.fail(error, article.source)
        else:
            work.add(card)


def _chain(first: Article, rest: Iterator[Article]) -> Iterator[Article]:
    yield first
    yield from rest


async def _in_order(
    pipeline: Pipeline,
    articles: Iterator[Article],
    jobs: int,
    stop_reading: Callable[[], None],
    stop: Stop,
    work: _Work,
) -> None:
    """Make cards, at most `jobs` at a time, and take each as soon as all before it are there.

    When asked to stop, or when a limit is met, no more are begun; those under way are paid for, and are finished and taken. When stopped at
    once, what is there is taken.
    """
    import asyncio
    from collections import deque

    async def one(article: Article) -> tuple[Article, Card | SummarizeError]:
        try:
            with work.around(article.source):
                return article, await pipeline.acard(article)
        except _OF_ONE_ARTICLE as error:
            return article, error

    under_way: deque[asyncio.Task[tuple[Article, Card | SummarizeError]]] = deque()
    reading: asyncio.Future[Article | None] | None = None
    asked = stop.waiting()
    ended = False
    try:
        while under_way or not ended:
            if reading is None and not ended and len(under_way) < jobs:
                # On a thread: an article may have to be fetched, while others are with the model.
                reading = asyncio.ensure_future(asyncio.to_thread(next, articles, None))
            waited: set[asyncio.Future[Any]] = {*list(under_way)[:1], *([reading] if reading is not None else [])}
            await asyncio.wait({*waited, *([] if ended else [asked])}, return_when=asyncio.FIRST_COMPLETED)
            if reading is not None and reading.done():
                article, reading = reading.result(), None
                if article is None or stop.asked or work.ended:
                    ended = True
                else:
                    under_way.append(asyncio.create_task(one(article)))
            while under_way and under_way[0].done():
                work.take(*under_way.popleft().result())
            if (stop.asked or work.ended) and not ended:
                ended, reading = True, None
                stop_reading()
    finally:
        stop_reading()
        left = [asked, *(task for task in under_way if not task.done())]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        for task in under_way:
            if task.done() and not task.cancelled() and task.exception() is None:
                work.take(*task.result())


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief")(brief)
