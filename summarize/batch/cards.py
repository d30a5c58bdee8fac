"""The file of cards: lines are added at its end, and the journal knows how many bytes of it count."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, Self

from summarize.batch.journal import Journal
from summarize.errors import UsageError
from summarize.files import unwritten
from summarize.redaction import SECRETS

NAME: Final = "cards.jsonl"
_TOLD: Final = "bytes of cards"


class CardFile:
    """Takes cards as lines of JSON. What a run that was killed had not noted down in the journal is cut off, and made again; nothing else is."""

    def __init__(self, journal: Journal) -> None:
        """Open the file of a journal's folder.

        Raises:
            UsageError: it is shorter than it was, has cards that are not of this journal, or cannot be written to.
        """
        self._journal = journal
        self.path: Path = journal.folder / NAME
        told = journal.told(_TOLD)
        self._size = int(told or 0)
        try:
            there = self.path.stat().st_size if self.path.exists() else 0
            if there < self._size:
                raise UsageError(
                    f"{self.path} has lost cards that the journal beside it says are written: put it back, or begin in another folder"
                )
            if there > self._size and (told is None or not _of_a_killed_run(self._behind(), journal.is_unmade)):
                raise UsageError(
                    f"{self.path} has cards that the journal beside it does not know of: move it away, or begin in another folder"
                )
            self._file = self.path.open("ab")
            self._file.truncate(self._size)
        except OSError as error:
            raise unwritten(self.path, error) from error
        if told is None:
            journal.tell(_TOLD, "0")

    def _behind(self) -> bytes:
        with self.path.open("rb") as file:
            file.seek(self._size)
            return file.read()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
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


def _of_a_killed_run(behind: bytes, is_unmade: Callable[[str], bool]) -> bool:
    """True if these are cards of articles that have none by the journal, the last perhaps cut off in its middle: a killed run was writing them."""
    *lines, last = behind.split(b"\n")
    return all(is_unmade(_source_of(line) or "") for line in lines) and (
        not last or (source := _source_of(last)) is None or is_unmade(source)
    )


def _source_of(line: bytes) -> str | None:
    """Where the article of a card was read from; None of what is no card."""
    try:
        return str(json.loads(line)["article"]["source"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
