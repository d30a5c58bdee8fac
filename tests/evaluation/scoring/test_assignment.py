from __future__ import annotations

import itertools
import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evaluation.scoring.assignment import assign

SIMILARITY = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]))
TABLES = st.tuples(st.integers(0, 7), st.integers(0, 7)).flatmap(
    lambda shape: st.lists(
        st.lists(SIMILARITY, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)


def worth(table: list[list[float]], pairs: list[tuple[int, int]]) -> float:
    return math.fsum(table[row][column] for row, column in pairs)


@given(TABLES, st.floats(0.01, 1))
def test_agrees_with_scipy(table: list[list[float]], least: float) -> None:
    """The sum of the pairs is the greatest there is, by scipy's solver; pairs are one to one and none is below the least."""
    pairs = assign(table, least)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    assert len(rows) == len(columns) == len(pairs)
    assert pairs == sorted(pairs)
    assert all(table[row][column] >= least for row, column in pairs)
    if not table or not table[0]:
        assert pairs == []
        return
    optimize = pytest.importorskip("scipy.optimize")
    allowed = [[value if value >= least else 0.0 for value in row] for row in table]
    best = optimize.linear_sum_assignment(allowed, maximize=True)
    assert worth(table, pairs) == pytest.approx(worth(allowed, list(zip(*best, strict=True))), abs=1e-9)


@given(TABLES)
def test_either_side_first(table: list[list[float]]) -> None:
    """Items and labels may change places: the sum is the same."""
    turned = [list(column) for column in zip(*table, strict=True)]
    assert worth(table, assign(table, 0.1)) == pytest.approx(worth(turned, assign(turned, 0.1)), abs=1e-9)


def test_better_than_the_best_pair_first() -> None:
    """The best pair is left unmade where two others are worth more together."""
    assert assign([[1.0, 0.9], [0.87, 0.0]], 0.5) == [(0, 1), (1, 0)]


def test_all_ways_tried() -> None:
    """On a table of four by five, no other way of making pairs has a greater sum."""
    table = [[0.6, 0.9, 0.3, 0.8, 0.1], [0.7, 0.9, 0.2, 0.8, 0.8], [0.9, 0.8, 0.9, 0.1, 0.6], [0.4, 0.9, 0.9, 0.7, 0.7]]
    best = max(sum(table[row][way[row]] for row in range(4)) for way in itertools.permutations(range(5), 4))
    assert worth(table, assign(table, 0.05)) == pytest.approx(best)


def test_ties_keep_their_order() -> None:
    """Rows and columns that are all alike are paired in their order."""
    assert assign([[0.8] * 4] * 3, 0.5) == [(0, 0), (1, 1), (2, 2)]
    assert assign([[0.8] * 2] * 4, 0.5) == [(0, 0), (1, 1)]


def test_below_the_least() -> None:
    """A pair below the least similarity is not made, even where both would stay alone; one exactly at it is made."""
    assert assign([[0.49]], 0.5) == []
    assert assign([[0.5]], 0.5) == [(0, 0)]


@pytest.mark.parametrize(
    ("table", "least", "reason"),
    [
        ([[0.5], [0.5, 0.5]], 0.5, "same number"),
        ([[math.nan]], 0.5, "finite"),
        ([[math.inf]], 0.5, "finite"),
        ([[-0.1]], 0.5, "finite"),
        ([[0.5]], 0.0, "above 0"),
        ([[0.5]], math.nan, "above 0"),
    ],
)
def test_refused(table: list[list[float]], least: float, reason: str) -> None:
    """A table that is none, and a least similarity that would pair anything, are refused."""
    with pytest.raises(ValueError, match=reason):
        assign(table, least)


def test_two_hundred_in_seconds() -> None:
    """A table of 200 by 200 takes seconds, not minutes."""
    table = [[((row * 37 + column * 91) % 101) / 100 for column in range(200)] for row in range(200)]
    begun = time.process_time()
    assert len(assign(table, 0.01)) == 200
    assert time.process_time() - begun < 20
