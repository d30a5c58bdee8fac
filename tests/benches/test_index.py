"""Rules of the measure of a briefing's index."""

from __future__ import annotations

import pytest

from summarize.briefing import Indexed
from tests.benches.index import index_verdicts

EVENTS = {1: "ferry", 2: "flood"}
LEE = {"name": "Ann Lee", "role": "mayor", "also": ["Mayor Lee"], "in": ["ferry", "flood"]}
LINES = {"name": "Marle Lines", "kind": "organisation", "may": True, "in": ["ferry"]}


def entry(
    name: str = "Ann Lee",
    role: str | None = "the mayor of Corran",
    kind: str = "person",
    stories: tuple[int, ...] = (1, 2),
) -> Indexed:
    return Indexed.model_validate({"name": name, "role": role, "kind": kind, "stories": stories})


def counted(*entries: Indexed) -> list[tuple[str, str]]:
    """Measures and verdicts, with the labels of a mayor, who must be listed, and of a company, which may."""
    return [(measure, verdict) for measure, verdict, _ in index_verdicts(entries, [LEE, LINES], EVENTS)]


def test_a_right_index() -> None:
    """An entry under all of its events, with a role of its label or none, is right by whichever of its names; who may be listed need not be."""
    assert counted(entry()) == [("index", "right"), ("index roles", "right")]
    assert counted(entry("Mayor Lee")) == [("index", "right"), ("index roles", "right")]
    assert counted(entry(role=None)) == [("index", "right"), ("index roles", "missed")]
    assert counted(entry(), entry("Marle Lines", None, "organisation", (1,)))[2:] == [("index", "right")]


@pytest.mark.parametrize(
    "wrong",
    [
        entry("Ann Leigh"),
        entry(role="the cook"),
        entry(kind="organisation"),
        entry(stories=(1,)),
        entry("Marle Lines", "the mayor", "organisation", (1,)),
    ],
    ids=["nobody's name", "another's role", "another kind", "a story short", "a role where none is labelled"],
)
def test_a_wrong_entry(wrong: Indexed) -> None:
    """A name that nobody has, a role, a kind or stories that are not the labelled ones make an entry wrong."""
    assert counted(wrong)[0] == ("index", "wrong")


def test_one_person_is_one_entry() -> None:
    """A second entry of one person is wrong; one who must be listed and is not is missed."""
    assert ("index", "wrong") in counted(entry(), entry("Mayor Lee"))
    assert counted() == [("index", "missed")]


@pytest.mark.parametrize(
    ("stories", "verdict"), [((1,), "right"), ((2,), "right"), ((1, 2), "right"), ((1, 3), "wrong")]
)
def test_a_body_that_is_labelled_for_each_of_two_events(stories: tuple[int, ...], verdict: str) -> None:
    """It stands under one of them, or under both, and under no third."""
    labels = [LINES, LINES | {"in": ["flood"]}]
    found = index_verdicts([entry("Marle Lines", None, "organisation", stories)], labels, EVENTS | {3: "mine"})
    assert [each[1] for each in found] == [verdict]
