"""What is set side by side by the rules for parts, causes, lengths and shares that were loosened, and what must still not be."""

from __future__ import annotations

import pytest

from summarize.stories.merging.figures import figures_of
from summarize.stories.merging.sources import Source
from tests.stories.made import FIRE, card_of, story_of

OUTAGE = "The power grid of Finistère collapsed on Friday. "
ROCKET = "A rocket of the firm Armor Orbital failed on its first flight from Ouessant on Friday. "
MINE = "Water flooded the Kermaria mine near Brest on Friday and killed nine men. "
PLANT = "Hallam Foods is to close its pork plant in Landerneau. "


@pytest.mark.parametrize(
    ("opening", "one", "other", "about"),
    [
        (OUTAGE, "The grid was at zero for three hours, said Rose Tanguy.", "Not a single megawatt came for seven hours, said Paul Le Bris.", "duration"),
        (OUTAGE, "The grid was at zero for three hours, said Rose Tanguy.", "The grid was repaired in seven hours, said Paul Le Bris.", None),
        (OUTAGE, "The grid was at zero for three hours, said Rose Tanguy.", "Shops were without bread for seven hours, said Paul Le Bris.", None),
        (OUTAGE, "Some 70% of supply was back by noon on Saturday, said Rose Tanguy.", "Only 45% of supply was back by noon on Saturday, said Paul Le Bris.", "supply"),
        (OUTAGE, "Some 70% of supply was back by noon, said Rose Tanguy.", "Gas makes up 45% of the region's supply in winter, said Paul Le Bris.", None),
        (ROCKET, "The flight ended after 92 seconds, said Rose Tanguy.", "The rocket flew for 140 seconds, said Paul Le Bris.", "duration"),
        (ROCKET, "The flight ended after 92 seconds, said Rose Tanguy.", "The rocket had been delayed by 140 seconds, said Paul Le Bris.", None),
        (ROCKET, "The flight ended after 92 seconds, said Rose Tanguy.", "The rocket flew for 140 seconds.", None),
        (PLANT, "About 1,100 people will lose their jobs, said Rose Tanguy.", "The firm said that 840 jobs would go at the site in Landerneau.", "jobs"),
        (PLANT, "About 1,100 people will lose their jobs, said Rose Tanguy.", "The firm said that 840 jobs would go at the site in Hull.", None),
        (PLANT, "About 1,100 people will lose their jobs, said Rose Tanguy.", "The firm said that 840 jobs would go at the Landerneau headquarters.", None),
    ],
)  # fmt: skip
def test_lengths_shares_and_jobs(opening: str, one: str, other: str, about: str | None) -> None:
    """Lengths of one thing in other words differ, and shares of a supply, and jobs of a site that both name; of two things they do not."""
    story = story_of(card_of(opening + one, "A"), card_of(opening + other, "B"))
    assert [each.about for each in story.disagreements] == ([about] if about else [])


@pytest.mark.parametrize(
    ("opening", "one", "other", "differ"),
    [
        (MINE, "An embankment of the stream gave way after two days of rain, said Paul Le Bris.", "Rose Tanguy said the mine had flooded because the crew was sent into an old gallery.", True),
        (MINE, "The crowd gave way when the minister came, said Paul Le Bris.", "Rose Tanguy said the mine had flooded because the crew was sent into an old gallery.", False),
        ("An embankment burst at Brest on Friday and killed nine men. ", "The embankment burst in the night, said Paul Le Bris.", "Rose Tanguy blamed rats for it.", False),
        (FIRE, "A valve had been left open by a cleaner, said Paul Le Bris.", "Rose Tanguy blamed smokers for the fire.", True),
        (FIRE, "A valve had been left open by a cleaner.", "Rose Tanguy blamed smokers for the fire.", False),
        # "It" is the body of the sentence before, and nobody's where that names none.
        (FIRE, "The Harbour Office counted 40 stalls, it said. It blamed an old cable for the fire.", "Rose Tanguy blamed smokers for the fire.", True),
        (FIRE, "The market opened in 1902. It blamed an old cable for the fire.", "Rose Tanguy blamed smokers for the fire.", False),
        (FIRE, "The Harbour Office has sent a report. It blamed smokers for the fire.", "The Harbour Office blamed an old cable for the fire.", False),
    ],
)  # fmt: skip
def test_causes_in_other_words(opening: str, one: str, other: str, differ: bool) -> None:
    """What gave way or was left open is a cause, unless it is the news itself; "it" is whoever the sentence before names."""
    story = story_of(card_of(opening + one, "A"), card_of(opening + other, "B"))
    assert [each.about for each in story.disagreements] == ["cause"] * differ


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Three men were killed at Brest on Friday. Another 14 workers are still trapped.", {"dead": 3, "trapped": 14}),
        ("Three men were hurt at Brest on Friday. Another five were taken to hospital.", {"injured": 3}),
        ("Three men were killed at Brest on Friday. Police said another 14 were hurt.", {"dead": 3}),
        ("A hall burned at Brest on Friday. Another 14 workers were hurt.", {}),
        ("The death toll of the fire has risen from 17 to 34, the mayor said.", {"dead": 34}),
        ("The toll in the mine at Brest rose to eight on Friday.", {"dead": 8}),
        ("The toll road at Brest rose to 12 lanes on Friday.", {}),
        ("The toll of the fire rose by 17 on Friday.", {}),
    ],
)  # fmt: skip
def test_what_is_whole(text: str, tolls: dict[str, int]) -> None:
    """What opens a sentence as another toll is whole, as is what a toll has risen to; more of the same toll is a part."""
    found = figures_of([Source(1, card_of(text, "A"))])
    assert {each.figure.about: each.figure.amount for each in found if each.rank == 0} == tolls
