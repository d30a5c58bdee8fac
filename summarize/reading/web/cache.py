"""Pages kept between runs, so that a page which has not changed is not sent again (RFC 9111: validated each time, never assumed fresh)."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from summarize.reading.web.database import Database

_FILE: Final = "pages.sqlite3"
_VERSION: Final = 1
_SCHEMA: Final = (
    """CREATE TABLE IF NOT EXISTS pages (url TEXT PRIMARY KEY, used REAL NOT NULL, type TEXT, etag TEXT, modified TEXT,
       size INTEGER NOT NULL, body BLOB NOT NULL)""",
    "CREATE TABLE IF NOT EXISTS robots (origin TEXT PRIMARY KEY, read REAL NOT NULL, body BLOB NOT NULL)",
)
_MAX_COUNT: Final = 200_000_000
"""Bytes of bodies, packed; those that were not used for longest go first."""
_OLDEST: Final = 30 * 86_400.0
_ROBOTS_OLDEST: Final = 86_400.0
"""Seconds: RFC 9309, 2.4."""
_MAX_VALIDATOR_LENGTH: Final = 1000


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page as it was kept."""

    content_type: str | None
    etag: str | None
    modified: str | None
    body: bytes

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in found.items() if value}


class PageCache:
    """What was fetched before, by its canonical address."""

    def __init__(self, folder: Path | None, max_bytes: int) -> None:
        """Keep pages in a folder; None to keep nothing. A page with more than `max_bytes` is not taken from there."""
        self._database = Database(folder, _FILE, _VERSION, *_SCHEMA)
        self._max_bytes = max_bytes

    def get(self, url: str) -> CachedPage | None:
        """The page at an address."""
        rows = self._database.rows("SELECT type, etag, modified, body FROM pages WHERE url = ?", (url,))
        if not rows:
            return None
        content_type, etag, modified, packed = rows[0]
        body = _unpack_body(packed, self._max_bytes)
        content_type = content_type if isinstance(content_type, str) else None
        return None if body is None else CachedPage(content_type, _validator(etag), _validator(modified), body)

    def put(self, url: str, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
        """Keep a page, unless its server forbids that or it could not be asked about later."""
        etag, modified = (_validator(headers.get(name)) for name in ("etag", "last-modified"))
        if not may_keep(headers) or not (etag or modified):
            self.drop(url)
            return
        packed = zlib.compress(body, level=1)
        self._database.rows(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)",
            (url, now.timestamp(), headers.get("content-type"), etag, modified, len(packed), packed),
        )
        self._tidy(now)

    def touch(self, url: str, now: datetime) -> None:
        """Note that a page was used."""
        self._database.rows("UPDATE pages SET used = ? WHERE url = ?", (now.timestamp(), url))

    def drop(self, url: str) -> None:
        """Forget a page."""
        self._database.rows("DELETE FROM pages WHERE url = ?", (url,))

    def robots(self, origin: str, now: datetime) -> bytes | None:
        """The robots.txt of a host, if it was read within a day."""
        rows = self._database.rows(
            "SELECT body FROM robots WHERE origin = ? AND read BETWEEN ? AND ?",
            (origin, now.timestamp() - _ROBOTS_OLDEST, now.timestamp()),
        )
        return _unpack_body(rows[0][0], self._max_bytes) if rows else None

    def put_robots(self, origin: str, body: bytes, now: datetime) -> None:
        """Keep the robots.txt of a host."""
        self._database.rows(
            "INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", (origin, now.timestamp(), zlib.compress(body, level=1))
        )

    def _tidy(self, now: datetime) -> None:
        self._database.rows("DELETE FROM pages WHERE used < ?", (now.timestamp() - _OLDEST,))
        self._database.rows("DELETE FROM robots WHERE read < ?", (now.timestamp() - _ROBOTS_OLDEST,))
        self._database.rows(
            "DELETE FROM pages WHERE url IN (SELECT url FROM"
            " (SELECT url, SUM(size) OVER (ORDER BY used DESC, url) AS total FROM pages) WHERE total > ?)",
            (_MAX_COUNT,),
        )

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def may_keep(headers: Mapping[str, str]) -> bool:
    """False if the server says that an answer must not be stored, or that it is never the same."""
    control = {each.partition("=")[0].strip().lower() for each in headers.get("cache-control", "").split(",")}
    return "no-store" not in control and "*" not in headers.get("vary", "")


def _validator(value: object) -> str | None:
    """An ETag or a date, as it may be sent back."""
    if not isinstance(value, str):
        return None
    return value if value and len(value) <= _MAX_VALIDATOR_LENGTH and value.isascii() and value.isprintable() else None


def _unpack_body(packed: object, most: int) -> bytes | None:
    if not isinstance(packed, bytes):
        return None
    unpack = zlib.decompressobj()
    try:
        body = unpack.decompress(packed, most + 1)
    except zlib.error:
        return None
    return body if unpack.eof and len(body) <= most else None
