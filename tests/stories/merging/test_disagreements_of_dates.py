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


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ("", ["2026-03-14", "2026-03-13"]),
        (" The ferry had struck the pier on Friday morning.", None),
    ],
)
def test_who_gives_both_days_contradicts_nobody(more: str, days: list[str] | None) -> None:
    """Two accounts against two differ about the day of the news, unless one side's tell of the other's day as well."""
    day = "2026-03-14T09:00:00+00:00"  # a Saturday
    friday = "A ferry struck the pier at Brest on Friday, killing six people, {} said."
    saturday = "Six people were killed on Saturday when a ferry struck the pier at Brest, {} said."
    cards = [
        card_of(friday.format("the port"), "A", day),
        card_of(friday.format("the coast guard"), "B", day),
        card_of(saturday.format("the union") + more, "C", day),
        card_of(saturday.format("the mayor") + more, "D", day),
    ]
    sides = [[side.value for side in each.sides] for each in story_of(*cards).disagreements if each.about == "date"]
    assert sides == ([days] if days else [])


@pytest.mark.parametrize("other", [False, True])
def test_what_is_to_happen_is_what_stands_last_before_its_date(other: bool) -> None:
    """ "Who is due in court will be sentenced on" tells when the sentence comes, and so does "will be sentenced on" alone."""
    both = "Marcus Webb, who is due to appear in court again, will be sentenced on {}, the court at Marram said."
    one = "The harbour thief Marcus Webb will be sentenced on {}, the Marram court said."
    cards = (card_of(both.format("20 March"), "A"), card_of((one if other else both).format("24 March"), "B"))
    told = [each.about for each in story_of(*cards).disagreements]
    assert told == ["date: sentenced"]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Tarang is likely to cross the coast of Odisha on Friday 20 March, said Rose Tanguy.", "Tarang will come ashore on Saturday 21 March, said Paul Le Bris.", True),
        ("Tarang is likely to cross the coast of Odisha on Friday 20 March, said Rose Tanguy.", "The crew will go ashore on Saturday 21 March, said Paul Le Bris.", False),
        ("Tarang is likely to cross the coast of Odisha on Friday 20 March, said Rose Tanguy.", "Mirel will come ashore on Saturday 21 March, said Paul Le Bris.", False),
        ("Tarang is likely to cross the coast of Odisha on Friday 20 March, said Rose Tanguy.", "Tarang will come ashore on Friday 20 March, said Paul Le Bris.", False),
        ("Tarang is likely to cross the coast of Odisha on Friday 20 March, said Rose Tanguy.", "Tarang will be over the hills on Saturday 21 March, said Paul Le Bris.", False),
    ],
)  # fmt: skip
def test_when_a_storm_comes_ashore(one: str, other: str, differ: bool) -> None:
    """A storm's landfall is foretold in many words: two days of it differ, where both name the storm."""
    opening = "A storm was over the Bay of Bengal on Saturday. "
    story = story_of(card_of(opening + one, "A"), card_of(opening + other, "B"))
    assert [each.kind for each in story.disagreements] == ["date"] * differ


@pytest.mark.parametrize(("other", "differ"), [("Pablo Ruiz", True), ("Ruiz", True), ("Ines Mott", False)])
def test_dates_of_two_people_are_two_dates(other: str, differ: bool) -> None:
    """What is to happen to two people who are named in full is not one plan with two dates; to one who is named in full and in short, it is."""
    plan = "The harbour thief {} will be sentenced on {}, the court at Marram said."
    cards = (card_of(plan.format("Pablo Ruiz", "20 March"), "A"), card_of(plan.format(other, "24 March"), "B"))
    assert bool(story_of(*cards).disagreements) is differ


@pytest.mark.parametrize(
    ("where", "differ"),
    [
        ("in the northern city of Brest", True),
        ("in the northern port of Brest", True),
        ("in the northern harbour", False),
        ("in the old town", False),
    ],
)
def test_where_a_town_lies_is_no_part_of_it(where: str, differ: bool) -> None:
    """A plant "in the northern city of Brest" is the one whose gates close; one "in the northern harbour" may be another."""
    one = f"Corvo will close its van plant {where} by the end of September, the carmaker Corvo said."
    other = "The gates of the van plant will close at the end of the year, the union at Corvo said."
    found = story_of(card_of(one, "The Quay"), card_of(other, "Marram Post")).disagreements
    assert bool([each for each in found if each.kind == "date"]) is differ
