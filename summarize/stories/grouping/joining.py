"""Groups of articles, joined by their likeness: first by what they are alike in on average, then by what only they open with."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarize.stories.grouping.openings import Openings
from summarize.stories.grouping.vectors import THRESHOLD, Vector, likeness

_OF_OPENINGS, _SURELY = 0.1, 1.5 * THRESHOLD
"""Least likeness of groups that are joined by what only they open with, and of those that are joined wherever they open."""
_NEARER = 1.75
"""How many times as alike as any other group two groups are that are joined though they are not alike enough on average."""
_RIVALS = 12
"""How many others the two have to be compared with for that: among few, any two are the most alike."""
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

    def __init__(self, vectors: Sequence[Vector], near: Sequence[set[int]], openings: Openings, level: float) -> None:
        """Every article is by itself.

        Args:
            vectors: the articles'.
            near: of each the others that it may belong with.
            openings: what they open with.
            level: least likeness, on average, of groups that are joined.
        """
        self.vectors = vectors
        self.openings = openings
        self.level, self.least = level, THRESHOLD
        self.is_last = False
        self.clusters = {place: Cluster([place], vector) for place, vector in enumerate(vectors)}
        self.nearest = near
        self.near = {place: set(others) for place, others in enumerate(near)}
        self.queue: list[tuple[float, int, int]] = []
        self.next = len(vectors)

    def run(self) -> list[Cluster]:
        """The groups, in the order of their first articles."""
        self._join_all()
        # Only now is it known which words no other group has.
        self.openings.hold(cluster.vector for cluster in self.clusters.values())
        self.least = _OF_OPENINGS
        self._join_all()
        self.least = self.level
        self._join_all()
        self.is_last, self.least = True, _OF_OPENINGS
        self._join_all()
        return sorted(self.clusters.values(), key=lambda cluster: min(cluster.places))

    def _join_all(self) -> None:
        for place, others in self.near.items():
            for other in others:
                if place < other:
                    self._offer(place, other)
        while self.queue:
            alike, one, other = heapq.heappop(self.queue)
            if one in self.clusters and other in self.clusters and self._belong(-alike, one, other):
                self._join(one, other)

    def _offer(self, one: int, other: int) -> None:
        alike = round(likeness(self.clusters[one].vector, self.clusters[other].vector), _DIGITS)
        if alike >= self.least:
            heapq.heappush(self.queue, (-alike, one, other))

    def _belong(self, alike: float, one: int, other: int) -> bool:
        if alike >= _SURELY:
            return True
        first, second = ((self.clusters[place].places, self.clusters[place].vector) for place in (one, other))
        if self.openings.are_elsewhere(first, second):
            return False
        if alike >= THRESHOLD or self.openings.tell_one_event(first, second):
            return True
        is_near = self.is_last and self.openings.share_name(first, second) and self._are_nearest(alike, one, other)
        return (is_near or self.least == self.level) and self.openings.share_words(first, second)

    def _are_nearest(self, alike: float, one: int, other: int) -> bool:
        """True if two groups are far more alike than either is like any other: what they share is no chance."""
        rivals = [(here, there) for here in (one, other) for there in self.near[here] - {one, other}]
        return len(rivals) >= _RIVALS and all(
            _NEARER * likeness(self.clusters[here].vector, self.clusters[there].vector) <= alike
            for here, there in rivals
        )

    def _join(self, one: int, other: int) -> None:
        first, second = self.clusters.pop(one), self.clusters.pop(other)
        self.openings.join(first.vector, second.vector)
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
        return best if best[2] >= self.level or near is many.places else self._nearest(here, many.places)

    def _nearest(self, here: int, places: Sequence[int]) -> tuple[int, int, float]:
        alike, there = max(
            (round(likeness(self.vectors[here], self.vectors[place]), _DIGITS), -place) for place in places
        )
        return here, -there, alike


def clusters_of(vectors: Sequence[Vector], near: Sequence[set[int]], openings: Openings, level: float) -> list[Cluster]:
    """The groups that articles make up. Arguments as of `Joining`."""
    return Joining(vectors, near, openings, level).run()
