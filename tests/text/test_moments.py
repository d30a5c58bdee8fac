"""Dates as programs write them: every form, and what the calendar, the clock or a zone does not have."""

from __future__ import annotations

import pytest

from summarize.text.moments import machine_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-03-14", "2026-03-14"),
        ("2026/3/4", "2026-03-04"),
        ("2026. 3. 14.", "2026-03-14"),
        ("20260314", "2026-03-14"),
        ("2026-03-14T09:05", "2026-03-14T09:05"),
        ("2026-03-14 09:05:07.123", "2026-03-14T09:05:07"),
        ("2026-03-14T09:05Z", "2026-03-14T09:05+00:00"),
        ("2026-03-14T09:05+05:30", "2026-03-14T09:05+05:30"),
        ("2026-03-14T09:05-0330", "2026-03-14T09:05-03:30"),
        ("20260314T090507Z", "2026-03-14T09:05:07+00:00"),
        ("Sat, 14 Mar 2026 09:05:07 +0100", "2026-03-14T09:05:07+01:00"),
        ("Sat, 14 Mar 2026 09:05:07 EST (Eastern)", "2026-03-14T09:05:07-05:00"),
        ("14-Mar-26 09:05 GMT", "2026-03-14T09:05+00:00"),
        ("Sat Mar 14 09:05:07 2026", "2026-03-14T09:05:07"),
        ("Sat Mar 14 09:05:07 GMT 2026", "2026-03-14T09:05:07+00:00"),
    ],
)
def test_forms(text: str, iso: str) -> None:
    """Each form of ISO 8601, RFC 822 and the C library gives the moment that it says, as exactly as it says it."""
    assert machine_date(text) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-12-31T24:00:00", "2027-01-01T00:00:00"),
        ("2026-12-31T24:00:00Z", "2027-01-01T00:00:00+00:00"),
        ("2026-12-31T24:00", "2027-01-01T00:00"),
        ("2026-12-31T24:00:01", ""),
        ("2026-12-31T24:01", ""),
        ("2026-12-31T25:00", ""),
        ("2026-12-31T23:59:60Z", "2026-12-31T23:59:59+00:00"),
        ("2026-12-31T23:59:61Z", ""),
    ],
)
def test_the_end_of_a_day_and_a_leap_second(text: str, iso: str) -> None:
    """24:00:00 is the next day's beginning, and :60 the last second of the minute; anything beyond them is no moment."""
    assert machine_date(text) == iso


@pytest.mark.parametrize(
    ("text", "year"), [("1 Jan 49 08:00", 2049), ("1 Jan 50 08:00", 1950), ("1 Jan 99 08:00", 1999)]
)
def test_years_of_two_figures(text: str, year: int) -> None:
    """As RFC 2822 has it, 49 is 2049 and 50 is 1950."""
    assert str(machine_date(text)).startswith(str(year))


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01T09:05", "31 Apr 2026 08:00", "2026-03-14T09:05+15:00"])
def test_no_moment(text: str) -> None:
    """A day that the calendar does not have, and a zone that is nowhere, give no date, and never another one."""
    assert not machine_date(text)


@pytest.mark.parametrize("text", ["", "soon", "14 March 2026, by Ann Lee", "March 2026"])
def test_other_texts(text: str) -> None:
    """What no program writes is left to the readers of prose."""
    assert machine_date(text) is None
