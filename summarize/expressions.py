"""Regular expressions that are compiled when they are first used.

Modules name some three hundred of them, and a program that starts needs two thirds: a tenth of a millisecond for each that it never uses.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

from summarize.compiling import compile_expression


def expression(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, except that a mistake shows when the expression is first used.

    Functions of the module `re` do not take it in place of a pattern; its own methods are to be called.
    """
    return cast("re.Pattern[AnyStr]", _Expression(written, flags))


class _Attribute:
    """An attribute of a pattern, which from the first time on stands in the expression's own dictionary, where it is found before this.

    A class with a `__getattr__` would be looked up slowly, and expressions are asked some thousand times for a card.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, of: _Expression, kind: type[_Expression]) -> Any:
        value = vars(of)[self._name] = getattr(compile_expression(of.written, of.asked), self._name)
        return value


class _Expression:
    """Takes on each of a pattern's attributes when it is first asked for it."""

    def __init__(self, written: Any, flags: int) -> None:
        self.written, self.asked = written, flags


for _name in dir(re.Pattern):
    if not _name.startswith("_"):
        setattr(_Expression, _name, _Attribute(_name))
