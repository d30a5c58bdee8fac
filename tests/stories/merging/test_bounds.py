"""Rules of bounds: what at least, at most and up to leave open between two accounts."""

from __future__ import annotations

import pytest

from tests.stories.made import LEAD, OTHER, card_of, story_of

BEFORE, LATER = "2026-03-14T10:00:00+00:00", "2026-03-14T11:00:00+00:00"
KILLED = "A fire in a mill at Brest killed {} workers on Friday{}."


def test_a_lower_bound_is_not_contradicted_by_more() -> None:
    """ "More than 200" and 212 say the same, and "more than £1 million" and £1.4 million; "at least seven" and nine do not."""
    story = story_of(
        card_of(LEAD + " More than 200 residents were evacuated.", "A"),
        card_of(LEAD + " In all, 212 residents were evacuated.", "B"),
    )
    assert story.disagreements == ()
    stolen = "An accountant stole {} from a charity for widows at Brest, a court heard on Friday."
    for sum_, contested in (("£1.4 million", False), ("£2.4 million", True)):
        story = story_of(card_of(stolen.format("more than £1 million"), "A"), card_of(stolen.format(sum_), "B"))
        assert bool(story.disagreements) is contested
    story = story_of(card_of(LEAD.replace("Seven", "At least seven"), "A"), card_of(OTHER, "B"))
    assert [each.about for each in story.disagreements] == ["dead"]


@pytest.mark.parametrize(
    ("least", "other", "same"),
    [
        ("60", "64", True), ("60", "69", False), ("60", "71", False), ("20", "29", False), ("10", "11", False),
        ("10", "Nineteen", False), ("ten", "19", False), ("fifteen", "24", False), ("fifteen", "16", False), ("seven", "8", False),
        ("100", "140", True), ("100", "199", False), ("1,000", "1,400", True), ("1,000", "1,990", False), ("a hundred", "112", True),
        ("1.1 million", "1.3 million", True), ("1 million", "1.99 million", False), ("1,412", "1,460", False), ("200", "190", False),
    ],
)  # fmt: skip
def test_how_far_a_lower_bound_reaches(least: str, other: str, same: bool) -> None:
    """A round figure with "at least" agrees with one up to the next that is as round, but by half of it at most; below 100 by a tenth at most."""
    said = "{} people were injured when a ferry hit the pier at Brest on Friday, {} said."
    (one, two) = (
        card_of(said.format(figure, who), who)
        for figure, who in ((f"At least {least}", "the port authority"), (other.capitalize(), "the dockers’ union"))
    )
    assert [each.about for each in story_of(one, two).disagreements] == ([] if same else ["injured"])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("at least seven", "", LATER), ("eight", ", police said", BEFORE), True),
        (("at least seven", ", the mayor said", BEFORE), ("nine", ", the union said", LATER), True),
        (("at least seven", ", the mayor said", LATER), ("nine", ", the union said", BEFORE), False),
        (("at least nine", "", BEFORE), ("seven", ", the union said", LATER), False),
        (("at least ten", "", LATER), ("nineteen", ", the union said", BEFORE), False),
        (("seven", ", the mayor said", BEFORE), ("at least nine", ", the union said", LATER), False),
    ],
)
def test_a_lower_bound_that_is_kept_to_is_no_side(
    one: tuple[str, str, str], other: tuple[str, str, str], same: bool
) -> None:
    """A toll given as a lower bound contradicts no later toll that keeps to it, nor, in nobody's name, one that is little more."""
    two = [card_of(KILLED.format(many, by), f"The {many}", at) for many, by, at in (one, other)]
    assert bool(story_of(*two).disagreements) is not same


def test_an_exact_figure_stands_for_a_bound() -> None:
    """Of figures that agree, the story has one that is no bound, though a later article gives only that."""
    story = story_of(
        card_of(LEAD.replace("Seven", "212"), "A", "2026-03-14T08:00:00+00:00"),
        card_of(LEAD.replace("Seven", "More than 200"), "B", "2026-03-14T09:00:00+00:00"),
    )
    assert next(each.value for each in story.figures if each.about == "dead") == "212"


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("More than 30", "Fewer than 30", ("more than 30", "fewer than 30")),
        ("At least 30", "Fewer than 30", ("at least 30", "fewer than 30")),
        ("At least 30", "Up to 30", None),
        ("More than 30", "At least 30", None),
    ],
)
def test_two_bounds_that_shut_each_other_out_differ(one: str, other: str, shown: tuple[str, str] | None) -> None:
    """ "More than 30" and "fewer than 30" cannot both be, and each is shown in the words of its account; "at least" and "up to" can."""
    said = "{} people were injured when a ferry hit the pier at Brest on Friday, {} said."
    story = story_of(
        card_of(said.format(one, "the port authority"), "A"), card_of(said.format(other, "the dockers’ union"), "B")
    )
    assert [tuple(side.value for side in each.sides) for each in story.disagreements] == ([shown] if shown else [])
