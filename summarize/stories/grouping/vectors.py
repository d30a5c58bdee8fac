"""How alike two groups of articles are: the mean over all pairs, from sums alone, so that no pair need be looked at.

An article is three weightings of its words. `body`: all of them, by rarity, of length 1. `lead`: those of title and opening, by rarity,
with sum 1. Each word it has is `present`. Two articles are alike as far as their bodies agree, and as far as what the one opens with is
in the other at all: reports of one event, however differently told, mention what each other's openings are about.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.stories.grouping.sketch import Sketch, Vocabulary, VocabularyEntry

# Measured on clusters of news from many outlets, leaving out one topic at a time: see `tests.benches.grouping`.
OF_BODY = 0.7
OF_LEAD = 0.3
OF_QUOTES = 0.2
_TITLE = 1.5
_PRIOR_ARTICLES = 200
"""How many articles the prior share of a word counts for beside those of the batch: two articles say nothing of what is rare."""
_MIN_RARITY = 1.0
"""A word that more than a third of articles have tells nothing."""
_MAX_WORDS = 160
"""Words that are kept of an article, the weightiest, beside those it opens with."""
# Days apart that count for nothing, and for how much further ones do: first within a week, then within a month.
SAME_DAYS = 1
_WEEK, _OFF_WEEK = 5, 0.15
_MONTH, _OFF_MONTH = 24, 0.1


def rarities(entries: Sequence[VocabularyEntry], articles: int) -> list[float]:
    """How much each word tells, by its number: the logarithm of how rare it is, in the batch and by its form taken together."""
    return [
        max(0.0, -math.log((entry.articles + _PRIOR_ARTICLES * entry.prior) / (articles + _PRIOR_ARTICLES)))
        for entry in entries
    ]


@dataclass(slots=True)
class Vector:
    """The sum of some articles' weightings."""

    size: int
    body: dict[int, float]
    lead: dict[int, float]
    present: Mapping[int, float]
    """How many of the articles have each word; of one article, `body` itself stands for it."""
    quoted: dict[int, float]
    days: Mapping[int, float]
    """How many of the articles were published on each day."""

    def plus(self, other: Vector) -> Vector:
        """The sum of both."""
        return Vector(
            self.size + other.size,
            _sum(self.body, other.body),
            _sum(self.lead, other.lead),
            _sum(self.counted(), other.counted()),
            _sum(self.quoted, other.quoted),
            _sum(self.days, other.days),
        )

    def counted(self) -> Mapping[int, float]:
        """How many of the articles have each word."""
        return dict.fromkeys(self.body, 1) if self.size == 1 else self.present


@dataclass(frozen=True, slots=True)
class Batch:
    """What the articles of a batch have in common."""

    rarity: list[float]
    """What each word tells, by its number."""
    shared: list[bool]
    """Whether more than one article has the word. One of a single article weighs on its length and is not kept."""
    quoted: frozenset[int]
    """Runs of words that more than one article quotes."""


def batch_of(vocabulary: Vocabulary, sketches: Sequence[Sketch]) -> Batch:
    """Weigh the words of articles that are compared with each other, none of them a copy of another."""
    vocabulary.count(sketches)
    quoted = Counter(run for sketch in sketches for run in sketch.quoted)
    return Batch(
        rarities(vocabulary.entries, len(sketches)),
        [entry.articles > 1 for entry in vocabulary.entries],
        frozenset(run for run, articles in quoted.items() if articles > 1),
    )


def vector_of(sketch: Sketch, batch: Batch) -> Vector:
    """An article's weightings, as one of a batch."""
    rarity = batch.rarity
    weights = {number: (1 + math.log(times)) * rarity[number] for number, times in sketch.body.items()}
    length = math.sqrt(sum(weight * weight for _, weight in sorted(weights.items()))) or 1.0
    opening = dict.fromkeys(sketch.lead, 1.0) | dict.fromkeys(sketch.title, _TITLE)
    total = sum(share * rarity[number] for number, share in sorted(opening.items())) or 1.0
    kept = [number for number in weights if batch.shared[number] and rarity[number] >= _MIN_RARITY]
    if len(kept) > _MAX_WORDS:
        kept = heapq.nsmallest(_MAX_WORDS, kept, key=lambda number: (number not in opening, -weights[number], number))
    body = {number: weights[number] / length for number in kept}
    lead = {number: share * rarity[number] / total for number, share in opening.items() if number in body}
    quotes = 1 / math.sqrt(len(sketch.quoted) or 1)
    days = {} if sketch.day is None else {sketch.day: 1.0}
    return Vector(1, body, lead, body, dict.fromkeys(sorted(sketch.quoted & batch.quoted), quotes), days)


def likeness(one: Vector, other: Vector) -> float:
    """How alike two groups are, from 0 to 1: the mean over all pairs of an article of the one and an article of the other."""
    body = _dot(one.body, other.body)
    lead = (_covered_weight(one, other) + _covered_weight(other, one)) / 2
    quotes = _dot(one.quoted, other.quoted) if one.quoted and other.quoted else 0.0
    found = OF_BODY * body + OF_LEAD * lead + OF_QUOTES * quotes - _apart(one.days, other.days)
    return min(max(found / (one.size * other.size), 0.0), 1.0)


def _covered_weight(one: Vector, other: Vector) -> float:
    if other.size == 1:
        present = other.body
        return sum(weight for number, weight in one.lead.items() if number in present)
    return _dot(one.lead, other.present)


def _apart(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    return sum(here * there * _off(abs(day - another)) for day, here in one.items() for another, there in other.items())


def _off(days: int) -> float:
    if days <= SAME_DAYS:
        return 0.0
    week = min(1.0, (days - SAME_DAYS) / _WEEK)
    month = min(1.0, max(0, days - SAME_DAYS - _WEEK) / _MONTH)
    return _OFF_WEEK * week + _OFF_MONTH * month


def _dot(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[number] for number, weight in one.items() if number in other)


def _sum(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    if len(one) < len(other):
        one, other = other, one
    total = dict(one)
    for number, weight in other.items():
        total[number] = total.get(number, 0) + weight
    return total


THRESHOLD = 0.185
"""Least likeness, on average, of groups that are joined; from 0 to 1. Measured: see `tests.benches.grouping`."""
