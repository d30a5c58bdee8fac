"""Rules of single entries of the diary: what is one, and how it reads on the day on which it is shown. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.briefing import Briefing
from summarize.rendering.briefing import sections, to_markdown
from summarize.rendering.briefing.calendar import to_calendar
from summarize.rendering.briefing.plan import Plan, dates_ahead
from tests.daily.test_diary import TITLE, dates, told

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
