"""The gate: a run against its floors."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from summarize.errors import MeasurementError
from summarize.evaluation.comparing.baseline import DIGITS, Entry, means
from summarize.evaluation.comparing.outcome import Fall, Gated, GateOutcome, Missing
from summarize.evaluation.comparing.resampling import Resampler
from summarize.evaluation.comparing.statistics import ALPHA, Paired, compare_paired, fallen
from summarize.evaluation.runs.run import Run
from summarize.evaluation.scoring.measures import BY_ID, MEASURES
from summarize.rendering.words import counted, listed

_ROUNDING: Final = 1e-6
"""Floors are rounded down with as much to spare."""
_NAMED: Final = 5
_FALLEN: Final = frozenset({"regressed", "below the floor, but within noise", "below the floor"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What a card may cost and take, whatever its scores; None: anything."""

    cost_usd: float | None = None
    """Dollars, the mean over cards."""
    seconds: float | None = None
    """The median over cards; of a replay, what the answers took when they were recorded."""


NO_LIMITS: Final = Limits()


def draws_anew(run: Run) -> bool:
    """True of a run whose answers would be others if it were made again: a language model's that are not replayed."""
    return run.model is not None and not run.replayed


def gate(
    run: Run, entry: Entry | None, *, only_shown: bool = False, tolerance: float = 0.0, limits: Limits = NO_LIMITS
) -> GateOutcome:
    """A run against its entry in the baseline.

    Args:
        run: the run.
        entry: its floors and values, None if it has none.
        only_shown: a fall counts only if it is shown by the test that `compare` makes, corrected for the number of measures tested, so
            that answers drawn anew without any change fail in one run of twenty at most.
        tolerance: a measure may be so much below its floor, whatever the test says; not one that has to be 1.
        limits: what a card may cost and take.

    Every measure with a floor must reach it, and every hard measure must be 1, whatever its floor. A run that cannot be held against
    the entry (there is none; other gold or another prompt; answers that were not recorded; no value where there is a floor) was not
    measured, which is not the same as having got worse.
    """
    why = _why_not_comparable(run, entry)
    if why is not None or entry is None:
        return _unmeasurable(run, why or "there is no baseline for it: evals gate RUN.json --update sets one")
    values = means(run)
    names = [measure.id for measure in MEASURES if measure.id in values or measure.id in entry.floors]
    names += sorted(set(entry.floors) - set(BY_ID))
    resampler = Resampler()
    measures = tuple(_gate_measure(name, values.get(name), run, entry, resampler) for name in names)
    if only_shown:
        measures = tuple(_judge_falls(measures, run, entry, resampler))
    if tolerance:
        measures = tuple(_tolerate_falls(measures, tolerance))
    over = tuple(_over(run, limits))
    outcome = GateOutcome(
        run=run.name,
        exit_code=0,
        message="",
        articles=len(run.cases),
        measures=measures,
        missing=tuple(Missing(case=case.name, message=case.failure.message) for case in run.cases if case.failure),
        over=over,
        notes=tuple(_notes(run, entry, measures)),
    )
    return outcome.model_copy(update=_exit_code_and_message(outcome))


def _why_not_comparable(run: Run, entry: Entry | None) -> str | None:
    """Why a run cannot be held against an entry; None if it can."""
    if not run.cases:
        return "the run has no articles"
    stale = [case.name for case in run.cases if case.failure and case.failure.exit_code == MeasurementError.exit_code]
    if stale:
        return (
            f"{len(stale)} of {counted(len(run.cases), 'article')} have no card that could be measured: {_some(stale)}"
        )
    if entry is None or not (changed := changed_since(run, entry)):
        return None
    return f"{listed(changed)} changed since its floors were set: evals gate RUN.json --pin --reason TEXT takes new floors from this run"


def changed_since(run: Run, entry: Entry) -> list[str]:
    """What of gold and prompt is not as it was when the floors were set."""
    pairs = (("gold", entry.gold_digest, run.gold_digest), ("prompt", entry.prompt_digest, run.prompt_digest))
    return [f"the {what} ({_short(old)} → {_short(new)})" for what, old, new in pairs if old != new]


def _short(digest: str | None) -> str:
    return "none" if digest is None else digest[:19]


def _unmeasurable(run: Run, why: str) -> GateOutcome:
    return GateOutcome(
        run=run.name, exit_code=7, message=f"{run.name}: could not measure: {why}", articles=len(run.cases)
    )


def _notes(run: Run, entry: Entry, measures: Sequence[Gated]) -> Iterator[str]:
    if run.nlp != entry.nlp:
        yield f"the floors were set with the NLP model {entry.nlp or 'none'}, this run was made with {run.nlp or 'none'}"
    new = [measure.measure for measure in measures if measure.verdict == "no floor"]
    if new:
        yield f"no floor yet for {_some(new)}: evals gate RUN.json --update sets it"


def _exit_code_and_message(outcome: GateOutcome) -> dict[str, object]:
    unmeasured = [measure.measure for measure in outcome.measures if measure.verdict == "not measured"]
    below = outcome.below()
    parts = [
        *([f"could not measure {_some(unmeasured)}: a floor, but no value"] if unmeasured else []),
        *([f"below the gate: {_some(below)}"] if below else []),
        *outcome.over,
    ]
    held = sum(measure.verdict == "held" for measure in outcome.measures)
    tolerated = [measure.measure for measure in outcome.measures if measure.verdict.startswith("tolerated")]
    parts = parts or [
        f"passed: {counted(held, 'measure')} at or above the floor on {counted(outcome.articles, 'article')}"
        + (f"; {_some(tolerated)} below it, which is tolerated" if tolerated else "")
    ]
    return {
        "exit_code": 7 if unmeasured else 1 if below or outcome.over else 0,
        "message": f"{outcome.run}: {'; '.join(parts)}",
    }


def _some(names: Sequence[str]) -> str:
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
    return listed([*names[:_NAMED], *more])


def _gate_measure(name: str, value: float | None, run: Run, entry: Entry, resampler: Resampler) -> Gated:
    floor = entry.floors.get(name)
    if value is None:
        return Gated(measure=name, floor=floor, value=None, verdict="not measured")
    measure = BY_ID[name]
    if measure.hard and value < 1:
        broken = [
            Fall(case=case, before=entry.values(name).get(case), after=at)
            for case, at in run.values(name).items()
            if at < 1
        ]
        return Gated(measure=name, floor=floor, value=value, verdict="broken", fell=_largest(broken))
    if floor is None or value >= floor - _ROUNDING:
        return Gated(measure=name, floor=floor, value=value, verdict="no floor" if floor is None else "held")
    before = entry.values(name)
    after = _rounded_values(run, name)
    stories = {case.name: case.story for case in run.cases}
    change = compare_paired(before, after, stories, yes_no=measure.yes_no, resampler=resampler)
    if change is None:
        return Gated(measure=name, floor=floor, value=value, verdict="below the floor")
    fell = [
        Fall(case=case, before=before[case], after=after[case]) for case, by in change.differences.items() if by < 0
    ]
    return Gated(
        measure=name,
        floor=floor,
        value=value,
        verdict="regressed" if _is_shown(change) else "below the floor, but within noise",
        difference=change.difference,
        interval=change.interval,
        p=change.p,
        fell=_largest(fell),
        without=tuple(case for case in before if case not in after),
        newly=tuple(case for case in after if case not in before),
    )


def _rounded_values(run: Run, measure: str) -> dict[str, float]:
    """Article to value, rounded as the baseline keeps it: otherwise every third would seem to have moved."""
    return {case: round(at, DIGITS) for case, at in run.values(measure).items()}


def _is_shown(change: Paired) -> bool:
    """A fall that is more than noise. Several measures are not corrected for: at a gate a false alarm costs less than a miss."""
    below_zero = change.interval is not None and change.interval[1] < 0
    return below_zero or (change.p < ALPHA and change.difference < 0)


def _judge_falls(measures: Sequence[Gated], run: Run, entry: Entry, resampler: Resampler) -> Iterator[Gated]:
    """The measures, those below their floor judged by `fallen` over all tested ones; a fall that is not shown is tolerated."""
    stories = {case.name: case.story for case in run.cases}
    pairs = {
        one.measure: compare_paired(
            entry.values(one.measure),
            _rounded_values(run, one.measure),
            stories,
            yes_no=measure.yes_no,
            resampler=resampler,
        )
        for one in measures
        if (measure := BY_ID.get(one.measure)) is not None and measure.tested and one.value is not None
    }
    falls = fallen(
        {name: (pair.p, pair.difference) for name, pair in pairs.items() if pair is not None and pair.testable}
    )
    for one in measures:
        if one.verdict in {"regressed", "below the floor, but within noise"}:
            shown = one.measure in falls
            yield one.model_copy(update={"verdict": "regressed" if shown else "tolerated: not shown to have fallen"})
        else:
            yield one


def _tolerate_falls(measures: Sequence[Gated], tolerance: float) -> Iterator[Gated]:
    """The measures, those that are below their floor by no more than the tolerance passed."""
    for one in measures:
        short = 0.0 if one.floor is None or one.value is None else one.floor - one.value
        if one.verdict in _FALLEN and short <= tolerance + _ROUNDING:
            yield one.model_copy(update={"verdict": "tolerated: within the tolerance"})
        else:
            yield one


def _over(run: Run, limits: Limits) -> Iterator[str]:
    """What is over a limit; a cost that is not known is over any."""
    costs = [case.cost_usd for case in run.scored]
    if limits.cost_usd is not None and costs:
        known = [cost for cost in costs if cost is not None]
        mean = math.fsum(known) / len(costs)
        if len(known) < len(costs):
            yield f"the cost of a card is not known, and may be ${limits.cost_usd:g} at most"
        elif mean > limits.cost_usd:
            yield f"a card costs ${mean:.4f} on average, and may cost ${limits.cost_usd:g}"
    if limits.seconds is not None and run.scored:
        middle = median(case.seconds for case in run.scored)
        if middle > limits.seconds:
            yield f"a card takes {middle:.1f} s in the median, and may take {limits.seconds:g}"


def _largest(falls: Sequence[Fall]) -> tuple[Fall, ...]:
    return tuple(sorted(falls, key=lambda fall: (fall.after - (1 if fall.before is None else fall.before), fall.case)))
