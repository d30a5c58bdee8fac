"""Counts of what two labellers agree on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["F1", "share", "kappa"]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """The agreement on a field."""

    field: str
    kind: Kind
    value: float | None
    """None where there is nothing to agree on, and for a kappa where either always decides the same."""
    both: int
    """Pairs, or decisions that are the same."""
    first: int
    """Labels of the first labeller, or decisions."""
    second: int
    articles: int


@dataclass(slots=True)
class Tally:
    """Counts over all articles, by field."""

    counts: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    decisions: defaultdict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    articles: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Kind] = field(default_factory=dict)

    def count(self, name: str, both: int, first: int, second: int) -> None:
        """Add an article's labels of a list: the pairs, and how many each has."""
        self.kinds.setdefault(name, "F1")
        self.articles[name] += 1
        self.counts[name] = [old + new for old, new in zip(self.counts[name], (both, first, second), strict=True)]

    def decide(self, name: str, pairs: Sequence[tuple[str, str]], kind: Kind = "share") -> None:
        """Add an article's decisions: what the first says, and the second."""
        if pairs:
            self.kinds.setdefault(name, kind)
            self.articles[name] += 1
            self.decisions[name] += pairs

    def figures(self) -> tuple[FieldAgreement, ...]:
        """The figures, in the order in which the fields were first met."""
        return tuple(self._figure(name, kind) for name, kind in self.kinds.items())

    def _figure(self, name: str, kind: Kind) -> FieldAgreement:
        if kind == "F1":
            both, first, second = self.counts[name]
            return FieldAgreement(name, kind, f1(both, first, second), both, first, second, self.articles[name])
        pairs = self.decisions[name]
        same = sum(one == other for one, other in pairs)
        value = kappa(pairs) if kind == "kappa" else same / len(pairs)
        return FieldAgreement(name, kind, value, same, len(pairs), len(pairs), self.articles[name])


def f1(both: int, first: int, second: int) -> float | None:
    """Twice the pairs over the labels of both; None where neither has any."""
    return 2 * both / (first + second) if first + second else None


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two people's decisions; None without any, and where chance alone would make them agree always."""
    if not pairs:
        return None
    observed = sum(one == other for one, other in pairs) / len(pairs)
    mine, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(mine[category] * theirs[category] for category in mine) / len(pairs) ** 2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
