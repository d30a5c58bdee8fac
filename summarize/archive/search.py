"""Who said what, when, word for word, in which outlet."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.archive.database import opened
from summarize.archive.query import Query, Term

_BEHIND_ALL = "\uffff"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was said."""

    published: str | None
    outlet: str | None
    speaker: str | None
    role: str | None
    kind: str
    cue: str | None
    text: str
    """Of a quotation the article's own words."""
    support: str
    title: str | None
    url: str | None
    source: str
    start: int
    end: int
    """Where it stands in the article, in code points."""


def search(path: Path, query: Query, most: int) -> list[Hit]:
    """What a query finds, the newest first.

    Args:
        path: the database.
        query: what is looked for.
        most: hits at most.

    Raises:
        ConfigurationError: the file is no database of cards.
        UsageError: there is none.
    """
    with closing(opened(path, make=False)) as connection:
        return list(_found(connection, query, most))


def _found(connection: sqlite3.Connection, query: Query, most: int) -> Iterator[Hit]:
    where, values = _conditions(query)
    # The ids are sorted before anything else of the rows is read.
    statement = (
        "SELECT said.published, outlet, speaker, role, kind, cue, text, support, title, url, source, start, end FROM ("  # noqa: S608 - parts of ours; what a user wrote is a value
        f"SELECT id, published AS day FROM said WHERE {where} ORDER BY published DESC, id LIMIT ?"
        ") AS found JOIN said ON said.id = found.id JOIN article ON article.id = said.article ORDER BY found.day DESC, found.id"
    )
    for row in connection.execute(statement, (*values, most)):
        yield Hit(*row)


def _conditions(query: Query) -> tuple[str, list[Any]]:
    """The conditions on what was said, and their values."""
    parts: list[str] = []
    values: list[Any] = []
    own: dict[bool, list[str]] = {True: [], False: []}
    for term in query.terms:
        if term.field in {"text", "speaker"}:
            own[term.is_excluded].append(f"{{{term.field}}} : {term.phrase}")
        else:
            parts.append(f"article {'NOT ' if term.is_excluded else ''}IN ({_articles(term)})")
            values.append(f"{{{_column(term)}}} : {term.phrase}")
    if own[False]:
        wanted = " AND ".join(f"({each})" for each in own[False])
        without = "".join(f" NOT ({each})" for each in own[True])
        parts.append("id IN (SELECT rowid FROM said_fts WHERE said_fts MATCH ?)")
        values.append(f"({wanted}){without}")
    elif own[True]:
        parts.append("id NOT IN (SELECT rowid FROM said_fts WHERE said_fts MATCH ?)")
        values.append(" OR ".join(f"({each})" for each in own[True]))
    if query.since is not None:
        parts.append("published >= ?")
        values.append(query.since)
    if query.until is not None:
        parts.append("published <= ?")
        values.append(query.until + _BEHIND_ALL)
    if query.kinds:
        parts.append(f"kind IN ({', '.join('?' * len(query.kinds))})")
        values.extend(query.kinds)
    return " AND ".join(parts), values


def _column(term: Term) -> str:
    return "outlet" if term.field == "outlet" else "name"


def _articles(term: Term) -> str:
    if term.field == "outlet":
        return "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
    return "SELECT article FROM name WHERE id IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?)"
