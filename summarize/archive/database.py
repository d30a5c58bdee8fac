"""A database of cards in one SQLite file: articles, what was said in them and by whom, and names, with full-text indexes and views.

Any tool that reads SQLite shows it; datasette finds the indexes by itself.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final, Self

from summarize.archive.query import APART, TOKENIZER, as_index_text
from summarize.article import Evidence
from summarize.card import Card, Quote, Told
from summarize.errors import ConfigurationError, UsageError
from summarize.rendering.words import in_full

_APPLICATION_ID: Final = 0x53756D43
"""What SQLite's `application_id` is set to: "SumC". Databases of version 1 have 0."""
_VERSION: Final = 2
_TABLES: Final = frozenset({"article", "said", "name"})
_AT_ONCE: Final = 500
_OF_DAY: Final = 2 * 10**9
"""Numbers that a day has for what was said on it. With them the last day of the year 9999 stays below 2**53, up to which JavaScript counts."""
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS article (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, source TEXT NOT NULL, title TEXT, outlet TEXT, published TEXT, language TEXT, url TEXT,
    headline TEXT NOT NULL, engine TEXT NOT NULL, model TEXT, standing TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS article_published ON article (published);
CREATE TABLE IF NOT EXISTS said (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article (id), kind TEXT NOT NULL, published TEXT, speaker TEXT, denied_by TEXT,
    stance TEXT, role TEXT, cue TEXT, text TEXT NOT NULL, shown TEXT NOT NULL, support TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    parts TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS said_article ON said (article);
CREATE TABLE IF NOT EXISTS name (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article (id), name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT,
    mentions INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS name_article ON name (article);
CREATE VIRTUAL TABLE IF NOT EXISTS said_fts USING fts5 (text, speaker, content='said', content_rowid='id', tokenize="TOKENIZER");
CREATE VIRTUAL TABLE IF NOT EXISTS name_fts USING fts5 (name, content='name', content_rowid='id', tokenize="TOKENIZER");
CREATE VIRTUAL TABLE IF NOT EXISTS article_fts USING fts5 (title, outlet, content='article', content_rowid='id', tokenize="TOKENIZER");
CREATE VIEW IF NOT EXISTS who_said_what AS
    SELECT said.published, article.outlet, said.speaker, said.role, said.kind, said.stance, said.shown, said.text, said.cue, article.title,
    article.url, article.source, article.standing, said.id
    FROM said JOIN article ON article.id = said.article WHERE said.speaker IS NOT NULL;
CREATE VIEW IF NOT EXISTS who_denied_what AS
    SELECT said.published, article.outlet, said.denied_by, said.kind, said.shown, said.text, said.cue, article.title,
    article.url, article.source, article.standing, said.id
    FROM said JOIN article ON article.id = said.article WHERE said.denied_by IS NOT NULL;
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
        self.path = path
        self.connection = open_database(path, make=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def add(self, cards: Iterable[Card]) -> int:
        """Add cards, some hundred in a transaction; how many were not there yet. A card is known by its article and where that came from.

        Raises:
            UsageError: the database is in use, or cannot be written to.
        """
        rows, count = iter(cards), 0
        while group := list(islice(rows, _AT_ONCE)):
            try:
                with self.connection:
                    count += sum(self._add(card) for card in group)
            except sqlite3.OperationalError as error:
                raise UsageError(f"{self.path} cannot be written to: {error}") from error
        return count

    def _add(self, card: Card) -> bool:
        article = card.article
        done = self.connection.execute(
            "INSERT OR IGNORE INTO article (key, source, title, outlet, published, language, url, headline, engine, model, standing) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                f"{article.id} {article.source}", article.source, article.title, article.publisher, article.published, article.language,
                article.url, card.headline.text, card.provenance.engine, card.provenance.model, card.standing,
            ),
        )  # fmt: skip
        if not done.rowcount:
            return False
        number = done.lastrowid
        self._index("article_fts", number, article.title, article.publisher)
        said = list(_rows_of_card(card))
        last = self._last_of(article.published) + len(said)
        for row, one in zip(range(last, 0, -1), said, strict=False):
            self.connection.execute(
                "INSERT INTO said (id, article, kind, published, speaker, denied_by, stance, role, cue, text, shown, support, start, end, parts) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row, number, one.kind, article.published, None if one.is_denial else one.who, one.who if one.is_denial else None,
                    one.stance, one.role, one.cue, one.text, one.shown, one.support, one.start, one.end, one.parts,
                ),
            )  # fmt: skip
            self._index("said_fts", row, one.indexed, APART.join(one.sources))
        for who in card.who:
            entered = self.connection.execute(
                "INSERT INTO name (article, name, kind, role, mentions) VALUES (?, ?, ?, ?, ?)",
                (number, who.name, who.kind, who.role, who.mentions),
            )
            self._index("name_fts", entered.lastrowid, who.name)
        return True

    def _last_of(self, day: str | None) -> int:
        """The last number that is taken of a day, or the one before its first: each article's numbers follow those of the one before it."""
        first = first_of(day)
        taken = self.connection.execute(
            "SELECT max(id) FROM said WHERE id >= ? AND id < ?", (first, first + _OF_DAY)
        ).fetchone()[0]
        return first if taken is None else int(taken)

    def _index(self, table: str, row: int | None, *texts: str | None) -> None:
        marks = ", ".join("?" * len(texts))
        names = {"said_fts": "text, speaker", "name_fts": "name", "article_fts": "title, outlet"}[table]
        self.connection.execute(
            f"INSERT INTO {table} (rowid, {names}) VALUES (?, {marks})",  # noqa: S608 - names of ours
            (row, *(as_index_text(text or "") for text in texts)),
        )


def first_of(day: str | None) -> int:
    """The first number of what was said on a day, or in a month or year. What was said earlier has lower ones, and what has no date the lowest.

    So the newest of many hits are found without looking at the others: a full-text index gives its rows by their numbers.
    """
    try:
        return date.fromisoformat(((day or "")[:10] + "-01-01")[:10]).toordinal() * _OF_DAY
    except ValueError:
        return 0


@dataclass(frozen=True, slots=True)
class _Row:
    """Something that a card says was said."""

    kind: str
    sources: tuple[str, ...]
    """Who says it, or denies it."""
    stance: str | None
    """What the source does with it, as in `attribution.kind`; None: it is a quotation, or nobody's word but the article's."""
    role: str | None
    cue: str | None
    text: str
    shown: str
    """As cards show it: each part of a quotation in marks of its own, a statement with whose word it is."""
    support: str
    evidence: tuple[Evidence, ...]

    @property
    def is_denial(self) -> bool:
        return self.stance == "denied"

    @property
    def who(self) -> str | None:
        return "; ".join(self.sources) or None

    @property
    def start(self) -> int:
        return self.evidence[0].start if self.evidence else 0

    @property
    def end(self) -> int:
        return self.evidence[-1].end if self.evidence else 0

    @property
    def parts(self) -> str:
        return json.dumps([part.model_dump() for part in self.evidence], ensure_ascii=False)

    @property
    def indexed(self) -> str:
        """The text, with the parts of a quotation apart, so that no phrase reaches from one into the next."""
        return APART.join(part.text for part in self.evidence) if self.kind == "quotation" else self.text


def _rows_of_card(card: Card) -> Iterator[_Row]:
    """What a card says that was said."""
    for quote in card.quotes:
        yield _quotation_row(quote)
    for kind, told in (
        ("headline", (card.headline,)), ("news", card.what), ("claim", card.claims), ("background", card.background),
    ):  # fmt: skip
        for one in told:
            yield _statement_row(kind, one)


def _quotation_row(quote: Quote) -> _Row:
    return _Row(
        "quotation", quote.speakers, None, quote.speaker_role, quote.cue, quote.text, str(quote), "verbatim", quote.evidence,
    )  # fmt: skip


def _statement_row(kind: str, one: Told) -> _Row:
    by = one.attribution
    source = (by.source,) if by is not None and by.source else ()
    stance, cue = (by.kind, by.cue) if by is not None else (None, None)
    return _Row(kind, source, stance, None, cue, one.text, in_full(one), one.support, one.evidence)


def open_database(path: Path, *, make: bool) -> sqlite3.Connection:
    """The database of a file.

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
        _prepare(connection, path, make=make)
    except sqlite3.OperationalError as error:
        connection.close()
        raise UsageError(f"{path} cannot be used: {error}") from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise ConfigurationError(_not_ours(path)) from error
    except ConfigurationError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, make: bool) -> None:
    """Look whose database it is, and make the tables where there are none."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if make and not tables:
        connection.execute("PRAGMA journal_mode = WAL")
        # All or nothing: what is left of a run that is killed here is still known for ours.
        marks = f"PRAGMA application_id = {_APPLICATION_ID}; PRAGMA user_version = {_VERSION};"
        connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} {marks} COMMIT;")
        return
    if not tables >= _TABLES or application not in {0, _APPLICATION_ID}:
        raise ConfigurationError(_not_ours(path))
    if application == 0 or version != _VERSION:
        raise ConfigurationError(
            f"{path} was made by another version of this program: export the cards anew, to another name or after deleting it"
        )


def _not_ours(path: Path) -> str:
    return f"{path} is no database of cards, and was left as it is: give another name"
