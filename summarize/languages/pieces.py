r"""Expressions of tables in pieces that have names, so that each of them can be read.

    piece.weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
    piece.until_a_day = '(?:by|until)\s(?:late\s|early\s)?{weekday}'
    deadline = '(?i)^{until_a_day}\b|\bno later than {weekday}\b'

`{weekday}` stands for the piece as a group that is not numbered: `(?:…)`. A piece may stand anywhere among the keys of a table or of a row,
holds for all that is in it, and may name others. Words in braces that name no piece are left for whoever reads the table, such as lists of
words. Examples are left as they are, since they have no pieces in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

KEY: Final = "piece"
"""Under which a table, or a row of one, has its pieces."""
MAX_WRITTEN: Final = 200
"""Characters above which nobody reads an expression at a glance; `tests/languages/test_pieces.py` holds all tables to it."""

_NAME: Final = re.compile(r"\{([a-z][a-z_]*)\}")


def with_pieces(values: dict[str, Any]) -> dict[str, Any]:
    """A table whose pieces stand where they are named, and which has none of its own any more.

    Raises:
        ValueError: a piece is no string, has the name of another key, names itself, or is named nowhere.
    """
    unused: set[str] = set()
    held: dict[str, Any] = _expanded(values, {}, unused)
    if unused:
        raise ValueError(f"{KEY}.{min(unused)}: it is named nowhere")
    return held


def _expanded(value: Any, pieces: Mapping[str, str], unused: set[str]) -> Any:
    """A value of a table with pieces put in. What is named goes out of `unused`; the pieces of a table go in before its values are read."""
    if isinstance(value, str):
        return _put_in(value, pieces, unused, ()) if "{" in value else value
    if isinstance(value, list):
        return [_expanded(one, pieces, unused) for one in value]
    if not isinstance(value, dict):
        return value
    if KEY in value:
        own = value[KEY]
        _check(own, value)
        pieces = {**pieces, **own}
        unused.update(own)
    return {key: _expanded(one, pieces, unused) for key, one in value.items() if key != KEY}


def _check(own: Any, beside: Mapping[str, Any]) -> None:
    if not isinstance(own, dict) or not all(isinstance(piece, str) for piece in own.values()):
        raise ValueError(f"{KEY}: a table of strings is needed")
    for name in sorted(own):
        if name in beside:
            raise ValueError(f"{KEY}.{name}: the table has a key of that name, and {{{name}}} could be either")


def _put_in(written: str, pieces: Mapping[str, str], unused: set[str], within: tuple[str, ...]) -> str:
    """An expression with its pieces; `within` are the names of those that it is in itself."""

    def piece(match: re.Match[str]) -> str:
        name = match[1]
        if name not in pieces:
            return match[0]
        if name in within:
            raise ValueError(f"{KEY}.{name}: it names itself")
        unused.discard(name)
        return f"(?:{_put_in(pieces[name], pieces, unused, (*within, name))})"

    return _NAME.sub(piece, written)
