"""Articles in the rows of a table: Parquet, or Arrow IPC (.arrow, .feather). Columns have the names that fields have in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from summarize.errors import ArticleError
from summarize.installing import missing, there
from summarize.reading.containers import of_record
from summarize.reading.document import DocumentItem, Numbered, SourceDocument, Wanted, select_wanted

_AT_ONCE = 256
"""Rows in memory at a time."""


def of_table(document: SourceDocument, wanted: Wanted) -> Iterator[DocumentItem]:
    """The articles of a table.

    Raises:
        ArticleError: it is damaged, or comes from somewhere that cannot be read back and forth.
        ConfigurationError: pyarrow is not installed.
    """
    if not there("tables"):
        raise missing(f"{document.name} is a table, which needs pyarrow", "tables")
    if document.url is not None or document.source == "-":
        raise ArticleError(f"{document.name} is a table, which is read back and forth: save it, and give the file")
    yield from select_wanted(_of_rows(document, wanted), document, wanted)


def _of_rows(document: SourceDocument, wanted: Wanted) -> Numbered:
    import pyarrow as pa  # noqa: PLC0415 - of an extra

    number = 0
    try:
        for batch in _batches(document):
            if wanted.number is not None and not number < wanted.number <= number + batch.num_rows:
                number += batch.num_rows
                continue
            for row in batch.to_pylist():
                number += 1
                if wanted.number in {None, number}:
                    yield number, _of_row(row, f"{document.source}#{number}", wanted)
    except (OSError, pa.ArrowException) as error:
        said = " ".join(str(error).split())[:200]
        raise ArticleError(f"{document.name} is a damaged table, or none that pyarrow reads: {said}") from error


def _of_row(row: dict[str, Any], source: str, wanted: Wanted) -> DocumentItem:
    return of_record({name: _plain(each) for name, each in row.items() if each is not None}, source, wanted)


def _plain(value: Any) -> Any:
    """A value as JSON would hold it."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: dict(each or ()) if name == "origins" else _plain(each) for name, each in value.items()}
    return value


def _batches(document: SourceDocument) -> Iterator[Any]:
    if document.stream.head.startswith(b"PAR1"):
        import pyarrow.parquet as pq  # noqa: PLC0415 - of an extra

        with pq.ParquetFile(document.source) as file:
            yield from file.iter_batches(_AT_ONCE)
        return
    import pyarrow as pa  # noqa: PLC0415 - of an extra

    with pa.memory_map(document.source) as mapped:
        reader = pa.ipc.open_file(mapped)
        for number in range(reader.num_record_batches):
            yield reader.get_batch(number)
