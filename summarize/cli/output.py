"""Where results go: stdout, a file written whole or not at all, or a folder."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.card import Card

Form = Literal["terminal", "markdown", "html", "json"]
_ENDINGS: dict[str, Form] = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".json": "json", ".jsonl": "json"}
_SUFFIX = {"terminal": ".txt", "markdown": ".md", "html": ".html", "json": ".json"}
_WIDEST = 400


def form_for(asked: Form | None, output: Path | None) -> Form:
    """The format asked for; else what the output file's name says; else `terminal` on a terminal and `markdown` in a pipe."""
    if asked is not None:
        return asked
    if output is not None:
        return _ENDINGS.get(output.suffix.lower(), "markdown")
    return "terminal" if sys.stdout.isatty() else "markdown"


def rendered(card: Card, form: Form, *, to_terminal: bool, no_color: bool) -> str:
    """The card in a format, as wide as the terminal (or 80 columns), with colour only on a terminal that wants it."""
    from summarize.rendering import render

    width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST) if to_terminal else 80
    return render(card, form, width=width, color=to_terminal and sys.stdout.isatty() and not no_color)


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: a temporary file beside it, flushed, then renamed over it.

    Raises:
        UsageError: the folder does not exist or cannot be written to.
    """
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def file_name(card: Card, form: Form, taken: set[str]) -> str:
    """A file name for a card in a folder: from its source, safe on every system, unique among `taken`."""
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(card.article.source).stem).strip(".-")[:80] or "card"
    name = stem + _SUFFIX[form]
    number = 2
    while name in taken:
        name = f"{stem}-{number}{_SUFFIX[form]}"
        number += 1
    taken.add(name)
    return name


def joined(texts: list[str], form: Form) -> str:
    """Several cards as one output: JSON Lines for JSON, a rule between cards otherwise."""
    if form == "markdown":
        return "\n---\n\n".join(texts)
    return "\n".join(texts) if form == "terminal" else "".join(texts)


def put(text: str) -> None:
    """Write to stdout as UTF-8, whatever the locale says."""
    stream = typer.get_binary_stream("stdout")
    stream.write(text.encode("utf-8", "replace"))
    stream.flush()
