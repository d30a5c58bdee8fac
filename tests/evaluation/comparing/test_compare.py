from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import MeasurementError
from summarize.evaluation.comparing.compare import Comparison, MeasureChange, compare
from summarize.evaluation.comparing.compare_page import notes
from summarize.evaluation.runs.run import Run
from summarize.evaluation.scoring.measures import MEASURES

from . import runs
from .runs import SHARES, case_of, failed_case, run_of, run_with

TESTED = sorted(measure.id for measure in MEASURES if measure.tested and not measure.yes_no)


def change(comparison: Comparison, measure: str) -> MeasureChange:
    return next(change for change in comparison.changes if change.measure == measure)


def shifted(by: float, articles: int = 20, measure: str = "quotes.speaker") -> tuple[Run, Run]:
    """Two runs of which the second is better by so much on average, in each article by a little more or less."""
    old = [0.3 + place / 100 for place in range(articles)]
    new = [value + by * (1 + (place % 5 - 2) / 10) for place, value in enumerate(old)]
    return run_with({measure: old}), run_with({measure: new})


def told(comparison: Comparison) -> str:
    return " ".join("".join(map(str, note)) for note in notes(comparison))


@st.composite
def two_runs(draw: st.DrawFn) -> tuple[Run, Run]:
    """Two runs on some articles in common."""
    measures = draw(st.lists(st.sampled_from(TESTED), min_size=1, max_size=3, unique=True))

    def one() -> Run:
        names = draw(st.lists(st.integers(0, 12), min_size=1, unique=True))
        cases = [
            failed_case(f"a{name}", story=f"s{name // 2}")
            if draw(st.integers(0, 9)) == 0
            else case_of(
                f"a{name}",
                {measure: draw(SHARES) for measure in measures if draw(st.booleans())},
                story=f"s{name // 2}",
            )
            for name in (0, *(name for name in names if name))
        ]
        return run_of(*cases)

    return one(), one()


@given(two_runs())
def test_symmetry(pair: tuple[Run, Run]) -> None:
    """Comparing the other way round changes every sign and nothing else."""
    there, back = compare(*pair), compare(*reversed(pair))
    opposite = {"better": "worse", "worse": "better", "cannot tell": "cannot tell", None: None}
    for one, other in zip(there.changes, back.changes, strict=True):
        assert (one.p, one.p_holm, one.verdict) == (other.p, other.p_holm, opposite[other.verdict])
        assert (one.a, one.b, one.up, one.down) == (other.b, other.a, other.down, other.up)
        assert one.smallest_drop == pytest.approx(other.smallest_drop)
        if one.difference is not None and other.difference is not None:
            assert one.difference == pytest.approx(-other.difference)
    assert [moved.case for moved in there.moved] == [moved.case for moved in back.moved]


@given(two_runs())
def test_a_run_equals_itself(pair: tuple[Run, Run]) -> None:
    """Compared with itself, a run is neither better nor worse in anything, and no article moved."""
    comparison = compare(pair[0], pair[0])
    assert comparison.verdict.startswith("No difference: both runs have the same values in ")
    assert not comparison.moved
    assert all(one.difference in {0, None} and one.p in {1, None} for one in comparison.changes)


@given(two_runs())
def test_comparison_is_json(pair: tuple[Run, Run]) -> None:
    """The JSON says the same as the value, verdict included."""
    comparison = compare(*pair)
    data = comparison.model_dump(mode="json")
    assert data.pop("verdict") == comparison.verdict
    assert Comparison.model_validate(data) == comparison


@pytest.mark.parametrize(("by", "verdict"), [(0.05, "better"), (-0.05, "worse")])
def test_verdict(by: float, verdict: str) -> None:
    """A small shift in every article is told, with its direction; the line names it, with its interval."""
    comparison = compare(*shifted(by))
    found = change(comparison, "quotes.speaker")
    assert found.verdict == verdict
    assert found.difference == pytest.approx(by)
    assert found.interval is not None
    assert found.interval[0] < by < found.interval[1]
    sign = "+" if by > 0 else "−"
    other = {"better": "worse in nothing", "worse": "B is better in nothing"}[verdict]
    assert f"{verdict} in quotes.speaker {sign}.050 [{sign}.0" in comparison.verdict
    assert other in comparison.verdict
    assert comparison.verdict.endswith("; cannot tell for 1 measure.")


def test_cannot_tell() -> None:
    """A difference that chance explains is no verdict, and the drop that would have been seen stands beside it."""
    old = [0.5, 0.6] * 15
    new = [value + (0.1 if place % 3 else -0.1) for place, value in enumerate(old)]
    found = change(comparison := compare(run_with({"who.f1": old}), run_with({"who.f1": new})), "who.f1")
    assert found.verdict == "cannot tell"
    assert found.p_holm is not None
    assert found.p_holm > 0.05
    assert found.smallest_drop is not None
    assert abs(found.difference or 0) < found.smallest_drop < 0.1
    assert comparison.verdict == "Cannot tell: no difference in 2 tested measures on 30 articles is more than chance."


def test_holm_over_tested_measures() -> None:
    """A p that would do alone does not among others: the correction is over the tested measures that changed enough."""
    old = {name: [0.5] * 8 for name in TESTED}
    noise = [0.6, 0.4] * 4
    alone = change(compare(run_with(old), run_with({**old, "who.f1": [0.6] * 8})), "who.f1")
    assert (alone.p, alone.p_holm, alone.verdict) == (2 / 2**8, 2 / 2**8, "better")
    new = dict.fromkeys(TESTED, noise) | {"who.f1": [0.6] * 8}
    among = change(compare(run_with(old), run_with(new)), "who.f1")
    assert among.p == 2 / 2**8
    assert among.p_holm == pytest.approx(len(TESTED) * 2 / 2**8)
    assert among.verdict == "cannot tell"


def test_few_changes_get_no_verdict() -> None:
    """A measure of which five stories changed cannot be told, whichever way they went: it is not among the corrected ones."""
    old, new = {"quotes.unsaid": [0.1] * 5, "who.f1": [0.1] * 9}, {"quotes.unsaid": [0.9] * 5, "who.f1": [0.2] * 9}
    comparison = compare(run_with(old), run_with(new))
    few = change(comparison, "quotes.unsaid")
    assert (few.p, few.p_holm, few.verdict, few.smallest_drop) == (2 / 2**5, None, "cannot tell", None)
    assert change(comparison, "who.f1").p_holm == 2 / 2**9
    new["quotes.unsaid"] = [0.9] * 5 + [0.1] * 4
    old["quotes.unsaid"] = [0.1] * 9
    few = change(compare(run_with(old), run_with(new)), "quotes.unsaid")
    assert (few.p_holm, few.verdict) == (None, "cannot tell")
    # Two tests there would be, had it changed: seven stories of nine, wholly lost, as five say little about what others can lose.
    assert few.smallest_drop == pytest.approx(7 / 9)


def test_stories_count_once() -> None:
    """Nine articles of one story are one piece of evidence."""
    old = run_of(*(case_of(f"a{place}", {"who.f1": 0.5}, story="flood") for place in range(9)))
    new = run_of(*(case_of(f"a{place}", {"who.f1": 0.9}, story="flood") for place in range(9)))
    found = change(compare(old, new), "who.f1")
    assert (found.articles, found.stories, found.interval, found.verdict) == (9, 1, None, "cannot tell")


def test_untested_measures_have_no_verdict() -> None:
    """Measures that are not tested show their difference, with neither p nor verdict."""
    found = change(compare(*shifted(0.1, measure="who.precision")), "who.precision")
    assert found.difference == pytest.approx(0.1)
    assert (found.tested, found.p, found.p_holm, found.verdict, found.smallest_drop) == (False, None, None, None, None)


def test_missing_cards_are_named_not_averaged() -> None:
    """An article whose card one run lacks counts in cards.made, drops out of every other mean, and is named with the reason."""
    old = run_with({"who.f1": [0.5, 0.5, 0.5]})
    new = run_of(*old.cases[:2], failed_case("article-02", "out of tokens"))
    comparison = compare(old, new)
    assert change(comparison, "cards.made").b == pytest.approx(2 / 3)
    assert change(comparison, "cards.made").down == 1
    assert (change(comparison, "who.f1").articles, change(comparison, "who.f1").difference) == (2, 0)
    assert [(loss.case, loss.missing_in, loss.message) for loss in comparison.losses] == [
        ("article-02", "B", "out of tokens")
    ]
    assert "1 card in B could not be made" in told(comparison)
    assert [loss.missing_in for loss in compare(new, old).losses] == ["A"]
    assert compare(new, new).losses == ()


def test_other_gold() -> None:
    """Where the gold changed, articles of the same name and text are compared, and that is said."""
    old = run_with({"who.f1": [0.5] * 3})
    changed = old.cases[1].model_copy(update={"article_id": "sha256:corrected"})
    new = run_of(old.cases[0], changed, case_of("new", {"who.f1": 1.0}), gold_digest="sha256:2222")
    comparison = compare(old, new)
    assert (comparison.same_gold, comparison.articles) == (False, 1)
    assert comparison.only_a == ("article-01", "article-02")
    assert comparison.only_b == ("article-01", "new")
    text = told(comparison)
    assert "the gold of the two runs differs. Compared: 1 article of the same name and text" in text
    assert "only A has 2 articles: article-01, article-02" in text


def test_nothing_in_common() -> None:
    """Two runs without an article in common cannot be compared, which is no result."""
    with pytest.raises(MeasurementError, match="no article in common"):
        compare(run_of(case_of("a", {})), run_of(case_of("b", {})))
    with pytest.raises(MeasurementError):
        compare(run_of(), run_of())


def test_most_changed_first() -> None:
    """Articles come by the sum of their absolute changes in tested measures, whichever way these went."""
    old = run_with({"who.f1": [0.5, 0.5, 0.5, 0.5], "quotes.f1": [0.5, 0.5, 0.5, 0.5], "who.kind": [0, 0, 0, 0]})
    new = run_with({"who.f1": [0.4, 0.5, 0.9, 0.5], "quotes.f1": [0.9, 0.5, 0.5, 0.8], "who.kind": [1, 1, 1, 1]})
    moved = compare(old, new).moved
    assert [one.case for one in moved] == ["article-00", "article-02", "article-03"]
    assert moved[0].total == pytest.approx(0.5)
    assert moved[0].changes == {"quotes.f1": (0.5, 0.9), "who.f1": (0.5, 0.4)}


def test_what_it_took() -> None:
    """Tokens, cost and seconds are those of the articles in common; a cost that is unknown for any card is unknown."""
    facts = compare(runs.before(), runs.after()).b
    assert (facts.cards, facts.articles) == (11, 12)
    assert (facts.usage.input_tokens, facts.usage.cached_tokens, facts.usage.requests) == (16_500, 11_000, 11)
    assert facts.cost_usd == pytest.approx(11 * 0.0012)
    assert facts.seconds == pytest.approx(11 * 2.25 + 0.5)
    cases = list(runs.after().cases)
    cases[0] = cases[0].model_copy(update={"cost_usd": None})
    unknown = runs.after().model_copy(update={"cases": tuple(cases)})
    assert compare(runs.before(), unknown).b.cost_usd is None
    one = run_of(*runs.after().cases[:1])
    assert compare(runs.before(), one).b.usage.input_tokens == 1500
