"""The names of months and days of the week."""

from __future__ import annotations

import unicodedata
from functools import cache

from summarize.languages.calendars import calendar_names, foreign_months
from summarize.languages.loader import any_of


def month_pattern(language: str) -> str:
    """A regular expression for the name of a month, full or short, with the stop of a short form. Any capitals match if case is ignored."""
    return _pattern(calendar_names(language).month_rows)


def weekday_pattern(language: str) -> str:
    """The same for a day of the week."""
    return _pattern(calendar_names(language).weekday_rows)


def month_number(name: str, language: str = "en") -> int | None:
    """The number of a month, 1 to 12, by its full or short name in any case and with or without a stop; None if it is not a month."""
    return calendar_names(language).months.get(name.lower().rstrip("."))


def month_name(number: int, language: str = "en") -> str:
    """The full name of a month, 1 to 12, with a capital."""
    return calendar_names(language).month_rows[number - 1][0].capitalize()


def month_in_any_language(name: str) -> int | None:
    """The same for a name in any language that is known; None also for one that means two months in two languages ("listopada")."""
    bare = unicodedata.normalize("NFC", name).lower().rstrip(".")
    return calendar_names("en").months.get(bare) or foreign_months().get(bare)


@cache
def _pattern(rows: tuple[tuple[str, ...], ...]) -> str:
    return rf"{any_of(frozenset(name.capitalize() for row in rows for name in row))}\.?"
