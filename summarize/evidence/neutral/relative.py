"""Dates that lie by the day of publication: weekdays, days and months without a year, "yesterday"; quarters, and years by themselves.

Their words are CLDR's and those of a language's basics. Which way a weekday or a day without its year lies is decided by tense
(`tense.py`), or not at all: then the date is found, and has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from summarize.evidence.neutral.days import Days, days_before, numbers
from summarize.evidence.neutral.forms import Forms, forms_of
from summarize.evidence.neutral.resolving import (
    NEWS_YEARS,
    FoundDate,
    Taken,
    counted_date,
    day_alone,
    iso_day,
    month_value,
    on_weekday,
    quarter_year,
    weekday_value,
    year_of,
)
from summarize.evidence.neutral.tense import Way, way_of
from summarize.languages.basics import Unit, basics

Range = tuple[int, int]

_YEAR = re.compile(r"(?<![\w.,:-])(?<!(?<!\d)\d/)(?<!(?<!\d)\d\d/)(?:1[5-9]|20)\d{2}(?!\w|[.,:]\d|\s?[%°€$£])")
_CJK_YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d{2})年(?!\d{1,2}月)")
_CJK_DAY = re.compile(r"(?<![\d月])(\d{1,2})日(?!間|间)")
_ROUND = 100
_DATED = re.compile(r"\s?[(,]?\s?(\d{1,2})(?:[./](\d{1,2})[.)]?)?(?![\d:%.])\)?")
_COMMA = re.compile(r"[,\s]{1,3}(?:[^\W\d]{2,3}\s)?")
"""What stands between a weekday and its day: a comma, an article."""
_PIECE = re.compile(r"\w+|[^\w\s]")
_WORD_BEFORE = re.compile(r"(\w+)\W{1,2}$")
_WORD_AFTER = re.compile(r"\W{0,3}(\w+)")
_NEAR = 24
_MAX_COUNTED: Final[dict[Unit, int]] = {"day": 31, "week": 8, "month": 11, "year": 9}


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
        self.text, self.sentence, self.published, self.skip = text, sentence, published, skip
        self.known = basics(language)
        self.forms: Forms = forms_of(language)

    def found(self, taken: Taken) -> Iterator[FoundDate]:
        """The dates outside what is `taken`, to which each is added."""
        for dates in (
            self._quarters,
            self._weekdays,
            self._days,
            self._months,
            self._relative_dates,
            self._counted_dates,
            self._years,
        ):
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
        """The year that stands behind a month or quarter, in figures or as "last year", and where it ends; 0 for figures that are no year of news."""
        match = self.forms.year_behind.match(self.text, end, self.sentence[1])
        if match is None:
            return None, end
        if match["figures"]:
            year = int(match["figures"])
            return year if year in NEWS_YEARS else 0, match.end()
        if self.known is None or self.published is None:
            return None, end
        unit, number = self.known.relative[tuple(match["phrase"].lower().split())]
        return (self.published.year + number, match.end()) if unit == "year" else (None, end)

    def _relative_dates(self) -> Iterator[FoundDate]:
        for match in self._matches(self.forms.relative):
            if self.known is None or self.forms.is_noun(match, self.sentence):
                continue
            unit, number = self.known.relative[tuple(match.group().lower().split())]
            yield counted_date(match.span(), unit, number, self.published)

    def _counted_dates(self) -> Iterator[FoundDate]:
        """Three days ago, and in three days where the tense says that it is to come; larger numbers are round as a rule."""
        for match in self._matches(self.forms.counted):
            assert self.known is not None
            word = match["number"].lower()
            number = int(word) if word.isdecimal() else self.known.numbers[word]
            unit = next(unit for unit in self.known.units if match[unit])
            if match["hence"] and not match["ago"] and self._way(match.span()) != "future":
                continue
            if (match["ago"] or match["hence"]) and number <= _MAX_COUNTED[unit]:
                yield counted_date(match.span(), unit, -number if match["ago"] else number, self.published)

    def _weekdays(self) -> Iterator[FoundDate]:
        """The weekdays; one that is joined to one that stays open does so too: "a strike was called for Thursday and Friday"."""
        before: FoundDate | None = None
        for one in self._each_weekday():
            is_open = before is not None and before.value is None and self._is_joined(before.end, one.start)
            before = replace(one, value=None) if is_open else one
            yield before

    def _is_joined(self, end: int, start: int) -> bool:
        """True if nothing but a comma or a word for "and", and small words behind it, stand between two days."""
        if self.known is None or start - end > _NEAR:
            return False
        joining, *small = _PIECE.findall(self.text[end:start].lower()) or [""]
        return (joining == "," or joining in self.known.conjunctions) and all(
            word in self.known.articles | self.known.prepositions | self.known.conjunctions for word in small
        )

    def _each_weekday(self) -> Iterator[FoundDate]:
        for match in self._matches(self.forms.weekday):
            if self._is_counted(match):
                continue
            named = self._day_behind(match.end())
            if named is not None and self.forms.year_behind.match(self.text, named.end(), self.sentence[1]):
                continue  # the date behind it has its year, and says which day it is
            weekday = self.forms.weekdays[match["name"].lower()]
            dated_at = self._day_and_month(match.end())
            if dated_at is not None and self.published is not None:
                day, month, end = dated_at
                found = on_weekday(weekday, day, month, self.published)
                if found is not None:
                    yield FoundDate(match.start(), end, found.isoformat())
                    continue
            yield FoundDate(*match.span(), weekday_value(weekday, self._way(match.span()), self.published))

    def _is_counted(self, match: re.Match[str]) -> bool:
        """True for a word that is a unit as well, behind a number: Romanian "două luni" is two months, and "luni" alone Monday."""
        if self.known is None or not any(match["name"].lower() in words for words in self.known.units.values()):
            return False
        before, _ = self._words_beside(match.span())
        return before.isdecimal() or before in self.known.numbers

    def _day_behind(self, end: int) -> re.Match[str] | None:
        comma = _COMMA.match(self.text, end, self.sentence[1])
        return self.forms.day.match(self.text, comma.end(), self.sentence[1]) if comma and self.forms.day else None

    def _day_and_month(self, end: int) -> tuple[int, int | None, int] | None:
        """The day and month right behind a weekday that ends at `end`, and where they end; the month may be missing."""
        named = self._day_behind(end)
        if named is not None:
            month = named["month"]
            return (
                int(named["day"]),
                int(month) if month.isdecimal() else self.forms.months[month.lower()],
                named.end(),
            )
        found = _DATED.match(self.text, end, self.sentence[1])
        if found is None or self._is_hour(found.end()):
            return None
        return int(found[1]), int(found[2]) if found[2] else None, found.end()

    def _days(self) -> Iterator[FoundDate]:
        for match in self._matches(self.forms.day):
            named = match["month"]
            month = int(named) if named.isdecimal() else self.forms.months[named.lower()]
            day = int(match["day"])
            year, end = self._year_behind(match.end())
            days = days_before(self.text, self.sentence[0], Days(match.start(), end, day, day), self.known)
            if days is None:
                continue
            way = self._way((days[0].start, end))
            if year is None:
                year = year_of(month, numbers(days), way, self.published)
            yield from dates_in_month(days, month, year)
        if self.published is not None:
            for match in self._matches(_CJK_DAY):
                yield FoundDate(*match.span(), day_alone(int(match[1]), self._way(match.span()), self.published))

    def _months(self) -> Iterator[FoundDate]:
        for match in self._matches(self.forms.month):
            month = self.forms.months[match["month"].lower()]
            year, end = self._year_behind(match.end())
            if year is not None:
                yield FoundDate(match.start(), end, f"{year:04}-{month:02}" if year else None, precision="month")
                continue
            before, after = self._words_beside(match.span())
            if self.known and (before in self.known.months_after or after in self.known.months_before):
                value = month_value(month, self._way(match.span()), self.published)
                yield FoundDate(*match.span(), value, precision="month")

    def _quarters(self) -> Iterator[FoundDate]:
        for match in self._matches(self.forms.quarter):
            number = int(str(match.lastgroup)[1:])
            year, end = self._year_behind(match.end())
            if year is None:
                year, end = quarter_year(number, self._way(match.span()), self.published), match.end()
            if not year:
                yield FoundDate(match.start(), end, None, precision="quarter")
            else:
                first = 3 * number - 2
                yield FoundDate(match.start(), end, f"{year}-{first:02}", f"{year}-{first + 2:02}", "quarter")

    def _years(self) -> Iterator[FoundDate]:
        """Numbers of four digits that are years: not round, or beside a word that says so; counts of things are round as a rule."""
        for match in self._matches(_CJK_YEAR):
            yield FoundDate(*match.span(), match[1], precision="year")
        for match in self._matches(_YEAR):
            before, after = self._words_beside(match.span())
            told = self.known is not None and (before in self.known.years_after or after in self.known.years_before)
            if told or int(match.group()) % _ROUND:
                yield FoundDate(*match.span(), match.group(), precision="year")


def dates_in_month(days: list[Days], month: int, year: int | None) -> Iterator[FoundDate]:
    """Some days of one month; open where the year is not known or no year of news, and nothing where there is no such day."""
    for each in days:
        if not year:
            yield FoundDate(each.start, each.end, None)
            continue
        first, last = iso_day(year, month, each.first), iso_day(year, month, each.last)
        if first is not None and last is not None:
            yield FoundDate(each.start, each.end, first, last if each.last != each.first else None)
