"""Which articles may be alike: those that share rare words. Takes time in proportion to the number of articles."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from summarize.stories.grouping.vectors import Vector

_TELLING = 30
"""Words of an article by which others are looked for: the weightiest."""
_MOST_ARTICLES = 300
"""A word of more articles than this finds too many to be of use."""
_NEAREST = 15
"""Others that each article is compared with."""


def neighbours(vectors: Sequence[Vector]) -> list[set[int]]:
    """Of each article, by its position, the others that it may belong together with; mutual."""
    telling = [_telling(vector) for vector in vectors]
    holding: dict[int, list[tuple[int, float]]] = {}
    for place, words in enumerate(telling):
        for number, weight in words:
            holding.setdefault(number, []).append((place, weight))
    found: list[set[int]] = [set() for _ in vectors]
    for place, words in enumerate(telling):
        for other in _nearest(place, words, holding):
            found[place].add(other)
            found[other].add(place)
    return found


def _telling(vector: Vector) -> list[tuple[int, float]]:
    weights = ((weight + vector.lead.get(number, 0.0), -number) for number, weight in vector.body.items())
    return [(-number, weight) for weight, number in heapq.nlargest(_TELLING, weights)]


def _nearest(place: int, words: Sequence[tuple[int, float]], holding: dict[int, list[tuple[int, float]]]) -> list[int]:
    scores: dict[int, float] = {}
    for number, weight in words:
        others = holding[number]
        if 1 < len(others) <= _MOST_ARTICLES:
            for other, its in others:
                scores[other] = scores.get(other, 0.0) + weight * its
    scores.pop(place, None)
    return [-other for _, other in heapq.nlargest(_NEAREST, ((score, -other) for other, score in scores.items()))]
