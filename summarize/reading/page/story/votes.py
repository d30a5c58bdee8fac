"""Which blocks of a page are its article, by three witnesses: trafilatura, the article's text in its JSON-LD, and the shape of the tree."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from copy import deepcopy

from summarize.installing import missing
from summarize.reading.page.alike import key_of
from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.noise import is_layout
from summarize.reading.page.markup.tree import Element

_MAX_ELEMENTS = 25_000
_MAX_TEXT = 1_000_000
"""Characters of a tree that trafilatura is given; a larger page is told by its shape alone."""
# What it raises over strange trees, lxml's own errors (of SyntaxError) among it. One witness then says nothing; the others remain.
_STRANGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
_MIN_LENGTH = 24
"""Characters below which a block is looked for among whole paragraphs only: "More" stands in any text."""
_PROSE = re.compile(r"[.!?…。！？।؟۔:][\"'”’»)」』\]]*$")


class SearchedText:
    """A text that blocks are looked up in, from front to back."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        keys = [key for paragraph in paragraphs if (key := key_of(paragraph))]
        self._whole = frozenset(keys)
        self._text = "".join(keys)
        self._at = 0

    def __len__(self) -> int:
        return len(self._text)

    def holds(self, key: str, least: int) -> bool:
        """True if the text holds what `key` is the key of; one of fewer letters than `least` as a whole paragraph only. Asked in the page's order, a long text is gone through once."""
        if key in self._whole:
            return True
        if len(key) < least:
            return False
        found = self._text.find(key, self._at, self._at + 20 * len(key) + 5_000)
        if found < 0:
            found = self._text.find(key, 0, _MAX_TEXT // 4)
        if found < 0:
            return False
        self._at = found
        return True


def by_trafilatura(root: Element, blocks: Sequence[Block], *, fast: bool = True) -> frozenset[int]:
    """The numbers of the blocks that trafilatura takes for main text; none if the page is too large for it.

    Args:
        root: the page's tree.
        blocks: its blocks.
        fast: by its own rules alone; else also by those of readability and jusText, and with more favour to finding than to leaving out.

    Raises:
        ConfigurationError: it is not installed.
    """
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - only a page needs it
    except ImportError as error:
        raise missing("reading a web page needs more packages", "web") from error
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    if sum(len(block.text) for block in blocks) > _MAX_TEXT or sum(1 for _ in root.iter()) > _MAX_ELEMENTS:
        return frozenset()
    try:
        # Nothing is fetched: it is given a tree, is asked for no metadata, and keeps no memory of earlier pages.
        document = bare_extraction(
            deepcopy(root), fast=fast, favor_recall=not fast, include_comments=False, deduplicate=False
        )
    except _STRANGE:
        return frozenset()
    body = getattr(document, "body", None)
    if body is None:
        return frozenset()
    return held_by(SearchedText("".join(part.itertext()) for part in body), blocks)


def held_by(passage: SearchedText, blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the blocks whose text a passage holds."""
    return frozenset(
        number for number, block in enumerate(blocks) if passage.holds(key_of(block.text), _least(block.text))
    )


def _least(text: str) -> int:
    """Letters of what is looked for: fewer of a sentence in a script that says more by each."""
    return _MIN_LENGTH // 2 if _PROSE.search(text) and len(text.encode()) > 2 * len(text) else _MIN_LENGTH


def by_shape(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the blocks that look like an article's: prose without links, outside of what is marked as something else."""
    return frozenset(
        number
        for number, block in enumerate(blocks)
        if (block.noise is None or is_layout(block.noise))
        and block.link_share < 0.3
        and len(block.text) >= 60
        and _PROSE.search(block.text)
    )
