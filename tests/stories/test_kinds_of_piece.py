"""What kind of piece an article is by its title, its address and its text, and which pages are no articles."""

from __future__ import annotations

import pytest

from summarize.article import Article, article_id
from summarize.languages.stories import slots
from summarize.stories.slots import junk_reason, slot_of

TEXT = "The harbour board voted to close the pier at Brest on Friday after a ferry had hit it."


def piece(title: str | None = None, text: str = TEXT, url: str | None = None) -> Article:
    return Article(id=article_id(text), source=url or "a.txt", url=url, title=title, text=text, language="en")


@pytest.mark.parametrize(
    "row", [row for row in slots("en").row if row.where == "title"], ids=lambda row: row.examples[0][:30]
)
def test_titles(row: object) -> None:
    """A title that a row tells makes the piece what the row says, unless a row before it speaks first."""
    rows = list(slots("en").row)
    for example in row.examples:  # type: ignore[attr-defined]
        first = next(each for each in rows if each.where == "title" and each.pattern.search(example))
        assert slot_of(piece(example)) == first.slot


def test_news() -> None:
    """What nothing tells otherwise is news; a correction is one whatever its text."""
    assert slot_of(piece("Board closes pier")) == "news"
    assert slot_of(piece()) == "news"
    assert slot_of(piece("Correction: the ferry at Brest")) == "correction"


@pytest.mark.parametrize("row", list(slots("en").junk), ids=lambda row: row.examples[0][:30])
def test_junk(row: object) -> None:
    """A short page that a row tells is no article, and says why; with a long text below it is one."""
    example = row.examples[0]  # type: ignore[attr-defined]
    where = row.where  # type: ignore[attr-defined]
    made = (
        piece(example)
        if where == "title"
        else piece(text=example)
        if where != "address"
        else piece(url=f"https://quay.example{example}")
    )
    assert junk_reason(made) is not None
    long = f"{made.text} {'Word ' * 121}"
    assert junk_reason(made.model_copy(update={"text": long})) is None


def test_an_article_is_no_junk() -> None:
    """A short text that tells the news is an article."""
    assert junk_reason(piece("Board closes pier")) is None
