"""Causes that one account gives side by side, each in somebody's name. All texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

HALL = "The roof of an ice rink at Brest fell in on Saturday, and nine skaters were hurt. "


def of_causes(text: str) -> list[list[str]]:
    """Who gives the causes that an account is told to differ about."""
    story = story_of(card_of(HALL + text, "A"), card_of("Skaters in Brest got their coats back.", "B"))
    return [[side.value for side in each.sides] for each in story.disagreements if each.about == "cause"]


@pytest.mark.parametrize(
    "text",
    [
        "The owner said wet snow had blocked the gutters and brought down the roof. The skaters’ club said bolts had been removed in May to save money.",
        "The owner said the collapse was caused by wet snow. The skaters’ club said inspections had been skipped for years.",
        "The skaters’ club said the beams had never been inspected. The owner said the collapse was caused by wet snow.",
        "The owner blamed the accident on wet snow. The builders’ union said the city had ignored three warnings.",
        "A gust brought down the roof, the owner said. The builders’ union said a firm had failed to replace the beams.",
    ],
)
def test_a_cause_beside_what_was_not_done(text: str) -> None:
    """Where one lays what went wrong to a cause, and another right beside it tells what had not been done as it should, two causes are told."""
    assert len(of_causes(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The mayor put off a visit because of snow, her office said. The skaters’ club said bolts had been removed in May.",
        "The owner said the collapse was caused by wet snow. The owner said inspections had been skipped for years.",
        "The owner said the collapse was caused by wet snow. The skaters’ club said no inspection had been skipped.",
        "The owner said the collapse was caused by wet snow. The rink was built in three years. The skaters’ club said bolts had been removed.",
        "The owner said the collapse was caused by wet snow. Bolts had been removed in May.",
        "The owner said the collapse was caused by missing bolts. The skaters’ club said bolts had been removed in May.",
        "The owner said the roof had cost 3 million euros. The skaters’ club said bolts had been removed in May.",
        "The owner said the collapse was caused by wet snow. The skaters’ club said a show had been planned for May.",
    ],
)
def test_what_is_no_second_cause(text: str) -> None:
    """Nothing differs of what did not go wrong, in one's own name or nobody's, further apart, of one thing, or where nothing was left undone."""
    assert of_causes(text) == []
