"""Any text is read soundly, and in time that grows no faster than the text."""

from __future__ import annotations

import re
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evidence.times import FoundTime, find_times
from tests.evidence.times import test_calendar, test_holidays, test_relative
from tests.evidence.times.cases import PUBLISHED, Case, found

VALUE = {
    "year": re.compile(r"[0-9]{4}"),
    "quarter": re.compile(r"[0-9]{4}-Q[1-4]"),
    "month": re.compile(r"[0-9]{4}-[0-9]{2}"),
    "day": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "time": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?"),
}

ALL = [*test_calendar.ALL, *test_relative.ALL, *test_holidays.HOLIDAYS]


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-31", "9999-12-31", "9999-12-01", "2024-02-29"])
def test_the_ends_of_the_calendar_raise_nothing(published: str) -> None:
    """What falls outside the years 1 to 9999 is open."""
    for one in ALL:
        for time_found in found(one.sentence, published):
            assert_sound(one.sentence, time_found)


WORDS = st.sampled_from(
    "the a of in on to and from between until since by early mid late last next this past previous same January May "
    "March Nov. Sept Friday Sun. Monday today tomorrow week month year years quarter third first half end ago later "
    "earlier 3 12 26th 31 2024 1999 99 '82 1990s 2018-19 9.30am 3 p.m. GMT EST 09:30 2025-11-29 1/9/2024 Q3 - , . ( ) "
    "\N{EN DASH} \" ' said will Christmas Day Easter spring said. 2024-02-29T25:61 0 00 weekend day days two".split()
)
PUBLICATIONS = st.one_of(st.none(), st.dates().map(date.isoformat))


def assert_sound(text: str, one: FoundTime) -> None:
    """A find has words, and values that are ISO at its precision and in order."""
    assert 0 <= one.start < one.end <= len(text)
    assert text[one.start : one.end].strip() == text[one.start : one.end]
    if one.value_start is None:
        assert one.value_end is None
        return
    for iso in (one.value_start, one.value_end or one.value_start):
        assert VALUE[one.precision].fullmatch(iso), one
        if one.precision in {"day", "time"}:
            date.fromisoformat(iso[:10])
        if one.precision == "month":
            date.fromisoformat(iso + "-01")
    assert one.value_end is None or one.value_start <= one.value_end


@pytest.mark.parametrize(
    "text", ["From 0 yesterday fiscal quarter. FY24 12 am.", "11 May 30 yesterday am Sept. 09:30 GMT."]
)
def test_a_time_without_any_verb_is_read_soundly(text: str) -> None:
    """A time of day may stand where no verb does, neither before it nor behind."""
    assert_all_sound(text, "2025-11-29")


def assert_all_sound(text: str, published: str | None) -> None:
    """Every find is sound, and they are in order and do not overlap."""
    times = found(text, published)
    for one in times:
        assert_sound(text, one)
    assert all(one.end <= other.start for one, other in pairwise(times))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join), PUBLICATIONS)
def test_any_run_of_time_words_is_read_soundly(text: str, published: str | None) -> None:
    """Whatever the order of the words, nothing is raised and every value is valid."""
    assert_all_sound(text, published)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), PUBLICATIONS)
def test_any_text_is_read_soundly(text: str, published: str | None) -> None:
    """Any code points at all, lone surrogates and digits of other scripts among them, raise nothing."""
    assert_all_sound(text, published)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ALL), st.text(alphabet=" \n\u00a0\u2003", max_size=6))
def test_padding_only_moves_offsets(one: Case, padding: str) -> None:
    """White space before a text moves every offset and changes no value."""
    plain, padded = found(one.sentence), found(padding + one.sentence)
    moved = [(time.start + len(padding), time.end + len(padding), time.value_start, time.value_end) for time in plain]
    assert [(time.start, time.end, time.value_start, time.value_end) for time in padded] == moved


@pytest.mark.parametrize(
    "unit",
    [
        "November ",
        "1234567890",
        "12 ",
        "2024-",
        "12:30 ",
        " ",
        "\n \n",
        "1/",
        "Monday ",
        "the end of ",
        "in 2015 and ",
        "'",
    ],
)
@pytest.mark.timed
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    """Every rule reads a bounded number of words, so a text eight times as long takes about eight times as long."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        find_times(text, [(0, len(text))], PUBLISHED)
        return time.process_time() - start

    seconds(1_000)
    # A busy machine makes one measurement longer, and for a while all: each is held against one right before it.
    assert any(24 * max(seconds(12_500), 0.005) > seconds(100_000) for _ in range(5))
