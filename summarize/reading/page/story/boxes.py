"""What a story sets off in boxes: pictures with their captions, and texts of their own, which the page does not state as the article's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise

from summarize.reading.page.alike import key_of
from summarize.reading.page.markup.blocks import Block, size_of
from summarize.reading.page.markup.noise import is_pull_quote
from summarize.reading.page.markup.tree import Element, ancestors, collapse_spaces, made, name_of, nearest, text_of
from summarize.reading.page.words import QUOTED, STOPS

_BOXES = frozenset({"div", "section", "aside", "figure"})
_PICTURES = ("img", "picture", "amp-img", "video")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORDS = re.compile(r"[\"“„«「『‘][^\n]+[\"”“»」』’]")
_PARTS = re.compile(r"[,;:|(）（、]|\s[–—-]\s")
_NEARLY_ALL = 0.8
"""Share of the story that the page states, above which a box that it does not state is not the story's."""
_MAX_CAPTION_LENGTH, _MAX_CREDIT_LENGTH = 400, 60
_REPEATED = 30
"""Letters above which a paragraph that stands there twice is one: "No," he said, may be said twice."""
_MIN_REPEATED, _MAX_SET_OFF = 12, 100
_ABOVE = 4
"""Elements above a caption's own among which the box is that holds its picture as well."""


def set_off(blocks: Sequence[Block], votes: frozenset[int], told: frozenset[int]) -> frozenset[int]:
    """The numbers of the blocks that are captions of pictures, or stand in boxes of their own.

    Args:
        blocks: those of the page.
        votes: the numbers of those that were found to be the story.
        told: the numbers of those that the page states as its text.
    """
    paragraphs = [number for number in votes if blocks[number].kind == "paragraph"]
    # Thai has no full stops, and a poem none at the ends of its lines: there, what has none is no caption for that.
    has_stops = 2 * sum(1 for number in paragraphs if blocks[number].text.endswith(STOPS)) > len(paragraphs)
    captions = _captions(blocks) if has_stops else ()
    stated = told and size_of(blocks, told) >= _NEARLY_ALL * size_of(blocks, votes)
    return frozenset((*captions, *(_boxed_blocks(blocks, told) if stated else ())))


def said_once(blocks: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """The numbers of `kept` without paragraphs that stand there a second time, and without pull quotes of words that the story holds as well."""
    keys = {number: key_of(blocks[number].text) for number in kept}
    whole = "".join(keys.values())
    boxes = set(islice((number for number in kept if _is_set_off(blocks[number])), _MAX_SET_OFF))
    times = Counter(keys[number] for number in boxes)
    repeated = {key for key in times if len(key) >= _MIN_REPEATED and whole.count(key) > times[key]}
    signs = {one: after for one, after in pairwise(kept) if one in boxes and _signs(blocks[after], blocks[one])}
    told = {number: "" if number in boxes else blocks[number].text for number in kept}
    # Whose words they are is told by their sign alone, unless the story names who signs them where it has them.
    only = {one for one, after in signs.items() if not _is_named(blocks[after].text, keys[one], keys, told)}
    signed = {keys[number] for number in only}
    left_out = {number for number in boxes - only if keys[number] in repeated or keys[number] in signed}
    seen: set[str] = set()
    once: list[int] = []
    for number in kept:
        if number not in left_out and (len(keys[number]) <= _REPEATED or keys[number] not in seen):
            seen.add(keys[number])
            once.append(number)
        elif number in signs:
            left_out.add(signs[number])
    return once


def _is_named(sign: str, words: str, keys: dict[int, str], told: dict[int, str]) -> bool:
    """True if a paragraph of the story that has words of a pull quote, or one beside it, has the last name of who signs them."""
    parts = (part.split() for part in _PARTS.split(sign))
    name = next((part[-1] for part in parts if part and not part[-1].islower()), None)
    texts, numbers = ["", *told.values(), ""], list(told)
    return name is not None and any(
        told[number] and words in keys[number] and any(name in text for text in texts[place : place + 3])
        for place, number in enumerate(numbers)
    )


def _signs(block: Block, words: Block) -> bool:
    """True for a few words behind a pull quote, in its element or its box: they tell whose it is."""
    is_near = block.element is words.element or (_is_boxed(words) and block.element is words.element.getnext())
    return is_near and len(block.text) <= _MAX_CREDIT_LENGTH and not block.text.endswith(STOPS)


def _is_set_off(block: Block) -> bool:
    """True for what may be a pull quote: words of the story that stand in it a second time."""
    above = islice(ancestors(block.element), 2)
    return block.quoted or _is_boxed(block) or any(map(is_pull_quote, (block.element, *above)))


def _is_boxed(block: Block) -> bool:
    """True for words in quotation marks that are alone, but for whose they are, in a box."""
    box, sign = block.element.getparent(), block.element.getnext()
    return (
        bool(_WORDS.fullmatch(block.text))
        and box is not None
        and name_of(box) in _BOXES
        and block.element.getprevious() is None
        and (sign is None or (sign.getnext() is None and len(text_of(sign)) <= _MAX_CREDIT_LENGTH))
    )


def _captions(blocks: Sequence[Block]) -> Iterator[int]:
    """Paragraphs, each alone, but for a credit, with a picture in a box, that have no full stop or say what is said in the picture's stead."""
    held: dict[Element, tuple[int, int, frozenset[str]]] = {}
    for number, block in enumerate(blocks):
        if block.kind != "paragraph" or len(block.text) >= _MAX_CAPTION_LENGTH:
            continue
        own = len(list(block.element.iter(*_PICTURES)))
        for box in islice(ancestors(block.element), _ABOVE):
            if box not in held:
                # A picture under a heading of its own is a piece of the story: "Pier 3", and what is told of it.
                headed = next(box.iter(*_HEADINGS), None) is not None
                alts = frozenset(collapse_spaces(each.get("alt") or "") for each in box.iter(*_PICTURES))
                held[box] = len(text_of(box)), 0 if headed else len(list(box.iter(*_PICTURES))), alts
            length, pictures, alts = held[box]
            if length > len(block.text) + _MAX_CREDIT_LENGTH:
                break
            if pictures > own and (block.text in alts or not block.text.endswith(STOPS)):
                yield number
                break


def _boxed_blocks(blocks: Sequence[Block], told: frozenset[int]) -> Iterator[int]:
    """Paragraphs and headings between two that are told, in a box without lists and quotations, such as nothing that is told stands in."""
    wrappers = {made(above) for number in told for above in ancestors(blocks[number].element)}
    for box, group in groupby(range(min(told), max(told)), lambda number: nearest(blocks[number].element, _BOXES)):
        numbers = list(group)
        kinds = {blocks[number].kind for number in numbers}
        if (
            box is not None
            and made(box) not in wrappers
            and kinds in ({"paragraph"}, {"paragraph", "heading"})
            and not any(blocks[number].quoted or QUOTED.search(blocks[number].text) for number in numbers)
        ):
            yield from numbers
