from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from summarize.evaluation.reporting.page import to_page
from summarize.evaluation.reporting.report import Report
from tests.browser import NARROW, WIDE
from tests.rendering.test_html import contrast

from . import samples
from .pages import LARGE, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_without_script(browser: Browser, tmp_path: Path) -> None:
    """Without its script the page has all figures, and says what it cannot show."""
    path = tmp_path / "report.html"
    path.write_text(to_page(Report([samples.before(), samples.after()])), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(path.as_uri())
        assert ".833" in page.locator(".scores").first.inner_text()
        assert page.get_by_text("which does not run here").is_visible()
    finally:
        context.close()


@pytest.mark.parametrize("size", [NARROW, WIDE, LARGE, (820, 1100)], ids=lambda size: str(size[0]))
def test_fits(browser: Browser, tmp_path: Path, size: tuple[int, int]) -> None:
    """At no width does the page scroll sideways, nor do words run out of their pane; with two runs or with five."""
    five = [samples.before(), samples.with_usage(samples.after()), *(samples.run(samples.market(), name=f"a-rather-long-name-of-a-model-{n}") for n in range(3))]  # fmt: skip
    for runs in ([], five):
        with opened(browser, tmp_path, *runs, size=size) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
            for pane in (".article", ".judgements", ".list", ".bar"):
                assert page.locator(pane).evaluate("one => one.scrollWidth <= one.clientWidth + 1"), pane


def test_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    """On a narrow page an article, or the words of a judgement, is brought into view, and a button leads back."""
    with opened(browser, tmp_path, size=NARROW) as page:
        page.emulate_media(reduced_motion="reduce")  # it scrolls at once
        page.locator(".list a").nth(0).click()
        back = page.get_by_role("button", name="Back to the list")
        assert 0 <= page.locator(".article").evaluate("one => one.getBoundingClientRect().top") < 300
        page.locator(".judgement.partial").click()
        assert 0 <= page.locator("mark.lit").first.evaluate("one => one.getBoundingClientRect().top") < NARROW[1]
        back.click()
        assert 0 <= page.locator(".judgement.selected").evaluate("one => one.getBoundingClientRect().top") < NARROW[1]
        assert not back.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_as_shown(browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"]) -> None:
    """Marked words, and the name of each verdict, stand out by 4.5 to 1 from what is behind them, lit up or not."""
    shown = """selector => [...document.querySelectorAll(selector)].map((one) => {
      let ground = one;
      while (getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
      return [one.className, getComputedStyle(one).color, getComputedStyle(ground).backgroundColor];
    })"""
    with opened(browser, tmp_path, address="#a=market", scheme=scheme) as page:
        for lit in (False, True):
            if lit:
                page.evaluate(
                    "for (const one of document.querySelectorAll('mark, .judgement')) one.classList.add('lit')"
                )
            for name, ink, ground in page.evaluate(
                shown, "mark, .judgement .verdict, .judgement .expected, .list .errors > span, .chip"
            ):
                assert contrast(hexadecimal(ink), hexadecimal(ground)) >= 4.5, (name, ink, ground)


def hexadecimal(color: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", color)[:3])


def test_print(browser: Browser, tmp_path: Path) -> None:
    """On paper there are the figures, and the article that was chosen with its judgements, dark on white; no list and no buttons."""
    with opened(browser, tmp_path, address="#a=market", scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator(".judgement").last.is_visible()
        assert page.locator(".text").is_visible()
        assert not page.locator(".bar").is_visible()
        assert not page.locator("nav").is_visible()
        ink = page.locator(".judgement.wrong .verdict").first.evaluate("one => getComputedStyle(one).color")
        assert contrast(hexadecimal(ink), "#ffffff") >= 4.5
