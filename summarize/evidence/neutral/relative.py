"""Dates that lie by the day of publication: weekdays, days and months without a year, "yesterday"; quarters, and years by themselves.

Their words are CLDR's and those of a language's basics. Which way a weekday or a day without its year lies is decided by tense
(`tense.py`), or not at all: then the date is found, and has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from summarize.evidence.neutral.forms import Forms, forms_of
from summarize.evidence.neutral.tense import Way, way_of
from summarize.findings import Precision
from summarize.languages.basics import Unit, basics

Range = tuple[int, int]

_YEAR = re.compile(r"(?<![\w.,:-])(?<!\d/)(?:1[5-9]|20)\d{2}(?!\w|[.,:]\d|\s?[%°€$£])")
_CJK_YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d{2})年(?!\d{1,2}月)")
_CJK_DAY = re.compile(r"(?<![\d月])(\d{1,2})日(?!間|间)")
_ROUND = 100
_DATED = re.compile(r"\s?[(,]?\s?(\d{1,2})(?:[./](\d{1,2})[.)]?)?(?![\d:%.])\)?")
_WINDOW = 300
"""Days around the publication within which a weekday with its day is looked for."""
_WORD_BEFORE = re.compile(r"(\w+)\W{1,2}$")
_WORD_AFTER = re.compile(r"\W{0,3}(\w+)")
_NEAR = 24
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A date: a half-open code-point range of the text, and its ISO value, first and last; None where it stays open."""

    start: int
    end: int
    value: str | None
    last: str | None = None
    precision: Precision = "day"


class Taken:
    """The code points that dates have taken, so that none is read twice; asked in the time that one date's length takes."""

    def __init__(self) -> None:
        """Take nothing yet."""
        self._points: set[int] = set()

    def take(self, start: int, end: int) -> bool:
        """Take a half-open range if all of it is free; False if it is not."""
        if not self._points.isdisjoint(range(start, end)):
            return False
        self._points.update(range(start, end))
        return True


class SentenceDates:
    """The dates of one sentence that are not written out with their year.

    Args:
        text: the article's text.
        sentence: a half-open code-point range of it.
        language: ISO 639-1 code of a language that CLDR knows.
        published: the day of publication; without it only what has its year has a value.
        skip: ranges of quotations, whose tense is the speaker's.
    """

    def __init__(
        self, text: str, sentence: Range, language: str, published: date | None, skip: tuple[Range, ...]
    ) -> None:
        """Read nothing yet."""
        self.text, self.sentence, self.published, self.skip = text, sentence, published, skip
        self.known = basics(language)
        self.forms: Forms = forms_of(language)

    def found(self, taken: Taken) -> Iterator[Found]:
        """The dates outside what is `taken`, to which each is added."""
        for dates in (self._quarters, self._weekdays, self._days, self._months, self._named, self._years):
            yield from (one for one in dates() if taken.take(one.start, one.end))

    def _matches(self, pattern: re.Pattern[str] | None) -> Iterator[re.Match[str]]:
        return pattern.finditer(self.text, *self.sentence) if pattern is not None else iter(())

    def _way(self, at: Range) -> Way | None:
        return way_of(self.text, self.sentence, at, self.known, self.skip) if self.known is not None else None

    def _words_beside(self, at: Range) -> tuple[str, str]:
        before = _WORD_BEFORE.search(self.text[max(self.sentence[0], at[0] - _NEAR) : at[0]])
        after = _WORD_AFTER.match(self.text[at[1] : min(self.sentence[1], at[1] + _NEAR)])
        return before[1].lower() if before else "", after[1].lower() if after else ""

    def _is_hour(self, end: int) -> bool:
        """True for a number with a word for the hour behind it: German "Montag 20 Uhr" is no twentieth."""
        _, after = self._words_beside((end, end))
        return self.known is not None and after in self.known.hours

    def _year_behind(self, end: int) -> tuple[int | None, int]:
        """The year that stands behind a month or quarter, in figures or as "last year", and where it ends."""
        match = self.forms.year_behind.match(self.text, end, self.sentence[1])
        if match is None:
            return None, end
        if match["figures"]:
            return int(match["figures"]), match.end()
        if self.known is None or self.published is None:
            return None, end
        unit, number = self.known.relative[tuple(match["phrase"].lower().split())]
        return (self.published.year + number, match.end()) if unit == "year" else (None, end)

    def _named(self) -> Iterator[Found]:
        for match in self._matches(self.forms.relative):
            if self.known is None or self.forms.is_noun(match, self.sentence):
                continue
            unit, number = self.known.relative[tuple(match.group().lower().split())]
            yield _counted(match.span(), unit, number, self.published)

    def _weekdays(self) -> Iterator[Found]:
        for match in self._matches(self.forms.weekday):
            weekday = self.forms.weekdays[match["name"].lower()]
            dated = _DATED.match(self.text, match.end(), self.sentence[1])
            if dated is not None and self.published is not None and not self._is_hour(dated.end()):
                month = int(dated[2]) if dated[2] else None
                day = _on_weekday(weekday, int(dated[1]), month, self.published)
                if day is not None:
                    yield Found(match.start(), dated.end(), day.isoformat())
                    continue
            yield Found(*match.span(), _weekday_value(weekday, self._way(match.span()), self.published))

    def _days(self) -> Iterator[Found]:
        for match in self._matches(self.forms.day):
            named = match["month"]
            month = int(named) if named.isdecimal() else self.forms.months[named.lower()]
            year, end = self._year_behind(match.end())
            value = (
                _iso(year, month, int(match["day"]))
                if year is not None
                else _nearest(month, int(match["day"]), self._way(match.span()), self.published)
            )
            yield Found(match.start(), end, value)
        if self.published is not None:
            for match in self._matches(_CJK_DAY):
                yield Found(*match.span(), _day_alone(int(match[1]), self._way(match.span()), self.published))

    def _months(self) -> Iterator[Found]:
        for match in self._matches(self.forms.month):
            month = self.forms.months[match["month"].lower()]
            year, end = self._year_behind(match.end())
            if year is not None:
                yield Found(match.start(), end, f"{year:04}-{month:02}", precision="month")
                continue
            before, after = self._words_beside(match.span())
            if self.known and (before in self.known.months_after or after in self.known.months_before):
                value = _month_value(month, self._way(match.span()), self.published)
                yield Found(*match.span(), value, precision="month")

    def _quarters(self) -> Iterator[Found]:
        for match in self._matches(self.forms.quarter):
            number = int(str(match.lastgroup)[1:])
            year, end = self._year_behind(match.end())
            if year is None:
                yield Found(*match.span(), None, precision="quarter")
            else:
                first = 3 * number - 2
                yield Found(match.start(), end, f"{year}-{first:02}", f"{year}-{first + 2:02}", "quarter")

    def _years(self) -> Iterator[Found]:
        """Numbers of four digits that are years: not round, or beside a word that says so; counts of things are round as a rule."""
        for match in self._matches(_CJK_YEAR):
            yield Found(*match.span(), match[1], precision="year")
        for match in self._matches(_YEAR):
            before, after = self._words_beside(match.span())
            told = self.known is not None and (before in self.known.years_after or after in self.known.years_before)
            if told or int(match.group()) % _ROUND:
                yield Found(*match.span(), match.group(), precision="year")


def _counted(at: Range, unit: Unit, number: int, published: date | None) -> Found:
    if published is None:
        return Found(*at, None)
    if unit == "day":
        return Found(*at, (published + timedelta(days=number)).isoformat())
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=number)
        return Found(*at, monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    if unit == "year":
        return Found(*at, f"{published.year + number:04}", precision="year")
    months = published.year * _MONTHS + published.month - 1 + number
    return Found(*at, f"{months // _MONTHS:04}-{months % _MONTHS + 1:02}", precision="month")


def _weekday_value(weekday: int, way: Way | None, published: date | None) -> str | None:
    if published is None or way is None:
        return None
    if way == "past":
        return (published - timedelta(days=(published.weekday() - weekday) % 7)).isoformat()
    return (published + timedelta(days=(weekday - published.weekday()) % 7)).isoformat()


def _on_weekday(weekday: int, day: int, month: int | None, published: date) -> date | None:
    """The day nearest to the publication that has this weekday, number and month: they bear each other out."""
    fitting = [
        each
        for offset in range(-_WINDOW, _WINDOW)
        if (each := published + timedelta(days=offset)).weekday() == weekday
        and each.day == day
        and month in {None, each.month}
    ]
    return min(fitting, key=lambda each: abs((each - published).days), default=None)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _nearest(month: int, day: int, way: Way | None, published: date | None) -> str | None:
    if published is None or way is None:
        return None
    today = published.isoformat()
    years = (published.year, published.year - 1) if way == "past" else (published.year, published.year + 1)
    for found in (_iso(year, month, day) for year in years):
        if found is not None and ((found <= today) if way == "past" else (found >= today)):
            return found
    return None


def _day_alone(day: int, way: Way | None, published: date) -> str | None:
    """The day of this number nearest before the publication, or after it: "23日"."""
    if way is None:
        return None
    step = -1 if way == "past" else 1
    days = (published + timedelta(days=step * offset) for offset in range(31))
    return next((each.isoformat() for each in days if each.day == day), None)


def _month_value(month: int, way: Way | None, published: date | None) -> str | None:
    if published is None or way is None:
        return None
    if way == "past":
        return f"{published.year - (month > published.month):04}-{month:02}"
    return f"{published.year + (month < published.month):04}-{month:02}"
