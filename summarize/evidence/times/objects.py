"""What a verb is done to: whether a noun is the object of one of some verbs."""

from __future__ import annotations

from typing import Final

from summarize.text.dates import vocabulary as v
from summarize.text.pieces import Pieces

_REACH: Final = 7
"""Tokens before a noun in which the verb stands whose object it is."""
_BESIDE: Final = v.words("before_plan_nouns")
_CLAUSES: Final = v.words("parts_clauses")
_HELPERS: Final = v.words("forward_helpers") | v.words("perfect_helpers")


def is_object_of(t: Pieces, noun: int, verbs: frozenset[str], *, helped: bool) -> bool:
    """True if one of some verbs stands before a noun with no mark and no new clause between: "rejected the board's plan".

    `helped`: the verb may stand behind a helper as well, "has rejected a plan", "will have rejected it".
    """
    if t.low(noun - 1) not in _BESIDE and _verb(t, noun - 1, verbs) is None:
        return False  # the noun may be a verb: "the firm that rejected the offer plans to build"
    for at in range(noun - 1, max(noun - _REACH, 0) - 1, -1):
        low, verb = t.low(at), _verb(t, at, verbs)
        if verb is not None:
            return helped or not _is_helped(t, verb)
        if low in _CLAUSES or not (low[:1].isalnum() or low in v.APOSTROPHES or low in v.DASHES):
            return False
    return False


def _verb(t: Pieces, at: int, verbs: frozenset[str]) -> int | None:
    """The token of the verb that ends at `at`: of "rejected" itself, of "voted against" (`voted_against`) the one before."""
    low = t.low(at)
    if low in verbs:
        return at
    return at - 1 if f"{t.low(at - 1)}_{low}" in verbs else None


def _is_helped(t: Pieces, verb: int) -> bool:
    helper = verb - 1
    while t.low(helper) in v.BETWEEN_HELPERS:
        helper -= 1
    return t.low(helper) in _HELPERS
