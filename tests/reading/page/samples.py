"""The sample pages and their labels, and small pages to vary. All of it was written for these tests: no page of a publisher's is used.

`pages/NAME.html` is a page in the manner of one kind of publisher; `pages/NAME.json` says by hand what it holds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from summarize.reading.page import read_page
from summarize.reading.result import Reading

PAGES = Path(__file__).parent / "pages"
STORY = (
    "The harbour board approved a second ferry terminal on Saturday, after a meeting of nine hours.",
    "“We have waited long enough,” said Mirela Vance, who chairs the board.",
    "The terminal is to stand on the northern mole and to open in the spring of next year.",
    "The county must still confirm the plan, which it is expected to do within six weeks.",
)
BODY = "\n\n".join(STORY)
TITLE = "Harbour board backs second ferry terminal"
OTHER = "Beavers have returned to the upper valley, and the council of the town is worried about its new dam."
"""Of another story."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page and what it holds."""

    name: str
    data: bytes
    labels: dict[str, Any]

    @property
    def head(self) -> list[str]:
        """The lines above the story: the title, and the standfirst if there is one."""
        return [line for line in (self.labels["title"], self.labels.get("standfirst")) if line]


def samples() -> list[Sample]:
    """All pages that hold an article."""
    return [
        Sample(path.stem, path.with_suffix(".html").read_bytes(), json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(PAGES.glob("*.json"))
        if path.stem != "refused"
    ]


def refused() -> dict[str, str]:
    """The pages that hold no article, and a word of the reason for each."""
    found: dict[str, str] = json.loads((PAGES / "refused.json").read_text(encoding="utf-8"))
    return found


@cache
def reading_of(name: str) -> Reading:
    """What is read of a sample page."""
    return read_page((PAGES / f"{name}.html").read_bytes(), f"{name}.html")


def a_page(
    *, head: str = "", before: str = "", after: str = "", title: str = TITLE, story: tuple[str, ...] = STORY
) -> bytes:
    """A small page with a story, and what a test adds to its head, before its story and after it."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{before}{paragraphs}{after}</body></html>".encode()


def text_of(data: bytes) -> str:
    """The text that is read of a page."""
    return read_page(data, "page.html").article.text
