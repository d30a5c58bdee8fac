"""Rules of the diary from day to day: what was ahead stays there until it comes, or is given up. All texts were written for these tests."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarize.briefing import Briefing, Made
from summarize.daily.day import briefing_of
from summarize.daily.memory import Memory
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
