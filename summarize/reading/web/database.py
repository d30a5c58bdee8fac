"""A file of ours in the cache folder that nobody else may read. It is never needed: where it cannot be used it is done without."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

FOLDER: Final = "web"
_PATIENCE: Final = 5.0


class Database:
    """An SQLite file, in a folder of mode 0700, itself of mode 0600."""

    def __init__(self, folder: Path | None, name: str, version: int, *schema: str) -> None:
        self._connection: sqlite3.Connection | None = None
        self._path: Path | None = None
        if folder is None:
            return
        path = folder / FOLDER / name
        for _ in range(2):  # the second time without what could not be read
            try:
                self._path = _private(path)
                self._open(version, schema)
            except sqlite3.OperationalError:
                self.close()  # in use for too long, or a full or read-only disk: it may be sound
                return
            except sqlite3.DatabaseError:
                self._discard()
            except OSError:
                self.close()
                return
            else:
                return

    def _open(self, version: int, schema: Sequence[str]) -> None:
        assert self._path is not None
        # Used by one event loop, which may run on another thread than this.
        self._connection = sqlite3.connect(self._path, timeout=_PATIENCE, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=NORMAL")
        self._connection.execute("PRAGMA journal_size_limit=4000000")
        found = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if found not in {0, version}:
            raise sqlite3.DatabaseError("of another version")
        for statement in schema:
            self._connection.execute(statement)
        self._connection.execute(f"PRAGMA user_version={version}")

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a statement gives; nothing if the file cannot be used."""
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.OperationalError:
            return []
        except (sqlite3.DatabaseError, ValueError, OverflowError):
            self._discard()
            return []

    def close(self) -> None:
        """Close it. Can be called again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.close()
            except sqlite3.Error:
                return

    def _discard(self) -> None:
        """Remove what cannot be read, so that the next run begins anew."""
        self.close()
        if self._path is None:
            return
        for ending in ("", "-wal", "-shm"):
            try:
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
            except OSError:
                return


def _private(path: Path) -> Path:
    """`path`, there, and readable by its owner alone.

    Raises:
        OSError: it cannot be made so, or something else stands there.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _check_own(path.parent, stat.S_ISDIR)
    path.parent.chmod(0o700)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    os.close(handle)
    _check_own(path, stat.S_ISREG)
    path.chmod(0o600)
    return path


def _check_own(path: Path, is_kind: Any) -> None:
    found = path.lstat()
    if not is_kind(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        raise PermissionError(f"{path} is not ours")
