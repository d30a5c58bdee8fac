"""What of the element that holds a story is the story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from summarize.layout.header import byline_names
from summarize.layout.stamped import stamp_line
from summarize.reading.page.markup.blocks import Block, size_of
from summarize.reading.page.markup.noise import (
    closes_a_mail,
    closes_the_page,
    heads_other_stories,
    heads_readers_words,
    is_about_the_author,
    is_beside_the_story,
    is_layout,
    points_elsewhere,
)
from summarize.reading.page.markup.tree import Element, made, nearest
from summarize.reading.page.stated.dates import is_stamp_line
from summarize.reading.page.story.boxes import said_once, set_off
from summarize.reading.page.story.live import is_stamp
from summarize.reading.page.story.votes import by_shape
from summarize.reading.page.words import QUOTED, SENTENCE

_REPLIES = re.compile(r"(?i)comment|coment|kommentar|disqus|respond|figcaption")
_LISTS = frozenset({"ul", "ol", "dl"})
_MAX_LINKED = 0.5
_BOLD = 0.8
"""Share of a line that is bold, or a link, where all of it is meant to be."""
_ALL_LINK = 0.95
"""Share of a sentence that is a link, above which it is a pointer and no sentence of a story."""
_SHORT, _LONG = 12, 80
_HEADER = 4
"""Blocks among which what is a byline or a stamp is the header's."""
_OFTEN, _TOO_MUCH = 3, 0.3
"""Paragraphs, and share of the voted text, above which what holds them is no noise."""
_LEADING = 12
"""Blocks above what was found first among which the story may open."""
_GOES_ON = 2
"""Paragraphs of a story behind a heading over other stories by which it goes on."""
_REPEATED = 30
"""Letters that a paragraph of the story's own has at least."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where on the page a story can stand."""

    head: int = -1
    """The number of the headline's block, -1 if no block is."""
    end: int = 1_000_000
    """The number of the block at which another article begins."""
    live: bool = False
    """The page is a live blog: the times of its entries are kept."""
    authors: tuple[str, ...] = ()
    """The full names of who is stated to have written it."""


class Selection:
    """Which blocks of the story's element are the story."""

    def __init__(
        self, blocks: Sequence[Block], votes: frozenset[int], told: frozenset[int], container: Element, bounds: Bounds
    ) -> None:
        self._blocks, self._votes, self._told, self._container, self._bounds = blocks, votes, told, container, bounds
        self._within = set(container.iter())
        self._shape = by_shape(blocks)
        self._kept_noise = _signatures(blocks, votes)
        self._prose = [number for number in sorted(votes) if self._is_prose(number)]
        self._last_told = max(told.intersection(self._prose), default=-1)
        self._set_off = set_off(blocks, votes, told)
        items = [(nearest(block.element, _LISTS), block.link_share) for block in blocks if block.kind == "item"]
        self._of_links = {each for each, _ in items}.difference(each for each, share in items if share <= _MAX_LINKED)
        self._lists = {blocks[number].element.getparent() for number in votes if blocks[number].kind == "item"}

    def numbers(self) -> list[int]:
        """The numbers of the chosen blocks, in order."""
        inside = [
            number
            for number in range(self._bounds.head + 1, min(len(self._blocks), self._bounds.end))
            if self._blocks[number].element in self._within
        ]
        first = next((number for number in inside if number in self._votes and _opens(self._blocks[number])), None)
        if first is None:
            return []
        last = max(number for number in inside if number in self._votes)
        if self._bounds.live:
            first = self._from_its_stamp(inside, first)
        inside = list(takewhile(lambda number: not self._ends_the_story(number, last), inside))
        inside = [number for number in inside if number >= first]
        chosen = [number for number in inside if self._is_content(number, between=number <= last)]
        chosen = [
            number for place, number in enumerate(chosen) if place >= _HEADER or not _is_of_header(self._blocks[number])
        ]
        return [*self._leading_paragraphs(first), *_without_page_end(self._blocks, chosen, self._bounds.authors)]

    def _ends_the_story(self, number: int, last: int) -> bool:
        """True for a heading over other stories that no two paragraphs of this one follow, and none that the page states; behind what was found, also for one that is a link."""
        block = self._blocks[number]
        if number > last and block.kind == "heading" and block.link_share > _BOLD:
            return True
        is_readers = heads_readers_words(block.text)
        if not (is_readers or _heads_others(block)) or self._is_noise(number) or number <= self._last_told:
            return False
        before = bisect_right(self._prose, number)
        behind = len(self._prose) - before
        # What readers wrote reads as prose; above a story their number stands beside the byline.
        return behind < _GOES_ON or (is_readers and before >= behind)

    def _is_prose(self, number: int) -> bool:
        """True for a paragraph that was found and looks like one of the story."""
        block = self._blocks[number]
        return (
            number in self._votes
            and len(block.text) >= _REPEATED
            and block.link_share == 0
            and not self._is_noise(number)
            and bool(SENTENCE.search(block.text))
        )

    def _leading_paragraphs(self, first: int) -> list[int]:
        """Paragraphs between the headline and what was found first, in the story's element or another: an opening or a standfirst."""
        between = range(max(self._bounds.head, first - _LEADING - 1) + 1, first) if self._bounds.head >= 0 else ()
        return [number for number in between if number in self._shape and _opens(self._blocks[number])]

    def _from_its_stamp(self, inside: Sequence[int], first: int) -> int:
        """The time and the heading over the first entry of a live blog belong to it."""
        place = inside.index(first)
        while place and (
            self._blocks[inside[place - 1]].kind == "heading" or is_stamp(self._blocks[inside[place - 1]])
        ):
            place -= 1
        return inside[place]

    def _is_content(self, number: int, *, between: bool) -> bool:
        block = self._blocks[number]
        if self._bounds.live and is_stamp(block):
            return between
        if block.kind == "heading" and (heads_other_stories(block.text) or self._is_of_links(number + 1)):
            return False
        if self._is_of_links(number):
            return False
        if (
            number in self._told
            and block.link_share < _MAX_LINKED
            and (block.noise is None or block.noise.get("class"))
        ):
            return not is_beside_the_story(block.text)
        voted = number in self._votes or (between and self._is_of_a_list(block))
        return (
            number not in self._set_off and not self._is_noise(number) and _belongs(block, voted=voted, between=between)
        )

    def _is_of_links(self, number: int) -> bool:
        """True for an item of a list of nothing but links, which is no story's, nor is the heading right above it."""
        block = self._blocks[number] if number < len(self._blocks) else None
        return (
            block is not None
            and block.kind == "item"
            and nearest(block.element, _LISTS) in self._of_links
            and not self._is_noise(number)
        )

    def _is_of_a_list(self, block: Block) -> bool:
        """True for an item of a list that was found in part: its shortest items are no less of the story."""
        return block.kind == "item" and block.link_share == 0 and block.element.getparent() in self._lists

    def _is_noise(self, number: int) -> bool:
        """True for a block within noise. What was found is in none for the name of a layout, nor for one that much of what was found has."""
        noise = self._blocks[number].noise
        if noise is None or noise is self._container or noise not in self._within:
            return False
        return made(noise) not in self._kept_noise and not (number in self._votes and is_layout(noise))


def _heads_others(block: Block) -> bool:
    """True for a heading over other stories: by its words, also where it is only set in bold, or as the last words before the links."""
    if block.kind == "heading" or block.emphasised > _BOLD * len(block.text):
        return heads_other_stories(block.text)
    if closes_a_mail(block.text):
        return True
    return block.kind == "paragraph" and block.text.endswith(":") and points_elsewhere(block.text)


def _is_after_the_story(blocks: Sequence[Block], chosen: Sequence[int], authors: Sequence[str]) -> bool:
    """True for a last paragraph that speaks of the page or of who wrote it; one who is named before is a person of the story."""
    text = blocks[chosen[-1]].text
    named = [name for name in authors if not any(name in blocks[number].text for number in chosen[:-1])]
    return is_about_the_author(text, named) or closes_the_page(text) or (text.endswith(":") and len(text) < _LONG)


def _is_of_header(block: Block) -> bool:
    """True for a byline or a time stamp, such as stand between a standfirst and a story."""
    return byline_names(block.text) is not None or stamp_line(block.text) is not None or is_stamp_line(block.text)


def _opens(block: Block) -> bool:
    """True for a block that a story may begin with: not a byline or a label above it."""
    if block.kind == "heading" or is_beside_the_story(block.text) or _is_of_header(block):
        return False
    return bool(SENTENCE.search(block.text)) or len(block.text) >= _LONG


def _signatures(blocks: Sequence[Block], votes: frozenset[int]) -> frozenset[tuple[str, str]]:
    """The names and classes of noise that hold so much of what was voted for that they cannot be noise: `<p class="paywall">`."""
    held: dict[tuple[str, str], list[int]] = {}
    for number in votes:
        if (noise := blocks[number].noise) is not None and not _REPLIES.search(" ".join(made(noise))):
            held.setdefault(made(noise), []).append(number)
    least = _TOO_MUCH * size_of(blocks, votes)
    return frozenset(
        name for name, numbers in held.items() if len(numbers) >= _OFTEN and size_of(blocks, numbers) >= least
    )


def _belongs(block: Block, *, voted: bool, between: bool) -> bool:
    text = block.text
    if block.link_share > _MAX_LINKED and not (
        voted
        and SENTENCE.search(text)
        and block.link_share < _ALL_LINK
        and (len(text) > _LONG or block.kind == "paragraph")
    ):
        return False
    if is_beside_the_story(text):
        return False
    if voted or block.kind == "heading":
        return True
    if not between:
        return block.kind == "paragraph" and len(text) > _LONG and bool(SENTENCE.search(text))
    if block.kind == "item" and len(text) < _SHORT:
        return bool(QUOTED.search(text))
    return bool(
        QUOTED.search(text)
        or block.quoted
        or SENTENCE.search(text)
        or block.kind in {"item", "row"}
        or len(text) > _LONG
    )


def _without_page_end(blocks: Sequence[Block], chosen: list[int], authors: Sequence[str]) -> list[int]:
    """Without what closes a page but not a story: a heading at its end, a line about the author."""
    while chosen and (
        blocks[chosen[-1]].kind == "heading" or (len(chosen) > 3 and _is_after_the_story(blocks, chosen, authors))
    ):
        chosen.pop()
    return said_once(blocks, chosen)
