"""What is remembered from one run to the next: cards, so that nothing is made or paid for twice, the stories that were told, and the items of feeds that were used.

One SQLite file, readable by its user alone. Each card is written for good before the next one is waited for: a run that is killed loses
at most what was with the model at that moment.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, Final, Self, TypeVar

from pydantic import ValidationError

from summarize.briefing import BriefedArticle, Briefing, Story
from summarize.briefing.briefing import cites_of
from summarize.card import Card
from summarize.daily.opening import FAULTS, SCHEMA, open_store, trouble

Kept = TypeVar("Kept", Story, BriefedArticle)
Statement = tuple[str, Sequence[object]]
_MAX_BEFORE: Final = 15
"""Briefings that a story may come back from."""
_DAY: Final = 86_400.0
_USED_FOR: Final = 400 * _DAY
"""Seconds since an item was last in its feed. A feed that comes back after a year is new."""


@dataclass(frozen=True, slots=True)
class ToldBriefing:
    """A briefing as it was told: its stories and the articles that they cite."""

    date: str
    stories: tuple[Story, ...]
    articles: tuple[BriefedArticle, ...]
    older: tuple[ToldBriefing, ...] = ()
    """The briefings before it, the latest first."""


class Store:
    """The file. Can be used from several threads, one after the other."""

    def __init__(self, path: Path | None) -> None:
        """Open it, or make it.

        Raises:
            StoreError: it cannot be used at present; nothing of it was changed.
            ConfigurationError: it is another program's file, which is left as it is, or nothing can be there.
        """
        self._path = path
        self._lock = Lock()
        self.writable = True
        """Whether it can be written to."""
        if path is None:
            self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            for statement in SCHEMA:
                self._connection.execute(statement)
        else:
            self._connection, self.writable = open_store(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Can be called again."""
        self._connection.close()

    def card(self, key: str) -> Card | None:
        """The card that was made under a key; None if none was, or it does not hold any more.

        Raises:
            StoreError: the file cannot be read.
        """
        rows = self._rows("SELECT body FROM cards WHERE key = ?", key)
        try:
            return Card.model_validate_json(zlib.decompress(rows[0][0])) if rows else None
        except (zlib.error, ValidationError):
            return None

    def cards(self) -> Iterator[Card]:
        """All cards that hold.

        Raises:
            StoreError: the file cannot be read.
        """
        for (key,) in self._rows("SELECT key FROM cards ORDER BY made, key"):
            card = self.card(key)
            if card is not None:
                yield card

    def before(self, date: str) -> ToldBriefing | None:
        """The last briefing before a day, with some before it; None if there is none. What cannot be shown any more is not in them.

        Raises:
            StoreError: the file cannot be read.
        """
        dates = self._rows(
            "SELECT DISTINCT date FROM told WHERE date < ? ORDER BY date DESC LIMIT ?", date, _MAX_BEFORE
        )
        told = [self._read_day(day) for (day,) in dates]
        return replace(told[0], older=tuple(told[1:])) if told else None

    def _read_day(self, last: str) -> ToldBriefing:
        stories = self._rows("SELECT body FROM told WHERE date = ? ORDER BY number", last)
        articles = self._rows("SELECT body FROM articles WHERE date = ? ORDER BY number", last)
        return _told_of_day(last, _unpack_rows(Story, stories), _unpack_rows(BriefedArticle, articles))

    def date_before(self, date: str) -> str | None:
        """The day of the last briefing before a day, None if there is none.

        Raises:
            StoreError: the file cannot be read.
        """
        last: str | None = self._rows("SELECT MAX(date) FROM told WHERE date < ?", date)[0][0]
        return last

    def count_told(self, date: str) -> int:
        """How many articles the stories of a day's briefing cite, 0 if none is remembered.

        Raises:
            StoreError: the file cannot be read.
        """
        count: int = self._rows("SELECT COUNT(*) FROM articles WHERE date = ?", date)[0][0]
        return count

    def made_of(self, date: str) -> tuple[str, ...]:
        """The keys of the cards that a day's briefing was made of, in their order.

        Raises:
            StoreError: the file cannot be read.
        """
        return tuple(key for (key,) in self._rows("SELECT card FROM made_of WHERE date = ? ORDER BY place", date))

    def used(self, feed: str, item: str) -> float | None:
        """When an item of a feed that was used was last known to be there, in seconds since 1970; None if it was not used.

        Raises:
            StoreError: the file cannot be read.
        """
        rows = self._rows("SELECT marked FROM used WHERE feed = ? AND item = ?", feed, item)
        return float(rows[0][0]) if rows else None

    def was_mailed(self, message: str, recipient: str) -> bool:
        """True if a message was handed over for a recipient.

        Raises:
            StoreError: the file cannot be read.
        """
        return bool(self._rows("SELECT 1 FROM mailed WHERE message = ? AND recipient = ?", message, recipient))

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._connection.execute(statement, values).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error) and not self.writable:
                return []  # an older store, to which the table cannot be added
            raise trouble(self._path, error) from error
        except FAULTS as error:
            raise trouble(self._path, error) from error

    def write(self, statements: Iterable[Statement]) -> None:
        """Write all of it or nothing.

        Raises:
            StoreError: the file cannot be written to.
        """
        try:
            with self._lock:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    for statement, values in statements:
                        self._connection.execute(statement, values)
                    self._connection.execute("COMMIT")
                except BaseException:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
        except FAULTS as error:
            raise trouble(self._path, error) from error


def card_kept(key: str, card: Card) -> Statement:
    """What keeps a card."""
    body = zlib.compress(card.model_dump_json().encode(), level=1)
    return "INSERT OR REPLACE INTO cards VALUES (?, ?, ?)", (key, card.provenance.created, body)


def told_kept(briefing: Briefing, cards: Sequence[str], now: str) -> Iterator[Statement]:
    """What keeps the stories of a day and the articles that they cite, in place of what was kept of that day."""
    date, stories = briefing.date, [_as_told(story) for story in briefing.stories]
    cited = {number for story in stories for number in _cited_numbers(story)}
    for table in ("told", "articles", "made_of"):
        yield f"DELETE FROM {table} WHERE date = ?", (date,)  # noqa: S608 - of the three
    yield "INSERT OR REPLACE INTO days VALUES (?, ?)", (date, now)
    for story in stories:
        yield (
            "INSERT INTO told VALUES (?, ?, ?, ?)",
            (date, story.key, story.number, _pack_document(story.model_dump_json())),
        )
    for each in briefing.articles:
        if each.number in cited:
            yield "INSERT INTO articles VALUES (?, ?, ?)", (date, each.number, _pack_document(each.model_dump_json()))
    for place, key in enumerate(cards):
        yield "INSERT INTO made_of VALUES (?, ?, ?)", (date, place, key)


def mail_kept(message: str, recipient: str, now: str) -> Statement:
    """What keeps that a message was handed over for a recipient, with today's ISO date."""
    return "INSERT OR REPLACE INTO mailed VALUES (?, ?, ?)", (message, recipient, now)


def statements_to_forget(now: str, oldest: str) -> Iterator[Statement]:
    """What forgets the cards made, the briefings kept and the mails sent before a date. Briefings of stores that did not say when count from today."""
    yield "INSERT OR IGNORE INTO days SELECT DISTINCT date, ? FROM told", (now,)
    yield "DELETE FROM cards WHERE made < ?", (oldest,)
    for table in ("told", "articles", "made_of"):
        yield f"DELETE FROM {table} WHERE date IN (SELECT date FROM days WHERE kept < ?)", (oldest,)  # noqa: S608 - of the three
    yield "DELETE FROM days WHERE kept < ?", (oldest,)
    yield "DELETE FROM mailed WHERE date < ?", (oldest,)


def uses_kept(uses: Mapping[tuple[str, str], float]) -> Iterator[Statement]:
    """What keeps the uses of items, by feed and id, with when they were last known to be there, and forgets those of long ago."""
    for (feed, item), marked in uses.items():
        yield "INSERT OR REPLACE INTO used VALUES (?, ?, ?)", (feed, item, marked)
    if uses:
        yield "DELETE FROM used WHERE marked < ?", (max(uses.values()) - _USED_FOR,)


def _as_told(story: Story) -> Story:
    """A story without what was different about it on its day: that cites articles of the day before, which are not kept."""
    return story.model_copy(update={"changes": (), "reasons": ()})


def told_in(briefing: Briefing) -> ToldBriefing:
    """A briefing as the next one is told against it."""
    return _told_of_day(briefing.date, (*briefing.stories, *briefing.quiet), briefing.articles)


def _told_of_day(date: str, stories: Iterable[Story], articles: Iterable[BriefedArticle]) -> ToldBriefing:
    """What was told on a day, as far as it can still be shown: every citation of a story is in its articles.

    Stores of earlier versions kept changes, whose articles were not kept.
    """
    kept = tuple(articles)
    texts = {article.number: article.text for article in kept}
    sound = tuple(
        story
        for story in map(_as_told, stories)
        if texts.keys() >= set(story.articles)
        and all(texts.get(cite.article, "")[cite.start : cite.end] == cite.text for cite in cites_of(story))
    )
    return ToldBriefing(date, sound, kept)


def _unpack_rows(kind: type[Kept], rows: Iterable[tuple[bytes]]) -> Iterator[Kept]:
    """The values of rows. One that cannot be read, or that another version wrote, is not there."""
    for (body,) in rows:
        try:
            yield kind.model_validate_json(zlib.decompress(body))
        except (zlib.error, ValidationError):
            continue


def _pack_document(document: str) -> bytes:
    return zlib.compress(document.encode(), level=1)


def _cited_numbers(story: Story) -> Iterable[int]:
    return {cite.article for cite in cites_of(story)} | set(story.articles)
