"""Rules of time stamps."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.layout import lay_out, read_stamp
from summarize.layout.stamped import stamp_line
from summarize.text.stamps import all_dates, time_alone


@pytest.mark.parametrize(
    ("text", "iso"), [("2026 March 3, 2025", "2025-03-03"), ("2026 March 3-5", None), ("2026 3-5 March", None)]
)
def test_a_year_before_a_date_of_its_own_is_none_of_it(text: str, iso: str | None) -> None:
    """A year stands before a day of that year: not before one that has a year behind it, nor before several days."""
    stamp = read_stamp(text)
    assert (stamp.iso if stamp is not None else None) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-11-29", "2025-11-29"),
        ("29 November 2025", "2025-11-29"),
        ("29th November, 2025", "2025-11-29"),
        ("November 29, 2025", "2025-11-29"),
        ("Nov. 29 2025", "2025-11-29"),
        ("Sept 3, 2025", "2025-09-03"),
        ("29/11/2025", "2025-11-29"),
        ("11/29/2025", "2025-11-29"),
        ("4.3.2026", "2026-03-04"),
        ("14 March 2026, 09:30 GMT", "2026-03-14T09:30+00:00"),
        ("March 14, 2026 at 9:05 p.m. EST", "2026-03-14T21:05-05:00"),
        ("2026-03-14T09:30:00Z", "2026-03-14T09:30+00:00"),
        ("2026-03-14T09:30:00+05:30", "2026-03-14T09:30+05:30"),
        ("14 March 2026 12:15 am", "2026-03-14T00:15"),
        ("14 March 2026, 09:30 IST", "2026-03-14T09:30"),
        ("11:52 p.m. ET Nov. 3, 2026", "2026-11-03T23:52"),
        ("April 15, 2026 / 5:00 PM EDT", "2026-04-15T17:00-04:00"),
        ("3 March 2026 1420 GMT", "2026-03-03T14:20+00:00"),
        ("Mar-18-2026", "2026-03-18"),
        ("2026-Mar-18", "2026-03-18"),
        ("2026 March 18", "2026-03-18"),
    ],
)
def test_a_full_date_is_read_as_printed(text: str, iso: str) -> None:
    """A date with day, month and year is read, with its time and its zone where the zone's letters mean one thing."""
    stamp = read_stamp(text)
    assert stamp is not None
    assert stamp.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2026",
        "31 April 2026",
        "2026-13-01",
        "14 March",
        "March 2026",
        "flight 2026",
        "",
        "2025-11-291",
        "Mon 03/04/2026",
        "Feb-30-2026",
        "2026-Feb-30",
        "2026-Nov-31",
        "Feb-29-2026",
        "Fri 03/04/26 2026",
        "Friday 25 December 800, 2026",
        "Round 18. October 2026",
        "31. 9. 2026",
        "18. 13. 2026",
        "18. 110. 2026",
        "118. 10. 2026",
        "1826. 10. 2026",
        "26. 10. 18 in 2026",
        "18. 10. 26 in 2026",
        "1.18. 10. 2026",
        "/18. 10. 2026",
        "18 10. 2026",
        "18. 10 2026",
        "18 . 10. 2026",
        "18. a. 2026",
    ],
)
def test_a_doubtful_date_is_no_date(text: str) -> None:
    """An ambiguous, impossible or incomplete date is not read at all."""
    assert read_stamp(text) is None


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y"])
)
def test_every_day_is_read_back_from_its_usual_forms(day: date, form: str) -> None:
    """Whatever the day, its written forms give that day back, at the place where it stands."""
    text = f"Published {day.strftime(form)} by the desk"
    stamp = read_stamp(text)
    assert stamp is not None
    assert stamp.iso == day.isoformat()
    assert text[stamp.start : stamp.end] == day.strftime(form)
    assert all_dates(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fri 03/04/2026", "2026-04-03"),
        ("Fri, 03/04/2026", "2026-04-03"),
        ("Thu. 05-03-2026", "2026-03-05"),
        ("Tue 03/03/2026", "2026-03-03"),
        ("Sat 03/04/2026", None),
        ("Mon 02/02/2026", "2026-02-02"),
        ("9/3/2026 (Monday)", "2026-03-09"),
        ("03/04/2026, Friday", "2026-04-03"),
        ("03/04/2026 (Saturday)", None),
    ],
)
def test_a_weekday_tells_the_day_from_the_month(text: str, day: str | None) -> None:
    """Of two readings of a date in figures the one is meant that is the weekday beside it; none where neither is."""
    stamp = read_stamp(text)
    assert (stamp and stamp.iso) == day


@pytest.mark.parametrize(
    "edition",
    [
        " (late edition)",
        " (early edition, filed Friday night)",
        " | City edition",
        ", Final Edition",
        " [second edition]",
        " – Weekend Edition",
    ],
)
def test_an_edition_behind_a_date_is_no_title(edition: str) -> None:
    """A date with the edition of the paper behind it says when the story was published, and the title is the line below."""
    head = f"THE HALDEN POST\nSaturday, March 14, 2026{edition}\n\nFERRY TERMINAL WINS APPROVAL"
    text = f"{head}\n\nThe harbour board approved a second ferry terminal after a debate of nine hours."
    layout = lay_out(text)
    assert layout.title is not None
    assert (layout.published, layout.publisher) == ("2026-03-14", "THE HALDEN POST")
    assert text[slice(*layout.title)] == "FERRY TERMINAL WINS APPROVAL"


@pytest.mark.parametrize(
    "line",
    [
        "14 March 1926: the day of the last edition", "Saturday, March 14, 2026 (a day to forget)", "Halden celebrates 14 March 2026 edition",
        "Died 14 March 2026 (late edition)",
    ],
)  # fmt: skip
def test_a_headline_with_a_date_and_an_edition_is_none(line: str) -> None:
    """What tells something beside its date and edition is no stamp."""
    assert stamp_line(line) is None


@pytest.mark.parametrize(
    "stamp",
    [
        "Oct-18-2026", "2026-Mar-18", "2026 October 18", "18-Oct-2026", "18. October 2026", "18. 10. 2026", "18. 10. 2026.", "2026. 10. 18.", "8. 10. 2026",
        "18 October 2026 09:30", "18 October 2026, 09:30", "18 October 2026 | 09:30 GMT", "09:30 GMT, Sunday, 18 October 2026",
        "9:30 p.m. GMT, 18 October 2026", "21:05:00+05:30 18 October 2026", "2026-10-18T21:05:00Z", "Oct-18-2026, 9.30 pm EST",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "Seen: {}", "{} in Oslo", "seen {} in Oslo", "Sunday {} / Oslo", "Oslo / {}"])
def test_a_stamp_is_the_date_with_its_time_and_nothing_beside_them(stamp: str, around: str) -> None:
    """Where a stamp begins and ends is where its first and last figure, word or zone stand, whatever stands before and behind."""
    text = around.format(stamp)
    found = read_stamp(text)
    assert found is not None
    assert text[found.start : found.end] in {stamp, stamp.removesuffix(".")}
    assert found.iso[:10] in {"2026-10-18", "2026-10-08", "2026-03-18"}
    assert all_dates(stamp) == [date.fromisoformat(found.iso[:10])]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12 May 2026, | / - 09:30", "2026-05-12T09:30"), ("12 May 2026, | / - / 09:30", "2026-05-12"), ("2026 May 12th09:30", "2026-05-12"),
        ("2026 May 12th 09:30", "2026-05-12T09:30"), ("09:30 GMT on 12 May 2026", "2026-05-12T09:30+00:00"), ("09:30 GMT in 12 May 2026", "2026-05-12"),
        ("12 May 2026 at 9", "2026-05-12"), ("12 May 2026 at 9.30", "2026-05-12T09:30"), ("12 May 2026 at 9 pm", "2026-05-12T21:00"), ("12 May 2026 at 0930", "2026-05-12"),
    ],
)  # fmt: skip
def test_what_may_part_a_date_from_its_time(text: str, iso: str) -> None:
    """Four marks part a date from the time behind it, and not five; letters that are joined to it do not, nor a word that is used for something else."""
    stamp = read_stamp(text)
    assert stamp is not None
    assert stamp.iso == iso


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("21:05:00 +05:30", "21:05+05:30"), ("9.30 pm GMT", "21:30+00:00"), ("21:05 Z", "21:05+00:00"), ("21:05", ""), ("At 21:05 Z", ""), ("21:05 Z, Oslo", ""),
        ("9 GMT", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_line_of_nothing_but_a_time(line: str, time: str) -> None:
    """A line is a time where nothing stands before or behind it and its zone is told, be it with seconds and an offset in figures."""
    assert time_alone(line) == time
