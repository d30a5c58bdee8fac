"""Rules of what stands alone on a line above a headline: a paper's name and a kicker. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.layout import lay_out
from summarize.layout.mastheads import is_masthead, kicker
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
        "Sprinter Breaks World Record", "Council Backs New Register", "Palace Sacks Royal Mail", "World Press", "What We Know Today", "Rain Returns Today", "Town says farewell to Evening Post",
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
