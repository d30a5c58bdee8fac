from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from . import samples
from .pages import address, marked, names, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_spans_in_code_points(browser: Browser, tmp_path: Path) -> None:
    """Behind characters of two UTF-16 units, and joined ones, exactly the words of each span are marked."""
    with opened(browser, tmp_path, address="#a=market") as page:
        assert marked(page, ".wrong") == ["on Friday", "We are 👩‍👩‍👧 family here,"]
        assert marked(page, ".missing:not(.echo)") == ["So be it 𝒳,"]
        assert marked(page, ".partial") == ["𝐁erg"]
        assert page.locator(".text").inner_text().replace("\n\n", "\n") == samples.MARKET.strip().replace("\n\n", "\n")


def test_overlaps(browser: Browser, tmp_path: Path) -> None:
    """Where spans overlap each word shows the worst that is judged of it, and leads to everything that is."""
    with opened(browser, tmp_path, address="#a=market") as page:
        assert marked(page, ".right") == ["The council of Østby voted 🎉🎉 ", " to move the market."]
        # The wrong date within the right sentence, and the wrong speaker on the right quotation.
        assert [
            len(at.split()) for at in page.locator("mark.wrong").evaluate_all("all => all.map(one => one.dataset.at)")
        ] == [2, 2]
        page.locator("mark.wrong").nth(1).click()
        assert "speaker" in page.locator(".judgement.selected").inner_text()
        page.locator("mark.wrong").nth(1).click()
        assert "matching" in page.locator(".judgement.selected").inner_text()


def test_labels_without_a_place(browser: Browser, tmp_path: Path) -> None:
    """A missing name that the label gives no place for is found by its words, and marked as no more than that."""
    with opened(browser, tmp_path, address="#a=market") as page:
        assert marked(page, ".echo") == ["Ada Lund"]


def test_verdicts_by_shape(browser: Browser, tmp_path: Path) -> None:
    """Each verdict has its own line under the words and its own sign, in the text and in the list: colour alone tells nothing."""
    with opened(browser, tmp_path, address="#a=market") as page:
        lines = page.evaluate(
            "[...new Set([...document.querySelectorAll('mark:not(.echo)')].map(one => one.className.split(' ')[0] + ' ' + getComputedStyle(one).textDecorationStyle))].sort()"
        )
        assert lines == ["missing dotted", "partial dashed", "right solid", "spurious double", "wrong wavy"]
        assert sorted(set(page.locator(".judgement .verdict").all_inner_texts())) == [
            "+spurious",
            "○missing",
            "◐partial",
            "✓right",
            "✗wrong",
        ]


def test_pointing(browser: Browser, tmp_path: Path) -> None:
    """Pointing at a judgement lights up its words, pointing at words their judgements; focus and a click keep them lit."""
    with opened(browser, tmp_path, address="#a=market") as page:
        item = page.locator(".judgement.partial")
        item.hover()
        assert marked(page, ".lit") == ["𝐁erg"]
        page.locator("mark.spurious").hover()
        assert page.locator(".judgement.lit .verdict").all_inner_texts() == ["+spurious", "✓right"]
        item.click()
        page.locator("h1").hover()
        assert marked(page, ".lit") == ["𝐁erg"]
        page.locator(".judgement.missing").first.focus()
        assert marked(page, ".lit") == ["So be it 𝒳,"]


def test_failed_cards(browser: Browser, tmp_path: Path) -> None:
    """A card that could not be made is told with its message, beside the article if another run has it, and can be filtered for."""
    with opened(browser, tmp_path, address="#r=B&v=failed") as page:
        assert names(page) == ["ferry"]
        assert (
            page.locator(".failure")
            .inner_text()
            .startswith("No card: ModelError: the endpoint refused the request (400)")
        )
        assert "The ferry runs until March." in page.locator(".text").inner_text()
        assert page.locator("mark").count() == 0


def test_runs_of_an_article(browser: Browser, tmp_path: Path) -> None:
    """The same article is shown by each run; what another run has otherwise stands beside the judgement."""
    with opened(browser, tmp_path, address="#a=market") as page:
        assert page.locator(".elsewhere").all_inner_texts() == ["B: right", "B: right"]
        page.locator(".judgement.wrong").first.click()
        page.keyboard.press("2")
        assert page.locator(".switch [aria-pressed=true]").inner_text() == "B gpt-5-mini"
        assert page.locator(".judgement.selected .verdict").inner_text() == "✓right"
        assert page.locator(".elsewhere").all_inner_texts() == ["A: wrong", "A: missing"]
        page.get_by_role("button", name="A extractive").click()
        assert page.locator(".elsewhere").first.inner_text() == "B: right"
        assert "r=" not in address(page)


def test_hostile_text(browser: Browser, tmp_path: Path) -> None:
    """An article full of markup, escape sequences and direction marks is shown as its words, and runs nothing."""
    with opened(browser, tmp_path, address="#a=hostile") as page:
        assert page.title() == "Evaluation: extractive · gpt-5-mini"
        assert (
            page.locator(".text p")
            .nth(0)
            .inner_text()
            .startswith('</script><script>document.title = "owned"</script><img src=x')
        )
        assert page.locator("#articles script, #articles img, #articles b").count() == 0
        assert marked(page, ".spurious") == ["<b>bold</b> words"]
        assert marked(page, ".echo") == ["O'Neil & Sons"]
        assert not re.search(
            r"[\x00-\x08\x1b\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0]", page.locator("body").inner_text()
        )


def test_run_without_cards(browser: Browser, tmp_path: Path) -> None:
    """A run that keeps no cards is shown with its judgements, and the page says why there is no text."""
    with opened(browser, tmp_path, samples.without_cards(samples.before()), address="#a=market") as page:
        assert "keeps no cards" in page.locator(".article").inner_text()
        assert page.locator(".judgement").count() == 10
        page.locator(".judgement").first.click()
