"""Cards as a table, a row each, in Parquet or Arrow: for DuckDB, polars, pandas, Spark and whatever else reads columns.

The columns are those of the card contract, made from its models, so that the two cannot drift.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from summarize.card import Card
from summarize.errors import ArticleError
from summarize.files import unwritten
from summarize.installing import missing, there

if TYPE_CHECKING:
    import pyarrow as pa

ENDINGS = (".parquet", ".arrow", ".feather")
_AT_ONCE = 500
"""Cards that are in memory at a time, and in a group of rows."""


def check_installed() -> None:
    """Raise a ConfigurationError where pyarrow is not installed."""
    if not there("tables"):
        raise missing("tables need pyarrow", "tables")


def schema() -> pa.Schema:
    """The columns: the fields of a card, nested as they are."""
    import pyarrow as pa  # noqa: PLC0415 - of an extra

    return pa.schema([pa.field(name, _type(field.annotation)) for name, field in Card.model_fields.items()])


def _type(annotation: Any) -> pa.DataType:
    """The column type of a field's annotation."""
    import pyarrow as pa  # noqa: PLC0415 - of an extra

    origin, inner = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return pa.struct([pa.field(name, _type(field.annotation)) for name, field in fields])
    if origin in {Union, types.UnionType}:
        (only,) = (each for each in inner if each is not type(None))
        return _type(only)
    if origin is Annotated:
        return _type(inner[0])
    if origin is tuple:
        return pa.list_(_type(inner[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return pa.map_(pa.string(), _type(inner[1]))
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return pa.string() if origin is Literal else plain[annotation]


def write_cards(cards: Iterable[Mapping[str, Any]], target: Path) -> int:
    """Write cards to a table, whole or not at all, some hundred at a time; how many there were.

    Args:
        cards: as JSON holds them.
        target: the file; its ending says in which format: `.parquet`, or `.arrow` and `.feather`, which are Arrow IPC.

    Raises:
        ConfigurationError: pyarrow is not installed.
        UsageError: the file cannot be written.
        OutputError: the disk is full.
    """
    check_installed()
    import pyarrow as pa  # noqa: PLC0415 - of an extra

    columns, rows, count = schema(), iter(cards), 0
    part = target.with_name(f".{target.name}.part")
    try:
        with _writer(part, target.suffix, columns) as writer:
            while group := list(islice(rows, _AT_ONCE)):
                writer.write_table(pa.Table.from_pylist([_row(card) for card in group], schema=columns))
                count += len(group)
        part.replace(target)
    except OSError as error:
        raise unwritten(target, error) from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _writer(path: Path, ending: str, columns: pa.Schema) -> Any:
    if ending == ".parquet":
        import pyarrow.parquet as pq  # noqa: PLC0415 - of an extra

        return pq.ParquetWriter(path, columns, compression="zstd")
    import pyarrow as pa  # noqa: PLC0415

    return pa.ipc.new_file(str(path), columns)


def _row(card: Mapping[str, Any]) -> dict[str, Any]:
    article = card["article"]
    return {**card, "article": {**article, "origins": list(article.get("origins", {}).items())}}


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The cards of a table, as JSON holds them.

    Raises:
        ConfigurationError: pyarrow is not installed.
        ArticleError: the file is no such table.
    """
    check_installed()
    import pyarrow as pa  # noqa: PLC0415 - of an extra

    try:
        for batch in _batches(path):
            for row in batch.to_pylist():
                row["article"]["origins"] = dict(row["article"]["origins"] or ())
                yield row
    except (OSError, pa.ArrowException, KeyError, TypeError) as error:
        raise ArticleError(
            f"{path} cannot be read as a table of cards: {' '.join(str(error).split())[:200]}"
        ) from error


def _batches(path: Path) -> Iterator[Any]:
    if path.suffix == ".parquet":
        import pyarrow.parquet as pq  # noqa: PLC0415 - of an extra

        with pq.ParquetFile(path) as file:
            yield from file.iter_batches(_AT_ONCE)
        return
    import pyarrow as pa  # noqa: PLC0415

    with pa.memory_map(str(path)) as mapped:
        reader = pa.ipc.open_file(mapped)
        for number in range(reader.num_record_batches):
            yield reader.get_batch(number)


def lines_of(path: Path, *, growing: bool = False) -> Iterator[dict[str, Any]]:
    """The cards of JSON Lines, or the one of a JSON file.

    Args:
        path: the file.
        growing: it may be added to at this moment: a last line without its end is no card yet.

    Raises:
        ArticleError: the file cannot be read, or a line of it is no JSON object.
    """
    try:
        with path.open(encoding="utf-8") as file:
            if path.suffix == ".json":
                yield _object(file.read(), path, 1)
                return
            for number, line in enumerate(file, 1):
                if line.strip() and (line.endswith("\n") or not growing):
                    yield _object(line, path, number)
    except OSError as error:
        raise ArticleError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ArticleError(f"{path} is not UTF-8, which JSON is in") from error


def _object(text: str, path: Path, number: int) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise ArticleError(f"{path}: line {number} is no JSON") from error
    if not isinstance(found, dict) or not isinstance(found.get("article"), dict):
        raise ArticleError(f"{path}: line {number} is no card: make one with --format json")
    return found
