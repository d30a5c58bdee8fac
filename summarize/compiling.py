"""Regular expressions as they were compiled once, and tables as they were read once: for what Python does of modules (`__pycache__`).

The module `re` compiles in Python, a fifth of what a card by rules costs, and TOML is slow to read; neither is kept from one run to the next.
`remember` keeps both in a folder of its own in the user's cache folder. An expression is found again by what is written and by the Python
that compiled it, a table by its file's size and times, and what a function says of an expression by those of the function's file, so
nothing is stale. Nothing of an article is in it. What is read is data and no code of Python, and the engine checks expressions before it
runs them. Where the file cannot be used it is done without.
"""

from __future__ import annotations

import atexit
import os
import re
import stat
import sys
import zlib
from array import array
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, AnyStr, Final, cast

import msgspec

FILE: Final = f"tables-{sys.implementation.cache_tag}"
"""One for each Python, as `__pycache__` has them."""
_FOLDER: Final = "tables"
"""Below the cache folder, which some make that others of the user's group may write in: nothing there would be believed."""
_MADE_BY: Final = f"{sys.implementation.cache_tag} {sys.version} {sys.byteorder} pieces"
"""The last word changes where what is kept of a table does: the times of the table's own file do not tell that."""
_FITS: Final = sys.implementation.name == "cpython" and sys.version_info < (3, 15)
"""Whether the inside of `re` is known to be as it is used here; `tests/test_expressions.py` compares what it gives with `re.compile`."""
_MAX_COUNT: Final = 4_000_000
"""Bytes of a file above which the next run that compiles anything begins a new one: what older versions wrote goes."""
_DIGEST: Final = 4
_WORTH: Final = 0.02
"""The share of its bytes from which on what is new is worth writing the whole file again, since compiling and reading it cost more each time."""


class _Compiled(msgspec.Struct, frozen=True, array_like=True):
    """What `re` makes of an expression."""

    written: bytes
    """In UTF-8, halves of surrogate pairs included: some expressions look for them."""
    asked: int
    """The flags it was compiled with; `flags` are those with its own."""
    flags: int
    code: bytes
    count: int
    """Its groups; `names` are the numbers of those that have one."""
    names: dict[str, int]

    def pattern(self, written: str) -> re.Pattern[str]:
        """The pattern. Raises what `_sre` raises where the code is none: ValueError, RuntimeError, OverflowError or TypeError."""
        import _sre  # type: ignore[import-not-found]  # noqa: PLC0415

        labels: list[str | None] = [None] * (self.count + 1)
        for name, number in self.names.items():
            labels[number] = name
        code = array("I", self.code).tolist()
        made: Any = _sre.compile(written, self.flags, code, self.count, self.names, tuple(labels))
        return cast("re.Pattern[str]", made)


class _Table(msgspec.Struct, frozen=True, array_like=True):
    """What a file of TOML holds."""

    stamp: tuple[int, int, int]
    """When the file was written, when it was put there, and its size."""
    values: msgspec.Raw


class _Told(msgspec.Struct, frozen=True, array_like=True):
    """What a function said of expressions, while its file was as it is."""

    stamp: tuple[int, int, int]
    answers: dict[str, tuple[str, ...]] = {}


class _File(msgspec.Struct, frozen=True, array_like=True):
    made_by: str
    compiled: list[_Compiled]
    tables: dict[str, _Table]
    told: dict[str, _Told] = {}

    @property
    def size(self) -> int:
        """Bytes of code, tables and what was told: what it costs to make them goes by it, and not by how many there are."""
        told = sum(len(written) for one in self.told.values() for written in one.answers)
        return sum(len(one.code) for one in self.compiled) + sum(len(one.values) for one in self.tables.values()) + told


class _Memory:
    """What is known from earlier runs, and what this one adds."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._unread = False
        self._known: dict[tuple[bytes, int], _Compiled] = {}
        self._tables: dict[str, _Table] = {}
        self._told: dict[str, _Told] = {}
        self._new = _File(_MADE_BY, [], {}, {})

    def open(self, path: Path) -> None:
        """Read a file when something is asked for, and write it when the process ends."""
        self._path, self._unread, self._new = path, True, _File(_MADE_BY, [], {}, {})
        atexit.register(self.keep)

    def compiled(self, written: str, flags: int) -> re.Pattern[str]:
        """An expression, from memory or compiled. Raises re.error."""
        if self._path is None:
            return re.compile(written, flags)
        self._look(self._path)
        key = written.encode("utf-8", "surrogatepass"), flags
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _compile(written, *key)
            self._new.compiled.append(known)
        try:
            return known.pattern(written)
        except (ValueError, RuntimeError, OverflowError, TypeError, IndexError):  # somebody changed the file
            return re.compile(written, flags)

    def read(self, path: Path, made: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
        """What `made` makes of a file of TOML. Raises OSError, UnicodeDecodeError, tomli.TOMLDecodeError, and what `made` raises."""
        if self._path is None:
            return made(_parse_toml(path))
        self._look(self._path)
        stamp, key = _stamp(path), str(path)
        known = self._tables.get(key)
        if known is not None and known.stamp == stamp:
            with suppress(msgspec.DecodeError):  # somebody changed the file
                return msgspec.msgpack.decode(known.values, type=dict[str, Any])
        values = made(_parse_toml(path))
        self._tables[key] = self._new.tables[key] = _Table(stamp, msgspec.Raw(msgspec.msgpack.encode(values)))
        return values

    def told(self, by: Callable[[str], tuple[str, ...]], written: str) -> tuple[str, ...]:
        """What `by` says of an expression, from memory or asked."""
        if self._path is None:
            return by(written)
        self._look(self._path)
        key = by.__code__.co_filename
        if key not in self._new.told:  # the first that this run asks of it
            stamp = _stamp(Path(key))
            known = self._told.get(key)
            self._told[key] = known if known is not None and known.stamp == stamp else _Told(stamp, {})
            self._new.told[key] = _Told(stamp, {})
        answers = self._told[key].answers
        if written not in answers:
            answers[written] = self._new.told[key].answers[written] = by(written)
        return answers[written]

    def keep(self) -> None:
        """Write the file if enough is new."""
        if self._path is None or self._new.size <= _WORTH * self._all().size:
            return
        held = msgspec.msgpack.encode(self._all())
        if len(held) > _MAX_COUNT:
            held = msgspec.msgpack.encode(self._new)
        held = _digest(held) + held
        with suppress(OSError):  # a full or read-only disk
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_ours(self._path.parent.lstat()):
                return  # the next run would not read it
            import tempfile  # noqa: PLC0415 - a hundredth of what starting costs, and most runs write nothing

            handle, name = tempfile.mkstemp(dir=self._path.parent)  # readable by this user alone
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(held)
                Path(name).replace(self._path)
            except OSError:
                Path(name).unlink()

    def _look(self, path: Path) -> None:
        if self._unread:
            held, self._unread = _read_memory(path), False
            self._tables, self._told = held.tables, held.told
            self._known = {(one.written, one.asked): one for one in held.compiled}

    def _all(self) -> _File:
        return _File(_MADE_BY, list(self._known.values()), self._tables, self._told)


_MEMORY: Final = _Memory()


def compile_expression(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, which is not asked where an earlier run was.

    Raises:
        re.error: it is no regular expression.
    """
    if not isinstance(written, str):
        return re.compile(written, flags)
    return _MEMORY.compiled(written, int(flags))


def cached_answer(by: Callable[[str], tuple[str, ...]], written: str) -> tuple[str, ...]:
    """What a function says of an expression, which is not asked where an earlier run asked it.

    Args:
        by: a function of a module, whose answer goes by the expression and by what its file says, and by nothing else.
        written: the expression, without halves of surrogate pairs.

    Raises:
        OSError: the function's file is gone.
    """
    return _MEMORY.told(by, written)


def _parse_toml(path: Path) -> dict[str, Any]:
    import tomli  # noqa: PLC0415 - where all tables were read once, nothing is parsed

    return tomli.loads(path.read_text(encoding="utf-8"))


def toml(path: Path, made: Callable[[dict[str, Any]], dict[str, Any]] = dict) -> dict[str, Any]:
    """What a file of TOML holds, which is not read where an earlier run did: for tables of the program, without dates.

    Args:
        path: the file, of which only one `made` is asked.
        made: what is done to what it holds before it is kept; it may raise ValueError, which goes on from here.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError, tomli.TOMLDecodeError: it holds none.
    """
    return _MEMORY.read(path, made)


def remember(folder: Path) -> None:
    """Use what earlier runs compiled and read, and keep what this one does below this folder when it ends. For a process of the program's own."""
    if _FITS:
        _MEMORY.open(folder / _FOLDER / FILE)


def _compile(written: str, key: bytes, flags: int) -> _Compiled:
    """As `re._compiler.compile` does it."""
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415

    parsed = _parser.parse(written, flags)
    state, code = parsed.state, _compiler._code(parsed, flags)  # noqa: SLF001
    return _Compiled(
        key, flags, flags | state.flags, array("I", code).tobytes(), state.groups - 1, dict(state.groupdict)
    )


def _read_memory(path: Path) -> _File:
    """What the file holds; nothing if it is not there, is another's or another Python's, or is none."""
    nothing = _File(_MADE_BY, [], {})
    try:
        # Opened without waiting: of a pipe by that name nothing ever comes.
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode) or not (_is_ours(state) and _is_ours(path.parent.lstat())):
                return nothing
            digest, held = file.read(_DIGEST), file.read()
        read = msgspec.msgpack.decode(held, type=_File) if digest == _digest(held) else nothing
    except (OSError, msgspec.DecodeError):
        return nothing
    return read if read.made_by == _MADE_BY else nothing


def _stamp(path: Path) -> tuple[int, int, int]:
    state = path.stat()
    return state.st_mtime_ns, state.st_ctime_ns, state.st_size


def _digest(held: bytes) -> bytes:
    """By which a file is known that a disk damaged: the engine of expressions checks their code, and not how many groups they have."""
    return zlib.crc32(held).to_bytes(_DIGEST, "big")


def _is_ours(state: os.stat_result) -> bool:
    """True where nobody else may have written it."""
    return sys.platform == "win32" or (
        state.st_uid == os.getuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
