"""Dates that need no words of a language: written out with their year, as CLDR says the language writes them, or in figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from summarize.article import Span
from summarize.evidence.neutral.clocks import with_clocks
from summarize.evidence.neutral.days import Days, days_before
from summarize.evidence.neutral.forms import forms_of
from summarize.evidence.neutral.relative import SentenceDates, dates_in_month
from summarize.evidence.neutral.resolving import NEWS_YEARS, FoundDate, Taken
from summarize.findings import TimeExpression
from summarize.languages.basics import Basics, basics
from summarize.languages.cldr import DateForms, date_forms

Range = tuple[int, int]

_ISO = re.compile(r"(?<![\w-])(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w-])")
_CJK = re.compile(r"(?<!\d)(?P<year>[12]\d{3})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_DOTTED = re.compile(r"(?<![\w.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>[12]\d{3})(?!\w)")
_SLASHED = re.compile(r"(?<![\w/])(?P<day>\d{1,2})[/](?P<month>\d{1,2})[/](?P<year>[12]\d{3})(?![\w/])")
_DAY = len("2026-03-09")
_OPENING = re.compile(r"\s+([^\W\d_]+)")


def dates_in(
    text: str, sentences: Sequence[Range], language: str | None, published: str | None, quoted: Sequence[Range] = ()
) -> tuple[TimeExpression, ...]:
    """The dates of some sentences of a text, numbered, in text order.

    A date with its year is found whole or not at all: of a range half would be wrong. One without is resolved by tense, or stays open.

    Args:
        text: the whole text; offsets are code points into it.
        sentences: half-open ranges to read.
        language: ISO 639-1 code; None reads figures only.
        published: when the article was published, ISO; None resolves nothing that lies by that day.
        quoted: half-open ranges inside quotation marks, sorted and not overlapping.
    """
    forms = date_forms(language) if language else None
    day = date.fromisoformat(published[: len("2026-03-09")]) if published else None
    found: list[FoundDate] = []
    starts = [start for start, _ in quoted]
    known = basics(language)
    for start, end in sentences:
        taken = Taken()
        of_sentence: list[FoundDate] = []
        for span, dates in _written_out(text, (start, end), forms, known):
            if taken.take(*span):
                of_sentence.extend(dates)
        if language and forms is not None:
            first = bisect_right(starts, start) - 1
            inside = tuple(quoted[max(0, first) : bisect_left(starts, end)])
            of_sentence.extend(SentenceDates(text, (start, end), language, day, inside).found(taken))
            of_sentence.sort(key=lambda one: one.start)
            of_sentence = list(with_clocks(text, (start, end), of_sentence, forms_of(language)))
        found.extend(of_sentence)

    def is_quoted(start: int) -> bool:
        place = bisect_right(starts, start) - 1
        return place >= 0 and start < quoted[place][1]

    return tuple(
        TimeExpression(
            number=number,
            span=Span(start=one.start, end=one.end),
            start=one.value,
            end=one.last,
            precision=one.precision,
            quoted=is_quoted(one.start),
        )
        for number, one in enumerate(sorted(found, key=lambda one: one.start), 1)
    )


def opening_day(text: str, sentence: Range, language: str | None) -> date | None:
    """The day with its year that is set before the first words of a story: "5 de marzo de 2009 El jueves, las bolsas …".

    A word that is capital only where a sentence begins must follow it: with "3 мая 2026 Иванов" a sentence begins itself.
    """
    known, forms = basics(language), date_forms(language) if language else None
    if known is None or forms is None:
        return None
    opened = next(
        (pattern.match(text, *sentence) for pattern in (_ISO, _DOTTED, forms.day) if pattern.match(text, *sentence)),
        None,
    )
    value = _value(opened, forms.months) if opened else None
    behind = _OPENING.match(text, opened.end(), sentence[1]) if opened else None
    small = known.articles | known.prepositions | known.function_words | known.pronouns
    return date.fromisoformat(value) if value and behind and behind[1].lower() in small else None


def _written_out(
    text: str, sentence: Range, forms: DateForms | None, known: Basics | None
) -> Iterator[tuple[Range, list[FoundDate]]]:
    """What is written with its year, the surest form first: the range that it takes, and its dates; none of what is no date for certain."""
    start, end = sentence
    months = forms.months if forms else {}
    for pattern in (_ISO, _CJK, *((forms.day,) if forms else ())):
        for match in pattern.finditer(text, start, end):
            value, day = _value(match, months), int(match["day"])
            days = days_before(text, start, Days(match.start(), match.end(), day, day), known)
            at = (days[0].start, match.end()) if days else match.span()
            yield at, list(dates_in_month(days, int(value[5:7]), int(match["year"]))) if days and value else []
    for match in _DOTTED.finditer(text, start, end):
        yield match.span(), _one(match, _value(match, {}))
    for match in _SLASHED.finditer(text, start, end):
        # 9/3/2026 is March or September; 23/3/2026 can only be one day.
        is_sure = int(match["day"]) > 12 or match["day"] == match["month"]
        yield match.span(), _one(match, _value(match, {}) if is_sure and forms and forms.is_day_first else None)
    if forms is not None:
        for match in forms.month_of_year.finditer(text, start, end):
            is_half = re.search(r"\d\W{0,2}$", text[max(0, match.start() - 4) : match.start()])
            yield match.span(), _one(match, None if is_half else _value(match, months))


def _one(match: re.Match[str], value: str | None) -> list[FoundDate]:
    return [FoundDate(*match.span(), value, precision="day" if len(value) == _DAY else "month")] if value else []


def _value(match: re.Match[str], months: dict[str, int]) -> str | None:
    """ISO day or month, None if there is no such day."""
    named = match["month"]
    month = int(named) if named.isdecimal() else months.get(named.lower())
    year, day = int(match["year"]), match.groupdict().get("day")
    if month is None or not 1 <= month <= 12 or year not in NEWS_YEARS:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, int(day)).isoformat()
    except ValueError:
        return None
