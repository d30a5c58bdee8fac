"""What a row's `when` asks: facts, joined by `,` (and) and `|` (or, which binds closer)."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from summarize.expressions import expression

Subject = TypeVar("Subject")
Fact = bool | int | str | None
Test = Callable[[Subject], object]
"""Whether what it gives is true counts."""

_COMPARED: Final = expression(r"(?P<name>\w+)\s*(?P<sign>>=|<=|!=|=|<|>)\s*(?P<value>[\w-]+)")
_NAMED: Final = expression(r"(?P<negated>not\s+)?(?P<name>\w+)")
_SIGNS: Final[dict[str, Callable[[Fact, Fact], bool]]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">=": lambda left, right: isinstance(left, int) and isinstance(right, int) and left >= right,
    "<=": lambda left, right: isinstance(left, int) and isinstance(right, int) and left <= right,
    ">": lambda left, right: isinstance(left, int) and isinstance(right, int) and left > right,
    "<": lambda left, right: isinstance(left, int) and isinstance(right, int) and left < right,
}
_NOTHING: Final = "none"


def clauses(when: str) -> list[str]:
    """The conditions that all have to hold, in the order in which they are written: of "words >= 3, not titled" two."""
    return [clause.strip() for clause in when.split(",")] if when.strip() else []


def condition(clause: str, facts: Mapping[str, Callable[[Subject], Fact]]) -> Test[Subject]:
    """The test of one condition.

    Args:
        clause: what is asked: "words >= 3", "not titled", "full | direct".
        facts: what can be asked.

    Raises:
        ValueError: it cannot be read, or asks for a fact that there is not.
    """
    return _any([_one(part.strip(), facts) for part in clause.split("|")])


def _any(tests: list[Test[Subject]]) -> Test[Subject]:
    # Rules are asked some thousand times an article: `any` would cost a generator each time.
    first, *others = tests
    if not others:
        return first
    rest = _any(others)
    return lambda subject: first(subject) or rest(subject)


def _one(part: str, facts: Mapping[str, Callable[[Subject], Fact]]) -> Test[Subject]:
    compared, named = _COMPARED.fullmatch(part), _NAMED.fullmatch(part)
    match = compared or named
    if match is None:
        raise ValueError(f"“{part}” is not a condition")
    name = match["name"]
    if name not in facts:
        raise ValueError(f"there is no fact “{name}”; there are {', '.join(sorted(facts))}")
    fact = facts[name]
    if compared is not None:
        sign, value = _SIGNS[compared["sign"]], _value(compared["value"])
        return (
            (lambda subject: fact(subject) == value)
            if sign is operator.eq
            else lambda subject: sign(fact(subject), value)
        )
    if match["negated"]:
        return lambda subject: not fact(subject)
    return fact


def _value(written: str) -> Fact:
    if written == _NOTHING:
        return None
    return int(written) if written.isdecimal() else written
