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


@pytest.mark.parametrize(
    ("port", "expected"),
    [
        ("At 7am it met a port by the sea.", "2025-11-25T07:00"),
        ("At 7am it met the winner of 2019.", "?"),
    ],
)
def test_a_time_of_day_beside_another_date_is_not_of_the_day_told_before(port: str, expected: str) -> None:
    """A time of day whose own sentence tells of another date is not of the day of the sentence before."""
    text = f"The ferry left on Tuesday. {port} The port closes in June."
    (time,) = (time for time in find_times(text, [(0, len(text))], PUBLISHED) if time.precision == "time")
    assert value(time) == expected


def test_the_next_day_is_counted_from_the_paragraph_before() -> None:
    """ "The next day", which opens a paragraph, follows the one day that the paragraph before tells of."""
    assert last("A ferry sank on 3 May 2024.", "The next day divers came.") == "2024-05-04"
    assert last("A ferry sank on 3 May 2024 and was raised on 9 May 2024.", "The next day divers came.") == "?"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("A barn was gutted by a fire on Friday.", "Crews were called at 3.15 a.m."),
        ("A quake killed four people on Friday.", "The hearing began at 10 a.m. in a tent."),
        ("A quake killed four people on Friday.", "A third tremor hit at 2 a.m. as crews dug."),
        ("A barge sank late on Friday.", "The search was called off at 1 p.m."),
        ("A coach left the road on Saturday.", "The tour had begun at 10 p.m. in Leeds."),
        ("A bomb killed two on Saturday.", "The first such bomb went off at 6 p.m."),
        ("A firm cut its forecast.", "Crude was spilled by a tanker at 0200 GMT."),
        ("A firm cut its forecast.", "A dealer's car was stolen at 0330 GMT, and shares in it were sold."),
        ("A firm cut its forecast.", "Shares in the firm were down 7.8% at 0915 GMT."),
    ],
)
def test_a_time_of_day_stays_open_where_it_may_be_of_another_day(first: str, then: str) -> None:
    """A paragraph that opens on a time of day may tell of another event than the one before, and of another day than publication."""
    assert last(first, then) == "?"


def of(text: str) -> str:
    """The value of the last time of day in a paragraph, which may be quoted."""
    quoted = [(found.start(), found.end()) for found in re.finditer(r"“[^”]*”", text)]
    times = find_times(text, [(0, len(text))], PUBLISHED, quoted)
    return value([time for time in times if time.precision == "time"][-1])


@pytest.mark.parametrize(
    "text",
    [
        "A clerk was stabbed on Friday. She had left the shop at 11 p.m.",
        "A mill burnt on Friday. “I got up at 5 a.m.,” a baker said.",
        "A mill burnt on Friday. A fire broke out there at 8 a.m. two decades ago.",
        "A mill burnt on Friday. A warning was sent at 8 p.m. the day before.",
        "A mill burnt on Friday. A warning was sent the night before at 8 p.m.",
        "A mill burnt on Friday. The last shift left at 8 p.m. the evening before.",
        "A mill burnt on Friday. Years earlier a fire broke out there at 8 a.m.",
    ],
)
def test_a_time_of_day_is_not_of_the_sentence_before_where_its_own_tells_otherwise(text: str) -> None:
    """What is said, what had been done before and what stands beside another date need not be of the day of the sentence before."""
    assert "2025-11-28" not in of(text)


def test_a_time_of_day_is_of_the_sentence_before() -> None:
    """A time of day that nothing parts from the day before it is of that."""
    assert of("A mill burnt on Friday. Crews came at 5 a.m.") == "2025-11-28T05:00"
    assert of("A mill burnt on Friday. Crews came at 5 a.m., a day before the fair.") == "2025-11-28T05:00"
    assert of("“A mill burnt on Friday. Crews came at 5 a.m.”") == "2025-11-28T05:00"
