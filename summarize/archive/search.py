"""Who said what, when, word for word, in which outlet."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from summarize.archive.database import first_of, opened
from summarize.archive.query import Query, Term
from summarize.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was said."""

    published: str | None
    outlet: str | None
    speaker: str | None
    """Who says it; of what somebody only denies, nobody."""
    denied_by: str | None
    stance: str | None
    """What the source does with it, as in a card's `attribution.kind`; None of quotations and of what the article says itself."""
    role: str | None
    kind: str
    cue: str | None
    text: str
    """Of a quotation the article's own words, its parts joined by a space."""
    shown: str
    """The text as cards show it: each part of a quotation in marks of its own, a statement with whose word it is."""
    support: str
    title: str | None
    url: str | None
    source: str
    start: int
    end: int
    """Where it stands in the article, in code points, from the first part to the last."""
    parts: tuple[dict[str, Any], ...]
    """The parts of the article that it is, or rests on: start, end and text of each."""
    standing: str
    """Whether the card is as it was when it was last checked: sealed, edited or unsealed."""


def search(path: Path, query: Query, most: int) -> list[Hit]:
    """What a query finds, the newest first.

    Raises:
        ConfigurationError: the file is no database of cards, or damaged.
        UsageError: there is none.
    """
    with closing(opened(path, make=False)) as connection:
        try:
            return list(_found(connection, query, most))
        except sqlite3.DatabaseError as error:
            raise ConfigurationError(f"{path} cannot be searched: {error}") from error


def _found(connection: sqlite3.Connection, query: Query, most: int) -> Iterator[Hit]:
    source, where, values = _conditions(query)
    # Rows come by their numbers, which are the newest first: no more of them are read than are shown.
    statement = (
        "SELECT said.published, outlet, said.speaker, denied_by, stance, role, kind, cue, said.text, shown, support, article.title, url, source, "  # noqa: S608 - parts of ours; what a user wrote is a value
        "start, end, parts, standing "
        f"FROM {source} CROSS JOIN article ON article.id = said.article WHERE {where} ORDER BY {source.split()[0]}.rowid DESC LIMIT ?"
    )
    for row in connection.execute(statement, (*values, most)):
        *before, parts, standing = row
        yield Hit(*(*before, tuple(json.loads(parts)), standing))


def _conditions(query: Query) -> tuple[str, str, list[Any]]:
    """The tables that are gone through, the conditions, and their values."""
    parts: list[str] = []
    values: list[Any] = []
    own: dict[bool, list[str]] = {True: [], False: []}
    for term in query.terms:
        if term.field in {"text", "speaker"}:
            own[term.is_excluded].append(f"({{{term.field}}} : {term.phrase})")
        else:
            parts.append(f"said.article {'NOT ' if term.is_excluded else ''}IN ({_articles(term)})")
            values.append(f"{{{_column(term)}}} : {term.phrase}")
    table = "said"
    if own[False]:
        table = "said_fts CROSS JOIN said ON said.id = said_fts.rowid"
        parts.append("said_fts MATCH ?")
        values.append(f"({' AND '.join(own[False])}){''.join(f' NOT {each}' for each in own[True])}")
    elif own[True]:
        parts.append("said.id NOT IN (SELECT rowid FROM said_fts WHERE said_fts MATCH ?)")
        values.append(" OR ".join(own[True]))
    row = f"{table.split()[0]}.rowid"
    if query.since is not None:
        parts.append(f"{row} >= ?")
        values.append(first_of(query.since))
    if query.until is not None:
        parts += [f"{row} < ?", f"{row} >= ?"]
        values += [first_of(_after(query.until)), first_of("0001")]
    if query.kinds:
        parts.append(f"kind IN ({', '.join('?' * len(query.kinds))})")
        values.extend(query.kinds)
    return table, " AND ".join(parts), values


def _after(last: str) -> str:
    """The first day after a day, month or year."""
    parts = [int(part) for part in last.split("-")]
    if len(parts) == 3:
        return (date(*parts) + timedelta(days=1)).isoformat()
    year, month = divmod((parts[0] * 12 + parts[1] - 1 + 1) if len(parts) == 2 else (parts[0] + 1) * 12, 12)
    return f"{year:04}-{month + 1:02}-01"


def _column(term: Term) -> str:
    return "outlet" if term.field == "outlet" else "name"


def _articles(term: Term) -> str:
    if term.field == "outlet":
        return "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
    return "SELECT article FROM name WHERE id IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?)"
