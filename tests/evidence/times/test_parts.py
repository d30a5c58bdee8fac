"""A time of day in a later paragraph belongs to the day whose part it falls in. Publication is on Thursday 5 March 2026."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.evidence.times import FoundTime, find_times


def clocks(*paragraphs: str) -> list[FoundTime]:
    """The times of day of some paragraphs."""
    text, regions = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = regions[-1][1] + 2 if regions else 0
        regions.append((start, start + len(paragraph)))
    return [one for one in find_times(text, regions, "2026-03-05") if one.precision == "time"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("A barn burnt down in the early hours of Tuesday.", "Crews were called at 3.15 a.m."),
        ("A barn burnt down before dawn on Tuesday.", "Crews were called at 3.15 a.m."),
        ("A barn burnt down early Tuesday.", "Crews were called at 9.15 a.m."),
        ("A barn burnt down on Tuesday morning.", "Crews were called at 9.15 a.m."),
        ("A barn burnt down on Tuesday afternoon, a day after a fire on Monday.", "Crews were called at 2 p.m."),
        ("A barn burnt down on Tuesday night.", "Crews were called at 9.30 p.m."),
        ("A barn burnt down late on Tuesday.", "Crews were called at 9.30 p.m."),
    ],
)
def test_a_time_is_of_the_day_whose_part_it_falls_in(first: str, then: str) -> None:
    """A part of a day with its hours is surer than the day alone."""
    assert [one.value_start and one.value_start[:10] for one in clocks(first, then)] == ["2026-03-03"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Lee was jailed on Tuesday afternoon.", "He stabbed the man at 2.15 a.m."),
        ("A barn burnt down on Tuesday.", "Crews were called at 3.15 a.m."),
        ("A barn burnt down on Tuesday night.", "Crews left at 1.30 a.m."),
        ("A barn burnt down early on Tuesday.", "The market opens at 9 a.m."),
        ("A barn burnt down early on Tuesday.", "The market will open at 9 a.m."),
        ("A fire on Tuesday evening followed one on Monday evening.", "Crews were called at 9.30 p.m."),
        ("The council met on Tuesday evening.", "The last meeting, in May, ended at 9.30 p.m."),
        ("The hearing begins on Friday morning.", "The last one began at 9.30 a.m."),
    ],
)
def test_a_time_out_of_the_part_or_to_come_stays_open(first: str, then: str) -> None:
    """What does not fall in the part, two parts, no part and what is no past leave a time without its day."""
    assert [one.value_start for one in clocks(first, then)] == [None]


@given(st.integers(0, 4))
def test_a_part_reaches_two_paragraphs_that_name_no_date(between: int) -> None:
    """Paragraphs without a date may stand between, but not many."""
    found = clocks("A barn burnt down early Tuesday.", *["Nobody was hurt."] * between, "Crews came at 9.15 a.m.")
    assert [one.value_start is not None for one in found] == [between < 2]


def test_a_paragraph_with_a_date_ends_it() -> None:
    """A paragraph that tells of another day is what a time behind it would belong to."""
    found = clocks("A barn burnt down early Tuesday.", "In 2019 a mill burnt there.", "Crews came at 9.15 a.m.")
    assert [one.value_start for one in found] == [None]
