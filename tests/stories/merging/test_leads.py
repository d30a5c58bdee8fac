"""Which account a story begins with, which day it is of, and which figures are those of an earlier hour."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

PLAIN = (
    "A general strike against a higher pension age halted trains, grounded planes, emptied ferries and closed courts, museums and town halls "
    "in Portugal on Friday. “We had no choice,” said Rui Antunes, a driver, who had walked to the station in the rain to see for himself."
)
COLOUR = (
    "They came with saucepans and grandchildren to march against the higher pension age in Portugal, and sixty thousand were there by noon, "
    "the CGO union said. In the schools most of the staff had not turned up, and the trains stood still all day."
)


def test_an_account_that_opens_on_nobody_is_not_begun_with() -> None:
    """A lead that opens on "They", of whom nothing was said, is neither lede nor, by its title, headline where another account tells the news."""
    story = story_of(
        card_of(COLOUR, "A", title="Portugal marches against higher pension age"),
        card_of(PLAIN, "B", title="General strike halts trains in Portugal"),
    )
    assert story.lede.text.startswith("A general strike")
    assert story.headline.text == "General strike halts trains in Portugal"


def test_where_every_account_opens_on_nobody_one_of_them_is_begun_with() -> None:
    """With nothing plainer, the story has a lede all the same."""
    story = story_of(card_of(COLOUR, "A"), card_of(COLOUR.replace("They came", "They walked"), "B"))
    assert story.lede.text.startswith("They")


COURT = "The treasurer of a hospice was found guilty of fraud on Friday after a trial of seven weeks, the court said."
SENTENCE = "The treasurer of a hospice, who was found guilty of fraud, will be sentenced on 4 May, the court said."


@pytest.mark.parametrize("first", [COURT, SENTENCE])
def test_a_story_is_of_the_last_days_where_accounts_are_even(first: str) -> None:
    """One account's day of these days counts before another's day to come, in whatever order they stand."""
    others = [text for text in (COURT, SENTENCE) if text != first]
    story = story_of(card_of(first, "A"), *(card_of(text, "B") for text in others))
    assert story.date is not None
    assert story.date.start[:10] == "2026-03-13"


def test_a_day_to_come_that_most_accounts_call_that_of_the_news_stays() -> None:
    """Two accounts against one decide, though the day is to come."""
    story = story_of(
        card_of(SENTENCE, "A"), card_of(SENTENCE.replace("treasurer", "bookkeeper"), "B"), card_of(COURT, "C")
    )
    assert story.date is not None
    assert story.date.start == "2026-05-04"


NOW = "The bodies of 23 villagers have been recovered after a landslide buried part of San Telmo on Friday, the governor said."


@pytest.mark.parametrize(
    ("then", "contested"),
    [
        ("By dawn nineteen people were dead in San Telmo after a landslide on Friday, a doctor said.", []),
        ("Nineteen people were dead in San Telmo after a landslide on Friday, a doctor said.", ["dead"]),
        ("By dawn 31 people were dead in San Telmo after a landslide on Friday, a doctor said.", ["dead"]),
    ],
)
def test_how_many_there_were_by_an_hour_contradicts_nobody_who_has_more(then: str, contested: list[str]) -> None:
    """ "Nineteen by dawn" is what came before 23; without an hour it is another count, and so is a higher one."""
    story = story_of(card_of(NOW, "A"), card_of(then, "B"))
    assert [each.about for each in story.disagreements] == contested


def test_a_date_to_come_is_one_sentence() -> None:
    """ "They will resume on Monday" stands by itself where nobody is sure who they are: a page puts the headline of its story before it."""
    text = "The jury in the trial of a hospice treasurer retired on Friday. They will resume on Monday, the court said."
    (moment,) = story_of(card_of(text, "A")).ahead
    assert moment.what is not None
    assert moment.what.text == "They will resume on Monday, the court said."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Coach Peter Lund was sacked by Brest United on Friday. He leaves the club on Monday.",
            "[Peter Lund] leaves the club on Monday.",
        ),
        (
            'Coach Peter Lund was sacked by Brest on Friday. "I leave with my head up," Lund said. His aide takes over on Monday.',
            "His aide takes over on Monday.",
        ),
    ],
)
def test_a_date_to_come_is_its_own_sentence(text: str, told: str) -> None:
    """In a diary a pronoun has the name that it surely means in brackets; somebody's words before it are no part of the entry."""
    (moment,) = story_of(card_of(text, "A")).ahead
    assert moment.what is not None
    assert moment.what.text == told
    assert text[moment.what.evidence[0].start : moment.what.evidence[0].end].endswith("on Monday.")


def test_a_story_does_not_begin_with_one_of_those_to_whom_it_happened() -> None:
    """An account whose lead tells of one of the dead is not begun with where another's tells of them all, though it is the latest."""
    fire = "Six workers died when fire broke out on the Kestrel oil platform off Brest on Friday, the coast guard said."
    welder = "A welder from Oban is one of the six workers who died when fire broke out on the Kestrel oil platform off Brest on Friday, his family said."
    for one in (welder, welder.replace("one of", "among")):
        story = story_of(
            card_of(fire, "A", "2026-03-14T08:00:00+00:00"), card_of(one, "B", "2026-03-14T10:00:00+00:00")
        )
        assert story.lede.text == fire
    heir = welder.replace("is one of the six workers who died", "was one of the first to call")
    story = story_of(card_of(fire, "A", "2026-03-14T08:00:00+00:00"), card_of(heir, "B", "2026-03-14T10:00:00+00:00"))
    assert story.lede.text == heir


@pytest.mark.parametrize(
    ("other", "headline"),
    [
        ("Storm halts trains across Portugal", "Storm halts trains across Portugal"),
        ("Fishermen of Setúbal mend their nets at home", "STORM HALTS TRAINS IN PORTUGAL"),
        ("Why did nobody stop the trains?", "STORM HALTS TRAINS IN PORTUGAL"),
    ],
)
def test_a_title_all_in_capitals_gives_way_to_one_that_tells_about_as_much(other: str, headline: str) -> None:
    """A shouted title is the headline only where no other account's tells about as much of the news; its words stay as they are."""
    text = "A storm halted trains in all of Portugal on Friday, the railway CP said. No train ran north of Coimbra until noon."
    again = "Trains in Portugal stood still on Friday in a storm, CP said. Passengers slept in the halls of Porto."
    story = story_of(card_of(text, "A", title="STORM HALTS TRAINS IN PORTUGAL"), card_of(again, "B", title=other))
    assert story.headline.text == headline
