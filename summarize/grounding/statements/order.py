"""Who did what to whom: two names with a verb between them must stand in their evidence's order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from summarize.gazetteer import people_of
from summarize.grounding.statements.basis import Basis
from summarize.grounding.statements.lexicon import MONTHS, MUTUAL, REPORTING, SMALL, WEEKDAYS
from summarize.grounding.statements.roots import related
from summarize.text.tokens import Token

_PASSIVE = frozenset("by was were been being be from".split())
_ENDS = frozenset(".!?;")
_FURTHEST = 12
"""Tokens between two names."""


Key = int | str
"""Whom a capital means: a number of the findings, or the word itself where they know nobody of the name."""
Keys = frozenset[Key]


def reversed_roles(sequence: Sequence[Token], basis: Basis) -> str | None:
    """The verb whose two names the statement gives the other way round than its evidence, None if there is none.

    Only where the evidence has the verb between the same two names in the other order alone, and neither text has a passive there.
    """
    mine = {token.lower for token in sequence if token.is_capital}
    keys: dict[str, Key] = {}
    for passage in basis.passages:
        for token in passage.tokens:
            lower = token.lower
            if token.is_capital and lower in mine and lower not in keys and not _is_no_name(token):
                keys[lower] = basis.keys.get(lower, lower)
    if len(set(keys.values())) < 2:
        return None
    for first, second, between in _pairs(sequence, keys):
        verbs = [token.lower for token in between if _is_verb(token)]
        if not verbs or any(token.lower in _PASSIVE for token in between):
            continue
        for verb in verbs:
            if _orders(first, second, verb, basis, keys) == {-1}:
                return verb
    return None


def _is_no_name(token: Token) -> bool:
    return token.lower in SMALL or token.lower in MONTHS or token.lower in WEEKDAYS or people_of(token.text) is not None


def _is_verb(token: Token) -> bool:
    return token.is_word and not token.is_capital and token.lower not in SMALL | REPORTING | MUTUAL


def _pairs(sequence: Sequence[Token], keys: Mapping[str, Key]) -> list[tuple[Keys, Keys, Sequence[Token]]]:
    """Neighbouring runs of names that share nobody, with the tokens between them."""
    runs: list[tuple[Keys, int, int]] = []
    for index, token in enumerate(sequence):
        if not token.is_capital or (key := keys.get(token.lower)) is None:
            continue
        if runs and runs[-1][2] == index:
            runs[-1] = (runs[-1][0] | {key}, runs[-1][1], index + 1)
        else:
            runs.append((frozenset({key}), index, index + 1))
    return [
        (first[0], second[0], sequence[first[2] : second[1]])
        for first, second in pairwise(runs)
        if not first[0] & second[0]
        and second[1] - first[2] <= _FURTHEST
        and not any(token.text in _ENDS for token in sequence[first[2] : second[1]])
    ]


def _orders(first: Keys, second: Keys, verb: str, basis: Basis, keys: Mapping[str, Key]) -> set[int]:
    """1 if the evidence has the two around the verb in this order, -1 in the other; neither if it has a passive or an "and" there."""
    found: set[int] = set()
    for passage in basis.passages:
        for one, other, between in _pairs(passage.tokens, keys):
            order = 1 if one & first and other & second else -1 if one & second and other & first else 0
            if not order:
                continue
            if any(token.lower in _PASSIVE or token.lower == "and" for token in between):
                return set()
            if any(token.is_word and related(token.lower, verb, basis.language) for token in between):
                found.add(order)
    return found
