"""Findings kept between runs, so that scoring many articles anew takes no time for what did not change."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from pathlib import Path
from typing import Final

import platformdirs
from pydantic import ValidationError

from summarize.article import Article
from summarize.codes import FINDING, code_digest
from summarize.evidence.persons import read_with
from summarize.findings import Findings
from summarize.languages.packs import brought_by

_FILE: Final = "findings.sqlite3"
_MAX_COUNT: Final = 20_000
"""Articles; the oldest go first."""


class FindingsStore:
    """A file of findings, by article, the code that finds, and the NLP model. A cache: what cannot be read is found anew."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in `folder`, by default the user's cache folder for this program."""
        self.hits = 0
        self._connection: sqlite3.Connection | None = None
        path = (folder or platformdirs.user_cache_path("summarize")) / _FILE
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # It holds names and sentences of articles. What SQLite keeps beside it gets the same mode.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            path.chmod(0o600)
            # The cards of many articles are made on several threads, one after the other (see Pipeline).
            self._connection = sqlite3.connect(path, timeout=5, check_same_thread=False, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=OFF")
            self._connection.execute("CREATE TABLE IF NOT EXISTS findings (key TEXT PRIMARY KEY, body BLOB NOT NULL)")
        except (OSError, sqlite3.Error):
            self.close()  # a read-only home, or another program's file: everything is found anew

    def get(self, article: Article, syntax: str | None) -> Findings | None:
        """The findings of an article as this code and this NLP model find them; None if they are not kept."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT body FROM findings WHERE key = ?", (_key(article, syntax),)
            ).fetchone()
            found = None if row is None else Findings.model_validate_json(zlib.decompress(row[0]))
        except (sqlite3.Error, zlib.error, ValidationError):
            return None
        self.hits += found is not None
        return found

    def put(self, article: Article, syntax: str | None, findings: Findings) -> None:
        """Keep the findings of an article."""
        if self._connection is None:
            return
        body = zlib.compress(findings.model_dump_json().encode(), level=1)
        try:
            self._connection.execute("INSERT OR REPLACE INTO findings VALUES (?, ?)", (_key(article, syntax), body))
            self._connection.execute(
                "DELETE FROM findings WHERE rowid <= (SELECT MAX(rowid) FROM findings) - ?", (_MAX_COUNT,)
            )
        except sqlite3.Error:
            return  # a full disk: it is found anew next time

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _key(article: Article, syntax: str | None) -> str:
    content = article.model_dump_json(exclude={"source"})
    return hashlib.sha256(
        f"{code_digest(FINDING)}{brought_by(article.language)}\n{read_with(syntax, article.language)}\n{content}".encode()
    ).hexdigest()
