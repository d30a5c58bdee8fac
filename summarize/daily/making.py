"""Sources to cards: some remembered, the others made, as many at a time as the engine waits for, until done or asked to stop."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from summarize.article import Article, lean
from summarize.briefing import Skipped
from summarize.card import Card
from summarize.errors import OF_ONE_ARTICLE, FaultError, ModelError, SummarizeError
from summarize.firewall import Firewall
from summarize.pipeline import Pipeline
from summarize.reading import Outcome, Sources

if TYPE_CHECKING:
    import asyncio

    from summarize.daily.memory import Memory
    from summarize.workers import Workers


class Watcher(Protocol):
    """Is told how a run goes on."""

    def read(self, outcome: Outcome) -> None:
        """A source was read, or could not be."""

    def made(self, article: Article, *, reused: bool) -> None:
        """An article's card is there."""

    def left_out(self) -> None:
        """An article is not wanted."""

    def failed(self, source: str, error: SummarizeError) -> None:
        """An article has no card."""


@dataclass(slots=True)
class DayOutcome:
    """What came of a day's sources."""

    cards: dict[int, Card] = field(default_factory=dict)
    """Cards by the place of their article among all that were read."""
    skipped: list[tuple[int, Skipped]] = field(default_factory=list)
    keys: dict[int, str] = field(default_factory=dict)
    """What the cards are remembered by, by the same places."""
    briefed: tuple[str, ...] = ()
    """The sources of the cards that were handed over."""
    reused: int = 0
    first_error: SummarizeError | None = None
    fault: FaultError | None = None
    """The first article that met a fault of the program."""
    ended: SummarizeError | None = None
    """What ended the run before its end: the allowed cost is used up, or the quota."""
    stopped: bool = False

    def handed_over(self) -> list[Card]:
        """The cards in the order of their articles. The day keeps them no longer: a briefing needs them no more when it is written, which takes as much memory again."""
        cards = [self.cards[place] for place in sorted(self.cards)]
        self.briefed, self.cards = tuple(card.article.source for card in cards), {}
        return cards

    def keys_in_order(self) -> list[str]:
        """What the cards are remembered by, in the order of their articles."""
        return [self.keys[place] for place in sorted(self.keys)]

    def add_earlier(self, cards: Mapping[str, Card]) -> int:
        """Add cards of an earlier run, before all others, by what they are remembered by; how many are of articles that are not there yet."""
        there = {(card.article.id, card.article.publisher) for card in self.cards.values()}
        fresh = {key: card for key, card in cards.items() if (card.article.id, card.article.publisher) not in there}
        for place, (key, card) in enumerate(fresh.items(), -len(fresh)):
            self.cards[place], self.keys[place] = card, key
        self.reused += len(fresh)
        return len(fresh)

    def skip(self, place: int, source: str, reason: str) -> None:
        """Enter a source that is left out."""
        self.skipped.append((place, Skipped(source=source, reason=reason)))


@dataclass(frozen=True, slots=True)
class DayMaker:
    """Makes the cards of a day."""

    pipeline: Pipeline
    memory: Memory
    key: Callable[[Article], str]
    """What a card is remembered by."""
    wanted: Callable[[Article], str | None]
    """Why an article is not wanted; None if it is."""
    dated: Callable[[Article], Article]
    """An article with the date that the days briefed give it; itself where they give it none."""
    watcher: Watcher
    firewall: Firewall
    jobs: int
    workers: Workers[Article, tuple[str, Card | SummarizeError]] | None = None
    """Processes that make cards by an engine that never waits; None: this one alone does."""

    async def run(self, sources: Sources, day: DayOutcome, stop: Stop) -> None:
        """Make the cards of all sources, into `day`. When asked to stop, what is in flight is finished and nothing more begun.

        Raises:
            ConfigurationError: the endpoint refused the key.
        """
        articles = self._articles(sources, day, stop)
        if not self.pipeline.engine.waits:
            await self._without_waiting(articles, day)
            return
        import asyncio  # noqa: PLC0415 - the built-in engine does without

        under_way: set[asyncio.Task[None]] = set()
        asked = stop.waiting()
        try:
            async for place, article in _ahead(articles, asked, under_way):
                while len(under_way) >= self.jobs:
                    await _wait_for_any(under_way)
                if stop.asked or day.ended is not None:
                    break
                under_way.add(asyncio.create_task(self._one(place, article, day)))
            while under_way:
                await _wait_for_any(under_way)
        finally:
            asked.cancel()
            sources.stop()
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, asked, return_exceptions=True)
        day.stopped = day.stopped or stop.asked

    def _articles(self, sources: Sources, day: DayOutcome, stop: Stop) -> Iterator[tuple[int, Article]]:
        """The articles that are wanted, each with its place; the others are entered as left out."""
        seen: dict[tuple[str, str | None], str] = {}
        for place, outcome in enumerate(sources):
            self.watcher.read(outcome)
            if outcome.error is not None:
                self._record_failure(place, outcome.source, outcome.error, day)
            elif outcome.reading is not None:
                article = outcome.reading.article
                again = (article.id, article.publisher)
                try:
                    with self.firewall.around(article.source):
                        article = self.dated(article)
                        reason = f"the same article as {seen[again]}" if again in seen else self.wanted(article)
                except FaultError as error:
                    self._record_failure(place, article.source, error, day)
                    continue
                seen.setdefault(again, article.source)
                if reason is None:
                    yield place, article
                else:
                    self.watcher.left_out()
                    day.skip(place, article.source, reason)
            if stop.asked or day.ended is not None:
                day.stopped = stop.asked
                return

    async def _without_waiting(self, articles: Iterator[tuple[int, Article]], day: DayOutcome) -> None:
        if self.workers is None:
            for place, article in articles:
                await self._one(place, article, day)
            return
        under_way: deque[tuple[int, Article, str]] = deque()

        def unmade() -> Iterator[Article]:
            for place, article in articles:
                key = self._key_unless_remembered(place, article, day)
                if key is not None:
                    under_way.append((place, article, key))
                    yield article

        with self.workers as workers:
            for _, outcome in workers.map(unmade()):
                place, article, key = under_way.popleft()
                if isinstance(outcome, SummarizeError):
                    self._record_failure(place, article.source, outcome, day)
                else:
                    self._keep(place, article, key, outcome, day)

    async def _one(self, place: int, article: Article, day: DayOutcome) -> None:
        key = self._key_unless_remembered(place, article, day)
        if key is None:
            return
        try:
            with self.firewall.around(article.source):
                card = await self.pipeline.acard(article)
        except OF_ONE_ARTICLE as error:
            self._record_failure(place, article.source, error, day)
        else:
            self._keep(place, article, key, card, day)

    def _key_unless_remembered(self, place: int, article: Article, day: DayOutcome) -> str | None:
        """What a card will be remembered by; None if it is entered already: it was remembered, or cannot be."""
        try:
            with self.firewall.around(article.source):
                key = self.key(article)
                card = self.memory.card(key)
        except OF_ONE_ARTICLE as error:
            self._record_failure(place, article.source, error, day)
            return None
        if card is None:
            return key
        self._enter(place, article, key, card, day)
        day.reused += 1
        self.watcher.made(article, reused=True)
        return None

    def _keep(self, place: int, article: Article, key: str, card: Card, day: DayOutcome) -> None:
        """Remember a new card, and enter it."""
        try:
            with self.firewall.around(article.source):
                self.memory.keep_card(key, card)
        except OF_ONE_ARTICLE as error:
            self._record_failure(place, article.source, error, day)
        else:
            self._enter(place, article, key, card, day)
            self.watcher.made(article, reused=False)

    def _enter(self, place: int, article: Article, key: str, card: Card, day: DayOutcome) -> None:
        if card.provenance.declined is not None and day.first_error is None:
            # The story is told all the same; for whoever wants nothing but the model's cards it is a failure.
            day.first_error = ModelError(f"{article.source}: {card.provenance.declined.reason}")
        # It may have been read from another place then.
        day.keys[place] = key
        day.cards[place] = lean(card if card.article == article else card.model_copy(update={"article": article}))

    def _record_failure(self, place: int, source: str, error: SummarizeError, day: DayOutcome) -> None:
        text = error.reason if isinstance(error, FaultError) else str(error)
        if isinstance(error, FaultError):
            day.fault = day.fault or error
        day.skip(place, source, text.removeprefix(f"{source}: ").removeprefix(f"{source} "))
        day.first_error = day.first_error or error
        if isinstance(error, ModelError) and error.ends_run:
            day.ended = error
        self.watcher.failed(source, error)


async def _wait_for_any(under_way: set[asyncio.Task[None]]) -> None:
    """Wait for one of the cards that are under way, or more. What is no error of one article is raised."""
    import asyncio  # noqa: PLC0415

    done, _ = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
    under_way -= done
    for task in done:
        task.result()


class Stop:
    """Whether the run was asked to stop. Asked for from a signal handler."""

    def __init__(self) -> None:
        self.asked = False
        self._wake: Callable[[], object] | None = None

    def ask(self) -> None:
        """Ask."""
        self.asked = True
        if self._wake is not None:
            self._wake()

    def waiting(self) -> asyncio.Task[bool]:
        """A task of the running loop that ends when asked."""
        import asyncio  # noqa: PLC0415

        event = asyncio.Event()
        loop = asyncio.get_running_loop()
        self._wake = lambda: loop.call_soon_threadsafe(event.set)
        if self.asked:
            event.set()
        return asyncio.create_task(event.wait())


async def _ahead(
    articles: Iterator[tuple[int, Article]], asked: asyncio.Task[bool], under_way: set[asyncio.Task[None]]
) -> AsyncIterator[tuple[int, Article]]:
    """The articles, read on a thread, so that requests in flight are served meanwhile. Ends early when asked to stop, or when a card raises."""
    import asyncio  # noqa: PLC0415

    while True:
        reading = asyncio.ensure_future(asyncio.to_thread(next, articles, None))
        while not reading.done():
            done, _ = await asyncio.wait({reading, asked, *under_way}, return_when=asyncio.FIRST_COMPLETED)
            if asked in done:
                reading.cancel()
                return
            for task in done & under_way:
                under_way.discard(task)
                task.result()
        found = reading.result()
        if found is None:
            return
        yield found
