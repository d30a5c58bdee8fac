"""Two runs on the same articles: what one does better than the other, and what cannot be told."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from pydantic import Field, computed_field

from summarize.article import Value
from summarize.card import Usage
from summarize.errors import MeasurementError
from summarize.evaluation.comparing.figures import bounds, with_sign
from summarize.evaluation.comparing.resampling import Interval, Resampler
from summarize.evaluation.comparing.statistics import ALPHA, Paired, compare_paired, detectable, fallen, holm
from summarize.evaluation.runs.run import Case, Run, cost_of, usage_of
from summarize.evaluation.scoring.measures import BY_ID, MEASURES
from summarize.rendering.words import counted

_ROUNDING: Final = 1e-9
_OF_RUN: Final = (
    "name", "engine", "model", "prompt", "prompt_digest", "nlp", "settings", "tool_version", "created", "gold_digest", "replayed",
)  # fmt: skip


def compare(a: Run, b: Run) -> Comparison:
    """Compare two runs.

    Cases are the same if they have the same name and, should the gold have changed, the same text. Stories are the first run's.

    Raises:
        MeasurementError: they have no article in common.
    """
    same_gold = a.gold_digest == b.gold_digest
    others = {case.name: case for case in b.cases}
    pairs = [
        (case, others[case.name])
        for case in a.cases
        if case.name in others and (same_gold or case.article_id == others[case.name].article_id)
    ]
    if not pairs:
        raise MeasurementError("the two runs have no article in common: nothing can be compared")
    common = {case.name for case, _ in pairs}
    changes, differences = _changes(pairs)
    return Comparison(
        a=_facts(a, [case for case, _ in pairs]),
        b=_facts(b, [case for _, case in pairs]),
        same_gold=same_gold,
        articles=len(pairs),
        only_a=tuple(case.name for case in a.cases if case.name not in common),
        only_b=tuple(case.name for case in b.cases if case.name not in common),
        losses=tuple(_losses(pairs)),
        changes=changes,
        moved=tuple(_moved_cases(pairs, differences)),
    )


def falls(comparison: Comparison, tolerance: float = 0.0) -> list[str]:
    """The measures that fell by more than a tolerance: those that are worse, and those that the gate's test for falls alone shows as well."""
    tests = {one.measure: (one.p or 1.0, one.difference or 0.0) for one in comparison.changes if one.p_holm is not None}
    shown = fallen(tests) | {one.measure for one in comparison.of("worse")}
    return [one.measure for one in comparison.changes if one.measure in shown and -(one.difference or 0) > tolerance]


def _changes(pairs: Sequence[tuple[Case, Case]]) -> tuple[tuple[MeasureChange, ...], dict[str, Paired]]:
    """Every measure's change, and the paired differences of the tested ones."""
    clusters = {case.name: case.story for case, _ in pairs}
    resampler = Resampler()
    found = {
        measure.id: compare_paired(
            values([case for case, _ in pairs], measure.id),
            values([case for _, case in pairs], measure.id),
            clusters,
            yes_no=measure.yes_no,
            resampler=resampler,
        )
        for measure in MEASURES
    }
    tested = {name: pair for name, pair in found.items() if pair is not None and BY_ID[name].tested}
    corrected = holm({name: pair.p for name, pair in tested.items() if pair.testable})
    return tuple(_change(name, pair, corrected) for name, pair in found.items()), tested


def values(cases: Sequence[Case], measure: str) -> dict[str, float]:
    """Case name to value, for the cases the measure applies to."""
    return {case.name: case.scores[measure].value for case in cases if measure in case.scores}


def _change(name: str, pair: Paired | None, corrected: Mapping[str, float]) -> MeasureChange:
    tested = BY_ID[name].tested
    if pair is None:
        return MeasureChange(
            measure=name, tested=tested, articles=0, stories=0, a=None, b=None, difference=None, interval=None,
            up=0, down=0, p=None, p_holm=None, verdict="cannot tell" if tested else None, smallest_drop=None,
        )  # fmt: skip
    p_holm = corrected.get(name)
    shown = p_holm is not None and p_holm < ALPHA
    verdict: Verdict = "cannot tell" if not shown else "better" if pair.difference > 0 else "worse"
    return MeasureChange(
        measure=name,
        tested=tested,
        articles=len(pair.differences),
        stories=len(pair.stories),
        a=pair.before,
        b=pair.after,
        difference=pair.difference,
        interval=pair.interval,
        up=sum(change > _ROUNDING for change in pair.differences.values()),
        down=sum(change < -_ROUNDING for change in pair.differences.values()),
        p=pair.p if tested else None,
        p_holm=p_holm,
        verdict=verdict if tested else None,
        smallest_drop=detectable(pair.stories, len({*corrected, name})) if tested else None,
    )


def _losses(pairs: Sequence[tuple[Case, Case]]) -> list[Loss]:
    losses = []
    for one, other in pairs:
        if (one.failure is None) == (other.failure is None):
            continue
        failure = one.failure or other.failure
        assert failure is not None
        losses.append(
            Loss(case=one.name, missing_in="A" if one.failure else "B", error=failure.error, message=failure.message)
        )
    return losses


def _moved_cases(pairs: Sequence[tuple[Case, Case]], differences: Mapping[str, Paired]) -> list[Moved]:
    moved = []
    for one, other in pairs:
        changes = {
            name: (one.scores[name].value, other.scores[name].value)
            for name, pair in differences.items()
            if abs(pair.differences.get(one.name, 0)) > _ROUNDING
        }
        if changes:
            total = math.fsum(abs(after - before) for before, after in changes.values())
            moved.append(Moved(case=one.name, total=total, changes=changes))
    return sorted(moved, key=lambda one: (-round(one.total, 9), one.case))


def _facts(run: Run, cases: Sequence[Case]) -> RunFacts:
    made = sum(case.failure is None for case in cases)
    return RunFacts(
        **{name: getattr(run, name) for name in _OF_RUN},
        repeats=max(1, *(len(case.repeats) for case in cases)),
        articles=len(cases),
        cards=made,
        usage=usage_of(cases),
        cost_usd=cost_of(cases),
        seconds=math.fsum(case.seconds for case in cases),
    )


Verdict = Literal["better", "worse", "cannot tell"]
FORMAT: Final = 1
_NAMED: Final = 4


class MeasureChange(Value):
    """A measure in both runs, on the articles that have a value in both."""

    measure: str
    tested: bool
    articles: int = Field(description="With a value in both runs.")
    stories: int = Field(description="That these articles belong to.")
    a: float | None = Field(description="Mean of the first run over these articles.")
    b: float | None = Field(description="Mean of the second.")
    difference: float | None = Field(description="Mean of second minus first.")
    interval: Interval | None = Field(description="Of the difference, at 95 %; null where resampling shows no spread.")
    up: int = Field(description="Articles with a higher value in the second run.")
    down: int = Field(description="Articles with a lower value.")
    p: float | None = Field(description="Two-sided, uncorrected; null for a measure that is not tested.")
    p_holm: float | None = Field(
        description="Corrected over the tested measures; null if so few stories changed that no p could be below .05."
    )
    verdict: Verdict | None
    smallest_drop: float | None = Field(description="That these articles show with a probability of 80 %; null: none.")


class Loss(Value):
    """A card that only the other run has."""

    case: str
    missing_in: Literal["A", "B"]
    error: str
    message: str


class Moved(Value):
    """An article whose values changed."""

    case: str
    total: float = Field(description="Sum of the absolute changes of the tested measures.")
    changes: dict[str, tuple[float, float]] = Field(description="Tested measures that changed: value in A, in B.")


class RunFacts(Value):
    """A run, and what its cards took over the articles in common."""

    name: str
    engine: str
    model: str | None
    prompt: str | None
    prompt_digest: str | None
    nlp: str | None
    settings: str
    tool_version: str
    created: str
    gold_digest: str
    replayed: bool
    repeats: int
    articles: int
    cards: int
    usage: Usage
    cost_usd: float | None = Field(description="Null if that of any card is not known.")
    seconds: float = Field(description="Sum over the articles.")


class Comparison(Value):
    """What `evals compare` says."""

    format: Literal[1] = FORMAT
    a: RunFacts
    b: RunFacts
    same_gold: bool
    articles: int = Field(description="In common.")
    only_a: tuple[str, ...] = Field(
        description="Cases that only the first run has, or with another text in the second."
    )
    only_b: tuple[str, ...]
    losses: tuple[Loss, ...] = Field(description="Cards that only one run has. They count in `cards.made` alone.")
    changes: tuple[MeasureChange, ...]
    moved: tuple[Moved, ...] = Field(description="Articles, those that changed most first.")

    def of(self, verdict: Verdict) -> list[MeasureChange]:
        """The tested measures with this verdict, the largest difference first."""
        found = [change for change in self.changes if change.verdict == verdict]
        return sorted(found, key=lambda change: -abs(change.difference or 0))

    @computed_field(description="In one line.")  # type: ignore[prop-decorator]
    @property
    def verdict(self) -> str:
        """What a user wants to know, in one line."""
        open_ = [change for change in self.of("cannot tell") if change.articles]
        told = [change for change in self.changes if change.tested and change.articles]
        if all(not change.up and not change.down for change in told):
            return (
                f"No difference: both runs have the same values in {counted(len(told), 'tested measure')} "
                f"on {counted(self.articles, 'article')}."
            )
        if len(open_) == len(told):
            return (
                f"Cannot tell: no difference in {counted(len(told), 'tested measure')} on {counted(self.articles, 'article')} "
                f"is more than chance."
            )
        better, worse = (_changes_text(self.of(verdict)) for verdict in ("better", "worse"))
        cannot = f"; cannot tell for {counted(len(open_), 'measure')}" if open_ else ""
        return f"B is better in {better}; worse in {worse}{cannot}."


def _changes_text(changes: Sequence[MeasureChange]) -> str:
    names = [
        f"{change.measure} {with_sign(change.difference or 0)}"
        + (f" {bounds(change.interval)}" if change.interval else "")
        for change in changes[:_NAMED]
    ]
    more = [f"{len(changes) - _NAMED} more"] if len(changes) > _NAMED else []
    return ", ".join([*names, *more]) or "nothing"
