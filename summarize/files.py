"""Files written whole or not at all, alone or several together."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from summarize.errors import OutputError, SummarizeError, UsageError
from summarize.expressions import expression
from summarize.redaction import SECRETS

UNFINISHED: Final = ".unfinished"
"""What the names of files and folders end in that are still being written beside their place."""
_LEFT = expression(r"\..*\.[a-z0-9_]{8}\.unfinished")
_FORGOTTEN: Final = 3600.0
"""Seconds after which nobody can still be writing one: it was left by a run that was killed."""

_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG})
"""What is wrong with the disk, and not with the name that was given."""


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: a temporary file beside it, flushed, then renamed over it.

    Keys are taken out. A link is followed. What is no regular file (a pipe, /dev/null) cannot be replaced and is written to.

    Raises:
        UsageError: the folder does not exist or cannot be written to.
        OutputError: the disk is full, or fails.
    """
    write_together({path: text})


def write_together(texts: Mapping[Path, str | Callable[[], str]]) -> None:
    """Write several files, all of them or none: each as a temporary file beside its place, and renamed when all are on the disk.

    Args:
        texts: what each file is to hold, or what makes it when its turn comes, so that large ones are not all in memory. Links and what is
            no regular file as of `write_whole`.

    Raises:
        UsageError: a folder does not exist or cannot be written to.
        OutputError: the disk is full, or fails.
    """
    files: list[_File] = []
    path = Path()
    try:
        for path, text in texts.items():
            file = _File(path)
            files.append(file)
            file.prepare(SECRETS.clean(text() if callable(text) else text))
        for file in files:
            path = file.path
            file.put(alone=len(files) == 1)
    except OSError as error:
        for file in files:
            file.take_back()
        raise unwritten(path, error) from error
    finally:
        for file in files:
            file.tidy()
    for folder in {file.folder for file in files}:
        sweep(folder)


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left unfinished in a folder; what another run may still be writing stays, and what cannot be removed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not _LEFT.fullmatch(entry.name):
                continue
            # When its name was last changed: a second name of an old file has that file's time of writing.
            with suppress(OSError):
                if time.time() - entry.stat(follow_symlinks=False).st_ctime < _FORGOTTEN:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    import shutil  # noqa: PLC0415 - only after a kill

                    shutil.rmtree(entry.path)
                else:
                    Path(entry.path).unlink()


def unwritten(path: Path | str, error: OSError) -> SummarizeError:
    """What to say of a file that could not be written."""
    if error.errno in _OF_THE_DISK:
        return OutputError(f"{path} cannot be written: {error.strerror}: make room, and run the command again")
    return UsageError(f"{path} cannot be written: {error.strerror}")


class _File:
    """One file on its way."""

    def __init__(self, path: Path) -> None:
        self.path = self._target = path
        self._temporary: Path | None = None
        self._before: Path | None = None
        self._is_new = False

    @property
    def folder(self) -> Path:
        return self._target.parent

    def prepare(self, text: str) -> None:
        """Write it beside its place."""
        self._target = self._target.resolve()
        there = self._target.exists()
        mode = self._target.stat().st_mode if there else stat.S_IFREG | 0o666 & ~_umask()
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            self._target.write_text(text, encoding="utf-8", errors="replace", newline="\n")
            return
        self._temporary = self._beside()
        with self._temporary.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        self._temporary.chmod(stat.S_IMODE(mode))

    def put(self, *, alone: bool) -> None:
        """Rename it into its place. What was there stays at hand until all are in theirs, unless this is the only one."""
        if self._temporary is None:
            return
        if self._target.exists():
            if alone:
                self._temporary.replace(self._target)
                self._temporary = None
                return
            before = self._beside()
            self._before = before
            before.unlink()
            try:
                before.hardlink_to(self._target)
            except OSError:
                self._before = None  # a file system without links: what was there cannot be put back
        else:
            self._is_new = True
        self._temporary.replace(self._target)
        self._temporary = None

    def take_back(self) -> None:
        """Put what was there before into the place again, or nothing where nothing was."""
        if self._before is not None:
            # Does nothing where it was not replaced: `tidy` then removes the second name.
            self._before.replace(self._target)
        elif self._is_new and self._temporary is None:
            self._target.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Remove what is left beside."""
        for left in (self._temporary, self._before):
            if left is not None:
                left.unlink(missing_ok=True)

    def _beside(self) -> Path:
        import tempfile  # noqa: PLC0415 - most commands write no file

        handle, name = tempfile.mkstemp(UNFINISHED, f".{self._target.name[:40]}.", self.folder)
        os.close(handle)
        return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
