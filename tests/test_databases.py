"""Rules of the databases that are kept: one whose making was broken off is no obstacle to the next run."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize.archive.database import open_database as cards_opened
from summarize.batch.journal import Journal
from summarize.daily.opening import open_store as store_opened
from summarize.errors import ConfigurationError, UsageError

_STEPS = frozenset(
    {
        sqlite3.SQLITE_CREATE_TABLE,
        sqlite3.SQLITE_CREATE_INDEX,
        sqlite3.SQLITE_CREATE_VIEW,
        sqlite3.SQLITE_CREATE_VTABLE,
        sqlite3.SQLITE_PRAGMA,
        sqlite3.SQLITE_TRANSACTION,
    }
)

OPENS: dict[str, Callable[[Path], Any]] = {
    "the journal of a batch": lambda folder: Journal(folder / "out").close(),
    "what a briefing remembers": lambda folder: store_opened(folder / "store.sqlite3")[0].close(),
    "cards that are searched": lambda folder: cards_opened(folder / "cards.db", make=True).close(),
}


def is_broken_off(opens: Callable[[Path], Any], folder: Path, last: int) -> bool:
    """Open a database, of whose making the `last`-th step and all behind it are not done; False if it has not so many."""
    real, connections, steps = sqlite3.connect, [], itertools.count(1)

    def connect(*values: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(*values, **named)
        connections.append(connection)
        connection.set_authorizer(
            lambda action, *_: sqlite3.SQLITE_DENY if action in _STEPS and next(steps) >= last else sqlite3.SQLITE_OK
        )
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", connect)
        try:
            opens(folder)
        except (ConfigurationError, UsageError, sqlite3.DatabaseError):
            return True
        finally:
            for connection in connections:
                connection.close()  # what was not committed is gone, as after a kill
    return False


@pytest.mark.parametrize("name", OPENS)
def test_a_database_that_was_not_made_to_its_end(name: str, tmp_path: Path) -> None:
    """At whatever step of making a database a run ends, the next run opens it, and has what it needs."""
    for last in itertools.count(1):
        folder = tmp_path / str(last)
        folder.mkdir()
        if not is_broken_off(OPENS[name], folder, last):
            break
        OPENS[name](folder)
    assert last > 10
