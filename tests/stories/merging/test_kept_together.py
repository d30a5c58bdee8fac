"""What answers a charge on the card stands in the story with it, however far on and in whatever words. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.rendering.briefing.answers import group_with_answers
from tests.stories.made import card_of, story_of

BETWEEN = "The hall was built in 1964. Its roof leaks. A charity sent chairs.\n\nPupils have no desks. Rain came in May. The road is closed."


@pytest.mark.parametrize(
    ("charge", "answer"),
    [
        ("Two guards appeared in court in Lille on Monday accused of stealing nine kilometres of cable.", "Both men deny the charges."),
        ("The clerk accused the treasurer, Martin Cole, on Monday of taking 12,000 pounds from the roof fund.", "Mr Cole said that it was untrue and that the box was in order."),
        ("Four drivers burnt 9,000 letters to save petrol, a court in Lille heard on Monday.", "The drivers say that they are innocent."),
        ("A treasurer spent two million francs on horses, the auditor-general said on Monday.", "Ms Phiri's lawyer, John Zulu, told the court that the horses were a gift to his client from an uncle."),
        ("The managers of the mine knew for a month that gas was leaking, the miners' union said on Monday.", "The company said in the evening that no alarm had been turned off."),
        ("A minister had an army cook bake a cake, the MP Ann Vula told parliament on Monday.", 'A spokesman for the ministry dismissed the story as "crumbs".'),
        ("A trainer gave coffee to a camel before a race, a court in Lille heard on Monday.", '"That\'s a lie," said the trainer, Ned Rashed.'),
    ],
)  # fmt: skip
def test_what_the_card_tells_together_the_story_does(charge: str, answer: str) -> None:
    """The answer stands right behind the lede, and is one with it at every length."""
    story = story_of(card_of(f"{charge}\n\n{BETWEEN if 'Both' not in answer else ''}\n\n{answer}"))
    first, *_ = group_with_answers([story.lede, *story.facts], story.headline)
    assert answer in [line.text for line in first]


@pytest.mark.parametrize(
    "other",
    [
        "Mr Conti rejected that.",
        "The hall's landlord declined to comment.",
        "The clerk of another court said that the lamp was green.",
    ],
)
def test_what_answers_something_else_answers_no_lede(other: str) -> None:
    """A denial that points back, the silence of a bystander, and what is merely said are no answers to it."""
    lede = "The gallery Ponte Rosso sold a copy as genuine, police said on Monday."
    story = story_of(
        card_of(f"{lede}\n\n{BETWEEN}\n\nThe owner's brother said that he had never trusted Mr Conti. {other}")
    )
    assert not story.facts or story.facts[0].text != other
