"""Forms of dates that papers use now and then, and sentences that look like them. Publication is on Thursday 12 November 2026."""

from __future__ import annotations

import pytest

from tests.evidence.times.cases import shown

THURSDAY = "2026-11-12"


def _values(sentence: str) -> list[str]:
    return [value for _, value in shown(sentence, THURSDAY)]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Output fell in the first nine months of the year.", ["2026-01..2026-09"]),
        ("It killed 12 in the first seven months of this year.", ["2026-01..2026-07"]),
        ("They sold 40 in the first two months of last year.", ["2025-01..2025-02"]),
        ("Exports fell in the last three months of 2025.", ["2025-10..2025-12"]),
        ("They will sell more in the first three months of next year.", ["2027-01..2027-03"]),
        ("In the first eleven months of the year it lost money.", ["?"]),
        ("Profit fell in the first nine months of fiscal 2026.", ["?"]),
        ("He wept through the first nine months of the war.", []),
        ("They won the first nine games of the year.", []),
    ],
)
def test_months_are_counted_from_either_end_of_a_year(sentence: str, values: list[str]) -> None:
    """So many months of a calendar year are a range; months that are not over, and those of a business year, stay open."""
    assert _values(sentence) == values


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It was the highest for May since 2010.", ["2026-05", "2010"]),
        ("Rainfall for August was the lowest on record.", ["2026-08"]),
        ("Salaries for June were paid late.", ["2026-06"]),
        ("Wages for December will be cut.", ["2026-12"]),
        ("They voted for May.", []),
        ("A record for June Pritchard, who won.", []),
        ("The sales for April's firm fell.", []),
    ],
)
def test_what_is_reckoned_by_months_is_for_a_month(sentence: str, values: list[str]) -> None:
    """Wages, figures and records are for a month, also for one that is somebody's name."""
    assert _values(sentence) == values


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Nine died, against four in the same period of 2025.", ["2025"]),
        ("It has not risen since the 2021/2022 financial year.", ["2021..2022"]),
        ("The score was 2021/2099.", []),
        ("It had 71 pupils in its best year, 1983, when it was new.", ["1983"]),
        ("In that year, 1983 people left.", []),
        ("Rain is forecast for the weekend.", ["2026-11-14..2026-11-15"]),
        ("They went away for the weekend.", []),
        ("The new dates fall on the weekend of the Inish Regatta.", []),
        ("The new dates fall on the weekend of 28 November.", ["2026-11-28"]),
        ("The boat was boarded at about 03h30 on Monday.", ["2026-11-09T03:30"]),
        ("On Monday at 0125 hrs it passed.", ["2026-11-09T01:25"]),
        ("The bill was approved at 01.25 hrs on Monday.", ["2026-11-09T01:25"]),
        ("It flew 12h30 without a stop on Monday.", ["2026-11-09"]),
        ("It flew for about 12.30 hours on Monday.", ["2026-11-09"]),
        ("It last sat in August.", ["2026-08"]),
        ("It met on the last Saturday in August.", ["2026-08-29"]),
    ],
)
def test_years_weekends_and_hours_in_other_forms(sentence: str, values: list[str]) -> None:
    """Years parted by a stroke or set off by commas, a weekend that something is forecast for, hours behind an "h" or before "hrs"."""
    assert _values(sentence) == values


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The race was on 4 November. He had fallen the Sunday before.", ["2026-11-04", "2026-11-01"]),
        ("The race was on 4 November. The previous Sunday he fell.", ["2026-11-04", "2026-11-01"]),
        ("It will be on 4 December. Rain will come the Sunday after.", ["2026-12-04", "2026-12-06"]),
        ("He had passed his examination the Sunday before.", ["?"]),
        ("The following Sunday he fell.", ["?"]),
        ("He fell on 1 November. It was that Sunday that she came.", ["2026-11-01", "2026-11-01"]),
        ("He fell on 2 November. It was that Sunday that she came.", ["2026-11-02", "?"]),
        ("The Sunday before polling he fell.", ["?"]),
        ("He fell the Sunday before last.", ["2026-11-01"]),
        ("They meet the Sunday after next.", ["2026-11-22"]),
        ("He died two Sundays ago.", ["2026-11-01"]),
        ("He died about three Sundays ago.", []),
    ],
)
def test_a_weekday_beside_another_day_is_counted_from_that(sentence: str, values: list[str]) -> None:
    """ "The Sunday before" and "that Sunday" are of the day told before, and open without one: not of the day of publication."""
    assert _values(sentence) == values


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It opens a week from today.", ["2026-11-19"]),
        ("It opens six weeks from today.", ["2026-12-21..2026-12-27"]),
        ("It opens two weeks tomorrow.", ["2026-11-27"]),
        ("It opens a week today.", ["2026-11-19"]),
        ("It opens a week tomorrow.", ["2026-11-20"]),
        ("It opens tomorrow week.", ["2026-11-20"]),
        ("He died a week ago today.", ["2026-11-05"]),
        ("She lost a week today.", ["?"]),
        ("The tomorrow week-long event", ["2026-11-13"]),
    ],
)
def test_weeks_are_counted_from_a_day(sentence: str, values: list[str]) -> None:
    """A week from today is a day; "a week today" only of what is to come."""
    assert _values(sentence) == values
