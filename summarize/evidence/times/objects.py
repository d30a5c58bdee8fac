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
    if t.low(noun - 1) not in _BESIDE and t.low(noun - 1) not in verbs:
        return False  # the noun may be a verb: "the firm that rejected the offer plans to build"
    for at in range(noun - 1, max(noun - _REACH, 0) - 1, -1):
        low = t.low(at)
        if low in verbs:
            return helped or not _is_helped(t, at)
        if low in _CLAUSES or not (low[:1].isalnum() or low in v.APOSTROPHES or low in v.DASHES):
            return False
    return False


def _is_helped(t: Pieces, verb: int) -> bool:
    helper = verb - 1
    while t.low(helper) in v.BETWEEN_HELPERS:
        helper -= 1
    return t.low(helper) in _HELPERS
