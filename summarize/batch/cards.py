"""The file of cards: lines are added at its end, and the journal knows how many bytes of it count."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from summarize.batch.journal import Journal
from summarize.errors import UsageError
from summarize.files import unwritten
from summarize.redaction import SECRETS

NAME: Final = "cards.jsonl"
_TOLD: Final = "bytes of cards"


class CardFile:
    """Takes cards as lines of JSON. What a run that was killed had not noted down in the journal is cut off, and made again."""

    def __init__(self, journal: Journal) -> None:
        """Open the file of a journal's folder.

        Raises:
            UsageError: it is shorter than it was, or cannot be written to.
        """
        self._journal = journal
        self.path: Path = journal.folder / NAME
        self._size = int(journal.told(_TOLD) or 0)
        try:
            self._file = self.path.open("ab")
        except OSError as error:
            raise unwritten(self.path, error) from error
        if self._file.tell() < self._size:
            self._file.close()
            raise UsageError(
                f"{self.path} has lost cards that the journal beside it says are written: put it back, or begin in another folder"
            )
        self._file.truncate(self._size)

    def __enter__(self) -> Self:
        """It is open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Close it."""
        self._file.close()

    def add(self, lines: str) -> None:
        """Add lines, on the disk before they are noted down. In the transaction that settles their articles.

        Raises:
            OutputError: the disk is full, or fails.
        """
        data = SECRETS.clean(lines).encode("utf-8", "replace")
        try:
            self._file.seek(self._size)
            self._file.truncate()
            self._file.write(data)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise unwritten(self.path, error) from error
        self._size += len(data)
        self._journal.tell(_TOLD, str(self._size))
