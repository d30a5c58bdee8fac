"""A reading room in a browser: opened as a file, served below a folder, by keyboard, on paper."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from summarize.daily.room import Room
from summarize.daily.searching import build_index
from summarize.rendering.briefing.mail import to_message
from tests.browser import NARROW, WIDE, browser, page_at  # noqa: F401 - the fixture
from tests.looks import amiss, faint, scrolls_sideways, small, unseen_focus
from tests.rendering.briefing import samples
from tests.rendering.briefing.hostile import hostile
from tests.rendering.briefing.many import large
from tests.rendering.cards import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KINDS = {
    "index": "index.html",
    "day": "days/2026-11-21.html",
    "story": "stories/hamnoy-fire.html",
    "search": "search.html",
}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A room of two days, below a folder, as where a project has its pages."""
    folder = tmp_path_factory.mktemp("served") / "project" / "room"
    Room(folder).add(samples.full())
    Room(folder).add(samples.full("long").model_copy(update={"date": "2026-11-21"}))
    build_index(folder)
    return folder


STRICT = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
)
"""What a careful server sends of its own with every file."""


@pytest.fixture(scope="module")
def served(room: Path) -> Iterator[str]:
    """Its address, at a server with a strict policy."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", STRICT)
            self.send_header("X-Content-Type-Options", "nosniff")
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(room.parent.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/project/room/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_looks(
    browser: Browser,  # noqa: F811
    room: Path,
    kind: str,
    size: tuple[int, int],
    scheme: Literal["light", "dark"],
) -> None:
    """Opened as a file, every page has texts that can be read, targets that can be hit and a focus that is seen, names and headings in order, and does not scroll sideways; nothing is refused."""
    with page_at(browser, (room / KINDS[kind]).as_uri(), size=size, scheme=scheme) as page:
        for details in page.locator("main details").all():
            details.evaluate("each => { each.open = true; }")
        assert faint(page) == []
        assert amiss(page) == []
        assert small(page) == []
        assert not scrolls_sideways(page)
        assert unseen_focus(page, 12) == []


def test_keys(browser: Browser, room: Path) -> None:  # noqa: F811
    """j and k go from story to story, ? shows the keys and Escape closes them, / leads to the search; none acts in a field, or when turned off."""
    with page_at(browser, (room / KINDS["day"]).as_uri()) as page:

        def focused() -> str:
            return str(page.evaluate("document.activeElement.id || document.activeElement.tagName"))

        page.keyboard.press("j")
        assert focused() == "s1-headline"
        page.keyboard.press("j")
        assert focused() == "s2-headline"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") < 200
        page.keyboard.press("k")
        assert focused() == "s1-headline"
        page.keyboard.press("k")
        assert focused() == "s1-headline"
        page.keyboard.press("Control+j")
        assert focused() == "s1-headline"
        page.keyboard.press("?")
        assert page.locator("#keys").is_visible()
        page.keyboard.press("j")
        page.keyboard.press("Escape")
        assert not page.locator("#keys").is_visible()
        page.keyboard.press("/")
        page.wait_for_url("**/search.html")
    with page_at(browser, (room / KINDS["index"]).as_uri()) as page:
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.textContent") == "21 November 2026"
        page.locator("#show-keys").click()
        page.locator("#keys-on").uncheck()
        page.locator("#keys-close").click()
        page.keyboard.press("?")
        assert not page.locator("#keys").is_visible()


def test_search_where_it_is_served(browser: Browser, served: str) -> None:  # noqa: F811
    """Served below a folder, under the page's own policy, a search finds stories by their words and leads to them; / and Escape go into and out of the field."""
    pytest.importorskip("pagefind_bin", reason="the extra [search] is not installed")
    with page_at(browser, f"{served}search.html") as page:
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        page.keyboard.type("rope works")
        first = page.locator("#results a").first
        first.wait_for()
        assert first.inner_text().startswith("Rope works fire")
        assert page.locator("#results mark").count() > 0
        assert "Quay Gazette" not in page.locator("#results").inner_text()  # words of the story, and no marks
        page.fill("#query", "zzzzxq")
        page.locator("#found", has_text="0 stories").wait_for()
        page.fill("#query", "ferry")
        page.locator("#results a", has_text="ferry").first.click()
        page.wait_for_url(f"{served}stories/*.html")


def test_under_a_strict_policy(browser: Browser, room: Path, served: str) -> None:  # noqa: F811
    """Where the server itself forbids all but what a page's own files need, every page opens, has its style and answers keys, without a word in the console."""
    pages = [path.relative_to(room).as_posix() for path in sorted(room.rglob("*.html")) if "pagefind" not in path.parts]
    assert len(pages) > 6
    for name in pages:
        with page_at(browser, served + name) as page:
            assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", name
            page.keyboard.press("Escape")  # out of the field of the search
            page.keyboard.press("?")
            assert page.locator("#keys").is_visible(), name


def test_search_from_a_file(browser: Browser, room: Path) -> None:  # noqa: F811
    """Opened as a file, the page says that search works where the room is served."""
    with page_at(browser, (room / "search.html").as_uri()) as page:
        assert "where this folder is served" in page.inner_text("#found")
        assert page.locator("#query").is_disabled()


def test_a_citation_leads_to_the_words(browser: Browser, room: Path) -> None:  # noqa: F811
    """On a story's page a mark shows its words when it has the focus, and without script leads to them in that day's sources."""
    with page_at(browser, (room / KINDS["story"]).as_uri(), size=NARROW) as page:
        page.locator(".lede .cite").first.focus()
        assert page.locator("#evidence mark").inner_text().startswith("Forty-one people were treated")
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto((room / KINDS["story"]).as_uri())
        page.locator(".lede .cite").first.click()
        assert page.locator(":target mark").inner_text().startswith("Forty-one people were treated")
    finally:
        context.close()


@pytest.mark.parametrize("kind", ["index", "day", "story"])
def test_print(browser: Browser, room: Path, kind: str) -> None:  # noqa: F811
    """On paper there are the words and no ways about; the page makes a PDF, and is not wider than the sheet."""
    with page_at(browser, (room / KINDS[kind]).as_uri(), size=(718, 1000)) as page:
        page.emulate_media(media="print")
        assert page.locator(".ways").is_hidden()
        assert not scrolls_sideways(page)
        assert faint(page) == []
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_hostile_texts(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """No text of an article loads anything, runs, or pushes a page sideways."""
    briefing = hostile(HOSTILE + "x" * 3000).model_copy(update={"date": "2026-11-21"})
    Room(tmp_path).add(briefing)
    asked: list[str] = []
    for path in [tmp_path / "index.html", *tmp_path.glob("*/*.html")]:
        with page_at(browser, path.as_uri(), size=NARROW) as page:
            page.on("request", lambda request: asked.append(request.url))
            page.reload()
            assert not scrolls_sideways(page), path
    assert {url.rpartition(".")[2] for url in asked} <= {"html", "css", "js"}
    assert all(url.startswith(tmp_path.as_uri()) for url in asked)


@pytest.mark.parametrize("size", [NARROW, (700, 900)], ids=str)
def test_mail_as_a_program_shows_it(browser: Browser, tmp_path: Path, size: tuple[int, int]) -> None:  # noqa: F811
    """The HTML of a mail, shown without script or style sheets, can be read, is as wide as its window, and loads nothing."""
    part = to_message(large(60).model_copy(update={"length": "standard"})).get_body(("html",))
    assert part is not None
    path = tmp_path / "mail.html"
    path.write_text(part.get_content(), encoding="utf-8")
    asked: list[str] = []
    with page_at(browser, path.as_uri(), size=size) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        assert faint(page) == []
        assert not scrolls_sideways(page)
    assert asked == [path.as_uri()]
