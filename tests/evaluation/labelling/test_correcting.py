"""Rules of the page on which a card is corrected, and of the gold that comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarize import Card, Settings, pipeline_for, read
from summarize.correcting import Change, correct
from summarize.errors import UsageError
from summarize.evaluation.labelling.corrected import gold_of
from summarize.evaluation.labelling.session import CorrectingSession
from tests.browser import page_at
from tests.stories.made import card_of

from .conftest import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def card(article: Path) -> Card:
    """The card of the article."""
    return pipeline_for(Settings(nlp="off")).card(read(article).article)


def session(card: Card, kept: list[Card] | None = None) -> CorrectingSession:
    return CorrectingSession(card, "Mei Tanaka", None, (kept if kept is not None else []).append)


def test_each_change_is_told_what_is_wrong_with_it(card: Card) -> None:
    """Every change that does not hold is told by its place among those sent; nothing is saved then."""
    kept: list[Card] = []
    changes = [
        {"field": "quotes", "item": 1, "speakers": ["Nobody Here"]},
        {"field": "when", "item": 1, "date": "soon"},
    ]
    opened = session(card, kept)
    assert [one.label for one in opened.check({"changes": changes})] == ["0", "1"]
    saved = opened.save({"changes": changes})
    assert (saved.is_saved, kept) == (False, [])


@pytest.mark.parametrize("sent", [None, {}, {"changes": 1}, {"changes": [1]}, {"changes": [{"field": "mood"}]}])
def test_what_is_no_change_is_refused(card: Card, sent: Any) -> None:
    """Whatever a page sends is answered with a problem."""
    assert session(card).check(sent)


def test_a_write_that_fails_is_told(card: Card) -> None:
    """Where the card cannot be written the page says so, and the corrections are not lost."""

    def write(_: Card) -> None:
        raise UsageError("card.json cannot be written")

    opened = CorrectingSession(card, "Mei Tanaka", None, write)
    saved = opened.save({"changes": [{"field": "quotes", "item": 1, "speakers": []}]})
    assert (saved.is_saved, saved.refused) == (False, "card.json cannot be written")
    assert opened.card == card


def test_in_the_browser(card: Card, browser: Browser) -> None:
    """A speaker that the article has not is told beside the quotation; a right one and a dropped item are saved as corrections."""
    kept: list[Card] = []
    opened = session(card, kept)
    with serving(opened) as server, page_at(browser, server.url) as page:
        page.wait_for_selector("body[data-ready]")
        quote = page.locator("fieldset", has_text="Quotation 1")
        quote.locator("input[name=speakers]").fill("Ann Lee")
        quote.locator(".problem", has_text="does not stand in the article").wait_for()
        quote.locator("input[name=speakers]").fill("harbour board")
        page.locator("fieldset", has_text="Date 1").locator("input[name=drop]").check()
        page.locator("#done").click()
        page.locator("#saved", has_text="corrected by Mei Tanaka").wait_for()
    (made,) = kept
    assert made.quotes[0].speakers == ("harbour board",)
    assert len(made.when) == len(card.when) - 1
    assert {one.by for one in made.corrections} == {"Mei Tanaka"}


CHARGED = "Staff at Harrow Lane accused the headteacher, Colin Marsh, of bullying on Friday. Marsh denies wrongdoing."


def test_what_goes_along_is_a_note() -> None:
    """A charge that is taken off with its answer is told as a note, which refuses nothing."""
    kept: list[Card] = []
    opened = session(card_of(CHARGED), kept)
    changes = {"changes": [{"field": "what", "item": 1, "drop": True}]}
    (note,) = opened.check(changes)
    assert (note.label, note.note, "went with it" in note.message) == ("0", True, True)
    assert opened.save(changes).is_saved
    assert not kept[0].claims


def test_what_goes_along_is_told_in_the_browser(browser: Browser) -> None:
    """The warning stands beside the line that is taken off before anything is saved."""
    kept: list[Card] = []
    with serving(session(card_of(CHARGED), kept)) as server, page_at(browser, server.url) as page:
        page.wait_for_selector("body[data-ready]")
        line = page.locator("fieldset", has_text="News 1")
        line.locator("input[name=drop]").check()
        line.locator(".problem", has_text="Warning: “Marsh denies wrongdoing.” answers what").wait_for()
        page.locator("#done").click()
        page.locator("#saved", has_text="corrected by Mei Tanaka").wait_for()
    assert not kept[0].what


def test_what_is_added_in_the_browser(card: Card, browser: Browser) -> None:
    """Selected words become a new item, with the sentence they stand in; what does not hold is told beside it, and it can be let go again."""
    kept: list[Card] = []
    opened = session(card, kept)
    with serving(opened) as server, page_at(browser, server.url) as page:
        page.wait_for_selector("body[data-ready]")
        select = """([start, end]) => { const text = document.querySelector(".text"); text.textContent = text.textContent; const range = document.createRange();
            range.setStart(text.firstChild, start); range.setEnd(text.firstChild, end);
            const chosen = getSelection(); chosen.removeAllRanges(); chosen.addRange(range); }"""
        article = card.article.text
        for words, button in (("next week", "+ date"), ("The old board", "+ participant"), ("Åland", "+ place")):
            start = len(article[: article.index(words)].encode("utf-16-le")) // 2
            page.evaluate(select, [start, start + len(words)])
            page.locator(".tools button", has_text=button).click()
        day = page.locator("fieldset", has_text="New: date")
        assert day.locator("[name=words]").input_value() == "next week"
        assert day.locator("[name=sentences]").input_value() == "1"
        board = page.locator("fieldset", has_text="New: participant")
        board.locator("[name=name]").fill("The new board")
        board.locator(".problem", has_text="does not stand in the article").wait_for()
        board.locator("[name=name]").fill("The old board")
        board.locator("[name=kind]").select_option("organisation")
        page.locator("fieldset", has_text="New: place").get_by_text("Do not add").click()
        for number in range(1, len(card.when) + 1):
            page.locator("fieldset", has_text=f"Date {number}").locator("input[name=drop]").check()
        day.locator("[name=date]").fill("2026-03-09/2026-03-15")
        page.locator("#done").click()
        page.locator("#saved", has_text="corrected by Mei Tanaka").wait_for()
    (made,) = kept
    assert [(one.text, one.start, one.end) for one in made.when] == [("next week", "2026-03-09", "2026-03-15")]
    assert (made.who[-1].name, made.who[-1].kind) == ("The old board", "organisation")
    assert made.where == card.where


def test_changes_are_checked_one_after_the_other(card: Card) -> None:
    """What is added may take the room of what goes with the same save, and its place is counted after it."""
    changes: list[dict[str, Any]] = [
        {"field": "when", "item": number, "drop": True} for number in range(len(card.when), 0, -1)
    ]
    changes.append({"field": "when", "add": True, "words": [card.when[0].text], "sentences": [1], "date": ""})
    changes.append({"field": "when", "item": 1, "main": True})
    assert session(card).check({"changes": changes}) == []


def test_gold_holds_what_was_corrected_and_no_more(card: Card, tmp_path: Path) -> None:
    """A corrected item is labelled as it is now, wherever it stands by then; lists are incomplete; what nobody touched is not labelled."""
    changes = [
        {"field": "quotes", "item": len(card.quotes), "speakers": ["harbour board"]},
        {"field": "quotes", "item": 1, "drop": True},
    ]
    made = correct(card, [Change.model_validate(one) for one in changes], by="Mei Tanaka")
    gold = gold_of(made, tmp_path / "gold.yaml")
    assert gold.quotes is not None
    assert [(one.speaker, one.parts[0].text) for one in gold.quotes] == [
        ("harbour board", made.quotes[-1].evidence[0].text)
    ]
    assert (gold.incomplete, gold.who, gold.labelled_by) == (("quotes",), None, ("Mei Tanaka",))


def test_gold_holds_what_was_added(card: Card, tmp_path: Path) -> None:
    """An added item is labelled, whatever came and went around it; one that was taken off again is not."""
    changes = [
        {"field": "who", "add": True, "name": "The old board", "kind": "organisation"},
        {"field": "who", "item": 1, "drop": True},
        {"field": "where", "add": True, "name": "Åland", "country": "AX", "main": True},
        {"field": "quotes", "add": True, "words": ["the white wall"], "speakers": ["Öst"]},
    ]
    bare = card.model_copy(update={"where": (), "quotes": ()})
    made = correct(bare, [Change.model_validate(one) for one in changes], by="Mei Tanaka")
    gold = gold_of(made, tmp_path / "gold.yaml")
    assert [one.name for one in gold.who or ()] == ["The old board"]
    assert [(one.name, one.main) for one in gold.where or ()] == [("Åland", True)]
    assert [(one.parts[0].text, one.speaker) for one in gold.quotes or ()] == [("the white wall", "Öst")]
    gone = correct(made, [Change(field="quotes", item=len(made.quotes), drop=True)], by="Mei Tanaka")
    assert gold_of(gone, tmp_path / "gold.yaml").quotes is None


def test_no_gold_of_nothing(card: Card, tmp_path: Path) -> None:
    """A card of which no quotation, participant, place or date was corrected gives no gold."""
    with pytest.raises(UsageError, match="nothing was corrected"):
        gold_of(card, tmp_path / "gold.yaml")


@pytest.mark.parametrize("place", [None, 0, -1, 99])
def test_no_gold_of_corrections_that_do_not_fit(card: Card, tmp_path: Path, place: int | None) -> None:
    """A card of which something else took an item, or changed the place of a correction, gives no gold and says so in a line."""
    number = len(card.quotes)
    made = correct(card, [Change(field="quotes", item=number, speakers=("harbour board",))], by="Mei Tanaka")
    strange = made.corrections[0].model_copy(update={"item": place})
    for changed in ({"corrections": (strange,)}, {"quotes": made.quotes[:-1]}):
        with pytest.raises(UsageError, match="do not fit its items"):
            gold_of(made.model_copy(update=changed), tmp_path / "gold.yaml")
    taken = made.corrections[0].model_copy(update={"item": 1, "part": "item", "after": None})
    with pytest.raises(UsageError, match="do not fit its items"):
        gold_of(made.model_copy(update={"corrections": (*made.corrections, taken, strange)}), tmp_path / "gold.yaml")
