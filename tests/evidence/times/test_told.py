"""A time of day without a day, at the head of a paragraph, and the day that the paragraph before tells of. Publication is on a Saturday."""

from __future__ import annotations

import re

import pytest

from summarize.evidence.times import find_times
from tests.evidence.times.cases import PUBLISHED, value

BEFORE = [
    ("A man was jailed for life on Tuesday.", "He stabbed the porter at 2 a.m. outside a bar."),
    ("A man was jailed for life on Tuesday afternoon.", "He stabbed the porter at 4 p.m. outside a bar."),
    ("A man was jailed at 2 p.m. on Tuesday.", "He stabbed the porter at 4 p.m. outside a bar."),
    ("An inquest opened on Monday.", "The boy fell from the roof at 4 p.m. in rain."),
    ("The death toll of the quake rose to 40 on Tuesday.", "The quake struck at 4am near the coast."),
    ("A fair will be held on Saturday.", "The queue will form at 8 p.m. the night before."),
    ("A ferry ran aground on Sunday.", "All were taken off at 9:30 a.m., an officer said."),
    ("A fair opens on Saturday in the park.", "Entry free until 5 p.m."),
    ("A ferry sank on Monday.", "Missing since 5 a.m."),
    ("A ferry sank on Monday.", "Alarm since 5 a.m. in all towns."),
    ("A ferry sails on Saturday.", "Boarding by 5 p.m."),
    ("A ferry sank on Monday.", "Free coffee until 11 a.m. for those who had waited."),
]


def last(*paragraphs: str) -> str:
    """The value of the last expression of a text of paragraphs."""
    text = "\n\n".join(paragraphs)
    regions = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    return value(find_times(text, regions, PUBLISHED)[-1])


@pytest.mark.parametrize(("before", "after"), BEFORE)
def test_a_time_of_day_is_not_of_the_day_told_before(before: str, after: str) -> None:
    """A time of day that opens a paragraph has no day by the paragraph before: that may tell of what followed days later, or days earlier."""
    assert last(before, after) == "?"


def test_a_time_of_day_of_another_tense_is_not_of_the_day_told_before() -> None:
    """A time of day without a day is not of a day to come in the sentence before where its own sentence tells of the past."""
    assert last("The review is due tomorrow evening. The index stood at 214 at 7am.") == "?"
    assert last("The review is due tomorrow evening. The index will be read at 7pm.") == "2025-11-30T19:00"


def test_the_next_day_is_counted_from_the_paragraph_before() -> None:
    """ "The next day", which opens a paragraph, follows the one day that the paragraph before tells of."""
    assert last("A ferry sank on 3 May 2024.", "The next day divers came.") == "2024-05-04"
    assert last("A ferry sank on 3 May 2024 and was raised on 9 May 2024.", "The next day divers came.") == "?"


@pytest.mark.parametrize(
    ("first", "then", "day"),
    [
        ("A barn was gutted by a fire on Saturday.", "Crews were called at 3.15 a.m.", "2025-11-29T03:15"),
        ("A barn was gutted by a fire on Friday.", "Crews were called at 3.15 a.m.", "2025-11-28T03:15"),
        ("A barn was gutted by a fire early on Friday.", "It was put out at 4.15 p.m.", "2025-11-28T16:15"),
        ("A barn burned on Friday night.", "Crews were called at 9.30 p.m.", "2025-11-28T21:30"),
        ("A quake killed four people on Friday.", "The quake struck at 4am near the coast.", "2025-11-28T04:00"),
        ("A quake killed four people on Friday.", "It was felt in Leeds. It struck at 4am.", "2025-11-28T04:00"),
        ("A van hit a wall on Friday, the worst crash since May.", "Police were alerted at 6pm.", "2025-11-28T18:00"),
        ("A van hit a wall early on Friday.", "It had left Leeds at 2am.", "2025-11-28T02:00"),
    ],
)
def test_a_time_of_day_of_a_mishap_is_of_the_only_day_told(first: str, then: str, day: str) -> None:
    """Where the only day told is that of a mishap, a past time of day in the next paragraphs is of it if it falls in the part of the day or tells how it began."""
    assert last(first, then) == day
    assert last(first, "Nobody was hurt.", then) == day


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("A man was charged on Saturday.", "He struck the porter at 2 a.m."),
        ("A man was killed on Saturday, police said on Friday.", "It happened at 2 a.m."),
        ("A man who was killed was named on Friday.", "It happened at 2 a.m."),
        ("Police said on Friday that a man was killed.", "It happened at 2 a.m."),
        ("A barn was destroyed on Friday.", "The fire was put out at 4.15 a.m."),
        ("A barn was destroyed on Friday.", "The farmer had left at 4.15 p.m."),
        ("A barn was destroyed on Saturday.", "The farmer had left at 4.15 p.m."),
        ("A barn was destroyed early on Friday.", "The farmer had gone to bed at 11 p.m."),
        ("A barn was destroyed early on Friday.", "The farmer left at 9 p.m."),
        ("A barn was destroyed on Friday night.", "The fire was put out at 4.15 a.m."),
        ("A barn was destroyed on Friday.", "Crews are called at 4.15 a.m. in such cases."),
        ("A barn was destroyed on Friday.", "The farmer rose every day when the bell struck at 4.15 a.m."),
        ("A quake killed four people on Friday.", "An aftershock struck at 4.15 a.m."),
        ("A bomb killed four people on Friday.", "A second one exploded at 4.15 p.m."),
        ("A barn was destroyed on Friday.", "“Crews were called at 4.15 a.m.”"),
        ("A barn was destroyed on Friday.", "In May 2024 a mill burnt. Crews were called at 4.15 a.m."),
        ("A barn was destroyed on Monday and another on Friday.", "Crews were called at 4.15 a.m."),
        ("A barn was destroyed last week.", "Crews were called at 4.15 a.m."),
        ("A barn was destroyed on 3 November.", "Crews were called at 4.15 a.m."),
        ("A barn will be destroyed on Sunday.", "Crews were called at 4.15 a.m."),
    ],
)
def test_a_time_of_day_stays_open_where_it_may_be_of_another_day(first: str, then: str) -> None:
    """What was tried or told that day, what may be of the night before or the morning behind, what is usual, said, or behind another date."""
    text = f"{first}\n\n{then}"
    quoted = [(found.start(), found.end()) for found in re.finditer(r"“[^”]*”", text)]
    regions = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    assert value(find_times(text, regions, PUBLISHED, quoted)[-1]) == "?"


def test_a_paragraph_with_another_date_or_far_below_ends_what_was_told() -> None:
    """Another date in a paragraph between, and three without one, leave a time of day open."""
    first, then = "A barn was destroyed on Friday.", "Crews were called at 4.15 a.m."
    assert last(first, "A mill burnt in May 2024.", then) == "?"
    assert last(first, *["Nobody was hurt."] * 3, then) == "?"
    assert last(first, "It was searched on Saturday.", then) == "?"


@pytest.mark.parametrize(
    ("then", "day"),
    [
        ("Shares in the firm were down 7.8% at 0915 GMT.", "2025-11-28T09:15Z"),
        ("It was above Monday's close. Its shares jumped 24% by 0915 GMT.", "2025-11-28T09:15Z"),
        ("A ship lost power at 0915 GMT.", "?"),
        ("Shares in the firm were down 7.8% at 9 a.m.", "?"),
        ("Shares in the firm will be traded from 0915 GMT.", "?"),
        ("On 3 November shares in the firm were down 7.8% at 0915 GMT.", "2025-11-03T09:15Z"),
    ],
)
def test_a_price_at_an_hour_of_a_zone_is_of_the_day_of_publication(then: str, day: str) -> None:
    """Agencies write of prices while they are made; at a weekend none are."""
    text = f"A firm cut its forecast.\n\n{then}"
    regions = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    assert value(find_times(text, regions, "2025-11-28")[-1]) == day
    if "3 November" not in then:
        assert value(find_times(text, regions, "2025-11-29")[-1]) in {"?", "2025-11-24T09:15Z"}
