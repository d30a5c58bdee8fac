"""What a user names as a source: files, folders, patterns, addresses and standard input."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import BinaryIO
from urllib.parse import quote

from summarize.errors import ArticleError
from summarize.expressions import expression
from summarize.reading.document import SourceDocument
from summarize.reading.kinds import ENDINGS
from summarize.reading.plugged import plugin_for
from summarize.reading.stream import Stream

_ADDRESS = expression(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_NUMBERED = expression(r"(?P<path>.+)#(?P<number>[1-9][0-9]{0,8})")
_PATTERN = expression(r"[*?\[]")
_SHOWN = 5
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_OF_PAGE = expression(r"[_.-][^\W\d_]{2,20}")
_MAX_OF_PAGE = 10_000_000
_HOST = expression(r"(?:www\.|[\w-]+\.(?:com|org|net|co|uk|de|fr|eu)/)", re.IGNORECASE)


def is_address(source: str) -> bool:
    """True for an address, whether or not it is one that is fetched."""
    return bool(_ADDRESS.match(source))


def split_article_number(source: str) -> tuple[str, int | None]:
    """A source without the number of the one article that is wanted of it, and that number: `mail.mbox#3`."""
    match = None if is_address(source) or Path(source).exists() else _NUMBERED.fullmatch(source)
    return (match["path"], int(match["number"])) if match and Path(match["path"]).is_file() else (source, None)


def is_place_of_several(source: str) -> bool:
    """True for a folder and for a pattern."""
    return source != "-" and not is_address(source) and (os.path.isdir(source) or _is_pattern(source))  # noqa: PTH112 - never raises


def _is_pattern(source: str) -> bool:
    return bool(_PATTERN.search(source)) and not os.path.lexists(source)


def files_of(source: str) -> tuple[list[str], str | None]:
    """The files of a folder, however deep, or of a pattern, in the order of their names; and a remark on what was passed over.

    Of a folder, files with endings of articles are taken, hidden ones not; links to folders, and out of it, are not followed.

    Raises:
        ArticleError: there is none, or the folder cannot be read.
    """
    if _is_pattern(source):
        import glob  # noqa: PLC0415 - the shell has mostly done it

        found = sorted(path for path in glob.glob(source, recursive=True) if Path(path).is_file())  # noqa: PTH207 - takes absolute patterns as well
        if not found:
            raise ArticleError(f"no file matches {source}")
        return found, None
    taken: list[str] = []
    passed: Counter[str] = Counter()

    def note_unreadable(error: OSError) -> None:
        if error.filename == source:
            raise ArticleError(f"{source} cannot be read: {error.strerror}") from error
        passed[f"unreadable folder {error.filename}"] += 1

    within = Path(source).resolve()
    for folder, folders, names in os.walk(source, onerror=note_unreadable):
        pages = [name for name in folders if _is_of_page(Path(folder), name, names)]
        passed.update({"folder of a saved page": len(pages)} if pages else {})
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in pages)
        for name in sorted(names):
            ending = PurePath(name).suffix.lower()
            path = Path(folder, name)
            if name.startswith(".") or not (ending in ENDINGS or plugin_for(name)) or not _is_regular(path):
                passed.update([] if name.startswith(".") else [ending or "no ending"])
            elif path.is_symlink() and not path.resolve().is_relative_to(within):
                passed["link out of the folder"] += 1
            else:
                taken.append(str(PurePath(folder, name)))
    kinds = ", ".join(f"{count} {what}" for what, count in passed.most_common(_SHOWN))
    count = sum(passed.values())
    left = f"{source}: passed over {count} other {'file' if count == 1 else 'files'}: {kinds}" if count else None
    if not taken:
        raise ArticleError(
            f"{source} is a folder without articles"
            + (f": {kinds}" if kinds else "")
            + "; an article's file ends in .txt, .md, .html, .pdf, .eml, .json or the like"
        )
    return taken, left


def _is_of_page(folder: Path, name: str, beside: Sequence[str]) -> bool:
    """True for a folder that a browser saved with a page, with what the page loads: the page is beside it, begins its name, and leads into it.

    Browsers put a word of the user's language behind the page's name, so that the name alone would say nothing.
    """
    for page in beside:
        stem, ending = PurePath(page).stem, PurePath(page).suffix.lower()
        if ending not in _PAGES or not name.startswith(stem) or not _OF_PAGE.fullmatch(name[len(stem) :]):
            continue
        try:
            with (folder / page).open("rb") as file:
                data = file.read(_MAX_OF_PAGE)
        except OSError:
            continue
        if any(f"{each}/".encode() in data for each in (name, quote(name), name.replace("&", "&amp;"))):
            return True
    return False


def _is_regular(path: Path) -> bool:
    """True for a file with contents: of a pipe or a device nobody knows when it ends."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True  # it is said when it is opened


def open_document(source: str) -> Iterator[SourceDocument]:
    """The document of a file or of standard input, open for as long as it is worked with.

    Raises:
        ArticleError: it cannot be opened.
    """
    if source == "-":
        yield SourceDocument(_stream(sys.stdin.buffer, "standard input"), source)
        return
    if not source:
        raise ArticleError("an empty name is no source: name a file, a folder or an address")
    if not source.startswith("/dev/") and Path(source).is_fifo():  # that of a shell's <(command) is in /dev
        raise ArticleError(
            f"{source} is a pipe, and nobody knows when something comes through it: give - and lead it to standard input"
        )
    try:
        file = Path(source).open("rb")  # noqa: SIM115 - closed below
    except FileNotFoundError as error:
        hint = f": for an address, give https://{source}" if _HOST.match(source) else ""
        raise ArticleError(f"{source} does not exist{hint}") from error
    except (OSError, ValueError) as error:
        raise ArticleError(f"{source} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    with file:
        yield SourceDocument(_stream(file, source), source)


def _stream(file: BinaryIO, name: str) -> Stream:
    try:
        return Stream(file)
    except OSError as error:
        raise ArticleError(f"{name} cannot be read: {error.strerror or error}") from error
