from __future__ import annotations

import random

import pytest
from hypothesis import given

from summarize.errors import UsageError
from summarize.evaluation.comparing.baseline import Entry, entry_of
from summarize.evaluation.comparing.floors import Because, lower_floors, pin_floors, raise_floors
from summarize.evaluation.comparing.gate import Limits, draws_anew, gate
from summarize.evaluation.comparing.outcome import Gated, GateOutcome
from summarize.evaluation.runs.run import Run

from .runs import any_run, before, case_of, failed_case, run_of, run_with

WHY = Because("roles are stricter now", "2026-11-22")


def gated(outcome: GateOutcome, measure: str) -> Gated:
    return next(one for one in outcome.measures if one.measure == measure)


def held_to(measures: dict[str, list[float]]) -> Entry:
    return entry_of(run_with(measures))


@given(any_run())
def test_a_run_meets_its_own_floors(run: Run) -> None:
    """Whatever its values, a run passes the floors set by itself, in whatever order its cases come, and raises none of them."""
    entry = entry_of(run)
    turned = run.model_copy(update={"cases": run.cases[::-1]})
    outcome = gate(turned, entry)
    assert outcome.exit_code == 0
    assert {measure.verdict for measure in outcome.measures} == {"held"}
    assert raise_floors(run, entry).entry == entry


def test_pass_in_one_line() -> None:
    """A run that passes is told in one line with the measures and articles it passed with."""
    outcome = gate(before(), entry_of(before()))
    assert outcome.message == "extractive+nlp: passed: 9 measures at or above the floor on 12 articles"
    assert (outcome.exit_code, outcome.missing, outcome.notes) == (0, (), ())


def test_regressed() -> None:
    """A fall that the articles agree on has regressed; those that fell most come first, with what they had."""
    entry = held_to({"who.f1": [0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 0.5, 0.6]})
    outcome = gate(run_with({"who.f1": [0.4, 0.4, 0.6, 0.75, 0.8, 0.9, 0.45, 0.6]}), entry)
    found = gated(outcome, "who.f1")
    assert (outcome.exit_code, found.verdict) == (1, "regressed")
    assert found.difference == pytest.approx(-0.7 / 8)
    assert found.interval is not None
    assert found.interval[1] < 0
    assert found.p == 2 / 2**7
    assert [fall.case for fall in found.fell[:2]] == ["article-01", "article-00"]
    assert (found.fell[0].before, found.fell[0].after) == (0.6, 0.4)
    assert len(found.fell) == 7


def test_only_what_is_shown_fails() -> None:
    """Asked for what is shown alone, a fall within noise is tolerated and told; one that all articles agree on still fails."""
    entry = held_to({"who.f1": [0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 0.5, 0.6, 0.5, 0.6, 0.7, 0.8]})
    noisy = gate(
        run_with({"who.f1": [0.4, 0.7, 0.6, 0.8, 0.9, 1.0, 0.5, 0.6, 0.5, 0.6, 0.7, 0.7]}), entry, only_shown=True
    )
    assert (noisy.exit_code, gated(noisy, "who.f1").verdict) == (0, "tolerated: not shown to have fallen")
    assert "who.f1 below it" in noisy.message
    worse = gate(
        run_with({"who.f1": [0.3, 0.4, 0.4, 0.5, 0.6, 0.7, 0.2, 0.3, 0.2, 0.3, 0.4, 0.5]}), entry, only_shown=True
    )
    assert (worse.exit_code, gated(worse, "who.f1").verdict) == (1, "regressed")


def test_redrawn_answers_pass() -> None:
    """Of twenty runs in which nothing but the draw of answers changed, at most one fails; of twenty that lose .2 on forty articles, sixteen do at least."""
    chance = random.Random(7)

    def drawn(fall: float = 0.0) -> dict[str, list[float]]:
        return {
            name: [min(1.0, max(0.0, chance.gauss(level - fall, 0.2))) for level in levels]
            for name, levels in {
                m: [0.9, 0.8, 0.7, 0.95] * 10 for m in ("who.f1", "when.f1", "quotes.f1", "where.main", "what.facts")
            }.items()
        }

    entry = entry_of(run_with(drawn()))
    assert sum(gate(run_with(drawn()), entry, only_shown=True).exit_code for _ in range(20)) <= 1
    assert sum(gate(run_with(drawn(0.2)), entry, only_shown=True).exit_code for _ in range(20)) >= 16


def test_within_noise() -> None:
    """A fall that chance explains is below the floor all the same, and said to be within noise."""
    entry = held_to({"who.f1": [0.5, 0.6, 0.7, 0.8, 0.9, 0.5]})
    outcome = gate(run_with({"who.f1": [0.6, 0.5, 0.8, 0.6, 0.95, 0.4]}), entry)
    assert (outcome.exit_code, gated(outcome, "who.f1").verdict) == (1, "below the floor, but within noise")
    assert outcome.message == "extractive: below the gate: who.f1"


def test_fall_of_a_measure_without_kept_values() -> None:
    """Of a measure that is not tested the baseline keeps no values of articles: it is below its floor, and that is all."""
    entry = held_to({"who.kind": [0.5] * 8})
    assert "who.kind" not in entry.cases["article-00"]
    found = gated(gate(run_with({"who.kind": [0.4] * 8}), entry), "who.kind")
    assert (found.verdict, found.p, found.difference) == ("below the floor", None, None)


@pytest.mark.parametrize("floor", [1.0, 0.5])
def test_hard_measures(floor: float) -> None:
    """A quotation that is not verbatim fails the gate whatever the floor says, and cannot become a floor."""
    entry = held_to({"quotes.verbatim": [1.0, 1.0, 1.0]})
    entry = entry.model_copy(update={"floors": {**entry.floors, "quotes.verbatim": floor}})
    run = run_with({"quotes.verbatim": [1.0, 0.99, 1.0]})
    found = gated(gate(run, entry), "quotes.verbatim")
    assert found.verdict == "broken"
    assert [fall.case for fall in found.fell] == ["article-01"]
    for update in (raise_floors(run, entry), raise_floors(run, None), pin_floors(run, None, WHY)):
        assert (update.entry, update.outcome.exit_code) == (None, 1)
    with pytest.raises(UsageError, match="it has to be 1, whatever the baseline says"):
        lower_floors(run, entry, {"quotes.verbatim": 0.9}, WHY)


def test_failed_cards() -> None:
    """An article without a card falls in cards.made and is named with the reason; in other measures it has no value any more."""
    run = run_with({"article.published": [1.0, 1.0, 0.0]})
    failing = run_of(*run.cases[:1], failed_case("article-01", "out of tokens"), *run.cases[2:])
    outcome = gate(failing, entry_of(run))
    assert outcome.below() == ["cards.made", "article.published"]
    assert [(missing.case, missing.message) for missing in outcome.missing] == [("article-01", "out of tokens")]
    published = gated(outcome, "article.published")
    assert (published.difference, published.without, published.newly) == (0, ("article-01",), ())
    assert gated(gate(run, entry_of(failing)), "cards.made").verdict == "held"


def test_newly_applying_articles() -> None:
    """Where a mean fell because a measure applies to more articles, these are named."""
    entry = entry_of(run_of(case_of("a", {"quotes.speaker": 1.0}), case_of("b", {})))
    outcome = gate(run_of(case_of("a", {"quotes.speaker": 1.0}), case_of("b", {"quotes.speaker": 0.0})), entry)
    assert gated(outcome, "quotes.speaker").newly == ("b",)


def test_unrecorded_answers_are_not_a_fall() -> None:
    """A run with recordings missing was not measured, which is not the same as having got worse."""
    run = run_with({"who.f1": [0.5] * 3})
    stale = run_of(*run.cases[:2], failed_case("article-02", "there is no recording", exit_code=7))
    for outcome in (
        gate(stale, entry_of(run)),
        raise_floors(stale, None).outcome,
        pin_floors(stale, None, WHY).outcome,
    ):
        assert outcome.exit_code == 7
        assert "could not measure: 1 of 3 articles have no card that could be measured: article-02" in outcome.message


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"gold_digest": "sha256:2222"}, "the gold (sha256:111111111111 → sha256:2222) changed"),
        ({"prompt_digest": "sha256:3333"}, "the prompt (none → sha256:3333) changed"),
        (
            {"gold_digest": "sha256:2222", "prompt_digest": "sha256:3333"},
            "the gold (sha256:111111111111 → sha256:2222) and the prompt (none → sha256:3333) changed",
        ),
    ],
)
def test_changed_gold_or_prompt(changed: dict[str, str], what: str) -> None:
    """Floors hold for the gold and the prompt that they were set with: it is said which changed, and how to go on."""
    run = run_with({"who.f1": [0.5] * 3})
    for outcome in (
        gate(run.model_copy(update=changed), entry_of(run)),
        raise_floors(run.model_copy(update=changed), entry_of(run)).outcome,
        lower_floors(run.model_copy(update=changed), entry_of(run), {"who.f1": 0.1}, WHY).outcome,
    ):
        assert outcome.exit_code == 7
        assert what in outcome.message
        assert "evals gate RUN.json --pin --reason TEXT" in outcome.message


def test_no_baseline() -> None:
    """Without an entry nothing was measured, and the way to get one is said."""
    outcome = gate(before(), None)
    assert outcome.exit_code == 7
    assert outcome.message == (
        "extractive+nlp: could not measure: there is no baseline for it: evals gate RUN.json --update sets one"
    )
    assert gate(run_of(), None).message == "extractive: could not measure: the run has no articles"


def test_floor_without_value() -> None:
    """A measure with a floor that the run has no value of, or that is measured no more, could not be measured."""
    entry = held_to({"who.f1": [0.5] * 3, "quotes.unsaid": [1.0]})
    old = entry.model_copy(update={"floors": {**entry.floors, "who.gender": 0.5}})
    outcome = gate(run_with({"who.f1": [0.5] * 3}), old)
    assert outcome.exit_code == 7
    assert outcome.message.endswith("could not measure quotes.unsaid and who.gender: a floor, but no value")
    falling = gate(run_with({"who.f1": [0.4] * 3}), old)
    assert (falling.exit_code, falling.below()) == (7, ["who.f1"])
    taken = lower_floors(run_with({"who.f1": [0.5] * 3}), old, {"quotes.unsaid": None, "who.gender": None}, WHY)
    assert taken.entry is not None
    assert taken.outcome.exit_code == 0
    assert [(one.measure, one.before, one.after) for one in taken.entry.lowered] == [
        ("quotes.unsaid", 1.0, None),
        ("who.gender", 0.5, None),
    ]


def test_new_measure_has_no_floor() -> None:
    """A measure that got its first value has no floor to be below, which is said until an update sets it."""
    entry = held_to({"who.f1": [0.5] * 3})
    run = run_with({"who.f1": [0.5] * 3, "where.f1": [0.2] * 3})
    outcome = gate(run, entry)
    assert (outcome.exit_code, gated(outcome, "where.f1").verdict) == (0, "no floor")
    assert outcome.notes == ("no floor yet for where.f1: evals gate RUN.json --update sets it",)
    update = raise_floors(run, entry)
    assert update.entry is not None
    assert update.entry.floors["where.f1"] == 0.2
    assert "raised: where.f1 – → .200" in update.outcome.message


def test_other_nlp_model_is_told() -> None:
    """Floors set with another NLP model are still held to, with a note."""
    run = before().model_copy(update={"nlp": None})
    assert gate(run, entry_of(before())).notes == (
        "the floors were set with the NLP model en_core_web_sm 3.8.0, this run was made with none",
    )


def test_a_tolerance_lets_small_falls_pass_and_no_promise() -> None:
    """A measure may be so much below its floor and no more; what has to be 1 has no tolerance."""
    entry = held_to({"who.f1": [0.8] * 12, "quotes.verbatim": [1.0] * 12})
    small = run_with({"who.f1": [0.78] * 12, "quotes.verbatim": [1.0] * 12})
    assert gate(small, entry).exit_code == 1
    assert gated(gate(small, entry, tolerance=0.02), "who.f1").verdict == "tolerated: within the tolerance"
    assert gate(small, entry, tolerance=0.02).exit_code == 0
    assert gate(small, entry, tolerance=0.01).exit_code == 1
    broken = run_with({"who.f1": [0.8] * 12, "quotes.verbatim": [0.99] + [1.0] * 11})
    assert gate(broken, entry, tolerance=0.5).exit_code == 1


@pytest.mark.parametrize(
    ("limits", "cost", "told"),
    [
        (Limits(cost_usd=0.02), 0.01, None),
        (Limits(cost_usd=0.005), 0.01, "a card costs $0.0100 on average"),
        (Limits(cost_usd=0.02), None, "the cost of a card is not known"),
        (Limits(seconds=0.5), 0.01, None),
        (Limits(seconds=0.4), 0.01, "a card takes 0.5 s in the median"),
    ],
)
def test_limits_of_cost_and_time(limits: Limits, cost: float | None, told: str | None) -> None:
    """A run over a limit is below the gate whatever its scores; a cost that is not known is over any limit."""
    run = run_with({"who.f1": [0.8] * 3})
    run = run.model_copy(update={"cases": tuple(case.model_copy(update={"cost_usd": cost}) for case in run.cases)})
    outcome = gate(run, entry_of(run), limits=limits)
    assert outcome.exit_code == (0 if told is None else 1)
    assert (told or "passed") in outcome.message


def test_recordings_are_held_strictly_and_drawn_answers_to_what_is_shown() -> None:
    """Which of the two the gate does by itself depends on whether the answers would be others if they were asked for again."""
    run = run_with({"who.f1": [0.8]})
    assert not draws_anew(run)
    live = run.model_copy(update={"model": "some-model"})
    assert draws_anew(live)
    assert not draws_anew(live.model_copy(update={"replayed": True}))
