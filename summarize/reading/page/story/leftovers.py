"""The rest of a page that goes on after its article: the next article of an endless page."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.reading.page.alike import alike
from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.tree import Element, name_of, nearest

_MIN_COUNT = 3
"""Paragraphs that make a story of what stands under a headline."""
_LONG = 60


def end_of_article(blocks: Sequence[Block], head: int, title: str, *, live: bool = False) -> int:
    """The number of the block at which another article begins, the number of blocks if none does.

    Another begins at a further `<h1>` below paragraphs of the first that is made like its headline, rather than a subheading: of the
    same class, or in an `<article>` of its own. A live blog's entries are of one article.
    """
    paragraphs = 0
    for number in range(head + 1, len(blocks) if head >= 0 and not live else 0):
        block = blocks[number]
        if block.kind == "paragraph" and len(block.text) >= _LONG and block.link_share < 0.5:
            paragraphs += 1
        elif (
            name_of(block.element) == "h1"
            and block.noise is None
            and paragraphs >= _MIN_COUNT
            and _is_made_like(block.element, blocks[head].element)
            and not alike(block.text, title)
        ):
            return number
    return len(blocks)


def _is_made_like(heading: Element, headline: Element) -> bool:
    own = nearest(heading, {"article"})
    named = heading.get("class")
    return (own is not None and own is not nearest(headline, {"article"})) or bool(
        named and named == headline.get("class")
    )
