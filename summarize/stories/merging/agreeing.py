"""Whether two figures of one thing say the same: equal, the one rounded, or a bound that the other keeps to."""

from __future__ import annotations

import math
import re

from summarize.briefing import Figure
from summarize.languages.figures import figures
from summarize.text.bounds import bound_words, is_strict, usual_words

_NEAR = 0.03
"""Share by which a figure that is called about, nearly or over may differ from another, and be the same."""
_ROUGHLY, _MIN_ROUGH = 0.1, 20
"""The same of one round digit, and the least of which that is so."""
_LARGE, _MIN_DIGITS = 1000, 2
_MANY = 100
_NOT_FAR, _TOO_FAR, _TOO_FAR_OF_FEW = 1.2, 1.5, 1.1
"""How many times a bound is no contradiction to it, and how many times is one although as round a bound does not lie between."""


def agree(one: Figure, other: Figure) -> bool:
    """True if two figures of one thing say the same: equal, the one rounded, or near enough where one is called about, nearly or over."""
    if one.unit != other.unit or one.amount is None or other.amount is None:
        return False
    if one.amount == other.amount or _is_rounded(one, other):
        return not _shut_out(one, other)
    if any(_is_above(low, high) or _is_below(low, high) for low, high in ((one, other), (other, one))):
        return True
    loose = one.bound is not None or other.bound is not None
    return loose and abs(one.amount - other.amount) <= _NEAR * max(one.amount, other.amount)


def _shut_out(one: Figure, other: Figure) -> bool:
    """True for one number as two bounds of which neither can be: "more than 30", and "fewer than 30"."""
    words = [bound_words(each.line.text, each.value, each.bound) for each in (one, other)]
    return {one.bound, other.bound} == {"least", "most"} and any(map(is_strict, words))


def is_of_one_digit(figure: Figure) -> bool:
    """True for a round figure: 50, and 3 million."""
    return _digits(figure) == 1


def figure_with_bound(figure: Figure) -> str:
    """A figure with what bounds it, in the words of its sentence where these are known: "more than 20"."""
    if figure.bound is None or (figure.bound == "most" and f" {figures('en').either} " in figure.value):
        return figure.value
    return f"{bound_words(figure.line.text, figure.value, figure.bound) or usual_words(figure.bound)} {figure.value}"


def may_be_same(one: Figure, other: Figure) -> bool:
    """True if two figures of one day say the same, or the one roughly what the other does. Of two days, a figure has moved."""
    return agree(one, other) or any(
        _is_roughly(this, that) or _is_kept_to(this, that) for this, that in ((one, other), (other, one))
    )


def _is_roughly(rough: Figure, exact: Figure) -> bool:
    """True if an amount that is called about so much is the other in one digit, and not far from it: nearly 50 million, and 47 million.

    Not for counts of people, of whom each one counts, nor of more than what is called nearly so much.
    """
    if rough.bound in {None, "least", "most"} or rough.amount is None or exact.amount is None:
        return False
    if rough.unit != exact.unit or rough.about in figures("en").people or min(rough.amount, exact.amount) < _MIN_ROUGH:
        return False
    before = rough.line.text.partition(rough.value)[0]
    if exact.amount > rough.amount and figures("en").not_above.search(before):
        return False
    is_near = abs(rough.amount - exact.amount) <= _ROUGHLY * rough.amount
    return is_near and float(f"{exact.amount:.0e}") == rough.amount


def _is_kept_to(low: Figure, high: Figure) -> bool:
    """True if a toll is called a lower bound in nobody's name, and the other keeps to it and is no count of much more: it only says less."""
    if low.bound != "least" or low.attributed_to is not None or low.about not in figures("en").moving:
        return False
    if low.amount is None or high.amount is None:
        return False
    return low.amount <= high.amount <= max(low.amount + 1, _NOT_FAR * low.amount)


def _is_above(low: Figure, high: Figure) -> bool:
    """True if a round figure is given as a lower bound, and the other is not far above: more than 200, and 212; at least 60, and 64.

    Of few, each one counts: at least 10, and 11, are two tolls.
    """
    if low.bound != "least" or low.amount is None or high.amount is None or high.amount < low.amount:
        return False
    if low.amount <= 0 or (digits := _digits(low)) > _MIN_DIGITS:
        return False
    is_many = low.amount >= _MANY
    next_round = low.amount + 10.0 ** (math.floor(math.log10(low.amount)) + 1 - digits)
    is_near = high.amount < min(next_round, low.amount * (_TOO_FAR if is_many else _TOO_FAR_OF_FEW))
    return is_near or (is_many and high.amount <= _NOT_FAR * low.amount)


def _is_below(low: Figure, high: Figure) -> bool:
    """True if a figure is given as an upper bound, and the other is not far below: fewer than 50, and 47; of tolls that go on changing however far: up to six."""
    if high.bound != "most" or low.amount is None or high.amount is None:
        return False
    least = 0 if low.about in figures("en").moving else high.amount / _NOT_FAR
    return least <= low.amount <= high.amount


def _is_rounded(one: Figure, other: Figure) -> bool:
    """True if a large amount is another one in fewer digits: 2.4 billion of 2.41 billion."""
    assert one.amount is not None
    assert other.amount is not None
    digits = min(_digits(one), _digits(other))
    if min(one.amount, other.amount) < _LARGE or digits < _MIN_DIGITS:
        return False
    return float(f"{one.amount:.{digits - 1}e}") == float(f"{other.amount:.{digits - 1}e}")


def _digits(figure: Figure) -> int:
    """How many digits of an amount are printed, or stand for themselves: 2 of 2.4 billion, 2 of 5,400, 4 of 5,412, 2 of fifteen."""
    printed = re.sub(r"\D", "", figure.value) or re.sub(r"\D", "", f"{figure.amount:f}")
    return len(printed.strip("0")) or 1
