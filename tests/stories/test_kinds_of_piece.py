"""What kind of piece an article is by its title, its address and its text, and which pages are no articles."""

from __future__ import annotations

import pytest

from summarize.article import Article, article_id
from summarize.languages.stories import ReasonRow, SlotRow, slots
from summarize.stories.slots import junk_reason, slot_of

ASKING = slots("en").asking[0]
TEXT = "The harbour board voted to close the pier at Brest on Friday after a ferry had hit it."


def piece(title: str | None = None, text: str = TEXT, url: str | None = None) -> Article:
    return Article(id=article_id(text), source=url or "a.txt", url=url, title=title, text=text, language="en")


def made(where: str, example: str) -> Article:
    """An article that has an example where a row looks for it."""
    if where == "title":
        return piece(example)
    if where in {"text", "unquoted"}:
        return piece(text=example)
    if where == "address":
        return piece(url=f"https://quay.example{example}")
    return piece().model_copy(update={"section": example})


@pytest.mark.parametrize("row", slots("en").row, ids=lambda row: row.examples[0][:30])
def test_rows(row: SlotRow) -> None:
    """What a row tells makes the piece what it says, unless a row before it that looks there speaks first."""
    for example in row.examples:
        rows = (each for each in slots("en").row if each.where == row.where and each.pattern.search(example))
        assert slot_of(made(row.where, example)) == next(rows).slot


def test_news() -> None:
    """What nothing tells otherwise is news; a correction is one whatever its text."""
    assert slot_of(piece("Board closes pier")) == "news"
    assert slot_of(piece()) == "news"
    assert slot_of(piece("Correction: the ferry at Brest")) == "correction"


@pytest.mark.parametrize(
    ("title", "text", "slot"),
    [
        ("Norline alarm", "Norline said its ferry had sunk. “We apologise for the error,” said Piet Maas.", "news"),
        (
            "Norline alarm",
            "Norline called it false. “In our report we wrote of the wrong ship,” the board said.",
            "news",
        ),
        ("Board errs", "The board apologised. We apologise for the error, its letter said.", "news"),
        ("Toll", "The board said an earlier version of the report was wrong.", "news"),
        ("The pier", "In an article on Monday we wrote that the pier was shut. It is open.", "correction"),
        ("The pier", "An earlier version of this article said that the pier was shut.", "correction"),
        ("The forecast: Window for rate cut is closing", TEXT, "news"),
        ("The forecast: Votes to be counted by Sunday", TEXT, "news"),
        ("The forecast: Wind farms to lose money", TEXT, "news"),
        ("The forecast: Sunny in the west", TEXT, "weather"),
        ("Vote", "Yes 52, No 48. That was the final count. The road will be built in half the time.", "news"),
        ("Vote", "Aske 52, Tarn 48. The house met at the last minute of the half-year.", "news"),
    ],
)
def test_what_only_looks_so(title: str, text: str, slot: str) -> None:
    """An apology that is quoted or speaks of no piece of the paper, a forecast of no weather, and a count that is no match leave the news as it is."""
    assert slot_of(piece(title, text)) == slot


@pytest.mark.parametrize("mark", ["“{}”", '"{}"'])
def test_a_quoted_page_is_no_junk(mark: str) -> None:
    """What a news article quotes of a page is not what it says itself."""
    small = "We and our partners use your data."
    assert junk_reason(piece("Firm fined", f"The small print says {mark.format(small)} It was fined.")) is None
    assert junk_reason(piece("Firm", small)) is not None


@pytest.mark.parametrize("row", slots("en").junk, ids=lambda row: row.examples[0][:30])
def test_junk(row: ReasonRow) -> None:
    """A short page that a row tells is no article, and says why; with a long text below it is one."""
    page = made(row.where, row.examples[0])
    assert junk_reason(page) is not None
    assert junk_reason(page.model_copy(update={"text": f"{page.text} {'Word ' * 121}"})) is None


@pytest.mark.parametrize("page", ASKING.examples)
def test_a_page_that_speaks_only_to_its_reader_is_no_article(page: str) -> None:
    """A short form, shop, account or notice that tells its reader what to do and nothing of anybody is no article."""
    assert junk_reason(piece("Delivery areas", page)) == ASKING.reason


@pytest.mark.parametrize("page", ASKING.counter_examples)
def test_news_that_speaks_to_its_reader_is_an_article(page: str) -> None:
    """What tells news, quotes a form, has a line of a newsletter below it, or addresses its reader in a column is an article."""
    assert junk_reason(piece("Of the day", page)) is None


def test_news_in_the_title_makes_a_page_an_article() -> None:
    """A page whose title tells news is an article, even if its text only addresses the reader."""
    page = ASKING.examples[1]
    assert junk_reason(piece("Shop burgled on Monday", page)) is None


def test_an_article_is_no_junk() -> None:
    """A short text that tells the news is an article."""
    assert junk_reason(piece("Board closes pier")) is None
