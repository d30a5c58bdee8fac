from __future__ import annotations

import importlib
import itertools
import random
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evaluation.comparing.resampling import Resampler, StoryCluster, by_story, mean, sign_flip
from summarize.evaluation.comparing.statistics import (
    ALPHA,
    MIN_COUNT,
    compare_paired,
    detectable,
    holm,
    interval,
    intervals,
    mcnemar,
    wilson,
)

from .runs import before, case_of, run_of, stories_of, values_by_article


@cache
def stats() -> Any:
    """scipy.stats, which has no types; it takes seconds to import, so only the process that tests with it does."""
    return importlib.import_module("scipy.stats")


RESAMPLER = Resampler()


def apart(values: dict[str, float]) -> dict[str, str]:
    """Every article is a story of its own."""
    return {name: name for name in values}


def numbered(*values: float) -> dict[str, float]:
    return {f"a{place}": value for place, value in enumerate(values)}


@given(st.integers(1, 300), st.data())
def test_wilson_agrees_with_scipy(of: int, data: st.DataObject) -> None:
    """Wilson's interval is scipy's."""
    right = data.draw(st.integers(0, of))
    theirs = stats().binomtest(right, of).proportion_ci(method="wilson")
    assert wilson(right, of) == pytest.approx((theirs.low, theirs.high))


@given(st.integers(1, 300), st.floats(0, 1))
def test_wilson_holds_the_share(of: int, share: float) -> None:
    """It lies within 0 and 1, holds the share, and is never certain."""
    low, high = wilson(share * of, of)
    assert 0 <= low <= share * of / of <= high <= 1
    assert low < high


def test_interval_of_yes_and_no() -> None:
    """Yes/no values of articles that stand alone have Wilson's interval."""
    values = numbered(*[1.0] * 9, 0.0)
    assert interval(values, apart(values), yes_no=True) == wilson(9, 10)


def test_interval_of_yes_and_no_in_stories() -> None:
    """As soon as two articles share a story, Wilson's count would be too high, and stories are resampled."""
    values = numbered(*[1.0] * 9, 0.0)
    clusters = apart(values) | {"a8": "a9"}
    assert interval(values, clusters, yes_no=True) == RESAMPLER.interval(by_story(values, clusters))


def test_interval_of_repeated_yes_and_no() -> None:
    """Means of repetitions are no yes and no any more."""
    values = numbered(1.0, 2 / 3, 1.0, 0.0, 1 / 3, 1.0)
    assert interval(values, apart(values), yes_no=True) == RESAMPLER.interval(by_story(values, apart(values)))


@pytest.mark.parametrize("yes_no", [True, False])
def test_interval_of_few(yes_no: bool) -> None:
    """No value and a single story, be it of several articles, have no interval."""
    assert interval({}, {}, yes_no=yes_no) is None
    assert interval({"a": 1.0}, {"a": "a"}, yes_no=yes_no) is None
    assert interval(numbered(1.0, 0.0), {"a0": "s", "a1": "s"}, yes_no=yes_no) is None


def test_interval_without_spread() -> None:
    """A measure that is perfect in every article is not certain to be perfect: Wilson's, with stories as what is counted."""
    values = numbered(*[1.0] * 8)
    assert interval(values, apart(values), yes_no=False) == wilson(8, 8)
    assert interval(values, apart(values) | {"a0": "a1"}, yes_no=False) == wilson(7, 7)


@given(st.data(), st.booleans())
def test_interval_holds_the_mean(data: st.DataObject, yes_no: bool) -> None:
    """Whatever the rule, the interval lies within 0 and 1, holds the mean, and has some width."""
    values = data.draw(values_by_article())
    found = interval(values, data.draw(stories_of(values)), yes_no=yes_no, resampler=RESAMPLER)
    if found is not None:
        middle = sum(values.values()) / len(values)
        assert -1e-9 <= found[0] <= middle + 1e-9
        assert middle - 1e-9 <= found[1] <= 1 + 1e-9
        assert found[0] < found[1]


def test_intervals_of_a_run() -> None:
    """Every measure has an entry, the one that applies nowhere None."""
    found = intervals(before())
    assert found["when.main"] == interval(
        before().values("when.main"), {case.name: case.story for case in before().cases}, yes_no=True
    )
    assert found["prose.held"] is None
    assert found["evidence.holds"] == wilson(11, 11)


def test_intervals_are_the_same_alone() -> None:
    """Sharing the draws between measures changes no figure."""
    run = run_of(*(case_of(f"a{n}", {"who.f1": n / 9, **({"when.f1": n / 9} if n % 2 else {})}) for n in range(10)))
    clusters = {case.name: case.story for case in run.cases}
    for name in ("who.f1", "when.f1"):
        assert intervals(run)[name] == interval(run.values(name), clusters, yes_no=False)


@given(st.integers(0, 80), st.integers(0, 80))
def test_mcnemar_agrees_with_scipy(gained: int, lost: int) -> None:
    """It is the binomial test of the articles that changed, and 1 where none did."""
    theirs = stats().binomtest(gained, gained + lost).pvalue if gained + lost else 1.0
    assert mcnemar(gained, lost) == pytest.approx(theirs)
    assert 0 < mcnemar(gained, lost) <= 1


@given(st.lists(st.floats(0, 1), max_size=20))
def test_holm_is_monotone(p: list[float]) -> None:
    """No p gets smaller or above 1, their order stays, and the smallest is multiplied by their number."""
    raw = numbered(*p)
    corrected = holm(raw)
    assert corrected.keys() == raw.keys()
    ordered = sorted(raw, key=lambda name: raw[name])
    assert all(raw[name] <= corrected[name] <= 1 for name in raw)
    assert all(corrected[one] <= corrected[other] for one, other in itertools.pairwise(ordered))
    if ordered:
        assert corrected[ordered[0]] == min(1, raw[ordered[0]] * len(raw))


def test_holm_by_hand() -> None:
    """Holm's own procedure: .01 × 4, .02 × 3, then no less than that, and the last as it is."""
    assert holm({"a": 0.04, "b": 0.01, "c": 0.02, "d": 0.029}) == pytest.approx(
        {"b": 0.04, "c": 0.06, "d": 0.06, "a": 0.06}
    )


@given(st.data())
def test_paired_is_symmetrical(data: st.DataObject) -> None:
    """The other way round, the difference and its interval change their sign, and p stays."""
    one = data.draw(values_by_article(least=2, most=15))
    other = {name: data.draw(st.sampled_from([value, 0.0, 0.5, 1.0])) for name, value in one.items()}
    clusters = data.draw(stories_of(one))
    yes_no = data.draw(st.booleans())
    there = compare_paired(one, other, clusters, yes_no=yes_no, resampler=RESAMPLER)
    back = compare_paired(other, one, clusters, yes_no=yes_no, resampler=RESAMPLER)
    assert there is not None
    assert back is not None
    assert there.p == back.p
    assert there.difference == pytest.approx(-back.difference)
    assert there.difference == pytest.approx(there.after - there.before)
    assert (there.interval is None) == (back.interval is None)
    if there.interval is not None and back.interval is not None:
        assert there.interval == pytest.approx((-back.interval[1], -back.interval[0]))


def test_paired_takes_common_articles() -> None:
    """Only articles with a value in both count, for the means as for the difference; without any there is nothing to say."""
    found = compare_paired(numbered(0.5, 0.5, 1.0), {"a1": 1.0, "a2": 1.0, "a3": 0.0}, apart(numbered(0, 0, 0, 0)), yes_no=False, resampler=RESAMPLER)  # fmt: skip
    assert found is not None
    assert (found.before, found.after, found.difference) == (0.75, 1.0, 0.25)
    assert found.differences == {"a1": 0.5, "a2": 0.0}
    assert compare_paired(numbered(1.0), {"b": 1.0}, {}, yes_no=False, resampler=RESAMPLER) is None


def test_paired_is_stronger_than_means() -> None:
    """A shift that is small beside the spread of articles shows, since each article is its own yardstick."""
    rng = random.Random(5)
    one = numbered(*(rng.random() * 0.9 for _ in range(30)))
    other = {name: value + 0.02 + rng.uniform(-0.02, 0.02) for name, value in one.items()}
    found = compare_paired(one, other, apart(one), yes_no=False, resampler=RESAMPLER)
    assert found is not None
    assert found.p < 0.001
    assert stats().ttest_ind(list(one.values()), list(other.values())).pvalue > 0.5


def test_paired_yes_and_no() -> None:
    """McNemar's test where articles stand alone; stories with several are flipped as a whole, and say less."""
    one, other = numbered(*[0.0] * 8, 1.0, 1.0), numbered(*[1.0] * 8, 0.0, 1.0)
    alone = compare_paired(one, other, apart(one), yes_no=True, resampler=RESAMPLER)
    assert alone is not None
    assert alone.p == mcnemar(8, 1) == pytest.approx(20 / 512)
    together = {name: f"s{int(name[1:]) // 2}" for name in one}
    grouped = compare_paired(one, other, together, yes_no=True, resampler=RESAMPLER)
    assert grouped is not None
    assert grouped.p == sign_flip(by_story(grouped.differences, together)) == 2 / 16


def test_paired_same_shift_has_no_interval() -> None:
    """Where every article changed by the same, resampling shows no spread: the test alone speaks."""
    one = numbered(*[0.2] * 8)
    found = compare_paired(one, dict.fromkeys(one, 0.3), apart(one), yes_no=False, resampler=RESAMPLER)
    assert found is not None
    assert (found.interval, found.p) == (None, 2 / 2**8)


@pytest.mark.parametrize(("tests", "needed"), [(1, 6), (12, 9), (13, 10)])
def test_detectable_without_changes(tests: int, needed: int) -> None:
    """Where no article changed, the bound is the stories that would have to be wholly lost before the test could tell."""
    assert 2 / 2 ** (needed - 1) >= ALPHA / tests > 2 / 2**needed
    assert detectable([StoryCluster(0.0, 1)] * 60, tests) == needed / 60
    assert detectable([StoryCluster(0.0, 1)] * (needed - 1), tests) is None
    lost = [StoryCluster(-1.0, 1)] * needed + [StoryCluster(0.0, 1)] * (60 - needed)
    assert sign_flip(lost) < ALPHA / tests <= sign_flip(lost[1:])


def test_detectable_of_yes_and_no() -> None:
    """One article that changed does not make a drop of as much detectable: nine would have to be lost."""
    assert detectable([StoryCluster(1.0, 1), *[StoryCluster(0.0, 1)] * 59], 12) == 9 / 60


def test_detectable_needs_spread_of_values() -> None:
    """A drop above 1 is none that could happen."""
    assert detectable([StoryCluster(1.0, 1), StoryCluster(-1.0, 1)] * 5, 13) is None


def test_detectable_falls_with_articles() -> None:
    """Four times the articles show half the drop, or nearly."""
    some = [StoryCluster(value / 10, 1) for value in (-3, -2, -1, 0, 1, 2, 3, 2, -2, 0)] * 3
    few, many = detectable(some, 12), detectable(some * 4, 12)
    assert few is not None
    assert many is not None
    assert few / many == pytest.approx(2, rel=0.02)


def test_detectable_is_detected() -> None:
    """A drop of the size that is stated is found about four times in five."""
    rng = random.Random(7)
    spread, tests, found = 0.2, 10, 0
    drop = detectable([StoryCluster(rng.choice((-spread, spread)), 1) for _ in range(50)], tests)
    assert drop is not None
    for _ in range(200):
        fallen = [StoryCluster(rng.choice((-spread, spread)) - drop, 1) for _ in range(50)]
        found += sign_flip(fallen) < ALPHA / tests
    assert 0.7 <= found / 200 <= 0.9


def test_fewest_stories() -> None:
    """Six stories are the first that any test can be sure about."""
    assert sign_flip([StoryCluster(1.0, 1)] * MIN_COUNT) < ALPHA <= sign_flip([StoryCluster(1.0, 1)] * (MIN_COUNT - 1))


def test_false_alarms_are_rare() -> None:
    """Between runs that differ by chance alone, 13 measures together cry wolf in about one comparison of twenty at most, though only
    those are tested of which enough stories changed."""
    rng = random.Random(11)
    alarms = 0
    for _ in range(150):
        p = {}
        for measure in range(13):
            one = numbered(*[0.5] * 25)
            other = {name: 0.5 + rng.choice((0, 0, 0, rng.uniform(-0.5, 0.5))) for name in one}
            found = compare_paired(one, other, apart(one), yes_no=False, resampler=Resampler(10))
            assert found is not None
            if found.testable:
                p[str(measure)] = found.p
        alarms += min(holm(p).values(), default=1.0) < ALPHA
    assert alarms <= 12


def test_interval_covers() -> None:
    """On 60 articles the 95 % interval holds the true mean nearly that often."""
    rng = random.Random(13)
    resampler = Resampler(1000)
    held = 0
    for _ in range(200):
        found = resampler.interval([StoryCluster(rng.betavariate(4, 1), 1) for _ in range(60)])
        assert found is not None
        held += found[0] <= 0.8 <= found[1]
    assert 0.9 <= held / 200 <= 0.99
    assert mean([StoryCluster(0.8, 1)]) == 0.8
