"""Rules of weekdays, times of day, and what is counted from publication or from the date before it."""

from __future__ import annotations

import pytest

from summarize.evidence.times import find_times
from tests.evidence.times.cases import Case, case, shown

WEEKDAYS = [
    case("The minister ordered heads on Monday to admit the pupils.", "Monday = 2025-11-24"),
    case("A test that had been set for Monday did not take place.", "Monday = ?"),
    case("They will pay a third more than Monday's close.", "Monday = 2025-11-24"),
    case(
        "Doctors will strike on Monday 1, Wednesday 3 and Friday 5 December.",
        "Monday 1 = 2025-12-01",
        "Wednesday 3 = 2025-12-03",
        "Friday 5 December = 2025-12-05",
    ),
    case("Talks had been due on Saturday.", "Saturday = 2025-11-29"),
    case("Buses will be free on Tuesday, the mayor said on Friday.", "Tuesday = 2025-12-02", "Friday = 2025-11-28"),
    case("Trains with bicycles on Tuesday, the railway said.", "Tuesday = ?"),
    case("On Tuesday, the railway said it was sorry.", "Tuesday = 2025-11-25"),
    case("The minister said on Friday that talks failed.", "Friday = 2025-11-28"),
    case("He died on Saturday.", "Saturday = 2025-11-29"),
    case("Saturday's march was peaceful.", "Saturday = 2025-11-29"),
    case("Parliament will vote on Tuesday.", "Tuesday = 2025-12-02"),
    case("The strike is expected to start Monday.", "Monday = 2025-12-01"),
    case("The results are to be announced on Thursday.", "Thursday = 2025-12-04"),
    case("The winner said on Friday she would fly home on Wednesday.", "Friday = 2025-11-28", "Wednesday = 2025-12-03"),
    case("He will hold talks, according to a statement on Friday.", "Friday = 2025-11-28"),
    case("Schools stay closed until Tuesday.", "Tuesday = 2025-12-02"),
    case("Shops closed on Thursday and Friday.", "Thursday = 2025-11-27", "Friday = 2025-11-28"),
    case("She flew home last Tuesday.", "last Tuesday = 2025-11-25"),
    case("They meet next Friday.", "next Friday = 2025-12-05"),
    case("They met on Friday last week.", "Friday last week = 2025-11-21"),
    case("The summit opens on Monday next week.", "Monday next week = 2025-12-01"),
    case("Snow fell early Tuesday.", "early Tuesday = 2025-11-25"),
    case("The blast was heard on Tuesday night.", "Tuesday night = 2025-11-25"),
    case("The crew worked from Monday to Wednesday.", "from Monday to Wednesday = 2025-11-24..2025-11-26"),
    case("He spoke ahead of Sunday's final.", "Sunday = 2025-11-30"),
    case("Votes were counted between Friday and Sunday.", "between Friday and Sunday = 2025-11-21..2025-11-23"),
    case("Delegates will gather Sunday through Tuesday.", "Sunday through Tuesday = 2025-11-30..2025-12-02"),
    case("The ship was due to arrive on Thursday.", "Thursday = ?"),
    case("The final is on Sunday.", "Sunday = 2025-11-30"),
    case("By Friday, thirty people had died.", "Friday = 2025-11-28"),
    case("They were told to answer by Friday.", "Friday = 2025-12-05"),
    case("People vote on the first Sunday of February 2026.", "the first Sunday of February 2026 = 2026-02-01"),
    case("It fell on the last Friday in May 2024.", "the last Friday in May 2024 = 2024-05-31"),
]

RELATIVE = [
    case("It rained in the week of November 9.", "the week of November 9 = 2025-11-09..2025-11-15"),
    case("Prices rose 4% in October from a year earlier.", "October = 2025-10", "a year earlier = 2024-10"),
    case("He resigned in March 2020. A year later he died.", "March 2020 = 2020-03", "A year later = 2021"),
    case(
        "After 2024, profit for the second quarter of fiscal 2027 rose from a year earlier.",
        "2024 = 2024",
        "the second quarter of fiscal 2027 = ?",
        "a year earlier = ?",
    ),
    case("The sale is on Tuesday week.", "Tuesday week = 2025-12-09"),
    case("The sale is a week on Tuesday.", "a week on Tuesday = 2025-12-09"),
    case("She left last week Thursday.", "last week Thursday = 2025-11-20"),
    case("She left two weeks ago Friday.", "two weeks ago Friday = 2025-11-14"),
    case("She left a year ago today.", "a year ago today = 2024-11-29"),
    case("Profit rose 5% from a year ago.", "a year ago = ?"),
    case(
        "It sank on May 3, 2024. A boat the day before failed.",
        "May 3, 2024 = 2024-05-03",
        "the day before = 2024-05-02",
    ),
    case("Work will begin in 2027 and last 18 months.", "2027 = 2027"),
    case("It is due on the 15th of next month.", "the 15th of next month = 2025-12-15"),
    case("The court will sit in the week of January 12.", "the week of January 12 = 2026-01-12..2026-01-18"),
    case("The court sat in the week of January 12.", "the week of January 12 = 2025-01-12..2025-01-18"),
    case("It rained in the week of November 3.", "the week of November 3 = 2025-11-03..2025-11-09"),
    case("It rained in the week ending 8 November.", "the week ending 8 November = 2025-11-02..2025-11-08"),
    case("He was released yesterday.", "yesterday = 2025-11-28"),
    case("He was released yesterday morning.", "yesterday morning = 2025-11-28"),
    case("The cabinet met today.", "today = 2025-11-29"),
    case("The final is tonight.", "tonight = 2025-11-29"),
    case("Polls open tomorrow.", "tomorrow = 2025-11-30"),
    case("It rained last night.", "last night = 2025-11-28"),
    case("Trading was calm this morning.", "this morning = 2025-11-29"),
    case("He met the pope last week.", "last week = 2025-11-17..2025-11-23"),
    case("The talks resume next week.", "next week = 2025-12-01..2025-12-07"),
    case("The fair opens next month.", "next month = 2025-12"),
    case("Earlier this month, the court agreed.", "Earlier this month = 2025-11"),
    case("He will retire later this year.", "later this year = 2025"),
    case("A vote is likely before the end of the year.", "the end of the year = 2025-12"),
    case("He hurt his knee over the weekend.", "the weekend = 2025-11-29..2025-11-30"),
    case("He hurt his knee last weekend.", "last weekend = 2025-11-22..2025-11-23"),
    case("She left three days ago.", "three days ago = 2025-11-26"),
    case("She left two weeks ago.", "two weeks ago = 2025-11-10..2025-11-16"),
    case("She left a month ago.", "a month ago = 2025-10"),
    case("The firm failed three years ago.", "three years ago = 2022"),
    case("The firm failed about three years ago.", "three years ago = ?"),
    case("Prices rose in the past week.", "the past week = 2025-11-22..2025-11-29"),
    case("Prices rose over the last three months.", "the last three months = 2025-08..2025-11"),
    case("The works were to last a year, and could last two years."),
    case("They will build it over the next two years.", "the next two years = 2025..2027"),
    case("Sales were weak this time last year.", "this time last year = 2024"),
    case("He was born in 1980. Two years later the family left.", "1980 = 1980", "Two years later = 1982"),
    case("It sank on May 3, 2024. The next day divers came.", "May 3, 2024 = 2024-05-03", "The next day = 2024-05-04"),
    case("It sank on May 3, 2024; the day before was calm.", "May 3, 2024 = 2024-05-03"),
    case(
        "She won on June 5, 2024, and lost the following day.",
        "June 5, 2024 = 2024-06-05",
        "the following day = 2024-06-06",
    ),
    case("The previous day had been quiet.", "The previous day = ?"),
    case("Two years later he was back.", "Two years later = ?"),
    case("Exports fell 2% from the same period last year.", "the same period last year = 2024"),
    case("He fell ill the day before yesterday.", "the day before yesterday = 2025-11-27"),
    case("It snowed this past week.", "this past week = 2025-11-22..2025-11-29"),
    case("It snowed over the last year.", "the last year = 2024..2025"),
    case(
        "It snowed in the last week of the tour.",
    ),
    case("They meet two weeks from now.", "two weeks from now = 2025-12-08..2025-12-14"),
    case("It sank in 2019. It was raised the next year.", "2019 = 2019", "the next year = 2020"),
    case("It sank on May 3, 2024. That day it rained.", "May 3, 2024 = 2024-05-03", "That day = 2024-05-03"),
    case("It sank on May 3, 2024. The same day it rained.", "May 3, 2024 = 2024-05-03", "The same day = 2024-05-03"),
    case("It sank in 2019. Three days later it was found.", "2019 = 2019", "Three days later = ?"),
    case("Shares rose on Friday to end the day higher.", "Friday = 2025-11-28", "the day = 2025-11-28"),
    case("It rained on Friday. It cleared later in the day.", "Friday = 2025-11-28", "later in the day = 2025-11-28"),
    case("He died in 2019; she had died the year before.", "2019 = 2019", "the year before = 2018"),
    case("In 2010 he quit. He fought. He lost. Two years later he died.", "2010 = 2010", "Two years later = ?"),
]

CLOCKS = [
    case(
        "The fire began at 11:52 p.m. Friday and was out at 12:20 a.m.",
        "11:52 p.m. Friday = 2025-11-28T23:52",
        "12:20 a.m. = 2025-11-29T00:20",
    ),
    case("Roads reopened at noon on Friday.", "noon on Friday = 2025-11-28T12:00"),
    case("The train left at 9.30am on Tuesday.", "9.30am on Tuesday = 2025-11-25T09:30"),
    case("The launch will be at 3 p.m. EST Tuesday.", "3 p.m. EST Tuesday = 2025-12-02T15:00-05:00"),
    case("The quake struck on Monday at 09:30 GMT.", "Monday at 09:30 GMT = 2025-11-24T09:30Z"),
    case("The quake struck on Monday. It hit at 0930 GMT.", "Monday = 2025-11-24", "0930 GMT = 2025-11-24T09:30Z"),
    case("The office opens at 10 a.m. daily.", "10 a.m. = ?"),
    case("Doors open today from 9 a.m. to 5 p.m.", "today from 9 a.m. to 5 p.m. = 2025-11-29T09:00..2025-11-29T17:00"),
    case("The debate begins 8 p.m. ET on Monday.", "8 p.m. ET on Monday = 2025-12-01T20:00"),
    case(
        "It hit at 4:17 a.m. (0117 GMT) on Feb. 6, 2023.",
        "4:17 a.m. = 2023-02-06T04:17",
        "0117 GMT = 2023-02-06T01:17Z",
        "Feb. 6, 2023 = 2023-02-06",
    ),
    case("Updated 28 November 2025 at 17:45 GMT+2.", "28 November 2025 at 17:45 GMT+2 = 2025-11-28T17:45+02:00"),
    case("A call at 11-1 p.m. was missed.", "1 p.m. = ?"),
    case(
        "Shops were shut between 7 and 9 a.m. on Friday.",
        "between 7 and 9 a.m. on Friday = 2025-11-28T07:00..2025-11-28T09:00",
    ),
    case("It struck on Monday at 5pm local time.", "Monday at 5pm local time = 2025-11-24T17:00"),
]


ALL = [*WEEKDAYS, *RELATIVE, *CLOCKS]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.sentence[:40])
def test_values(one: Case) -> None:
    """A sentence has exactly the expected expressions, each with its words and value."""
    assert shown(one.sentence) == one.expected


def test_a_resolution_belongs_to_its_day() -> None:
    """The day before "agreed to" is when it was agreed; the day after is when it is to be done."""
    for sentence, value in (
        ("Roth on Thursday agreed to plead guilty.", "2026-11-26"),
        ("The council on Monday vowed to rebuild the pier.", "2026-11-23"),
        ("The council agreed to meet on Thursday.", "2026-12-03"),
        ("After the first, in April, the bank told it to keep a reserve ready.", "2026-04"),
    ):
        (found,) = find_times(sentence, [(0, len(sentence))], "2026-11-28")
        assert found.value_start == value
