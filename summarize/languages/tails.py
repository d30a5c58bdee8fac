"""What a text must end on for a regular expression to be found at its end: a cheap look before a dear one, as `needs.py` has it.

What stands right before a name or a quotation is mostly told by its last word. An expression that is searched for up to the end of a text is
tried from every place of it; whether the text ends on `firm` or `company` is seen at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from summarize.compiling import cached_answer
from summarize.languages.needs import in_one_case, in_small

_MAX_LENGTH: Final = 4
"""Characters of an ending: more would tell hardly more texts apart, and there would be more of them."""
_MAX_COUNT: Final = 200
"""Endings that are looked for one after the other; for more, the expression itself is as fast."""
_MAX_OF_A_SET: Final = 6
"""Characters of a set that are each an ending."""
_Items = Sequence[tuple[Any, Any]]


class _UnknownError(Exception):
    """Anything may stand there."""


def tails(expression: str) -> tuple[str, ...]:
    """Texts in lower case of which one ends whatever the expression is found at the end of, white space apart; none where nothing can be told.

    Args:
        expression: a regular expression that can be compiled.
    """
    from re import _parser  # type: ignore[attr-defined]  # noqa: PLC0415 - where an earlier run asked, nothing is parsed

    try:
        found = frozenset(_endings((list(_parser.parse(expression)),)))
    except _UnknownError:
        return ()
    # "firm" says no more where "rm" is known.
    least = [one for one in found if not any(other != one and one.endswith(other) for other in found)]
    return tuple(sorted(least)) if len(least) <= _MAX_COUNT else ()


def ending(text: str) -> str:
    """The end of a text as `tails` tells of it."""
    return in_small(text.rstrip()[-_MAX_LENGTH:])


def found_before(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """As `pattern.search`, of an expression that is found at the end of what it is asked of: only where that ends on what it needs."""
    ends = _tails(pattern.pattern)
    return pattern.search(text, start, end) if not ends or ending(text[start:end]).endswith(ends) else None


def is_found_before(pattern: re.Pattern[str], text: str) -> bool:
    """True if `found_before` finds it in a whole text."""
    ends = _tails(pattern.pattern)
    return (not ends or ending(text).endswith(ends)) and pattern.search(text) is not None


@cache
def _tails(written: str) -> tuple[str, ...]:
    return cached_answer(tails, written)


def _endings(parts: tuple[_Items, ...], behind: str = "") -> Iterator[str]:
    """The ends of what sequences of an expression, one behind the other, are found in. Raises _UnknownError.

    Args:
        parts: the sequences, as `re` parses them.
        behind: what stands right behind them; empty as long as nothing but white space may.
    """
    if len(behind) >= _MAX_LENGTH:
        yield behind[-_MAX_LENGTH:]
        return
    if not parts:
        # What is found may begin there, and anything stand before it.
        yield _known_ending(behind)
        return
    *before, items = parts
    if not items:
        yield from _endings(tuple(before), behind)
        return
    (kind, held), rest = items[-1], (*before, items[:-1])
    name = str(kind)
    if name in {"AT", "ASSERT", "ASSERT_NOT"}:
        yield from _endings(rest, behind)  # of no width
    elif name == "SUBPATTERN":
        yield from _endings((*rest, list(held[-1])), behind)
    elif name == "BRANCH":
        for one in held[1]:
            yield from _endings((*rest, list(one)), behind)
    elif name == "MAX_REPEAT" and held[:2] == (0, 1):
        yield from _endings(rest, behind)
        yield from _endings((*rest, list(held[2])), behind)
    elif _is_space(name, held) and not behind:
        yield from _endings(rest, behind)
    else:
        for one in _characters(name, held):
            # Where it is not known which character stands there, what stands behind it has to be enough.
            yield from _endings(rest, one + behind) if one else (_known_ending(behind),)


def _known_ending(behind: str) -> str:
    if not behind:
        raise _UnknownError
    return behind


def _is_space(name: str, held: Any) -> bool:
    """True for white space, however much of it."""
    if name in {"MAX_REPEAT", "MIN_REPEAT"}:
        return len(held[2]) == 1 and _is_space(str(held[2][0][0]), held[2][0][1])
    return name == "IN" and [str(one[1]) for one in held] == ["CATEGORY_SPACE"]


def _characters(name: str, held: Any) -> set[str]:
    """The characters of which one stands there, in lower case; an empty text if it may be any."""
    codes = [held] if name == "LITERAL" else []
    if name == "IN" and len(held) <= _MAX_OF_A_SET and all(str(one[0]) == "LITERAL" for one in held):
        codes = [one[1] for one in held]
    known = {in_one_case(chr(code)) for code in codes}
    if not known or None in known or any(one is not None and one.isspace() for one in known):
        return {""}
    return {one for one in known if one is not None}
