"""Floors: raised by a better run, lowered by somebody who says why, taken anew when the gold or the prompt changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summarize.errors import UsageError
from summarize.evaluation.comparing.baseline import Entry, Lowered, Pinned, case_values, entry_of, means
from summarize.evaluation.comparing.figures import round_down, share
from summarize.evaluation.comparing.gate import changed_since, gate
from summarize.evaluation.comparing.outcome import GateOutcome
from summarize.evaluation.runs.run import Run
from summarize.evaluation.scoring.measures import BY_ID
from summarize.rendering.words import counted


@dataclass(frozen=True, slots=True)
class Update:
    """What came of a change of floors."""

    outcome: GateOutcome
    entry: Entry | None
    """The new entry; None if nothing is to be written, since the run did not pass."""


@dataclass(frozen=True, slots=True)
class Because:
    """Why somebody changes a floor, and when (an ISO date)."""

    reason: str
    date: str


def raise_floors(run: Run, entry: Entry | None) -> Update:
    """Every floor raised to what the run has, by a run that passes; none is lowered by it. Without an entry, a new one."""
    new = entry_of(run)
    outcome = gate(run, entry or new)
    if outcome.exit_code:
        return Update(_with_refusal(outcome), None)
    if entry is None:
        return Update(_with_note(outcome, f"baseline set: {counted(len(new.floors), 'floor')}"), new)
    floors = {name: max(floor, entry.floors.get(name, 0.0)) for name, floor in new.floors.items()}
    changed = [
        f"{name} {share(entry.floors.get(name))} → {share(floor)}"
        for name, floor in sorted(floors.items())
        if entry.floors.get(name) != floor
    ]
    kept = new.model_copy(update={"floors": floors, "lowered": entry.lowered, "pinned": entry.pinned})
    return Update(_with_note(outcome, f"raised: {', '.join(changed)}" if changed else "no floor to raise"), kept)


def lower_floors(run: Run, entry: Entry | None, lower: Mapping[str, float | None], because: Because) -> Update:
    """Floors lowered to what is said (None: taken away), and the run held against the others.

    The run's values of these measures become what a later fall is compared with.

    Raises:
        UsageError: there is no such floor, it would not be lower, the run would still be below it, or the measure is hard.
    """
    outcome = gate(run, entry)
    if entry is None or not outcome.measures:
        return Update(_with_refusal(outcome), None)
    floors, cases, record = dict(entry.floors), dict(entry.cases), list(entry.lowered)
    values, new = means(run), case_values(run)
    for name, asked in lower.items():
        to = _check_lowering(run.name, name, asked, entry, values)
        record.append(_lowering_record(name, entry.floors[name], to, because))
        del floors[name]
        if to is not None:
            floors[name] = to
        cases = {case: _with(old, name, new.get(case, {}).get(name)) for case, old in cases.items()}
    kept = entry.model_copy(update={"floors": floors, "cases": cases, "lowered": tuple(record)})
    changed = ", ".join(
        f"{one.measure} {share(one.before)} → {share(one.after)}" for one in record[len(entry.lowered) :]
    )
    return Update(_with_note(gate(run, kept), f"lowered: {changed}"), kept)


def _check_lowering(
    run: str, name: str, asked: float | None, entry: Entry, values: Mapping[str, float]
) -> float | None:
    if name not in entry.floors:
        raise UsageError(f"--lower {name}: {run} has no floor of that name")
    if name in BY_ID and BY_ID[name].hard:
        raise UsageError(f"--lower {name}: it has to be 1, whatever the baseline says")
    if asked is None:
        return None
    to, floor, value = round_down(asked), entry.floors[name], values.get(name)
    if to >= floor:
        raise UsageError(f"--lower {name}: its floor is {share(floor)}; evals gate RUN.json --update raises floors")
    if value is None:
        raise UsageError(f"--lower {name}: the run has no value of it; --lower {name}=none takes the floor away")
    if to > round_down(value):
        raise UsageError(f"--lower {name}: the run has {share(round_down(value))}, which would still be below")
    return to


def _with(values: Mapping[str, float], name: str, value: float | None) -> dict[str, float]:
    others = {measure: at for measure, at in values.items() if measure != name}
    return others if value is None else {**others, name: value}


def pin_floors(run: Run, entry: Entry | None, because: Because) -> Update:
    """Floors taken anew from a run on other gold or with another prompt. Those that get lower by it, or fall away, are recorded.

    Raises:
        UsageError: neither gold nor prompt changed.
    """
    if entry is not None and not changed_since(run, entry):
        raise UsageError(
            f"{run.name} has the gold and the prompt of the baseline, so there is nothing to pin: --update raises floors, --lower lowers one"
        )
    new = entry_of(run)
    outcome = gate(run, new)
    if outcome.exit_code:
        return Update(_with_refusal(outcome), None)
    old = {} if entry is None else entry.floors
    fallen = tuple(
        _lowering_record(name, floor, new.floors.get(name), because)
        for name, floor in sorted(old.items())
        if new.floors.get(name, -1.0) < floor
    )
    history = (() if entry is None else entry.lowered) + fallen
    pin = Pinned(reason=because.reason, date=because.date)
    told = (
        f"pinned: {counted(len(new.floors), 'floor')}, {len(fallen)} of them lower than before or gone"
        if old
        else (f"pinned: {counted(len(new.floors), 'floor')}")
    )
    return Update(_with_note(outcome, told), new.model_copy(update={"lowered": history, "pinned": pin}))


def _lowering_record(name: str, before: float, after: float | None, because: Because) -> Lowered:
    return Lowered.model_validate(
        {"measure": name, "from": before, "to": after, "reason": because.reason, "date": because.date}
    )


def _with_refusal(outcome: GateOutcome) -> GateOutcome:
    return outcome.model_copy(update={"message": f"{outcome.message} (baseline not changed)"})


def _with_note(outcome: GateOutcome, what: str) -> GateOutcome:
    return outcome.model_copy(update={"message": f"{outcome.message}; {what}"})
