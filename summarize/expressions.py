"""Regular expressions that are compiled when they are first used.

Modules name some three hundred of them, and a program that starts needs two thirds: a tenth of a millisecond for each that it never uses.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

from summarize.compiling import compiled


def expression(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, except that a mistake shows when the expression is first used.

    Functions of the module `re` do not take it in place of a pattern; its own methods are to be called.
    """
    return cast("re.Pattern[AnyStr]", _Expression(written, flags))


class _Expression:
    """Takes on each of a pattern's attributes when it is first asked for it."""

    def __init__(self, written: Any, flags: int) -> None:
        self._written, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(compiled(self._written, self._flags), name)
        vars(self)[name] = value
        return value
