"""Intervals and tests for measures that are shares of 0 to 1, on articles that come in stories.

**One run.** A yes/no measure has Wilson's interval, if every article is a story of its own; any other the percentile bootstrap over
stories. Where resampling shows no spread, because all stories have the same value, it is Wilson's with the number of stories: no
share can vary more than yes and no do, so it errs on the wide side, and a measure that is 1 on eight articles is not certain to be 1.
Fewer than two stories have no interval.

**Two runs** are compared article by article. A yes/no measure has McNemar's exact test, if every article is a story of its own and
has 0 or 1 in both runs; any other the sign-flip test over stories, of which McNemar's is a special case. The interval of the
difference is the bootstrap's; there is none where all stories changed by the same. Holm's correction is over the tested measures
of which at least `MIN_COUNT` stories changed: with fewer, no signs of these changes could reach `ALPHA`, so they get no verdict and
cost the others no power (Tarone 1990; both tests hold given how much each story changed, so it may decide what is tested).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

from summarize.evaluation.comparing.resampling import (
    COVERAGE,
    SAME,
    Interval,
    Resampler,
    StoryCluster,
    by_story,
    mean,
    sign_flip,
)
from summarize.evaluation.runs.run import Run
from summarize.evaluation.scoring.measures import MEASURES

__all__ = [
    "ALPHA",
    "MIN_COUNT",
    "POWER",
    "Interval",
    "Paired",
    "compare_paired",
    "detectable",
    "fallen",
    "holm",
    "interval",
    "intervals",
    "mcnemar",
    "wilson",
]

ALPHA: Final = 0.05
POWER: Final = 0.8
MIN_COUNT: Final = 6
"""Stories that changed: 2 / 2**6 is the first p below `ALPHA`."""
_NORMAL: Final = NormalDist()
_Z: Final = _NORMAL.inv_cdf((1 + COVERAGE) / 2)


def wilson(right: float, of: int) -> Interval:
    """Wilson's score interval (Wilson 1927) of a share, at 95 %.

    Args:
        right: how many are right, 0 to `of`; a mean of repetitions need not be whole.
        of: how many there are, at least 1.
    """
    share, z2 = right / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    # At none and all the ends are 0 and 1 exactly, but for rounding.
    return max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share))


def interval(
    values: Mapping[str, float], clusters: Mapping[str, str], *, yes_no: bool, resampler: Resampler | None = None
) -> Interval | None:
    """The 95 % interval of the mean of a measure, by the rules above.

    Args:
        values: article to value, 0 to 1.
        clusters: article to story, for all of these articles at least.
        yes_no: every value is 0 or 1 (means of repetitions are taken as any other measure).
        resampler: shared by the measures of a run, to save time.

    Returns:
        None from fewer than two stories.
    """
    stories = by_story(values, clusters)
    if len(stories) < 2:
        return None
    if yes_no and len(stories) == len(values) and _is_yes_no(values):
        return wilson(math.fsum(values.values()), len(values))
    found = (resampler or Resampler()).interval(stories)
    return wilson(mean(stories) * len(stories), len(stories)) if found is None else found


def intervals(run: Run) -> dict[str, Interval | None]:
    """The interval of each measure of a run, by the measure's id; None where it has no value, or those of a single story."""
    resampler = Resampler()
    clusters = {case.name: case.story for case in run.cases}
    return {
        measure.id: interval(run.values(measure.id), clusters, yes_no=measure.yes_no, resampler=resampler)
        for measure in MEASURES
    }


def mcnemar(gained: int, lost: int) -> float:
    """McNemar's exact test (McNemar 1947; the binomial of its discordant pairs: Edwards 1948), two-sided.

    Returns:
        0 < p <= 1; 1 where no article changed.
    """
    changed = gained + lost
    tail = sum(math.comb(changed, count) for count in range(min(gained, lost) + 1))
    return min(1.0, 2 * tail / (1 << changed))


def holm(p: Mapping[str, float]) -> dict[str, float]:
    """Holm's step-down correction (Holm 1979): p by measure, so that one below 5 % among all is a false alarm in 5 % at most."""
    corrected: dict[str, float] = {}
    highest = 0.0
    for rank, name in enumerate(sorted(p, key=lambda name: (p[name], name))):
        highest = max(highest, min(1.0, p[name] * (len(p) - rank)))
        corrected[name] = highest
    return corrected


def fallen(tests: Mapping[str, tuple[float, float]]) -> frozenset[str]:
    """The measures that are shown to have fallen, so that of runs in which none did, one in twenty at most is told that one has.

    It is only falls that are looked for, so the tests are one-sided: half of a two-sided p where the difference is negative. Holm's
    correction is over all of them.

    Args:
        tests: by measure its two-sided, uncorrected p and the difference, of those with enough stories that changed (`Paired.testable`).
    """
    one_sided = {name: p / 2 if difference < 0 else 1 - p / 2 for name, (p, difference) in tests.items()}
    return frozenset(name for name, p in holm(one_sided).items() if p < ALPHA and tests[name][1] < 0)


def detectable(differences: Sequence[StoryCluster], tests: int) -> float | None:
    """The smallest drop of the mean that this gold set shows with a probability of 80 %, at the strictest level of Holm's.

    It is (z of the level + z of the power) × the standard error of the mean difference, with stories as units: how much articles
    differ between these two runs is taken for how much they will differ. But however much each loses, a test over stories needs a
    number of them to change before it can be significant at all. So a drop is at least that of so many stories, each losing as much
    as those that changed did on average; and where fewer changed, which says little of what a story can lose, so many wholly lost.

    Args:
        differences: the paired differences.
        tests: how many measures Holm's correction is over, at least 1.

    Returns:
        None if there are too few stories to show any drop.
    """
    level = ALPHA / tests
    needed = next(count for count in range(1, 64) if 2 / 2**count < level)
    if needed > len(differences):
        return None
    changes = [abs(story.total) / story.articles for story in differences if abs(story.total) > SAME]
    # A few small changes say nothing about how much an article can lose.
    each = math.fsum(changes) / len(changes) if len(changes) >= needed else 1.0
    centre = mean(differences)
    squares = math.fsum((story.total - centre * story.articles) ** 2 for story in differences)
    articles = sum(story.articles for story in differences)
    error = math.sqrt(squares * len(differences) / (len(differences) - 1)) / articles
    drop = (_NORMAL.inv_cdf(1 - level / 2) + _NORMAL.inv_cdf(POWER)) * error
    drop = max(drop, each * needed / len(differences))
    return drop if drop <= 1 else None


@dataclass(frozen=True, slots=True)
class Paired:
    """A measure before and after, on the articles that have it in both."""

    before: float
    after: float
    differences: Mapping[str, float]
    """After minus before, by article."""
    stories: Sequence[StoryCluster]
    """Of the differences."""
    interval: Interval | None
    """Of the mean difference, at 95 %. None from fewer than two stories, or if all changed by the same."""
    p: float
    """Two-sided and uncorrected."""

    @property
    def testable(self) -> bool:
        """True if enough stories changed for some p below `ALPHA`."""
        return sum(abs(story.total) > SAME for story in self.stories) >= MIN_COUNT

    @property
    def difference(self) -> float:
        """The mean difference."""
        return mean(self.stories)


def compare_paired(
    before: Mapping[str, float],
    after: Mapping[str, float],
    clusters: Mapping[str, str],
    *,
    yes_no: bool,
    resampler: Resampler,
) -> Paired | None:
    """A measure before and after, by the rules above; None if no article has it in both."""
    common = [name for name in before if name in after]
    if not common:
        return None
    differences = {name: after[name] - before[name] for name in common}
    stories = by_story(differences, clusters)
    if yes_no and len(stories) == len(common) and all(map(_is_yes_no, (before, after))):
        p = mcnemar(*(sum(change == sign for change in differences.values()) for sign in (1, -1)))
    else:
        p = sign_flip(stories)
    return Paired(
        before=math.fsum(before[name] for name in common) / len(common),
        after=math.fsum(after[name] for name in common) / len(common),
        differences=differences,
        stories=stories,
        interval=resampler.interval(stories),
        p=p,
    )


def _is_yes_no(values: Mapping[str, float]) -> bool:
    return all(value in {0, 1} for value in values.values())
