"""Rules of holidays: which day of which year, and of which country."""

from __future__ import annotations

import pytest

from summarize.evidence.times import find_times
from summarize.languages.tables import table
from tests.evidence.times.cases import Case, case, shown

HOLIDAYS = [
    case("The shelling on Christmas Day 2023 killed two.", "Christmas Day 2023 = 2023-12-25"),
    case("Shops will close on New Year's Day.", "New Year's Day = 2026-01-01"),
    case("The crash happened on Easter Monday 2024.", "Easter Monday 2024 = 2024-04-01"),
    case("They sang on the Fourth of July.", "the Fourth of July = 2025-07-04"),
    case("They wed on Valentine's Day last year.", "Valentine's Day last year = 2024-02-14"),
    case("The truce will begin on Good Friday.", "Good Friday = 2026-04-03"),
    case("The truce began on Easter Sunday.", "Easter Sunday = 2025-04-20"),
    case("Voters backed the Good Friday Agreement in 1998.", "1998 = 1998"),
    case("Homes were egged on Halloween.", "Halloween = 2025-10-31"),
    case("The truce of Easter Monday last year failed.", "Easter Monday last year = 2024-04-01"),
]


@pytest.mark.parametrize("one", HOLIDAYS, ids=lambda one: one.sentence[:40])
def test_values(one: Case) -> None:
    """A sentence has exactly the expected expressions, each with its words and value."""
    assert shown(one.sentence) == one.expected


@pytest.mark.parametrize(
    ("countries", "value"),
    [("US", "2026-11-26"), ("CA", "2026-10-12"), ("US FR", "2026-11-26"), ("US CA", None), ("XX", None), ("", None)],
)
def test_a_holiday_has_the_day_of_its_country(countries: str, value: str | None) -> None:
    """Thanksgiving is in November in one country and in October in another; where the countries do not tell which, it stays open."""
    text = "Shops will close on Thanksgiving."
    times = find_times(text, [(0, len(text))], "2026-10-01", countries=frozenset(countries.split()))
    assert [time.value_start for time in times] == [value]


@pytest.mark.parametrize("row", table("en/times.toml")["holiday"], ids=lambda row: str(row["words"]))
def test_each_named_day_reads_its_example(row: dict[str, str]) -> None:
    """The row of a day that has a name finds it in its example, and nothing in its counter-example."""
    for sentence, is_found in ((row["example"], True), (row["counter_example"], False)):
        found = [
            time.value_start
            for time in find_times(
                sentence,
                [(0, len(sentence))],
                "2026-03-03",
                countries=frozenset({row["country"]} if "country" in row else ()),
            )
        ]
        assert [start is not None and len(start) == len("2026-03-03") for start in found] == [True] * is_found
