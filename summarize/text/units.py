"""The unit or currency of a figure, by any of its names and signs: "A$5m", "5 million Australian dollars", "5 km/h"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summarize.languages.measures import units
from summarize.text.numbers import DASHES
from summarize.text.tokens import Token

_MAX_SIGN_LENGTH: Final = 3
"""Tokens of the longest sign: "Rs", ".", or "US", "$"."""


def is_money(unit: str | None) -> bool:
    """True for a currency's code, and for a name that several currencies share."""
    return unit in units().money


def is_time(unit: str | None) -> bool:
    """True for a length of time."""
    return unit in units().times


def code_of(unit: str) -> str:
    """The currency that news means by a unit of money as a rule: USD for "dollar"; the unit itself where no rule holds."""
    return units().defaults.get(unit, unit)


def unit_before(sequence: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The currency whose sign stands before the figure at a token, and the index of the sign's first token; None and `at` if none does."""
    known = units()
    for length in range(min(_MAX_SIGN_LENGTH, at), 0, -1):
        first = at - length
        parts = sequence[first:at]
        if any(one.end != two.start for one, two in pairwise(parts)):
            continue
        sign = "".join(token.text for token in parts)
        unit = known.signs.get(sign) or known.signs.get(sign.removesuffix("."))
        is_glued = parts[-1].end == sequence[at].start
        if unit is not None and (is_glued or sign not in known.glued_only):
            # "US $5m": the letters stand apart.
            before = sequence[first - 1].text + sign if first else ""
            if before in known.signs and known.families.get(known.signs[before]) == unit:
                return known.signs[before], first - 1
            return unit, first
    return None, at


def unit_after(sequence: Sequence[Token], index: int, *, is_scaled: bool = False) -> tuple[str | None, int]:
    """The unit that begins at a token, or after one hyphen or one adjective ("Fijian dollars"), and the index after it.

    Returns:
        The unit and the index of the token after it; None and `index` if there is none.
    """
    if index >= len(sequence):
        return None, index
    token = sequence[index]
    if token.text in DASHES and index + 1 < len(sequence) and sequence[index + 1].start == token.end:
        unit, after = _longest_unit(sequence, index + 1, is_scaled=is_scaled)
        return (unit, _behind_age(sequence, after)) if unit is not None else (None, index)
    unit, after = _longest_unit(sequence, index, is_scaled=is_scaled)
    if unit is not None:
        return unit, after
    if token.is_capital:
        unit, after = _longest_unit(sequence, index + 1, is_scaled=is_scaled)
        if is_money(unit):
            return unit, after
    # A sign after the figure: 5 €, 30 %, 5m EUR.
    if token.text in units().signs and token.text not in units().glued_only:
        return units().signs[token.text], index + 1
    return None, index


def is_money_after(sequence: Sequence[Token], index: int) -> bool:
    """True if a currency begins at the token behind a scale."""
    return is_money(unit_after(sequence, index, is_scaled=True)[0])


def _longest_unit(sequence: Sequence[Token], index: int, *, is_scaled: bool) -> tuple[str | None, int]:
    """The longest name of a unit that begins at a token."""
    known = units()
    if index >= len(sequence) or sequence[index].lower not in known.firsts:
        return None, index
    for length in range(min(known.longest, len(sequence) - index), 0, -1):
        name = " ".join(token.lower for token in sequence[index : index + length])
        unit = known.names.get(name)
        if unit is None or (name in known.scaled_only and not is_scaled):
            continue
        # A code is written in capitals: "5 all" counts no Albanian lek.
        if name.upper() == unit and unit in known.money and not sequence[index].text.isupper():
            continue
        return unit, index + length
    return None, index


def _behind_age(sequence: Sequence[Token], after: int) -> int:
    """The index behind the "-old" of "47-year-old"."""
    is_hyphen = after + 1 < len(sequence) and sequence[after].text in DASHES
    return after + 2 if is_hyphen and sequence[after + 1].lower in units().ages else after
