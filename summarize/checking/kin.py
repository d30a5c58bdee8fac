"""Words that editors put for each other: by their families it is seen that a claim in other words is about what its evidence is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from summarize.checking.reading import stem
from summarize.languages.tables import table

AKIN = 0.7
"""What a word counts for that a text has only kin of."""


@cache
def families(language: str) -> Mapping[str, frozenset[int]]:
    """The numbers of the families of `kin.toml` that a stem is of, for each stem that has one."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(str(table(f"{language}/kin.toml")["families"]).strip().splitlines()):
        for word in line.split():
            found[stem(word)].add(number)
    return {root: frozenset(numbers) for root, numbers in found.items()}


def with_kin(stems: Iterable[str], known: Mapping[str, frozenset[int]]) -> set[int]:
    """The numbers of all families of some stems."""
    return {number for root in stems for number in known.get(root, ())}


def count_covered(words: Iterable[str], there: Collection[str], known: Mapping[str, frozenset[int]]) -> float:
    """How many of some words a text has, as stems; one that it has kin of counts for less than one."""
    kin = with_kin(there, known)
    return sum(1.0 if root in there else AKIN * (not kin.isdisjoint(known.get(root, ()))) for root in words)
