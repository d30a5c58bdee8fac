"""An article to be labelled, and its page in a browser."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarize import reading
from summarize.evaluation.gold.files import GoldFile, read_gold
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.labelling.server import LabellingServer, PageSession
from summarize.evaluation.labelling.session import Session
from tests.browser import WIDE, browser, page_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARTICLE = """Night ferry stops over 😀 “sea smoke”

HELMSEY, 3 March 2026 - The night ferry to Åland will stop next week, the harbour board said on Tuesday.

🛳️ “We cannot sail into what we cannot see,” harbour master Ida Öst told reporters 🌫️. “Nobody was hurt.”

Öst called the fog “the white wall” and said that “no captain of mine” would go out. The old board had cut two sailings in 2019.
"""

SEE = "We cannot sail into what we cannot see,"
HURT = "Nobody was hurt."
CAPTAIN = "no captain of mine"
WALL = "the white wall"


def at(words: str) -> tuple[str, int]:
    return words, ARTICLE.index(words)


def words(text: str) -> dict[str, Any]:
    return {"text": text, "at": ARTICLE.index(text)}


def quote(text: str, speaker: str | None) -> dict[str, Any]:
    return {"parts": [words(text)], "speaker": speaker}


@contextmanager
def serving(session: PageSession) -> Iterator[LabellingServer]:
    """The server of a session, running."""
    server = LabellingServer(session)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        server.close()
        thread.join(10)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The article as a file."""
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


class Labelled:
    """An article being labelled in the browser, and the file that comes of it."""

    def __init__(self, page: Page, session: Session) -> None:
        self.page, self.session = page, session
        page.wait_for_selector("body[data-ready]")

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def drag(self, words: str) -> None:
        """Select words of the article with the mouse."""
        start, end = self.page.evaluate(_CORNERS, words)
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()

    def touch(self, words: str) -> None:
        """Click into words of the article, so that the caret stands there."""
        start, _ = self.page.evaluate(_CORNERS, words)
        self.page.mouse.click(start[0] + 12, start[1])

    def selected(self) -> str:
        """What the browser shows as selected."""
        return str(self.page.evaluate("getSelection().toString()"))

    def problems(self) -> list[str]:
        return self.page.locator(".problems li").all_text_contents()

    def save(self) -> GoldFile:
        """What is in the file after Ctrl+S."""
        self.page.keyboard.press("Control+s")
        self.page.locator("#saved:text-is('saved')").wait_for()
        return read_gold(self.session.path)


_CORNERS = """words => {
  const element = document.querySelector(".text");
  const pieces = [...element.querySelectorAll("span")];
  const text = pieces.map((piece) => piece.textContent).join("");
  const point = (at) => {
    for (const piece of pieces) {
      if (at <= piece.textContent.length) return [piece.firstChild, at];
      at -= piece.textContent.length;
    }
  };
  const from = text.indexOf(words);
  const range = new Range();
  range.setStart(...point(from + 1));
  range.setStart(range.startContainer, range.startOffset - 1);
  range.setEnd(...point(from + words.length));
  element.closest(".article").scrollTop += range.getBoundingClientRect().top - 300;
  const boxes = [...range.getClientRects()].filter((box) => box.width);
  const [first, last] = [boxes[0], boxes.at(-1)];
  return [[first.left + 1, first.top + first.height / 2], [last.right - 1, last.top + last.height / 2]];
}"""

Open = Callable[..., Labelled]
__all__ = ["browser"]


@pytest.fixture
def label(browser: Browser, article: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of the article, with some labels or none."""
    opened: list[Any] = []

    def open_(labels: dict[str, Any] | None = None, *, of: Path = article, **options: Any) -> Labelled:
        read = reading.read(str(of)).article
        session = Session(read, tmp_path / "ferry.yaml", labels or {}, hints=options.pop("hints", None))
        server = serving(session)
        opened.append(server)
        url = server.__enter__().url
        page = page_at(browser, url, **{"size": WIDE, **options})
        opened.append(page)
        return Labelled(page.__enter__(), session)

    yield open_
    for one in reversed(opened):
        one.__exit__(None, None, None)


def parts_of(gold: Gold) -> list[tuple[str, int | None]]:
    """The words and places of all quotations."""
    return [(part.text, part.at) for quote in gold.quotes or () for part in quote.parts]
