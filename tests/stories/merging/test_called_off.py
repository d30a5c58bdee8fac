"""Dates on which nothing will happen any more are no dates ahead. All texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

TODAY = "2026-11-25"
"""A Wednesday."""
SATURDAY = "2026-11-28"
PORT = " The port employs 1,900 people and is the second largest of the country."


@pytest.mark.parametrize(
    "text",
    [
        "Dockers at Lindmark called off a strike planned for Saturday on Wednesday after the port offered a rise of 4.8%, their union said.",
        "The concert on Saturday has been cancelled because of the storm, the hall at Lindmark said on Wednesday.",
        "The march, which was to be held on Saturday, has been called off, its organisers said on Wednesday.",
        "The government on Wednesday scrapped a vote on the port law that was due on Saturday.",
        "A walkout by pilots set for Saturday was called off late on Wednesday, the airline said.",
        "Lindmark has dropped plans to open its new bridge on Saturday, the mayor said.",
        "The hearing on Saturday will not take place, the court at Lindmark said on Wednesday.",
        "The dockers' union at Lindmark called off its second march, which it had announced for Saturday, on Wednesday.",
        "The service at Lindmark, set for Saturday, was put off at the wish of the families, the dean said on Wednesday.",
        "Saturday's hearing in the council was cancelled on Wednesday.",
        "The harbour office at Lindmark said on Wednesday that its report, due on Saturday, would be delayed.",
        "The court sits a week later, so the ship cannot be handed over on Saturday as planned, the bank said on Wednesday.",
    ],
)
def test_what_is_called_off_is_no_date_ahead(text: str) -> None:
    """Neither the day of what is called off nor today stands in the diary, and the news is of another day than that."""
    story = story_of(card_of(text + PORT, published=TODAY), day=TODAY)
    assert not story.ahead
    assert story.date is None or story.date.start != SATURDAY


@pytest.mark.parametrize(
    "text",
    [
        "The dockers' union called off its strike on Wednesday and will put the offer to its members on Saturday.",
        "Talks will resume on Saturday after the dockers' union called off its strike.",
        "The airline cancelled 40 flights and said that normal service would resume on Saturday.",
        "The dockers' union will decide on Saturday whether to call off the strike.",
        "The vote on Saturday will not take place in the town hall, but in a school, the mayor of Lindmark said on Wednesday.",
        "The strike on Saturday will go ahead, the union said, denying that it had been called off.",
        "Dockers said that they would not call off a strike planned for Saturday.",
        "The union threatened to call off talks that are planned for Saturday.",
        "The festival at Lindmark, which was cancelled last year, will be held on Saturday.",
        "A rally was cancelled, but the march will be held on Saturday, the police said.",
        "The minister has called off a trip to Oslo and will open the port on Saturday.",
        "Saturday's hearing in the council will go on although the debate was cancelled.",
        "The ship cannot be sold, but will be handed over on Saturday as planned, the bank said.",
        "The harbour office at Lindmark will say on Saturday why its report would be delayed.",
    ],
)
def test_what_only_stands_beside_it_is(text: str) -> None:
    """What is to happen although something else is called off, or may be, is a date ahead."""
    story = story_of(card_of(text + PORT, published=TODAY), day=TODAY)
    assert SATURDAY in {moment.start for moment in story.ahead}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council of Lindmark put off its vote on the port from Thursday to Saturday, its head said on Tuesday.", "2026-11-24"),
        ("The council of Lindmark brought its vote on the port forward by two days, to Saturday, its head said on Tuesday.", "2026-11-24"),
        ("The council of Lindmark has put off its vote on the port to Saturday.", None),
        ("The council of Lindmark will vote on the port on Saturday.", "2026-11-28"),
    ],
)  # fmt: skip
def test_the_news_of_a_move_is_not_of_the_new_day(text: str, day: str | None) -> None:
    """A story that tells that something is put off is dated by neither of its days, but by that on which it was said, or not at all."""
    story = story_of(card_of(text + PORT, published=TODAY), day=TODAY)
    assert (story.date.start if story.date else None) == day
    assert [moment.start for moment in story.ahead] == [SATURDAY]
