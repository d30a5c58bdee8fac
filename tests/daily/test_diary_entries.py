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
