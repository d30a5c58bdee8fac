"""Joining articles to groups: always the two that are most alike on average, until none are alike enough.

The average keeps chains from joining two events: an article that is like one of a group and unlike the rest stays out.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarize.stories.grouping.vectors import Vector, likeness

THRESHOLD = 0.185
"""Least likeness, on average, of groups that are joined; from 0 to 1. Measured: see `tests.benches.grouping`."""
_DIGITS = 9
"""Likenesses that differ by less come from the order of additions."""


@dataclass(slots=True)
class Cluster:
    """Articles that belong together, by position, and the pairs that hold them together."""

    places: list[int]
    vector: Vector
    bonds: list[tuple[int, int, float]] = field(default_factory=list)
    """A spanning tree: two positions and how alike they are."""


class Joining:
    """The state of joining."""

    def __init__(self, vectors: Sequence[Vector], near: Sequence[set[int]]) -> None:
        """Every article is by itself."""
        self.vectors = vectors
        self.clusters = {place: Cluster([place], vector) for place, vector in enumerate(vectors)}
        self.nearest = near
        self.near = {place: set(others) for place, others in enumerate(near)}
        self.queue: list[tuple[float, int, int]] = []
        self.next = len(vectors)
        for place, others in enumerate(near):
            for other in others:
                if place < other:
                    self._offer(place, other)

    def run(self) -> list[Cluster]:
        """The groups, in the order of their first articles."""
        while self.queue:
            _, one, other = heapq.heappop(self.queue)
            if one in self.clusters and other in self.clusters:
                self._join(one, other)
        return sorted(self.clusters.values(), key=lambda cluster: min(cluster.places))

    def _offer(self, one: int, other: int) -> None:
        alike = round(likeness(self.clusters[one].vector, self.clusters[other].vector), _DIGITS)
        if alike >= THRESHOLD:
            heapq.heappush(self.queue, (-alike, one, other))

    def _join(self, one: int, other: int) -> None:
        first, second = self.clusters.pop(one), self.clusters.pop(other)
        bond = self._bond(first, second)
        joined = self.next
        self.next += 1
        self.clusters[joined] = Cluster(
            first.places + second.places, first.vector.plus(second.vector), [*first.bonds, *second.bonds, bond]
        )
        near = (self.near.pop(one) | self.near.pop(other)) - {one, other}
        self.near[joined] = near
        for cluster in sorted(near):
            self.near[cluster] -= {one, other}
            self.near[cluster].add(joined)
            self._offer(cluster, joined)

    def _bond(self, first: Cluster, second: Cluster) -> tuple[int, int, float]:
        # The one nearest to all of the other group, and its nearest there: at least as alike as the groups are on average.
        few, many = sorted((first, second), key=lambda cluster: (len(cluster.places), cluster.places))
        here = max(few.places, key=lambda place: (likeness(self.vectors[place], many.vector), -place))
        near = [place for place in many.places if place in self.nearest[here]] or many.places
        best = self._nearest(here, near)
        return best if best[2] >= THRESHOLD or near is many.places else self._nearest(here, many.places)

    def _nearest(self, here: int, places: Sequence[int]) -> tuple[int, int, float]:
        alike, there = max(
            (round(likeness(self.vectors[here], self.vectors[place]), _DIGITS), -place) for place in places
        )
        return here, -there, alike


def clusters_of(vectors: Sequence[Vector], near: Sequence[set[int]]) -> list[Cluster]:
    """The groups that articles make up. Arguments as of `Joining`."""
    return Joining(vectors, near).run()
