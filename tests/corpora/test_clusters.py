"""Rules of B-cubed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpora.clusters import bcubed

PAIRS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), min_size=1, max_size=30)


def naive(predicted: dict[int, str], gold: dict[int, str]) -> tuple[float, float]:
    precision = recall = 0.0
    for one, its in gold.items():
        group = [other for other in gold if predicted[other] == predicted[one]]
        event = [other for other, of in gold.items() if of == its]
        right = [other for other in group if other in event]
        precision += len(right) / len(group)
        recall += len(right) / len(event)
    return precision / len(gold), recall / len(gold)


@given(PAIRS)
def test_it_is_what_the_definition_says(pairs: list[tuple[str, str]]) -> None:
    """Counting groups gives what going through every article gives."""
    predicted, gold = {n: p for n, (p, _) in enumerate(pairs)}, {n: g for n, (_, g) in enumerate(pairs)}
    precision, recall, f1 = bcubed(predicted, gold)
    assert (precision, recall) == pytest.approx(naive(predicted, gold))
    assert f1 == pytest.approx(2 * precision * recall / (precision + recall))


@given(PAIRS)
def test_precision_one_way_is_recall_the_other(pairs: list[tuple[str, str]]) -> None:
    """Exchanging what is predicted and what is right exchanges precision and recall."""
    predicted, gold = {n: p for n, (p, _) in enumerate(pairs)}, {n: g for n, (_, g) in enumerate(pairs)}
    assert bcubed(predicted, gold)[:2] == pytest.approx(bcubed(gold, predicted)[1::-1])


def test_a_worked_example() -> None:
    """Four articles of two events, one put with the wrong two."""
    precision, recall, _ = bcubed({1: "a", 2: "a", 3: "a", 4: "b"}, {1: "x", 2: "x", 3: "y", 4: "y"})
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)


def test_only_groupings_of_the_same_articles_are_compared() -> None:
    """An article without a group is refused, and no articles are grouped perfectly."""
    with pytest.raises(ValueError, match="same articles"):
        bcubed({1: "a"}, {1: "a", 2: "b"})
    assert bcubed({}, {}) == (1.0, 1.0, 1.0)
