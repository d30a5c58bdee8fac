"""Rules of time zones: one table for running text, printed stamps, mail and feeds."""

from __future__ import annotations

import pytest

from summarize.evidence.times import find_times
from summarize.languages.measures import zones
from summarize.reading.page.stated.dates import read_date
from summarize.reading.web.feeds.text import iso_date
from summarize.text.stamps import read_stamp
from summarize.text.zones import written_offset, zone_offset

NAMES = sorted({*zones().offsets, *zones().open} - {"z", "ut"})


def in_text(name: str) -> str:
    """The offset that running text gives a time with a zone; what a time of a day without one is, is none."""
    text = f"It happened on 3 June 2026 at 9:30 a.m. {name.upper()}."
    return (find_times(text, [(0, len(text))], "2026-06-04")[0].value_start or "").partition("T09:30")[2]


def in_stamp(name: str) -> str:
    """The offset that a printed stamp gives it."""
    stamp = read_stamp(f"3 June 2026, 9:30 a.m. {name.upper()}")
    assert stamp is not None
    return stamp.iso.partition("T09:30")[2]


@pytest.mark.parametrize("name", NAMES)
def test_text_and_stamps_give_a_zone_one_offset(name: str) -> None:
    """A zone is the same in running text and in a stamp, and the one of the table; open ones have none in either."""
    assert (in_text(name) or "").replace("Z", "+00:00") == in_stamp(name) == zone_offset(name)


@pytest.mark.parametrize("name", NAMES)
def test_feeds_differ_only_where_their_standard_says_so(name: str) -> None:
    """RFC 822 gives four names one meaning; every other zone of a feed is the one that text has."""
    found = (iso_date(f"Wed, 03 Jun 2026 09:30:00 {name.upper()}") or "").partition("T09:30")[2].removeprefix(":00")
    assert found == zones().of_rfc822.get(name, zone_offset(name))


@pytest.mark.parametrize("name", ["IST", "CST", "BST", "PST", "AST", "ET"])
def test_names_of_several_zones_stay_open(name: str) -> None:
    """A time in a zone that could be several keeps none."""
    assert not zone_offset(name)


@pytest.mark.parametrize("name", sorted(zones().words))
def test_a_number_before_a_word_is_no_time(name: str) -> None:
    """What is a word as well names a zone only behind a time with minutes, am or pm: "10 CAT scans", "the 12 MET stations"."""
    text = f"They bought the 10 {name.upper()} scanners on Tuesday."
    assert [text[time.start : time.end] for time in find_times(text, [(0, len(text))], "2026-06-04")] == ["Tuesday"]


@pytest.mark.parametrize("name", ["XYZ", "", "mars"])
def test_what_is_not_a_zone(name: str) -> None:
    """Other letters are not a zone."""
    assert zone_offset(name) is None


@pytest.mark.parametrize(
    ("written", "offset"),
    [
        ("Z", "+00:00"),
        ("UTC", "+00:00"),
        ("GMT", "+00:00"),
        ("+05:30", "+05:30"),
        ("+0530", "+05:30"),
        ("-03:30", "-03:30"),
        ("GMT+02:00", "+02:00"),
        ("UTC+0200", "+02:00"),
        ("+02", "+02:00"),
        ("CET", "+01:00"),
        ("IST", ""),
    ],
)
def test_an_offset_is_the_same_wherever_it_is_printed(written: str, offset: str) -> None:
    """Feeds and pages read a zone behind a machine's date and time alike."""
    assert written_offset(written) == offset
    moment = f"2026-06-03 09:30 {written}"
    assert (iso_date(moment) or "").partition("T09:30")[2].removeprefix(":00") == offset
    assert (read_date(moment) or "").partition("T09:30")[2] == offset


@pytest.mark.parametrize("written", ["+25:00", "-15:00", "+05:75", "", "+", "UTC+"])
def test_no_zone_is_so_far_away(written: str) -> None:
    """What is no offset of a zone on earth is none."""
    assert not written_offset(written)
