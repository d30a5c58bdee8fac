"""Weekdays ahead that are told one after the other. Publication is on Saturday, 29 November 2025."""

from __future__ import annotations

import pytest

from summarize.evidence.times import find_times
from tests.evidence.times.cases import PUBLISHED, value


def values(text: str) -> list[str]:
    """The values of the expressions of a text of one paragraph."""
    return [value(found) for found in find_times(text, [(0, len(text))], PUBLISHED)]


@pytest.mark.parametrize(
    "text",
    [
        "The club plays Norwich on Wednesday and Hull on Saturday.",
        "She is to sing in Lyon on Wednesday, in Nice on Friday and in Turin on Saturday.",
        "The court sits again on Wednesday, Friday and Saturday.",
        "Members will meet Wednesday and again Saturday to talk about locks.",
        "The first match is on Wednesday, the second on Saturday.",
        "She will read in Boyle on Wednesday and in Tuam on Saturday, her agent said.",
    ],
)
def test_days_of_a_list_go_forward(text: str) -> None:
    """The weekday of publication behind a day ahead in one list is that of the next week."""
    first, *_, last = values(text)
    assert (first, last) == ("2025-12-03", "2025-12-06")


def test_a_day_of_a_list_does_not_lie_before_the_one_listed_first() -> None:
    """A weekday between publication and the day that is listed before it is the next one behind that."""
    assert values("They will play Lyon on Thursday and Benfica on Monday.") == ["2025-12-04", "2025-12-08"]
    assert values("They will play Lyon on Monday and Benfica on Thursday.") == ["2025-12-01", "2025-12-04"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The court will rule on Thursday after talks on Monday.", "2025-12-01"),
        ("They will vote on Thursday, her office said on Friday.", "2025-11-28"),
        ("Fines will double on Thursday, the department confirmed on Saturday.", "2025-11-29"),
        ("They will vote on Thursday, and Monday's debate will be short.", "2025-12-01"),
        ("They will vote on Thursday, and on Monday will hold a debate.", "2025-12-01"),
        ("They played Lyon on Thursday and Benfica on Monday.", "2025-11-24"),
    ],
)
def test_a_day_of_another_clause_is_in_no_list(text: str, last: str) -> None:
    """A day behind another verb or clause, of a genitive, or of a past is where its own tense puts it."""
    assert values(text)[-1] == last


def test_the_weekday_of_publication_behind_a_sentence_of_a_day_ahead_is_open() -> None:
    """Of "It plays Hull on Saturday", behind what will be on Wednesday, it does not say whether that is today; of what was, it is."""
    assert values("The club plays Stoke on Wednesday. It plays Hull on Saturday.") == ["2025-12-03", "?"]
    assert values("The club beat Stoke on Wednesday. It plays Hull on Saturday.") == ["2025-11-26", "2025-11-29"]
