"""Rules of lines below the title that hold names, places and a date. All lines were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.find import find
from summarize.layout.names_stamped import names_and_stamp
from summarize.reading import read_text

STORY = "The council closed the bridge on Monday after a lorry struck it, officials said.\n\nNobody was hurt.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee / 3 March 2026 / Halifax",
        "The Island Courier - Halifax, Tuesday 3 March 2026",
        "Halifax, 3 March 2026. By Ann Lee-Gunn",
        "By Ann Lee - Correspondent\nINQ Visayas / 05:40 AM March 3, 2026",
        "The Post, Halifax, March 3, 2026, p. 4",
        "(Halifax) Tuesday 3 March 2026",
        "Halifax | Ann Lee | March 3, 2026 10:12 am",
        "Submitted by Ann Lee, March 3, 2026 - 16:05",
        "Tue. Mar. 3, 2026 4:05 p.m. 3 min. read",
        "Updated 4 March 2026, 16:05 (first published 3 March 2026)",
        "Wed 4 Mar 2026 (updated); first posted Tue 3 Mar 2026",
        "Updated 4 Mar 2026 08:15 | Published 3 Mar 2026 07:00",
        "Reporter: Ann Lee | Editor: Tom Reid | Date: 03 March 2026",
        "Kampala, Uganda | ANN LEE | March 3, 2026",
        "Monitor Reporter Published March 3, 2026",
        "The Lantern's staff reporter, 3 March 2026",
        "Lantern newsroom, 3 March 2026",
        "Transmitted: 3 March 2026",
        "Last update: 3 March 2026 16h05",
        "Tuesday, 3rd March 2026. By Ann Lee",
        "Time of article published March 3, 2026",
        "The Lantern / News / 3 March 2026",
        "Source: Halifax Lantern, 3 March 2026, page 2",
        "Ann Lee, education reporter, 3 March 2026",
        "HALIFAX 3 MARCH 2026",
        "March 3, 2026 Halifax, N.S.",
        "For immediate release: March 3, 2026",
        "Live blog: Tuesday 3 March 2026",
        "Evening edition, Tuesday 3 March 2026",
        "Vol. 8 Issue 4, March 3, 2026",
        "Embargoed until 3 March 2026",
        "Reporting from Halifax, Tuesday 3 March 2026",
        "Tue 3 Mar 2026 at 4:15pmTue 3 Mar 2026 at 4:15pm",
        "[3 March 2026]",
        "Analysis by Ann Lee, 3 March 2026",
        "Noon bulletin: 3 March 2026",
        "Notice to mariners 14/2026, 3 March 2026",
        "Staff and agencies, 3 March 2026",
        "Updated 4 March 2026. Submitted 3 March 2026",
        "Date: 3 - March - 2026",
        "March 3, 2026 The Kerr Gazette",
        "The Kerr Gazette Tuesday, March 3, 2026",
        "Halifax Ledger / March 3, 2026 | 12:00am",
        "Sunday Ledger (Halifax), 3 March 2026, page 3",
        "Ann Lee, The Halifax Ledger, Halifax. Tuesday 3rd of March, 2026",
        "Tuesday, March 03, 2026 - updated on March 04, 2026",
        "HALIFAX, 3 MARCH 2026 (Wirebird)",
        "Halifax ● 2026-03-03",
        "Ann Lee ▪ 3 March 2026",
        "March 3, 2026 The Highlander",
        "Broadcast: Tuesday 3 March 2026",
        "On air: Tuesday 3 March 2026",
        "Media statement | 3 March 2026",
        "3 March 2026 · Reading time: 4 minutes",
        "Last edited: 3 March 2026",
        "Halifax (Island Business Wire) – March 3, 2026",
        "Web Desk March 03, 2026",
        "VOL. LXI NO. 44 • TUESDAY, MARCH 3, 2026 • 12 PAGES",
        "Posted: 3 March 2026 at 2:05 pm SAST",
        "(Tuesday) 03/03/2026",
        "News in English · 03.03.2026, 14:20 · updated 15:05",
        "Culture & Leisure | 3 March 2026 | Updated 4 March",
        "3 March 2026 · Culture · Halifax Post",
        "3 March 2026 · By Ann Lee · Culture · Halifax Post",
        "Home » Nation » Tuesday, 3 March 2026",
        "Economy: Tuesday, March 3, 2026",
        "Politics • Mar 3, 2026 • 5 min read",
        "Ann Lee – Planalto Report\nGoiânia, 03/03/2026 – 11h40",
        "Tuesday, 3. March 2026",
        "2026. 3. 3",
        "Match report · 3 March 2026",
        "Fact check, 3 March 2026",
        "Weather desk, 3 March 2026",
        "Statement 12/26, 3 March 2026",
        "Radio Harl, news at six, 3 March 2026",
        "Ann Lee Crime Correspondent 13:40, 3 MAR 2026 Updated 14:02, 3 MAR 2026",
        "Ann Lee, Halifax | 3 Mar 2026 | Updated 4 Mar 2026, 16:10",
        "Opinion | Ann Lee | 3 March 2026",
        "Kerr News Service | Halifax | March 3, 2026",
        "KT Correspondent, Halifax | Mar 03, 2026 09:31 PM IST",
        "3 March 2026, evening edition",
        "Last updated 4.10pm, Tuesday 3 March 2026 (AEST). First published 6am.",
    ],
)
def test_a_line_of_names_and_a_date_dates_the_article(line: str) -> None:
    """Below the title a line of names, places and one date gives the day of publication; of two, that of the first appearance."""
    article = read_text(f"Bridge shut after crash\n\n{line}\n\n{STORY}").article
    assert ((article.published or "")[:10], article.title) == ("2026-03-03", "Bridge shut after crash")


@pytest.mark.parametrize(
    "line",
    [
        "The old bridge, photographed on 3 March 1998",
        "Firefighters at the scene, 3 March 2026",
        "Mayor Ann Berg in Halifax, 3 March 2013",
        "Ann Berg at Halifax Town Hall (3 March 2013)",
        "Photo: Ann Berg, Halifax, 3 March 2013",
        "Born: Ann Lee, 3 March 1931",
        "Mary Ellis, Potter, 3 March 1931 – 4 May 2026",
        "Royal Albert Hall, London, 12 December 2026",
        "12 December 2026 · Music · Halifax Town Hall",
        "Oban Town Hall, 3 June 2026",
        "How the Bridge of 3 March 2026 Was Lost",
        "Ann Lee, Tom Reid, Ida Roe, Colm Mulcahy, Hanna Osei, 3 March 2026",
        "Ready for the party, 3 March 2013",
        "Mary Ellis | 3 March 1931 – 4 May 2026",
        "Firefighters who reached the scene first | 3 March 2026 | the tenth hour of the blaze",
        "- Ann Berg, who opened the bridge, 3 March 2013",
        "The Titanic 15 April 1912",
        "11 November 1918 The Armistice",
        "Opinion | The Vote | 3 March 2026",
        "Evening Service | Halifax | 3 March 2026",
        "3 March 2026, the last edition of the Lantern",
        "The Rolling Stones 5 July 1969",
    ],
)
def test_a_line_that_tells_something_is_no_stamp(line: str) -> None:
    """A caption with a date, a heading around one, and a long list of names date nothing."""
    assert names_and_stamp(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Died 3 March 1917",
        "Ends 3 March 2026",
        "Final 3 March 2026",
        "The weather on 3 March 1966",
        "Transcript: the Harl tapes, 3 March 1966",
        "Opens: 3 March 2026",
        "By 3 March 2026",
        "Vote: 3 March 2026",
        "When: 3 March 2026, 11:40",
        "Match: 3 March 2026, 19:45",
        "Election Day, 3 March 2026",
        "Concert, 3 March 2026",
        "Hotel Metro, 3 March 1931",
        "Pier: 3 March 1931",
        "Manila, 03/04/2026",
        "Chicago, 03/04/2026",
        "Birmingham, 03/04/2026",
        "Athens, 03/04/2026",
        "Tokyo, 03/04/2026",
        "Education Sunday 1 March 2026",
        "Community Weekend 3 March 2026",
        "Education, sport and travel, 3 March 2026",
        "Round 13. March 2026",
        "Energy Week, 3 March 2026",
        "World Music Festival, 3 November 2026",
        "Autumn statement, 25 November 2026",
        "Jubilee, 3 March 2026",
        "Weather, 3 March 2026",
        "Budget: statement, 3 March 2026",
        "The report was published on 3 March 2026.",
        "A story ran on 3 March 2026.",
    ],
)
def test_a_line_that_says_of_what_its_date_is_dates_nothing(line: str) -> None:
    """Below a title a verb, an event or a label that is no section's tells another day than that of publication; figures stay open where the month may stand first."""
    assert read_text(f"Bridge shut after crash\n\n{line}\n\n{STORY}").article.published is None


def test_a_country_that_writes_the_day_first_tells_it_from_the_month() -> None:
    """Beside a place of such a country a date in figures begins with its day."""
    article = read_text(f"Bridge shut after crash\n\nGoiânia, 12/08/2026 – 11h40\n\n{STORY}").article
    assert (article.published or "")[:10] == "2026-08-12"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Halifax Ledger / March 3, 2026 | 12:00am", "2026-03-03"),
        ("Sunday Ledger (Halifax), 3 March 2026, page 3", "2026-03-03"),
        ("PTI | Halifax | Updated: Mar 3, 2026 10:11 IST", "2026-03-03"),
        ("The Fall of Halifax, 3 March 1998", None),
        ("Oban Town Hall | 3 June 2027", None),
        ("Inflation Report / 3 March 2026", None),
        ("NATO Report / 3 March 2026", None),
        ("The Fall of the Halifax Desk / 3 March 2026", None),
        ("The Guardian of Halifax / 3 March 1926", None),
        ("The Last Pioneer, 3 March 1926", None),
        ("Death of a Statesman | 3 March 2026", None),
        ("BALI, 12 OCTOBER 2002 (Remembered)", None),
        ("Titanic, 15 April 1912", None),
        ("The Sinking of the Morning Star, 15 April 1912", None),
        ("HALIFAX, 3 MARCH 2026 (Island Business Wire)", "2026-03-03"),
        ("HALIFAX, 3 MARCH 2026 (PTI)", "2026-03-03"),
        ("HALIFAX, 3 MARCH 2026 (Wirebird Island)", "2026-03-03"),
        ("Web Desk March 3, 2026", "2026-03-03"),
    ],
)
def test_a_line_above_all_else_dates_the_article_where_it_names_a_paper(line: str, published: str | None) -> None:
    """With no title above it, a line of names and a date is a stamp only with an outlet or a desk in it: else it may be the title."""
    article = read_text(f"{line}\n\n{STORY}").article
    assert (article.published and article.published[:10]) == published
    assert article.title == (None if published else line)
    assert article.publisher == ("Halifax Ledger" if line.startswith("Halifax Ledger /") else None)


def test_the_title_is_never_taken_for_a_stamp() -> None:
    """The first line is the title, also where it is names and a date."""
    article = read_text(f"The Fall of Halifax, 3 March 1998\n\n5 March 2026\n\n{STORY}").article
    assert (article.title, article.published) == ("The Fall of Halifax, 3 March 1998", "2026-03-05")


def test_a_plain_stamp_counts_before_a_line_of_names() -> None:
    """Where a stamp stands by itself or with its label, a line of names and a date says nothing, above it or below."""
    for head in ("Halifax | Ann Lee | 3 March 2013\n\n12 May 2026", "12 May 2026\n\nHalifax | Ann Lee | 3 March 2013"):
        article = read_text(f"Bridge shut after crash\n\n{head}\n\n{STORY}").article
        assert (article.published or "")[:10] == "2026-05-12"
    last = read_text(f"Bridge shut after crash\n\n{STORY}\nAnn Lee / Halifax Post / 3 March 2026\n").article
    assert ((last.published or "")[:10], last.authors) == ("2026-03-03", ())


@pytest.mark.parametrize(
    "line",
    [
        "Halifax 3 March 1917",
        "Next meeting | Town Hall | 3 June 2027",
        "MILL | Norby | 3 March 1931",
        "The reporter who vanished on 3 March 1968",
        "The Widgery report, 3 March 1972",
        "The staff desk on 3 March 1968",
    ],
)
def test_a_line_below_the_title_may_date_nothing(line: str) -> None:
    """A picture's place and day, and an event between bars, are no stamps above the story either."""
    assert read_text(f"Bridge shut after crash\n\n{line}\n\n{STORY}").article.published is None


@pytest.mark.parametrize(
    "line",
    [
        "Last updated 4 April 2026",
        "Corrected 4 April 2026",
        "Noon bulletin: 4 April 2026",
        "This story was first published in The Kerr Gazette on 4 April 2026.",
        "HALIFAX 4 APRIL 2026",
        "Ann Lee / Halifax Post / 4 April 2026",
    ],
)
def test_an_update_or_a_looser_line_counts_where_nothing_else_dates_the_story(line: str) -> None:
    """A dateline with its day counts before a day of change, a line of names and what a line tells; without one, these count."""
    for opening, day in (("KERR, 12 March 2026 — ", "2026-03-12"), ("", "2026-04-04")):
        article = read_text(f"Bridge shut after crash\n\n{line}\n\n{opening}{STORY}").article
        assert (article.published or "")[:10] == day


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Updated - March 3, 2026 08:05 pm IST - PUNE", "Pune"),
        ("Published: 3 March 2026 | KUALA LUMPUR", "Kuala Lumpur"),
        ("Updated - March 3, 2026 08:05 pm - IST", None),
    ],
)
def test_a_stamp_may_end_on_the_place_it_was_filed_from(line: str, place: str | None) -> None:
    """A place in capitals behind the day is where the story was filed; a zone is none."""
    article = read_text(f"Bridge shut after crash\n\n{line}\n\n{STORY}").article
    assert [one.name for one in find(article).places] == ([place] if place else [])
    assert (article.published or "")[:10] == "2026-03-03"
