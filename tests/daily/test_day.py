"""Rules of a briefing told against the one before it. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.briefing import Briefing, Made
from summarize.card import Card
from summarize.daily.day import _own_key, advertising_label, briefing_of, reason_against
from summarize.daily.memory import Memory
from summarize.rendering.briefing import to_markdown
from summarize.stories.composing import Edition
from tests.stories.made import card_of

MADE = Made(created="2026-03-14T00:00:00+00:00", tool_version="", engine="extractive", cards=1, seconds=0)
THEFT = (
    "Thieves took a portrait by Jan Voet from the museum in Ghent on Friday, police said. It is worth 4 million euros."
)
FERRY = "Seven people were killed when a ferry hit the pier at Brest on Friday, the port authority said."


def told(memory: Memory, day: str, *cards: Card) -> Briefing:
    briefing = briefing_of(list(cards), (), MADE, Edition(day, "UTC", "2026-03-01"), memory.before(day))
    memory.remember(briefing)
    return briefing


def test_outlets_of_one_owner_are_one_source() -> None:
    """Two outlets that the user's own table gives to one owner count once, by whichever name or address; a third outlet beside them."""
    others = (
        "Nine people died when a ferry struck the pier at Brest on Friday, the dockers’ union said. Divers went down at dawn.",
        "A ferry ran into the pier at Brest on Friday in fog. The harbour at Brest is shut and the pier has a hole of 6 metres.",
    )
    outlets = ("Quay Gazette", "skerrypost.example", "The Dune")
    cards = [card_of(text, outlet) for text, outlet in zip((FERRY, *others), outlets, strict=True)]
    told = [
        briefing_of(cards, (), MADE, Edition("2026-03-14", "UTC", "2026-03-01", owners=owners))
        .stories[0]
        .coverage.independent
        for owners in ({}, {"The Quay Gazette": "Quay Group", "Skerry Post": "Quay Group"})
    ]
    assert told == [3, 2]


def test_a_correction_is_of_the_story_that_it_names() -> None:
    """A correction that gives the title of what it corrects belongs to that story, its figures to none, and its words are told whole."""
    title = "Thieves take Voet portrait from Ghent museum"
    correction = f"In an article published on Friday (“{title}”) we wrote that the picture was worth 4 million euros. It is insured for 2 million. We regret the error."
    other = card_of(
        "Bakers in Ghent raised the price of bread on Saturday, their guild said.",
        "A",
        "2026-03-15",
        "Bread dearer in Ghent",
    )
    with Memory(None, print) as memory:
        first = told(memory, "2026-03-14", card_of(THEFT, "A", title=title))
        second = told(memory, "2026-03-15", card_of(correction, "A", "2026-03-15", "Correction: Ghent theft"), other)
    corrected = next(story for story in second.stories if any(change.kind == "corrected" for change in story.changes))
    assert corrected.key == first.stories[0].key
    assert corrected.articles == (1,)
    assert corrected.figures == ()
    (change,) = (change for change in corrected.changes if change.kind == "corrected")
    assert change.now is not None
    assert change.now.text.startswith("In an article published on Friday")


def test_what_was_told_already_is_not_the_news() -> None:
    """Where yesterday's articles are given again with today's, the story is updated, and begins with what is new."""
    yesterday = card_of(FERRY, "A")
    with Memory(None, print) as memory:
        told(memory, "2026-03-14", yesterday)
        fresh = card_of(
            "Divers raised the ferry that hit the pier at Brest from the harbour on Saturday, the port authority said.",
            "A",
            "2026-03-15",
        )
        again = told(memory, "2026-03-15", yesterday, fresh)
    (story,) = again.stories
    assert story.lede.article == 2
    assert [change.kind for change in story.changes] == ["updated"]


def test_what_is_told_again_is_unchanged() -> None:
    """Where another outlet prints the same article a day later, there is nothing new."""
    with Memory(None, print) as memory:
        told(memory, "2026-03-14", card_of(FERRY, "A"))
        (story,) = told(memory, "2026-03-15", card_of(FERRY, "B", "2026-03-15")).stories
    assert [change.kind for change in story.changes] == ["unchanged"]


def test_days_and_advertisements() -> None:
    """What is of other days, or marked as paid for, is left out with the reason; what has no date is not."""
    edition = Edition("2026-03-14", "Asia/Tokyo", "2026-03-13")
    late = card_of(FERRY, published="2026-03-14T18:00:00+00:00").article
    assert reason_against(late, edition) == "published 2026-03-15, after 2026-03-14"
    assert reason_against(card_of(FERRY).article.model_copy(update={"published": None}), edition) is None
    assert advertising_label("Sponsored content\n\nWhy homes switch") == "Sponsored content"
    assert advertising_label("Advertisement spending fell on Friday, the board said.") is None


def test_no_two_stories_have_one_key() -> None:
    """A new story of the articles that an earlier one was first told from has a key of its own while others go on with that one, and the same one each time."""
    with Memory(None, print) as memory:
        (story,) = told(memory, "2026-03-14", card_of(FERRY, "A")).stories
    first = _own_key(story, "2026-03-15", {story.key})
    assert first == _own_key(story, "2026-03-15", {story.key})
    assert len({story.key, first, _own_key(story, "2026-03-15", {story.key, first})}) == 3
    assert _own_key(story, "2026-03-15", {first}) == story.key


@pytest.mark.parametrize(
    ("now", "values"),
    [
        ("Some 420 residents had to leave their homes in Ormo as the forest fire went on, the county said.", ("some 300", "some 420")),
        ("The evacuees from Ormo now number 420 as the forest fire goes on, the county said.", ("some 300", "420")),
        ("In all 120 homes have been evacuated in Ormo as the forest fire went on, the county said.", None),
        ("Another 420 people may have to be evacuated from Ormo as the forest fire goes on, the county said.", None),
        ("Some 120 evacuated residents went home to Ormo as the forest fire died down, the county said.", None),
        ("In the forest fire of 2019 some 900 people were evacuated from Ormo, the county said.", None),
        ("The forest fire near Ormo went on. In Harnby, across the river, 90 people were evacuated, the county said.", None),
        ("Seventy horses were evacuated from Ormo as the forest fire went on, the county said.", None),
    ],
)  # fmt: skip
def test_a_toll_that_has_changed(now: str, values: tuple[str, str] | None) -> None:
    """A toll is followed through other wordings; what is a part of it, to come, long past, elsewhere, or counts something else is no change of it."""
    then = "Some 300 people were evacuated from the village of Ormo as a forest fire came close, the county said."
    with Memory(None, print) as memory:
        told(memory, "2026-03-14", card_of(then, "A", title="Forest fire empties Ormo"))
        briefing = told(memory, "2026-03-15", card_of(now, "A", "2026-03-15", "Forest fire at Ormo"))
    (story,) = briefing.stories
    changes = [change for change in story.changes if change.about is not None]
    assert [change.values for change in changes] == ([values] if values else [])
    assert "new" not in {change.kind for change in story.changes}


def test_a_correction_is_told_on_the_first_day_too() -> None:
    """What an article says under its story that it got wrong is told whole and with its outlet, though no earlier day is known."""
    note = "Correction: We said on Thursday that 43 people were hurt. The port authority says it was 34."
    with Memory(None, print) as memory:
        first = told(memory, "2026-03-14", card_of(f"{FERRY}\n\n{note}", "Quay Gazette"))
    (change,) = (change for story in first.stories for change in story.changes)
    assert (change.kind, change.attributed_to) == ("corrected", "Quay Gazette")
    assert change.now is not None
    assert change.now.text == note
    assert f"Quay Gazette: {note}" in to_markdown(first)


def test_a_market_report_goes_on_with_no_news() -> None:
    """A report on a day's trade is no source of a firm's story of the day before, however much it tells of the firm."""
    bid = "The board of Dunmore Mills turned down the bid of Verrall Foods on Friday. Dunmore Mills grinds flour in Ghent, and Verrall Foods makes bread."
    again = "Verrall Foods dropped its bid for Dunmore Mills on Saturday. Dunmore Mills grinds flour in Ghent, and Verrall Foods makes bread."
    trade = "Shares closed higher on Saturday, led by Dunmore Mills after Verrall Foods dropped its bid. The Quay 100 closed 0.6 per cent higher at 9,412.3. Dunmore Mills gained 6 per cent, and Verrall Foods fell."
    with Memory(None, print) as memory:
        told(memory, "2026-03-14", card_of(bid, "A", title="Dunmore Mills turns down Verrall Foods"))
        last = told(
            memory,
            "2026-03-15",
            card_of(again, "A", "2026-03-15", "Verrall Foods drops bid for Dunmore Mills"),
            card_of(trade, "B", "2026-03-15", "Markets: Dunmore Mills leads as Verrall Foods drops bid"),
        )
    assert [(story.slot, story.articles) for story in last.stories] == [("news", (1,)), ("markets", (2,))]
