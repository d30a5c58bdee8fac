"""Rules of causes, and of whom a sentence gives them to."""

from __future__ import annotations

import pytest

from summarize.stories.merging.given import attributed_to
from tests.stories.made import FIRE, card_of, story_of


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Rose Tanguy blamed smokers for the fire.", "An old cable had caused the fire, said Paul Le Bris.", True),
        (
            "The mayor, Rose Tanguy, blamed smokers for the fire.",
            "An old cable had caused the fire, said Paul Le Bris.",
            True,
        ),
        # What a cause is of, or where, is not what it is.
        (
            "Rose Tanguy blamed the fire on wiring on the car deck.",
            "The battery of a car had caused the fire, said Paul Le Bris.",
            True,
        ),
        (
            "Rose Tanguy blamed the fire on the failure of a cable.",
            "An old cable had caused the fire, said Paul Le Bris.",
            False,
        ),
        ("Rose Tanguy blamed the fire on a cable.", "An old cable had caused the fire, said Paul Le Bris.", False),
        ("Rose Tanguy blamed smokers for the fire.", "An old cable had caused the fire.", False),
        # A source of one word that opens its sentence is one like any other.
        ("Police blamed smokers for the fire.", "Engineers blamed an old cable for the fire.", True),
        ("The police blamed smokers for the fire.", "Officials said the blaze was caused by a cable.", True),
        # Another matter's cause, an older event's, and one that adds to the other.
        ("The police blamed smokers for the fire.", "Officials said the outage was caused by a strike.", False),
        (
            "The police blamed smokers for the fire.",
            "Officials said a fire there in 2019 was caused by a cable.",
            False,
        ),
        ("The police blamed smokers for the fire.", "Officials said the delays were caused by smoke.", False),
        ("Rose Tanguy blamed smokers for the fire.", "Rose Tanguy said that an old cable had caused the fire.", False),
    ],
)
def test_causes_are_two_peoples(one: str, other: str, differ: bool) -> None:
    """Causes differ where two people whom the accounts name lay the event to different things."""
    story = story_of(card_of(FIRE + one, "A"), card_of(FIRE + other, "B"))
    assert ("cause" in {each.about for each in story.disagreements}) is differ


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("The mayor, Rose Tanguy, blamed smokers for the fire.", "Rose Tanguy"),
        ("The mayor of Roscoff, Rose Tanguy, blamed smokers for the fire.", "Rose Tanguy"),
        ("Police in Springfield, Illinois, blamed smokers for the fire.", "Police in Springfield"),
        ("The mayor of Little Fenwick, Marlshire, blamed smokers for the fire.", "the mayor of Little Fenwick"),
        ("Nobody at the Drivers' Union blamed smokers for the fire.", None),
        ("No one at Tarn Stalls said that smokers had caused the fire.", None),
        ("None of the Tarn brothers said that smokers had caused the fire.", None),
        ("The fire was not caused by smokers, Tarn Stalls said.", None),
        ("Smokers hadn't caused the fire, said Rose Tanguy.", None),
        ("Rose Tanguy denied that smokers had caused the fire.", None),
        ("Rose Tanguy said that it was unclear whether the fire was caused by smokers.", None),
        ("The fire, which did not spread, was caused by smokers, said Rose Tanguy.", "Rose Tanguy"),
    ],
)
def test_whose_cause_it_is(said: str, side: str | None) -> None:
    """A cause is that of whoever is named as giving it: neither their county's nor nobody's; one that is denied or in doubt is none."""
    other = card_of(FIRE + "An old cable had caused the fire, said Paul Le Bris.", "B")
    sides = {
        each.value
        for told in story_of(card_of(FIRE + said, "A"), other).disagreements
        if told.about == "cause"
        for each in told.sides
    }
    assert sides == ({side, "Paul Le Bris"} if side else set())


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Nine died, according to the dockers’ union, on Friday.", "the dockers’ union"),
        ("Nine people died, the port authority said.", "the port authority"),
        ("Anne Le Goff said nine people died.", "Anne Le Goff"),
        ("Nine people died, said Anne Le Goff, who runs it.", "Anne Le Goff"),
        ("The company has blamed a contractor.", "the company"),
        ("The owner of a works from which 9,000 tickets were stolen, Anne Le Goff, blamed a clerk.", "Anne Le Goff"),
        ("Nine people died.", None),
        ("We have the stamps on the copies, he wrote of extractors that stood still.", None),
    ],
)
def test_whom_a_sentence_is_given_to(sentence: str, who: str | None) -> None:
    """Whom a sentence gives what it says to is taken from its own words, or left open."""
    assert attributed_to(sentence) == who
