"""Opening the file of a store: whose it is, whether it is sound, and what stands in the way.

A store is a help and not a condition. So what can happen to one (in use by another program, damaged, read-only, of a newer version) is
told apart from what is no store at all and must not be touched.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from codecs import getincrementaldecoder
from contextlib import closing
from pathlib import Path
from typing import Final, Literal

from summarize.errors import ConfigurationError

APPLICATION_ID: Final = 0x53_75_6D_6D
"""What SQLite's `application_id` is set to: "Summ". Stores of before it was set have 0."""
VERSION: Final = 1
_TABLES: Final = frozenset({"cards", "told", "articles"})
"""Tables that every store has, by which the stores of before are known."""
_LATER: Final = frozenset({"days", "used", "made_of", "mailed"})
SCHEMA: Final = (
    "CREATE TABLE IF NOT EXISTS cards (key TEXT PRIMARY KEY, made TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS told (date TEXT, key TEXT, number INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (date, key)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS articles (date TEXT, number INTEGER, body BLOB NOT NULL, PRIMARY KEY (date, number)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS days (date TEXT PRIMARY KEY, kept TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS used (feed TEXT, item TEXT, marked REAL NOT NULL, PRIMARY KEY (feed, item)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS made_of (date TEXT, place INTEGER, card TEXT NOT NULL, PRIMARY KEY (date, place)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS mailed (message TEXT, recipient TEXT, date TEXT NOT NULL, PRIMARY KEY (message, recipient)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS cards_made ON cards (made)",
)
_MAGIC: Final = b"SQLite format 3\x00"
_ID_AT: Final = slice(68, 72)
_HEAD: Final = 65_536
_ENDINGS: Final = frozenset({".sqlite3", ".sqlite", ".db", ".store"})
"""Endings of names under which something that is no database must once have been one."""
_PATIENCE: Final = 3.0
"""Seconds that another program may keep the file to itself. Ours write for a few milliseconds at a time."""
_PASSING: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EIO})
"""What may be wrong with a place that is the right one."""

FAULTS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What reading a store may raise: text of a damaged one, also in what SQLite says of it, may be no UTF-8."""

Kind = Literal["in use", "damaged", "newer", "unusable"]


class StoreError(ConfigurationError):
    """What is remembered cannot be used at present. Nothing that a briefing could not do without."""

    def __init__(self, message: str, kind: Kind) -> None:
        """Say what happened, and of what kind it is."""
        super().__init__(message)
        self.kind: Kind = kind


def open_store(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to a store, made if it is not there, and whether it can be written to.

    Raises:
        StoreError: it cannot be used at present.
        ConfigurationError: the file is another program's, which is left as it is, or nothing can be there.
    """
    try:
        _there(path)
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        _refuse_others(path)
        connection = _connect_to_database(path, writable=writable)
    except OSError as error:
        if error.errno in _PASSING:
            raise StoreError(f"the store {path} cannot be opened: {error.strerror}", "unusable") from error
        raise ConfigurationError(f"{path} cannot be opened as a store: {error.strerror}") from error
    try:
        if writable:
            _prepare(connection)
        connection.execute("SELECT 1 FROM told, articles, cards LIMIT 1").fetchall()
    except FAULTS as error:
        connection.close()
        raise trouble(path, error) from error
    return connection, writable


def trouble(path: Path | None, error: sqlite3.Error | UnicodeDecodeError) -> StoreError:
    """What an error of SQLite says of a store."""
    if isinstance(error, UnicodeDecodeError):
        return StoreError(f"the store {path} is damaged", "damaged")
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreError(f"the store {path} is in use by another program", "in use")
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return StoreError(f"the store {path} is damaged", "damaged")
    return StoreError(f"the store {path} cannot be used: {error}", "unusable")


def put_aside(path: Path) -> Path:
    """Give a damaged store another name, with what SQLite keeps beside it; never one that is taken. The new name.

    Raises:
        OSError: it cannot be renamed.
    """
    number, aside = 1, path.with_name(f"{path.name}.damaged")
    while os.path.lexists(aside):
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{number}")
    path.rename(aside)
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + ending))
    return aside


def _there(path: Path) -> None:
    """Make the file, its user's alone, if there is none. A link is not followed: somebody else may have put it there."""
    if not os.path.lexists(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
        return
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ConfigurationError(f"{path} cannot be a store: it is no file")
    finally:
        os.close(handle)


def _refuse_others(path: Path) -> None:
    """Look whose file it is, without changing it.

    Raises:
        StoreError: it is ours, and cannot be used.
        ConfigurationError: it is another program's.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        return
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=_PATIENCE, uri=True)) as looking:
            application = looking.execute("PRAGMA application_id").fetchone()[0]
            version = looking.execute("PRAGMA user_version").fetchone()[0]
            tables = {name for (name,) in looking.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except FAULTS as error:
        found = trouble(path, error)
        if found.kind != "damaged" or _was_ours(head, path):
            raise found from error
        raise ConfigurationError(_not_ours(path)) from error
    is_new = application == 0 and not tables and version == 0  # made, and stopped before its tables were
    if application != APPLICATION_ID and not is_new and (application != 0 or not tables >= _TABLES):
        raise ConfigurationError(_not_ours(path))
    if version > VERSION:
        raise StoreError(f"the store {path} was written by a newer version of this program", "newer")


def _was_ours(head: bytes, path: Path) -> bool:
    """True if what SQLite cannot read any more was a store, as far as that can be told."""
    if not head.startswith(_MAGIC):
        # A text is somebody's, whatever it is called; a store whose first page is lost has bytes that no text has.
        return path.suffix.lower() in _ENDINGS and not _is_text(head)
    if head[_ID_AT] == APPLICATION_ID.to_bytes(4, "big"):
        return True
    return head[_ID_AT] == bytes(4) and all(f"CREATE TABLE {name} (".encode() in head for name in _TABLES)


def _is_text(head: bytes) -> bool:
    """True for the beginning of a text in UTF-8."""
    try:
        words = getincrementaldecoder("utf-8")().decode(head)  # which minds no letter that is cut in two at the end
    except UnicodeDecodeError:
        return False
    return all(each.isprintable() or each.isspace() for each in words)


def _not_ours(path: Path) -> str:
    return f"{path} is no store of this program, and was left as it is: give another file with --store"


def _connect_to_database(path: Path, *, writable: bool) -> sqlite3.Connection:
    # The articles of a run with a language model are read on a thread of their own, which asks what was used.
    if writable:
        return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    # A folder that cannot be written to takes none of the files that SQLite wants beside one that is written.
    how = "mode=ro" if os.access(path.parent, os.W_OK) else "immutable=1"
    where = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(where, timeout=_PATIENCE, isolation_level=None, check_same_thread=False, uri=True)


def _prepare(connection: sqlite3.Connection) -> None:
    """Tables and marks, where they are missing: a store that has them is not written to, for another run may be writing."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    statements = [] if tables >= _TABLES | _LATER else [*SCHEMA]
    for name, value in (("application_id", APPLICATION_ID), ("user_version", VERSION)):
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
            statements.append(f"PRAGMA {name}={value}")
    if statements:
        # All or nothing: what is left of a run that is killed here is still known for ours.
        connection.executescript("; ".join(["BEGIN IMMEDIATE", *statements, "COMMIT"]))
