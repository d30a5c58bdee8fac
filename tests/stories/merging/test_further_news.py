"""What another account has for its headline is told before details of the first one."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

LEAD = "The army of Orvo bombed villages in the hills of Skarn before dawn on Friday, its spokesman said."
DETAILS = " Jets came from the base at Lund, a farmer said. A school and a dairy burned down in the village of Hask, teachers said."


@pytest.mark.parametrize(
    ("title", "lead", "is_first"),
    [
        ("Mediators call off peace talks", "The mediators of Mirland have called off the peace talks that were to open on Monday.", True),
        ("Shepherds lose 400 sheep", "Shepherds near Hask lost 400 sheep in the flames, their union said.", True),
        ("Army bombs villages in the hills of Skarn", "Villages in the hills of Skarn were bombed by the army of Orvo on Friday before dawn.", False),
        ("Why villages burn", "The mediators of Mirland have called off the peace talks that were to open on Monday.", False),
        ("A night of fear", "Shepherds near Hask lost 400 sheep in the flames, their union said.", False),
    ],
)  # fmt: skip
def test_what_another_account_has_for_its_headline_comes_first(title: str, lead: str, is_first: bool) -> None:
    """The news of another account of which headline and lede tell nothing comes before details; what tells the same in other words, and what no title says, does not."""
    first = card_of(LEAD + DETAILS, "A", "2026-03-14T10:00:00Z", "Army of Orvo bombs villages in Skarn hills")
    other = card_of(lead, "B", "2026-03-14T08:00:00Z", title)
    story = story_of(first, other)
    assert story.lede.article == 1
    assert (story.facts[0].text == lead) is is_first
