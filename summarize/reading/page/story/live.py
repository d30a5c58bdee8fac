"""Live blogs: entries under the time they were written at."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.tree import Element, name_of, tokens_of
from summarize.reading.page.stated.dates import read_date
from summarize.reading.page.words import WORDS, pattern

_LIVE = WORDS["live"]
_CLOCK = pattern("clock")
_LONGEST = 60
_FEWEST = 3


def is_live(root: Element, blocks: Sequence[Block]) -> bool:
    """True if a page's own classes call it a live blog, and at least three times head something in it."""
    if sum(1 for block in blocks if is_stamp(block)) < _FEWEST:
        return False
    return any(
        not _LIVE.isdisjoint(words)
        or ("live" in words and not words.isdisjoint({"blog", "ticker", "updates", "post", "entry", "feed"}))
        for element in root.iter("body", "main", "article", "section", "div", "ol", "ul")
        if (words := tokens_of(element))
    )


def is_stamp(block: Block) -> bool:
    """True for a line that is the time of an entry."""
    if len(block.text) > _LONGEST:
        return False
    return name_of(block.element) == "time" or next(block.element.iter("time"), None) is not None


def stamp_text(block: Block) -> str:
    """The time of an entry as it stands there; where that is only "2 hours ago", the time that the page states for it."""
    if _CLOCK.search(block.text):
        return block.text
    stated = next(
        (read_date(element.get("datetime")) for element in block.element.iter("time") if element.get("datetime")), None
    )
    return stated or block.text
