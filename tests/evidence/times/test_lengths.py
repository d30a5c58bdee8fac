"""Days, weeks, weekends, months and years by the day of publication, a Wednesday, and by the date before."""

from __future__ import annotations

import pytest

from tests.evidence.times.cases import Case, case, shown

PUBLISHED = "2026-03-11"
CASES = [
    case("It rained at the weekend.", "the weekend = 2026-03-07..2026-03-08"),
    case("It will rain at the weekend.", "the weekend = 2026-03-14..2026-03-15"),
    case("It rained last weekend.", "last weekend = 2026-03-07..2026-03-08"),
    case("It will rain this weekend.", "this weekend = 2026-03-14..2026-03-15"),
    case("It will rain next weekend.", "next weekend = 2026-03-21..2026-03-22"),
    case("It rained this weekend.", "this weekend = 2026-03-07..2026-03-08"),
    case("It rained last week.", "last week = 2026-03-02..2026-03-08"),
    case("It will rain next week.", "next week = 2026-03-16..2026-03-22"),
    case("It rained this week.", "this week = 2026-03-09..2026-03-15"),
    case("It rained a fortnight ago.", "a fortnight ago = 2026-02-23..2026-03-01"),
    case("It rained three days ago.", "three days ago = 2026-03-08"),
    case("It rained two weeks ago.", "two weeks ago = 2026-02-23..2026-03-01"),
    case("It rained two months ago.", "two months ago = 2026-01"),
    case("It rained two years ago.", "two years ago = 2024"),
    case("It rained a decade ago.", "a decade ago = 2016"),
    case("It rained last month.", "last month = 2026-02"),
    case("It rained last year.", "last year = 2025"),
    case("It rained this year.", "this year = 2026"),
    case("It will rain next year.", "next year = 2027"),
    case("It rained last quarter.", "last quarter = 2025-Q4"),
    case("It rained in the past three days.", "the past three days = 2026-03-08..2026-03-11"),
    case("It rained over the last two weeks.", "the last two weeks = 2026-02-25..2026-03-11"),
    case("It rained in the past six months.", "the past six months = 2025-09..2026-03"),
    case("It will rain in the next five years.", "the next five years = 2026..2031"),
    case("Three more shops were robbed over the next nine days.", "the next nine days = ?"),
    case("The rest sailed within the next two weeks.", "the next two weeks = ?"),
    case("They agreed to meet within the next two weeks.", "the next two weeks = 2026-03-11..2026-03-25"),
    case("It said that more would be robbed over the next nine days.", "the next nine days = 2026-03-11..2026-03-20"),
    case("It rained in the week of 2 March.", "the week of 2 March = 2026-03-02..2026-03-08"),
    case("It rained in the week of 1 March.", "the week of 1 March = 2026-03-01..2026-03-07"),
    case("It rained in the week ending 6 March.", "the week ending 6 March = 2026-02-28..2026-03-06"),
    case("It rained in the week beginning 2 March.", "the week beginning 2 March = 2026-03-02..2026-03-08"),
    case(
        "On 2 February it rained. Three days later it snowed.",
        "2 February = 2026-02-02",
        "Three days later = 2026-02-05",
    ),
    case(
        "On 2 February it rained. A week earlier it snowed.",
        "2 February = 2026-02-02",
        "A week earlier = 2026-01-26..2026-02-01",
    ),
    case("In February it rained. A year earlier it snowed.", "February = 2026-02", "A year earlier = 2025"),
    case("In 2019 it rained. Three days later it snowed.", "2019 = 2019", "Three days later = ?"),
    case("In 2019 it rained. Two years later it snowed.", "2019 = 2019", "Two years later = 2021"),
    case(
        "From 2 to 4 February it rained. A day later it snowed.",
        "From 2 to 4 February = 2026-02-02..2026-02-04",
        "A day later = 2026-02-05",
    ),
    case(
        "From 2 to 20 February it rained. A day later it snowed.",
        "From 2 to 20 February = 2026-02-02..2026-02-20",
        "A day later = ?",
    ),
    case(
        "In the first quarter of 2025 sales fell from a year earlier.",
        "the first quarter of 2025 = 2025-Q1",
        "a year earlier = 2024-Q1",
    ),
    case("In March 2025 it rained, more than a year earlier.", "March 2025 = 2025-03", "a year earlier = ?"),
    case("On 2 February it rained. A month later it snowed.", "2 February = 2026-02-02", "A month later = 2026-03"),
    case("It rained yesterday.", "yesterday = 2026-03-10"),
    case("It will rain tomorrow.", "tomorrow = 2026-03-12"),
    case("It rained today.", "today = 2026-03-11"),
    case("It rained tonight.", "tonight = 2026-03-11"),
    case("It rained on Sunday.", "Sunday = 2026-03-08"),
    case("It will rain on Sunday.", "Sunday = 2026-03-15"),
    case("It rained last Sunday.", "last Sunday = 2026-03-08"),
    case("It will rain next Sunday.", "next Sunday = 2026-03-15"),
    case("It rained the day before yesterday.", "the day before yesterday = 2026-03-09"),
    case("It will rain the day after tomorrow.", "the day after tomorrow = 2026-03-13"),
    case("It rained on Wednesday.", "Wednesday = 2026-03-11"),
    case("It will rain on Wednesday.", "Wednesday = 2026-03-11"),
    case("It rained earlier this month.", "earlier this month = 2026-03"),
    case("It will rain later this year.", "later this year = 2026"),
    case("It rained at the start of the week.", "the start of the week = 2026-03-09..2026-03-15"),
    case("It rained at the end of last month.", "the end of last month = 2026-02"),
    case("It rained in mid-February.", "mid-February = 2026-02"),
    case("It rained in early 2025.", "early 2025 = 2025"),
    case("It rained on New Year's Day.", "New Year's Day = 2026-01-01"),
    case("It rained on Christmas Day.", "Christmas Day = 2025-12-25"),
    case("It will rain on Christmas Day.", "Christmas Day = 2026-12-25"),
]


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.sentence[:50])
def test_lengths(one: Case) -> None:
    """A unit is counted from the publication, or from the date before where the words say so; what is finer than that date stays open."""
    assert shown(one.sentence, PUBLISHED) == one.expected
