"""What is remembered from one run to the next: cards, so that nothing is made or paid for twice, and the stories that were told.

One SQLite file, readable by its user alone. Each card is written for good before the next one is waited for: a run that is killed loses
at most what was with the model at that moment.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from pydantic import ValidationError

from summarize.briefing import BriefedArticle, Story
from summarize.briefing.briefing import cites_of
from summarize.card import Card
from summarize.errors import ConfigurationError

Kept = TypeVar("Kept", Story, BriefedArticle)
_VERSION: Final = 1
_SCHEMA: Final = (
    "CREATE TABLE IF NOT EXISTS cards (key TEXT PRIMARY KEY, made TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS told (date TEXT, key TEXT, number INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (date, key)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS articles (date TEXT, number INTEGER, body BLOB NOT NULL, PRIMARY KEY (date, number)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS cards_made ON cards (made)",
)
_KEPT_DAYS: Final = 60
_PATIENCE: Final = 30.0


@dataclass(frozen=True, slots=True)
class Told:
    """A briefing as it was told: its stories and the articles that they cite."""

    date: str
    stories: tuple[Story, ...]
    articles: tuple[BriefedArticle, ...]


class Store:
    """The file. Of one thread."""

    def __init__(self, path: Path | None) -> None:
        """Open it, or make it.

        Args:
            path: the file; None remembers nothing.

        Raises:
            ConfigurationError: it cannot be opened, or is no store of this version.
        """
        self._path = path
        where = ":memory:" if path is None else str(path)
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
            self._connection = sqlite3.connect(where, timeout=_PATIENCE, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=FULL")
            found = self._connection.execute("PRAGMA user_version").fetchone()[0]
            if found not in {0, _VERSION}:
                raise ConfigurationError(
                    f"{path} is a store of another version: give another with --store, or remove it"
                )
            for statement in _SCHEMA:
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version={_VERSION}")
        except OSError as error:
            raise ConfigurationError(f"{path} cannot be opened as a store: {error.strerror}") from error
        except sqlite3.Error as error:
            raise ConfigurationError(f"{path} cannot be opened as a store: {error}") from error

    def __enter__(self) -> Self:
        """It is open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Close the file. Can be called again."""
        self._connection.close()

    def card(self, key: str) -> Card | None:
        """The card that was made under a key; None if none was, or it does not hold any more."""
        with closing(self._connection.execute("SELECT body FROM cards WHERE key = ?", (key,))) as rows:
            row = rows.fetchone()
        try:
            return None if row is None else Card.model_validate_json(zlib.decompress(row[0]))
        except (zlib.error, ValidationError):
            return None

    def keep_card(self, key: str, card: Card) -> None:
        """Remember a card. It is on the disk when this returns.

        Raises:
            ConfigurationError: the file cannot be written to.
        """
        body = zlib.compress(card.model_dump_json().encode(), level=1)
        self._write([("INSERT OR REPLACE INTO cards VALUES (?, ?, ?)", (key, card.provenance.created, body))])

    def before(self, date: str) -> Told | None:
        """The last briefing before a day, None if there is none."""
        row = self._connection.execute("SELECT MAX(date) FROM told WHERE date < ?", (date,)).fetchone()
        if row is None or row[0] is None:
            return None
        stories = self._connection.execute("SELECT body FROM told WHERE date = ? ORDER BY number", (row[0],)).fetchall()
        articles = self._connection.execute(
            "SELECT body FROM articles WHERE date = ? ORDER BY number", (row[0],)
        ).fetchall()
        return _resolved(row[0], _unpacked(Story, stories), _unpacked(BriefedArticle, articles))

    def keep_told(self, date: str, stories: Sequence[Story], articles: Iterable[BriefedArticle], oldest: str) -> None:
        """Remember what a day's briefing told, in place of what was kept of that day, and forget cards made before a date.

        Raises:
            ConfigurationError: the file cannot be written to.
        """
        stories = [_as_told(story) for story in stories]
        cited = {cite for story in stories for cite in _cited(story)}
        self._write([
            ("DELETE FROM told WHERE date = ?", (date,)),
            ("DELETE FROM articles WHERE date = ?", (date,)),
            ("DELETE FROM cards WHERE made < ?", (oldest,)),
            *(("INSERT INTO told VALUES (?, ?, ?, ?)", (date, story.key, story.number, _packed(story.model_dump_json()))) for story in stories),
            *(("INSERT INTO articles VALUES (?, ?, ?)", (date, each.number, _packed(each.model_dump_json()))) for each in articles if each.number in cited),
        ])  # fmt: skip

    def _write(self, statements: Iterable[tuple[str, Sequence[object]]]) -> None:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                for statement, values in statements:
                    self._connection.execute(statement, values)
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise ConfigurationError(f"{self._path} cannot be written to: {error}") from error


def _as_told(story: Story) -> Story:
    """A story without what was different about it on its day: that cites articles of the day before, which are not kept."""
    return story.model_copy(update={"changes": (), "reasons": ()})


def _resolved(date: str, stories: Iterable[Story], articles: Iterable[BriefedArticle]) -> Told:
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
    return Told(date, sound, kept)


def _unpacked(kind: type[Kept], rows: Iterable[tuple[bytes]]) -> Iterator[Kept]:
    """The values of rows. One that cannot be read, or that another version wrote, is not there."""
    for (body,) in rows:
        try:
            yield kind.model_validate_json(zlib.decompress(body))
        except (zlib.error, ValidationError):
            continue


def _packed(document: str) -> bytes:
    return zlib.compress(document.encode(), level=1)


def _cited(story: Story) -> Iterable[int]:
    return {cite.article for cite in cites_of(story)} | set(story.articles)
