"""Reads the tables of the language packs: each TOML file into a class that says which keys it has and what they hold.

A table is read when it is first asked for, and once; each of its values when it is first needed. What a key may hold is told by its
annotation:

- `Words`: words, parted by white space in one string, or a list of strings where a phrase has more than one word.
- `Pattern`: a regular expression; `{name}` in it stands for any word of the key `name` of the same table, or for the piece of that name
  (`languages/pieces.py`).
- `dict[str, str]`: a table of strings.
- `tuple[str, ...]`: a list of strings, in order.
- `tuple[Row, ...]`: an array of tables, each read into the class `Row`, which is a `Table` as well.
- `str`, `bool`, `int`, `float`: as they are.

A key with a value in the class may be left out. Tables are no dataclasses, since making one costs a millisecond of start-up.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, NoReturn, TypeVar, get_args, get_origin, get_type_hints

from summarize.compiling import compile_expression, toml
from summarize.errors import ConfigurationError
from summarize.languages.packs import brought_by, path_of

Words = frozenset[str]
Pattern = re.Pattern[str]

_CLASS: Final = re.compile(r"\{([a-z][a-z_]*)\}")
_PLAIN: Final = (str, bool, int, float)
_HINTS: Final[dict[str, Any]] = {
    "Words": Words,
    "Pattern": Pattern,
    "str": str,
    "dict[str, str]": dict[str, str],
    "tuple[str, ...]": tuple[str, ...],
}

Kind = TypeVar("Kind", bound="Table")


class TableError(ConfigurationError):
    """A table does not hold what the program reads from it.

    Args:
        place: the file below `languages/`, such as "de/basics.toml"; ":" and its line may follow. Alone, it is the whole message, as where
            the error comes out of another process.
        problem: the key and what is wrong there. The message joins all with ": ", and begins with the package that brings the language.
    """

    def __init__(self, place: str, *problem: str) -> None:
        package = brought_by(place.partition("/")[0]) if problem else ""
        where = f"{package}: {place}" if package else f"languages/{place}"
        super().__init__(": ".join((where, *problem)) if problem else place)


@cache
def document(name: str) -> dict[str, Any]:
    """The TOML file `name` below `languages/`, as it is written, with its pieces where they are named (`languages/pieces.py`).

    Raises:
        TableError: the file is missing, or is not TOML, or its pieces are none.
    """
    try:
        return toml(path_of(name), _with_pieces)
    except FileNotFoundError:
        raise TableError(name, "there is no such table") from None
    except ValueError as error:  # it is not TOML, or not even text
        raise TableError(name, str(error)) from None


def _with_pieces(values: dict[str, Any]) -> dict[str, Any]:
    from summarize.languages.pieces import with_pieces  # noqa: PLC0415 - only where a table was not read before

    return with_pieces(values)


class _Unread:
    """A value that is read when it is first needed, and from then on stands in the table's own dictionary, where it is found before this.

    A class with a `__getattr__` would be looked up slowly, and finders ask tables some thousand times for a card.
    """

    def __init__(self, key: str) -> None:
        self.key = key

    def __get__(self, table: Table | None, kind: type[Table]) -> Any:
        if table is None:
            raise AttributeError(self.key)
        value = vars(table)[self.key] = table.read(self.key)
        return value


class Table:
    """Base of what a table, or a row of one, is read into. Its values do not change."""

    def __init__(self, values: dict[str, Any], place: TablePlace) -> None:
        kind: Any = type(self)  # mypy takes no class for hashable
        hints, needed, at_once = _shape(kind)
        for key in sorted(values.keys() - hints.keys()):
            raise place.error(key, f"unknown key; known are {', '.join(hints)}")
        for key in sorted(needed - values.keys()):
            raise place.error(key, "the key is missing")
        self._values: dict[str, Any]
        self._place: TablePlace
        vars(self).update(_values=values, _place=place)
        for key in at_once & values.keys():
            vars(self)[key] = _value(hints[key], key, values, place)

    @classmethod
    def _hints(cls) -> dict[str, Any]:
        kind: Any = cls
        return _hints(kind)

    def __setattr__(self, key: str, value: object) -> NoReturn:
        raise AttributeError(f"{key}: tables do not change")

    def read(self, key: str) -> Any:
        """The value of a key of its own, anew."""
        return _value(self._hints()[key], key, self._values, self._place)

    def read_all(self) -> None:
        """Read every value now, and not when it is first needed.

        Raises:
            TableError: a value is not what its key holds.
        """
        for key in self._hints():
            value = getattr(self, key)
            for row in value if isinstance(value, tuple) else ():
                if isinstance(row, Table):
                    row.read_all()


def load(kind: type[Kind], name: str) -> Kind:
    """The table `name` below `languages/`, as a `kind`.

    Raises:
        TableError: the file is missing, or a key is missing or unknown. A value that is not what its key holds raises it when it is first
            needed.
    """
    key: Any = kind  # mypy takes no class for hashable
    held: Kind = _cached_table(key, name)
    return held


@cache
def _cached_table(kind: Any, name: str) -> Any:
    return kind(document(name), TablePlace(name))


@cache  # more than half of the lists are asked for again at the start
def any_of(words: frozenset[str]) -> str:
    """A regular expression for any one of some words, the longest first."""
    longest_first = sorted(sorted(words), key=len, reverse=True)
    # Most are letters alone, which have nothing to escape: a hundredth of what starting costs.
    written = (word if word.isalnum() else re.escape(word).replace(r"\ ", " ") for word in longest_first)
    return f"(?:{'|'.join(written)})"


class TablePlace:
    """Where in a file a value stands, for messages. `row`, of a row of an array of tables, is the array's key and the row's number from 0."""

    def __init__(self, name: str, row: tuple[str, int] | None = None) -> None:
        self.name, self.row = name, row

    def error(self, key: str, problem: str) -> TableError:
        return TableError(f"{self.name}:{self._line(key)}", key, problem)

    def _line(self, key: str) -> int:
        """The 1-based line of a key; of its row's header where the key is not there; 1 for the file as a whole."""
        lines = path_of(self.name).read_text(encoding="utf-8").splitlines()
        first, end = 0, len(lines)
        if self.row is not None:
            headers = [number for number, line in enumerate(lines) if line.strip() == f"[[{self.row[0]}]]"]
            first = headers[self.row[1]] if self.row[1] < len(headers) else 0
            end = next((number for number in range(first + 1, end) if lines[number].startswith("[[")), end)
        opens = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(key)}[\"']?\s*[=\]]")
        return next((number for number, line in enumerate(lines[first:end], first) if opens.match(line)), first) + 1


@cache
def _hints(kind: Any) -> dict[str, Any]:
    written = kind.__annotations__
    if all(hint in _HINTS for hint in written.values()):  # evaluating a hundred annotations is start-up time
        return {key: _HINTS[hint] for key, hint in written.items()}
    return get_type_hints(kind)


@cache
def _shape(kind: Any) -> tuple[dict[str, Any], frozenset[str], frozenset[str]]:
    """The keys of a table with what they hold, those that must be there, and those that are read with the table."""
    hints = _hints(kind)
    optional = {key for key in hints if hasattr(kind, key)}
    at_once = optional | {key for key in hints if hints[key] in _PLAIN}
    for key in hints.keys() - at_once:
        setattr(kind, key, _Unread(key))
    return hints, frozenset(hints.keys() - optional), frozenset(at_once)


def _value(hint: Any, key: str, values: dict[str, Any], place: TablePlace) -> Any:
    value = values[key]
    if hint in _PLAIN:
        if type(value) is not hint:
            raise place.error(key, f"{hint.__name__} is needed, {type(value).__name__} stands there")
        return value
    if hint == Pattern:
        return _pattern(key, value, values, place)
    if hint == Words:
        return _words(key, value, place)
    if hint == tuple[str, ...]:
        return tuple(_strings(key, value, place))
    if hint == dict[str, str]:
        if not isinstance(value, dict) or not all(isinstance(held, str) for held in value.values()):
            raise place.error(key, "a table of strings is needed")
        return value
    if get_origin(hint) is tuple and isinstance(value, list):
        row = get_args(hint)[0]
        return tuple(row(held, TablePlace(place.name, (key, number))) for number, held in enumerate(value))
    raise place.error(key, f"a value of the type {hint} is needed")


def _strings(key: str, value: Any, place: TablePlace) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(held, str) and held for held in value):
        raise place.error(key, "a list of strings is needed")
    return value


def _words(key: str, value: Any, place: TablePlace) -> frozenset[str]:
    words = value.split() if isinstance(value, str) else _strings(key, value, place)
    twice = sorted({word for word in words if words.count(word) > 1}) if len(set(words)) < len(words) else []
    if twice:
        raise place.error(key, f"listed twice: {', '.join(twice)}")
    return frozenset(words)


def _pattern(key: str, value: Any, values: dict[str, Any], place: TablePlace) -> re.Pattern[str]:
    if not isinstance(value, str):
        raise place.error(key, "a regular expression is needed")

    def words_of(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise place.error(key, f"{match.group()} is not a list of words in this table")
        return any_of(_words(match[1], values[match[1]], place))

    try:
        return compile_expression(_CLASS.sub(words_of, value))
    except re.error as error:
        raise place.error(key, f"not a regular expression: {error}") from None
