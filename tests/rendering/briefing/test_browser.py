from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from markdown_it import MarkdownIt

from summarize.rendering.briefing import to_html, to_markdown
from tests.browser import NARROW, WIDE, browser, page_at  # noqa: F401 - the fixture
from tests.rendering.cards import HOSTILE

from . import samples
from .articles import FIRE
from .hostile import hostile
from .many import large

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = [(360, 740), NARROW, WIDE]
Scheme = Literal["light", "dark"]


@contextmanager
def opened(
    browser: Browser,  # noqa: F811
    path: Path,
    page: str,
    size: tuple[int, int] = WIDE,
    scheme: Scheme = "light",
) -> Iterator[Page]:
    path.joinpath("briefing.html").write_text(page, encoding="utf-8")
    with page_at(browser, path.joinpath("briefing.html").as_uri(), size=size, scheme=scheme) as shown:
        yield shown


def scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_page_from_right_to_left(browser: Browser, tmp_path: Path, size: tuple[int, int]) -> None:  # noqa: F811
    """A briefing with Arabic titles runs from right to left, scrolls nowhere sideways, and shows the words of a mark inside the window."""
    with opened(browser, tmp_path, to_html(samples.full("long"), "ar"), size) as page:
        assert page.evaluate("document.documentElement.dir") == "rtl"
        assert not scrolls_sideways(page)
        page.locator("#s1 .lede .cite").focus()
        place = page.locator("#evidence").bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= size[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_evidence_on_focus(browser: Browser, tmp_path: Path, size: tuple[int, int], scheme: Scheme) -> None:  # noqa: F811
    """Focus on a mark shows the words in their sentence, inside the window; Enter goes into them, Escape comes back."""
    with opened(browser, tmp_path, to_html(samples.full("long")), size, scheme) as page:
        assert not scrolls_sideways(page)
        box = page.locator("#evidence")
        mark = page.locator("#s1 .lede .cite")
        mark.focus()
        assert box.is_visible()
        assert box.locator("mark").inner_text().startswith("Forty-one people were treated")
        assert "Quay Gazette" in box.inner_text()
        assert "1:73–202" in box.inner_text()
        place = box.bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= size[0]
        assert 0 <= place["y"] <= size[1]
        assert not scrolls_sideways(page)
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "evidence"
        page.keyboard.press("Tab")
        assert str(page.evaluate("document.activeElement.href")).startswith(
            "https://quay.example/2026/11/20/rope_works#:~:text="
        )
        page.keyboard.press("Escape")
        assert not box.is_visible()
        assert page.evaluate("document.activeElement.className") == "cite"


def test_evidence_on_hover(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """Pointing at a mark shows the words, which stay while the pointer is on them and go when it has left."""
    with opened(browser, tmp_path, to_html(samples.full())) as page:
        box = page.locator("#evidence")
        page.locator("#s2 .lede .cite").hover()
        assert box.is_visible()
        box.hover()
        page.wait_for_timeout(400)
        assert box.is_visible()
        page.locator("h1").scroll_into_view_if_needed()
        page.mouse.move(1, 1)
        box.wait_for(state="hidden")


def test_evidence_on_tap(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """A tap shows the words and leaves the reader where they are; a tap elsewhere closes them."""
    path = tmp_path / "briefing.html"
    path.write_text(to_html(samples.full()), encoding="utf-8")
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    try:
        page = context.new_page()
        page.goto(path.as_uri())
        page.locator("#s1 .lede .cite").tap()
        assert page.locator("#evidence").is_visible()
        assert page.evaluate("location.hash") == ""
        page.locator("#s1 h3").tap()
        assert not page.locator("#evidence").is_visible()
    finally:
        context.close()


def test_without_script(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """Without script a mark leads to the words in the list of sources."""
    path = tmp_path / "briefing.html"
    path.write_text(to_html(samples.full()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(path.as_uri())
        page.locator("#s1 .lede .cite").click()
        assert page.url.endswith("#c1-73-202")
        assert page.locator("#c1-73-202").is_visible()
        page.keyboard.press("Home")
        page.locator("nav summary").click()
        assert page.locator("nav ol a").first.is_visible()
    finally:
        context.close()


def test_print(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """On paper the words of every mark and the address of every article are there; what only acts on a screen is not."""
    with opened(browser, tmp_path, to_html(samples.full()), (794, 1123)) as page:
        page.emulate_media(media="print")
        assert page.locator("nav").is_hidden()
        assert page.locator("#c1-73-202 mark").is_visible()
        address = page.evaluate("getComputedStyle(document.querySelector('#a1 .out'), '::after').content")
        assert "https://quay.example/2026/11/20/rope_works" in address
        assert not scrolls_sideways(page)


def test_what_is_folded_is_printed_below_a_heading(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """On paper what is folded in a story stands open below its own heading, and not as if it went on with the quotations above it; each line has its dash."""
    with opened(browser, tmp_path, to_html(samples.full("short")), (794, 1123)) as page:
        page.emulate_media(media="print")
        more = page.locator(".story > .more").first
        assert more.locator("> summary").is_visible()
        assert more.locator("> ul > li").first.is_visible()
        dash = "getComputedStyle(document.querySelector('.story > .more > ul > li'), '::before').content"
        assert page.evaluate(dash) == '"–"'


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
def test_hostile_texts(browser: Browser, tmp_path: Path, size: tuple[int, int]) -> None:  # noqa: F811
    """No text breaks the page, loads anything or pushes it sideways."""
    asked: list[str] = []
    with opened(browser, tmp_path, to_html(hostile(HOSTILE + "x" * 3000)), size) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        page.locator("#s1 .lede .cite").first.focus()
        assert page.locator("#evidence").is_visible()
        assert not scrolls_sideways(page)
    assert len(asked) == 1


def test_many_stories(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """With three hundred stories the page still answers: the last one is reached and shows its words."""
    with opened(browser, tmp_path, to_html(large())) as page:
        page.locator("nav ol a").last.click()
        page.locator("#s300 .lede .cite").focus()
        assert page.locator("#evidence").is_visible()


def test_text_fragment_leads_to_the_words(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """A browser finds the words of a mark on a page with the article's text, where they stand and not where they stood first."""
    paragraphs = "".join(f"<p style='margin:60vh 0'>{part}</p>" for part in FIRE.split("\n\n"))
    (tmp_path / "article.html").write_text(f"<!doctype html><meta charset=utf-8>{paragraphs}", encoding="utf-8")
    links = [line for line in to_markdown(samples.full("long")).splitlines() if line.startswith("[1:")]
    directive = next(line.partition("#")[2] for line in links if line.startswith("[1:576–608]"))
    with page_at(browser, f"{(tmp_path / 'article.html').as_uri()}#{directive}") as page:
        page.wait_for_function("scrollY > 0")
        box = page.locator("p", has_text="will question").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < WIDE[1]


def test_markdown_in_a_page(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """Rendered, the Markdown has its sections and its marks as links."""
    body = to_markdown(samples.full("long")).split("---\n", 2)[2]
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(body)
    with opened(browser, tmp_path, f"<!doctype html><meta charset=utf-8>{rendered}", NARROW) as page:
        assert page.locator("h2").all_inner_texts()[:3] == [
            "Top lines",
            "What changed since 19 November 2026",
            "Stories",
        ]
        assert page.locator("a", has_text="1:73–202").first.get_attribute("href") == (
            "https://quay.example/2026/11/20/rope_works"
            "#:~:text=Forty%2Done%20people%20were%20treated%20for,night%2C%20the%20county%20hospital%20said."
        )
        assert "[1:" not in page.inner_text("body")


def test_a_top_line_hangs_beside_its_number(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """On a narrow screen the second line of a top line begins below the words of the first, and not below the number."""
    with opened(browser, tmp_path, to_html(samples.full("standard")), NARROW) as page:
        number, *lines = page.evaluate("""() => {
            const item = document.querySelector("#top li"), number = item.querySelector(".number");
            const range = document.createRange();
            const words = number.nextSibling;
            range.setStart(words, words.textContent.search(/\\S/)); range.setEndAfter(item.lastChild);
            const lefts = new Map();
            for (const each of range.getClientRects()) if (each.width > 1 && !lefts.has(Math.round(each.bottom / 12))) lefts.set(Math.round(each.bottom / 12), each.left);
            return [number.getBoundingClientRect().left, ...lefts.values()];
        }""")
    assert len(lines) > 1
    assert max(lines) - min(lines) < 3
    assert number < min(lines) - 16
