"""The text of an article from the blocks of its page: title, standfirst, paragraphs, with a blank line between any two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarize.layout.dateline import read_dateline
from summarize.reading.decoding import clean
from summarize.reading.page.markup.blocks import Block, Kind
from summarize.reading.page.markup.tree import collapse_spaces
from summarize.reading.page.story.body import Body
from summarize.reading.page.story.live import is_stamp, stamp_text

_ITEM_MARK = re.compile(r"^\s*[-*•·–—‣▪●◦]\s*")
_BLANKS = re.compile(r"\n{3,}")
_MAX_DATELINE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article's text, and what it is."""

    text: str
    kind: Kind = "paragraph"


def paragraphs_of(blocks: Sequence[Block], body: Body, *, live: bool) -> list[Paragraph]:
    """The paragraphs of a story, with a dateline that stood on a line of its own before the first."""
    paragraphs = [
        Paragraph(stamp_text(block) if live and is_stamp(block) else block.text, block.kind)
        for block in (blocks[number] for number in body.numbers)
    ]
    dateline = _dateline_before(blocks, body.first)
    if dateline:
        paragraphs[0] = Paragraph(f"{dateline} {paragraphs[0].text}", paragraphs[0].kind)
    return paragraphs


def stated_paragraphs(text: str, entries: Iterable[str] = ()) -> list[Paragraph]:
    """The paragraphs of a text that the structured data states, or of a live blog's entries."""
    lines = [line for entry in entries for line in entry.split("\n")] or text.split("\n")
    return [Paragraph(line) for line in lines if line.strip()]


def assemble(title: str | None, standfirst: str | None, paragraphs: Sequence[Paragraph]) -> str:
    """The text that the article carries: no control or hidden characters, list items and table rows on lines of their own."""
    parts = [part for part in (title, standfirst) if part]
    previous = ""
    for paragraph in paragraphs:
        is_item = paragraph.kind == "item"
        line = f"• {_ITEM_MARK.sub('', paragraph.text)}" if is_item else paragraph.text
        if paragraph.kind == previous and previous in {"item", "row"}:
            parts[-1] += "\n" + line
        else:
            parts.append(line)
        previous = paragraph.kind
    return clean_article_text("\n\n".join(parts))


def clean_article_text(text: str) -> str:
    """A text as every article carries it, without spaces at the ends of its lines."""
    lines = (collapse_spaces(line) for line in clean(text).split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip("\n")


def _dateline_before(blocks: Sequence[Block], first: int) -> str | None:
    """The block before a story, if it is the dateline of the story's first sentence and no more."""
    if first < 1 or len(blocks[first - 1].text) > _MAX_DATELINE_LENGTH:
        return None
    lead = blocks[first - 1].text
    whole = f"{lead} {blocks[first].text}"
    dateline = read_dateline(whole, 0, len(whole))
    return lead if dateline is not None and dateline.end == len(lead) + 1 else None
