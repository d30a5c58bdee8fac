"""`summarize brief`: articles to cards."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarize.cli import options
from summarize.cli.accounts import cost_so_far, made_told, tell_cost, written_out
from summarize.cli.articles import articles_of
from summarize.cli.guard import read_files
from summarize.cli.messages import detail, tell
from summarize.cli.model_options import ALL, GivenOptions, takes
from summarize.cli.options import CardFormOption, Published, pipeline_told
from summarize.cli.output import CardOutput
from summarize.cli.progress import ProgressLine, progress, still
from summarize.errors import INTERRUPTED, OF_ONE_ARTICLE, GroundingError, ModelError, SummarizeError

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.card import Card
    from summarize.daily.making import Stop
    from summarize.firewall import Firewall
    from summarize.pipeline import Pipeline
    from summarize.reading import Sources
    from summarize.settings import Settings


@takes(*ALL)
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
    *,
    given: GivenOptions,
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
    settings = given.settings()
    firewall = options.firewall()
    with options.sources_of(sources, published, settings, new=new, limit=limit, guard=firewall) as read:
        reads = read_files(read, settings)
        cards = CardOutput(output, form, reads, several=len(sources) > 1, language=settings.language)
        with progress("cards", read.named()) as line:
            work = _Work(cards, line, strict=strict)
            articles = _Articles(read, work)
            # A model is not loaded, nor a word said of it, for articles that cannot be read.
            first = next(articles, None)
            if first is not None:
                _make_cards(settings, first, articles, work, firewall)
    if work.failed:
        raise typer.Exit(work.failed)


def _make_cards(settings: Settings, first: Article, rest: _Articles, work: _Work, firewall: Firewall) -> None:
    # One article alone meets no firewall: its fault is all that there is to tell, and keeps its traceback.
    several = rest.sources.several
    if several:
        work.cards.expect_several()
        work.around = firewall.around
    pipeline = pipeline_told(settings, firewall if several else None)
    work.line.extra = partial(cost_so_far, pipeline.engine)
    began = time.monotonic()
    try:
        if pipeline.engine.waits:
            _with_model(pipeline, _chain(first, rest), settings.jobs, rest.sources.stop, work)
        elif several:
            _on_cores(settings, pipeline, _chain(first, rest), work, firewall)
        else:
            _alone(pipeline, first, work)
    except KeyboardInterrupt:
        work.is_stopped = True
        raise
    finally:
        # What was made, and paid for, is written whatever came after it.
        work.cards.close()
        written_out(pipeline.engine)
        for source in work.used:
            rest.sources.used(source)
        tell_cost(pipeline.engine, time.monotonic() - began)
        if work.is_stopped:
            from summarize.rendering.words import counted

            tell(
                f"note: stopped after {counted(len(work.used), 'card')}; `summarize batch` can go on where it was stopped"
            )


def _alone(pipeline: Pipeline, article: Article, work: _Work) -> None:
    outcome: Card | SummarizeError
    try:
        outcome = pipeline.run(pipeline.acard(article))
    except OF_ONE_ARTICLE as error:
        outcome = error
    work.take(article.source, outcome)


def _on_cores(
    settings: Settings, pipeline: Pipeline, articles: Iterator[Article], work: _Work, firewall: Firewall
) -> None:
    """Cards by an engine that waits for nothing, as many at a time as there are processes."""
    from summarize.workers import card_or_error, card_workers

    with card_workers(settings, options.faults(), partial(card_or_error, pipeline, firewall), tell, still) as workers:
        workers.each(articles, lambda result: work.take(*result))


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
        work.is_stopped = True
        raise typer.Exit(INTERRUPTED)


class _Work:
    """What came of the articles: cards, and the exit code of the first failure."""

    def __init__(self, cards: CardOutput, line: ProgressLine, *, strict: bool) -> None:
        self.cards, self.line, self.strict = cards, line, strict
        self.under_way: deque[int] = deque()
        """Places of the articles that are read and not taken yet: they are taken in their order."""
        self._failed: dict[int, int] = {}
        """By place of the article or source, the exit code of its failure."""
        self.ended = False
        """True if no other article would fare better: the quota or what is allowed is used up."""
        self.is_stopped = False
        """True if Ctrl-C ended the run."""
        self.used: list[str] = []
        self.around: Callable[[str], AbstractContextManager[None]] = lambda _: nullcontext()
        """Within what an article's card is made."""

    @property
    def failed(self) -> int:
        """The exit code of the first in the order of the sources: they are read ahead, and told as they are."""
        return self._failed[min(self._failed)] if self._failed else 0

    def fail(self, error: SummarizeError, place: int, source: str = "") -> None:
        ends = isinstance(error, ModelError) and error.ends_run
        if not (ends and self.ended):
            # Of several that met the same end, one is told.
            tell(f"error: {error}" if source in str(error) else f"error: {source}: {error}")
        self._failed.setdefault(place, error.exit_code)
        self.ended = self.ended or ends

    def take(self, source: str, outcome: Card | SummarizeError) -> None:
        """Take what came of the next article."""
        place = self.under_way.popleft()
        if isinstance(outcome, SummarizeError):
            self.fail(outcome, place, source)
        else:
            self.add(outcome, place)
            detail(made_told(outcome))
        self.line.step(failed=isinstance(outcome, SummarizeError))

    def add(self, card: Card, place: int) -> None:
        if self.strict and card.rejected:
            first = card.rejected[0]
            self.fail(
                GroundingError(
                    f"{card.article.source}: {len(card.rejected)} rejected; the first: {first.field}: {first.value}: {first.reason}"
                ),
                place,
            )
        declined = card.provenance.declined
        if self.strict and declined is not None:
            self.fail(ModelError(f"{card.article.source}: {declined.model} gave no card: {declined.reason}"), place)
        self.cards.add(card)
        self.used.append(card.article.source)


class _Articles(Iterator["Article"]):
    """The articles that can be read, in order; the others are reported when their turn comes."""

    def __init__(self, sources: Sources, work: _Work) -> None:
        self.sources, self._outcomes, self._work = sources, enumerate(articles_of(sources, work.line)), work

    def __next__(self) -> Article:
        for place, outcome in self._outcomes:
            if not isinstance(outcome, SummarizeError):
                self._work.under_way.append(place)
                return outcome
            self._work.fail(outcome, place)
            self._work.line.step(failed=True)
        raise StopIteration


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

    async def one(article: Article) -> tuple[str, Card | SummarizeError]:
        try:
            with work.around(article.source):
                return article.source, await pipeline.acard(article)
        except OF_ONE_ARTICLE as error:
            return article.source, error

    under_way: deque[asyncio.Task[tuple[str, Card | SummarizeError]]] = deque()
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
