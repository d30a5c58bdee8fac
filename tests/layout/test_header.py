"""Rules of what stands above a story. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.layout import Layout, lay_out

STORY = (
    "The harbour board approved a second ferry terminal after a debate of nine hours.\n\n"
    "The first ships are due in May, a spokesman for the board said."
)
TITLE = "Ferry terminal wins approval after nine hours"


def content(text: str, layout: Layout) -> list[str]:
    """The content paragraphs."""
    return [text[start:end] for start, end in layout.body]


def test_a_first_line_without_a_stop_is_the_title() -> None:
    """A short line above the story is its title, and not part of the story."""
    text = f"{TITLE}\n\n{STORY}"
    layout = lay_out(text)
    assert layout.title is not None
    assert text[slice(*layout.title)] == TITLE
    assert content(text, layout) == STORY.split("\n\n")


@pytest.mark.parametrize(
    "title",
    ["Who pays for the storm?", "‘We saved the pier’, says board", "Pier saved!", "UK: pier saved after long fight"],
)
def test_a_title_may_ask_exclaim_or_quote(title: str) -> None:
    """A question, an exclamation or a quotation can be a title."""
    text = f"{title}\n\n{STORY}"
    layout = lay_out(text)
    assert layout.title is not None
    assert text[slice(*layout.title)] == title


def test_what_an_author_is_is_no_title() -> None:
    """A line below a name that says what its bearer is is not the title."""
    layout = lay_out(f"By Hanna Osei\nStaff Writer\nPosted: March 3, 2026\n\n{STORY}")
    assert (layout.title, layout.authors, layout.published) == (None, ("Hanna Osei",), "2026-03-03")


def test_a_text_without_a_title_has_none() -> None:
    """The first sentence of a story is not taken for a title."""
    layout = lay_out(STORY)
    assert layout.title is None
    assert content(STORY, layout) == STORY.split("\n\n")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Hanna Osei", ("Hanna Osei",)),
        ("By HANNA OSEI", ("Hanna Osei",)),
        ("By Hanna Osei and Tom Lindqvist", ("Hanna Osei", "Tom Lindqvist")),
        ("By Hanna Osei, Tom Lindqvist and Ravi Menon", ("Hanna Osei", "Tom Lindqvist", "Ravi Menon")),
        ("By Hanna Osei, Health Correspondent", ("Hanna Osei",)),
        ("By Hanna Osei in Oslo", ("Hanna Osei",)),
        ("Words by Hanna Osei", ("Hanna Osei",)),
        ("By Staff Reporter", ()),
        ("Byline: Hanna Osei", ("Hanna Osei",)),
        ("Author: Hanna Osei", ("Hanna Osei",)),
        ("Story: Hanna Osei", ("Hanna Osei",)),
        ("Story & photos: Hanna Osei", ("Hanna Osei",)),
        ("Story: Harbour Reopens", ()),
        ("Story: Alice Springs", ()),
    ],
)
def test_a_byline_names_the_authors(line: str, authors: tuple[str, ...]) -> None:
    """A byline gives the authors' names without their desks and towns, and is not part of the story."""
    text = f"{TITLE}\n\n{line}\n\n{STORY}"
    layout = lay_out(text)
    assert layout.authors == authors
    assert content(text, layout) == STORY.split("\n\n")


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    """A sentence that opens on "By" stays in the story."""
    text = f"{STORY}\n\nBy Monday the whole board had seen the plan, and nobody on it was content with the price."
    layout = lay_out(text)
    assert layout.authors == ()
    assert content(text, layout)[-1].startswith("By Monday")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published: 14 March 2026, 09:30 GMT", "2026-03-14T09:30+00:00"),
        ("Published 14 March 2026", "2026-03-14"),
        ("Saturday 14 March 2026", "2026-03-14"),
        ("March 14, 2026 | 9:30 a.m. EST", "2026-03-14T09:30-05:00"),
        ("2026-03-14", "2026-03-14"),
        ("Date: 2026-03-14", "2026-03-14"),
        ("First published on 14 March 2026", "2026-03-14"),
        ("Last updated: 14 March 2026", "2026-03-14"),
    ],
)
def test_a_time_stamp_line_gives_the_publication_date(line: str, published: str) -> None:
    """A line that is a date and little else says when the article was published, and is not part of the story."""
    text = f"{TITLE}\n\n{line}\n\n{STORY}"
    layout = lay_out(text)
    assert layout.published == published
    assert content(text, layout) == STORY.split("\n\n")


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("7:15 PM MYT", "T19:15+08:00"),
        ("7:15 PM", ""),
        ("3pm", ""),
        ("7:15 PM on foot", ""),
        ("7:15 PM Saturday", ""),
        ("715", ""),
    ],
)
def test_a_time_alone_below_a_day_is_of_that_day(line: str, time: str) -> None:
    """A line that is a time and nothing else belongs to the day above it."""
    assert lay_out(f"{TITLE}\n\nSunday, 22 Nov 2026\n{line}\n\n{STORY}").published == f"2026-11-22{time}"


def test_publication_comes_before_its_update() -> None:
    """Where a page prints both, the publication date is the first publication, not the update."""
    text = f"{TITLE}\n\nUpdated: 16 March 2026\n\nPublished: 14 March 2026\n\n{STORY}"
    assert lay_out(text).published == "2026-03-14"


def test_a_date_inside_a_sentence_is_no_time_stamp() -> None:
    """A full date that a sentence of the story mentions does not date the article."""
    layout = lay_out(f"{STORY}\n\nThe old terminal was opened on 14 March 1996 by the mayor of the day.")
    assert layout.published is None


def test_a_standfirst_is_content_and_marked() -> None:
    """The sentence between title and byline is the standfirst: content, and first in order."""
    standfirst = "The vote ends years of argument over who may use the old quay."
    text = f"{TITLE}\n\n{standfirst}\n\nBy Hanna Osei\n\n{STORY}"
    layout = lay_out(text)
    assert layout.standfirst
    assert content(text, layout) == [standfirst, *STORY.split("\n\n")]


def test_labelled_header_lines_are_read_by_their_labels() -> None:
    """Lines such as "Title:" and "Publisher:" say what they are."""
    text = f"Title: {TITLE}\nPublisher: The Quay Gazette\nAuthor: Hanna Osei\nDate: 14 March 2026\n\n{STORY}"
    layout = lay_out(text)
    assert layout.title is not None
    assert text[slice(*layout.title)] == TITLE
    assert (layout.publisher, layout.authors, layout.published) == ("The Quay Gazette", ("Hanna Osei",), "2026-03-14")
    assert content(text, layout) == STORY.split("\n\n")


def test_a_section_label_is_not_the_title() -> None:
    """A word above the title that names the page's section is not taken for the title."""
    text = f"Business\n\n{TITLE}\n\nBy Hanna Osei\n\n{STORY}"
    layout = lay_out(text)
    assert layout.title is not None
    assert text[slice(*layout.title)] == TITLE


def test_a_subheading_is_not_content() -> None:
    """A short line between two paragraphs that ends on no stop heads what follows and is no sentence."""
    first, second = STORY.split("\n\n")
    text = f"{TITLE}\n\n{first}\n\nA long wait\n\n{second}"
    assert content(text, lay_out(text)) == [first, second]


@pytest.mark.parametrize(
    ("line", "day", "authors", "place"),
    [
        ("CANBERRA, Wednesday 25 March 2026", "2026-03-25", (), "CANBERRA"),
        ("CANBERRA, Wednesday, March 25, 2026", "2026-03-25", (), "CANBERRA"),
        ("Hereford Chronicle, Wednesday 3 June 2026", "2026-06-03", (), None),
        ("Daily Beacon, Accra, 22 September 2026", "2026-09-22", (), None),
        ("The Voice of Kampala, Wed. 3 June 2026", "2026-06-03", (), None),
        ("The Kampala Post | 3 June 2026", "2026-06-03", (), None),
        ("The Kampala Post | Wednesday, 3 June 2026, 09:30", "2026-06-03T09:30", (), None),
        ("Wednesday, 3 June 2026 | The Kampala Post", "2026-06-03", (), None),
        ("By Hanna Osei, 10 March 2026", "2026-03-10", ("Hanna Osei",), None),
        ("By Hanna Osei, Tuesday 10 March 2026", "2026-03-10", ("Hanna Osei",), None),
        ("By Hanna Osei | 10 March 2026", "2026-03-10", ("Hanna Osei",), None),
        ("10 March 2026, by Hanna Osei", "2026-03-10", ("Hanna Osei",), None),
        ("(Northern Press) - 14 April 2026", "2026-04-14", (), None),
        ("Written by Hanna Osei on 14 April 2026", "2026-04-14", ("Hanna Osei",), None),
        ("Press release 14 April 2026", "2026-04-14", (), None),
        ("From our correspondent, April 14, 2026", "2026-04-14", (), None),
        ("Tuesday 10 March 2026 | By Hanna Osei and Jan Pohl", "2026-03-10", ("Hanna Osei", "Jan Pohl"), None),
    ],
)
@pytest.mark.parametrize("title", [f"{TITLE}\n\n", ""])
def test_a_line_of_a_name_and_a_date_is_the_day_of_publication(
    line: str, day: str, authors: tuple[str, ...], place: str | None, title: str
) -> None:
    """A place, an outlet or an author beside a full date, in either order and with a weekday or without, is a stamp and not a title.

    Only a place is where the story was filed, and only an author its author.
    """
    text = f"{title}{line}\n\n{STORY}"
    layout = lay_out(text)
    assert (layout.published, layout.authors) == (day, authors)
    assert layout.title == ((0, len(TITLE)) if title else None)
    assert content(text, layout) == STORY.split("\n\n")
    filed = text[layout.dateline.place_start : layout.dateline.place_end] if layout.dateline else None
    assert filed == place


@pytest.mark.parametrize(
    "line",
    [
        "Wednesday 3 June 2026 was a hot day in Hereford",
        "Hereford remembers 3 June 2026 and the flood",
        "By 10 March 2026 the bridge must be open",
    ],
)
def test_a_title_with_a_date_in_it_is_a_title(line: str) -> None:
    """A line that says more than a name and a date does not date the article."""
    layout = lay_out(f"{line}\n\n{STORY}")
    assert layout.published is None
    assert layout.title == (0, len(line))


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("TRANSCRIPT: THE HARBOUR MINISTER, WELLINGTON, 11 FEBRUARY 2026", "2026-02-11"),
        ("THE 11 FEBRUARY 2026 VOTE ON THE HARBOUR", None),
        ("The harbour minister speaks, 11 February 2026", None),
    ],
)
def test_a_head_in_capitals_may_end_with_its_day(head: str, published: str | None) -> None:
    """The head of a transcript, in capitals, gives the day at its end; a date within it, or at the end of a title, gives none."""
    assert (
        lay_out(f"{head}\n\nMINISTER: The dredging contract is off, and the board was told so.").published == published
    )


@pytest.mark.parametrize(
    ("head", "outlet", "authors"),
    [
        ("By Morag Laird, Clyde Courier", "Clyde Courier", ("Morag Laird",)),
        ("Hereford Chronicle, Wednesday 3 June 2026", "Hereford Chronicle", ()),
        ("By Morag Laird and Emily Sun", None, ("Morag Laird", "Emily Sun")),
        ("Hereford, Wednesday 3 June 2026", None, ()),
    ],
)
def test_the_outlet_above_a_story(head: str, outlet: str | None, authors: tuple[str, ...]) -> None:
    """A paper is told by its last word, behind a byline or before a date; it is no author, and a person with such a surname is one."""
    layout = lay_out(f"Ferry runs aground off Arran\n{head}\n\nA ferry ran aground on Tuesday, its operator said.")
    assert (layout.publisher, layout.authors) == (outlet, authors)


@pytest.mark.parametrize(("place", "read"), [(0, True), (1, True), (2, False), (3, True), (4, True)])
def test_a_byline_stands_near_the_beginning_or_the_end(place: int, read: bool) -> None:
    """A line "By …" is a byline among the first two paragraphs and the last two; between them it names nobody."""
    paragraphs = [f"The board approved terminal number {number} after a debate of nine hours." for number in range(4)]
    paragraphs.insert(place, "By Hanna Osei")
    layout = lay_out("\n\n".join(paragraphs))
    assert (layout.authors == ("Hanna Osei",)) is read


@pytest.mark.parametrize("masthead", ["The Tamar Echo", "Clyde Courier", "Westcountry Wire", "Leeds Daily Star"])
@pytest.mark.parametrize(
    "other", ["3 March 2026\n", "By Ann Lee\n\n3 March 2026\n\n", "\nThree boats were lost in the night as well\n"]
)
def test_a_masthead_below_the_title_is_the_publisher(masthead: str, other: str) -> None:
    """It stands among the lines of the header, and is neither author nor standfirst."""
    layout = lay_out(f"{TITLE}\n{masthead}\n{other}\n{STORY}")
    assert layout.publisher == masthead
    assert masthead not in layout.authors
    assert all(masthead not in f"{TITLE}\n{masthead}\n{other}\n{STORY}"[start:end] for start, end in layout.body)


@pytest.mark.parametrize("masthead", ["The Tamar Echo", "Clyde Courier", "Westcountry Wire", "Leeds Daily Star"])
@pytest.mark.parametrize("byline", ["By Hanna Osei\n", "14 March 2026\n", ""])
def test_a_masthead_above_the_title_is_no_title(masthead: str, byline: str) -> None:
    """The name of the paper, alone on the first line, is the publisher's; the line below it is the title."""
    layout = lay_out(f"{masthead}\n{TITLE}\n{byline}\n{STORY}")
    assert layout.title is not None
    assert layout.publisher == masthead
    text = f"{masthead}\n{TITLE}\n{byline}\n{STORY}"
    assert text[slice(*layout.title)] == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Two die on the Coastal Express",
        "Fire guts the Quay Gazette",
        "Why I left the Daily Mirror of my own will for good",
        "Apple Buys the Beacon",
        "Trump Sues the Times",
        "England Lose Their Star",
        "Fall of the Star",
        "Voters Spurn Tribune",
    ],
)
def test_a_title_that_ends_on_a_papers_name_is_a_title(title: str) -> None:
    """What has words in small letters besides particles is a sentence about a paper, and no masthead."""
    text = f"{title}\nThe quay had been closed for a week before it\nBy Hanna Osei\n\n{STORY}"
    layout = lay_out(text)
    assert layout.title is not None
    assert text[slice(*layout.title)] == title


@pytest.mark.parametrize(
    ("line", "is_title"),
    [("WARSAW, 4 May 2026 - ", True), ("BAKU (Reuters) - ", True), ("", False)],
)
def test_a_word_above_a_dated_story_is_its_title(line: str, is_title: bool) -> None:
    """One capitalised word alone above a dated dateline is the title, and the dateline is read; above other words it is none."""
    text = f"Elections\n\n{line}The harbour board approved a second ferry terminal after a debate of nine hours."
    layout = lay_out(text)
    assert (layout.title is not None) is is_title
    assert (layout.dateline is not None) is is_title
