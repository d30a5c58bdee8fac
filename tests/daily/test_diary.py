"""Rules of the diary from day to day: what was ahead stays there until it comes, or is given up. All texts were written for these tests."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarize.briefing import Briefing, Made
from summarize.daily.day import briefing_of
from summarize.daily.memory import Memory
from summarize.rendering.briefing import sections
from summarize.rendering.briefing.calendar import to_calendar
from summarize.rendering.briefing.plan import Plan, more_ahead
from summarize.stories.composing import Edition
from tests.stories.made import card_of

MADE = Made(created="2026-03-14T00:00:00+00:00", tool_version="", engine="extractive", cards=1, seconds=0)
DAYS = ("2026-03-14", "2026-03-15", "2026-03-16", "2026-03-17")
TITLE = "Opera festival to open in Lindmouth on 28 March"
FESTIVAL = (
    "The Lindmouth opera festival will open on 28 March with a concert at the Corn Hall, its director Paula Renn said. "
    "Some 900 tickets for the opera festival in Lindmouth have been sold."
)
OTHER = "A bakery in Torvald won a prize for its rye bread, the guild of bakers said."
ANOTHER = "A heron was seen at the weir of Skerrow, the bird society said."
Told = tuple[str, str]
"""Title and text."""


def told(*days: Told) -> list[Briefing]:
    """The briefings of some days in a row, each of one article."""
    found: list[Briefing] = []
    with Memory(None, print) as memory:
        for day, (title, text) in zip(DAYS, days, strict=False):
            card = card_of(text, "Lindmouth Gazette", day, title)
            found.append(briefing_of([card], (), MADE, Edition(day, "UTC", "2026-03-01"), memory.before(day)))
            memory.remember(found[-1])
    return found


def dates(briefing: Briefing) -> Sequence[str]:
    return [each.moment.start for each in briefing.ahead]


def test_a_date_stays_in_the_diary() -> None:
    """What is ahead is in the diary of every day until then, though nothing is told of its story any more."""
    days = told((TITLE, FESTIVAL), ("Prize for rye bread", OTHER), ("Heron at the weir", ANOTHER), ("Prize", OTHER))
    assert [dates(each) for each in days] == [["2026-03-28"]] * 4


@pytest.mark.parametrize(
    ("title", "text", "left"),
    [
        ("Lindmouth opera festival called off", "The Lindmouth opera festival at the Corn Hall has been called off after a flood, its director Paula Renn said. All 900 tickets will be refunded.", []),
        ("Lindmouth opera festival put off to 4 April", "The Lindmouth opera festival at the Corn Hall has been put off to 4 April, its director Paula Renn said. All 900 tickets stay good.", ["2026-04-04"]),
        ("Tickets for Lindmouth opera festival sold out", "All 900 tickets for the opening of the Lindmouth opera festival at the Corn Hall have been sold, its director Paula Renn said.", ["2026-03-28"]),
    ],
)  # fmt: skip
def test_a_story_that_comes_back_gives_its_date_up(title: str, text: str, left: list[str]) -> None:
    """A story that is told again after a day without it takes its date along where it says that the plan is moved or called off; else the date stays."""
    *_, last = told((TITLE, FESTIVAL), ("Prize for rye bread", OTHER), (title, text))
    assert [change.kind for change in last.stories[0].changes] == ["returned"]
    assert dates(last) == left


SOLD = (
    "Tickets for Lindmouth opera festival sold out",
    "All 900 tickets for the opening of the Lindmouth opera festival at the Corn Hall have been sold, its director Paula Renn said.",
)
CALLED_OFF = (
    "Lindmouth opera festival called off",
    "The Lindmouth opera festival at the Corn Hall has been called off after a flood, its director Paula Renn said. All 900 tickets will be refunded.",
)


def test_a_date_stays_that_a_later_telling_of_its_story_leaves_out() -> None:
    """A date stays in the diary when its story is told again without it, and on the days behind, which tell of other things."""
    days = told((TITLE, FESTIVAL), SOLD, ("Prize for rye bread", OTHER), ("Heron at the weir", ANOTHER))
    assert [dates(each) for each in days] == [["2026-03-28"]] * 4


def test_a_date_that_was_given_up_does_not_come_back() -> None:
    """What a later telling gave up stays out, also on days that tell of other things."""
    days = told((TITLE, FESTIVAL), CALLED_OFF, ("Prize for rye bread", OTHER))
    assert [dates(each) for each in days] == [["2026-03-28"], [], []]


def test_a_correction_takes_no_date_away() -> None:
    """A correction is no news and has no dates of its own; what was ahead stays, in its words where it says the same anew."""
    again = (
        FESTIVAL.replace("900", "800")
        + "\n\nThis article was amended. An earlier version of this article said that 900 tickets had been sold."
    )
    *_, last = told((TITLE, FESTIVAL), (f"Correction: {TITLE}", f"{TITLE}\n\n{again}"))
    assert last.stories[0].slot == "correction"
    assert [(each.moment.start, each.moment.evidence[0].article) for each in last.ahead] == [("2026-03-28", 1)]
    (corrected,) = (change for change in last.stories[0].changes if change.kind == "corrected")
    assert corrected.now is not None
    assert corrected.now.text.startswith("This article was amended")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The strike at Skerrow has been postponed to 8 April, the union said. The walkout was to begin on 28 March.", ["2026-04-08"]),
        ("The walkout at Skerrow was to begin on 28 March. The union has called off the walkout.", []),
        ("The ministry was to answer on 28 March, said a clerk. The letters lie on his desk.", ["2026-03-28"]),
        ("The festival in Skerrow, which was to open on 28 March, has been called off, its owner said.", []),
    ],
)  # fmt: skip
def test_what_was_to_be(text: str, left: list[str]) -> None:
    """What was to happen on a day is not ahead where its sentence, or the one beside it, says that it is moved or called off."""
    (briefing,) = told(("News of Skerrow", text))
    assert dates(briefing) == left


PLAN = "The Lindmouth opera festival will open on 28 March with a concert, its director Paula Renn said. The Corn Hall in Lindmouth will stay closed until 20 March at least."
GOES_ON = "The Lindmouth opera festival has sold 900 tickets for its concert, its director Paula Renn said on Sunday. "


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("The Corn Hall will now stay closed until 25 March, not 20 March.", ["2026-03-25", "2026-03-28"]),
        ("The concert on 28 March will not take place.", ["2026-03-20"]),
        ("The concert of the festival, set for 28 March, was moved to 30 March.", ["2026-03-20", "2026-03-30"]),
        ("The concert on 28 March will not take place in the park.", ["2026-03-20", "2026-03-28"]),
        ("The Corn Hall was painted.", ["2026-03-20", "2026-03-28"]),
    ],
)
def test_what_a_later_account_takes_back_leaves_the_diary(said: str, left: list[str]) -> None:
    """A date that was ahead goes where a later account of its story says anywhere that it is not on that day, and stands with the new one no more."""
    *_, last = told((TITLE, PLAN), ("Opera festival sells 900 tickets", GOES_ON + said))
    assert [change.kind for change in last.stories[0].changes] == ["updated"]
    assert dates(last) == left


ROAD = "The coast road at Lindmouth was closed by a landslide and is expected to reopen on Wednesday, its operator said. Some 900 drivers a day use the coast road."
ROAD_TITLE = "Coast road at Lindmouth shut by landslide"
BRIEFLY = ("Prize for rye bread", OTHER)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("The coast road at Lindmouth will not reopen on Wednesday, its operator said. The landslide has grown.", ["2026-03-18"]),
        ("The coast road at Lindmouth will not reopen on Wednesday but on Friday, its operator said. The landslide has grown.", ["2026-03-20"]),
        ("The coast road at Lindmouth will not reopen for cars and lorries of the harbour on Wednesday but on Friday, its operator said. The landslide has grown.", ["2026-03-20"]),
        ("The coast road at Lindmouth will stay closed because of the landslide, its operator said, and not reopen on Wednesday.", []),
        ("The coast road at Lindmouth will stay closed until Friday because of the landslide, its operator said.", ["2026-03-20"]),
        ("The coast road at Lindmouth will stay closed until Wednesday because of the landslide, its operator said.", ["2026-03-18"]),
        ("The landslide on the coast road at Lindmouth is 40 metres wide, its operator said. The beach will not reopen on Wednesday.", ["2026-03-18"]),
        ("The landslide on the coast road at Lindmouth is 40 metres wide, its operator said. Buses will not run before Wednesday.", ["2026-03-18", "2026-03-18"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", [(), (BRIEFLY,)])
def test_what_will_not_open_then_leaves_the_diary(said: str, left: list[str], between: tuple[Told, ...]) -> None:
    """A date goes where a later account says that the same thing will not do the same then, or stays shut until another day; also with a day between."""
    *_, last = told((ROAD_TITLE, ROAD), *between, ("Landslide on coast road at Lindmouth", said))
    assert dates(last) == left


def test_what_will_be_on_another_day_is_a_plan_moved() -> None:
    """ "Not on Wednesday but on Friday" moves what had a day; "not on Wednesday" alone says nothing of another."""
    for said, about in [("on Wednesday but on Friday", ["plan moved"]), ("on Wednesday", [])]:
        text = f"The coast road at Lindmouth will not reopen {said}, its operator said. The landslide on the coast road has grown."
        *_, last = told((ROAD_TITLE, ROAD), ("Landslide on coast road at Lindmouth", text))
        assert [change.about for change in last.stories[0].changes if change.about] == about


TALKS = "The minister Orla Renn will meet the dockers of Lindmouth on Friday over the price of fish, her office said. Some 900 dockers are on strike."


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("The minister Orla Renn will meet the dockers of Lindmouth on Thursday, a day earlier than planned, over the price of fish, her office said.", ["2026-03-19"]),
        ("The minister Orla Renn put off her talks with the dockers of Lindmouth over the price of fish by three days, to Monday 23 March, her office said.", ["2026-03-23"]),
        ("The minister Orla Renn put off her talks with the dockers of Lindmouth over the price of fish from Friday to Monday 23 March, her office said.", ["2026-03-23"]),
        ("The minister Orla Renn cancelled a journey to Skerrow and met the dockers of Lindmouth on Sunday, five days earlier than planned.", []),
        ("The minister Orla Renn met the owners of two boats on Sunday, five days earlier than planned.", ["2026-03-20"]),
        ("The minister Orla Renn will meet the owners of Lindmouth over the price of fish on Thursday, two days earlier than planned, her office said.", ["2026-03-19", "2026-03-20"]),
        ("The minister Orla Renn will meet the owners of Lindmouth over the price of fish on Thursday, her office said.", ["2026-03-19", "2026-03-20"]),
        ("The minister Orla Renn called off her talks with the dockers of Lindmouth over the price of fish, which she had announced for Friday, her office said.", []),
    ],
)  # fmt: skip
def test_what_is_moved_by_so_long_leaves_its_day(said: str, left: list[str]) -> None:
    """Of what is moved by so many days, or from one day to another, the old day goes and the new one stands; nothing moved, nothing goes."""
    *_, last = told(
        ("Minister to meet dockers of Lindmouth", TALKS), ("Dockers of Lindmouth and the price of fish", said)
    )
    assert dates(last) == left


TRAWLER = "The bank sold the trawler Orla Renn of Lindmouth at auction. The trawler will be handed over on 30 March. A mass for its crew is planned for Saturday, 21 March. The captain will answer questions in the council on Thursday, 19 March."
AUCTION = "The bank that sold the trawler Orla Renn of Lindmouth at auction said on Sunday that it was content. "


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Thursday's hearing of the captain was cancelled.", ["2026-03-21", "2026-03-30"]),
        ("Saturday's mass for the crew was moved to 28 March.", ["2026-03-19", "2026-03-28", "2026-03-30"]),
        ("The court sits on 31 March, which means that she cannot change hands on 30 March as planned.", ["2026-03-19", "2026-03-21", "2026-03-31"]),
        ("Thursday's match was cancelled.", ["2026-03-19", "2026-03-21", "2026-03-30"]),
        ("The trawler cannot be moved by night, but will be handed over on 30 March as planned.", ["2026-03-19", "2026-03-21", "2026-03-30"]),
    ],
)  # fmt: skip
def test_what_is_told_by_its_day_alone_leaves_the_diary(said: str, left: list[str]) -> None:
    """ "Thursday's hearing was cancelled", and "cannot on 20 March as planned", take away what was to be on that day, and nothing else."""
    *_, last = told(
        ("Trawler of Lindmouth sold", TRAWLER), ("Bank content with sale of trawler of Lindmouth", AUCTION + said)
    )
    assert dates(last) == left


def test_results_put_off_after_a_day_without_them() -> None:
    """A day given up goes also where the story was told in between without a word of it."""
    results = "The harbour firm Corran will publish its results on 26 March. "
    days = told(
        ("Corran denies that it hid oil spills at Lindmouth", "The harbour firm Corran denied that it hid oil spills in the bay of Lindmouth, as a former captain says. " + results),
        ("Inquiry into oil spills of Corran at Lindmouth", "The coastguard opened an inquiry into the oil spills in the bay of Lindmouth that the harbour firm Corran denies."),
        ("Head of Corran resigns over oil spills at Lindmouth", "The head of the harbour firm Corran resigned over the oil spills in the bay of Lindmouth. Corran put off its results from 26 March to 10 April."),
    )  # fmt: skip
    assert [dates(each) for each in days] == [["2026-03-26"], ["2026-03-26"], ["2026-04-10"]]
    # What was ahead before is told with the day on which it was told.
    (moved,) = (change for change in days[-1].stories[0].changes if change.about == "plan moved")
    assert moved.since == DAYS[0]
    assert moved.before is not None
    assert "26 March" in moved.before.text


def test_two_events_of_one_day_are_two_entries() -> None:
    """What happens on one day in one story is told of each: a later telling with another event of the day does not push the first out; the same event is told once."""
    fire = "A landslide buried the hotel at Lindmouth. "
    first = (
        fire
        + "A funeral for the cook will be held on Thursday in the cathedral. The coast road is to reopen on Friday."
    )
    second = (
        fire
        + "Some 410 people who had to leave their homes may go back on Thursday. The coast road will reopen on Friday at last."
    )
    *_, last = told(("Landslide buries hotel at Lindmouth", first), ("Fifth body found in hotel at Lindmouth", second))
    assert dates(last) == ["2026-03-19", "2026-03-19", "2026-03-20"]


def test_a_day_far_ahead_is_that_of_one_event() -> None:
    """What a story dates to one day more than a month ahead is one event in other words."""
    text = "A deal was signed at Lindmouth. The museum plans to show the panel from 15 May. Paula Renn hopes to hang it on 15 May."
    (briefing,) = told(("Panel comes back to Lindmouth", text))
    assert dates(briefing) == ["2026-05-15"]


def test_an_entry_that_names_nobody_has_its_headline() -> None:
    """An entry that opens on nobody who is named in it has the headline of its story before it, in the calendar too; one that names who it is of has none."""
    title = "Jury out in trial of Lindmouth treasurer"
    text = "The jury in the trial of a treasurer of Lindmouth retired on Friday. They will resume on Monday, the court said. The mayor will open a fair on 28 March."
    (briefing,) = told((title, text))
    (first, second) = briefing.ahead
    found = sections.context(first, briefing)
    assert found is not None
    assert found.text == title
    assert sections.context(second, briefing) is None
    assert f"SUMMARY:{title}: They will resume" in to_calendar(briefing)


def test_a_diary_cut_short_says_how_many_more_there_are() -> None:
    """Of dates that have no room at a length the number is told; where all are shown, nothing is."""
    (briefing,) = told((TITLE, PLAN))
    assert more_ahead(briefing, Plan({"ahead": 1})) == "1 more"
    assert not more_ahead(briefing, Plan({"ahead": 2}))
    assert not more_ahead(briefing, Plan(whole=True))


MOTION = "The council of Lindmouth is to debate the contract of the mayor Paula Renn on Saturday 28 March. The auditor will bring her report on the contract to the council on 27 March, she said."


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("The debate of the council of Lindmouth on the contract, set for 28 March, was withdrawn on Sunday.", ["2026-03-27"]),
        ("The auditor said that she would bring her report on the contract forward from 27 March to 20 March.", ["2026-03-20", "2026-03-28"]),
        ("The mayor of Lindmouth, Paula Renn, wept in the council over the contract.", ["2026-03-27", "2026-03-28"]),
    ],
)  # fmt: skip
def test_a_debate_withdrawn_and_a_report_brought_forward(said: str, left: list[str]) -> None:
    """What is withdrawn leaves the diary, also where its day was told with that of the week; of what is brought forward the old day goes."""
    *_, last = told(
        ("Council of Lindmouth to debate contract of mayor", MOTION),
        ("Contract of mayor of Lindmouth", f"The mayor of Lindmouth, Paula Renn, defended her contract on Sunday. {said}"),
    )  # fmt: skip
    assert dates(last) == left


def test_a_day_that_was_wrong_leaves_the_diary() -> None:
    """A date of which its paper says that it was wrong goes, whatever else the same column corrects; another day that it names stays."""
    wrong = 'An article on Saturday ("Opera festival in Lindmouth") said that the Lindmouth opera festival would open on 28 March with a concert at the Corn Hall. The date is 27 March.'
    column = f"In a report on Friday we wrote that nine herons live at the weir of Skerrow. There are eight. We regret the error.\n\n{wrong}"
    *_, last = told((TITLE, FESTIVAL), ("Corrections and clarifications", column))
    assert dates(last) == []
    *_, last = told((TITLE, FESTIVAL), ("Corrections and clarifications", column.replace("28", "29")))
    assert dates(last) == ["2026-03-28"]


TODAY = "The mayor of Lindmouth, Paula Renn, is on trial over a contract for lamps. "


@pytest.mark.parametrize(
    ("plan", "said", "stays"),
    [
        ("The board of the lamp firm will meet on Sunday.", "The board of the lamp firm turned down the offer of the town on Sunday.", False),
        ("The clerk, Anton Weir, will be called on Sunday.", "The clerk Anton Weir told the court that he had seen nothing.", False),
        ("The court is to hold an emergency hearing on Sunday.", '"I was asleep," she said after the emergency hearing.', False),
        ("Both sides are to meet in Lindmouth on Sunday.", "The town gave in after six hours of talks on Sunday.", False),
        ("Engineers of the coastguard are to climb the lamps of Skerrow on Sunday.", "Engineers who climbed the lamps of Skerrow for the coastguard found rust.", False),
        ("The board of the lamp firm will meet on Sunday.", "The board of the lamp firm said on Sunday that it was tired.", True),
        ("The board of the lamp firm will meet on Sunday.", "The board of the lamp firm turned down the offer of the town on Friday.", True),
        ("The board of the lamp firm will meet on Sunday.", "The board of the lamp firm will vote on the offer of the town on Sunday evening.", True),
        ("The clerk, Anton Weir, will be called on Sunday.", "The clerk Anton Weir is 40 years old.", True),
    ],
)  # fmt: skip
def test_what_was_to_be_today_and_has_been(plan: str, said: str, stays: bool) -> None:
    """What was to be today is not announced any more where today's account of its story tells it, or what came of it, as past."""
    *_, last = told(
        ("Mayor of Lindmouth on trial over lamps", TODAY + plan),
        ("Trial of mayor of Lindmouth over lamps", TODAY + said),
    )
    assert ("2026-03-15" in dates(last)) == stays


@pytest.mark.parametrize(
    ("plan", "said", "stays"),
    [
        ("They will appear in court on Sunday.", "Two cooks from Lindmouth were fined 900 euros each on Sunday for carrying knives on to a ferry.", False),
        ("They will appear in court on Sunday.", "Two cooks from Lindmouth carried knives on to a ferry for years, a waiter said.", True),
        ("They will appear in court on Sunday evening.", "Two cooks from Lindmouth were led off a ferry on Sunday because of their knives.", True),
        ("The two waiters will appear in court on Sunday.", "Two cooks from Lindmouth were fined 900 euros each on Sunday for carrying knives on to a ferry.", True),
    ],
)  # fmt: skip
def test_who_was_to_do_it_today_is_named_by_todays_account(plan: str, said: str, stays: bool) -> None:
    """What "they" were to do today is not announced where today's account of the story opens on what happened that day: it has the names, and what came of it."""
    *_, last = told(
        ("Cooks with knives on ferry to Lindmouth", f"Two cooks from Lindmouth carried knives on to a ferry on Friday. {plan}"),
        ("Cooks with knives on ferry to Lindmouth", said),
    )  # fmt: skip
    assert ("2026-03-15" in dates(last)) == stays


def test_a_past_cause_is_not_ahead_today() -> None:
    """The day of what made a plan possible is no day of the plan."""
    text = (
        "The Lindmouth regatta will go ahead on 28 and 29 March after ferry crews suspended their strike on Saturday."
    )
    (briefing,) = told(("Regatta of Lindmouth saved", text))
    assert dates(briefing) == ["2026-03-28"]
