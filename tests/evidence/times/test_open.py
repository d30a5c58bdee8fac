"""Rules of what stays open, and of what a find tells beside its value."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.evidence.find import find
from summarize.evidence.times import find_times
from tests.evidence.times.cases import PUBLISHED, found, shown, value


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


@pytest.mark.parametrize(
    "said",
    [
        *("1 December 9999", "December 1, 9999", "1 December 2150", "the 1st of December, 3021", "25 December 800"),
        *("December 9999", "1-5 December 9999", "December 1 to 5, 9999", "1 December to 5 December 9999"),
        *("1-Dec-9999", "Wednesday, 1 December 9999", "Wednesday (December 1, 9999)", "December 12000"),
    ],
)
@pytest.mark.parametrize("behind", [".", ", the council said.", " in Corran.", ' ("the end").', " – at last.", ""])
def test_a_year_out_of_the_calendar_is_no_other_year(said: str, behind: str) -> None:
    """A date with a printed year before 1000 or after 2099 has no value: it is not of the year of publication."""
    for before in ("The bridge will close on ", "The bridge was closed in "):
        text = f"{before}{said}{behind}"
        assert [value(one) for one in found(text)] == ["?"], text
        assert text[found(text)[0].start : found(text)[0].end].strip("()")[-4:] == said.strip("()")[-4:]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 1 November 3000 people marched.",
        "On November 1, 350 Ukrainian soldiers came home.",
        "On 1 November 2,300 were there.",
        "They won on 1 November 110-98.",
        "It rained on 1 November 125mm.",
        "They came on 1 November, 12 of them.",
        "On 1 November 350% more came.",
        "At noon on 1 November.",
    ],
)
def test_a_number_behind_a_date_is_no_year(sentence: str) -> None:
    """A number that counts or measures leaves the date before it as it is."""
    assert "2025-11-01" in {value(one)[:10] for one in found(sentence)}


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


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("It sank on May 3, 2024.", "2024-05-05"),
        ("It sank on May 3, 2024, and was raised on June 7, 2024.", None),
        ("It sank in 2024.", None),
    ],
)
def test_the_head_of_a_paragraph_counts_from_the_only_day_before(before: str, value: str | None) -> None:
    """What a paragraph opens with is counted from the day of the paragraph before, if that tells of one day alone."""
    text = f"{before}\nTwo days later divers came."
    regions = [(0, len(before)), (len(before) + 1, len(text))]
    assert find_times(text, regions, PUBLISHED)[-1].value_start == value


def test_a_blank_line_ends_an_expression() -> None:
    """A headline that ends in a year is not joined with the date line under it."""
    text = "Harbour city hosts Expo 2005\n\nMay 6, 2005\n\nA port opened."
    assert shown(text, "2005-05-06") == (("2005", "2005"), ("May 6, 2005", "2005-05-06"))


def test_any_white_space_stands_for_a_space() -> None:
    """No-break spaces and line ends inside an expression are read as spaces, and offsets stay those of the text."""
    text = "\U0001f600 It fell on November\u00a026,\n2024, and on 3\u202fMay 2024."
    assert shown(text) == (("November\u00a026,\n2024", "2024-11-26"), ("3\u202fMay 2024", "2024-05-03"))


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("He was arrested on Tuesday last year.", "?"),
        ("He was arrested on Tuesday last month, police said.", "?"),
        ("The fair will be on Friday next month.", "?"),
        ("The board said on Tuesday last year was the driest.", "2025-11-25"),
        ("He was arrested on Tuesday, a month after the fire.", "2025-11-25"),
        ("He was arrested on Tuesday last week.", "2025-11-18"),
    ],
)
def test_a_weekday_of_another_month_or_year_stays_open(sentence: str, first: str) -> None:
    """A weekday is not of the week of publication where the year or month behind it is another."""
    assert value(found(sentence)[0]) == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm now expects adjusted operating profit of 4 million for the year to March.", "?"),
        ("The firm forecast a loss for the year to March.", "?"),
        ("The firm expects a profit for the year to March.", "2026-04..2027-03"),
        ("Profit fell 4% in the year to March.", "2025-04..2026-03"),
    ],
)
def test_the_year_of_a_forecast(text: str, expected: str) -> None:
    """The year to a month of a forecast is to come where the clause looks forward, and open where it does not."""
    assert value(found(text, "2026-11-24")[0]) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("It expects a profit for the year to March.", "?"),
        ("The firm, whose financial year ends in June, is old.", "?"),
        ("It expects a profit for the year to December.", "2026-Q3"),
        ("Inflation was 3.1% in the year to October.", "2026-Q3"),
        ("The school year ends in June.", "2026-Q3"),
    ],
)
def test_the_quarters_of_a_year_of_its_own(behind: str, expected: str) -> None:
    """A quarter stays open in an article that tells of a year of business that does not end in December."""
    assert value(found(f"Third-quarter revenue rose 3.1%. {behind}", "2026-11-24")[0]) == expected


def test_a_year_before_a_plan() -> None:
    """What is compared with a plan for next year was planned, or was so, a year before: which, nobody says."""
    text = "It had hedged 80% of its needs for next year, compared with 55% a year earlier."
    assert shown(text, "2026-11-24") == (("next year", "2027"), ("a year earlier", "?"))


@pytest.mark.parametrize(("published", "start"), [("2026-11-15", None), ("2026-11-14", "2026-11-02")])
def test_last_week_of_a_sunday_paper_is_open(published: str, start: str | None) -> None:
    """On a Sunday it is the week that ends today or the one before, as papers differ; on other days it is the one before."""
    findings = find(Article(text="Last week an inquiry found it.", language="en", published=published))
    assert [one.start for one in findings.times] == [start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The source said that closure on 1 December was one of three options.", "?"),
        ("He said the firm had named 3 November as an alternative.", "?"),
        ("The council chose on 1 December one of three options.", "2025-12-01"),
        ("The firm named a head on 3 November.", "2025-11-03"),
        ("He had promised that it would reopen by 1 September.", "?"),
        ("He promised that it would reopen by 1 September.", "2026-09-01"),
        ("The union rejected a rise that was to apply from 1 September.", "?"),
        ("The rise will apply from 1 September.", "2026-09-01"),
        ("Had it been accepted, the strike of 7 May would have been dropped.", "2026-05-07"),
        ("Had it been accepted, the strike of 7 September would have been dropped.", "?"),
    ],
)
def test_a_day_that_is_only_a_choice_or_did_not_come(text: str, expected: str) -> None:
    """The day of an option, of what had been promised and of what would have been lies neither back nor ahead by the verb beside it."""
    assert value(found(text, "2026-05-04")[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last year's strike lasted from 3 to 7 March.", "2025-03-03..2025-03-07"),
        ("Last year’s fair was held on 12 April.", "2025-04-12"),
        ("Last year's opening, planned for 12 October, was cancelled.", "?"),
        ("Last year's vote took place in the rain on 12 April.", "?"),
        ("Last year's vote took place on 12 April.", "2025-04-12"),
        ("Last year's truce held until 12 April.", "?"),
        ("Last year's strike lasted a week, and on 12 April the town paid.", "?"),
        ("Last year's record was broken on 12 April.", "?"),
        ("Last year's winner won again on 12 April.", "2026-04-12"),
        ("Last year's race will be run again on 12 October.", "2026-10-12"),
        ("It beat last year's total on 12 April.", "2026-04-12"),
    ],
)
def test_a_day_under_last_years(text: str, expected: str) -> None:
    """What lasted or was held "last year" has its days in that year; of anything else that is last year's a day of no year stays open."""
    assert value(found(text, "2026-05-04")[1]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was arrested a year ago on Sunday.", "?"),
        ("He was arrested two weeks ago on 26 April.", "?"),
        ("He was arrested two days ago, on Sunday.", "2026-05-03"),
    ],
)
def test_a_weekday_of_a_year_ago_is_none_of_these_weeks(text: str, expected: str) -> None:
    """A weekday or day right behind weeks or years "ago" is one of that time, and open."""
    assert value(found(text, "2026-05-05")[-1]) == expected
