"""Live blogs: entries under the time they were written at."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.tree import Element, name_of, text_of, tokens_of
from summarize.reading.page.stated.dates import read_date
from summarize.reading.page.words import WORDS, pattern

_LIVE = WORDS["live"]
_CLOCK = pattern("clock")
_MAX_LENGTH = 60
_MIN_COUNT = 3


def is_live(root: Element, blocks: Sequence[Block]) -> bool:
    """True if a page's own classes call it a live blog, and at least three times head something in it."""
    if sum(1 for block in blocks if is_stamp(block)) < _MIN_COUNT:
        return False
    return any(
        not _LIVE.isdisjoint(words)
        or ("live" in words and not words.isdisjoint({"blog", "ticker", "updates", "post", "entry", "feed"}))
        for element in root.iter("body", "main", "article", "section", "div", "ol", "ul")
        if (words := tokens_of(element))
    )


def is_stamp(block: Block) -> bool:
    """True for a line that is the time of an entry."""
    if len(block.text) > _MAX_LENGTH:
        return False
    return name_of(block.element) == "time" or next(block.element.iter("time"), None) is not None


def stamp_text(block: Block) -> str:
    """The time of an entry as it stands there, without links; where that is only "2 hours ago", the time that the page states for it."""
    times = list(block.element.iter("time"))
    alone = (text for time in times if len(text := text_of(time)) + block.linked >= len(block.text) - 1)
    printed = next((text for text in alone if text in block.text and _CLOCK.search(text)), block.text)
    stated = (read_date(time.get("datetime")) for time in times if time.get("datetime"))
    return printed if _CLOCK.search(printed) else next(stated, None) or printed
