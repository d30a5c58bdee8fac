"""Rules of lines beside the headline that mix outlet, date, section, byline and place. All lines were written for these tests."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from summarize.article import Article
from summarize.layout.parts import HeaderLine, read_header_line
from summarize.reading import read_text

TITLE = "Bridge over the Ness shut after crash"
STORY = (
    "The council closed the bridge over the Ness on Monday after a lorry struck it, officials said.\n\n"
    "Nobody was hurt, but the span will stay shut for a month while engineers look at its piers.\n"
)


def _article(line: str, *, is_above: bool = False, ending: str = ".txt") -> Article:
    title = f"# {TITLE}" if ending == ".md" else TITLE
    return read_text(
        f"{line}\n\n{title}\n\n{STORY}" if is_above else f"{title}\n\n{line}\n\n{STORY}", f"a{ending}"
    ).article


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize("is_above", [True, False])
@pytest.mark.parametrize(
    ("line", "publisher", "published", "authors"),
    [
        ("Published: 13 Oct 2026 · Skerry Herald · World", "Skerry Herald", "2026-10-13", ()),
        ("Skerry Press / 2026-10-13T16:20Z", "Skerry Press", "2026-10-13T16:20+00:00", ()),
        ("*Skerry Post — Oct. 13, 2026 — By Ruth Vane, Technology Editor*", "Skerry Post", "2026-10-13", ("Ruth Vane",)),
        ("_By Ruth Vane, Technology Editor • Skerry Post • 13.10.2026, 17:30_", "Skerry Post", "2026-10-13T17:30", ("Ruth Vane",)),
        ("Ann Lee | Skerry Post | 9 December 2026", "Skerry Post", "2026-12-09", ("Ann Lee",)),
        ("9 December 2026 / Ann Lee / Skerry Post", "Skerry Post", "2026-12-09", ("Ann Lee",)),
        ("**Skerry Post — Oct. 13, 2026 — From wire services and staff reports**", "Skerry Post", "2026-10-13", ()),
        ("World · Skerry Post · Updated 14 Oct 2026 · Published 13 Oct 2026 · 4 min read", "Skerry Post", "2026-10-13", ()),
        ("Tuesday 13 October 2026 – Radio Skerry News – Politics", "Radio Skerry News", "2026-10-13", ()),
        ("By Ann Lee in Halifax for The Skerry Lantern", "The Skerry Lantern", None, ("Ann Lee",)),
        ("By Ann Lee for Skerry Currents | 13 October 2026", "Skerry Currents", "2026-10-13", ("Ann Lee",)),
        ("Skerry Currents · 13 October 2026 · By Ann Lee", "Skerry Currents", "2026-10-13", ("Ann Lee",)),
    ],
)  # fmt: skip
def test_the_order_and_the_signs_of_a_header_line_do_not_matter(
    line: str, publisher: str, published: str | None, authors: tuple[str, ...], *, is_above: bool, ending: str
) -> None:
    """A line of known parts with an outlet or a labelled byline says all that its parts say, above the headline and below it, in text and in Markdown."""
    article = _article(line, is_above=is_above, ending=ending)
    assert (article.title or "").lstrip("# ") == TITLE
    assert (article.publisher, article.published, article.authors) == (publisher, published, authors)


@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_a_kicker_between_other_parts_says_the_section(ending: str) -> None:
    """A kicker on a line with outlet and date makes the piece opinion, and the line still names them."""
    article = _article("*Skerry Post — Oct. 15, 2026 — Opinion*", ending=ending)
    assert (article.section, article.publisher, article.published) == ("Opinion", "Skerry Post", "2026-10-15")


def test_a_comma_line_below_the_headline_names_its_paper() -> None:
    """Parts that only commas part say the same; above a headline they may be one."""
    line = "Skerry Gazette, Tuesday 13 October 2026, 6:15 pm"
    article = _article(line)
    assert (article.publisher, article.published) == ("Skerry Gazette", "2026-10-13T18:15")


@pytest.mark.parametrize(
    "line",
    [
        "The Apollo, 20 August 2026, 7.30pm",
        "The Apollo | 20 August 2026 | Doors 7.30pm",
        "Ann Lee | Oban Town Hall | 3 June 2027",
        "Death of the Morning Post, 3 March 2026",
        "Ann Lee, potter, 3 March 1931 – 4 May 2026",
        "Wiremu Tane | 3 March 2026",
        "Ness bridge crash · By Ann Lee · 3 March 2026",
        "Bridge Crash · By Ann Lee · 3 March 2026",
        "Published: 3 March 2026 · Wiremu Tane",
        "Published 3 March 2026, by Ann Lee, Wiremu Tane",
        "Updated Today | 3 March 2026 | By Ann Lee",
        "By Ann Lee | 3 March 2026 | Dalmatia",
        "By Ann Lee | 3 March 2026 | Western Barrows",
        "By Ann Lee in Halifax",
        "Minister: ‘We will not pay’ – Skerry Post says sorry",
        "Evening Concert — 3 March 2026 — By Ann Lee",
    ],
)
def test_what_is_no_outlet_is_not_taken_for_one(line: str) -> None:
    """A house, an event, a person, a title, and what the story is about are no outlets."""
    assert _article(line).publisher is None


@pytest.mark.parametrize(
    "line",
    ["Inquiry – Police Minister", "Home | World | Politics", "3 March 1931 – 4 May 2026", "Halifax | Ann Lee | March 3, 2026", "By Ann Lee"],
)  # fmt: skip
def test_a_line_without_outlet_or_byline_beside_another_part_is_left_to_others(line: str) -> None:
    """What names no outlet, and has no byline or label beside a name, is read by other rules."""
    assert read_header_line(line) is None


def test_a_column_with_its_author_is_a_title_still() -> None:
    """A name and a byline without a date are what a column is called."""
    article = read_text(f"Sunday Talk, by Ann Lee\n\n{STORY}").article
    assert (article.title, article.publisher) == ("Sunday Talk, by Ann Lee", None)


def test_a_name_beside_a_byline_is_an_outlet_where_the_story_is_not_about_it() -> None:
    """Below the headline a sign parts the two; above it they may be the title."""
    article = _article("KBC Barrow Plains / By Ann Lee\nPosted Wed 18 Sep 2024 at 3:41pm")
    assert (article.publisher, article.authors) == ("KBC Barrow Plains", ("Ann Lee",))
    assert read_text(f"Harbour Lights – by Ann Lee\n\n{STORY}").article.title == "Harbour Lights – by Ann Lee"


def test_the_opening_of_a_byline_may_be_the_kicker() -> None:
    """A byline that opens on what kind of piece it is says the section, also beside a date."""
    article = _article("Analysis by Ann Lee, 7 May 2026")
    assert (article.section, article.authors, article.published) == ("Analysis", ("Ann Lee",), "2026-05-07")


@pytest.mark.parametrize("name", ["Harbour Broadcasting", "KERROW TODAY", "The Tamar Echo"])
def test_an_outlet_alone_below_the_headline_is_the_outlet(name: str) -> None:
    """A line that is an outlet's name and nothing else names it, below the headline too, and the story begins behind it."""
    article = _article(name)
    assert (article.publisher, article.title) == (name, TITLE)


DATED = HeaderLine(iso="2026-03-03", outlet="Halden Post")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Halden Post | 3 March 2026", DATED),
        ("Halden Post, 3 March 2026", replace(DATED, is_sure=False)),
        ("Halden Post | Halden Post | 3 March 2026", DATED),
        ("Halden Post | 4 min read | 3 March 2026", DATED),
        (f"Halden Post | {'Sport | ' * 16}3 March 2026", DATED),
        ("Oslo | Halden Post | 3 March 2026", DATED),
        ("OSLO | Halden Post | 3 March 2026", replace(DATED, place="OSLO")),
        ("Opinion | Halden Post | 3 March 2026", replace(DATED, section="Opinion")),
        ("Updated 4 March 2026 | Published 3 March 2026 | Halden Post", DATED),
        ("Updated 4 March 2026 | Halden Post", replace(DATED, iso="2026-03-04", is_update=True)),
        ("By Ann Lee, Halden Post, 3 March 2026", replace(DATED, authors=("Ann Lee",))),
        ("By Ann Lee for Halden Post, 3 March 2026", replace(DATED, authors=("Ann Lee",))),
        ("Ann Lee | Halden Post | 3 March 2026", replace(DATED, authors=("Ann Lee",), weight="told")),
        ("Halden Post, 3 March 2026, Ann Lee", replace(DATED, authors=("Ann Lee",), weight="told", is_sure=False)),
        ("By Ann Lee | Tom Ray | 3 March 2026", HeaderLine(iso="2026-03-03", authors=("Ann Lee", "Tom Ray"))),
        ("By Ann Lee in Oslo for Leeds | 3 March 2026", HeaderLine(iso="2026-03-03", authors=("Ann Lee",))),
        ("By Ann Lee, Tom Ray, Eva Roe, 3 March 2026", HeaderLine(iso="2026-03-03", authors=("Ann Lee", "Tom Ray", "Eva Roe"))),
        ("Kerrow Pier, by Ann Lee, 3 March 2026", HeaderLine(iso="2026-03-03", authors=("Ann Lee",), other="Kerrow Pier")),
        ("Published: 3 March 2026 | Kerrow Pier", HeaderLine(iso="2026-03-03", other="Kerrow Pier")),
        ("Published: 3 March 2026 | Dalmatia", HeaderLine(iso="2026-03-03")),
        ("Halden Post | Sport", HeaderLine(outlet="Halden Post", is_update=True)),
        ("By Ann Lee for Halden Post", HeaderLine(outlet="Halden Post", authors=("Ann Lee",), is_update=True)),
        ("By Ann Lee | One Two Three Four", HeaderLine(authors=("Ann Lee",), other="One Two Three Four", is_sure=False, is_update=True)),
        ("Opinion by Ann Lee | Halden Post", HeaderLine(outlet="Halden Post", section="Opinion", authors=("Ann Lee",), is_update=True)),
    ],
)  # fmt: skip
def test_what_a_header_line_says(line: str, said: HeaderLine) -> None:
    """Its date (the first appearance before a change), outlet, section and authors; beside commas alone, or a name without a date, it may be a title too."""
    assert read_header_line(line) == said


@pytest.mark.parametrize(
    "line",
    [
        "Halden Post", "By Ann Lee", "Halden Post | 3 March 2026!", "Halden Post | 3 March 1931 | 4 May 2026", "Kerrow Pier | 3 March 2026",
        "Halden Post | Kerrow Echo | 3 March 2026", "Published: 3 March 2026 | Kerrow Pier | Norsund Quay", "Kerrow Pier | Halden Post | 3 March 2026",
        f"Halden Post | {'Sport | ' * 17}3 March 2026", "Kerrow Pier, by Ann Lee", "By Ann Lee | One Two Three Four Five", "By Ann Lee | Kerrow Hall",
        "Ann Lee | Sport | Published: 3 March 2026", "By Ann Lee @ home | 3 March 2026", "Halden Post | 4 men | 3 March 2026",
        "Updated Today | Halden Post",
    ],
)  # fmt: skip
def test_what_is_no_header_line(line: str) -> None:
    """One part alone, two of a kind that there is one of, a name without anything that says whose, what is too long, and other words."""
    assert read_header_line(line) is None
