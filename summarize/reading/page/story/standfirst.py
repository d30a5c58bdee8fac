"""The standfirst: the sentence or two between a headline and its story, which extraction is prone to lose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from summarize.layout.header import byline_names
from summarize.layout.stamped import stamp_line
from summarize.reading.page.alike import key_of, repeats
from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.noise import is_beside_the_story
from summarize.reading.page.markup.tree import ancestors, collapse_spaces, name_of, tokens_of
from summarize.reading.page.words import WORDS

_WORDS = WORDS["standfirst"]
_MIN_LENGTH, _MAX_LENGTH = 20, 1_200
_MIN_LETTERS, _MAX_STATED = 12, 40
"""Letters by which two texts are one, and descriptions that are looked for: a page may state thousands."""
_CLIPPED = re.compile(r"(?:\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\]))+$")


def find_standfirst(blocks: Sequence[Block], head: int, first: int, stated: Sequence[str], title: str) -> str | None:
    """The standfirst of a story that begins with block `first`, as the page shows it; None if it shows none above the story.

    A block between headline and story is one if a layer states its words as the description, or if its class says so.
    """
    start = head + 1 if head >= 0 else max(0, first - 8)
    keys = [key_of(_CLIPPED.sub("", text)) for text in stated[:_MAX_STATED]]
    between = [block for block in blocks[start:first] if _may_be(block, title)]
    said = (block for block in between if _says(key_of(block.text), keys))
    called = (block for block in between if block.noise is None and _is_called_one(block, under_headline=head >= 0))
    found = next(chain(said, called), None)
    return collapse_spaces(found.text.replace("\n", " ")) if found else None


def _may_be(block: Block, title: str) -> bool:
    if (
        not _MIN_LENGTH <= len(block.text) <= _MAX_LENGTH
        or block.link_share >= 0.5
        or key_of(block.text) == key_of(title)
    ):
        return False
    if is_beside_the_story(block.text) or (block.kind == "heading" and repeats(block.text, title)):
        return False
    return byline_names(block.text) is None and stamp_line(block.text) is None


def _says(key: str, described: Sequence[str]) -> bool:
    """True if a block holds a description, or a clipped beginning of it, or most of it."""
    return len(key) >= _MIN_LETTERS and any(
        key.startswith(stated[:200]) or stated.startswith(key) or (len(key) > 30 and key in stated)
        for stated in described
        if len(stated) >= _MIN_LETTERS
    )


def _is_called_one(block: Block, *, under_headline: bool) -> bool:
    above = list(ancestors(block.element))[:2]
    words = tokens_of(block.element).union(*(tokens_of(element) for element in above))
    named = not _WORDS.isdisjoint(words)
    return (named or (under_headline and name_of(block.element) in {"h2", "h3"})) and len(block.text.split()) >= (
        4 if named else 8
    )
