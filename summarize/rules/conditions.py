"""What a row's `when` asks: facts, joined by `,` (and) and `|` (or, which binds closer)."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection
from functools import partial
from typing import Final

from summarize.expressions import expression

Fact = bool | int | str | None


Check = Callable[[Fact], object]
"""Asked of what a fact is; whether what it gives is true counts."""
Test = tuple[tuple[str, Check], ...]
"""Names of facts with what is asked of them: one of which has to hold."""

_COMPARED: Final = expression(r"(?P<name>\w+)\s*(?P<sign>>=|<=|!=|=|<|>)\s*(?P<value>[\w-]+)")
_NAMED: Final = expression(r"(?P<negated>not\s+)?(?P<name>\w+)")
_SIGNS: Final[dict[str, Callable[[int], Check]]] = {
    ">=": lambda value: lambda fact: isinstance(fact, int) and fact >= value,
    "<=": lambda value: lambda fact: isinstance(fact, int) and fact <= value,
    ">": lambda value: lambda fact: isinstance(fact, int) and fact > value,
    "<": lambda value: lambda fact: isinstance(fact, int) and fact < value,
}
_EQUAL: Final[dict[str, Callable[[Fact, Fact], bool]]] = {"=": operator.eq, "!=": operator.ne}
_NOTHING: Final = "none"


def clauses(when: str) -> list[str]:
    """The conditions that all have to hold, in the order in which they are written: of "words >= 3, not titled" two."""
    return [clause.strip() for clause in when.split(",")] if when.strip() else []


def condition(clause: str, facts: Collection[str]) -> Test:
    """The test of one condition.

    Args:
        clause: what is asked: "words >= 3", "not titled", "full | direct".
        facts: the names of what can be asked.

    Raises:
        ValueError: it cannot be read, or asks for a fact that there is not.
    """
    return tuple(_one(part.strip(), facts) for part in clause.split("|"))


def _one(part: str, facts: Collection[str]) -> tuple[str, Check]:
    compared, named = _COMPARED.fullmatch(part), _NAMED.fullmatch(part)
    match = compared or named
    if match is None:
        raise ValueError(f"“{part}” is not a condition")
    name = match["name"]
    if name not in facts:
        raise ValueError(f"there is no fact “{name}”; there are {', '.join(sorted(facts))}")
    if compared is not None:
        return name, _comparison(compared["sign"], _value(compared["value"]))
    return name, operator.not_ if match["negated"] else operator.truth


def _comparison(sign: str, value: Fact) -> Check:
    if sign in _EQUAL:
        return partial(_EQUAL[sign], value)
    return _SIGNS[sign](value) if isinstance(value, int) else lambda _: False


def _value(written: str) -> Fact:
    if written == _NOTHING:
        return None
    return int(written) if written.isdecimal() else written
