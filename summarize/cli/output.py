"""Where results go: stdout, a file written whole or not at all, or a folder."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from summarize.cli.guard import ReadFiles
from summarize.cli.manners import is_colored
from summarize.cli.messages import tell_labels, without_commands
from summarize.cli.progress import aside
from summarize.errors import UsageError
from summarize.expressions import expression
from summarize.files import unwritten, write_whole
from summarize.redaction import SECRETS
from summarize.settings import in_workflow

if TYPE_CHECKING:
    from summarize.card import Card

ENDINGS: dict[str, tuple[str, ...]] = {
    ".md": ("markdown",), ".markdown": ("markdown",), ".mdown": ("markdown",), ".txt": ("markdown", "terminal"),
    ".html": ("html",), ".htm": ("html",), ".json": ("json",), ".jsonl": ("json",),
}  # fmt: skip
"""Formats that a file's ending stands for, the one that it implies first."""
_ENDING = expression(r"\.[A-Za-z][A-Za-z0-9]{0,9}")
_SUFFIX = {"terminal": ".txt", "markdown": ".md", "html": ".html", "json": ".json"}
_BETWEEN = {"terminal": "\n", "markdown": "\n---\n\n", "html": "", "json": ""}
_WIDEST = 400


def form_for(asked: str | None, output: str | None) -> str:
    """The format asked for; else what the output file's name says; else `terminal` on a terminal and `markdown` in a pipe.

    Raises:
        UsageError: the name's ending stands for no format, or for another than the one asked for.
    """
    if output is not None:
        return form_by_name(asked, Path(output)) or "markdown"
    return asked or default_form()


def default_form() -> Literal["terminal", "markdown"]:
    """What stdout takes if nothing is asked for: `terminal` on a terminal, `markdown` in a pipe."""
    return "terminal" if sys.stdout.isatty() else "markdown"


def form_by_name(asked: str | None, path: Path) -> str | None:
    """The format asked for, else what the ending of a file's name implies; None if neither says anything.

    Raises:
        UsageError: the ending stands for no format, or for another than the one asked for.
    """
    ending = path.suffix.lower()
    if not _ENDING.fullmatch(ending) or (path.exists() and not path.is_file()):
        return asked
    if asked is not None and asked not in _SUFFIX:
        return asked  # a plugin's; what its files end in is not known
    forms = ENDINGS.get(ending)
    if forms is None:
        raise UsageError(f"{path}: no format has the ending {ending}; there are {', '.join(ENDINGS)}")
    if asked is not None and asked not in forms:
        raise UsageError(
            f"{path}: its ending {ending} is that of {forms[0]}, but --format says {asked}: give one of the two"
        )
    return asked or forms[0]


class CardOutput:
    """Takes cards one by one. On stdout each appears as soon as it is made; a file is written when it is closed."""

    def __init__(
        self, path: str | None, form: str | None, reads: ReadFiles, *, several: bool, language: str | None = None
    ) -> None:
        """Check what can be checked before any work is done.

        Args:
            path: a file; a folder, or a name that ends in a slash, for one file per card; None for stdout.
            form: the format asked for.
            reads: what the run reads; none of it is ever written over.
            several: more cards than one are to be expected.
            language: of titles and notes; None for that of each article.

        Raises:
            UsageError: the path cannot take the cards.
        """
        self._path = Path(path) if path is not None else None
        self._is_folder = path is not None and (path.endswith(("/", os.sep)) or Path(path).is_dir())
        self.form = (form or "markdown") if self._is_folder else form_for(form, path)
        self._reads = reads
        self._language = language
        self._texts: list[str] = []
        self._taken: set[str] = set()
        self._count = 0
        self._several = False
        if several:
            self.expect_several()
        if self._path is None:
            reads.refuse_stdout()
        elif not self._is_folder:
            reads.refuse(self._path)
            if not self._path.parent.is_dir():
                raise UsageError(f"{self._path} cannot be written: there is no folder {self._path.parent}")
        if self.form != "json":
            tell_labels(language)

    def expect_several(self) -> None:
        """Prepare for more cards than one: in JSON each has a line.

        Raises:
            UsageError: the form has no way to put several into one file.
        """
        if self.form == "html" and not self._is_folder:
            raise UsageError("several HTML pages do not fit one file: give a folder, such as -o cards/")
        self._several = True

    def add(self, card: Card) -> None:
        """Take a card.

        Raises:
            UsageError: its file cannot be written.
        """
        between = _BETWEEN.get(self.form, "\n") if self._count else ""
        self._count += 1
        if self._path is None:
            put(between + self._text(card))
            return
        if self._is_folder:
            self._into_folder(self._path, card)
        else:
            self._texts.append(between + self._text(card))

    def close(self) -> None:
        """Write what is still to be written.

        Raises:
            UsageError: the file cannot be written.
        """
        if self._path is not None and self._texts:
            write_whole(self._path, "".join(self._texts))

    def _into_folder(self, folder: Path, card: Card) -> None:
        target = folder / file_name(
            card, self.form, lambda name: name.casefold() in self._taken or self._reads.holds(folder / name)
        )
        self._taken.add(target.name.casefold())
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{folder} cannot be made: {error.strerror}") from error
        write_whole(target, self._text(card))

    def _text(self, card: Card) -> str:
        if self.form == "json" and self._several and not self._is_folder:
            from summarize.rendering.json import json_line

            return json_line(card)
        from summarize.rendering import render

        to_terminal = self._path is None
        width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST) if to_terminal else 80
        return render(card, self.form, width=width, color=to_terminal and is_colored(), language=self._language)


def file_name(card: Card, form: str, taken: Callable[[str], bool]) -> str:
    """A file name for a card in a folder: from its source, safe on every system."""
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", _stem(card.article.source)).strip(".-")[:80] or "card"
    ending = _SUFFIX.get(form, f".{form}")
    name = stem + ending
    number = 2
    while taken(name):
        name = f"{stem}-{number}{ending}"
        number += 1
    return name


def _stem(source: str) -> str:
    """What a source is called, without its ending: the last part of an address, and the number of an article in its file."""
    address, number = re.match(r"(.*?)((?:#\d+)?)$", source, re.DOTALL).groups()  # type: ignore[union-attr] # it always matches
    if not re.match(r"https?://", address):
        return Path(address).stem + number
    # Other pages end alike (`story?id=2`), and their cards of another day may be there.
    digest = hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{Path(re.split(r'[?#]', address, maxsplit=1)[0].rstrip('/')).stem[:60]}-{digest}"


def put(text: str, *, commands: bool = False) -> None:
    """Write to stdout as UTF-8, whatever the locale says, without keys; in a workflow, without what its runner takes for a command.

    Args:
        text: what to write.
        commands: it is made of such commands, by this program.

    Raises:
        OutputError: the disk behind stdout is full, or fails.
        UsageError: stdout cannot be written to.
    """
    if in_workflow() and not commands:
        text = without_commands(text)
    stream = typer.get_binary_stream("stdout")
    try:
        with aside():
            stream.write(SECRETS.clean(text).encode("utf-8", "replace"))
            stream.flush()
    except BrokenPipeError:
        # The reader of the pipe went away (`| head`): nothing is wrong, and Python's own complaint at exit would be noise.
        _discard_stdout()
        raise typer.Exit(0) from None
    except OSError as error:
        _discard_stdout()
        raise unwritten("standard output", error) from error


def _discard_stdout() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
