"""Cards from wherever they were written: JSON, JSON Lines, tables, and folders of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from summarize.archive.tables import ENDINGS, lines_of, rows_of
from summarize.card import Card
from summarize.errors import ArticleError, in_words

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
