"""Finished cases, kept beside the run's file while it is made, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from summarize.errors import UsageError
from summarize.evaluation.runs.files import document_of
from summarize.evaluation.runs.run import Case
from summarize.files import unwritten


class Journal:
    """A file of JSON Lines, one for each finished case, appended as it is finished. A line cut short by a crash is not read."""

    def __init__(self, path: Path) -> None:
        """Read what an earlier run left.

        Raises:
            UsageError: the file cannot be read or written.
        """
        self._path = path
        self._kept: dict[str, Case] = {}
        try:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []
            self._file = path.open("a", encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"{path} cannot be used to keep what is done: {error}") from error
        if lines:
            self._file.write("\n")  # whatever a crash left unfinished ends here
        for line in lines:
            try:
                entry = json.loads(line)
                self._kept[entry["key"]] = Case.model_validate(entry["case"])
            except (ValueError, KeyError, TypeError, ValidationError):
                continue  # the line that was being written

    def get(self, key: str) -> Case | None:
        """The case of a key, if it was finished with a card: what failed is tried again."""
        case = self._kept.get(_short(key))
        return case if case is not None and case.failure is None else None

    def add(self, key: str, case: Case) -> None:
        """Keep a case.

        Raises:
            OutputError: the disk is full, or fails.
            UsageError: the file cannot be written to.
        """
        try:
            self._file.write(f'{{"key": "{_short(key)}", "case": {document_of(case)}}}\n')
            self._file.flush()
        except OSError as error:
            raise unwritten(self._path, error) from error
        self._kept[_short(key)] = case

    def close(self, *, remove: bool) -> None:
        """Close the file, and remove it once the run itself is written."""
        with suppress(OSError):  # what could not be written was said when it was
            self._file.close()
        if remove:
            self._path.unlink(missing_ok=True)


def _short(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
