"""Days as texts write them, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from typing import Final

from summarize.briefing import Moment
from summarize.languages.calendars import calendar_names

CLAUSE: Final = re.compile(r"[.!?]\s|\n")
"""Parts sentences."""
_REACH: Final = 250
"""Code points around a day that are read."""
NamedDay = tuple[str, int] | str
"""A month with its day, or a weekday: by three letters of the name."""


def names_of(moment: Moment) -> tuple[NamedDay, NamedDay]:
    """The two ways to write the day on which a date begins: by its month, and by its weekday."""
    on, names = date.fromisoformat(moment.start[:10]), calendar_names("en")
    month, weekday = names.month_rows[on.month - 1][0], names.weekday_rows[on.weekday()][0]
    return (month[:3].lower(), on.day), weekday[:3].lower()


def beside_days(text: str, asked: Collection[NamedDay]) -> Iterator[tuple[NamedDay, str, str]]:
    """Each of the days that are asked for where a text names it, with what stands before it in its sentence and behind it."""
    for match in _any_day().finditer(text):
        if (day := _day_of(match)) in asked:
            before = text[max(0, match.start() - _REACH) : match.start()]
            yield day, CLAUSE.split(before)[-1], text[match.end() : match.end() + _REACH]


def _day_of(match: re.Match[str]) -> NamedDay:
    if match["weekday"]:
        return match["weekday"][:3].lower()
    return (match["month"] or match["first"])[:3].lower(), int(match["day"] or match["number"])


@cache
def _any_day() -> re.Pattern[str]:
    """A day as it may be written: "Oct 22", "22 October", "the 22nd of October", "Thursday"."""
    names = calendar_names("en")
    month, weekday = (
        "|".join(sorted({re.escape(name) for row in rows for name in row}, key=len, reverse=True))
        for rows in (names.month_rows, names.weekday_rows)
    )
    number = r"\d{1,2})(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?:(?P<day>{number} (?:of )?(?P<month>{month})\.?|(?P<first>{month})\.? (?P<number>{number}(?!\d)|(?P<weekday>{weekday}))(?!\w)",
        re.IGNORECASE,
    )
