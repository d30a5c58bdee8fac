"""What a page shows around its story: the byline and the time stamp, as elements made for them and as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from summarize.layout.stamped import stamp_line
from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.tree import Element, ancestors, name_of, text_of, tokens_of, words_of
from summarize.reading.page.stated.bylines import agency_near, authors_near, is_byline, is_of_others, line_authors
from summarize.reading.page.stated.dates import is_day_first, is_stamp_line, opening_date, read_date, written_date
from summarize.reading.page.stated.facts import Facts
from summarize.reading.page.stated.names import agency_in, person_in
from summarize.reading.page.words import WORDS, pattern

_BEFORE, _AFTER, _CLOSE = 3, 4, 3
"""Blocks before the headline and after the story that still belong to them, and elements around the headline that hold such blocks."""
_BETWEEN = 30
"""Blocks after the headline, and before the story, that are looked at where many stand between them."""
_CHANGED = WORDS["changed"]
_CHANGED_WORDS = pattern("changed")
_PUBLISHED_WORDS = pattern("published")
_STAMPS = WORDS["stamps"]
_STAMP_ATTRIBUTES = "datetime data-datetime data-timestamp data-time data-date data-published data-publish-date data-published-date data-epoch".split()
# RDFa, as content-management systems write it.
_PROPERTIES = frozenset("dc:date dc:created dcterms:created dcterms:issued schema:datepublished".split())
_DIGIT = re.compile(r"\d")
_MAX_PARTS = 40
_MAX_LENGTH = 200
_MAX_SIGNATURE_LENGTH, _MAX_STAMPS_LENGTH = 80, 120
_REPORTER = pattern("reporter_within")
"""Who reports, in the dateline of a story in Chinese."""
_BY_WORD = pattern("by_word")
_OF_AN_ARTICLE = WORDS["of_an_article"]
_SIGNED = 2
"""Blocks right above a story among which a name in bold signs it."""
_OPENING, _CLOSING = 4, 8
"""Blocks at the beginning and the end of a story among which it may be signed."""
_FAR_AFTER = 14
"""Blocks after a story among which a line that says what it is still belongs to it."""


def markup_facts(root: Element, blocks: Sequence[Block], head: int, first: int, last: int) -> Facts:
    """What elements made for a byline and a stamp say, around a story that is blocks `first` to `last` under the headline `head`."""
    near = _near(root, blocks, head, first, last)
    published, modified = _times(_stamps(near, root))
    opening = [block for block in blocks[first : first + _OPENING] if len(block.text) <= _MAX_SIGNATURE_LENGTH]
    near = [block for block in (*near, *opening) if not is_of_others(block)]
    return Facts(
        layer="markup",
        authors=authors_near(near, root),
        agency=agency_near(near),
        published=published,
        modified=modified,
        language=_language(root),
    )


def _language(root: Element) -> str | None:
    return root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or None


def text_facts(root: Element, blocks: Sequence[Block], head: int, first: int, last: int) -> Facts:
    """What the words above and below a story say: "By Hanna Osei", "Published 14 March 2026, 09:30 GMT"."""
    around = [block for block in _near(root, blocks, head, first, last) if len(block.text) <= _MAX_LENGTH]
    near = [block.text for block in around]
    own = [block.text for block in around if not is_of_others(block)]
    opening, closing = blocks[first : first + _OPENING], blocks[max(first + _OPENING, last - _CLOSING) : last + 1]
    signed = [*own, *_signature_lines(opening), *_signature_lines(closing)]
    authors = next((names for text in signed if (names := line_authors(text))), ())
    within = _REPORTER.search(blocks[first].text[:_MAX_SIGNATURE_LENGTH])
    authors = authors or ((within["name"],) if within else ())
    authors = authors or next(
        (
            (name,)
            for block in (*blocks[max(head + 1, first - _SIGNED) : first], *blocks[last : last + 2])
            if (name := _set_in_bold(block))
        ),
        (),
    )
    published: str | None = None
    modified: str | None = None
    day_first = is_day_first(_language(root))
    for text in filter(_DIGIT.search, near):
        printed, changed = _printed_dates(text, day_first=day_first)
        published, modified = published or printed, modified or changed
    published = published or opening_date(blocks[first].text) or (None if modified else _only_day(blocks, day_first))
    return Facts(
        layer="text",
        authors=authors,
        agency=next((agency for text in own if (agency := agency_in(text))), None),
        published=published,
        modified=modified,
    )


def _set_in_bold(block: Block) -> str | None:
    """The name that is all of a line in bold: right above a story, or at its end, it signs it."""
    return person_in(block.text) if block.kind == "paragraph" and block.emphasised >= len(block.text) > 0 else None


def _printed_dates(text: str, *, day_first: bool) -> tuple[str | None, str | None]:
    """The dates of publication and of the last change that a line prints: "10/03/2026 01:57 | Actualizado a 12/03/2026 19:20"."""
    stamp = stamp_line(text)
    if stamp:
        iso = read_date(stamp.iso)
        return (None, iso) if stamp.is_update else (iso, None)
    if len(text) > _MAX_STAMPS_LENGTH:
        return None, None
    changed = _CHANGED_WORDS.search(text)
    end = changed.start() if changed else len(text)
    first, then = (written_date(part, day_first=day_first) for part in (text[:end], text[end:]))
    return read_date(first or ""), read_date(then or "")


def _only_day(blocks: Sequence[Block], day_first: bool) -> str | None:
    """The date that lines of the page say, in so many words or by their class, is an article's, if all such lines are of one day."""
    lines = [block.text for block in blocks if _is_dated(block)]
    found = [iso for text in lines[:_MAX_PARTS] if (iso := written_date(text, day_first=day_first))]
    return found[0] if len({iso[:10] for iso in found}) == 1 else None


def _is_dated(block: Block) -> bool:
    if len(block.text) > _MAX_SIGNATURE_LENGTH or not _DIGIT.search(block.text) or is_of_others(block):
        return False
    words = tokens_of(block.element)
    called = not _STAMPS.isdisjoint(words) and not _OF_AN_ARTICLE.isdisjoint(words)
    return (called or bool(_PUBLISHED_WORDS.match(block.text))) and is_stamp_line(block.text)


def _signature_lines(lines: Sequence[Block]) -> list[str]:
    """The lines among a story's first or last blocks that may sign it."""
    return [block.text for block in lines if len(block.text) <= _MAX_SIGNATURE_LENGTH and block.kind == "paragraph"]


def _near(root: Element, blocks: Sequence[Block], head: int, first: int, last: int) -> list[Block]:
    """The blocks between headline and story, then those before the headline, nearest first, then those after the story."""
    start = head if head >= 0 else max(0, first - _BEFORE)
    above = list(reversed(blocks[max(0, start - _BEFORE) : start]))
    if head >= 0:  # the date of a masthead is today's
        close = set(islice(ancestors(blocks[head].element), _CLOSE)) - {root, *root.iterchildren("body")}
        above = [block for block in above if not close.isdisjoint(ancestors(block.element))]
    below = list(takewhile(_is_of_the_story, blocks[last + 1 : last + 1 + _AFTER]))
    further = takewhile(lambda block: block.kind != "heading", blocks[last + 1 + len(below) : last + 1 + _FAR_AFTER])
    below += [block for block in further if _is_labelled(block)]
    between = blocks[start + (head >= 0) : first]
    if len(between) > 2 * _BETWEEN:
        between = [*between[:_BETWEEN], *between[-_BETWEEN:]]
    return [*between, *below, *above]


def _is_labelled(block: Block) -> bool:
    """True for a line that says of itself that it is the story's byline or stamp: by its class, or in so many words."""
    if len(block.text) > _MAX_LENGTH:
        return False
    if (_PUBLISHED_WORDS.match(block.text) or _BY_WORD.match(block.text)) and is_stamp_line(block.text):
        return True
    return is_byline(tokens_of(block.element))


def _is_of_the_story(block: Block) -> bool:
    """False from the first heading or link below a story: there other stories begin, with their own names and dates."""
    return block.kind != "heading" and block.link_share < 0.8


def _stamps(near: Iterable[Block], root: Element) -> Iterable[tuple[str, bool]]:
    """The dates that elements made for them give, the nearest to the story first, and whether each tells an update."""
    for block in near:
        for element in (*block.element.iter("time"), block.element, *block.element.iter("abbr", "span", "p", "div")):
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
        values.append(text_of(element)[:_MAX_LENGTH])
    iso = next((found for value in values if value and (found := read_date(value))), None)
    if iso:
        words = tokens_of(element) | tokens_of(element.getparent()) | words_of(element.get("itemprop") or "")
        yield iso, not _CHANGED.isdisjoint(words) or bool(_CHANGED_WORDS.search(_leading_words(element)))


def _leading_words(element: Element) -> str:
    """The words that stand right before an element, or begin it."""
    before = element.getprevious()
    parent = element.getparent()
    lead = (before.tail or text_of(before)) if before is not None else (parent.text if parent is not None else "")
    return f"{(lead or '')[-40:]} {text_of(element)[:20]}"


def _times(stamps: Iterable[tuple[str, bool]]) -> tuple[str | None, str | None]:
    """The first date of publication, and the first of a change."""
    first = {changed: iso for iso, changed in reversed(list(stamps))}
    return first.get(False), first.get(True)
