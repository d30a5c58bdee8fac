"""A date that a person gives for words of the article: well formed, and not against what the words themselves say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from summarize.card import When
from summarize.findings import Precision
from summarize.grounding.index import Index
from summarize.languages.calendars import calendar_names, foreign_months

_FORM: Final = re.compile(r"\d{4}(?:-Q[1-4]|-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?)?)?)?")
_PRECISIONS: Final[dict[int, Precision]] = {4: "year", 7: "month", 10: "day"}
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_BESIDE: Final = 4
"""Characters between the name of a month and the day: "3rd March", "March 3", "3 de marzo" is further."""


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A date or range as the card has it."""

    start: str | None
    end: str | None
    precision: Precision


def read_given_date(value: str, when: When, pack: str | None) -> GivenDate | str:
    """The date that a person gives, or the reason why the words cannot mean it.

    Args:
        value: an ISO date at the precision of the words, two with a slash between them for a range; empty to leave it open.
        when: the card's date, with the article's words.
        pack: language whose names of weekdays are read; None: none are.
    """
    if not value.strip():
        return GivenDate(None, None, when.precision)
    start, _, end = value.strip().partition("/")
    for one in (start, *([end] if end else [])):
        if not _is_date(one):
            return f"“{one}” is no date such as 2026, 2026-03, 2026-03-05 or 2026-03-05T09:30"
    if end and (len(start) != len(end) or end <= start):
        return "a range has a later end, at the same precision"
    precision: Precision = "quarter" if "Q" in start else _PRECISIONS.get(len(start), "time")
    if precision == "quarter":
        return "a quarter is given as its first and last month, such as 2026-01/2026-03"
    return _against(when.text, start, end or start, pack) or GivenDate(start, end or None, precision)


def read_otherwise(found: GivenDate, when: When, index: Index) -> str | None:
    """What rules make of the words of a date, where that is another than the one that a person gives; None if it is not, or they make nothing of them."""
    part = when.evidence[0]
    read = next((one for one in index.times_over(part.start, part.end) if one.start is not None), None)
    if read is None or read.start is None or found.start is None:
        return None
    ends = (read.start, read.end or read.start), (found.start, found.end or found.start)
    length = min(10, *(len(one) for pair in ends for one in pair))
    (low, high), (first, last) = (tuple(one[:length] for one in pair) for pair in ends)
    return None if low <= last and first <= high else "/".join(filter(None, (read.start, read.end)))


def _is_date(value: str) -> bool:
    if not _FORM.fullmatch(value):
        return False
    try:
        if "T" in value:
            datetime.fromisoformat(value)
        elif "Q" not in value:
            date.fromisoformat(f"{value}{'-01-01'[len(value) - 10 :] if len(value) < 10 else ''}")
    except ValueError:
        return False
    return True


def _against(words: str, start: str, end: str, pack: str | None) -> str | None:
    """What the words say themselves and the date does not; None if nothing."""
    lower = words.casefold()
    ends = (start, end)
    years = {int(found) for found in _YEAR.findall(lower)}
    if years and not years & set(range(int(start[:4]), int(end[:4]) + 1)):
        return f"the article writes “{words}”, which is another year"
    for place, month in _months(lower, pack):
        if any(len(one) >= 7 for one in ends) and not _between(month, start, end):
            return f"the article writes “{words}”, which is another month"
        days = {
            int(found.group())
            for found in _DAY.finditer(lower)
            if 0 <= found.start() - place.end() <= _BESIDE or 0 <= place.start() - found.end() <= _BESIDE
        }
        if days and len(start) >= 10 and not days & {int(one[8:10]) for one in ends}:
            return f"the article writes “{words}”, which is another day"
    named = calendar_names(pack).weekdays if pack == "en" else {}
    weekdays = {named[word] for word in re.findall(r"\w+", lower) if word in named}
    if weekdays and len(start) >= 10 and not weekdays & {date.fromisoformat(one[:10]).weekday() for one in ends}:
        return f"the article writes “{words}”, and {start[:10]} is another day of the week"
    return None


def _months(lower: str, pack: str | None) -> Iterator[tuple[re.Match[str], int]]:
    names = calendar_names("en").months if pack in {"en", None} else foreign_months()
    for word in re.finditer(r"[^\W\d_]+", lower):
        if (number := names.get(word.group())) is not None:
            yield word, number


def _between(month: int, start: str, end: str) -> bool:
    first, last = (int(one[:4]) * 12 + int(one[5:7] or 1) for one in (start, end))
    return any(each % 12 == month % 12 for each in range(first, last + 1))
