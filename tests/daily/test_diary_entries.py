"""Rules of single entries of the diary: what is one, and how it reads on the day on which it is shown. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.briefing import Briefing, Cite, Line
from summarize.daily.day import briefing_of
from summarize.rendering.briefing import sections, to_markdown
from summarize.rendering.briefing.calendar import to_calendar
from summarize.rendering.briefing.plan import Plan, dates_ahead
from summarize.stories.composing import Edition
from tests.daily.test_diary import MADE, TITLE, dates, told
from tests.stories.made import card_of

OTHER = ("Prize for rye bread", "A bakery in Torvald won a prize for its rye bread, the guild of bakers said.")


def entries(briefing: Briefing) -> list[str]:
    return [line.text for each in briefing.ahead if (line := sections.entry(each, briefing)) is not None]


@pytest.mark.parametrize(
    ("said", "next_day"),
    [
        ("The concert in Lindmouth starts tomorrow at eight.", "The concert in Lindmouth starts tomorrow [15 March 2026] at eight."),
        ("The choir of Lindmouth yesterday agreed that it would sing on Sunday.", "The choir of Lindmouth yesterday [13 March 2026] agreed that it would sing on Sunday."),
        ("The mayor of Lindmouth said this morning that she would sing on Sunday.", "The mayor of Lindmouth said this morning [14 March 2026] that she would sing on Sunday."),
        ("The choir of Lindmouth will sing “Yesterday” on Sunday.", "The choir of Lindmouth will sing “Yesterday” on Sunday."),
        ("The choir of Lindmouth will sing at the Todayville Hall on Sunday.", "The choir of Lindmouth will sing at the Todayville Hall on Sunday."),
        ("The concert in Lindmouth starts on Sunday at eight.", "The concert in Lindmouth starts on Sunday at eight."),
    ],
)  # fmt: skip
def test_a_word_of_an_earlier_day_has_its_day_beside_it(said: str, next_day: str) -> None:
    """What an article called "tomorrow" has its date in brackets on any day but the article's own; quoted words stay as they are."""
    first, last = told(("Concert in Lindmouth", said), OTHER)
    assert entries(first) == [said]
    assert entries(last) == [next_day]
    assert next_day in to_markdown(last).replace("\\", "")
    assert next_day in to_calendar(last).replace("\r\n ", "")


def test_what_is_near_is_told_first() -> None:
    """Where not all dates are shown, today's and tomorrow's come before later ones, and of these those that an account of today tells before those of earlier days; what is shown stands in order of time."""
    *_, last = told(
        (TITLE, "The Lindmouth opera festival will open on 28 March. The choir of Skerrow will sing on Sunday 15 March. The fair in Torvald will open on 16 March."),
        ("Council of Armnick to vote", "The council of Armnick will vote on a bridge on Monday. The court in Armnick will sit on 20 March."),
    )  # fmt: skip
    order = [each.moment.start for each in sections.ahead_by_nearness(last)]
    assert order == ["2026-03-16", "2026-03-15", "2026-03-16", "2026-03-20", "2026-03-28"]
    assert [each.moment.start for each in dates_ahead(last, Plan({"ahead": 2}))] == ["2026-03-15", "2026-03-16"]
    assert [each.moment.start for each in dates_ahead(last, Plan(whole=True))] == sorted(order)


VOTE = "The council of Lindmouth will vote on the harbour toll of the mayor Paula Renn on Tuesday, its clerk said. The toll would be 40 marks a ship."


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("Paula Renn, mayor of Lindmouth, has put off the vote on the harbour toll from Tuesday to 24 March.", False),
        ("The vote of the council of Lindmouth on the harbour toll of Paula Renn, set for Tuesday, has been cancelled.", False),
        ("The council of Lindmouth will vote on 24 March, not this Tuesday, on the toll in the harbour.", False),
        ("Paula Renn, mayor of Lindmouth, has put off the regatta in the bay from Tuesday to 24 March.", True),
        ("The council of Skerrow has put off its vote on a cinema from Tuesday to 24 March.", True),
        ("The council of Lindmouth has put off a debate on a cinema from Tuesday to 24 March.", True),
        ("Paula Renn, mayor of Lindmouth, has put off the vote on the harbour toll from Wednesday to 24 March.", True),
    ],
)  # fmt: skip
def test_what_another_story_moves_leaves_the_diary(said: str, stays: bool) -> None:
    """A date goes where an account of another story, or of one told on a day since, says of the very plan that it is not on that day; the same people's other plan stays."""
    away = "A heron was seen at the weir, the bird society said. It stood there all night long and ate eleven trout. "
    *_, last = told(("Toll in Lindmouth", VOTE), ("Heron at the weir", away + said), OTHER)
    assert ("2026-03-17" in dates(last)) == stays


FIRM = "The harbour firm Corran denied that it hid oil spills in the bay of Lindmouth. "
FIRM_TITLE = "Corran denies that it hid oil spills at Lindmouth"


@pytest.mark.parametrize(
    ("plan", "said", "left"),
    [
        ("Corran will publish its results on 26 March.", "Corran moved its yearly results from Mar 26 to Apr 9.", ["2026-04-09"]),
        ("Corran will publish its results on Mar. 26.", "Corran put off its results, due on 26 March, to 9 April.", ["2026-04-09"]),
        ("Corran will publish its results on 26 March.", "Corran moved its yearly results from Mar 27 to Apr 9.", ["2026-03-26", "2026-04-09"]),
        ("Captains will be told by letter from Friday, Corran said.", "Corran spoke of captains on Sunday. It said letters to them would go out from Wednesday, two days earlier than planned.", ["2026-03-18"]),
        ("Captains will be told by letter from Friday, Corran said.", "Corran spoke of captains on Sunday. It said letters to them would go out from Wednesday.", ["2026-03-18", "2026-03-20"]),
        ("Corran said 40 pumps would arrive on Tuesday.", "The 40 pumps expected on Tuesday will now come on Friday, Corran said.", ["2026-03-20"]),
        ("Corran said 40 pumps would arrive on Tuesday.", "The hearing due on Wednesday will now decide what Corran did.", ["2026-03-17", "2026-03-18"]),
        ("Corran said 40 pumps would arrive on Tuesday.", "The talks of Corran due on Friday will now be followed by others on Saturday.", ["2026-03-17", "2026-03-20", "2026-03-21"]),
    ],
)  # fmt: skip
def test_a_day_given_up_in_another_form(plan: str, said: str, left: list[str]) -> None:
    """The old day of what is moved goes however it is written, and the new one stands."""
    *_, last = told((FIRM_TITLE, FIRM + plan), ("Inquiry into oil spills of Corran at Lindmouth", FIRM + said))
    assert dates(last) == left


CUP = "Skerrow Rovers beat Lindmouth Athletic by two goals to one in the cup. "


@pytest.mark.parametrize(
    ("plan", "said", "stays"),
    [
        ("Lindmouth Athletic said it would decide on Sunday whether to protest against the result.", "Lindmouth Athletic will not protest against the result, the club said on Sunday.", False),
        ("Lindmouth Athletic said it would decide on Sunday whether to appeal.", "Lindmouth Athletic decided to appeal.", False),
        ("Lindmouth Athletic said it would decide on Sunday whether to appeal.", "Lindmouth Athletic will appeal if its captain wants that.", True),
        ("Lindmouth Athletic said it would decide on Sunday whether to appeal.", "Lindmouth Athletic will play in white.", True),
        ("The draw for the other match takes place on Sunday.", "In the draw for the other match of the cup, Torvald were paired with Armnick.", False),
        ("The draw for the other match takes place on Sunday.", "In the cup, Torvald have not lost in a year.", True),
        ("The strike of the referees starts on Sunday.", "On the first day of the strike of the referees, nine games were not played.", False),
        ("The referees' strike starts on Sunday at noon.", "Nine games were not played on the first day of the referees' strike.", False),
        ("The referees said that the talks would open on Sunday.", "\n\nLINDMOUTH, March 15 (Corran Wire) - Talks with the referees opened on Sunday in the town hall.", False),
        ("The referees' strike starts on Sunday at noon.", "Nine games were not played on the first day of the players' tour.", True),
        ("The draw takes place on Sunday.", "In the draw, Torvald were paired with Armnick.", False),
        ("The strike of the referees ends on Sunday.", "On the first day of the strike of the referees, nine games were not played.", True),
        ("The strike of the referees starts on Sunday.", "On the first day of the season, nine games were not played.", True),
    ],
)  # fmt: skip
def test_what_was_decided_drawn_or_begun_today(plan: str, said: str, stays: bool) -> None:
    """What was to be decided, to take place or to begin today is announced no more where today's account says how it was decided, what came of it, or what its first day brought."""
    *_, last = told(
        ("Skerrow Rovers beat Lindmouth Athletic in cup", CUP + plan),
        ("Lindmouth Athletic after their defeat by Skerrow Rovers in cup", CUP + said),
    )
    assert any(each.startswith("2026-03-15") for each in dates(last)) == stays


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ferries to Skerrow will be cheaper. Tickets for Tuesday and Wednesday can be used until 28 March.", ["2026-03-28"]),
        ("The hall in Lindmouth said that tickets for the concert will be sold on Tuesday.", ["2026-03-17"]),
        ("Ferry crews at Lindmouth will walk out from Tuesday, their union said. Tickets for Tuesday can be used on any ferry.", ["2026-03-17"]),
        ("The storm has left Lindmouth. It will turn dry and colder from Tuesday.", []),
        ("The storm has left Lindmouth. Temperatures will fall below zero on Tuesday.", []),
        ("The ice hall in Lindmouth was cleaned. It will be opened on Tuesday.", ["2026-03-17"]),
        ("The winds have blown down the pier of Lindmouth. It will be cold work, but divers will lift it on Tuesday.", ["2026-03-17"]),
        ("The harbour firm Corran of Lindmouth lost a ship. It is due to report third-quarter results on 28 March.", ["2026-03-28"]),
        ("The council of Lindmouth will draw up its 2027 budget on 28 March.", ["2026-03-28"]),
        ("The museum of Lindmouth will open in the third quarter of 2026.", ["2026-07"]),
    ],
)  # fmt: skip
def test_what_is_no_event_of_a_day(text: str, left: list[str]) -> None:
    """Neither the day that a ticket is for, nor what the weather will be, nor the quarter of which results are is a date of the diary."""
    (briefing,) = told(("News of Lindmouth", text))
    assert dates(briefing) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The plan of the port of Lindmouth, which was to be read on 24 March, will now be read on 31 March.", ["2026-03-31"]),
        ("The plan of the port of Lindmouth is to be read on 24 March, and will now be printed on 31 March.", ["2026-03-24", "2026-03-31"]),
        ("The ferry firm of Lindmouth sold a ship, a blow to its owner, who had hoped to buy two before Easter.", []),
        ("The ferry firm of Lindmouth sold a ship. Its owner hopes to buy two before Easter.", ["2026-04-05"]),
        ("The ferry firm, which had hoped to sell a ship, will let it from 28 March.", ["2026-03-28"]),
        ("The pool in Lindmouth had promised to open on Tuesday. It now says that the water won't be warm this month.", []),
        ("The pool in Lindmouth had promised to open on Tuesday. It has been painted blue.", ["2026-03-17"]),
        ("The ferry firm of Lindmouth will not send its divers to Skerrow next week.", []),
        ("Ferries will not run between Lindmouth and Skerrow next week.", ["2026-03-16"]),
        ("The ferry firm of Lindmouth will send its divers to Skerrow next week.", ["2026-03-16"]),
    ],
)  # fmt: skip
def test_what_was_hoped_for_or_will_not_be(text: str, left: list[str]) -> None:
    """What was to be on a day and will now be on another, what somebody had hoped or in vain promised to do then, and what will not be done in a week, are no dates ahead; what stands still then is."""
    (briefing,) = told(("News of Lindmouth", text))
    assert dates(briefing) == left


VISIT = "The council of Lindmouth wants a bridge to Skerrow. "


@pytest.mark.parametrize(
    ("plan", "said", "stays"),
    [
        ("A televised debate on the bridge between Renn and Weir is planned for Sunday evening.", "A television debate between Renn and Weir that was to take place on Sunday evening was cancelled.", False),
        ("A televised debate on the bridge between Renn and Weir is planned for Sunday evening.", "A concert in the church that was to take place on Sunday evening was moved into the school.", True),
        ("The mayor Paula Renn will travel to Skerrow on Sunday.", "Renn spent two hours in the harbour.", False),
        ("The mayor Paula Renn will travel to Skerrow on Sunday.", "Renn was booed by fishermen.", False),
        ("The mayor Paula Renn will travel to Skerrow on Sunday.", "Renn visited the weir on Friday.", True),
        ("The mayor Paula Renn will travel to Skerrow on Sunday.", "Renn wants the bridge to be blue.", True),
        ("The council meets again on Sunday morning.", "The vote on the bridge has been put off, the council said on Sunday.", False),
        ("The council meets again on Sunday evening.", "The vote on the bridge has been put off, the council said on Sunday.", True),
        ("The council meets again on Sunday morning.", "The vote on the bridge has been put off, the union said on Sunday.", True),
        ("The council meets again on Sunday morning.", "The bridge is too dear, the council said on Sunday.", True),
    ],
)  # fmt: skip
def test_what_was_called_off_visited_or_decided_today(plan: str, said: str, stays: bool) -> None:
    """What is called off for its evening, a visit of somebody who has been there, and a meeting of a body that has decided, are announced no more."""
    *_, last = told(
        ("Council of Lindmouth wants bridge to Skerrow", VISIT + plan),
        ("Council of Lindmouth and bridge to Skerrow", VISIT + said),
    )
    assert any(each.startswith("2026-03-15") for each in dates(last)) == stays


def test_an_entry_that_names_nobody_has_the_title_of_its_own_article() -> None:
    """Before an entry that opens on "They" stands the title of the article that tells it, and not the headline that its story has of another account."""
    shared = "The harbour crane of Lindmouth fell on the pier on Saturday, and the port was shut. "
    boats = shared + "The ferries lie in the bay of Lindmouth. They will sail again on Tuesday."
    told_of = [
        card_of(boats, "Skerrow Post", "2026-03-14", "Boats lie idle in bay"),
        card_of(shared + "Inspectors found rust.", "Lindmouth Gazette", "2026-03-14", "Crane fell on pier"),
    ]
    briefing = briefing_of(told_of, (), MADE, Edition("2026-03-14", "UTC", "2026-03-01"), None)
    (only,), (story,) = briefing.ahead, briefing.stories
    assert only.moment.what is not None
    mine = next(each for each in briefing.articles if each.number == only.moment.what.article)
    other = next(each for each in briefing.articles if each is not mine)
    cite = Cite(article=other.number, start=0, end=len(shared) - 1, text=other.text[: len(shared) - 1])
    headline = Line(text="Crane fell on pier", support="cut", evidence=(cite,))
    headed = briefing.model_copy(update={"stories": (story.model_copy(update={"headline": headline}),)})
    found = sections.context(only, headed)
    assert found is not None
    assert found.text == mine.title == "Boats lie idle in bay"
