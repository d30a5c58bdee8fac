"""Where a label stands: gold files are read once, and only for their lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from summarize.errors import UsageError
from summarize.evaluation.gold.files import line_of, lines
from summarize.evaluation.runs.files import read_bounded

_MOST_BYTES: Final = 5_000_000
_LABEL: Final = re.compile(r"[a-z_]+(?:\[\d+\])?(?:\.[a-z_]+)*")
"""The form that scoring gives: anything else in a run's file is no label, and could be text."""


class GoldLines:
    """Finds the lines of labels in gold files."""

    def __init__(self) -> None:
        """Nothing is read before it is asked for."""
        self._files: dict[str, dict[str, int]] = {}

    def line(self, gold: str, label: str) -> int | None:
        """The line of a label, or of the nearest one around it; None if the gold file cannot be read."""
        if gold not in self._files:
            self._files[gold] = _lines(Path(gold))
        return line_of(label, self._files[gold]) if self._files[gold] else None


def _lines(path: Path) -> dict[str, int]:
    """The lines of labels, also of a file whose labels do not hold."""
    try:
        return lines(read_bounded(path, _MOST_BYTES).decode())
    except (UsageError, ValueError):
        return {}


def shown_label(label: str | None) -> str | None:
    """A label, if it has the form of one."""
    return label if label is not None and _LABEL.fullmatch(label) else None


def shown_path(gold: str) -> str:
    """The path of a gold file from the working directory, if it is below it, as code hosts want it."""
    path = Path(gold)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()
