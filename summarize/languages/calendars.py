"""The names of months and weekdays that the tables of `languages/` hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from summarize.languages.loader import TableError
from summarize.languages.tables import table

_MONTHS: Final = 12
_WEEKDAYS: Final = 7


class CalendarNames(NamedTuple):
    """Names in lower case; the full name of each row first."""

    month_rows: tuple[tuple[str, ...], ...]
    weekday_rows: tuple[tuple[str, ...], ...]
    months: Mapping[str, int]
    """Number of each name, from 1."""
    weekdays: Mapping[str, int]
    """Number of each name, Monday is 0."""


@cache
def calendar_names(language: str) -> CalendarNames:
    """The names of months and weekdays of a language that has a `times.toml`.

    Raises:
        TableError: it does not hold twelve months and seven days.
        OSError: the language has no such table.
    """
    name = f"{language}/times.toml"
    months, weekdays = _rows(name, "months", _MONTHS), _rows(name, "weekdays", _WEEKDAYS)
    return CalendarNames(months, weekdays, row_numbers(months, 1), row_numbers(weekdays, 0))


@cache
def foreign_months() -> Mapping[str, int]:
    """The number of each month's name in all languages but English; a name of two months in two languages is left out.

    Raises:
        TableError: a row of `months.toml` does not hold twelve months.
    """
    name = "months.toml"
    numbers: dict[str, int] = {}
    clashing: set[str] = set()
    for row in table(name)["months"]:
        months = str(row["names"]).split("|")
        if len(months) != _MONTHS:
            raise TableError(name, str(row["locale"]), f"{_MONTHS} months are needed")
        for number, names in enumerate(months, 1):
            clashing.update(each for each in names.split() if numbers.setdefault(each, number) != number)
    return {each: number for each, number in numbers.items() if each not in clashing}


def _rows(file: str, key: str, count: int) -> tuple[tuple[str, ...], ...]:
    rows = table(file).get(key)
    if (
        not isinstance(rows, list)
        or len(rows) != count
        or not all(isinstance(row, str) and row.split() for row in rows)
    ):
        raise TableError(file, key, f"{count} strings are needed")
    return tuple(tuple(row.split()) for row in rows)


def row_numbers(rows: tuple[tuple[str, ...], ...], first: int) -> dict[str, int]:
    """The number of the row of each name, the first row's being `first`."""
    return {name: number for number, row in enumerate(rows, first) for name in row}
