"""Rules of the names of months."""

from __future__ import annotations

import unicodedata
from itertools import chain

import pytest

from summarize.languages.calendars import calendar_names, foreign_months
from summarize.languages.cldr import locale_of
from summarize.languages.tables import table
from summarize.text.months import month_in_any_language, month_number

ROWS = {row["locale"]: [names.split() for names in row["names"].split("|")] for row in table("months.toml")["months"]}


@pytest.mark.parametrize("locale", sorted(set(ROWS) - {"ar_SY", "sr_Latn"}))
def test_the_table_has_the_months_that_cldr_has(locale: str) -> None:
    """The names that CLDR gives months within a date are in the table, so that nothing that it knows is missed."""
    known = locale_of(locale)
    assert known is not None
    for number, names in enumerate(ROWS[locale], 1):
        wide = (
            unicodedata.normalize("NFC", str(known.months["format"]["wide"][number])).lower().split()[-1].split("’")[-1]
        )
        assert wide in [unicodedata.normalize("NFC", name) for name in names]


def test_english_months_and_days_are_those_of_cldr() -> None:
    """The full names of the English table are CLDR's."""
    known = locale_of("en")
    assert known is not None
    names = calendar_names("en")
    assert [row[0] for row in names.month_rows] == [known.months["format"]["wide"][at].lower() for at in range(1, 13)]
    assert [row[0] for row in names.weekday_rows] == [known.days["format"]["wide"][at].lower() for at in range(7)]


def test_a_name_of_two_months_is_none() -> None:
    """ "Listopada" is October in Croatian and November in Polish: where the language is not known, it is neither."""
    assert month_in_any_language("listopada") is None
    numbers: dict[str, set[int]] = {}
    for row in ROWS.values():
        for number, names in enumerate(row, 1):
            for name in names:
                numbers.setdefault(name, set()).add(number)
    assert {name for name, found in numbers.items() if len(found) == 1} == set(foreign_months())


@pytest.mark.parametrize("name", list(chain.from_iterable(calendar_names("en").month_rows)))
def test_english_months_by_any_writing(name: str) -> None:
    """Capitals and a stop make no difference."""
    number = month_number(name)
    assert number is not None
    assert number == month_number(name.title() + ".") == month_number(name.upper()) == month_in_any_language(name)
