"""A browser that is installed, without a window, for tests of pages. A test that wants one is skipped, with the reason, where there is none.

Where `REQUIRE_BROWSER` is set, as in CI, it fails instead: pages that nobody looked at are not tested.

    from tests.browser import browser, page_at

    def test_it(browser: Browser) -> None:
        with page_at(browser, url) as page:
            page.click("text=Save")

The browser is started once for each module. While it runs, its thread counts as one with a running event loop, so a module that uses it
cannot call `asyncio.run`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDE = (1280, 860)
NARROW = (390, 844)


def browser_path() -> str | None:
    """The program of an installed Chromium; None if there is none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser; skips the test where none is installed."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = browser_path()
    if path is None:
        missing = f"no browser is installed (looked for {', '.join(_NAMES)})"
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path)
        try:
            yield running
        finally:
            running.close()


@contextmanager
def page_at(
    browser: Browser,
    url: str,
    *,
    size: tuple[int, int] = WIDE,
    scheme: Literal["light", "dark"] = "light",
    errors: list[str] | None = None,
) -> Iterator[Page]:
    """A page of its own, with nothing remembered. What goes wrong in it (an exception, a refused resource) fails the test.

    Args:
        browser: the running browser.
        url: where to go; `file:` works as well.
        size: of the window, in CSS pixels.
        scheme: what the reader prefers.
        errors: takes what goes wrong, for a test that expects it.
    """
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    found: list[str] = [] if errors is None else errors
    try:
        page = context.new_page()
        page.set_default_timeout(30_000)  # generous: a busy machine is no fault of the page
        page.on("pageerror", lambda error: found.append(str(error)))
        page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
        page.goto(url)
        yield page
    finally:
        context.close()
    if errors is None:
        assert found == []


def shoot(page: Page, path: Path) -> None:
    """Write what the window shows as a PNG."""
    page.screenshot(path=str(path))
