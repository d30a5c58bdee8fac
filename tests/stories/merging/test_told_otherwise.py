"""What one account gives in two ways, each in somebody's name; and dates to which two outlets say that one thing was moved. All texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

MILL = "Kerdal Foods would close the mill at Brest if its bid succeeds, it was said on Friday. "
QUARREL = "The county says the warning was sent, and the mayor says nobody got it, as both quarrelled on Friday over the flood in Brest. "
SENT = "Ann Lee, the head of the county council, said that an alert had gone to every telephone at 4.10am. “We have the log,” she said."
GOT = "The mayor, Paul Le Bris, said that the first message had reached the village at 5.35am."


def sides_of(text: str) -> list[list[str]]:
    """The values of each difference of a story of one account."""
    return [sorted(side.value for side in each.sides) for each in story_of(card_of(text)).disagreements]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Kerdal said that in all 180 jobs would go.", "The Bakers' Union said that its own count was 350.", ["180", "350"]),
        ("Kerdal said that 180 jobs would go.", "The Bakers' Union put the number at 350.", ["180", "350"]),
        ("The police estimated the crowd in front of the mill at 180.", "The Bakers' Union said that there had been 350.", ["180", "350"]),
        ("The Bakers' Union still says that 350 jobs would go, if drivers are counted.", "The company says 180.", ["180", "350"]),
        ("Kerdal said that 180 jobs would go.", "It blames the price of wheat. The bakers say that it is far more. The Bakers' Union put the figure at 350.", ["180", "350"]),
        ("The Bakers' Union says that a miller earns €3,400 a year less than at Quimper.", "Kerdal disputes this and puts the difference at €1,900.", ["€1,900", "€3,400"]),
    ],
)  # fmt: skip
def test_another_gives_its_own_count_right_behind(one: str, other: str, values: list[str]) -> None:
    """A number and another's for the same in the next sentence of one account differ, and what is called the figure is the last one that was told."""
    assert values in sides_of(f"{MILL}{one} {other}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Bakers' Union says that 350 jobs would go.", "The company says 180 of these are in offices."),
        ("The Bakers' Union says that 350 jobs would go.", "The company says 180, at the other mill, are safe."),
        ("Kerdal said that 180 jobs would go.", "It blames the price of wheat. The Bakers' Union put it at 350."),
        ("Kerdal said that 180 jobs would go.", "It has 20 lorries. The Bakers' Union put the figure at 350 tonnes."),
        (
            "Kerdal said that 180 jobs would go.",
            "It rained. It snowed. It blew. The Bakers' Union put the figure at 350.",
        ),
        ("Kerdal said that 180 jobs would go.", "Kerdal said on Thursday that its own count was 350."),
        ("Kerdal said that 180 jobs would go.", "The Bakers' Union has 350 members."),
        ("Kerdal said that 180 jobs and 20 lorries would go.", "The Bakers' Union put the number at 350."),
        ("Kerdal said that 180 jobs would go.", "The Bakers' Union put the number of trucks at 350."),
        (
            "The police estimated the crowd in front of the mill at 180.",
            "The Bakers' Union said that there had been 350 speeches.",
        ),
        ("Kerdal said that about 180 jobs would go.", "The Bakers' Union put the number at 182."),
        ("The mill has 180 windows.", "The Bakers' Union put the number at 350."),
    ],
)
def test_no_other_count_is_of_the_same(one: str, other: str) -> None:
    """Not what one source gives twice, what counts something else, what may be of either of two, what is near, or what nobody gives."""
    assert not sides_of(f"{MILL}{one} {other}")


def test_who_still_says_so_is_told_without_that_word() -> None:
    """ "The union still says" is said by "the union", which is written so within a line."""
    story = story_of(card_of(f"{MILL}The union still says that 350 jobs would go. The company says 180."))
    whose = [each.attributed_to for side in story.disagreements[0].sides for each in side.figures]
    assert sorted(map(str, whose)) == ["the company", "the union"]


def test_two_people_quarrel_over_an_hour() -> None:
    """Two hours of one moment in one account differ where it opens on the quarrel and two people give them."""
    assert ["4.10am", "5.35am"] in sides_of(f"{QUARREL}\n\n{SENT}\n\n{GOT}")


@pytest.mark.parametrize(
    "text",
    [
        f"A flood hit Brest on Friday. \n\n{SENT}\n\n{GOT}",
        f"{QUARREL}\n\n{SENT}\n\nShe said that the first message had reached the village at 5.35am.",
        f"{QUARREL}\n\n{SENT}\n\nThe mayor, Paul Le Bris, said that the water had reached the village at 5.35am.",
    ],
)
def test_two_hours_are_no_quarrel(text: str) -> None:
    """Not where nobody quarrels, one person gives both, or they are of two moments."""
    assert not sides_of(text)


def moved(one: str, other: str) -> bool:
    """True if two outlets differ about a date."""
    opening = "Ferry crews at Castle Line met on Friday. "
    story = story_of(card_of(opening + one, "A"), card_of(opening + other, "B"))
    return any(each.kind == "date" for each in story.disagreements)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The strike at Castle Line has been put back to 21 and 22 May after talks.", "Ferries will sail next Monday after the Guild moved its strike at Castle Line to 22 and 23 May.", True),
        ("The strike at Castle Line has been put back to 21 and 22 May after talks.", "The Guild moved its strike at Castle Line to 21 and 22 May.", False),
        ("The strike at Castle Line has been put back to 21 and 22 May after talks.", "The crews will strike at Castle Line on 18 and 19 May.", False),
        ("The strike at Castle Line has been put back to 21 and 22 May after talks.", "The regatta at Inish has been moved to 24 May.", False),
        ("Crews at Castle Line will strike on 18 and 19 May.", "Crews at Castle Line will walk out on 20 and 21 May.", True),
    ],
)  # fmt: skip
def test_two_new_dates_of_one_thing_differ(one: str, other: str, differ: bool) -> None:
    """Two dates to which the same is said to have been moved differ; an old and a new date do not."""
    assert moved(one, other) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Councillors will vote on the bridge toll on 24 March, not this Thursday, officials said.", "The mayor has postponed the vote on her bridge toll from Thursday to next Monday, 23 March.", True),
        ("The hearing of Ann Roux will open on 26 March instead of Tuesday.", "The court has moved the hearing of Ann Roux from Tuesday to 27 March.", True),
        ("The Reed Party will hold its congress on 2 May rather than 25 April.", "The party put back its congress in Brest, which it holds each year, from 25 April to 9 May.", False),
        ("The party will hold its spring congress on 2 May rather than 25 April.", "The party put back its spring congress from 25 April to 9 May.", True),
        # The same date, another thing, day, stage, and person.
        ("Councillors will vote on the bridge toll on 23 March, not this Thursday, officials said.", "The mayor has postponed the vote on her bridge toll from Thursday to next Monday, 23 March.", False),
        ("The band will play at the lido on 24 March, not this Thursday.", "The mayor has postponed the vote on her bridge toll from Thursday to next Monday, 23 March.", False),
        ("Councillors will vote on the bridge toll on 24 March, not this Friday.", "The mayor has postponed the vote on her bridge toll from Thursday to next Monday, 23 March.", False),
        ("Councillors will hold a second vote on the bridge toll on 24 March, not this Thursday.", "The mayor has postponed the vote on her bridge toll from Thursday to next Monday, 23 March.", False),
        ("The hearing of Ann Roux will open on 26 March instead of Tuesday.", "The court has moved the hearing of Paul Le Bris from Tuesday to 27 March.", False),
        ("Councillors will vote on the bridge toll on 24 March.", "The mayor has postponed the vote on her bridge toll from Thursday to next Monday, 23 March.", False),
    ],
)  # fmt: skip
def test_two_dates_in_place_of_one_day_differ(one: str, other: str, differ: bool) -> None:
    """Two dates that are each given in place of the same day differ, where the same is put off in like words."""
    assert moved(one, other) is differ


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        ("Six people died in the slide at Brest on Friday, the Mountain Rescue Team said, two more than the police have confirmed.", True),
        ("Six people died in the slide at Brest on Friday, the Mountain Rescue Team said.", False),
    ],
)  # fmt: skip
def test_a_lower_bound_is_contested_by_who_gives_another_number(other: str, differ: bool) -> None:
    """A toll that is called "at least" so many is superseded by a later one, but not by one that is said to be more than the authority has."""
    first = card_of("At least four people were killed in a slide at Brest on Friday.", "A", "2026-03-14T17:20")
    second = card_of(other, "B", "2026-03-14T17:45")
    assert bool(story_of(first, second).disagreements) is differ
