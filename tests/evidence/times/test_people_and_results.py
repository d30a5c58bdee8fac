"""Rules of people who are called as a day is, of quarters whose results are due, and of what a court has stayed. All sentences were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.times import find_times


def _times(text: str, published: str) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.value_start) for one in find_times(text, [(0, len(text))], published)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A weaver, who gave her name only as Sunday, wept. “It was cold,” Sunday said.", []),
        ("A guard gave his name as Friday. He came on Friday. Friday wept.", ["Friday"]),
        ("A carter introduced himself as May, and left in May.", ["May"]),
        ("“It was cold,” Sunday told a court.", []),
        ("“It was cold,” Sunday said the carter.", ["Sunday"]),
        ("The men were named as Sunday drew near.", ["Sunday"]),
        ("Police were told Sunday of a fire.", ["Sunday"]),
        ("He gave his name to a guard on Sunday.", ["Sunday"]),
    ],
)
def test_a_name_that_somebody_gives_is_no_day(text: str, days: list[str]) -> None:
    """What somebody gives for a name is no date, nor is who a quotation goes on with; behind a preposition the same word is a day."""
    assert [words for words, _ in _times(text, "2026-03-06")] == days


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("The firm will publish third-quarter results soon.", "2026-10-21", "2026-Q3"),
        ("The firm will publish third-quarter results soon.", "2026-09-21", "2026-Q3"),
        ("Results for the fourth quarter will follow, the firm said.", "2026-01-12", "2025-Q4"),
        ("The firm will report second-quarter results then.", "2026-03-28", "2026-Q2"),
        ("Third-quarter results will follow, the firm said.", "2026-11-29", "2027-Q3"),
        ("The firm will test it, with results expected in the fourth quarter.", "2026-01-30", "2026-Q4"),
        ("The firm will cut third-quarter output by a fifth.", "2026-10-21", "2027-Q3"),
    ],
)
def test_a_quarter_whose_results_are_due_is_the_last_one(text: str, published: str, first: str | None) -> None:
    """Results that are to come are of the quarter that runs or ended last, or of the next; and a quarter in which something will be done is to come."""
    ((_, start),) = _times(text, published)
    assert start == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A judge stayed the closure of 40 stalls at the port until 9 April.", "2026-04-09"),
        ("The fee has been stayed till 9 April, a court said.", "2026-04-09"),
        ("The carter stayed the night until 9 April.", "2025-04-09"),
        ("The carter stayed in Norby until 9 April.", "2025-04-09"),
        ("She said she expected a vote before June.", None),
    ],
)
def test_what_a_court_stays_lasts_until_a_day_to_come(text: str, first: str | None) -> None:
    """A stay is ordered until a day ahead, a guest stayed until one that is past, and what somebody expected before a month is open."""
    ((_, start),) = _times(text, "2026-02-18")
    assert start == first
