"""What a page shows around its story: the byline and the time stamp, as elements made for them and as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from summarize.layout.header import byline_names, stamp_of
from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.tree import Element, ancestors, name_of, text_of, tokens_of
from summarize.reading.page.stated.dates import read_date, written_date
from summarize.reading.page.stated.facts import Facts
from summarize.reading.page.stated.names import names_in

_BEFORE, _AFTER, _CLOSE = 3, 4, 3
"""Blocks before the headline and after the story that still belong to them, and elements around the headline that hold such blocks."""
_BETWEEN = 30
"""Blocks after the headline, and before the story, that are looked at where many stand between them."""
_CHANGED = frozenset("updated update modified lastmod lastmodified edited refreshed".split())
_CHANGED_WORDS = re.compile(
    r"(?i)\b(?:updated|modified|aktualisiert|mis à jour|actualizad[oa]|atualizado|aggiornat[oa]|bijgewerkt|uppdaterad|oppdatert|opdateret|zaktualizowano|обновлено|güncelle\w*)|更新|अपडेट|تحديث"
)
_BYLINES = frozenset(
    "byline bylines author authors authorname writer reporter contributor contributors bynline autor autoren auteur firma signature".split()
)
_NOT_BYLINES = frozenset(
    "bio about box related comment comments more newsletter share card list teaser promo image avatar".split()
)
_STAMPS = frozenset(
    "date dateline datetime time timestamp published publish pubdate posted postdate datum fecha data".split()
)
_STAMP_ATTRIBUTES = (
    "datetime",
    "data-datetime",
    "data-timestamp",
    "data-time",
    "data-date",
    "data-published",
    "data-publish-date",
    "data-published-date",
    "data-epoch",
)
# RDFa, as content-management systems write it.
_PROPERTIES = frozenset("dc:date dc:created dcterms:created dcterms:issued schema:datepublished".split())
_LONGEST = 200


def markup_facts(root: Element, blocks: Sequence[Block], head: int, first: int, last: int) -> Facts:
    """What elements made for a byline and a stamp say, around a story that is blocks `first` to `last` under the headline `head`."""
    near = _near(root, blocks, head, first, last)
    published, modified = _times(_stamps(near, root))
    return Facts(
        layer="markup",
        authors=_authors(near, root),
        published=published,
        modified=modified,
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang"),
    )


def text_facts(root: Element, blocks: Sequence[Block], head: int, first: int, last: int) -> Facts:
    """What the words above and below a story say: "By Hanna Osei", "Published 14 March 2026, 09:30 GMT"."""
    near = [block.text for block in _near(root, blocks, head, first, last) if len(block.text) <= _LONGEST]
    authors = next((names for text in near if (names := byline_names(text))), ())
    published: str | None = None
    modified: str | None = None
    for text in near:
        stamp = stamp_of(text)
        iso = stamp[0] if stamp else written_date(text) if len(text) <= 120 else None
        if iso is None:
            continue
        if (stamp and stamp[1]) or (stamp is None and _CHANGED_WORDS.search(text)):
            modified = modified or read_date(iso)
        else:
            published = published or read_date(iso)
    return Facts(
        layer="text", authors=authors, published=published or modified, modified=modified if published else None
    )


def _near(root: Element, blocks: Sequence[Block], head: int, first: int, last: int) -> list[Block]:
    """The blocks between headline and story, then those before the headline, nearest first, then those after the story."""
    start = head if head >= 0 else max(0, first - _BEFORE)
    above = list(reversed(blocks[max(0, start - _BEFORE) : start]))
    if head >= 0:  # the date of a masthead is today's
        close = set(islice(ancestors(blocks[head].element), _CLOSE)) - {root, *root.iterchildren("body")}
        above = [block for block in above if not close.isdisjoint(ancestors(block.element))]
    below = list(takewhile(_is_of_the_story, blocks[last + 1 : last + 1 + _AFTER]))
    between = blocks[start + (head >= 0) : first]
    if len(between) > 2 * _BETWEEN:
        between = [*between[:_BETWEEN], *between[-_BETWEEN:]]
    return [*between, *below, *above]


def _is_of_the_story(block: Block) -> bool:
    """False from the first heading or link below a story: there other stories begin, with their own names and dates."""
    return block.kind != "heading" and block.link_share < 0.8


def _stamps(near: Iterable[Block], root: Element) -> Iterable[tuple[str, bool]]:
    """The dates that elements made for them give, the nearest to the story first, and whether each tells an update."""
    for block in near:
        for element in (block.element, *block.element.iter("time", "abbr", "span", "p", "div")):
            yield from _stamp(element)
    for element in root.iter("time"):
        if element.get("pubdate") is not None:
            yield from _stamp(element)


def _stamp(element: Element) -> Iterable[tuple[str, bool]]:
    name = name_of(element)
    values = (
        [element.get(attribute) for attribute in _STAMP_ATTRIBUTES]
        if name == "time" or not _STAMPS.isdisjoint(tokens_of(element))
        else []
    )
    if name == "abbr":
        values.append(element.get("title"))
    if not _PROPERTIES.isdisjoint((element.get("property") or "").lower().split()):
        values.append(element.get("content"))
    if name == "time" or values:
        values.append(text_of(element)[:_LONGEST])
    iso = next((found for value in values if value and (found := read_date(value))), None)
    if iso:
        words = tokens_of(element) | tokens_of(element.getparent())
        yield iso, not _CHANGED.isdisjoint(words) or bool(_CHANGED_WORDS.search(_leading(element)))


def _leading(element: Element) -> str:
    """The words that stand right before an element, or begin it."""
    before = element.getprevious()
    parent = element.getparent()
    lead = (before.tail or text_of(before)) if before is not None else (parent.text if parent is not None else "")
    return f"{(lead or '')[-40:]} {text_of(element)[:20]}"


def _times(stamps: Iterable[tuple[str, bool]]) -> tuple[str | None, str | None]:
    published: str | None = None
    modified: str | None = None
    for iso, changed in stamps:
        if changed:
            modified = modified or iso
        else:
            published = published or iso
        if published and modified:
            break
    return published or modified, modified if published else None


def _authors(near: Sequence[Block], root: Element) -> tuple[str, ...]:
    linked = [
        names
        for element in root.iter("a")
        if "author" in (element.get("rel") or "").split()
        for names in names_in(text_of(element)[:_LONGEST])
    ]
    if linked and len(set(linked)) <= 6:
        return tuple(dict.fromkeys(linked))
    for block in near:
        for element in (block.element, *list(ancestors(block.element))[:3]):
            words = tokens_of(element)
            if _BYLINES.isdisjoint(words) or not _NOT_BYLINES.isdisjoint(words):
                continue
            text = "\n".join(
                other.text for other in near if other.element is element or element in ancestors(other.element)
            )
            found = (
                tuple(name for name in names_in(text) if " " in name or not name.isascii())
                if len(text) <= _LONGEST
                else ()
            )
            if found:
                return found
    return ()
