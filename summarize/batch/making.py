"""Articles of a journal to cards, as far as the answers that are there reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from summarize.article import Article
from summarize.batch.cards import CardFile
from summarize.batch.journal import Journal, JournalEntry
from summarize.batch.work import AT_ONCE, Job, Result
from summarize.workers import Workers


class BatchWatcher(Protocol):
    """Is told how a run goes on."""

    def made(self, source: str) -> None:
        """A card is written."""

    def left_out(self, source: str, trouble: str) -> None:
        """An article has no card."""

    def waiting(self, told: str) -> None:
        """What is waited for."""


@dataclass(frozen=True, slots=True)
class BatchMaker:
    """Hands articles to processes, and enters what comes of them."""

    journal: Journal
    cards: CardFile
    watcher: BatchWatcher
    stop: Callable[[], bool]

    def make(self, workers: Workers[Sequence[Job], list[Result]], articles: Iterable[Article] = ()) -> None:
        """Work on all articles that can be worked on, and on new ones, which are entered."""
        for results in workers.map(self._jobs(articles), self.stop):
            self._settle(results)

    def _settle(self, results: Sequence[Result]) -> None:
        """Enter what came of articles, and write their cards."""
        with self.journal.together():
            lines = "".join(result.line for result in results if result.line is not None)
            if lines:
                self.cards.add(lines)
            for result in results:
                if result.line is not None:
                    self.journal.made(result.number)
                elif result.trouble is not None:
                    self.journal.left_out(result.number, result.trouble, result.code)
                else:
                    self.journal.requests.want(result.wanted, len(self.journal.needed(result.number)))
                    self.journal.waits(result.number, [one.key for one in result.wanted])
        for result in results:
            if result.line is not None:
                self.watcher.made(result.source)
            elif result.trouble is not None:
                self.watcher.left_out(result.source, result.trouble)

    def _jobs(self, articles: Iterable[Article]) -> Iterator[list[Job]]:
        """The articles that are open, then the new ones, in groups."""
        after = 0
        while entries := self.journal.open_articles(after, AT_ONCE):
            after = entries[-1].number
            yield [self._job(entry) for entry in entries]
        group: list[Article] = []
        for article in articles:
            group.append(article)
            if len(group) == AT_ONCE:
                if new := self._enter_articles(group):
                    yield new
                group = []
        if new := self._enter_articles(group):
            yield new

    def _enter_articles(self, articles: Sequence[Article]) -> list[Job]:
        with self.journal.together():
            entries = [self.journal.add(article) for article in articles]
        return [Job(entry, {}) for entry in entries if entry is not None]

    def _job(self, entry: JournalEntry) -> Job:
        needed = self.journal.needed(entry.number)
        return Job(entry, self.journal.requests.answers(needed) if needed else {})
