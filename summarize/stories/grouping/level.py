"""From what likeness on articles of a day are of one event: so many times what any two of its articles have in common."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, islice
from typing import Final

from summarize.stories.grouping.vectors import THRESHOLD, Vector, likeness

_TIMES: Final = 5.0
"""Measured by leaving out one set of days at a time, and less eager than they ask for: see `evals/days/README.md`."""
_ASIDE: Final = 0.005
_MIN_SHARE: Final = 0.12
"""Where nothing is alike by chance, two short articles are still soon alike by one name."""
_PAIRS: Final = 6000
"""Pairs that are compared, evenly drawn."""
_ALIKE: Final = 0.15
"""Pairs from which on are soon of one event, and tell nothing of the others."""
_USUAL, _COUNTS = 0.032, 30
"""What pairs of any day have in common, and for how many pairs of this one that counts."""
_BRIEF, _SHORT, _MIDDLING, _LONG = 50, 75, 100, 200
"""Different words of articles of which one name is much of what they have; of which it is not; and of those in which two of one event share little yet, and much."""


def level_of(vectors: Sequence[Vector], words: float) -> float:
    """Least likeness, on average, of groups of these articles that are joined.

    Accounts of one event in a hundred words each share few of them. Where no others of the day share more, that is enough.

    Args:
        vectors: the articles'.
        words: different words that an article has on average.
    """
    count = len(vectors)
    step = max(1, count * (count - 1) // 2 // _PAIRS)
    pairs = islice(combinations(range(count), 2), 0, None, step)
    unlike = [alike for one, other in pairs if (alike := likeness(vectors[one], vectors[other])) < _ALIKE]
    chance = (sum(unlike) + _COUNTS * _USUAL) / (len(unlike) + _COUNTS)
    own = min(THRESHOLD, max(_MIN_SHARE, _TIMES * (chance + _ASIDE)))
    away = max((_SHORT - words) / (_SHORT - _BRIEF), (words - _MIDDLING) / (_LONG - _MIDDLING))
    return own + (THRESHOLD - own) * min(1.0, max(0.0, away))
