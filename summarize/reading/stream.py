"""The bytes of a source: their beginning, to tell what they are, then all of them, or line by line for what is too large for that."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from summarize.errors import ArticleError
from summarize.reading.decoding import MAX_BYTES
from summarize.reading.kinds import HEAD


class Stream:
    """A file that is read once."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.head: bytes = _read_up_to(file, HEAD)
        self._all: bytes | None = None

    def all(self, name: str, most: int = MAX_BYTES) -> bytes:
        """All of it. Called again, it gives the same.

        Raises:
            ArticleError: there is more.
        """
        if self._all is None:
            self._all = self.head + (_read_up_to(self._file, most + 1 - HEAD) if len(self.head) == HEAD else b"")
        if len(self._all) > most:
            raise ArticleError(
                f"{name} has more than the {most:,} bytes that an article may have: cut it, or split it into articles"
            )
        return self._all

    def lines(self) -> Iterator[bytes]:
        """Its lines, with their ends. A line of more than `MAX_BYTES` comes in pieces."""
        whole = io.BufferedReader(_Joined(self.head, self._file), HEAD)
        while line := whole.readline(MAX_BYTES + 1):
            yield line


class _Joined(io.RawIOBase):
    """What was read already, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        into = memoryview(buffer)  # type: ignore[arg-type] # typeshed's Buffer, which `object` stands for here
        piece = self._head[: len(into)] if self._head else memoryview(self._rest.read(len(into)))
        self._head = self._head[len(piece) :]
        into[: len(piece)] = piece
        return len(piece)


def _read_up_to(file: BinaryIO, most: int) -> bytes:
    """Up to `most` bytes: fewer only at the end, which one `read` of a pipe does not promise."""
    pieces: list[bytes] = []
    while most > 0 and (piece := file.read(most)):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)
