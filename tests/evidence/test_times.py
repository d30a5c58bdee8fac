"""Rules of `summarize.evidence.times`. All sentences are written for these tests; the day of publication is a Saturday."""

from __future__ import annotations

import re
import time
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evidence.times import FoundTime, find_times

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
    case("He retired at the end of 2023.", "the end of 2023 = 2023"),
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
    case("A vote is likely before the end of the year.", "the end of the year = 2025"),
    case("He hurt his knee over the weekend.", "the weekend = 2025-11-29..2025-11-30"),
    case("He hurt his knee last weekend.", "last weekend = 2025-11-22..2025-11-23"),
    case("She left three days ago.", "three days ago = 2025-11-26"),
    case("She left two weeks ago.", "two weeks ago = 2025-11-10..2025-11-16"),
    case("She left a month ago.", "a month ago = 2025-10"),
    case("The firm failed three years ago.", "three years ago = 2022"),
    case("The firm failed about three years ago.", "three years ago = ?"),
    case("Prices rose in the past week.", "the past week = 2025-11-22..2025-11-29"),
    case("Prices rose over the last three months.", "the last three months = 2025-08..2025-11"),
    case("They will build it over the next two years.", "the next two years = 2025..2027"),
    case("Sales were weak this time last year.", "this time last year = 2024"),
    case("He was born in 1980. Two years later the family left.", "1980 = 1980", "Two years later = 1982"),
    case("It sank on May 3, 2024. The next day divers came.", "May 3, 2024 = 2024-05-03", "The next day = 2024-05-04"),
    case("It sank on May 3, 2024; the day before was calm.", "May 3, 2024 = 2024-05-03"),
    case("She won on June 5, 2024, and lost the following day.", "June 5, 2024 = 2024-06-05", "the following day = 2024-06-06"),
    case("The previous day had been quiet.", "The previous day = ?"),
    case("Two years later he was back.", "Two years later = ?"),
    case("Exports fell 2% from the same period last year.", "the same period last year = 2024"),
]

CLOCKS = [
    case("The train left at 9.30am on Tuesday.", "9.30am on Tuesday = 2025-11-25T09:30"),
    case("The launch will be at 3 p.m. EST Tuesday.", "3 p.m. EST Tuesday = 2025-12-02T15:00-05:00"),
    case("The quake struck on Monday at 09:30 GMT.", "Monday at 09:30 GMT = 2025-11-24T09:30Z"),
    case("The quake struck on Monday. It hit at 0930 GMT.", "Monday = 2025-11-24", "0930 GMT = 2025-11-24T09:30Z"),
    case("The office opens at 10 a.m. daily.", "10 a.m. = ?"),
    case("Doors open today from 9 a.m. to 5 p.m.", "today from 9 a.m. to 5 p.m. = 2025-11-29T09:00..2025-11-29T17:00"),
    case("The debate begins 8 p.m. ET on Monday.", "8 p.m. ET on Monday = 2025-12-01T20:00"),
]

HOLIDAYS = [
    case("The shelling on Christmas Day 2023 killed two.", "Christmas Day 2023 = 2023-12-25"),
    case("Shops will close on New Year's Day.", "New Year's Day = 2026-01-01"),
    case("The crash happened on Easter Monday 2024.", "Easter Monday 2024 = 2024-04-01"),
    case("They sang on the Fourth of July.", "the Fourth of July = 2025-07-04"),
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
