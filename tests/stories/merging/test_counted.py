"""Rules of whom a toll counts."""

from __future__ import annotations

import pytest

from summarize.stories.merging.counted import whom
from summarize.stories.merging.disagreements import disagreements_of
from summarize.stories.merging.figures import figures_of
from summarize.stories.merging.sources import Source
from tests.stories.made import card_of, story_of

BOAT = "A ferry struck a rock off Brest on Friday. "


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("Three passengers were hurt.", "Three", ("passengers", "Three passengers")),
        ("One crew member was hurt.", "One", ("crew", "One crew member")),
        ("Four young firefighters were hurt.", "Four", ("firefighters", "Four young firefighters")),
        ("Two people were hurt.", "Two", None),
        ("Two of the passengers were hurt.", "Two", None),
        ("Two were hurt, passengers said.", "Two", None),
        ("Two other members were hurt.", "Two", None),
    ],
)
def test_whom_a_number_counts(sentence: str, number: str, expected: tuple[str, str] | None) -> None:
    """The noun right behind a number says whom it counts, unless it is a word for anybody; what stands further away does not."""
    found = whom(sentence, len(number), len(sentence))
    assert (found and (found[0], sentence[: found[1]])) == expected


def told(*accounts: str) -> tuple[list[list[str]], list[str]]:
    """The values of the sides of each disagreement about a toll, and the figures that nobody contradicts."""
    sources = [Source(number, card_of(BOAT + text, f"paper {number}")) for number, text in enumerate(accounts, 1)]
    contested, agreed = disagreements_of(sources, figures_of(sources))
    sides = [sorted(side.value for side in each.sides) for each in contested if each.kind == "figure"]
    return sides, sorted(figure.value for figure in agreed if figure.about == "injured")


def test_two_groups_of_people_are_two_counts() -> None:
    """Passengers and crew are counted apart, and each is named with its number."""
    assert told("Three passengers were hurt.", "One crew member was hurt.") == (
        [],
        ["One crew member", "Three passengers"],
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine tourists were hurt.", "Seven passengers were hurt."),
        ("Nine sailors were hurt.", "Seven fishermen were hurt."),
        ("Nine pupils were hurt.", "Seven students were hurt."),
        ("Nine policemen were hurt.", "Seven officers were hurt."),
        ("Nine soldiers were hurt.", "Seven troops were hurt."),
    ],
)
def test_the_same_people_in_other_words_are_one_count(one: str, other: str) -> None:
    """Only of groups of whom nobody is of the other are tolls two: tourists may be the passengers."""
    assert told(one, other) == ([["Nine", "Seven"]], [])


def test_of_two_groups_one_may_be_contested() -> None:
    """Where two accounts count the same group, they contradict each other, whatever else one of them counts before."""
    sides, agreed = told("Three passengers were hurt.", "One crew member was hurt. Two passengers were hurt.")
    assert (sides, agreed) == ([["Three passengers", "Two passengers"]], ["One crew member"])


def test_a_group_may_be_all_there_were() -> None:
    """Where one group alone is told, it is compared with the number of people, as its first account has it."""
    assert told("Three passengers were hurt.", "Two people were hurt. Nine passengers were hurt in all weathers.") == (
        [["Three", "Two"]],
        [],
    )


@pytest.mark.parametrize(
    ("one", "other", "contested"),
    [
        ("Firefighters rescued 12 people from a burning block of flats", "Neighbours rescued five people from a burning block of flats", False),
        ("Firefighters rescued 12 people from a burning block of flats", "Firefighters rescued nine people from a burning block of flats", True),
        ("The navy rescued 22 migrants from a sinking boat", "A total of 50 migrants were rescued by the coast guard from a sinking boat", False),
        ("An attack on a market killed 11 people", "An attack on a market killed four soldiers", False),
        ("An attack on a market killed four people", "An attack on a market killed 11 soldiers", True),
        ("Police arrested 45 protesters outside the parliament", "Police arrested 12 students outside the parliament", False),
    ],
)  # fmt: skip
def test_tolls_that_may_be_of_some_of_the_same_contradict_nobody(one: str, other: str, *, contested: bool) -> None:
    """Whom firefighters rescued, and whom neighbours did, are two counts; soldiers may be some of the people, but people are not some of the soldiers."""
    story = story_of(
        card_of(f"{one} in Brest on Friday, the port authority said.", "A"),
        card_of(f"{other} in Brest on Friday, the dockers’ union said.", "B"),
    )
    assert bool(story.disagreements) is contested
