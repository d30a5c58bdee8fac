"""Rules of `summarize.evidence.times`. All sentences were written for these tests; publication is on a Saturday."""

from __future__ import annotations

import re
import time
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evidence.times import FoundTime, find_times
from summarize.languages.tables import table

PUBLISHED = "2025-11-29"  # a Saturday

VALUE = {
    "year": re.compile(r"[0-9]{4}"),
    "quarter": re.compile(r"[0-9]{4}-Q[1-4]"),
    "month": re.compile(r"[0-9]{4}-[0-9]{2}"),
    "day": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "time": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?"),
}


class Case(NamedTuple):
    """A sentence and the expressions in it: their words and their value ("start" or "start..end", "?" if open)."""

    sentence: str
    expected: tuple[tuple[str, str], ...]


def case(sentence: str, *expected: str) -> Case:
    """Written "words = value"."""
    pairs = (one.split(" = ") for one in expected)
    return Case(sentence, tuple((words, value) for words, value in pairs))


def found(text: str, published: str | None = PUBLISHED) -> list[FoundTime]:
    """What is found in a text of one paragraph."""
    return find_times(text, [(0, len(text))], published)


def shown(text: str, published: str | None = PUBLISHED) -> tuple[tuple[str, str], ...]:
    """The finds as a case writes them."""
    return tuple((text[one.start : one.end], value(one)) for one in found(text, published))


def value(one: FoundTime) -> str:
    """A value as a case writes it."""
    if one.value_start is None:
        return "?"
    return one.value_start if one.value_end is None else f"{one.value_start}..{one.value_end}"


DATES = [
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

WEEKDAYS = [
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

HOLIDAYS = [
    case("The shelling on Christmas Day 2023 killed two.", "Christmas Day 2023 = 2023-12-25"),
    case("Shops will close on New Year's Day.", "New Year's Day = 2026-01-01"),
    case("The crash happened on Easter Monday 2024.", "Easter Monday 2024 = 2024-04-01"),
    case("They sang on the Fourth of July.", "the Fourth of July = 2025-07-04"),
    case("They wed on Valentine's Day last year.", "Valentine's Day last year = 2024-02-14"),
    case("The truce will begin on Good Friday.", "Good Friday = 2026-04-03"),
    case("The truce began on Easter Sunday.", "Easter Sunday = 2025-04-20"),
    case("Voters backed the Good Friday Agreement in 1998.", "1998 = 1998"),
    case("Homes were egged on Halloween.", "Halloween = 2025-10-31"),
    case("The truce of Easter Monday last year failed.", "Easter Monday last year = 2024-04-01"),
]

NOTHING = [
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
]

ALL = [*DATES, *MONTHS_AND_YEARS, *QUARTERS, *WEEKDAYS, *RELATIVE, *CLOCKS, *HOLIDAYS]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.sentence[:40])
def test_values(one: Case) -> None:
    """A sentence has exactly the expected expressions, each with its words and value."""
    assert shown(one.sentence) == one.expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing(sentence: str) -> None:
    """Names, verbs, quantities, durations, sets and vague words are no time expressions."""
    assert shown(sentence) == ()


def test_without_publication_only_full_dates_have_values() -> None:
    """Today's date is never used: without a publication date what is relative or lacks a year stays open."""
    text = (
        "On Friday he said that on March 3, 2024, and in 2019, and last week, and on May 5, it snowed at 9 a.m. today."
    )
    assert shown(text, None) == (
        ("Friday", "?"),
        ("March 3, 2024", "2024-03-03"),
        ("2019", "2019"),
        ("last week", "?"),
        ("May 5", "?"),
        ("9 a.m. today", "?"),
    )


@pytest.mark.parametrize("published", ["", "29/11/2025", "soon", "2025-13-01"])
def test_a_publication_date_that_is_none_leaves_relative_ones_open(published: str) -> None:
    """What is no ISO date is no day of publication, and no error."""
    assert shown("He left yesterday.", published) == (("yesterday", "?"),)


def test_publication_may_have_a_time() -> None:
    """Only the date of an ISO datetime counts."""
    assert shown("He left yesterday.", "2025-11-29T23:30:00+05:30") == (("yesterday", "2025-11-28"),)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Met Office has issued a red warning for wind from 3am to 9am on Thursday.",
        "Both clubs have confirmed Sunday as the date.",
        "The actor beat his wife, who was then expecting a child, at their home in January, the suit alleges.",
        "The company reported a loss for Q3 FY24.",
        "Revenue rose in the first quarter of FY27.",
        "Profit fell in the fiscal second quarter, the company said.",
        "The budget for the third quarter of fiscal 2027 rose.",
    ],
)
def test_what_nothing_decides_stays_open(sentence: str) -> None:
    """Where neither tense nor meaning says which day, month or year is meant, none is given: a false date is worse than an open one."""
    found = find_times(sentence, [(0, len(sentence))], "2026-11-28")
    assert found
    assert all(each.value_start is None for each in found)


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


def test_precision_is_that_of_the_value_even_if_open() -> None:
    """An expression has a precision whether it could be resolved or not."""
    texts = (
        "in 2019 ",
        "in the third quarter sales fell",
        "last month",
        "on Friday",
        "at 9 a.m. Friday",
        "two years later",
    )
    for published in (PUBLISHED, None):
        precisions = [found(text, published)[0].precision for text in texts]
        assert precisions == ["year", "quarter", "month", "day", "time", "year"]


def test_quoted_expressions_are_marked() -> None:
    """What stands inside quotation marks is resolved and marked, and nothing else is."""
    text = 'On Friday he wrote: "I left today." He had left yesterday.'
    marks = (text.index('"') + 1, text.rindex('"'))
    times = find_times(text, [(0, len(text))], PUBLISHED, [marks])
    assert [(text[one.start : one.end], one.quoted) for one in times] == [
        ("Friday", False),
        ("today", True),
        ("yesterday", False),
    ]


def test_only_regions_are_read() -> None:
    """Nothing outside the regions is found, and no expression runs from one region into another."""
    text = "Published May 1, 2020 | He left in March\n2019 was wet. Copyright 2018"
    regions = [(text.index("2019"), text.index(" Copyright")), (text.index("He"), text.index("\n"))]
    times = find_times(text, regions, PUBLISHED)
    assert [text[one.start : one.end] for one in times] == ["March", "2019"]


def test_a_blank_line_ends_an_expression() -> None:
    """A headline that ends in a year is not joined with the date line under it."""
    text = "Harbour city hosts Expo 2005\n\nMay 6, 2005\n\nA port opened."
    assert shown(text, "2005-05-06") == (("2005", "2005"), ("May 6, 2005", "2005-05-06"))


def test_any_white_space_stands_for_a_space() -> None:
    """No-break spaces and line ends inside an expression are read as spaces, and offsets stay those of the text."""
    text = "\U0001f600 It fell on November\u00a026,\n2024, and on 3\u202fMay 2024."
    assert shown(text) == (("November\u00a026,\n2024", "2024-11-26"), ("3\u202fMay 2024", "2024-05-03"))


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-31", "9999-12-31", "9999-12-01", "2024-02-29"])
def test_the_ends_of_the_calendar_raise_nothing(published: str) -> None:
    """What falls outside the years 1 to 9999 is open."""
    for one in ALL:
        for time_found in found(one.sentence, published):
            assert_sound(one.sentence, time_found)


def test_impossible_dates_are_not_found_as_dates() -> None:
    """The calendar has no 31 June and no 29 February 2023."""
    assert all(one.precision != "day" for one in found("It was 31 June, or February 29, 2023, or 2023-02-30."))


WORDS = st.sampled_from(
    "the a of in on to and from between until since by early mid late last next this past previous same January May "
    "March Nov. Sept Friday Sun. Monday today tomorrow week month year years quarter third first half end ago later "
    "earlier 3 12 26th 31 2024 1999 99 '82 1990s 2018-19 9.30am 3 p.m. GMT EST 09:30 2025-11-29 1/9/2024 Q3 - , . ( ) "
    "\N{EN DASH} \" ' said will Christmas Day Easter spring said. 2024-02-29T25:61 0 00 weekend day days two".split()
)
PUBLICATIONS = st.one_of(st.none(), st.dates().map(date.isoformat))


def assert_sound(text: str, one: FoundTime) -> None:
    """A find has words, and values that are ISO at its precision and in order."""
    assert 0 <= one.start < one.end <= len(text)
    assert text[one.start : one.end].strip() == text[one.start : one.end]
    if one.value_start is None:
        assert one.value_end is None
        return
    for iso in (one.value_start, one.value_end or one.value_start):
        assert VALUE[one.precision].fullmatch(iso), one
        if one.precision in {"day", "time"}:
            date.fromisoformat(iso[:10])
        if one.precision == "month":
            date.fromisoformat(iso + "-01")
    assert one.value_end is None or one.value_start <= one.value_end


def assert_all_sound(text: str, published: str | None) -> None:
    """Every find is sound, and they are in order and do not overlap."""
    times = found(text, published)
    for one in times:
        assert_sound(text, one)
    assert all(one.end <= other.start for one, other in pairwise(times))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join), PUBLICATIONS)
def test_any_run_of_time_words_is_read_soundly(text: str, published: str | None) -> None:
    """Whatever the order of the words, nothing is raised and every value is valid."""
    assert_all_sound(text, published)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), PUBLICATIONS)
def test_any_text_is_read_soundly(text: str, published: str | None) -> None:
    """Any code points at all, lone surrogates and digits of other scripts among them, raise nothing."""
    assert_all_sound(text, published)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ALL), st.text(alphabet=" \n\u00a0\u2003", max_size=6))
def test_padding_only_moves_offsets(one: Case, padding: str) -> None:
    """White space before a text moves every offset and changes no value."""
    plain, padded = found(one.sentence), found(padding + one.sentence)
    moved = [(time.start + len(padding), time.end + len(padding), time.value_start, time.value_end) for time in plain]
    assert [(time.start, time.end, time.value_start, time.value_end) for time in padded] == moved


@pytest.mark.parametrize(
    "unit",
    [
        "November ",
        "1234567890",
        "12 ",
        "2024-",
        "12:30 ",
        " ",
        "\n \n",
        "1/",
        "Monday ",
        "the end of ",
        "in 2015 and ",
        "'",
    ],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    """Every rule reads a bounded number of words, so a text eight times as long takes about eight times as long."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        find_times(text, [(0, len(text))], PUBLISHED)
        return time.process_time() - start

    seconds(1_000)
    short, long = min(seconds(25_000) for _ in range(3)), seconds(200_000)
    assert long < 24 * max(short, 0.01)


@pytest.mark.parametrize("row", table("en/times.toml")["holiday"], ids=lambda row: str(row["words"]))
def test_each_named_day_reads_its_example(row: dict[str, str]) -> None:
    """The row of a day that has a name finds it in its example, and nothing in its counter-example."""
    for sentence, is_found in ((row["example"], True), (row["counter_example"], False)):
        found = [
            time.value_start
            for time in find_times(sentence, [(0, len(sentence))], "2026-03-03", country=row.get("country"))
        ]
        assert [start is not None and len(start) == len("2026-03-03") for start in found] == [True] * is_found
