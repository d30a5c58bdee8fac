"""Rules of tense and direction: every row of the table with its example and its counter-example."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summarize.evidence.times import direction as directions
from summarize.evidence.times import verbs
from summarize.evidence.times.direction import direction_of
from summarize.evidence.times.verbs import rule_of
from summarize.languages.tables import table
from summarize.languages.tenses import DirectionRule, TenseRule, direction_rules, tense_rules
from summarize.text.dates import vocabulary as v
from summarize.text.pieces import Pieces
from tests.evidence.times.cases import shown

TENSES = [pytest.param(rule, id=rule.id) for rule in tense_rules("en")]
DIRECTIONS = [pytest.param(rule, id=rule.id) for rule in direction_rules("en")]


def deciding(sentence: str) -> list[str]:
    """The rules that decide on the words of a sentence."""
    t = Pieces(sentence, 0, len(sentence))
    return [rule.id for i in range(t.size) if (rule := rule_of(t, i)) is not None]


def tenses(sentence: str) -> list[str | None]:
    """The tense that each word of a sentence shows."""
    t = Pieces(sentence, 0, len(sentence))
    return [rule.verdict if (rule := rule_of(t, i)) is not None else None for i in range(t.size)]


def direction(sentence: str) -> DirectionRule | None:
    """The rule that decides on the direction of the sentence's date."""
    t = Pieces(sentence, 0, len(sentence))
    start = next(i for i in range(t.size) if t.low(i) in v.WEEKDAYS and t.low(i) != t.word(i))
    # As the clauses do: the preposition "on" belongs to the date.
    return direction_of(t, start, start + 1, t.low(start - 1))


@pytest.mark.parametrize("rule", TENSES)
def test_a_rule_of_tense_decides_on_its_example_alone(rule: TenseRule) -> None:
    """A rule of tense decides on a word of its example, and on none of its counter-example."""
    assert rule.id in deciding(rule.example)
    assert rule.id not in deciding(rule.counter_example)


@pytest.mark.parametrize("rule", DIRECTIONS)
def test_a_rule_of_direction_decides_on_its_example_alone(rule: DirectionRule) -> None:
    """A rule of direction decides on the date of its example, and not on that of its counter-example."""
    assert direction(rule.example) == rule
    assert direction(rule.counter_example) != rule


def forget() -> None:
    """Have what is made from the rules made anew."""
    for kept in (verbs._past_rules, verbs.cues_of_tense, verbs._named, verbs._rules_of, verbs._rules_behind):
        kept.cache_clear()


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Takes other rows in place of the table's."""
    with monkeypatch.context() as patched:
        yield patched
    forget()


@pytest.mark.parametrize("rule", TENSES)
def test_a_rule_of_tense_switched_off_is_missed(rule: TenseRule, rows: pytest.MonkeyPatch) -> None:
    """Without a rule of tense a word of its example shows another tense: no rule below it does the same work."""
    before = tenses(rule.example)
    rows.setattr(verbs, "tense_rules", lambda language: tuple(one for one in tense_rules(language) if one != rule))
    forget()
    assert tenses(rule.example) != before


@pytest.mark.parametrize("rule", DIRECTIONS)
def test_a_rule_of_direction_switched_off_is_missed(rule: DirectionRule, rows: pytest.MonkeyPatch) -> None:
    """Without a rule of direction the date of its example lies another way: no rule below it does the same work."""
    rows.setattr(
        directions, "direction_rules", lambda language: [one for one in direction_rules(language) if one != rule]
    )
    found = direction(rule.example)
    assert found is None or (found.verdict, found.sure) != (rule.verdict, rule.sure)


@pytest.mark.parametrize("row", table("en/times.toml")["habit"], ids=lambda row: str(row["words"]))
def test_a_weekday_that_names_a_habit_is_none_of_them(row: dict[str, str]) -> None:
    """Before each of its words a weekday is no date; in the counter-example it is one."""
    assert not shown(row["example"])
    assert shown(row["counter_example"])
    for word in row["words"].split():
        assert not shown(f"Sunday {word} began early.")


@pytest.mark.parametrize(
    ("between", "is_helped"), [("", False), ("be", True), ("not now be", True), ("not now also be", False)]
)
def test_a_helper_stands_near_its_participle(between: str, is_helped: bool) -> None:
    """Up to three words stand between a helper and its participle: "will not now be held"; further off it is another verb's."""
    assert ("helped_forward" in deciding(f"The vote will {between} held on Friday.")) is is_helped


def test_rules_have_names_of_their_own() -> None:
    """No two rules have one name."""
    names = [rule.id for rule in tense_rules("en")] + [rule.id for rule in direction_rules("en")]
    assert len(names) == len(set(names))
