from __future__ import annotations

import importlib
import math
import time
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evaluation.comparing.resampling import (
    FLIPS,
    MAX_EXACT,
    Resampler,
    StoryCluster,
    by_story,
    mean,
    sign_flip,
)
from summarize.evaluation.comparing.statistics import mcnemar

from .runs import stories_of, values_by_article


@cache
def stats() -> Any:
    """scipy.stats, which has no types; it takes seconds to import, so only the process that tests with it does."""
    return importlib.import_module("scipy.stats")


RESAMPLER = Resampler()
DIFFERENCES = st.lists(st.integers(-16, 16).map(lambda sixteenths: sixteenths / 16), max_size=14)
"""Their sums are exact: scipy takes some ties that rounding breaks (−.05 − .35 − .55 + .95) for none."""


def singles(values: list[float]) -> list[StoryCluster]:
    return [StoryCluster(value, 1) for value in values]


@given(st.data())
def test_stories_hold_their_articles(data: st.DataObject) -> None:
    """The mean over articles is the same however they are put into stories, and in whatever order they come."""
    values = data.draw(values_by_article())
    stories = by_story(values, data.draw(stories_of(values)))
    assert mean(stories) == pytest.approx(math.fsum(values.values()) / len(values))
    assert sum(story.articles for story in stories) == len(values)


@given(st.data())
def test_order_of_articles(data: st.DataObject) -> None:
    """The interval is the same, to the last bit, in whatever order the articles come."""
    values = data.draw(values_by_article())
    clusters = data.draw(stories_of(values))
    turned = dict(data.draw(st.permutations(list(values.items()))))
    assert RESAMPLER.interval(by_story(values, clusters)) == Resampler().interval(by_story(turned, clusters))


@given(st.data())
def test_bootstrap_holds_the_mean(data: st.DataObject) -> None:
    """An interval holds the mean, and stays within the values."""
    values = data.draw(values_by_article(least=2))
    stories = by_story(values, data.draw(stories_of(values)))
    found = RESAMPLER.interval(stories)
    if found is not None:
        assert found[0] <= mean(stories) <= found[1]
        assert min(values.values()) - 1e-9 <= found[0] < found[1] <= max(values.values()) + 1e-9


def test_bootstrap_agrees_with_scipy() -> None:
    """On articles that stand alone, the ends are scipy's, to within what two sets of draws differ by."""
    values = [0.2, 0.4, 0.4, 0.5, 0.55, 0.6, 0.75, 0.8, 1.0, 1.0, 0.1, 0.9, 0.35, 0.65, 0.7, 1.0, 0.0, 0.45, 0.5, 0.85]
    theirs = stats().bootstrap((values,), lambda sample, axis: sample.mean(axis=axis), method="percentile", rng=1)
    found = RESAMPLER.interval(singles(values))
    assert found == pytest.approx(tuple(theirs.confidence_interval), abs=0.01)


def test_stories_widen() -> None:
    """Ten articles of the same value in each story say no more than one of them does."""
    values = [0.1, 0.9, 0.5, 0.3, 0.8, 0.6, 1.0, 0.2]
    stories = [StoryCluster(value * 10, 10) for value in values]
    assert RESAMPLER.interval(stories) == pytest.approx(RESAMPLER.interval(singles(values)))


def test_stories_weigh_by_articles() -> None:
    """A resample is the mean over its articles: the middle of the interval follows the large story, not the mean of stories."""
    stories = [StoryCluster(27.0, 30), *[StoryCluster(0.1, 1)] * 9]
    found = RESAMPLER.interval(stories)
    assert found is not None
    assert mean(stories) == pytest.approx(27.9 / 39)
    assert found[0] < 0.2
    assert found[1] > 0.8


@pytest.mark.parametrize("values", [[], [0.5], [0.5, 0.5, 0.5], [1.0, 1.0]])
def test_no_spread(values: list[float]) -> None:
    """Without two different stories there is nothing to resample, and no interval that would look certain."""
    assert RESAMPLER.interval(singles(values)) is None


@given(DIFFERENCES)
def test_sign_flip_agrees_with_scipy(differences: list[float]) -> None:
    """Exactly scipy's permutation test, with all assignments counted."""
    ours = sign_flip(singles(differences))
    if len(differences) < 2 or not any(differences):
        assert ours == 1
        return
    theirs = stats().permutation_test(
        (differences,),
        lambda sample, axis: sample.sum(axis=axis),
        permutation_type="samples",
        n_resamples=math.inf,
        vectorized=True,
    )
    assert ours == pytest.approx(theirs.pvalue)


@given(DIFFERENCES)
def test_sign_flip_is_two_sided(differences: list[float]) -> None:
    """p is above 0 and at most 1, and the same for the runs the other way round."""
    p = sign_flip(singles(differences))
    assert 0 < p <= 1
    assert p == sign_flip(singles([-difference for difference in differences]))


@given(st.integers(0, 20), st.integers(0, 20))
def test_sign_flip_of_yes_and_no_is_mcnemar(gained: int, lost: int) -> None:
    """On yes/no values, exact and drawn, it is McNemar's test."""
    p = sign_flip(singles([1.0] * gained + [-1.0] * lost))
    assert p == pytest.approx(mcnemar(gained, lost), abs=1e-12 if gained + lost <= MAX_EXACT else 0.02)


def test_sign_flip_is_drawn_for_many() -> None:
    """From 31 changed stories on, signs are drawn: close to the exact p, never 0, and the same each time."""
    values = [0.1, -0.05, 0.2, 0.15, -0.1] * 8
    drawn = sign_flip(singles(values))
    theirs = stats().permutation_test(
        (values,), lambda sample, axis: sample.sum(axis=axis), permutation_type="samples", n_resamples=99_999, rng=1
    )
    assert drawn == pytest.approx(theirs.pvalue, abs=0.005)
    assert drawn == sign_flip(singles(values)) == sign_flip(singles([-value for value in values]))
    assert sign_flip(singles([0.5] * 60)) == 1 / (1 + FLIPS)


def test_sign_flip_ties_are_exact() -> None:
    """Thirds that add up to one are one, whatever the last bit says: every tie counts as reached."""
    # 2 of 16 assignments reach |sum| = 2 and none is above.
    assert sign_flip(singles([1 / 3, 1 / 3, 1 / 3, 1.0])) == pytest.approx(2 / 16)
    assert sign_flip(singles([0.1, 0.2, -0.3, 0.7])) == sign_flip(singles([1, 2, -3, 7]))
    assert sign_flip(singles([-0.05, -0.35, -0.55, 0.95])) == 1


@given(st.lists(st.integers(-10, 10).map(lambda tenths: tenths / 10), min_size=1, max_size=10))
def test_unchanged_stories_do_not_matter(differences: list[float]) -> None:
    """Stories that did not change carry no information about the direction."""
    assert sign_flip(singles([*differences, *[0.0] * 50])) == sign_flip(singles(differences))


def test_fast_enough() -> None:
    """35 measures of 200 articles take about a second at most (0.2 s of CPU on two shared cores)."""
    values = [singles([(place * step % 17) / 17 for place in range(200)]) for step in range(1, 36)]
    began = time.process_time()
    resampler = Resampler()
    for stories in values:
        resampler.interval(stories)
    assert time.process_time() - began < 2
