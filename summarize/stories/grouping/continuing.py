"""Whether a story of today is the same event as one of an earlier briefing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarize.stories.grouping.members import Member
from summarize.stories.grouping.sketch import Vocabulary
from summarize.stories.grouping.vectors import Vector, batch_of, likeness, vector_of

_MOST = 12
"""Articles of each story that are compared, those given first."""


def continues(today: Sequence[Member], earlier: Sequence[Member]) -> float:
    """How alike a story of today and one of an earlier briefing are, 0 to 1; from `THRESHOLD` on they are one event."""
    sides = (today[:_MOST], earlier[:_MOST])
    if not all(sides):
        return 0.0
    vocabulary = Vocabulary()
    # Articles of two briefings differ in date because the briefings do.
    sketches = [[vocabulary.read(replace(member, published=None)) for member in side] for side in sides]
    batch = batch_of(vocabulary, [sketch for side in sketches for sketch in side])
    now, before = (_sum([vector_of(sketch, batch) for sketch in side]) for side in sketches)
    return likeness(now, before)


def _sum(vectors: Sequence[Vector]) -> Vector:
    total = vectors[0]
    for vector in vectors[1:]:
        total = total.plus(vector)
    return total
