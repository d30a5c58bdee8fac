"""Who said what, when, word for word, in which outlet."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from summarize.archive.database import first_of, open_database
from summarize.archive.query import Query, Term
from summarize.archive.tables import ENDINGS, lines_of, rows_of
from summarize.card import Card
from summarize.errors import ArticleError, ConfigurationError, in_words


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
    with closing(open_database(path, make=False)) as connection:
        try:
            return list(_find_hits(connection, query, most))
        except sqlite3.DatabaseError as error:
            raise ConfigurationError(f"{path} cannot be searched: {error}") from error


def _find_hits(connection: sqlite3.Connection, query: Query, most: int) -> Iterator[Hit]:
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


_OF_JSON: Final = (".json", ".jsonl", ".ndjson")
_JOURNAL: Final = "journal.sqlite3"
"""What says that a folder is one of `summarize batch`, beside which `archive` stands."""


def cards_in(paths: Iterable[Path], target: Path | None = None) -> Iterator[Card]:
    """The cards of files and folders, each held to its evidence. One that comes again, of the same article from the same source, is left out.

    Args:
        paths: files, and folders that are gone through.
        target: a file that is no source of cards, though it may stand in one of the folders: what is made of them.

    Raises:
        ArticleError: a file cannot be read, or holds what is no card.
        ConfigurationError: a table, and pyarrow is not installed.
    """
    seen: set[tuple[str, str]] = set()
    for path in paths:
        for file in _files(path, target):
            for number, row in enumerate(_rows(file), 1):
                card = _card(row, file, number)
                key = (card.article.id, card.article.source)
                if key not in seen:
                    seen.add(key)
                    yield card


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    if file.suffix in ENDINGS:
        return rows_of(file)
    return lines_of(file, growing=(file.parent / _JOURNAL).exists())


def _files(path: Path, target: Path | None) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.is_file() and _may_hold_cards(file, path, target))
    if not files:
        raise ArticleError(f"{path} holds no file of cards: {', '.join((*_OF_JSON, *ENDINGS))}")
    return files


def _may_hold_cards(file: Path, folder: Path, target: Path | None) -> bool:
    """False of what is hidden or no format of cards, of `target`, and of what `summarize batch` keeps beside its cards."""
    inside = file.relative_to(folder)
    if file.suffix not in {*_OF_JSON, *ENDINGS} or any(part.startswith(".") for part in inside.parts):
        return False
    if target is not None and target.exists() and file.samefile(target):
        return False
    is_asked = file.parent.name == "requests" and any(
        (file.parent.parent / beside).exists() for beside in (_JOURNAL, "cards.jsonl")
    )
    return not is_asked and not (file.name == "cards.parquet" and file.with_suffix(".jsonl").exists())


def _card(row: dict[str, Any], file: Path, number: int) -> Card:
    try:
        return Card.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ArticleError(f"{file}: card {number} does not hold: {where}: {in_words(first)}") from error
