"""Rules of the order of stories."""

from __future__ import annotations

from summarize.briefing import BriefedArticle, Story
from summarize.stories.composing import as_briefed_article
from summarize.stories.ordering import CRITERIA, moment_of, order_stories
from tests.stories.made import DAY, card_of, story_of

ONE = "A tram line opened in Ghent on Friday, the city said. It took nine years to build."
TWO = "A ferry hit a pier in Brest on Friday, the port said. Nobody was hurt."


def both(first: str, second: str, **details: str) -> tuple[list[Story], dict[int, BriefedArticle]]:
    """Two stories of an article each, the second published as `details` say."""
    cards = [card_of(first, "A"), card_of(second, "B", **details)]
    articles = {number: as_briefed_article(number, card) for number, card in enumerate(cards, 1)}
    stories = [story_of(cards[0]), story_of(cards[1]).model_copy(update={"articles": (2,)})]
    return stories, articles


def test_watched_comes_first() -> None:
    """What the user watches for is first, by whole words in any case; further down in an article it counts half."""
    stories, articles = both(ONE, TWO)
    for watch, first in ((("brest",), "Brest"), (("tram line",), "Ghent"), (("Gh",), "")):
        found = order_stories(stories, articles, watch, DAY, "UTC")
        if first:
            assert first in found[0].lede.text
            assert found[0].scores["watched"] == 1.0
        else:
            assert {story.scores["watched"] for story in found} == {0.0}


def test_stories_are_numbered_in_their_order() -> None:
    """The first story is number 1, and none is left out."""
    stories, articles = both(ONE, TWO)
    assert [story.number for story in order_stories(stories, articles, (), DAY, "UTC")] == [1, 2]


def test_later_and_longer_count() -> None:
    """Of two stories that are alike, the later one is first, and the one of which more is written."""
    stories, articles = both(ONE, TWO, published="2026-03-14T23:00:00+00:00")
    assert "Brest" in order_stories(stories, articles, (), DAY, "UTC")[0].lede.text
    stories, articles = both(ONE, TWO + " More was said of the pier than of any other." * 40)
    assert "Brest" in order_stories(stories, articles, (), DAY, "UTC")[0].lede.text


def test_every_score_has_a_criterion() -> None:
    """The criteria that a briefing states are those that it goes by, and values lie between 0 and 1."""
    stories, articles = both(ONE, TWO)
    for story in order_stories(stories, articles, ("Brest",), DAY, "Europe/Paris"):
        assert set(story.scores) == {criterion.name for criterion in CRITERIA}
        assert all(0 <= value <= 1 for value in story.scores.values())


def test_the_zone_decides_the_day() -> None:
    """A time with its zone is of the day that it is in the briefing's zone; a day alone is that day everywhere."""
    late = moment_of("2026-03-14T23:30:00+00:00", "Asia/Tokyo")
    assert late is not None
    assert late.date().isoformat() == "2026-03-15"
    day = moment_of("2026-03-14", "Asia/Tokyo")
    assert day is not None
    assert day.date().isoformat() == "2026-03-14"
    assert moment_of(None, "UTC") is None
