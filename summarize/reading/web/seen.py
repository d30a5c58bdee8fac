"""Which items of a feed were used before, so that only what is new is read."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from summarize.reading.web.clock import SystemClock, WebClock
from summarize.reading.web.database import Database

_FILE: Final = "seen.sqlite3"
_VERSION: Final = 1
_SCHEMA: Final = (
    "CREATE TABLE IF NOT EXISTS seen (feed TEXT, item TEXT, marked REAL NOT NULL, PRIMARY KEY (feed, item)) WITHOUT ROWID",
)
_OLDEST: Final = 400 * 86_400.0
"""Seconds since an item was last in its feed. A feed that comes back after a year is new."""


class SeenItems:
    """What was used, by the address of a feed and the id of an item. What cannot be remembered is new again."""

    def __init__(self, folder: Path | None, *, clock: WebClock | None = None) -> None:
        """Remember in the cache folder; with None nothing."""
        self._database = Database(folder, _FILE, _VERSION, *_SCHEMA)
        self._clock = clock or SystemClock()

    def seen(self, feed: str, item: str) -> bool:
        """True if an item was marked before. That it is still in its feed keeps it from being forgotten."""
        rows = self._database.rows("SELECT marked FROM seen WHERE feed = ? AND item = ?", (feed, item))
        if rows and self._clock.now().timestamp() - float(rows[0][0]) > _OLDEST / 10:
            self.mark(feed, item)
        return bool(rows)

    def mark(self, feed: str, item: str) -> None:
        """Remember an item. To be called when it has been used, not when it was found: what failed in between is new again."""
        now = self._clock.now().timestamp()
        self._database.rows("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", (feed, item, now))
        self._database.rows("DELETE FROM seen WHERE feed = ? AND marked < ?", (feed, now - _OLDEST))

    def close(self) -> None:
        """Close the file. Can be called again."""
        self._database.close()
