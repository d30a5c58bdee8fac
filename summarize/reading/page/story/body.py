"""Where on a page its story stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.reading.page.markup.blocks import Block, size_of
from summarize.reading.page.markup.tree import Element, ancestors, made, name_of
from summarize.reading.page.story.selection import Bounds, Selection
from summarize.reading.page.story.votes import SearchedText, by_shape, by_trafilatura, held_by

_HELD = 0.85
"""Share of the voted text that the story's element holds; the rest is strays."""
_MAX_TOLD = 0.6
"""Share of what trafilatura found that the JSON-LD must find to be believed instead."""
_UNDER = 0.8
"""Share of what was found that must stand under a headline; one with more above it is a heading within the story."""
_STUB = 200
"""Characters below which what was found may be no story."""


@dataclass(frozen=True, slots=True)
class Body:
    """The story of a page."""

    numbers: tuple[int, ...]
    """The numbers of its blocks among all of the page's, in order."""

    @property
    def first(self) -> int:
        """The number of its first block: what stands before it is the head."""
        return self.numbers[0]

    @property
    def last(self) -> int:
        """The number of its last block."""
        return self.numbers[-1]


def find_body(root: Element, blocks: Sequence[Block], stated: str, bounds: Bounds) -> Body | None:
    """The story among the blocks of a page, None if there is none."""
    found = _find_story_blocks(root, blocks)
    # A headline below its story is none: most of what was found must stand under it.
    if size_of(blocks, _under(found, bounds)) < _UNDER * size_of(blocks, found):
        bounds = replace(bounds, head=-1)
    told = held_by(SearchedText(stated.split("\n")), blocks) if stated else frozenset()
    votes = _votes(blocks, _under(found, bounds), _under(told, bounds), bounds)
    if not votes:
        return None
    container = _container(root, blocks, votes)
    chosen = Selection(blocks, votes, told, container, bounds).numbers()
    return Body(tuple(chosen)) if chosen else None


def _find_story_blocks(root: Element, blocks: Sequence[Block]) -> frozenset[int]:
    """What trafilatura finds: by its own rules, or with all its means where those leave out most of what looks like prose."""
    found = by_trafilatura(root, blocks)
    if 2 * size_of(blocks, found) >= size_of(blocks, by_shape(blocks)):
        return found
    return max(found, by_trafilatura(root, blocks, fast=False), key=lambda numbers: size_of(blocks, numbers))


def _votes(blocks: Sequence[Block], found: frozenset[int], told: frozenset[int], bounds: Bounds) -> frozenset[int]:
    """The blocks that count as found: as trafilatura says, unless the article's own JSON-LD finds more of them elsewhere."""
    if size_of(blocks, told) > _MAX_TOLD * size_of(blocks, found):
        agree = 2 * size_of(blocks, told & found) > size_of(blocks, found)
        return told | found if agree else told
    if size_of(blocks, found) < _STUB:
        return max(found, _under(by_shape(blocks), bounds), key=lambda numbers: size_of(blocks, numbers))
    return found


def _under(numbers: frozenset[int], bounds: Bounds) -> frozenset[int]:
    return frozenset(number for number in numbers if bounds.head < number < bounds.end)


def _container(root: Element, blocks: Sequence[Block], votes: frozenset[int]) -> Element:
    """The innermost element that holds nearly all that was voted for."""
    weights: dict[Element, int] = {}
    total = 0
    for number in votes:
        size = len(blocks[number].text)
        total += size
        for element in (blocks[number].element, *ancestors(blocks[number].element)):
            weights[element] = weights.get(element, 0) + size
    element = root
    while True:
        inner = max(element, key=lambda child: weights.get(child, 0), default=None)
        if inner is None or weights.get(inner, 0) < _HELD * total or name_of(inner) in {"p", "span", "a"}:
            return element
        if inner.get("class") and any(other is not inner and made(other) == made(inner) for other in element):
            return element  # its parts stand on both sides of a wide picture
        element = inner
