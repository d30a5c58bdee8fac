"""The rest of a page that goes on after its article: the next article of an endless page."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.layout.header import byline_names
from summarize.reading.page.alike import alike
from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.tree import Element, ancestors, name_of
from summarize.reading.page.stated.dates import is_stamp_line

_FEWEST = 3
"""Paragraphs that make a story of what stands under a headline."""
_LONG = 60
_NEAR = 40


def end_of_article(blocks: Sequence[Block], head: int, title: str, *, live: bool = False) -> int:
    """The number of the block at which another article begins, the number of blocks if none does.

    Another begins at a further `<h1>` over paragraphs of its own, if it is made like the first (of the same class, in an `<article>`
    of its own, or with a byline or a stamp below it) rather than a subheading; or, where headline and paragraphs are of one
    `<article>`, at another with a heading of its own. A live blog's entries are of one article.
    """
    if head < 0:
        return len(blocks)
    following = len(blocks) if live else _next_article(blocks, head)
    return min(_next_headline(blocks, head, title), following)


def _next_headline(blocks: Sequence[Block], head: int, title: str) -> int:
    paragraphs = 0
    for number in range(head + 1, len(blocks)):
        block = blocks[number]
        if _is_paragraph(block):
            paragraphs += 1
        elif name_of(block.element) == "h1" and block.noise is None and paragraphs >= _FEWEST:
            below = blocks[number + 1 : number + _NEAR]
            follows = sum(1 for other in below if _is_paragraph(other))
            if follows >= _FEWEST - 1 and not alike(block.text, title) and _is_made_like(block, blocks[head], below):
                return number
    return len(blocks)


def _is_made_like(heading: Block, headline: Block, below: Sequence[Block]) -> bool:
    """True if a heading looks like a headline: as the page's own does, or with what stands below one."""
    named = heading.element.get("class")
    if named and named == headline.element.get("class"):
        return True
    own = _article_of(heading)
    if own is not None and own is not _article_of(headline):
        return True
    return any(
        byline_names(block.text) is not None or is_stamp_line(block.text) or _has_time(block) for block in below[:4]
    )


def _has_time(block: Block) -> bool:
    return len(block.text) <= _LONG and next(block.element.iter("time"), None) is not None


def _next_article(blocks: Sequence[Block], head: int) -> int:
    own = _article_of(blocks[head])
    if own is None:
        return len(blocks)
    outer = set(ancestors(own))
    held = sum(1 for block in blocks[head + 1 :] if _is_paragraph(block) and own in ancestors(block.element))
    if held < _FEWEST:
        return len(blocks)
    for number in range(head + 1, len(blocks)):
        element = blocks[number].element
        above = [found for found in (element, *ancestors(element)) if name_of(found) == "article"]
        if (
            above
            and own not in above
            and above[-1] not in outer
            and next(above[-1].iter("h1", "h2", "h3"), None) is not None
        ):
            return number
    return len(blocks)


def _article_of(block: Block) -> Element | None:
    around = (block.element, *ancestors(block.element))
    return next((element for element in around if name_of(element) == "article"), None)


def _is_paragraph(block: Block) -> bool:
    return block.kind == "paragraph" and len(block.text) >= _LONG and block.link_share < 0.5
