"""The engine of the rules: conditions, expressions, order, and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from summarize.languages import loader, packs
from summarize.languages.loader import TableError
from summarize.rules import Fact, Ladder, read_ladder
from summarize.rules import ladder as ladder_module
from summarize.rules.conditions import Test, clauses, condition


@dataclass
class Thing:
    words: str = ""
    before: str = ""
    after: str = ""
    count: int = 0
    kind: str | None = None
    is_old: bool = False


FACTS: dict[str, Callable[[Thing], Fact]] = {
    "count": lambda thing: thing.count,
    "kind": lambda thing: thing.kind,
    "old": lambda thing: thing.is_old,
}
Reader = Callable[[str], Ladder[Thing]]


def conditions(when: str) -> list[Test]:
    """The tests of a row."""
    return [condition(clause, FACTS) for clause in clauses(when)]


@pytest.mark.parametrize(
    ("when", "thing", "holds"),
    [
        ("", Thing(), True),
        ("old", Thing(is_old=True), True),
        ("old", Thing(), False),
        ("not old", Thing(), True),
        ("not old", Thing(is_old=True), False),
        ("count", Thing(count=1), True),
        ("count", Thing(count=0), False),
        ("count >= 2", Thing(count=2), True),
        ("count >= 2", Thing(count=1), False),
        ("count <= 2", Thing(count=2), True),
        ("count <= 2", Thing(count=3), False),
        ("count > 2", Thing(count=3), True),
        ("count > 2", Thing(count=2), False),
        ("count < 2", Thing(count=1), True),
        ("count < 2", Thing(count=2), False),
        ("count = 2", Thing(count=2), True),
        ("count != 2", Thing(count=2), False),
        ("kind = place", Thing(kind="place"), True),
        ("kind = place", Thing(kind="person"), False),
        ("kind != place", Thing(kind="person"), True),
        ("kind = none", Thing(), True),
        ("kind = none", Thing(kind="place"), False),
        ("kind >= 2", Thing(kind="place"), False),
        ("old, count > 1", Thing(is_old=True, count=2), True),
        ("old, count > 1", Thing(is_old=True), False),
        ("old | count > 1", Thing(count=2), True),
        ("old | count > 1", Thing(), False),
        ("old | count > 1, kind = place", Thing(is_old=True), False),
        ("old | count > 1, kind = place", Thing(is_old=True, kind="place"), True),
    ],
)
def test_conditions(when: str, thing: Thing, holds: bool) -> None:
    """Facts are asked for, negated and compared; commas join what all has to hold, bars what one of has to."""
    tests = conditions(when)
    assert all(any(check(FACTS[name](thing)) for name, check in test) for test in tests) is holds


@pytest.mark.parametrize("when", ["young", "not young", "young >= 2", "old and new", "count >= ", "count ~ 2"])
def test_conditions_that_cannot_be_read(when: str) -> None:
    """What is not a condition, or asks for a fact that there is not, is refused."""
    with pytest.raises(ValueError, match=r"condition|no fact"):
        conditions(when)


def test_facts_are_asked_in_order_and_no_more_than_needed(written: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A condition that fails keeps those behind it from being asked: facts may cost."""
    asked: list[str] = []

    def fact(name: str, value: bool) -> Callable[[Thing], Fact]:
        return lambda _: asked.append(name) or value  # type: ignore[func-returns-value]

    for name, value in {"first": True, "second": False, "third": True}.items():
        monkeypatch.setitem(FACTS, name, fact(name, value))
    assert written(rule(id="a", verdict="yes", when="first, second, third")).decide(Thing()) is None
    assert asked == ["first", "second"]


def test_what_several_rules_ask_is_asked_once(written: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact of a subject is worked out once, whatever conditions of however many rules ask for it, and anew for the next subject."""
    asked: list[Thing] = []
    monkeypatch.setitem(FACTS, "old", lambda thing: asked.append(thing) or thing.is_old)  # type: ignore[func-returns-value]
    whens = ["old, count = 1", "not old, count = 2", "old | count > 3, count = 3"]
    ladder = written("".join(rule(id=str(n), verdict="yes", when=when) for n, when in enumerate(whens, 1)))
    things = [Thing(is_old=True, count=3), Thing(is_old=False, count=3)]
    assert [getattr(ladder.decide(thing), "rule", None) for thing in things] == ["3", None]
    assert asked == things


def test_no_expression_is_tried_where_one_lacks_what_it_needs(written: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a row's expressions need is looked for before any of them is tried: it costs less than they do."""
    tried: list[str] = []
    found = ladder_module._Expression.found.func  # type: ignore[attr-defined]

    def noted(expression: Any) -> Any:
        tried.append(expression.field)
        return found(expression)

    monkeypatch.setattr(ladder_module._Expression, "found", property(noted))
    ladder = written(rule(id="a", verdict="yes", before=r"[a-z]+\s", whole="Rome|Bonn"))
    assert verdict(ladder, Thing("York", before="in ")) is None
    assert tried == []
    assert verdict(ladder, Thing("Rome", before="in ")) == "yes"


def test_of_words_that_no_rule_can_speak_of_nothing_else_is_asked(
    written: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Facts of the words alone rule a word out once for all places where it stands; what is kept of a word is not what stands around it."""
    asked: list[str] = []
    monkeypatch.setitem(FACTS, "short", lambda thing: len(thing.words) < 3)
    monkeypatch.setitem(FACTS, "old", lambda thing: asked.append(thing.words) or thing.is_old)  # type: ignore[func-returns-value]
    whole = written(rule(id="a", verdict="yes", when="old, short") + rule(id="b", verdict="", text="and", when="old"))
    ladder = Ladder(whole.name, whole._rungs, FACTS, frozenset({"short"}))
    things = [Thing(words, is_old=is_old) for words in ("longer", "by", "and") for is_old in (True, False, True)]
    assert [verdict(ladder, thing) for thing in things] == [verdict(whole, thing) for thing in things]
    asked.clear()
    assert [verdict(ladder, thing) for thing in things] == [None, None, None, "yes", None, "yes", "", None, ""]
    assert set(asked) == {"by", "and"}
    assert verdict(ladder.without("b"), Thing("and", is_old=True)) is None
    assert verdict(ladder, Thing("and", is_old=True)) == ""


def test_no_more_words_are_kept_than_a_limit(written: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ladder of a program that runs for days holds no more of what it read than that."""
    monkeypatch.setattr(ladder_module, "_KEPT", 4)
    monkeypatch.setitem(FACTS, "short", lambda thing: len(thing.words) < 3)
    whole = written(rule(id="a", verdict="yes", when="short"))
    ladder = Ladder(whole.name, whole._rungs, FACTS, frozenset({"short"}))
    things = [Thing("x" * size) for size in (1, 5, 2, 9, 8, 7, 6, 1, 2, 3)]
    assert [verdict(ladder, thing) for thing in things] == [verdict(whole, thing) for thing in things]
    assert len(ladder._silent) <= 4


def test_what_is_asked_after_a_rule_is_one_ladder(written: Reader) -> None:
    """It is made once, whichever rules spoke before that one; a ladder without a rule has others behind each of its own."""
    ladder = written("".join(rule(id=name, verdict="yes", when="old") for name in "abc"))
    assert ladder.after("b") is ladder.after("a").after("b") is ladder.after("b")
    assert [row.id for row in ladder.after("a").rows] == ["b", "c"]
    assert [row.id for row in ladder.without("b").after("a").rows] == ["c"]
    assert [row.id for row in ladder.after("a").without("b").rows] == ["c"]
    assert [one.rule for one in ladder.every(Thing(is_old=True))] == ["a", "b", "c"]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """Reads a text as if it were a table of the program."""
    monkeypatch.setattr(packs, "FOLDER", tmp_path)

    def clear() -> None:
        loader.document.cache_clear()
        loader._cached_table.cache_clear()

    def read(text: str) -> Ladder[Thing]:
        clear()
        (tmp_path / "rules.toml").write_text(text, encoding="utf-8")
        ladder = read_ladder("rules.toml", FACTS, verdicts=frozenset({"yes", ""}))
        ladder.compile()
        return ladder

    yield read
    clear()


def rule(**keys: str) -> str:
    """A rule as a table writes it."""
    return "[[rule]]\n" + "".join(f"{key} = '{value}'\n" for key, value in keys.items())


def verdict(ladder: Ladder[Thing], thing: Thing) -> str | None:
    decision = ladder.decide(thing)
    return decision.verdict if decision else None


def test_the_first_rule_that_holds_speaks(written: Reader) -> None:
    """Rules are asked in order; without one the next is asked; where none holds there is no verdict."""
    ladder = written(rule(id="a", verdict="yes", when="old") + rule(id="b", verdict="", when="old | count > 1"))
    decision = ladder.decide(Thing(is_old=True))
    assert decision is not None
    assert (decision.rule, decision.verdict) == ("a", "yes")
    assert verdict(ladder.without("a"), Thing(is_old=True)) == ""
    assert verdict(ladder.only("yes"), Thing(count=2)) is None
    assert verdict(ladder, Thing()) is None
    assert [row.id for row in ladder.rows] == ["a", "b"]


@pytest.mark.parametrize(
    ("key", "expression", "thing", "holds"),
    [
        ("before", r"\bin\s", Thing(before="it is in "), True),
        ("before", r"\bin\s", Thing(before="in the "), False),
        ("before", r"in\s|at\s", Thing(before="in the "), False),
        ("before", r"\bin\s{towns}\s", Thing(before="in York "), True),
        ("after", r"\ssaid", Thing(after=" said it"), True),
        ("after", r"\ssaid", Thing(after=" he said"), False),
        ("text", r"[A-Z]", Thing("Rome"), True),
        ("text", r"[A-Z]", Thing("in Rome"), False),
        ("within", r"{towns}", Thing("in Rome today"), True),
        ("within", r"{towns}", Thing("in Leeds today"), False),
        ("whole", r"\d+", Thing("12"), True),
        ("whole", r"\d+", Thing("12 men"), False),
    ],
)
def test_expressions(written: Reader, key: str, expression: str, thing: Thing, holds: bool) -> None:
    """Each expression is held against its part of the text: up to the subject, from it on, its start, anywhere in it, the whole of it."""
    ladder = written(rule(id="a", verdict="yes", **{key: expression}) + "[classes]\ntowns = 'Rome York'\n")
    assert (verdict(ladder, thing) == "yes") is holds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (rule(id="a", verdict="yes") * 2, "rule “a”: another rule has the same id"),
        (rule(id="a", verdict="maybe"), "rule “a”: “maybe” is not one of “”, yes"),
        (rule(id="a", verdict="yes", when="young"), "rule “a”: there is no fact “young”"),
        (rule(id="a", verdict="yes", after="{cities}"), "rule “a”: there is no list of words “cities”"),
        (rule(id="a", verdict="yes", whole="("), "rule “a”: not a regular expression"),
        (rule(id="a", verdict="yes", befor="x"), "rules.toml:4: befor: unknown key"),
        (rule(id="a"), "rules.toml:1: verdict: the key is missing"),
    ],
)
def test_what_is_refused(written: Reader, text: str, says: str) -> None:
    """A rule that cannot be read is refused by its name."""
    with pytest.raises(TableError, match=re.escape(says)):
        written(text)
