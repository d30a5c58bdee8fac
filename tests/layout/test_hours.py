"""Rules of a date with an hour: a paper publishes at any minute, and a house opens its doors at a full or half hour. All lines were written for these tests."""

from __future__ import annotations

import pytest

from summarize.reading import read_text

STORY = "The council closed the bridge on Monday after a lorry struck it, officials said.\n\nNobody was hurt.\n"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("ISL Northern / 05:40 AM March 3, 2026", "2026-03-03"),
        ("ISL / 07:00 PM March 3, 2026", "2026-03-03"),
        ("North Desk / 07:00 PM March 3, 2026", "2026-03-03"),
        ("Halifax Ledger / 07:00 PM March 3, 2026", "2026-03-03"),
        ("Lakeside Cafe / 9:00 AM March 3, 2026", None),
        ("Mill Road / 3:00 PM March 3, 2026", None),
        ("Rosa's Bar / 8:10 PM March 3, 2026", None),
        ("NLC Halifax / 7:30 PM March 3, 2026", None),
    ],
)
def test_below_a_byline_an_hour_dates_a_story_with_a_desk_and_no_venue(line: str, published: str | None) -> None:
    """Right below a byline a name with an hour and a day is a stamp where the name is a paper's, an agency's or a desk's: any other may hold an event."""
    article = read_text(f"Bridge shut after crash\n\nBy Ann Lee\n\n{line}\n\n{STORY}").article
    assert (article.published and article.published[:10]) == published


@pytest.mark.parametrize(
    "line",
    [
        "Kestrel's Bar | 8:00 PM March 3, 2026",
        "Kestrel's Bar | March 3, 2026",
        "Apollo Manchester / 7:30 PM March 3, 2026",
        "Kestrel Rooms / 7:30 PM March 3, 2026",
        "The Jazz Cafe, 3 March 2026",
        "3 March 2026 | Kestrel's Bar",
        "Oban Town Hall, Tuesday 3 March 2026",
    ],
)
@pytest.mark.parametrize("byline", ["", "By Ian Poole\n\n"])
def test_the_line_of_a_listing_dates_nothing(line: str, byline: str) -> None:
    """A house where something is held, or a name that nothing says is an outlet's or an author's beside an hour on which events begin, gives an event's day."""
    article = read_text(f"Bridge shut after crash\n\n{byline}{line}\n\n{STORY}").article
    assert article.published is None
    assert article.authors == (("Ian Poole",) if byline else ())


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee | 8:04 PM March 3, 2026",
        "Halifax Post | 8:00 PM March 3, 2026",
        "Halifax | 8:00 PM March 3, 2026",
        "Ann Lee | Halifax | 8:00 PM March 3, 2026",
        "Reporter: Ann Lee | 8:00 PM March 3, 2026",
        "Kestrel Weekender, 3 March 2026",
    ],
)
def test_who_publishes_at_a_full_hour(line: str) -> None:
    """An outlet, a place, an author who is told to be one, or a minute on which no event begins gives the day of publication."""
    article = read_text(f"Bridge shut after crash\n\n{line}\n\n{STORY}").article
    assert (article.published or "")[:10] == "2026-03-03"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Tuesday March 3 2026, 12.01am, The Kestrel", "2026-03-03T00:01"),
        ("Tuesday March 3 2026, 12.01am GMT, The Kestrel", "2026-03-03T00:01+00:00"),
        ("3 March 2026, 9.12am, The Lake Record", "2026-03-03T09:12"),
        ("Tuesday March 3 2026, 7.30pm, The Kestrel", None),
        ("Tuesday March 3 2026, 7.35pm, The Kestrel", None),
        ("Tuesday March 3 2026, 7.31pm, Oban Town Hall", None),
        ("Tuesday March 3 2026, The Kestrel", None),
    ],
)
def test_a_name_behind_an_hour_is_a_papers_at_a_minute_on_which_nothing_begins(
    line: str, published: str | None
) -> None:
    """Behind a day, an hour and a comma a name is a paper's where the minute is no mark of a clock, and no house's; else it may be where something is held."""
    article = read_text(f"Bridge shut after crash\n\n{line}\n\n{STORY}").article
    assert article.published == published


@pytest.mark.parametrize(
    "line",
    [
        "Truro Cathedral, 3 March 2026, 7.30pm. Tickets £10.",
        "Oban Town Hall, 3 March 2026: The Kestrel Band plays old songs.",
        "Harbour Library, Galway, 3 March 2026 — Poets read new work.",
        "Hexham Abbey, 3 March 2026: doors open at 6pm.",
        "Kestrel Rooms, 3 March 2026, 7.30pm: The Kestrel Band plays old songs.",
        "Kestrel Rooms, 3 March 2026, 19:30 – The Kestrel Band plays old songs.",
    ],
)
def test_a_listing_in_a_story_dates_nothing(line: str) -> None:
    """A house where something is held, or an unknown name beside an hour on which events begin, files no story: its day is that of the event."""
    for text in (f"{line}\n\n{STORY}", f"{STORY}\n{line}\n", f"{line} {STORY}"):
        assert read_text(f"Band plays on\n\n{text}").article.published is None


@pytest.mark.parametrize(
    "opening",
    [
        "Truro, 3 March 2026, 7.30pm:",
        "TRURO, England, 3 March 2026, 19:30 –",
        "KESTRELBY, 3 March 2026 –",
        "KESTRELBY, 3 March 2026, 19:31 –",
        "Orland Park, 3 March 2026 –",
        "Kestrel Hall, 3 March 2026 (Wirebird) –",
    ],
)
def test_a_town_or_an_agency_files_a_story_at_any_hour(opening: str) -> None:
    """A place that lists know, an agency, or a minute on which nothing begins files a story, whatever the place is called."""
    assert (read_text(f"Bridge shut\n\n{opening} {STORY}").article.published or "")[:10] == "2026-03-03"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Kestrel Rooms, 3 March 2026, 7.30pm", None),
        ("Kestrel Rooms, Tuesday 3 March 2026, 19:30", None),
        ("Halifax Post, 3 March 2026, 7.30pm", "2026-03-03"),
        ("Halifax, 3 March 2026, 7.30pm", "2026-03-03"),
        ("Kestrel Sport | 3 Mar 2026, 22:15", "2026-03-03"),
        ("Kestrel Weekender, 3 March 2026, 7.31pm", "2026-03-03"),
        ("Published: 3 March 2026, 7.30pm", "2026-03-03"),
    ],
)
def test_a_name_before_a_day_and_an_hour_on_which_events_begin(line: str, published: str | None) -> None:
    """On a line of its own a name, a day and an hour on which events begin are a listing, but for an outlet, a place alone and a label."""
    article = read_text(f"Bridge shut after crash\n\n{line}\n\n{STORY}").article
    assert (article.published and article.published[:10]) == published
