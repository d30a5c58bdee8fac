"""The page of some runs in a browser, and what a test looks at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summarize.evaluation.reporting.page import to_page
from summarize.evaluation.reporting.report import Report
from summarize.evaluation.runs.run import Run
from tests.browser import page_at

from . import samples

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LARGE = (1400, 900)


@contextmanager
def opened(
    browser: Browser,
    folder: Path,
    *runs: Run,
    address: str = "",
    size: tuple[int, int] = LARGE,
    scheme: Literal["light", "dark"] = "light",
) -> Iterator[Page]:
    """The page of some runs, from a file. Any error on its console fails the test."""
    path = folder / "report.html"
    made = Report(list(runs or (samples.before(), samples.with_usage(samples.after()))))
    path.write_text(to_page(made), encoding="utf-8")
    with page_at(browser, path.as_uri() + address, size=size, scheme=scheme) as page:
        yield page


def names(page: Page) -> list[str]:
    """The articles in the list."""
    return page.locator(".list .name").all_inner_texts()


def current(page: Page) -> str:
    """The one that is shown."""
    return page.locator(".list [aria-current] .name").inner_text()


def chip(page: Page, value: str) -> None:
    """Choose a field or a verdict."""
    page.locator(f".chip[data-value='{value}']").click()


def marked(page: Page, selector: str) -> list[str]:
    """Marked words of the text."""
    return page.locator(f".article mark{selector}").all_text_contents()


def address(page: Page) -> str:
    """What a link to the page as it is would end in."""
    return page.evaluate("location.hash")  # type: ignore[no-any-return]
