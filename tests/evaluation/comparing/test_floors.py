from __future__ import annotations

import pytest
from hypothesis import given

from summarize.errors import UsageError
from summarize.evaluation.comparing.baseline import Baseline, Entry, baseline_text, entry_of
from summarize.evaluation.comparing.floors import Because, lower_floors, pin_floors, raise_floors
from summarize.evaluation.comparing.gate import gate
from summarize.evaluation.comparing.outcome import Gated, GateOutcome
from summarize.evaluation.runs.run import Run

from .runs import any_run, run_with

WHY = Because("roles are stricter now", "2026-11-22")


def gated(outcome: GateOutcome, measure: str) -> Gated:
    return next(one for one in outcome.measures if one.measure == measure)


def held_to(measures: dict[str, list[float]]) -> Entry:
    return entry_of(run_with(measures))


@given(any_run(), any_run())
def test_floors_only_rise(old: Run, new: Run) -> None:
    """An update leaves no floor lower than before: it raises them, or is refused by a run that is below any."""
    entry = entry_of(old)
    update = raise_floors(new, entry)
    if update.entry is None:
        assert update.outcome.exit_code == 1
        assert update.outcome.below()
        assert "(baseline not changed)" in update.outcome.message
    else:
        assert all(update.entry.floors[name] >= floor for name, floor in entry.floors.items())
        assert gate(new, update.entry).exit_code == 0


def test_update_takes_values_and_keeps_history() -> None:
    """An update raises floors to three decimals, rounded down, takes the run's values, and keeps what was lowered before."""
    entry = lower_floors(run := run_with({"who.f1": [0.5] * 3}), entry_of(run), {"who.f1": 0.4}, WHY).entry
    assert entry is not None
    update = raise_floors(run_with({"who.f1": [0.5, 0.5, 2 / 3]}), entry)
    assert update.entry is not None
    assert update.entry.floors["who.f1"] == 0.555
    assert update.entry.values("who.f1") == {"article-00": 0.5, "article-01": 0.5, "article-02": 0.6667}
    assert update.entry.lowered == entry.lowered
    assert update.outcome.message.endswith("; raised: who.f1 .400 → .555")


def test_kept_values_are_rounded_on_both_sides() -> None:
    """A value that the baseline keeps rounded has not moved: thirds do not make every article fall."""
    run = run_with({"who.f1": [1 / 3] * 40, "quotes.f1": [2 / 3] * 40})
    entry = entry_of(run)
    higher = entry.model_copy(update={"floors": {**entry.floors, "who.f1": 0.4, "quotes.f1": 0.7}})
    for name in ("who.f1", "quotes.f1"):
        found = gated(gate(run, higher), name)
        assert (found.difference, found.p, found.fell) == (0, 1, ())


def test_lower_records_and_takes_the_value() -> None:
    """A lowered floor is recorded for good, and a later fall is compared with what was accepted."""
    entry = held_to({"who.f1": [0.8] * 8})
    run = run_with({"who.f1": [0.7] * 8})
    update = lower_floors(run, entry, {"who.f1": 0.7}, WHY)
    assert update.entry is not None
    assert update.outcome.message.endswith("; lowered: who.f1 .800 → .700")
    assert update.outcome.exit_code == 0
    assert [one.model_dump(by_alias=True) for one in update.entry.lowered] == [
        {"measure": "who.f1", "from": 0.8, "to": 0.7, "reason": "roles are stricter now", "date": "2026-11-22"}
    ]
    later = gated(gate(run_with({"who.f1": [0.69] * 8}), update.entry), "who.f1")
    assert later.difference == pytest.approx(-0.01)


def test_lower_leaves_the_others() -> None:
    """Lowering one floor does not let another fall pass."""
    entry = held_to({"who.f1": [0.8] * 8, "quotes.f1": [0.8] * 8})
    update = lower_floors(run_with({"who.f1": [0.7] * 8, "quotes.f1": [0.7] * 8}), entry, {"who.f1": 0.7}, WHY)
    assert update.outcome.exit_code == 1
    assert update.outcome.below() == ["quotes.f1"]
    assert update.entry is not None
    assert update.entry.floors["quotes.f1"] == 0.8


@pytest.mark.parametrize(
    ("lower", "message"),
    [
        ({"who.role": 0.1}, "extractive has no floor of that name"),
        ({"who.f1": 0.9}, "its floor is .800; evals gate RUN.json --update raises floors"),
        ({"who.f1": 0.8}, "its floor is .800"),
        ({"who.f1": 0.75}, "the run has .700, which would still be below"),
        ({"where.f1": 0.1}, "the run has no value of it; --lower where.f1=none takes the floor away"),
    ],
)
def test_lower_refuses(lower: dict[str, float], message: str) -> None:
    """A lowering that lowers nothing, or not enough for this run, is a mistake."""
    entry = held_to({"who.f1": [0.8] * 8, "where.f1": [0.5]})
    with pytest.raises(UsageError, match=message.replace(".", r"\.").replace("(", r"\(")):
        lower_floors(run_with({"who.f1": [0.7] * 8}), entry, lower, WHY)


def test_pin_takes_everything_anew() -> None:
    """With other gold all floors are taken anew; those that get lower or fall away are recorded with the reason."""
    entry = held_to({"who.f1": [0.8] * 4, "quotes.f1": [0.5] * 4, "when.open": [1.0]})
    run = run_with({"who.f1": [0.7] * 5, "quotes.f1": [0.6] * 5}, gold_digest="sha256:2222")
    update = pin_floors(run, entry, WHY)
    assert update.entry is not None
    assert update.entry.floors == {"cards.made": 1.0, "who.f1": 0.7, "quotes.f1": 0.6}
    assert [(one.measure, one.before, one.after, one.reason) for one in update.entry.lowered] == [
        ("when.open", 1.0, None, "roles are stricter now"),
        ("who.f1", 0.8, 0.7, "roles are stricter now"),
    ]
    assert update.entry.pinned is not None
    assert update.entry.pinned.reason == "roles are stricter now"
    assert update.outcome.message.endswith("; pinned: 3 floors, 2 of them lower than before or gone")
    assert gate(run, update.entry).exit_code == 0


def test_pin_is_no_way_round() -> None:
    """With gold and prompt as they were, pinning would lower every floor at once, so it is refused."""
    run = run_with({"who.f1": [0.7] * 5})
    with pytest.raises(UsageError, match="nothing to pin"):
        pin_floors(run, entry_of(run), WHY)


@given(any_run())
def test_baseline_file_round_trip(run: Run) -> None:
    """What is written is read again the same, and a line holds one floor or one article, in order."""
    entry = lower_floors(run, entry_of(run), {"cards.made": 0.5}, WHY).entry
    assert entry is not None
    baseline = Baseline(runs={"b \u202e “": entry, "a": entry_of(run)})
    text = baseline_text(baseline)
    assert Baseline.model_validate_json(text) == baseline
    assert "\u202e" not in text
    lines = [line.strip() for line in text.splitlines()]
    assert lines.index('"a": {') < lines.index('"b \\u202e “": {')
    assert f'"who.f1": {entry.floors["who.f1"]},' in lines or f'"who.f1": {entry.floors["who.f1"]}' in lines
    assert sum(line.startswith('"article-01": {"cards.made": 1.0, "quotes.f1": ') for line in lines) == 2
    assert sum(line.startswith('{"date": "2026-11-22", "from": 1.0, "measure": "cards.made"') for line in lines) == 1
