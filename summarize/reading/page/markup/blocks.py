"""From a tree to the blocks of text that a reader sees, in order: paragraphs, headings, list items, table rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarize.reading.page.markup.noise import noise_of
from summarize.reading.page.markup.tree import Element, collapse_spaces, name_of, text_of
from summarize.reading.page.words import WORDS

Kind = Literal["paragraph", "heading", "item", "row", "time"]
BLOCKS = WORDS["blocks"]
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKS = ('"', "“", "«", "„", "‘", "'", "「", "『", "‹", "”", "»")
_TALLEST_CELL = 160
_WIDE = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_WIDE_START = re.compile(f"[{_WIDE}]")
_WIDE_STOPS = ("。", "」", "！", "？", "…", "』", "）")
_WIDE_MEASURE = 30
_WIDE_GAP = re.compile(rf"(?<=[{_WIDE}])[ \t]*[\n\r][ \t\n\r]*(?=[{_WIDE}])")


@dataclass(slots=True)
class Block:
    """A run of text that stands on lines of its own."""

    text: str
    kind: Kind
    element: Element
    """The element that it is the text of."""
    noise: Element | None
    """The innermost element around it that is not the article's, None if there is none."""
    linked: int
    """How many of its characters are links."""
    emphasised: int
    """How many of its characters are bold."""
    quoted: bool
    """It stands in a `<blockquote>`."""

    @property
    def link_share(self) -> float:
        """The share of its characters that are links."""
        return self.linked / max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds an element."""

    noise: Element | None = None
    kind: Kind = "paragraph"
    quoted: bool = False
    linked: bool = False
    bold: bool = False


@dataclass(slots=True)
class _Line:
    """A line of text as it is gathered, and how much of it is links and bold."""

    pieces: list[str]
    linked: int = 0
    bold: int = 0

    @property
    def text(self) -> str:
        return collapse_spaces(_WIDE_GAP.sub("", "".join(self.pieces)))


class _Collector:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._lines = [_Line([])]

    def visit(self, element: Element, around: _Around) -> None:
        name = name_of(element)
        if name == "br":
            self._lines.append(_Line([]))
        elif name == "q":
            self._quote(element, around)
        elif name == "tr" and _is_data_row(element):
            self._row(element, around)
        elif name in BLOCKS:
            self._block(element, name, around)
        elif name not in {"del", "s", "strike", "head"}:  # what the publisher struck out is no longer said
            if around.kind == "heading":
                self._part()
            self._inside(element, _inline(name, around))

    def _block(self, element: Element, name: str, around: _Around) -> None:
        parent = element.getparent()
        self.flush(parent, around)
        inner = _within(element, name, around)
        self._inside(element, inner)
        self.flush(element, inner)

    def _inside(self, element: Element, around: _Around) -> None:
        self._say(element.text, around)
        for child in element:
            self.visit(child, around)
            self._say(child.tail, around)

    def _say(self, text: str | None, around: _Around) -> None:
        if text:
            line = self._lines[-1]
            line.pieces.append(text)
            line.linked += len(text.strip()) if around.linked else 0
            line.bold += len(text.strip()) if around.bold else 0

    def _part(self) -> None:
        """Part a heading's elements: a kicker and a headline are styled apart, and often have no space between them."""
        line = self._lines[-1]
        if line.pieces and line.pieces[-1][-1:].isalnum():
            line.pieces.append(" ")

    def _quote(self, element: Element, around: _Around) -> None:
        """The text of `<q>` with the marks that a page shows around it."""
        bare = not text_of(element).startswith(_MARKS)
        self._say("“" if bare else "", around)
        self._inside(element, around)
        self._say("”" if bare else "", around)

    def _row(self, element: Element, around: _Around) -> None:
        self.flush(element.getparent(), around)
        cells = [text_of(cell) for cell in element.iterchildren("td", "th")]
        inner = _within(element, "tr", around)
        self._lines[-1].pieces.append(" | ".join(cell for cell in cells if cell))
        self._lines[-1].linked = sum(len(text_of(link)) for link in element.iter("a"))
        self.flush(element, _Around(inner.noise, "row", inner.quoted))

    def flush(self, element: Element, around: _Around) -> None:
        """Close the text that was gathered, as the text of `element`."""
        lines, self._lines = self._lines, [_Line([])]
        for line in _join_into_paragraphs(lines):
            text = line.text
            linked, bold = min(line.linked, len(text)), min(line.bold, len(text))
            self.blocks.append(Block(text, around.kind, element, around.noise, linked, bold, around.quoted))


def blocks_of(root: Element) -> list[Block]:
    """The blocks of a tree, in the order of reading."""
    collector = _Collector()
    body = next(root.iterchildren("body"), root)
    collector.visit(body, _Around())
    collector.flush(body, _Around())
    return collector.blocks


def size_of(blocks: Sequence[Block], numbers: Collection[int]) -> int:
    """How many characters the blocks of these numbers have together."""
    return sum(len(blocks[number].text) for number in numbers)


def _within(element: Element, name: str, around: _Around) -> _Around:
    noise = element if noise_of(element) else around.noise
    if noise is not None and name == "blockquote" and name_of(noise) == "figure":
        noise = None
    kind: Kind = around.kind
    if name in _HEADINGS:
        kind = "heading"
    elif name in {"li", "dd"}:
        kind = "item"
    elif name in {"blockquote", "article", "section", "td"}:
        kind = "paragraph"
    return _Around(noise, kind, around.quoted or name == "blockquote", around.linked, around.bold)


def _inline(name: str, around: _Around) -> _Around:
    if name not in {"a", "b", "strong"}:
        return around
    return replace(around, linked=around.linked or name == "a", bold=around.bold or name != "a")


def _is_data_row(row: Element) -> bool:
    """True for a row of a table that holds data: at least two cells with something in them, all short and without paragraphs."""
    cells = list(row.iterchildren("td", "th"))
    if sum(1 for cell in cells if text_of(cell)) < 2:
        return False
    return all(
        len(text_of(cell)) <= _TALLEST_CELL
        and next(cell.iter("table", "ul", "ol", "h1", "h2", "h3", "blockquote", "article", "form"), None) is None
        for cell in cells
    )


def _join_into_paragraphs(lines: list[_Line]) -> list[_Line]:
    """Gathered lines as paragraphs: a line break parts them, unless a sentence goes on behind it."""
    paragraphs: list[_Line] = []
    before = ""
    for line in lines:
        text = line.text
        if not text:
            continue
        is_wide = bool(_WIDE_START.match(text)) and len(before) >= _WIDE_MEASURE and not before.endswith(_WIDE_STOPS)
        if paragraphs and (text[0].islower() or is_wide):
            whole = paragraphs[-1]
            whole.pieces += ["" if is_wide else " ", *line.pieces]
            whole.linked += line.linked
            whole.bold += line.bold
        else:
            paragraphs.append(line)
        before = text
    return paragraphs
