"""Files of runs: written whole or not at all, read with one line about what is wrong; the cases that are finished, beside them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from summarize.errors import UsageError, in_words
from summarize.evaluation.runs.run import Case, Run
from summarize.files import unwritten, write_whole
from summarize.rendering.safe import json_text

MAX_BYTES: Final = 500_000_000
"""Of a run's file: some ten thousand long articles."""


def read_run(path: Path) -> Run:
    """A run as `write_run` wrote it.

    Raises:
        UsageError: the file cannot be read, or holds no run of this version; says what is wrong.
    """
    content = read_bounded(path, MAX_BYTES)
    try:
        run = Run.model_validate_json(content)
    except ValidationError as error:
        raise UsageError(f"{path} is no run of this version: {reason(error)}") from error
    name, times = Counter(case.name for case in run.cases).most_common(1)[0] if run.cases else ("", 0)
    if times > 1:
        raise UsageError(f"{path} is no run of this version: it has {times} cases named {name}")
    return run


def write_run(path: Path, run: Run) -> None:
    """Write a run as JSON, whole or not at all.

    Raises:
        UsageError: the file cannot be written.
    """
    write_whole(path, json_text(document_of(run)) + "\n")


def document_of(value: Run | Case) -> str:
    """A run or a case as JSON. Half a surrogate pair, as in a file name that is no UTF-8, becomes a question mark."""
    try:
        return value.model_dump_json()
    except PydanticSerializationError:
        return json.dumps(value.model_dump(), ensure_ascii=False).encode("utf-8", "replace").decode()


def reason(error: ValidationError) -> str:
    """The first thing that is wrong, and where."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{where + ': ' if where else ''}{in_words(first)}{more}"


def read_bounded(path: Path, most: int) -> bytes:
    """A file of at most `most` bytes.

    Raises:
        UsageError: it cannot be read, or is larger.
    """
    try:
        # One more than may be is asked for, since a pipe has no size to look at beforehand.
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    if len(content) > most:
        raise UsageError(f"{path} cannot be read: it has more than {most:,} bytes")
    return content


class CaseJournal:
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
