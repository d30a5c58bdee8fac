"""Cards from wherever they were written: JSON, JSON Lines, tables, and folders of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from summarize.archive.tables import ENDINGS, lines_of, rows_of
from summarize.card import Card
from summarize.errors import ArticleError

_OF_JSON: Final = (".json", ".jsonl", ".ndjson")


def cards_in(paths: Iterable[Path]) -> Iterator[Card]:
    """The cards of files and folders, each held to its evidence.

    Raises:
        ArticleError: a file cannot be read, or holds what is no card.
        ConfigurationError: a table, and pyarrow is not installed.
    """
    for path in paths:
        for file in _files(path):
            rows: Iterable[dict[str, Any]] = rows_of(file) if file.suffix in ENDINGS else lines_of(file)
            for number, row in enumerate(rows, 1):
                yield _card(row, file, number)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix in {*_OF_JSON, *ENDINGS})
    if not files:
        raise ArticleError(f"{path} holds no file of cards: {', '.join((*_OF_JSON, *ENDINGS))}")
    return files


def _card(row: dict[str, Any], file: Path, number: int) -> Card:
    try:
        return Card.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ArticleError(f"{file}: card {number} does not hold: {where}: {first['msg']}") from error
