"""Resampling by story: what a mean could have been with other articles, and by chance alone.

Articles of one story are not independent, so a story is drawn, or has its sign flipped, as a whole. A story here is its sum and its
number of articles, which is all that either needs. Every draw comes from a fixed seed: the same values give the same figures.
"""

from __future__ import annotations

import math
import random
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

RESAMPLES: Final = 2_000
COVERAGE: Final = 0.95
FLIPS: Final = 19_999
MAX_EXACT: Final = 30
"""Stories that changed: of no more than these, all assignments of signs are counted."""
_SEED: Final = 20_131_017
SAME: Final = 1e-9
"""Sums that differ by less, as a share of all there is, differ by rounding."""
_BITS: Final = 8

Interval = tuple[float, float]


class StoryCluster(NamedTuple):
    """The articles of one story."""

    total: float
    articles: int


def by_story(values: Mapping[str, float], clusters: Mapping[str, str]) -> list[StoryCluster]:
    """The stories of some articles, by name, so that no figure depends on the order of the articles."""
    stories: dict[str, list[float]] = {}
    for article, value in values.items():
        stories.setdefault(clusters[article], []).append(value)
    return [StoryCluster(math.fsum(stories[name]), len(stories[name])) for name in sorted(stories)]


def mean(stories: Sequence[StoryCluster]) -> float:
    """The mean over articles. There must be one."""
    return math.fsum(story.total for story in stories) / sum(story.articles for story in stories)


class Resampler:
    """Draws stories with replacement. Measures with as many stories share the draws, which take most of the time."""

    def __init__(self, resamples: int = RESAMPLES) -> None:
        self._resamples = resamples
        self._draws: dict[int, list[Callable[[Sequence[float]], tuple[float, ...]]]] = {}

    def interval(self, stories: Sequence[StoryCluster]) -> Interval | None:
        """The percentile bootstrap interval (Efron & Tibshirani 1993, ch. 13) of the mean over articles, at 95 %.

        Each resample has as many stories as there are, and weighs them by their articles, as the mean does. Ends between two resamples
        are interpolated. From few stories (under about fifteen) such an interval is somewhat too narrow: a verdict rests on a test.

        Returns:
            None where resampling shows no spread: fewer than two stories, or every resample has the same mean.
        """
        if len(stories) < 2:
            return None
        middle = mean(stories)
        means = sorted(self._means(stories))
        if means[-1] - means[0] <= SAME:
            return None
        outside = (1 - COVERAGE) / 2
        # Stories of very different sizes can leave the mean itself outside.
        return min(_quantile(means, outside), middle), max(_quantile(means, 1 - outside), middle)

    def _means(self, stories: Sequence[StoryCluster]) -> list[float]:
        totals = [story.total for story in stories]
        articles = [story.articles for story in stories]
        draws = self._draws_of(len(stories))
        if len(set(articles)) == 1:
            of = sum(articles)
            return [sum(draw(totals)) / of for draw in draws]
        return [sum(draw(totals)) / sum(draw(articles)) for draw in draws]

    def _draws_of(self, stories: int) -> list[Callable[[Sequence[float]], tuple[float, ...]]]:
        """Each takes the stories of one resample out of a list; an itemgetter does so several times as fast as a loop."""
        if stories not in self._draws:
            rng = random.Random(_SEED)  # noqa: S311 - statistics
            places = range(stories)
            self._draws[stories] = [itemgetter(*rng.choices(places, k=stories)) for _ in range(self._resamples)]
        return self._draws[stories]


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def sign_flip(differences: Sequence[StoryCluster]) -> float:
    """The two-sided p of paired differences, if each story's could as well have had the other sign (Fisher 1935, §21).

    All assignments are counted where at most 30 stories changed; above that 19,999 are drawn, and the one that was observed is counted
    with them, (1 + hits) / (1 + draws), so that p is never 0 (Phipson & Smyth 2010). Stories without a change carry no information.

    Returns:
        0 < p <= 1; 1 where nothing changed.
    """
    sizes = sorted(abs(story.total) for story in differences if abs(story.total) > SAME)
    observed = abs(math.fsum(story.total for story in differences)) - SAME * math.fsum(sizes)
    if observed <= 0:
        return 1.0
    if len(sizes) <= MAX_EXACT:
        # No one lists 2**30 sums: the sums of one half are looked up among those of the other.
        some, others = _sums(sizes[::2]), sorted(_sums(sizes[1::2]))
        reached = sum(len(others) - bisect_left(others, observed - one) for one in some)
        return min(1.0, 2 * reached / (1 << len(sizes)))
    rng = random.Random(_SEED)  # noqa: S311 - statistics
    drawn = []
    for first in range(0, len(sizes), _BITS):
        sums = _sums(sizes[first : first + _BITS])
        drawn.append([sums[byte % len(sums)] for byte in rng.randbytes(FLIPS)])
    reached = sum(abs(sum(sums)) >= observed for sums in zip(*drawn, strict=True))
    return (1 + reached) / (1 + FLIPS)


def _sums(sizes: Iterable[float]) -> list[float]:
    """The sums of the sizes with every assignment of signs, a power of two."""
    sums = [0.0]
    for size in sizes:
        sums = [one + size for one in sums] + [one - size for one in sums]
    return sums
