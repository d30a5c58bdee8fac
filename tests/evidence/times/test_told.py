"""A time of day without a day, at the head of a paragraph, and the day that the paragraph before tells of. Publication is on a Saturday."""

from __future__ import annotations

import re

import pytest

from summarize.evidence.times import find_times
from tests.evidence.times.cases import PUBLISHED, value

SUNDAY, FRIDAY = "2025-11-23", "2025-11-28"
SAME = [
    ("A ferry ran aground on Sunday.", "All were taken off at 9:30 a.m., an officer said.", f"{SUNDAY}T09:30"),
    ("A bus hit a wall at 7 p.m. on Sunday.", "The road was opened again at 9.15 p.m. by the army.", f"{SUNDAY}T21:15"),
    ("A bus hit a wall on Sunday night.", "It struck the wall at 9 p.m. in rain.", f"{SUNDAY}T21:00"),
    ("A hearing will be held on Monday.", "Doors will open at 7 p.m. at the hall.", "2025-12-01T19:00"),
]
OPEN = [
    ("A man was shot, police said Friday.", "Officers found him at 9 p.m. in a car."),
    ("A hearing will be held on Monday.", "He was found at 7 p.m. in the hall."),
    ("He was found on Sunday.", "Doors will open at 7 p.m. at the hall."),
    ("He was found on Sunday.", "She gets up at 5 a.m. to feed them."),
    ("He was found on Sunday.", "The bar usually closes at 2 a.m. at weekends."),
    ("He was found on Sunday.", '"I left at 6 p.m. as always," he said.'),
    ("He was found on Sunday.", "“I left at 6 p.m. as always,” he said."),
    ("He was found on Sunday.", "The driver had left the depot at 6 p.m. with two others."),
    ("He was found on Sunday morning.", "Neighbours heard shots at 11 p.m. from the yard."),
    ("He was attacked late on Sunday.", "Police arrived at 6 a.m. in the yard."),
    ("A bus hit a wall at 7 p.m. on Sunday.", "It left the depot at 6 p.m. with forty people."),
    ("It began on Sunday and ended on Monday.", "It was gone by 6 a.m. at last."),
    ("It burnt on 3 April 2019.", "It was out by 6 a.m. at last."),
    ("The review is due tomorrow evening. The index stood at 214 at 7am.", ""),
]


def last(*paragraphs: str) -> str:
    """The value of the last expression of a text of paragraphs."""
    text = "\n\n".join(paragraphs)
    regions = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    return value(find_times(text, regions, PUBLISHED)[-1])


@pytest.mark.parametrize(("before", "after", "expected"), SAME)
def test_a_time_of_day_is_of_the_day_told_before(before: str, after: str, expected: str) -> None:
    """A time of day that fits the one day of the paragraph before, and lies as that does, is on it."""
    assert last(before, after) == expected


@pytest.mark.parametrize(("before", "after"), OPEN)
def test_a_time_of_day_that_may_be_of_another_day_stays_open(before: str, after: str) -> None:
    """What is said, done as a habit, had been done before, lies the other way or does not fit the hour is of no day."""
    assert last(before, after) == "?"
