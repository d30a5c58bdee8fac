"""The Batch API of an endpoint: files of requests in, files of answers out, within a day and at a lower price."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import openai
from openai.types import Batch

from summarize.engines.model.connection import Connection
from summarize.redaction import SECRETS

ENDPOINT: Final = "/v1/chat/completions"
_WINDOW: Final = "24h"
_NAME = "summarize"
"""The entry of a batch's metadata that names it."""
_SECONDS = 60.0
_FILE_SECONDS = 1800.0
_MAX_PAGES = 200
_ENDED = frozenset({"completed", "failed", "expired", "cancelled"})


@dataclass(frozen=True, slots=True)
class Remote:
    """A batch as the endpoint tells of it."""

    id: str
    status: str
    done: int
    failed: int
    files: tuple[str, ...]
    """Those that hold answers: of what went well, and of what did not."""
    trouble: str | None = None
    """Why it failed as a whole."""

    @property
    def ended(self) -> bool:
        """True if nothing more comes of it."""
        return self.status in _ENDED


class Batches:
    """The batches of one endpoint. On a running event loop. Every method raises as `Connection.complete`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def upload(self, path: Path, name: str) -> str:
        """The id of a file of requests, handed over under a name."""

        async def send(client: openai.AsyncOpenAI) -> str:
            with path.open("rb") as file:
                return (await client.files.create(file=(name, file, "application/jsonl"), purpose="batch")).id

        return await self._connection.ask(send, _FILE_SECONDS)

    async def create(self, file: str, token: str) -> Remote:
        """A new batch of an uploaded file. The token is in its metadata, so that `find` finds it."""

        async def send(client: openai.AsyncOpenAI) -> Batch:
            return await client.batches.create(
                completion_window=_WINDOW, endpoint=ENDPOINT, input_file_id=file, metadata={_NAME: token}
            )

        return _remote(await self._connection.ask(send, _SECONDS))

    async def get(self, batch: str) -> Remote:
        """A batch as it stands."""

        async def send(client: openai.AsyncOpenAI) -> Batch:
            return await client.batches.retrieve(batch)

        return _remote(await self._connection.ask(send, _SECONDS))

    async def find(self, token: str, file: str | None) -> Remote | None:
        """The batch that was created with a token, or of a file; None if the endpoint has none."""
        after: str | openai.Omit = openai.omit
        for _ in range(_MAX_PAGES):

            async def send(client: openai.AsyncOpenAI, start: str | openai.Omit = after) -> Any:
                return await client.batches.list(limit=100, after=start)

            page: Any = await self._connection.ask(send, _SECONDS)
            for one in page.data:
                if (one.metadata or {}).get(_NAME) == token or (file is not None and one.input_file_id == file):
                    return _remote(one)
            if not page.data or not page.has_more:
                return None
            after = page.data[-1].id
        return None

    async def fetch(self, file: str, path: Path) -> None:
        """Write a file of answers to `path`, whole or not at all, line by line: it may have hundreds of megabytes. Keys are taken out."""
        part = path.with_name(path.name + ".part")

        async def send(client: openai.AsyncOpenAI) -> None:
            async with client.files.with_streaming_response.content(file) as response:
                with part.open("w", encoding="utf-8", newline="\n") as written:
                    async for line in response.iter_lines():
                        written.write(SECRETS.clean(line) + "\n")

        await self._connection.ask(send, _FILE_SECONDS)
        part.replace(path)


def _remote(batch: Batch) -> Remote:
    counts = batch.request_counts
    errors = batch.errors.data if batch.errors is not None and batch.errors.data else []
    return Remote(
        batch.id,
        batch.status,
        counts.completed if counts else 0,
        counts.failed if counts else 0,
        tuple(each for each in (batch.output_file_id, batch.error_file_id) if each),
        "; ".join(str(each.message) for each in errors[:3]) or None,
    )
