"""Who signs a story, by what stands around it: elements made for a byline, links to authors' pages, lines that begin as bylines do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from summarize.layout.header import byline_names
from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.tree import Element, ancestors, collapse_spaces, name_of, text_of, tokens_of
from summarize.reading.page.stated.dates import written_date
from summarize.reading.page.stated.names import agency_in, line_names, names_in, person_in
from summarize.reading.page.words import WORDS, pattern

_BYLINES = WORDS["bylines"]
_NOT_BYLINES = WORDS["not_bylines"]
_OTHERS = WORDS["of_others"]
_AUTHOR_PATH = pattern("author_path")
_BEHIND = pattern("byline_behind")
_MAIL = re.compile(r"(?i)\s*mailto:")
_LABEL = pattern("author_label")
_BOXES = frozenset({"aside", "nav", "form"})
_DATED = WORDS["dated"]
_MAX_LENGTH, _MAX_LINE_LENGTH = 200, 80
"""Characters of what may be a byline, and of a line that is one behind a date."""
_MAX_PARTS, _MAX_PIECES = 40, 100
"""Elements of a block, and pieces of text of one of them, that are looked at."""


def authors_near(near: Sequence[Block], root: Element) -> tuple[str, ...]:
    """Whom the elements around a story name."""
    linked = [
        names
        for element in root.iter("a")
        if "author" in (element.get("rel") or "").split()
        for names in names_in(text_of(element)[:_MAX_LENGTH])
    ]
    if linked and len(set(linked)) <= 6:
        return tuple(dict.fromkeys(linked))
    return next((names for block in near if (names := labelled_names(block) or _authors_of(block, near))), ())


def _authors_of(block: Block, near: Sequence[Block]) -> tuple[str, ...]:
    """Whom a block names in an element made for it: around the block, the block's own, or a part of its line."""
    for element in (block.element, *islice(ancestors(block.element), 3)):
        if not is_byline(tokens_of(element)):
            continue
        text = "\n".join(
            other.text for other in near if other.element is element or element in ancestors(other.element)
        )
        if found := (_linked_names(element) if "@" in text else ()) or _full_names(text):
            return found
    if len(block.text) > _MAX_LENGTH:
        return ()
    parts = [
        element
        for element in islice(block.element.iter("span", "a", "b", "strong", "em", "i", "cite"), _MAX_PARTS)
        if is_byline(tokens_of(element)) or _leads_to_author(element)
    ]
    said = [text for part in parts if (text := _short_text(part)) and text in block.text]
    return tuple(dict.fromkeys(name for text in said for name in _full_names(text)))


def _linked_names(byline: Element) -> tuple[str, ...]:
    """Whom the links within a byline name, where a mail address stands among them."""
    links = [
        _short_text(link) for link in islice(byline.iter("a"), _MAX_PARTS) if not _MAIL.match(link.get("href") or "")
    ]
    return tuple(dict.fromkeys(name for text in links if (name := person_in(text))))


def labelled_names(block: Block) -> tuple[str, ...]:
    """Whom a line names behind a label of its own element: "<strong>Autorin/Autor</strong>Roman Gonda"."""
    label = next(block.element.iterchildren("strong", "b", "span", "dt"), None)
    words = _short_text(label).rstrip(" :") if label is not None else ""
    if not words or not block.text.startswith(words) or not _LABEL.fullmatch(words):
        return ()
    return _full_names(block.text.removeprefix(words).lstrip(" :"))


def _is_signature(block: Block) -> bool:
    return any(is_byline(tokens_of(element)) for element in (block.element, *islice(ancestors(block.element), 2)))


def _short_text(element: Element) -> str:
    """The text of an element that is short, "" of any other, whose end is not looked for."""
    pieces = list(islice(element.itertext(), _MAX_PIECES))
    return collapse_spaces("".join(pieces)) if sum(map(len, pieces)) <= _MAX_LENGTH else ""


def _full_names(text: str) -> tuple[str, ...]:
    if len(text) > _MAX_LENGTH:
        return ()
    return tuple(name for name in names_in(text) if " " in name or not name.isascii())


def _leads_to_author(element: Element) -> bool:
    """True for a link to the page of one who writes: `/author/hanna-osei`, `/autoren/jonas-brandt`."""
    return name_of(element) == "a" and bool(_AUTHOR_PATH.search(element.get("href") or ""))


def agency_near(near: Sequence[Block]) -> str | None:
    """The agency that a byline around a story names."""
    return next((agency for block in near if _is_signature(block) and (agency := agency_in(block.text))), None)


def line_authors(line: str) -> tuple[str, ...]:
    """Whom a line names that is a byline, or a stamp with a byline behind it: "14 March 2026 | By Hanna Osei"."""
    if names := byline_names(line) or line_names(line):
        return names
    behind = _BEHIND.search(line) if len(line) <= _MAX_LINE_LENGTH else None
    if behind is None or written_date(line[: behind.start()], day_first=True) is None:
        return ()
    return line_names(line[behind.end() :])


def is_of_others(block: Block) -> bool:
    """True for a line in a box about other stories, whose names are theirs."""
    if block.noise is None:
        return False
    words = tokens_of(block.noise)
    if not _OTHERS.isdisjoint(words):
        return True
    return name_of(block.noise) in _BOXES and words.isdisjoint(_BYLINES | _DATED)


def is_byline(words: frozenset[str]) -> bool:
    """True if the words of an element's class say that it holds a byline."""
    return not _BYLINES.isdisjoint(words) and _NOT_BYLINES.isdisjoint(words)
