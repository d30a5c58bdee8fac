"""Dates that two articles give for what is next: when they are told as a disagreement."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

PLAN = "The Marram county council will vote on the harbour plan {when}, its chair Ana Sosa said."


def about_dates(first: str, second: str) -> list[list[str]]:
    """The sides of the disagreements about dates of two articles that tell of one plan."""
    cards = (card_of(PLAN.format(when=first), "The Quay"), card_of(PLAN.format(when=second), "Marram Post"))
    return [[side.value for side in each.sides] for each in story_of(*cards).disagreements if each.kind == "date"]


@pytest.mark.parametrize(
    ("first", "second", "sides"),
    [
        ("on 20 March", "on 24 March", [["on 20 March", "on 24 March"]]),
        ("on 20 March", "on 20 March", []),
        ("on 20 March", "in March", []),
        ("in April", "on 3 April", []),
        ("in April", "on 3 May", [["in April", "on 3 May"]]),
    ],
)
def test_dates_differ_unless_one_holds_the_other(first: str, second: str, sides: list[list[str]]) -> None:
    """Two days are a disagreement; a month and a day in it are none, whichever is told first."""
    assert [
        [value.removeprefix("on ").removeprefix("in ") for value in each] for each in about_dates(first, second)
    ] == [[value.removeprefix("on ").removeprefix("in ") for value in each] for each in sides]
