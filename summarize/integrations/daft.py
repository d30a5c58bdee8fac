"""Cards as a column of a Daft table, from Parquet, Iceberg, S3 and whatever else Daft reads, here or on a cluster.

    import daft
    from summarize.integrations.daft import cards

    articles = daft.read_parquet("articles/*.parquet")
    made = articles.with_column("made", cards(articles["text"], title=articles["title"], published=articles["published"]))
    made.select(made["url"], made["made"]["card"], made["made"]["error"]).write_parquet("cards/")

A row that cannot be briefed is a value, with the reason, and never ends the query.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

from summarize.article import Article
from summarize.errors import OF_ONE_ARTICLE, ArticleError, UsageError
from summarize.firewall import Firewall
from summarize.installing import missing
from summarize.pipeline import Pipeline, pipeline_for
from summarize.reading.records import Pointer, is_field, read_record
from summarize.rendering.json import json_line
from summarize.settings import Settings, load

try:
    import daft
except ImportError as error:
    raise missing("summarize.integrations.daft needs Daft", "daft") from error

_MADE = daft.DataType.struct({"card": daft.DataType.string(), "error": daft.DataType.string()})
Made = dict[str, str | None]


def cards(text: daft.Expression, *, settings: Settings | None = None, **columns: daft.Expression) -> daft.Expression:
    """A column of cards: structs of `card`, as JSON, and `error`, of which one is null.

    Args:
        text: the articles' texts.
        settings: of engine, model and limits; those of the environment and of `summarize.toml` if None. Their rate and their limits of cost
            hold for each process: all rows that one works on share them.
        columns: what else is known of the articles, by the names that JSON has for fields: title, published, publisher, authors, url.

    Raises:
        ConfigurationError: a setting is wrong.
        UsageError: a column has a name that is no field of an article.
    """
    if strange := [name for name in columns if not is_field(name)]:
        raise UsageError(
            f"{', '.join(strange)} is no field of an article: name columns title, published, publisher, authors or url"
        )
    chosen = settings if settings is not None else load()
    # In processes of their own Daft 0.7 ends a program with a crash, even those that do nothing; and one process has one budget.
    maker = daft.cls(_Maker, use_process=False)
    made: daft.Expression = maker(chosen, tuple(columns)).make(text, *columns.values())
    return made


class _Maker:
    """Makes the cards of rows. What it takes is made once in each process, however many of these there are."""

    def __init__(self, settings: Settings, names: tuple[str, ...]) -> None:
        self._settings, self._names = settings, names

    @daft.method.batch(return_dtype=_MADE)
    def make(self, text: daft.Series, *others: daft.Series) -> list[Made]:
        columns = [text.to_pylist(), *(other.to_pylist() for other in others)]
        rows = [dict(zip(("text", *self._names), row, strict=True)) for row in zip(*columns, strict=True)]
        return _shared_process(self._settings).made(rows)


class _Process:
    """A pipeline, with the loop that its connections belong to."""

    def __init__(self, settings: Settings) -> None:
        self._firewall = Firewall(_faults)
        made = pipeline_for(settings)
        self._pipeline: Pipeline = replace(made, bound=self._firewall.bounded)
        self._turns = asyncio.Semaphore(settings.jobs)
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        if made.engine.waits:
            self._loop = asyncio.new_event_loop()
            threading.Thread(target=self._loop.run_forever, name="summarize", daemon=True).start()

    def made(self, rows: Sequence[dict[str, Any]]) -> list[Made]:
        """What came of rows, in their order."""
        if self._loop is not None:
            return asyncio.run_coroutine_threadsafe(self._at_once(rows), self._loop).result()
        with self._lock:
            return [self._pipeline.run(self._one(row)) for row in rows]

    async def _at_once(self, rows: Sequence[dict[str, Any]]) -> list[Made]:
        return list(await asyncio.gather(*(self._one(row) for row in rows)))

    async def _one(self, row: dict[str, Any]) -> Made:
        async with self._turns if self._loop is not None else nullcontext():
            try:
                with self._firewall.around(str(row.get("url") or "a row")):
                    return {"card": json_line(await self._pipeline.acard(_article(row))).rstrip("\n"), "error": None}
            except OF_ONE_ARTICLE as error:
                return {"card": None, "error": str(error)}


def _article(row: dict[str, Any]) -> Article:
    """The article of a row. An address in it is never followed: whoever wrote the table is not the user."""
    known = {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in row.items()
        if value is not None
    }
    found = read_record(known, str(known.get("url") or "a row"), None)
    if isinstance(found, Pointer):
        raise ArticleError("the row has no text")
    return found.article


_processes: list[tuple[Settings, _Process]] = []
_making = threading.Lock()


def _shared_process(settings: Settings) -> _Process:
    """The one of this process for these settings."""
    with _making:
        found = next((made for asked, made in _processes if asked == settings), None)
        if found is None:
            found = _Process(settings)
            _processes.append((settings, found))
        return found


def _faults() -> Path:
    from platformdirs import user_log_path  # noqa: PLC0415 - where there is a fault

    return user_log_path("summarize", appauthor=False)
