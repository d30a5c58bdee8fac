r"""What a text must hold for a regular expression to be found in it: a cheap look before a dear one.

Most rows of a table do not speak of most texts. Whether `naira` stands in a text is seen a hundred times faster than whether
`(?i)\b(?:naira|kobo)\b` is found there, and an expression that is never tried is never compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from summarize.compiling import cached_answer
from summarize.expressions import expression

_PIECE: Final = expression(
    r"""(?xs)
    (?P<letters>[A-Za-z]+)
    |\\x(?P<code>[0-9a-fA-F]{2})
    |(?P<unknown>\\[uUN]|\(\?(?![a-z]*[:)]|P[<=]|>|<?[=!]))
    |(?P<place>\\[dDsSwWbBAZntrfv0-9]|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]|\(\?[a-z]+\))
    |\\(?P<escaped>.)
    |(?P<aside>\(\?(?:<?[=!]|P=))
    |(?P<opens>\((?:\?(?:P<\w+>|[a-z]*:|>))?)
    |(?P<closes>\))
    |(?P<or>\|)
    |(?P<times>[*+?]|\{(?P<least>\d*)(?:,\d*)?\})[?+]?
    |(?P<literal>.)
    """
)
"""`place`: one of several characters, or none; `aside`: what stands around, or was found before."""
_ONE: Final = frozenset({"code", "escaped", "literal"})
"""Pieces that stand for one character."""
_MAX_COUNT: Final = 24
"""Texts that are looked for one after the other; for more, the expression itself is as fast."""
_NOTHING_TOLD: Final[frozenset[str]] = frozenset({""})


def needs(expression: str) -> tuple[str, ...]:
    """Texts in lower case of which one stands in whatever the expression is found in; none where nothing can be told.

    Args:
        expression: a regular expression that can be compiled.
    """
    pieces = list(_PIECE.finditer(expression))
    is_verbose = re.match(r"\(\?[a-z]*x", expression) is not None
    if any(piece.lastgroup == "unknown" or (is_verbose and piece[0] == "#") for piece in pieces):
        return ()
    found = _alternatives(iter(pieces), is_verbose=is_verbose)
    return tuple(sorted(found)) if "" not in found and len(found) <= _MAX_COUNT else ()


def in_small(text: str) -> str:
    """A text in lower case, with an "i" and an "s" for the letters that expressions take for them when they ignore case."""
    low = text.lower()
    return low if low.isascii() else low.replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")


def may_hold(expression: re.Pattern[str], text: str) -> bool:
    """False where a text holds nothing of what the expression needs, which is seen before it is tried."""
    return _may_hold(expression.pattern, text)


@lru_cache(maxsize=64)
def _may_hold(written: str, text: str) -> bool:
    needed = _cached_needs(written)
    return not needed or any(map(in_small(text).__contains__, needed))


@cache
def _cached_needs(written: str) -> tuple[str, ...]:
    return cached_answer(needs, written)


lowered: Final = lru_cache(maxsize=128)(in_small)
"""The same, kept for the next rules that ask for it."""


def _alternatives(pieces: Iterator[re.Match[str]], *, is_verbose: bool) -> frozenset[str]:
    """What one of is needed by the alternatives up to the bracket that closes them, or the end."""
    told: frozenset[str] = frozenset()
    branch: list[frozenset[str]] = []
    run = ""
    """Characters that follow one another so far."""
    for piece in pieces:
        kind = piece.lastgroup
        if kind == "letters":
            run += piece[0].lower()
            continue
        literal = _literal(piece) if kind in _ONE else None
        if literal is not None:
            run += "" if is_verbose and kind == "literal" and literal.isspace() else literal
            continue
        if kind == "times":
            is_optional = piece["times"] in {"*", "?"} or piece["least"] in {"", "0"}
            if run:
                branch.append(frozenset({run[:-1] if is_optional else run}))
            elif is_optional and branch:
                branch.pop()
            run = ""
            continue
        branch.append(frozenset({run}))
        run = ""
        if kind == "opens":
            branch.append(_alternatives(pieces, is_verbose=is_verbose))
        elif kind == "or":
            told |= _best(branch)
            branch = []
        elif kind == "closes":
            break
        else:
            if kind == "aside":
                _alternatives(pieces, is_verbose=is_verbose)
            branch.append(_NOTHING_TOLD)  # one that a quantity behind it may make optional
    return told | _best([*branch, frozenset({run})])


def _literal(piece: re.Match[str]) -> str | None:
    """The character that a piece stands for, as `in_one_case` has it."""
    return in_one_case(chr(int(piece["code"], 16)) if piece["code"] else piece[0][-1])


def in_one_case(character: str) -> str | None:
    """A character in lower case; None for a letter whose cases `lowered` may not join."""
    low = character.lower()
    return low if low.isascii() or low == character.upper() or "à" <= low <= "ÿ" else None


def _best(branch: list[frozenset[str]]) -> frozenset[str]:
    """Of what is all needed, that which is seen least often: whose shortest text is longest."""
    return max(branch, key=lambda texts: min(map(len, texts)), default=_NOTHING_TOLD)
