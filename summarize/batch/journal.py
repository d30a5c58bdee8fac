"""The journal of a folder: its articles, what each still asks, and how many bytes of cards are written. One SQLite file.

Everything that happens is here before it has consequences, and what comes of it in the same transaction as what it settles, so that a run
that is killed at any moment goes on from where it was.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarize.article import Article
from summarize.batch.requests import ANSWERED, FAILED, WANTED, Requests
from summarize.errors import ConfigurationError, OutputError, UsageError

NAME: Final = "journal.sqlite3"
_OPEN, _WAITING, _MADE, _LEFT_OUT = range(4)
_VERSION: Final = 2
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS told (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (
    number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, source TEXT NOT NULL, body BLOB NOT NULL,
    state INTEGER NOT NULL DEFAULT 0, trouble TEXT, code INTEGER);
CREATE INDEX IF NOT EXISTS article_state ON article (state, number);
CREATE TABLE IF NOT EXISTS need (article INTEGER NOT NULL, request TEXT NOT NULL, PRIMARY KEY (article, request)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS need_request ON need (request);
CREATE TABLE IF NOT EXISTS request (
    key TEXT PRIMARY KEY, body BLOB NOT NULL, model TEXT NOT NULL, most_in INTEGER NOT NULL, most_out INTEGER NOT NULL,
    stage INTEGER NOT NULL, state INTEGER NOT NULL DEFAULT 0, batch INTEGER, tries INTEGER NOT NULL DEFAULT 0,
    sendings INTEGER NOT NULL DEFAULT 0, worst REAL, status INTEGER, answer BLOB,
    tier TEXT, trouble TEXT, input INTEGER NOT NULL DEFAULT 0, output INTEGER NOT NULL DEFAULT 0, usd REAL DEFAULT 0,
    unknown INTEGER NOT NULL DEFAULT 0, kept REAL NOT NULL DEFAULT 0, kept_tokens INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS request_state ON request (state, stage DESC);
CREATE INDEX IF NOT EXISTS request_batch ON request (batch);
CREATE TABLE IF NOT EXISTS batch (
    number INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE, state INTEGER NOT NULL, file TEXT, remote TEXT, status TEXT NOT NULL DEFAULT '',
    began REAL NOT NULL, requests INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """An article that is to be worked on."""

    number: int
    source: str
    body: bytes
    """The article, packed."""

    def article(self) -> Article:
        """The article."""
        return Article.model_validate_json(zlib.decompress(self.body))


class Journal:
    """The file, held by one process at a time."""

    def __init__(self, folder: Path, *, alone: bool = True) -> None:
        """Open it, or make it.

        Raises:
            UsageError: another run holds it, or the folder cannot be made.
            ConfigurationError: the file is not a journal of this version.
        """
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock_file(folder / ".lock.sqlite3") if alone else None
            self.connection = sqlite3.connect(folder / NAME, isolation_level=None, timeout=30)
        except (OSError, sqlite3.Error) as error:
            if is_full(error):
                raise full(folder, error) from error
            raise UsageError(f"{folder} cannot be used: {error}") from error
        try:
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = FULL")
            # The tables first: whoever looks on may do so while another run makes them.
            tables = self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            version = self.connection.execute("PRAGMA user_version").fetchone()[0]
            if version not in {0, _VERSION} or (version == 0 and tables):
                raise ConfigurationError(f"{folder / NAME} is no journal of this version: give another folder")
            if version == 0:
                # All or nothing: a run that is killed here leaves no journal of which nobody knows the version.
                self.connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
        except sqlite3.DatabaseError as error:
            if is_full(error):
                raise full(folder, error) from error
            raise ConfigurationError(f"{folder / NAME} is damaged, or no journal: {error}") from error
        self.requests = Requests(self.connection)

    def close(self) -> None:
        """Close the file, and let go of it."""
        self.connection.close()
        if self._lock is not None:
            self._lock.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All of it, or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:  # SQLite itself has ended it where the disk is full
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def told(self, name: str) -> str | None:
        """What was noted down under a name; None if nothing was."""
        row = self.connection.execute("SELECT value FROM told WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def tell(self, name: str, value: str) -> None:
        """Note something down."""
        self.connection.execute(
            "INSERT INTO told VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (name, value)
        )

    def add(self, article: Article) -> JournalEntry | None:
        """Enter an article; None if it is there already."""
        document = article.model_dump_json().encode("utf-8")
        # A file is the same one however its path is written.
        same = (
            article
            if _is_no_file(article.source)
            else article.model_copy(update={"source": os.path.realpath(article.source)})
        )
        key = hashlib.sha256(same.model_dump_json().encode("utf-8")).digest()[:16]
        body = zlib.compress(document, 1)
        done = self.connection.execute(
            "INSERT OR IGNORE INTO article (key, source, body) VALUES (?, ?, ?)", (key, article.source, body)
        )
        return JournalEntry(int(done.lastrowid or 0), article.source, body) if done.rowcount else None

    def is_unmade(self, source: str) -> bool:
        """True if an article that was read from there has no card yet."""
        return (
            self.connection.execute(
                "SELECT 1 FROM article WHERE source = ? AND state IN (?, ?)", (source, _OPEN, _WAITING)
            ).fetchone()
            is not None
        )

    def open_articles(self, after: int, most: int) -> list[JournalEntry]:
        """The next articles that can be worked on, behind a number."""
        rows = self.connection.execute(
            "SELECT number, source, body FROM article WHERE state = ? AND number > ? ORDER BY number LIMIT ?",
            (_OPEN, after, most),
        )
        return [JournalEntry(*row) for row in rows]

    def made(self, number: int) -> None:
        """The card of an article is written."""
        self._settle(number, _MADE)
        self.connection.execute("DELETE FROM need WHERE article = ?", (number,))

    def left_out(self, number: int, trouble: str, code: int) -> None:
        """An article has no card, and why; with the exit code of that."""
        self._settle(number, _LEFT_OUT, trouble, code)

    def _settle(self, number: int, state: int, trouble: str | None = None, code: int | None = None) -> None:
        self.connection.execute(
            "UPDATE article SET state = ?, trouble = ?, code = ? WHERE number = ?", (state, trouble, code, number)
        )

    def waits(self, number: int, keys: Iterable[str]) -> None:
        """An article waits for the answers to requests."""
        self.connection.execute("UPDATE article SET state = ? WHERE number = ?", (_WAITING, number))
        self.connection.executemany("INSERT OR IGNORE INTO need VALUES (?, ?)", ((number, key) for key in keys))

    def needed(self, number: int) -> list[str]:
        """The requests of an article, answered or not."""
        return [key for (key,) in self.connection.execute("SELECT request FROM need WHERE article = ?", (number,))]

    def entry(self, number: int) -> JournalEntry:
        """An article."""
        return JournalEntry(
            *self.connection.execute("SELECT number, source, body FROM article WHERE number = ?", (number,)).fetchone()
        )

    def needing(self, keys: Iterable[str]) -> list[int]:
        """The articles that wait for requests, each once; of several that wait for the same one, the first."""
        found: dict[int, None] = {}
        for key in keys:
            row = self.connection.execute(
                "SELECT min(number) FROM need JOIN article ON number = need.article WHERE request = ? AND state = ?",
                (key, _WAITING),
            ).fetchone()
            if row[0] is not None:
                found[int(row[0])] = None
        return sorted(found)

    def reopen(self) -> int:
        """Open the articles again all of whose requests are settled; how many."""
        return self.connection.execute(
            "UPDATE article SET state = ? WHERE state = ? AND NOT EXISTS (SELECT 1 FROM need JOIN request ON key = need.request "
            "WHERE need.article = number AND request.state NOT IN (?, ?))",
            (_OPEN, _WAITING, ANSWERED, FAILED),
        ).rowcount

    def retry(self) -> None:
        """Open the articles again that have no card, and want once more what of theirs failed, or was answered with an error.

        What a model answered is not paid for twice.
        """
        with self.together():
            self.connection.execute(
                "UPDATE request SET state = ?, tries = 0 WHERE (state = ? OR (state = ? AND status != 200)) AND key IN "
                "(SELECT request FROM need JOIN article ON number = need.article WHERE article.state = ?)",
                (WANTED, FAILED, ANSWERED, _LEFT_OUT),
            )
            self.connection.execute("UPDATE article SET state = ?, trouble = NULL WHERE state = ?", (_OPEN, _LEFT_OUT))

    def counts(self) -> dict[str, int]:
        """How many articles there are in all, made, left out, waiting and open."""
        found = dict(self.connection.execute("SELECT state, count(*) FROM article GROUP BY state"))
        names = {"made": _MADE, "left_out": _LEFT_OUT, "waiting": _WAITING, "open": _OPEN}
        return {"articles": sum(found.values()), **{name: int(found.get(state, 0)) for name, state in names.items()}}

    def made_of(self) -> Iterator[str]:
        """The source of each article that has a card."""
        yield from (
            source for (source,) in self.connection.execute("SELECT source FROM article WHERE state = ?", (_MADE,))
        )

    def troubles(self) -> Iterator[tuple[str, str, int]]:
        """Source, reason and exit code of each article that has no card."""
        yield from self.connection.execute(
            "SELECT source, trouble, code FROM article WHERE state = ? ORDER BY number", (_LEFT_OUT,)
        )


def is_full(error: BaseException | None) -> bool:
    """True if the disk is full or fails, by what SQLite says of it."""
    # The lowest byte of a code is the kind, those above it say more.
    code = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, sqlite3.Error) and code & 0xFF in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


def full(folder: Path, error: BaseException) -> OutputError:
    """What to say of that."""
    return OutputError(f"{folder / NAME} cannot be written: {error}: make room, and run the command again")


def _is_no_file(source: str) -> bool:
    """True for standard input and for an address."""
    from summarize.reading.places import is_address  # noqa: PLC0415 - what makes no entry reads nothing

    return source.partition("#")[0] == "-" or is_address(source)


def _lock_file(path: Path) -> sqlite3.Connection:
    """A file that is locked until it is closed, or the process ends in whatever way."""
    lock = sqlite3.connect(path, isolation_level=None, timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise UsageError(f"{path.parent} is in use by another run: wait for it, or give another folder") from error
    return lock
