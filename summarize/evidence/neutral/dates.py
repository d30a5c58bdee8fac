"""Dates that need no words of a language: written out with their year, as CLDR says the language writes them, or in figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from summarize.article import Span
from summarize.evidence.neutral.relative import Found, SentenceDates, Taken
from summarize.findings import TimeExpression
from summarize.languages.cldr import DateForms, date_forms

Range = tuple[int, int]

_ISO = re.compile(r"(?<![\w-])(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w-])")
_CJK = re.compile(r"(?<!\d)(?P<year>[12]\d{3})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_DOTTED = re.compile(r"(?<![\w.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>[12]\d{3})(?!\w)")
_SLASHED = re.compile(r"(?<![\w/])(?P<day>\d{1,2})[/](?P<month>\d{1,2})[/](?P<year>[12]\d{3})(?![\w/])")
# "3.–5. März 2024", "3 y 5 de mayo": of two days only the second would be read.
_OTHER_DAY = re.compile(r"(?<!\d)\d{1,2}(?:\.|º|°)?\s?(?:[-–—/,&]|(?P<word>[^\W\d]{1,3}))\s?$")
_LAST_YEAR = 2199
_DAY = len("2026-03-09")


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
    found: list[Found] = []
    starts = [start for start, _ in quoted]
    for start, end in sentences:
        taken = Taken()
        for match, value in _matches(text, start, end, forms):
            if taken.take(*match.span()) and value is not None:
                found.append(Found(*match.span(), value, precision="day" if len(value) == _DAY else "month"))
        if language and forms is not None:
            first = bisect_right(starts, start) - 1
            inside = tuple(takewhile(lambda run: run[0] < end, quoted[max(0, first) :]))  # noqa: B023 - used up at once
            found.extend(SentenceDates(text, (start, end), language, day, inside).found(taken))

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


def _matches(text: str, start: int, end: int, forms: DateForms | None) -> Iterator[tuple[re.Match[str], str | None]]:
    """Candidates with their value, the surest form first; None for what looks like a date and is not one for certain."""
    months = forms.months if forms else {}
    for pattern in (_ISO, _CJK, *((forms.day,) if forms else ())):
        for match in pattern.finditer(text, start, end):
            yield match, None if _is_half(text, match) else _value(match, months)
    for match in _DOTTED.finditer(text, start, end):
        yield match, _value(match, {})
    for match in _SLASHED.finditer(text, start, end):
        # 9/3/2026 is March or September; 23/3/2026 can only be one day.
        is_sure = int(match["day"]) > 12 or match["day"] == match["month"]
        yield match, _value(match, {}) if is_sure and forms is not None and forms.is_day_first else None
    if forms is not None:
        for match in forms.month_of_year.finditer(text, start, end):
            yield (
                match,
                None
                if re.search(r"\d\W{0,2}$", text[max(0, match.start() - 4) : match.start()])
                else _value(match, months),
            )


def _is_half(text: str, match: re.Match[str]) -> bool:
    before = _OTHER_DAY.search(text[: match.start()], max(0, match.start() - 9))
    return before is not None and (before["word"] is None or before["word"].islower())


def _value(match: re.Match[str], months: dict[str, int]) -> str | None:
    """ISO day or month, None if there is no such day."""
    named = match["month"]
    month = int(named) if named.isdecimal() else months.get(named.lower())
    year, day = int(match["year"]), match.groupdict().get("day")
    if month is None or not 1 <= month <= 12 or year > _LAST_YEAR:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, int(day)).isoformat()
    except ValueError:
        return None
