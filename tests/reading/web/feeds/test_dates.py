from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.reading.web.feeds.text import iso_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wed, 04 Mar 2026 10:00:00 GMT", "2026-03-04T10:00:00+00:00"), ("Wed, 04 Mar 2026 10:00:00 +0530", "2026-03-04T10:00:00+05:30"), ("Wed, 04 Mar 2026 10:00:00 EST", "2026-03-04T10:00:00-05:00"),
        ("Wed, 4 Mar 26 10:00 UT", "2026-03-04T10:00+00:00"), ("Wednesday, 04-Mar-26 10:00:00 GMT", "2026-03-04T10:00:00+00:00"), ("4 March 2026 10:00:00 Z", "2026-03-04T10:00:00+00:00"),
        ("Wed Mar  4 10:00:00 2026", "2026-03-04T10:00:00"), ("Wed Mar 4 10:00:00 EST 2026", "2026-03-04T10:00:00-05:00"), ("Wed, 04 Mar 2026 10:00:00 +0100 (CET)", "2026-03-04T10:00:00+01:00"),
        ("Wed, 04 Mar 2026 10:00:00 GMT+01:00", "2026-03-04T10:00:00+01:00"), ("Mi, 04 Mar 2026 10:00:00 +0100", "2026-03-04T10:00:00+01:00"),
        ("2026-03-04", "2026-03-04"), ("2026-03-04T10:00:00Z", "2026-03-04T10:00:00+00:00"), ("2026-03-04T10:00:00.123456789+01:00", "2026-03-04T10:00:00+01:00"), ("2026-03-04 10:00:00 -0500", "2026-03-04T10:00:00-05:00"),
        ("2026-03-04T10:00Z", "2026-03-04T10:00+00:00"), ("2026-03-04 10:00:00 UTC", "2026-03-04T10:00:00+00:00"), ("20260304T100000Z", "2026-03-04T10:00:00+00:00"), ("20260304", "2026-03-04"),
        ("2026-12-31T24:00:00Z", "2027-01-01T00:00:00+00:00"), ("2026-12-31T23:59:60Z", "2026-12-31T23:59:59+00:00"), ("March 4, 2026", "2026-03-04"), ("Mar 4, 2026 10:00 PM EST", "2026-03-04T22:00-05:00"), ("13/03/2026", "2026-03-13"),
    ],
)  # fmt: skip
def test_read(text: str, expected: str) -> None:
    """A date is read in any of its usual forms, as it is given."""
    assert iso_date(f" {text}\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Wed, 04 Mar 2026 10:00:00",
        "2026-03-04T10:00:00",
        "2026-03-04 10:00:00",
        "Wed, 04 Mar 2026 10:00:00 IST",
        "Wed, 04 Mar 2026 10:00:00 BST",
        "Wed, 04 Mar 2026 10:00:00 XYZ",
    ],
)
def test_no_zone_is_added(text: str) -> None:
    """A time without a zone stays without one, and so does one whose zone could be several."""
    assert iso_date(text) == "2026-03-04T10:00:00"


@pytest.mark.parametrize(
    "text",
    [None, "", " ", "yesterday", "2026", "2026-03", "March 2026", "4 March", "10:00", "03/04/2026", "31 Feb 2026", "2026-02-30", "2026-13-01", "Wed, 04 Mar 2026 25:00:00 GMT", "Wed, 04 Mar 2026 10:61:00 GMT",
     "Wed, 04 Mar 2026 10:00:00 +9999", "0000-01-01", "1741082400", "x" * 10_000, "4 Xyz 2026", "-1-1-1"],
)  # fmt: skip
def test_not_guessed(text: str | None) -> None:
    """Half a date, one that could be two, and one that never was, is none."""
    assert iso_date(text) is None


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2049, 12, 31)), st.integers(-12 * 4, 14 * 4))  # noqa: DTZ001
def test_agrees_with_the_standard_library(moment: datetime, quarters: int) -> None:
    """What the standard library writes as RFC 822 and ISO is read as what it was."""
    whole = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=15 * quarters)))
    assert iso_date(format_datetime(whole)) == whole.isoformat()
    assert iso_date(whole.isoformat()) == whole.isoformat()
    assert iso_date(whole.replace(tzinfo=None).isoformat(" ")) == whole.replace(tzinfo=None).isoformat()


@given(
    st.text(max_size=60)
    | st.from_regex(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{2,4} \d{1,2}:\d{2}:\d{2} [A-Z+-]\w{0,4}", fullmatch=True)
)
def test_a_date_or_none(text: str) -> None:
    """Any text is a date that exists, or none."""
    found = iso_date(text)
    assert found is None or date.fromisoformat(found[:10])
    assert found is None or len(found) == 10 or datetime.fromisoformat(found)
