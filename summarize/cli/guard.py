"""What a run reads, so that it writes over none of it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize import reading
    from summarize.settings import Settings


class ReadFiles:
    """The files that a run reads, known by device and number: the same under every name, link and spelling of it."""

    def __init__(self, names: Iterable[str | Path | None]) -> None:
        """Look them up.

        Args:
            names: paths; "-" for standard input. What is not there, and what is no regular file, cannot be written over.
        """
        self._files: dict[tuple[int, int], str] = {}
        for name in names:
            found = _identity(name) if name is not None else None
            if found is not None:
                self._files.setdefault(found, str(name))

    def holds(self, target: Path) -> bool:
        """True if a path leads to one of them."""
        return _identity(target) in self._files

    def refuse(self, target: Path) -> None:
        """Refuse a path that leads to one of them.

        Raises:
            UsageError: it does.
        """
        name = self._files.get(_identity(target) or (-1, -1))
        if name is not None:
            called = "" if name == str(target) else " as standard input" if name == "-" else f" as {name}"
            raise UsageError(f"{target} is read in this run{called}, and would be lost: give another name with -o")

    def refuse_stdout(self) -> None:
        """Refuse to append to a file that is being read.

        Raises:
            UsageError: standard output leads to one of them.
        """
        try:
            held = os.fstat(sys.stdout.fileno())
        except (OSError, ValueError):
            return
        if stat.S_ISREG(held.st_mode) and (name := self._files.get((held.st_dev, held.st_ino))) is not None:
            raise UsageError(f"standard output is written to {name}, which is read in this run: give another file")


def read_files(sources: reading.Sources, settings: Settings) -> ReadFiles:
    """The files that a run reads: its sources, and what its settings name."""
    model = settings.model if settings.model and os.sep in settings.model else None
    others = (settings.prompt, settings.template, settings.store, model, settings.file)
    return ReadFiles((*sources.files(), *others))


def _identity(name: str | Path) -> tuple[int, int] | None:
    try:
        found = os.fstat(sys.stdin.fileno()) if name == "-" else os.stat(name)  # noqa: PTH116 - of whatever is a name
    except (OSError, ValueError, AttributeError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
