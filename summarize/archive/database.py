"""A database of cards in one SQLite file: articles, what was said in them and by whom, and names, with full-text indexes and views.

Any tool that reads SQLite shows it; datasette finds the indexes by itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from summarize.archive.words import APART, TOKENIZER, indexed
from summarize.card import Card, Told
from summarize.errors import ConfigurationError, UsageError

KINDS: Final = ("quotation", "claim", "news", "background", "headline")
_VERSION: Final = 1
_AT_ONCE: Final = 500
_OF_ARTICLE: Final = 10_000
"""Numbers that an article has for what is said in it."""
_OF_DAY: Final = 10**11
"""Numbers that a day has. All stay below 2**53, up to which JavaScript counts."""
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS article (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, source TEXT NOT NULL, title TEXT, outlet TEXT, published TEXT, language TEXT, url TEXT,
    headline TEXT NOT NULL, engine TEXT NOT NULL, model TEXT);
CREATE INDEX IF NOT EXISTS article_published ON article (published);
CREATE TABLE IF NOT EXISTS said (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article (id), kind TEXT NOT NULL, published TEXT, speaker TEXT, role TEXT,
    cue TEXT, text TEXT NOT NULL, support TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS said_article ON said (article);
CREATE TABLE IF NOT EXISTS name (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article (id), name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT,
    mentions INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS name_article ON name (article);
CREATE VIRTUAL TABLE IF NOT EXISTS said_fts USING fts5 (text, speaker, content='said', content_rowid='id', tokenize="TOKENIZER");
CREATE VIRTUAL TABLE IF NOT EXISTS name_fts USING fts5 (name, content='name', content_rowid='id', tokenize="TOKENIZER");
CREATE VIRTUAL TABLE IF NOT EXISTS article_fts USING fts5 (title, outlet, content='article', content_rowid='id', tokenize="TOKENIZER");
CREATE VIEW IF NOT EXISTS who_said_what AS
    SELECT said.published, article.outlet, said.speaker, said.role, said.kind, said.text, said.cue, article.title, article.url, article.source, said.id
    FROM said JOIN article ON article.id = said.article WHERE said.speaker IS NOT NULL;
CREATE VIEW IF NOT EXISTS who_is_named AS
    SELECT name.name, name.kind, count(*) AS articles, sum(name.mentions) AS mentions, min(article.published) AS first, max(article.published) AS last
    FROM name JOIN article ON article.id = name.article GROUP BY name.name, name.kind;
""".replace("TOKENIZER", TOKENIZER)


class Archive:
    """The database, to add cards to."""

    def __init__(self, path: Path) -> None:
        """Open it, or make it.

        Raises:
            ConfigurationError: the file is something else.
            UsageError: it cannot be made or written to.
        """
        self.connection = opened(path, make=True)

    def __enter__(self) -> Self:
        """It is open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Close it."""
        self.connection.close()

    def add(self, cards: Iterable[Card]) -> int:
        """Add cards, some hundred in a transaction; how many were not there yet. A card is known by its article and where that came from."""
        rows, count = iter(cards), 0
        while group := list(islice(rows, _AT_ONCE)):
            with self.connection:
                count += sum(self._add(card) for card in group)
        return count

    def _add(self, card: Card) -> bool:
        article = card.article
        done = self.connection.execute(
            "INSERT OR IGNORE INTO article (key, source, title, outlet, published, language, url, headline, engine, model) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                f"{article.id} {article.source}", article.source, article.title, article.publisher, article.published, article.language,
                article.url, card.headline.text, card.provenance.engine, card.provenance.model,
            ),
        )  # fmt: skip
        if not done.rowcount:
            return False
        number = done.lastrowid
        self._index("article_fts", number, article.title, article.publisher)
        first = first_of(article.published) + (number or 0) * _OF_ARTICLE
        for place, (kind, speakers, role, cue, text, support, start, end) in enumerate(_said(card), 1):
            row = first + _OF_ARTICLE - place
            self.connection.execute(
                "INSERT INTO said (id, article, kind, published, speaker, role, cue, text, support, start, end) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row,
                    number,
                    kind,
                    article.published,
                    "; ".join(speakers) or None,
                    role,
                    cue,
                    text,
                    support,
                    start,
                    end,
                ),
            )
            self._index("said_fts", row, text, APART.join(speakers))
        for who in card.who:
            entered = self.connection.execute(
                "INSERT INTO name (article, name, kind, role, mentions) VALUES (?, ?, ?, ?, ?)",
                (number, who.name, who.kind, who.role, who.mentions),
            )
            self._index("name_fts", entered.lastrowid, who.name)
        return True

    def _index(self, table: str, row: int | None, *texts: str | None) -> None:
        marks = ", ".join("?" * len(texts))
        names = {"said_fts": "text, speaker", "name_fts": "name", "article_fts": "title, outlet"}[table]
        self.connection.execute(
            f"INSERT INTO {table} (rowid, {names}) VALUES (?, {marks})",  # noqa: S608 - names of ours
            (row, *(indexed(text or "") for text in texts)),
        )


def first_of(day: str | None) -> int:
    """The first number of what was said on a day, or in a month or year. What was said earlier has lower ones, and what has no date the lowest.

    So the newest of many hits are found without looking at the others: a full-text index gives its rows by their numbers.
    """
    try:
        return date.fromisoformat(((day or "")[:10] + "-01-01")[:10]).toordinal() * _OF_DAY
    except ValueError:
        return 0


Row = tuple[str, tuple[str, ...], str | None, str | None, str, str, int, int]


def _said(card: Card) -> Iterator[Row]:
    """What a card says that was said: kind, speakers, role, cue, text, support, and where in the article it begins and ends."""
    for quote in card.quotes:
        ends = quote.evidence
        yield (
            "quotation",
            quote.speakers,
            quote.speaker_role,
            quote.cue,
            quote.text,
            "verbatim",
            ends[0].start,
            ends[-1].end,
        )
    for kind, told in (
        ("headline", (card.headline,)), ("news", card.what), ("claim", card.claims), ("background", card.background),
    ):  # fmt: skip
        for one in told:
            yield from _told(kind, one)


def _told(kind: str, one: Told) -> Iterator[Row]:
    by = one.attribution
    source = (by.source,) if by is not None and by.source else ()
    start, end = (one.evidence[0].start, one.evidence[-1].end) if one.evidence else (0, 0)
    yield kind, source, None, by.cue if by is not None else None, one.text, one.support, start, end


def opened(path: Path, *, make: bool) -> sqlite3.Connection:
    """The database of a file.

    Args:
        path: the file.
        make: make one where there is none; else it is only read.

    Raises:
        ConfigurationError: the file is something else.
        UsageError: there is none, or it cannot be used.
    """
    if not make and not path.is_file():
        raise UsageError(f"there is no {path}: make it of your cards with `summarize export {path} CARDS`")
    try:
        connection = sqlite3.connect(path) if make else sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.OperationalError as error:
        raise UsageError(f"{path} cannot be used: {error}") from error
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        is_ours = version == _VERSION or (make and not tables)
        if is_ours and make:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(_SCHEMA)
            connection.execute(f"PRAGMA user_version = {_VERSION}")
    except sqlite3.OperationalError as error:
        connection.close()
        raise UsageError(f"{path} cannot be used: {error}") from error
    except sqlite3.DatabaseError:
        is_ours = False
    if not is_ours:
        connection.close()
        raise ConfigurationError(f"{path} is no database of cards of this version: give another name")
    return connection
