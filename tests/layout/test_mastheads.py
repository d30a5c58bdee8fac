"""Rules of what stands alone on a line above a headline: a paper's name and a kicker. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.layout import lay_out
from summarize.layout.mastheads import is_masthead, is_station, kicker, rubric, without_kicker
from summarize.reading import read_text
from summarize.stories.slots import slot_of

TITLE = "Ferry terminal wins approval after nine hours"
STORY = (
    "The harbour board approved a second ferry terminal after a debate of nine hours.\n\n"
    "The first ships are due in May, a spokesman for the board said."
)


@pytest.mark.parametrize(
    "name",
    [
        "Halden Evening Post", "HALDEN EVENING POST", "Manchester Morning News", "Eastern Daily Press", "South Wales Echo",
        "Aberdeen Press and Journal", "Kerrow Valley Gazette", "Port Ellen Observer", "Los Angeles Tribune", "Victoria Evening Post",
        "The Halden Evening Post", "Kerrow Telegraph & Argus", "KERROW TODAY", "Harbour Broadcasting", "Kerrow Newswire",
        "RECORD & TRADER", "The Farmer & Gazette", "News & Sentinel", "RECORD AND TRADER COURIER", "Southmoor Radio News", "Kerrow TV News",
    ],
)  # fmt: skip
@pytest.mark.parametrize("below", ["\n", "\n\n", "\n14 March 2026\n"])
def test_a_papers_name_above_the_title_is_the_outlet(name: str, below: str) -> None:
    """A name of three words or more is a paper's where what stands before its last word is a place, or says when or where it appears, but for one word."""
    text = f"{name}{below}{TITLE}\nBy Hanna Osei\n\n{STORY}"
    layout = lay_out(text)
    assert layout.publisher == name
    assert layout.title is not None
    assert text[slice(*layout.title)] == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Death of the Morning Post", "Mirror", "Times Change", "Voters Spurn Tribune", "Murdoch Buys Evening Standard",
        "Sprinter Breaks World Record", "Council Backs New Register", "Palace Sacks Royal Mail", "World Press", "What We Know Today", "Rain Returns Today", "News & Views", "Sun and Sand", "Food & Drink", "Senate Backs Radio News", "Town says farewell to Evening Post",
    ],
)  # fmt: skip
def test_a_headline_that_ends_in_a_papers_word_is_no_outlet(title: str) -> None:
    """Two words that are neither of a place nor of when a paper appears make a sentence of it, and so do words in small letters."""
    assert not is_masthead(title) or len(title.split()) == 2


@pytest.mark.parametrize(
    "head",
    [
        "{kicker}\n\n{title}\nBy Hanna Osei", "{title}\n\n{kicker}\n\nBy Hanna Osei", "{title}\nBy Hanna Osei\n{kicker}",
        "The Halden Post | {kicker}\n\n{title}", "The Halden Post\n14 March 2026 | {kicker}\n\n{title}",
        "THE HALDEN POST | {kicker} | 14 March 2026\n{title}", "{kicker}\nThe Halden Post\n{title}", "[{kicker}]\n{title}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("word", ["Opinion", "COMMENT", "Our view", "Editorial", "Column", "Comment & Analysis"])
def test_a_kicker_tells_opinion(head: str, word: str) -> None:
    """Alone on its line above or below the headline, or beside the outlet and its date, a kicker says that a piece is opinion, and is not its title."""
    article = read_text(f"{head.format(kicker=word, title=TITLE)}\n\n{STORY}", "made.txt").article
    assert (slot_of(article), article.title) == ("opinion", TITLE)
    assert "Opinion" not in (article.publisher or "")


@pytest.mark.parametrize(
    "line",
    ["Column falls in Rome", "Comment is free", "Views of the sea", "Leader | Rovers win", "The view from Halden"],
)
def test_a_headline_that_opens_on_such_a_word_is_no_kicker(line: str) -> None:
    """Beside other words than an outlet's, a date's or an author's it is none."""
    assert kicker(line) is None


def test_a_byline_may_say_what_kind_of_piece_it_is() -> None:
    """ "Opinion by Ann Lee" names its author, and says that it is opinion."""
    article = read_text(f"{TITLE}\nOpinion by Hanna Osei\n\n{STORY}", "made.txt").article
    assert (slot_of(article), article.authors) == ("opinion", ("Hanna Osei",))


def test_a_kicker_in_the_story_is_none() -> None:
    """Below the first sentence such a line is a heading."""
    article = read_text(f"{TITLE}\n\n{STORY}\n\nAnalysis\n\nThe terminal costs nine million.", "made.txt").article
    assert slot_of(article) == "news"


@pytest.mark.parametrize(
    "head",
    ["{name}\n{title}\nPosted Sat 14 Mar 2026 at 2:35pm", "{title}\n\n{name}\nPosted Sat 14 Mar 2026 at 2:35pm", "{name}\n\n{title}\nBy Hanna Osei"],
)  # fmt: skip
@pytest.mark.parametrize(
    "name",
    [
        "Channel Seven Online", "Channel Seven", "Channel 4 News", "Radio 4", "TV 2 News", "Radio Halifax", "Halifax FM",
        "THE HALDEN POST ONLINE", "Manchester Evening News Online", "South Wales Echo Online",
    ],
)  # fmt: skip
def test_a_stations_or_a_sites_name_is_the_outlet(head: str, name: str) -> None:
    """A channel with its number, a station with its place, and a paper's name with "Online" behind it are outlets, above the title or below it."""
    article = read_text(f"{head.format(name=name, title=TITLE)}\n\n{STORY}", "made.txt").article
    assert (article.publisher, article.title) == (name, TITLE)


@pytest.mark.parametrize(
    "title",
    [
        "Channel Tunnel Blocked", "Channel Ferry Strikes Wreck", "Radio Silence", "Reality TV", "Television Licence Online",
        "Voting Record Online", "Death of Radio", "Radio Halifax Closes Down", "Channel Seven Fined", "Children Online",
    ],
)  # fmt: skip
def test_a_headline_about_a_channel_is_no_outlet(title: str) -> None:
    """Other words behind "Channel", "Radio" or in front of "Online" make a title."""
    assert not is_station(title)
    assert not is_masthead(title)


def test_a_channel_beside_a_date_is_where_it_was_shown() -> None:
    """Below the title of a review a channel with a day is no outlet of its own."""
    article = read_text(f"The Harbour Years\nChannel Four | 3 March 2026\n\n{STORY}", "made.txt").article
    assert article.publisher is None


@pytest.mark.parametrize(
    "line", ["SPORT: ROWING", "SPORT: TENNIS", "Sport | Football", "News > World", "BUSINESS – MARKETS"]
)
@pytest.mark.parametrize("above", ["", "THE HALDEN POST\nSaturday, March 14, 2026\n\n"])
def test_sections_above_the_title_are_no_title(above: str, line: str) -> None:
    """A line that is sections, with a sign between them, is no title where one stands below it; the first of them is the article's section."""
    article = read_text(f"{above}{line}\n\n{TITLE}\n\nBy Hanna Osei\n\n{STORY}", "made.txt").article
    assert article.title == TITLE
    assert (article.section or "").lower() == line.split(maxsplit=1)[0].strip(":").lower()


@pytest.mark.parametrize(
    "title",
    [
        "Sport: Lane wins again",
        "FOOTBALL: ROVERS WIN",
        "Cricket: Oakes",
        "Sport",
        "Rowing: Sport",
        "World Health Summit",
    ],
)
def test_a_headline_behind_its_section_is_one(title: str) -> None:
    """Words of other kinds behind the sign are a headline's, and one word alone has no sign."""
    assert rubric(title) is None


def test_capitals_above_capitals_may_be_the_title() -> None:
    """ "CRICKET: ABANDONED" above a line in capitals may be the headline, and what is below it its standfirst."""
    title = "CRICKET: ABANDONED"
    assert (
        read_text(
            f"THE HALDEN POST\n\n{title}\nRAIN ENDS THIRD DAY AT HALDEN\n\nBy Hanna Osei\n\n{STORY}", "made.txt"
        ).article.title
        == title
    )


@pytest.mark.parametrize("word", ["OBITUARY", "Obituary", "Obituaries"])
@pytest.mark.parametrize(
    "head",
    [
        "THE HALDEN POST\nSaturday, March 14, 2026\n\n{word}\n\n{title}",
        "{word}\n{title}",
        "The Halden Post | {word}\n\n{title}",
    ],
)
def test_a_kicker_tells_an_obituary(head: str, word: str) -> None:
    """Above the headline "OBITUARY" says that a piece is one, though nothing in it does."""
    title = "Ilse Varga, potter of the north"
    article = read_text(
        f"{head.format(word=word, title=title)}\n\nShe sang in the choir of Norham.", "made.txt"
    ).article
    assert (slot_of(article), article.title) == ("obituary", title)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("", False), ("Mirror", False), ("The Mirror", True), ("Evening Standard", True), ("Kerrow Post", True), ("Daily post", False),
        ("Halifax Leeds Oslo Evening Echo", True), ("The Halifax Leeds Oslo Evening Echo", True),
        ("Halifax Leeds Oslo Bergen Evening Echo", False), ("Press and Journal", True), ("Kerrow and Journal", False),
        ("Valley Post News", True), ("Kerrow County Post", True), ("Kerrow Pier Evening Post", False), ("Pier Kerrow Valley Post", False),
        ("Halifax Kerrow Post", False), ("Kerrow Post Online", False), ("The Post Online", True), ("RADIO HALIFAX", True), ("Radio Kerrow", False),
    ],
)  # fmt: skip
def test_the_form_of_a_papers_name(line: str, is_one: bool) -> None:
    """Five words at most behind its article; of three or more all but one are places, lands or times, and that one only beside one of these."""
    assert is_masthead(line) is is_one


@pytest.mark.parametrize(
    ("name", "with_site"), [("Radio Halifax", False), ("Channel Seven Online", True), ("Channel Four News", True)]
)
def test_a_stations_site(name: str, with_site: bool) -> None:
    """A station has one where a word for it stands behind its name."""
    assert is_station(name)
    assert is_station(name, with_site=True) is with_site


@pytest.mark.parametrize(
    ("line", "section", "rest"),
    [
        ("Opinion", "Opinion", ""),
        ("Comment | Opinion", "Comment", ""),
        ("Halden Post | Opinion | Comment", "Opinion", "Halden Post"),
        ("Opinion | 9:30", "Opinion", "9:30"),
        ("Opinion | By Ann Lee", "Opinion", "By Ann Lee"),
        ("Opinion | Ann Lee", "Opinion", "Ann Lee"),
        ("Opinion | Rovers win", None, "Rovers win"),
        ("Opinion by Ann Lee", "Opinion", "Opinion by Ann Lee"),
        ("Opinion by the sea", None, "Opinion by the sea"),
    ],
)
def test_what_may_stand_beside_a_kicker(line: str, section: str | None, rest: str) -> None:
    """An outlet, a date, an hour or a byline; of several kickers the first counts, and what is no kicker is left."""
    assert (kicker(line), without_kicker(line)) == (section, rest)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("", None), ("SPORT:", None), (": SPORT", None), ("1 | 2", None), ("Sport: Tennis", "Sport"), ("Sport: Rowing", None),
        ("SPORT: ROWING", "SPORT"), ("SPORT: FAST ROWING", None), ("SPORT: TENNIS: ROWING", "SPORT"), ("SPORT: ROWING: TENNIS", None),
        ("ROWING: SPORT", None), ("News | World | Sport", "News"), ("News | Pier | Sport", None),
    ],
)  # fmt: skip
def test_sections_in_a_row(line: str, section: str | None) -> None:
    """Two or more, the first of which counts; in capitals the last may be any one word, and no other."""
    assert rubric(line) == section
