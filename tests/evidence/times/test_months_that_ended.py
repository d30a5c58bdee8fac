"""Months told by when they ended: "the three months to the end of June 2025"."""

from __future__ import annotations

import calendar

from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.times.cases import shown

PUBLISHED = "2026-03-31"
LENGTHS = {"the quarter": 3, "the three months": 3, "the six months": 6, "the nine months": 9, "the half year": 6, "the year": 12}  # fmt: skip
ENDINGS = ["ended", "ended on", "to", "to the end of"]


@given(
    st.sampled_from(sorted(LENGTHS)),
    st.sampled_from(ENDINGS),
    st.integers(1, 12),
    st.sampled_from(["{day} {month}", "{month} {day}", "{month}"]),
    st.sampled_from([None, "2019", "2025", "last year"]),
)
def test_so_many_months_that_end_with_one(length: str, ending: str, month: int, written: str, year: str | None) -> None:
    """They begin so many months before, by the year that is given, or in the last twelve months where none is."""
    if ending == "ended on" and written == "{month}":
        written = "{month} {day}"
    elif ending == "to the end of":
        written = "{month}"
    told = int({"last year": "2025"}.get(year or "", year or ("2025" if month > 3 else "2026")))
    last = written.format(day=calendar.monthrange(told, month)[1], month=calendar.month_name[month])
    behind = "" if year is None else f" {year}" if year == "last year" or written != "{month} {day}" else f", {year}"
    words = f"{length} {ending} {last}{behind}"
    first = told * 12 + month - LENGTHS[length]
    start, end = f"{first // 12}-{first % 12 + 1:02}", f"{told}-{month:02}"
    is_quarter = LENGTHS[length] == 3 and month % 3 == 0
    value = f"{told}-Q{month // 3}" if is_quarter else f"{start}..{end}"
    assert shown(f"Profit rose in {words} by a tenth.", PUBLISHED) == ((words, value),)
