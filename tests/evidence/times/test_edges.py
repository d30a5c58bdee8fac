"""Dates and times at the edges of what the calendar and the clock have: the last that is one, and the first that is none."""

from __future__ import annotations

import pytest

from tests.evidence.times.cases import Case, case, shown

DATES = [
    case("The form is dated 31/12/2025.", "31/12/2025 = 2025-12-31"),
    case("The form is dated 12/31/2025.", "12/31/2025 = 2025-12-31"),
    case("The form is dated 1/13/2025.", "1/13/2025 = 2025-01-13"),
    case("The form is dated 13/1/2025.", "13/1/2025 = 2025-01-13"),
    case("The form is dated 12/12/2025.", "12/12/2025 = 2025-12-12"),
    case("The form is dated 11/12/2025.", "11/12/2025 = ?"),
    case("The form is dated 32/12/2025."),
    case("The form is dated 0/12/2025."),
    case("The form is dated 13/13/2025."),
    case("The form is dated 13/1/25.", "13/1/25 = ?"),
    case("The form is dated 13-1-25."),
    case("The form is dated 13.1.25."),
    case("The form is dated 3/3/2100."),
    case("The form is dated 3/3/2099.", "3/3/2099 = 2099-03-03"),
    case("The form is dated 3/3/0999."),
    case("The form is dated 3/3/1000.", "3/3/1000 = 1000-03-03"),
    case("The log reads 2025-12-31.", "2025-12-31 = 2025-12-31"),
    case("The log reads 2025-13-01."),
    case("In June 1000 it shut.", "June 1000 = 1000-06"),
    case("In June 2099 it shut.", "June 2099 = 2099-06"),
    case("On February 29, 2024 it shut.", "February 29, 2024 = 2024-02-29"),
    case("On February 29, 2025 it shut."),
    case("From 29 February to 3 March 2024 it shut.", "From 29 February to 3 March 2024 = 2024-02-29..2024-03-03"),
    case("On 31 May it shut.", "31 May = 2025-05-31"),
    case("On May 31 it shut.", "May 31 = 2025-05-31"),
    case("On May 3-5 it shut.", "May 3-5 = 2025-05-03..2025-05-05"),
    case("On May 3 and 4 it shut.", "May 3 and 4 = 2025-05-03..2025-05-04"),
    case("On May 3 or 4 it shut.", "May 3 = 2025-05-03"),
    case("On 3, 5 and 9 May it shut.", "3 = 2025-05-03", "9 May = 2025-05-09"),
]

TIMES = [
    case("The log reads 2025-11-29T23:59Z.", "2025-11-29T23:59Z = 2025-11-29T23:59Z"),
    case("The log reads 2025-11-29T24:00Z."),
    case("The log reads 2025-11-29T23:60Z."),
    case("The log reads 2025-11-29 00:00.", "2025-11-29 00:00 = 2025-11-29T00:00"),
    case("It shut at 0:30 a.m. on Friday.", "Friday = 2025-11-28"),
    case("It shut at 12:30 a.m. on Friday.", "12:30 a.m. on Friday = 2025-11-28T00:30"),
    case("It shut at 12:30 p.m. on Friday.", "12:30 p.m. on Friday = 2025-11-28T12:30"),
    case("It shut at 13:30 p.m. on Friday.", "Friday = 2025-11-28"),
    case("It shut at 1 p.m. on Friday.", "1 p.m. on Friday = 2025-11-28T13:00"),
    case("It shut at 12 p.m. on Friday.", "12 p.m. on Friday = 2025-11-28T12:00"),
    case("It shut at 11.59 p.m. on Friday.", "11.59 p.m. on Friday = 2025-11-28T23:59"),
    case("It shut at 23:59 on Friday.", "23:59 on Friday = 2025-11-28T23:59"),
    case("It shut at 24:00 on Friday.", "Friday = 2025-11-28"),
    case("It shut at 23:60 on Friday.", "Friday = 2025-11-28"),
    case("It shut at 0930 GMT on Friday.", "0930 GMT on Friday = 2025-11-28T09:30Z"),
    case("It shut at 2359 GMT on Friday.", "2359 GMT on Friday = 2025-11-28T23:59Z"),
    case("It shut at 2400 GMT on Friday.", "Friday = 2025-11-28"),
    case("It shut at 09:30 UTC+5 on Friday.", "09:30 UTC+5 on Friday = 2025-11-28T09:30+05:00"),
    case("It shut at 09:30 UTC+14 on Friday.", "09:30 UTC+14 on Friday = 2025-11-28T09:30+14:00"),
    case("It shut at 09:30 (GMT) on Friday.", "09:30 (GMT) on Friday = 2025-11-28T09:30Z"),
    case(
        "From 9 a.m. to 5 p.m. on Friday it shut.",
        "From 9 a.m. to 5 p.m. on Friday = 2025-11-28T09:00..2025-11-28T17:00",
    ),
    case(
        "Between 9 and 10 a.m. on Friday it shut.",
        "Between 9 and 10 a.m. on Friday = 2025-11-28T09:00..2025-11-28T10:00",
    ),
    case("It shut at 10 CET on Friday.", "10 CET on Friday = 2025-11-28T10:00+01:00"),
    case("It shut at 9.30am EST on Friday.", "9.30am EST on Friday = 2025-11-28T09:30-05:00"),
    case("It shut at 09:30:15 on Friday.", "Friday = 2025-11-28"),
]

YEARS = [
    case("He will visit on May 4 next month.", "May 4 next month = ?"),
    case("He will visit on December 4 next month.", "December 4 next month = 2025-12-04"),
    case("He visited on October 4 last month.", "October 4 last month = 2025-10-04"),
    case("He visited on May 4 last month.", "May 4 last month = ?"),
    case("Monday, 3 March was cold.", "Monday, 3 March = 2025-03-03"),
    case("It will report first-quarter results.", "first-quarter = 2026-Q1"),
    case("It will report fourth-quarter results.", "fourth-quarter = 2025-Q4"),
    case("It will report third-quarter results.", "third-quarter = 2026-Q3"),
    case("The second half of 2024 was good.", "The second half of 2024 = 2024-07..2024-12"),
    case("The 2000 votes were counted."),
    case("The World Cup 2026 begins.", "2026 = 2026"),
    case("Euro 2028 begins.", "2028 = 2028"),
    case("2027 was cold.", "2027 = 2027"),
    case("2024 Budget fell.", "2024 = 2024"),
    case("The club's 2023 profit fell.", "2023 = 2023"),
    case("Its 2031 target stands.", "2031 = 2031"),
    case("EBITDA 2024 rose.", "2024 = 2024"),
    case("since '82", "'82 = 1982"),
    case("since '25 it grew", "'25 = 2025"),
    case("In '08 it fell.", "'08 = 2008"),
    case("In '8 it fell."),
    case("in '082 it fell."),
    case("of 2000 homes"),
    case("to 1500 infantry"),
    case("of 2000 infantry"),
    case("by 1999", "1999 = 1999"),
    case("In 1999, 12 people fell.", "1999 = 1999"),
    case("in 1500", "1500 = 1500"),
    case("before 1945 metres"),
    case("In 2019-20 it fell.", "2019-20 = 2019..2020"),
    case("In 2019-18 it fell."),
    case("In 1999-00 it fell.", "1999-00 = 1999..2000"),
    case("In 2019/20 it fell.", "2019/20 = 2019..2020"),
    case("From 1914 to 1918 it fell.", "From 1914 to 1918 = 1914..1918"),
    case("from 2030 to 2034", "from 2030 to 2034 = 2030..2034"),
]


@pytest.mark.parametrize("one", [*DATES, *TIMES, *YEARS], ids=lambda one: one.sentence[:40])
def test_edges(one: Case) -> None:
    """The last day, month, year, hour and minute have a value, and what lies beyond them has none; what may be read in two ways is open."""
    assert shown(one.sentence) == one.expected
