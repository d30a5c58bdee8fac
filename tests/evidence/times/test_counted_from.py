"""Rules of expressions that are counted from publication or from the day before them: where each begins and ends, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest
from msgspec import NODEFAULT
from msgspec.structs import fields

from summarize.evidence.times.relative import day_word, last_or_next, previous_or_following, weekday
from summarize.text.dates import vocabulary
from summarize.text.dates.expressions import Match
from summarize.text.pieces import Pieces

TURNED = {*vocabulary.WHICH, *vocabulary.TURNED}


def said(found: Match) -> str:
    """The kind of an expression, and what it says beyond what every one of its kind does."""
    one = found.expression
    needed = [str(getattr(one, field.name)) for field in fields(one) if field.default is NODEFAULT]
    others = [(field.name, getattr(one, field.name)) for field in fields(one) if field.default is not NODEFAULT]
    usual = {field.name: field.default for field in fields(one)}
    return " ".join(
        [type(one).__name__, *needed, *(f"{name}={value}" for name, value in others if value != usual[name])]
    )


def told(read: Callable[[Pieces, int], Match | None], text: str, words: Collection[str]) -> str:
    """What is read at some words of a text, with its own words; of what is last or next at the first of them, for "this past week" has two."""
    t = Pieces(text, 0, len(text))
    places = [i for i in range(t.size) if t.low(i) in words]
    matches = [one for i in (places[:1] if read is last_or_next else places) if (one := read(t, i)) is not None]
    return "; ".join(f"{text[t.starts[one.start] : t.ends[one.end - 1]]} = {said(one)}" for one in matches)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("on Friday it", "Friday = Weekday 4"), ("on friday", ""), ("every Friday", ""), ("Black Friday", ""), ("Fri. now", ""),
        ("on Fri 5 May", "Fri 5 May = Point month=5 day=5 weekday=4"), ("Mon. 3 March", "Mon. 3 March = Point month=3 day=3 weekday=0"),
        ("Mon, 3 March", "Mon, 3 March = Point month=3 day=3 weekday=0"), ("on Tues. now", "Tues. = Weekday 1"), ("on Tues it", "Tues = Weekday 1"),
        ("at Tues", ""), ("Friday 5 and Monday 8 May", "Friday 5 = Point month=5 day=5 weekday=4; Monday 8 May = Point month=5 day=8 weekday=0"),
        ("Friday, 3 March 2026", "Friday, 3 March 2026 = Point year=2026 month=3 day=3 weekday=4"),
        ("Friday (3 March)", "Friday (3 March) = Point month=3 day=3 weekday=4"), ("Friday (3 March", "Friday = Weekday 4"),
        ("Friday, March 3", "Friday, March 3 = Point month=3 day=3 weekday=4"),
        ("Friday the 3rd of March", "Friday the 3rd of March = Point month=3 day=3 weekday=4"),
        ("Friday, March 3 last year now", "Friday, March 3 last year = Point month=3 day=3 weekday=4 year_shift=-1"),
        ("Friday 3 March next year", "Friday 3 March next year = Point month=3 day=3 weekday=4 year_shift=1"), ("Friday (March)", "Friday = Weekday 4"),
        ("Friday, in March", "Friday = Weekday 4"), ("the Sunday Times", ""), ("on SUNDAY TIMES", "SUNDAY = Weekday 6"), ("told The Sunday Lantern", ""),
        ("The Sunday Lantern", "Sunday = Weekday 6"), ("it, The Sunday Lantern", ""), ("said. The Sunday Lantern", "Sunday = Weekday 6"),
        ("Sunday trading", ""), ("the Saturday market", ""), ("Friday night it", "Friday night = Weekday 4"), ("Friday Night", ""),
        ("on a Sunday in May", "Sunday = Unknown day"), ("a Sunday in May", "Sunday = Weekday 6"), ("on Sunday in May", "Sunday = Weekday 6"),
        ("the Sunday before", "the Sunday before = Weekday 6 beside=-1"), ("the Sunday before it", "the Sunday = Unknown day"),
        ("the Sunday before last", "the Sunday before last = Weekday 6 which=-2"), ("the Sunday before last it", "the Sunday = Unknown day"),
        ("the Sunday after next", "the Sunday after next = Weekday 6 which=3"), ("the Sunday after last", "the Sunday = Unknown day"),
        ("the Sunday after", "the Sunday after = Weekday 6 beside=1"), ("the Sunday after it", "the Sunday = Unknown day"),
        ("a Sunday before", "Sunday = Weekday 6"), ("Friday last week it", "Friday last week = Weekday 4 week=-1"),
        ("Friday of last week", "Friday of last week = Weekday 4 week=-1"), ("Friday next week", "Friday next week = Weekday 4 week=1"),
        ("Friday this week", "Friday this week = Weekday 4 week=0"), ("Friday last month", "Friday = Unknown day"),
        ("Friday last month it", "Friday = Weekday 4"), ("Friday last year", "Friday = Unknown day"), ("Friday this year", "Friday = Weekday 4"),
        ("Friday week it", "Friday week = Weekday 4 which=2"), ("Friday week-long", "Friday = Weekday 4"),
        ("Friday week - x", "Friday week = Weekday 4 which=2"), ("Friday night last week", "Friday night last week = Weekday 4 week=-1"),
        ("Friday last day", "Friday = Weekday 4"),
    ],
)  # fmt: skip
def test_weekdays(text: str, says: str) -> None:
    """A weekday with a capital is a day, with the date, week, month or year behind it, and no name, title or habit; short ones need a date, or "on"."""
    assert told(weekday, text, vocabulary.WEEKDAYS) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("today", "today = Period day 0"), ("until today", "today = Period day 0"), ("world until today", ""), ("up until today", ""),
        ("youth of Today", ""), ("world x today", "today = Period day 0"), ("USA Today", ""), ("usa today", "today = Period day 0"),
        ("USA today", "today = Period day 0"), ("yesterday morning", "yesterday morning = Period day -1"),
        ("yesterday Morning", "yesterday = Period day -1"), ("the day before yesterday", "the day before yesterday = Period day -2"),
        ("the day after tomorrow it", "the day after tomorrow = Period day 2"), ("day before yesterday", "yesterday = Period day -1"),
        ("the day before tomorrow", "tomorrow = Period day 1"), ("the day after yesterday", "yesterday = Period day -1"),
        ("the week before yesterday", "yesterday = Period day -1"), ("tomorrow week", "tomorrow week = Period day 8 ahead=True"),
        ("tomorrow week it", "tomorrow = Period day 1"), ("tomorrow week.", "tomorrow week = Period day 8 ahead=True"),
        ("today week", "today week = Period day 7 ahead=True"), ("yesterday week", "yesterday = Period day -1"),
        ("tomorrow night", "tomorrow night = Period day 1"),
    ],
)  # fmt: skip
def test_days_by_a_word(text: str, says: str) -> None:
    """Today, yesterday and tomorrow, the day beyond them, and a week from them; no paper's or song's name."""
    assert told(day_word, text, vocabulary.DAY_WORDS) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("last week it", "last week = Period week -1"), ("next Friday", "next Friday = Weekday 4 which=1"), ("this morning", "this morning = Period day 0"),
        ("This morning", "This morning = Period day 0"), ("This Morning", ""), ("the past three months", "past three months = Window month -3"),
        ("past 3 months", "past 3 months = Window month -3"), ("this past week", "this past week = Window week -1"),
        ("this coming week", "this coming week = Period week 1"), ("this past year it", "this past year = Window year -1"),
        ("the coming year", "coming year = Period year 1"), ("this time last year", "this time last year = Period year -1"),
        ("this time next year it", "this time next year = Period year 1"), ("this time this year", ""), ("this time last week", ""),
        ("the last week of March", ""), ("the last week of it", "last week = Period week -1"), ("this week of March", "this week = Period week 0"),
        ("the last week of 2024", ""), ("the last week of the war", ""), ("the last week of next year", ""), ("last three weeks", ""),
        ("over last 3 weeks", "last 3 weeks = Window week -3"), ("Last three weeks", "Last three weeks = Window week -3"), ("and last 3 weeks", ""),
        ("and next 3 weeks", "next 3 weeks = Window week 3"), ("the next 3 weeks of May", ""), ("its last two months", ""),
        ("the last two months", "last two months = Window month -2"), ("the next two weekends", ""), ("the next 1000 days", ""),
        ("the next 999 days", "next 999 days = Window day 999"), ("last night", "last night = Period day -1"), ("next night", ""), ("this night", ""),
        ("the past week", "past week = Window week -1"), ("past weekend", "past weekend = Period weekend -1"),
        ("the last decade", "last decade = Window decade -1"), ("last decade", "last decade = Window decade -1"), ("the next decade", ""),
        ("last fortnight", "last fortnight = Window fortnight -1"), ("the next day", "next day = Anchored day 1"), ("next day", ""), ("last day", ""),
        ("this day", ""), ("over the last year", "last year = Window year -1"), ("over the last weekend", "last weekend = Period weekend -1"),
        ("over last year", "last year = Period year -1"), ("in the last quarter", "last quarter = Period quarter -1"),
        ("it the last year", "last year = Period year -1"), ("the last year", "last year = Period year -1"),
        ("over the next year", "next year = Anchored year 1"), ("the next year", "next year = Anchored year 1"),
        ("the next week", "next week = Anchored week 1"), ("next week", "next week = Period week 1"),
        ("last week Tuesday", "last week Tuesday = Weekday 1 week=-1"), ("last week on Tuesday", "last week on Tuesday = Weekday 1 week=-1"),
        ("last week on Tues", "last week = Period week -1"), ("last month Tuesday", "last month = Period month -1"),
        ("last week tuesday", "last week = Period week -1"), ("last week Tuesday night", "last week Tuesday night = Weekday 1 week=-1"),
        ("by the next morning", "next morning = Anchored day 1"), ("the next Morning", ""), ("next morning", ""), ("by the last morning", ""),
        ("last Friday night", "last Friday night = Weekday 4 which=-1"), ("last Fri", ""), ("last friday", ""), ("next Friday Times", ""),
        ("Last Friday Night", ""), ("last May", "last May = MonthShift 5 -1"), ("next May 5", ""), ("this May it", "this May = MonthShift 5 0"),
        ("last spring", "last spring = Unknown year"), ("this spring", "this spring = Point year_shift=0"), ("next summer", "next summer = Unknown year"),
        ("current week", "current week = Period week 0"),
    ],
)  # fmt: skip
def test_what_is_last_or_next(text: str, says: str) -> None:
    """What is last, this or next is counted from publication, alone or by up to 999; a part of something else and what only lasts is not."""
    assert told(last_or_next, text, TURNED) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("the previous day", "the previous day = Anchored day -1"), ("the following year", "the following year = Anchored year 1"), ("previous day", ""),
        ("that previous day", "that previous day = Anchored day -1"), ("the previous Friday", "the previous Friday = Weekday 4 beside=-1"),
        ("the following Friday night", "the following Friday night = Weekday 4 beside=1"), ("the previous Fri", ""), ("the previous friday", ""),
        ("that Friday", "that Friday = Weekday 4 beside=0"), ("that Friday night", "that Friday night = Weekday 4 beside=0"),
        ("that day", "that day = Anchored day 0"), ("that day was", ""), ("that day it", "that day = Anchored day 0"),
        ("that week was", "that week = Anchored week 0"), ("that weekend", ""), ("the previous weekend", ""), ("the following decade", ""),
        ("the previous fortnight", ""), ("the previous night", "the previous night = Anchored day -1"), ("the following Night", ""),
        ("the same day", "the same day = Anchored day 0"), ("the same day was", "the same day = Anchored day 0"), ("the same weekend", ""),
        ("the same period last year", "the same period last year = Anchored year -1 same=True"),
        ("the same period of last year", "the same period of last year = Anchored year -1 same=True"),
        ("the same period a year ago", "the same period a year ago = Anchored year -1 same=True"), ("the same period a year", ""),
        ("the same period of 2024", "the same period of 2024 = Anchored year 0 same=True year=2024"), ("the same time of 2024", ""),
        ("the same day last year", "the same day last year = Anchored year -1 same=True"), ("the same year last year", ""),
        ("the same period next year", ""), ("the same period in the last year", "the same period in the last year = Anchored year -1 same=True"),
        ("the same quarter of the year", "the same quarter = Anchored quarter 0"), ("same day", ""),
    ],
)  # fmt: skip
def test_what_is_previous_or_following(text: str, says: str) -> None:
    """What comes before or after, or is the same, is counted from the day before it in the text, and stands behind an article."""
    assert told(previous_or_following, text, {"previous", "following", "same", "that"}) == says
