from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from . import samples
from .pages import address, chip, current, marked, names, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_opens_on_the_worst(browser: Browser, tmp_path: Path) -> None:
    """The page opens on the article with the lowest mean, and lists all; nothing is loaded or refused."""
    with opened(browser, tmp_path) as page:
        assert names(page) == ["market", "hostile", "ferry", "harbour"]
        assert current(page) == "market"
        assert page.evaluate("performance.getEntriesByType('resource').length") == 0


def test_worst_of_all(browser: Browser, tmp_path: Path) -> None:
    """An article without a card comes before one with a broken promise, and that before a low mean."""
    with opened(browser, tmp_path, address="#r=B") as page:
        assert names(page) == ["ferry", "harbour", "hostile", "market"]
        assert "no card" in page.locator(".list li").first.inner_text()
        page.locator(".list a").nth(1).click()
        assert "quotes.verbatim is .500 and has to be 1" in page.locator(".failure").first.inner_text()


def test_filter_by_field_and_verdict(browser: Browser, tmp_path: Path) -> None:
    """Chosen fields and verdicts leave the articles, words and judgements that are of them; none chosen means all."""
    with opened(browser, tmp_path) as page:
        chip(page, "who")
        assert names(page) == ["market", "hostile"]
        assert page.locator(".judgements h3").all_inner_texts() == ["WHO"]
        assert marked(page, ".wrong") == []
        chip(page, "spurious")
        assert names(page) == ["hostile"]
        assert current(page) == "hostile"
        assert page.locator("nav .count").inner_text() == "1 of 4 articles"
        page.get_by_role("button", name="clear").click()
        assert len(names(page)) == 4
        page.get_by_role("button", name="errors only").click()
        assert names(page) == ["market", "hostile"]
        assert marked(page, ".right") == []
        assert "f=" not in address(page)
        assert "v=wrong%2Cmissing%2Cspurious%2Cpartial%2Cfailed" in address(page)


def test_search(browser: Browser, tmp_path: Path) -> None:
    """Search looks through names, texts and what was expected and given; the slash key begins it, Escape leaves it."""
    with opened(browser, tmp_path) as page:
        page.keyboard.press("/")
        page.keyboard.type("østby council")
        assert names(page) == ["market"]
        page.keyboard.press("Escape")
        page.keyboard.press("k")
        assert page.locator("input").input_value() == "østby council"
        page.locator("input").fill("2026-05-08")
        assert names(page) == ["market"]
        page.locator("input").fill("nothing of the kind")
        assert names(page) == []
        page.locator("input").fill("o'neil")
        assert names(page) == ["hostile"]


def test_order(browser: Browser, tmp_path: Path) -> None:
    """Articles stand by their mean, their name, or by what they lost from the first run to the one that is shown."""
    with opened(browser, tmp_path) as page:
        page.locator(".bar select").select_option("name")
        assert names(page) == ["ferry", "harbour", "hostile", "market"]
        page.locator(".bar select").select_option("change")
        assert names(page) == ["ferry", "hostile", "harbour", "market"]
        assert page.locator(".list small").all_inner_texts() == ["−1.000", "−.125", "±0", "+.200"]


def test_only_changed(browser: Browser, tmp_path: Path) -> None:
    """Only articles whose values differ between the runs are left, of the chosen fields."""
    with opened(browser, tmp_path) as page:
        page.get_by_role("button", name="changed only").click()
        assert names(page) == ["market", "hostile", "ferry", "harbour"]
        chip(page, "when")
        assert names(page) == []
        page.get_by_role("button", name="clear").click()
    with opened(browser, tmp_path, samples.before(), samples.before(), address="#c=1") as page:
        assert names(page) == []


def test_keys(browser: Browser, tmp_path: Path) -> None:
    """j and k go through the articles, and after Enter through the judgements; Escape leads back; e and ? do what the help says."""
    with opened(browser, tmp_path) as page:
        page.keyboard.press("j")
        assert current(page) == "hostile"
        page.keyboard.press("j")
        page.keyboard.press("k")
        page.keyboard.press("k")
        page.keyboard.press("k")
        assert current(page) == "market"
        page.keyboard.press("Enter")
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.locator(":focus .verdict").inner_text() == "✗wrong"
        assert marked(page, ".lit") == ["We are 👩‍👩‍👧 family here,"]
        page.keyboard.press("k")
        assert page.locator(":focus .verdict").inner_text() == "✓right"
        assert current(page) == "market"
        page.keyboard.press("Escape")
        assert marked(page, ".lit") == []
        page.keyboard.press("j")
        assert current(page) == "hostile"
        page.keyboard.press("e")
        assert len(names(page)) == 2
        page.keyboard.press("?")
        assert "j, k\nnext, previous article" in page.locator("dialog").inner_text()
        page.keyboard.press("Escape")
        assert not page.locator("dialog").is_visible()


def test_address(browser: Browser, tmp_path: Path) -> None:
    """The address keeps article, run, filters, search and order, so that a link leads to the same; Back undoes a step."""
    with opened(browser, tmp_path) as page:
        page.locator(".list a", has_text="hostile").click()
        page.keyboard.press("2")
        chip(page, "who")
        chip(page, "missing")
        page.locator("input").fill("sons")
        page.locator(".bar select").select_option("name")
        kept = address(page)
        assert kept == "#a=hostile&r=B&f=who&v=missing&q=sons&s=name"
    with opened(browser, tmp_path, address=kept) as page:
        assert current(page) == "hostile"
        assert page.locator(".chip[aria-pressed=true]").all_inner_texts() == ["who", "○missing"]
        assert page.locator("input").input_value() == "sons"
        assert page.locator(".bar select").input_value() == "name"
        assert page.locator(".switch [aria-pressed=true]").inner_text() == "B gpt-5-mini"
    with opened(browser, tmp_path, address="#a=market") as page:
        page.keyboard.press("j")
        page.go_back()
        assert current(page) == "market"
    with opened(browser, tmp_path, address="#a=nobody&r=Z&f=x,who&v=__proto__&s=constructor&c=1") as page:
        assert current(page) == "market"
        assert page.locator(".chip[data-value][aria-pressed=true]").all_inner_texts() == ["who"]
