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


CLOSE = (
    "The Corran 40 index fell 0.7% to 3,020 points. Crude cost $71 a barrel, and the mark fell to 4.10 to the dollar."
)


@pytest.mark.parametrize(
    ("title", "text", "slot"),
    [
        (
            "Trade war weighs",
            f"CORRAN, May 4 (Quay Wire) - Shares across the region fell on Monday. {CLOSE}",
            "markets",
        ),
        ("Banks down", f"By Ann Lee\n\nEuropean stocks closed lower after two banks failed. {CLOSE}", "markets"),
        ("REGION'S SHARES STEADY; PRICES SLOW", TEXT, "markets"),
        ("Bank raises rates", f"CORRAN - Pelago's central bank raised its rate to 4%. Shares fell. {CLOSE}", "news"),
        ("Orrin bid fails", f"CORRAN - Shares in Orrin fell 12% as its bid failed. {CLOSE}", "news"),
        ("President out", f"The president resigned on Monday.\n\nShares fell across the region. {CLOSE}", "news"),
        (
            "Late drama",
            "A header in stoppage time took Quay into the quarter-finals of the Salt Cup. They had been behind to an own goal.",
            "sport",
        ),
        (
            "Moor to miss Games",
            "Ilse Moor was ruled out of the Games on Monday. The champion tore a hamstring in training.",
            "sport",
        ),
        (
            "Crush at cup tie",
            "Four people were killed in a crush at a Salt Cup tie as fans ran on after a header in stoppage time and an own goal.",
            "news",
        ),
        (
            "Moor fails test",
            "Ilse Moor will not start in the Corran Marathon. Her coach said she had an injured knee; the agency says she tested positive.",
            "news",
        ),
        (
            "Fund bids for Quay",
            "A fund has made a takeover offer for Quay, who won the Salt Cup by a header in stoppage time after an own goal.",
            "news",
        ),
        (
            "Mayor gives up",
            "The mayor will not run in the final round of the election. An injured knee keeps the favourite in bed.",
            "news",
        ),
        (
            "Snow to come",
            "CORRAN — Snow is expected to spread west on Friday, forecasters said, with 20 cm on hills.",
            "weather",
        ),
        (
            "Heat to break record",
            "A heatwave will last until Sunday and bring 38C to Corran, the weather service said. Old people should drink.",
            "weather",
        ),
        (
            "Storm kills two",
            "Two men died as storm Aldous crossed the north. It will reach Corran at noon with gusts of 110 km/h, the weather service said.",
            "news",
        ),
        (
            "Thousands told to go",
            "Storm Aldous will hit the north on Monday with gusts of 150 km/h, the Met Office said. 40,000 people were told to leave.",
            "news",
        ),
    ],
)
def test_what_is_told_and_what_has_it_in_it(title: str, text: str, slot: str) -> None:
    """Prices of a day, a match, who is hurt and misses one, and a storm to come have a line each; a decision, a bid, a crime, a death among them is news."""
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
