"""Rules of calendar dates, months, quarters and years. All sentences were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.times import find_times
from tests.evidence.times.cases import Case, case, found, shown

DATES = [
    case("They met on June 2, 4 and 6.", "June 2 = 2025-06-02", "4 = 2025-06-04", "6 = 2025-06-06"),
    case("On June 2, 12 people died.", "June 2 = 2025-06-02"),
    case("The date was pushed to June next year.", "June next year = 2026-06"),
    case("The ferry sank on November 11, 2024, off the coast.", "November 11, 2024 = 2024-11-11"),
    case("The treaty was signed on 9 January 2019 in Oslo.", "9 January 2019 = 2019-01-09"),
    case("She resigned on the 9th of January.", "the 9th of January = 2025-01-09"),
    case("Shares fell on Nov. 3 after the ruling.", "Nov. 3 = 2025-11-03"),
    case("The envoy arrived on Nov 3rd.", "Nov 3rd = 2025-11-03"),
    case("The trial will begin on January 12.", "January 12 = 2026-01-12"),
    case("A hearing is scheduled for March 3.", "March 3 = 2026-03-03"),
    case("The minister met his rival on December 20.", "December 20 = 2024-12-20"),
    case("Turnout: December 3 poll, a preview", "December 3 = 2025-12-03"),
    case("Police arrested him on September 1 this year.", "September 1 this year = 2025-09-01"),
    case("The plant was closed on May 6 last year.", "May 6 last year = 2024-05-06"),
    case("He will pay a visit from December 4-5 next month.", "from December 4-5 next month = 2025-12-04..2025-12-05"),
    case("The panel met from November 26 to 28.", "from November 26 to 28 = 2025-11-26..2025-11-28"),
    case("It was held from 26-28 Nov 2025 in Pune.", "from 26-28 Nov 2025 = 2025-11-26..2025-11-28"),
    case("Rain fell between 3 and 5 May.", "between 3 and 5 May = 2025-05-03..2025-05-05"),
    case("They met on December 4-5, 2024.", "December 4-5, 2024 = 2024-12-04..2024-12-05"),
    case("The fair ran Nov. 30-Dec. 2, 2024.", "Nov. 30-Dec. 2, 2024 = 2024-11-30..2024-12-02"),
    case(
        "The cup will run 30 November \N{EN DASH} 2 December 2025.",
        "30 November \N{EN DASH} 2 December 2025 = 2025-11-30..2025-12-02",
    ),
    case("It ran from 28 December to 3 January 2025.", "from 28 December to 3 January 2025 = 2024-12-28..2025-01-03"),
    case("The tour runs November 26 and 27 only.", "November 26 and 27 = 2025-11-26..2025-11-27"),
    case("Sales rose between April and June 2025.", "between April and June 2025 = 2025-04..2025-06"),
    case("The deal was announced on Monday, 3 March.", "Monday, 3 March = 2025-03-03"),
    case("The vote took place on Tuesday, Jan. 9, 2024.", "Tuesday, Jan. 9, 2024 = 2024-01-09"),
    case("It reopened on Sunday (12 October).", "Sunday (12 October) = 2025-10-12"),
    case("The court ruled on Friday, March 3, 2025.", "Friday, March 3, 2025 = 2025-03-03"),
    case("The march of September 11, 2001, is remembered.", "September 11, 2001 = 2001-09-11"),
    case("Nobody forgot the September 11 attacks.", "September 11 = 2001-09-11"),
    case("The bill passed on 2025-11-04.", "2025-11-04 = 2025-11-04"),
    case("The log reads 2025-11-29T09:30:00Z exactly.", "2025-11-29T09:30:00Z = 2025-11-29T09:30Z"),
    case("Log: 2025-11-29 09:30+05:30, relay open.", "2025-11-29 09:30+05:30 = 2025-11-29T09:30+05:30"),
    case("The form is dated 29/11/2025.", "29/11/2025 = 2025-11-29"),
    case("The form is dated 11/29/2025.", "11/29/2025 = 2025-11-29"),
    case("The form is dated 5/5/2024.", "5/5/2024 = 2024-05-05"),
    case("The form is dated 1/9/2024.", "1/9/2024 = ?"),
    case("Die Urkunde vom 29.11.2025 was shown.", "29.11.2025 = 2025-11-29"),
    case("The form is dated 2025/11/04.", "2025/11/04 = 2025-11-04"),
    case("The form is dated 3.4.2025.", "3.4.2025 = 2025-04-03"),
    case("Log: 2025-11-29T09:30+0530, relay open.", "2025-11-29T09:30+0530 = 2025-11-29T09:30+05:30"),
    case("It was signed on Tuesday, March 4 last year.", "Tuesday, March 4 last year = 2024-03-04"),
    case("In Nov 26 to 28 December they toured.", "Nov 26 to 28 December = 2025-11-26..2025-12-28"),
    case("They toured from March 3, 2019 to May 2.", "from March 3, 2019 to May 2 = 2019-03-03..2019-05-02"),
    case("They toured from Dec. 30, 2019 to Jan. 2.", "from Dec. 30, 2019 to Jan. 2 = 2019-12-30..2020-01-02"),
    case("It ran from 2019 to March 2021.", "from 2019 to March 2021 = 2019..2021"),
    case("Wednesday, March 5: a timetable", "Wednesday, March 5 = 2025-03-05"),
    case("The age limit changed on February 29.", "February 29 = 2024-02-29"),
]

MONTHS_AND_YEARS = [
    case("The bridge was closed in March 2024.", "March 2024 = 2024-03"),
    case("The bridge was closed in March.", "March = 2025-03"),
    case("The bridge will reopen in March.", "March = 2026-03"),
    case("The bank cut rates in December.", "December = 2024-12"),
    case("Officials say talks are on, with a December visit ahead.", "December = 2025-12"),
    case("He was jailed last May.", "last May = 2025-05"),
    case("She will leave next January.", "next January = 2026-01"),
    case("The rule applies since May.", "May = 2025-05"),
    case("An August report blamed the operator.", "August = 2025-08"),
    case("The vote is due by the end of June.", "the end of June = 2026-06"),
    case("Planting begins in mid-March.", "mid-March = 2026-03"),
    case("Growth slowed in early 2024.", "early 2024 = 2024"),
    case("He retired at the end of 2023.", "the end of 2023 = 2023-12"),
    case("They married late last year.", "late last year = 2024"),
    case("It is his first visit since 2021.", "2021 = 2021"),
    case("They signed the pact in 2000.", "2000 = 2000"),
    case("Profit doubled between 2015 and 2019.", "between 2015 and 2019 = 2015..2019"),
    case("He led the party from 2009 to 2013.", "from 2009 to 2013 = 2009..2013"),
    case("The club won in 2018-19.", "2018-19 = 2018..2019"),
    case("Losses grew in 2018/19.", "2018/19 = 2018..2019"),
    case("He won the 2024 election easily.", "2024 = 2024"),
    case("The party (founded 1998) won in 2003 and 2007.", "2003 = 2003", "2007 = 2007"),
    case("Music of the 1990s is back.", "the 1990s = 1990..1999"),
    case("She wrote it in the early 2010s.", "the early 2010s = 2010..2019"),
    case("The worst drought since '82 goes on.", "'82 = 1982"),
    case("The stadium opened in spring 2024.", "spring 2024 = 2024"),
    case("Floods hit in the summer of 2021.", "the summer of 2021 = 2021"),
    case("Visitors came in droves this summer.", "this summer = 2025"),
    case("Visitors came in droves last summer.", "last summer = ?"),
    case("The squad trained for Euro 2024.", "2024 = 2024"),
    case("The firm had hoped to open in October.", "October = 2025-10"),
    case("Rates will fall if the party wins in June.", "June = 2026-06"),
    case("The 2024-2028 plan is late.", "2024-2028 = 2024..2028"),
    case("His first term (2017\N{EN DASH}21) was calm.", "2017\N{EN DASH}21 = 2017..2021"),
    case("She ended 2024 with three titles.", "2024 = 2024"),
    case("2023 was the warmest year.", "2023 = 2023"),
    case("Rain came in late October and early November.", "late October = 2025-10", "early November = 2025-11"),
    case("Theresa May told members in May that she may go.", "May = 2025-05"),
    case("The last day of March 2024 was warm.", "The last day of March 2024 = 2024-03-31"),
    case("Sales rose in the last week of March.", "the last week of March = 2025-03"),
    case(
        "In 2019 he won. He quit in October of the same year.",
        "2019 = 2019",
        "October of the same year = 2019-10",
    ),
    case("The Nov. 26-28 summit ended.", "Nov. 26-28 = 2025-11-26..2025-11-28"),
    case("The first day of March 2024 was warm.", "The first day of March 2024 = 2024-03-01"),
    case("He wrote it in the '70s.", "the '70s = 1970..1979"),
    case("Sales were lower than 2023.", "2023 = 2023"),
    case("Sales grew compared with 2023.", "2023 = 2023"),
    case("Talks may start as early as 2027.", "2027 = 2027"),
    case("The fund (2019) closed.", "2019 = 2019"),
    case("The crop of mid-2024 was good.", "mid-2024 = 2024"),
    case("Growth, 2015 \N{EN DASH} 2019: in 2015 \N{EN DASH} 2019 it was flat.", "2015 \N{EN DASH} 2019 = 2015..2019"),
    case("Its 2026 growth forecast was cut.", "2026 = 2026"),
    case("The volatile 2024 Olympics ended.", "2024 = 2024"),
    case("The COP 2024 text failed.", "2024 = 2024"),
    case("They met in winter 2023-24.", "winter 2023-24 = 2023..2024"),
    case("In MARCH the bank failed.", "MARCH = 2025-03"),
]

QUARTERS = [
    case("Prices rose in the September quarter.", "the September quarter = 2025-Q3"),
    case("Sales fell in the 1988 second quarter.", "the 1988 second quarter = 1988-Q2"),
    case(
        "Profit in its fiscal second quarter, which ended Sept. 30, rose.",
        "second quarter, which ended Sept. 30 = 2025-Q3",
    ),
    case("Profit for the year to June 30 fell.", "the year to June 30 = 2024-07..2025-06"),
    case("Profit for the three months to the end of June rose.", "the three months to the end of June = 2025-Q2"),
    case(
        "It may open in the second quarter of 2026, or by the end of that year.",
        "the second quarter of 2026 = 2026-Q2",
        "the end of that year = 2026-12",
    ),
    case("Profit rose in the first half.", "the first half = 2025-01..2025-06"),
    case(
        "Output rose in Q2 2025, from the same quarter of 2021.",
        "Q2 2025 = 2025-Q2",
        "the same quarter of 2021 = 2021-Q2",
    ),
    case("Revenue rose in the third quarter of 2024.", "the third quarter of 2024 = 2024-Q3"),
    case("Third-quarter profit fell sharply.", "Third-quarter = 2025-Q3"),
    case("Profit fell in the fourth quarter.", "the fourth quarter = 2025-Q4"),
    case("Q3 2024 sales beat forecasts.", "Q3 2024 = 2024-Q3"),
    case("It lost money in the first quarter of last year.", "the first quarter of last year = 2024-Q1"),
    case("Sales rose in the first half of 2024.", "the first half of 2024 = 2024-01..2024-06"),
    case("Sales fell in the second half of the year.", "the second half of the year = 2025-07..2025-12"),
    case("Net income for the quarter ended Sept. 30 fell.", "the quarter ended Sept. 30 = 2025-Q3"),
    case("Profit for the six months to June rose.", "the six months to June = 2025-01..2025-06"),
    case(
        "Revenue in the third quarter rose 5% from a year earlier.",
        "the third quarter = 2025-Q3",
        "a year earlier = 2024-Q3",
    ),
    case("Orders shrank last quarter, the company said.", "last quarter = 2025-Q3"),
    case("Output shrank in Q2 and Q3 of 2023.", "Q2 = 2023-Q2", "Q3 of 2023 = 2023-Q3"),
    case("Profit fell in the last quarter of 2009.", "the last quarter of 2009 = 2009-Q4"),
    case("Profit in 2024 Q2 fell.", "2024 Q2 = 2024-Q2"),
    case("Sales fell in the 3rd quarter.", "the 3rd quarter = 2025-Q3"),
    case("H1 2025 sales fell.", "H1 2025 = 2025-01..2025-06"),
    case("Profit will rise in the fourth quarter.", "the fourth quarter = 2025-Q4"),
    case(
        "It lost money in March 2024, more than in the same month last year.",
        "March 2024 = 2024-03",
        "the same month last year = 2023-03",
    ),
]


ALL = [*DATES, *MONTHS_AND_YEARS, *QUARTERS]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.sentence[:40])
def test_values(one: Case) -> None:
    """A sentence has exactly the expected expressions, each with its words and value."""
    assert shown(one.sentence) == one.expected


NOTHING = [
    "A Long March 9 rocket rose; the Women's March drew thousands.",
    "The first half was dull.",
    "You may march on, said Theresa May.",
    "The crowd will march on the palace; it may sit there.",
    "April Jones and June Smith told The Sun that Sat Nav failed.",
    "May said the plan was dead, and by May's own account it was.",
    "He sat down, then wed his second wife.",
    "About 2024 people came, and 2,000 people left.",
    "It cost $2000, or 2000 euros, under No. 2010.",
    "She has 2020 vision and climbed 1945 metres.",
    "The loss of 2000 homes hurt.",
    "He won 2024 votes at room 1999.",
    "Every Monday the bins are emptied, and each Friday too.",
    "The festival is held annually and costs a million a year.",
    "He worked there for three years and lately for six months.",
    "He recently said that the future is now and that at the time it was not.",
    "Prices doubled on Mondays and in the evening.",
    "Sheffield Wednesday drew; the Sunday Times called it Black Friday.",
    "Version 2.0.10 scored 3-2 and 21:19 with 12/25 hits.",
    "Call 555-2010 or write to PO Box 1999.",
    "The home team led 60-58 after the third quarter.",
    "It is the third time this has happened in a decade or so.",
    "The year was hard, the day long, the week dull.",
    "The temperature was in the 70s and he in his 60s.",
    "the mon and the tue",
    "The fair is held every year in July.",
    "The market was worth $5 million, down from $1999 a unit.",
    "It lasted a year and two months, and half a day.",
    "It read 2010's, then 1998/50 and 13:75 pm.",
    "The 1900s and the 80s in degrees; a mild winter.",
    "That day is gone.",
    "It spent its last two months in office idle, and the last 11 days of the race too.",
    "Windows 2000 and Office 2019 are sold out; H.R. 2025 passed.",
    "Read USA Today, or watch This Morning and Fox News Sunday.",
    "Next Sunday Times told of it.",
    "It ran in 2018-19% of homes, and as 2018-2019x then.",
    "It rose in Q5, H3 and Q3x; in season 24/25x it won.",
    "In the 15s and the 1900s it fell by 20s.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing(sentence: str) -> None:
    """Names, verbs, quantities, durations, sets and vague words are no time expressions."""
    assert shown(sentence) == ()


def test_impossible_dates_are_not_found_as_dates() -> None:
    """The calendar has no 31 June and no 29 February 2023."""
    assert all(one.precision != "day" for one in found("It was 31 June, or February 29, 2023, or 2023-02-30."))


def test_what_was_moved_has_two_days_and_no_period() -> None:
    """“Moved from 10 March to 17 March” leaves the day that was given up open, and looks ahead to the other; “from … to …” elsewhere is a period."""
    moved = "The strike was moved from 10 March to 17 March, the union said."
    held = "The strike was held from 10 March to 17 March, the union said."
    values = [
        [(find.value_start, find.value_end) for find in find_times(text, [(0, len(text))], "2026-03-04")]
        for text in (moved, held)
    ]
    assert values[0] == [(None, None), ("2026-03-17", None)]
    assert len(values[1]) == 1
