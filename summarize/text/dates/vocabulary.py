"""The word lists of English time expressions, as `languages/en/times.toml` holds them."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from summarize.languages.calendars import calendar_names
from summarize.languages.measures import small_numbers
from summarize.languages.tables import table, word_lists
from summarize.text.numbers import DASHES

__all__ = ["DASHES"]


_NAMES: Final = calendar_names("en")


def words(key: str) -> frozenset[str]:
    """A list of words of `languages/en/times.toml`, by its key."""
    return word_lists("en/times.toml", "words")[key]


YEAR_END: Final[str] = table("en/times.toml")["year_end"]
LIVE: Final[str] = table("en/times.toml")["live"]
OWN_YEAR: Final[str] = table("en/times.toml")["own_year"]
GIVEN_AS_A_NAME: Final[str] = table("en/times.toml")["given_as_a_name"]
BEHIND_A_QUOTATION: Final[str] = table("en/times.toml")["behind_a_quotation"]
BEFORE_A_DAY: Final[str] = table("en/times.toml")["before_a_day"]


class NamedDay(NamedTuple):
    """A day that has a name: a row of `[[holiday]]`."""

    words: tuple[str, ...]
    day: tuple[int | None, int | None]
    """Month and day; None and the days from Easter Sunday; None twice where the country says which day it is."""
    names: frozenset[str]
    """What a country's list of holidays calls it."""
    capitals: bool
    alone: bool


def _named_day(row: dict[str, Any]) -> NamedDay:
    month, _, day = row.get("day", "").partition("-")
    return NamedDay(
        tuple(row["words"].split()),
        (int(month), int(day)) if month else (None, row.get("easter")),
        frozenset(filter(None, row.get("national", "").split("|"))),
        row.get("capitals", False),
        row.get("alone", False),
    )


class Habit(NamedTuple):
    """What a weekday before it says how often it is: a row of `[[habit]]`."""

    words: frozenset[str]
    not_before: frozenset[str]
    """Where one of these stands before the weekday, it was once."""


HABITS: Final = tuple(
    Habit(frozenset(row["words"].split()), frozenset(row["not_before"].split()))
    for row in table("en/times.toml")["habit"]
)
HOLIDAYS: Final = tuple(map(_named_day, table("en/times.toml")["holiday"]))

MONTHS: Final = _NAMES.months
SHORT_MONTHS: Final = frozenset(name for row in _NAMES.month_rows for name in row[1:])
NAMELIKE_MONTHS: Final = words("namelike_months")

WEEKDAYS: Final = _NAMES.weekdays
SHORT_WEEKDAYS: Final = frozenset(name for row in _NAMES.weekday_rows for name in row[1:])
NAMED_WEEKDAYS: Final = words("named_weekdays")
TITLE_AFTER_WEEKDAY: Final = words("title_after_weekday")

UNITS: Final[dict[str, str]] = table("en/times.toml")["units"]
SINGLE: Final = {word: UNITS[word] for word in sorted(words("single"))}
"""A unit by the word for one of it, but for a night, which is part of a day."""
SEASONS: Final = words("seasons")
DAY_PARTS: Final = words("day_parts")
DAY_WORDS: Final[dict[str, int]] = table("en/times.toml")["day_words"]
WHICH: Final[dict[str, int]] = table("en/times.toml")["which"]
TURNED: Final[dict[str, int]] = table("en/times.toml")["turned"]
SHIFTED: Final[dict[str, int]] = table("en/times.toml")["shifted"]
BESIDE: Final[dict[str, int]] = table("en/times.toml")["beside"]
SHORT_PARTS: Final[dict[str, str]] = table("en/times.toml")["short_parts"]
NTH: Final[dict[str, int]] = table("en/times.toml")["nth"]
HALF_DAYS: Final = tuple(table("en/numbers.toml")["half_days"].split())
"""What stands behind a time, the first from midnight on: "am", "pm". A time has the first letter."""
CARDINALS: Final = small_numbers("en")
ORDINALS: Final[dict[str, int]] = table("en/times.toml")["ordinals"]

APOSTROPHES: Final = frozenset("'\u2019\u2018`")
RANGE_WORDS: Final = words("range_words")
EDGES: Final = words("edges")
LEANINGS: Final = words("leanings")
VAGUE: Final = words("vague")
DETERMINERS: Final = words("determiners")
YEAR_PREPOSITIONS: Final = words("year_prepositions")
MONTH_PREPOSITIONS: Final = words("month_prepositions")
EVENT_WORDS: Final = words("event_words")
COUNTED: Final = words("counted")

PLURALS: Final = words("plurals")
BETWEEN_HELPERS: Final = words("between_helpers")

ASKING: Final = words("asking")
ASKED: Final = words("asked")
SAYING: Final = words("saying")
AFTER_CREDIT: Final = words("after_credit")
RESOLVED: Final = words("resolved")
FISCAL: Final = words("fiscal")

PAST: Final = words("past")
NOT_PAST: Final = words("not_past")
BUSINESS: Final = words("business")
