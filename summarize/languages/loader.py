"""Reads the tables of the language packs: each TOML file into a frozen dataclass that says which keys it has and what they hold.

A table is read when it is first asked for, and once. What a key may hold is told by the type of its field:

- `frozenset[str]`: words, parted by white space in one string, or a list of strings where a phrase has more than one word.
- `re.Pattern[str]`: a regular expression; `{name}` in it stands for any word of the field `name` of the same table.
- `dict[str, str]`: a table of strings.
- `tuple[Row, ...]`: an array of tables, each read into the dataclass `Row`.
- `str`, `bool`, `int`, `float`: as they are.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

FOLDER: Final = Path(__file__).parent
_CLASS: Final = re.compile(r"\{([a-z][a-z_]*)\}")
_PLAIN: Final = (str, bool, int, float)

Table = TypeVar("Table")


class TableError(ValueError):
    """A table does not hold what the program reads from it. The message names the file, the line and the key."""


@cache
def document(name: str) -> dict[str, Any]:
    """The TOML file `name` below `languages/`, as it is written.

    Raises:
        TableError: the file is missing, or is not TOML.
    """
    try:
        return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TableError(f"languages/{name}: there is no such table") from None
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"languages/{name}: {error}") from None


def load(kind: type[Table], name: str) -> Table:
    """The table `name` below `languages/`, read into the dataclass `kind`.

    Args:
        kind: a frozen dataclass with a field for each key.
        name: the file's name, such as "en/names.toml".

    Raises:
        TableError: the file is missing, a key is missing or unknown, or a value is not what its field holds.
    """
    key: Any = kind  # mypy takes no class for hashable
    held: Table = _loaded(key, name)
    return held


@cache
def _loaded(kind: Any, name: str) -> Any:
    return _read(kind, document(name), _Place(name))


def any_of(words: frozenset[str]) -> str:
    """A regular expression for any one of some words, the longest first."""
    return (
        "(?:"
        + "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=lambda w: (-len(w), w)))
        + ")"
    )


class _Place:
    """Where in a file a value stands, for messages. `row` is the name and number of an array's table, counted from 0."""

    def __init__(self, name: str, row: tuple[str, int] | None = None) -> None:
        self.name, self.row = name, row

    def error(self, key: str, problem: str) -> TableError:
        return TableError(f"languages/{self.name}:{self._line(key)}: {key}: {problem}")

    def _line(self, key: str) -> int:
        """The 1-based line of a key; of its row's header where the key is not there; 1 for the file as a whole."""
        lines = (FOLDER / self.name).read_text(encoding="utf-8").splitlines()
        first = 0
        if self.row is not None:
            headers = [number for number, line in enumerate(lines) if line.strip() == f"[[{self.row[0]}]]"]
            first = headers[self.row[1]] if self.row[1] < len(headers) else 0
        opens = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(key)}[\"']?\s*[=\]]")
        return next((number for number, line in enumerate(lines[first:], first) if opens.match(line)), first) + 1


def _read(kind: type[Table], values: dict[str, Any], place: _Place) -> Table:
    assert is_dataclass(kind)
    hints = _hints(kind)
    known = {field.name: field for field in fields(kind)}
    for key in values:
        if key not in known:
            raise place.error(key, f"unknown key; known are {', '.join(known)}")
    read: dict[str, Any] = {}
    for name, field in known.items():
        if name in values:
            read[name] = _value(hints[name], name, values, place)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise place.error(name, "the key is missing")
    return kind(**read)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(hint: Any, key: str, values: dict[str, Any], place: _Place) -> Any:
    value = values[key]
    if hint in _PLAIN:
        if type(value) is not hint:
            raise place.error(key, f"{hint.__name__} is needed, {type(value).__name__} stands there")
        return value
    if hint == re.Pattern[str]:
        return _pattern(key, value, values, place)
    if hint == frozenset[str]:
        return _words(key, value, place)
    if hint == tuple[str, ...]:
        return tuple(_strings(key, value, place))
    if hint == dict[str, str]:
        if not isinstance(value, dict) or not all(isinstance(held, str) for held in value.values()):
            raise place.error(key, "a table of strings is needed")
        return value
    if get_origin(hint) is tuple and isinstance(value, list):
        row = get_args(hint)[0]
        return tuple(_read(row, held, _Place(place.name, (key, number))) for number, held in enumerate(value))
    raise place.error(key, f"a value of the type {hint} is needed")


def _strings(key: str, value: Any, place: _Place) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(held, str) and held for held in value):
        raise place.error(key, "a list of strings is needed")
    return value


def _words(key: str, value: Any, place: _Place) -> frozenset[str]:
    words = value.split() if isinstance(value, str) else _strings(key, value, place)
    twice = sorted({word for word in words if words.count(word) > 1}) if len(set(words)) < len(words) else []
    if twice:
        raise place.error(key, f"listed twice: {', '.join(twice)}")
    return frozenset(words)


def _pattern(key: str, value: Any, values: dict[str, Any], place: _Place) -> re.Pattern[str]:
    if not isinstance(value, str):
        raise place.error(key, "a regular expression is needed")

    def words_of(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise place.error(key, f"{match.group()} is not a list of words in this table")
        return any_of(_words(match[1], values[match[1]], place))

    try:
        return re.compile(_CLASS.sub(words_of, value))
    except re.error as error:
        raise place.error(key, f"not a regular expression: {error}") from None
