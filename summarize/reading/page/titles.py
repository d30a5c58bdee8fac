"""The headline of a page: what it shows, checked against what its structured data says.

The page's `<h1>` is the headline if another layer agrees with it; where that layer has the same words and the `<h1>` has more around
them (a kicker, "Exclusive"), those words alone are. Without such an `<h1>`: JSON-LD, microdata, `<meta>`, then the document's title, each
without the site's name; then the first `<h1>`. A headline that no other layer knows never wins over one that two agree on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from summarize.article import Layer
from summarize.reading.page.alike import alike, key_of
from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.tree import Element, collapse_spaces, name_of, text_of

_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«›:~]|::|//|-|\\|/)\s+|\s*(?:｜|：|\|)\s*|(?<=\w):\s+(?=\S+$)")
_MAX_LENGTH = 300
_MAX_HEADINGS = 40
"""Headings that are held against what every layer states, which may be thousands of titles."""
_MIN_LENGTH, _SHARE = 10, 0.4
_MAX_SHORTER = 0.6
"""Share of a heading that the first part of a stated title has if the heading is that part and a label ("Subscribers")."""
_MAX_OF_A_SITE = 4
"""Words of a site's name."""


@dataclass(frozen=True, slots=True)
class Title:
    """A headline and the layer that it is from."""

    text: str
    layer: Layer


def headings_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The texts of a page's first `<h1>` elements."""
    first = (block.text for block in blocks if name_of(block.element) == "h1")
    return tuple(islice((text for text in first if len(text) <= _MAX_LENGTH), _MAX_HEADINGS))


def document_title(root: Element) -> str:
    """The text of the page's `<title>`."""
    return next((text_of(element)[:_MAX_LENGTH] for element in root.iter("title")), "")


def choose_title(
    claims: Sequence[tuple[Layer, str]],
    headings: Sequence[str],
    lines: Sequence[str],
    document: str,
    sites: Sequence[str],
) -> Title | None:
    """The headline.

    Args:
        claims: what the layers of structured data say, in the order in which they are believed.
        headings: the page's `<h1>` texts.
        lines: other lines of the page that may be the headline that its `<title>` holds.
        document: the text of its `<title>`.
        sites: names of the publisher, and of the host.
    """
    sites = (*sites, *_headed_sites(headings, document))
    stated = [(layer, _bare(collapse_spaces(text), sites, headings)) for layer, text in claims]
    bare = without_site(document, sites, [*headings, *(text for _, text in stated), *lines])
    for heading in headings:
        agreeing = [(layer, text) for layer, text in stated if alike(heading, text)]
        if agreeing:
            return _choose_wording(heading, agreeing)
    agreed = next((heading for heading in headings if bare and alike(heading, bare)), None)
    if agreed and not any(alike(text, bare) for _, text in stated):
        return Title(_with_stated_marks(agreed, document), "markup")
    if stated:
        return Title(stated[0][1], stated[0][0])
    if bare and not any(key_of(bare) == key_of(site) for site in sites):
        return Title(bare, "markup")
    named = next(
        (heading for heading in headings if " " in heading and not any(alike(heading, site) for site in sites)), None
    )
    return Title(named, "markup") if named else None


def _headed_sites(headings: Sequence[str], document: str) -> list[str]:
    """The headings that name the site, as on pages whose `<h1>` is a masthead: short beside the document's title, and the first or last part of it."""
    parts = [key_of(part) for part in _SEPARATOR.split(collapse_spaces(document)) if part]
    ends = {parts[0], parts[-1]} if len(parts) > 1 else set()
    short = [
        heading
        for heading in headings
        if len(heading.split()) <= _MAX_OF_A_SITE and len(heading) < _SHARE * len(document)
    ]
    return [heading for heading in short if key_of(heading) in ends]


def _bare(text: str, sites: Sequence[str], headings: Sequence[str]) -> str:
    """A stated title without the site's name, which is part of it where the page's headline has it too: "Quay Bank: what went wrong"."""
    return text if any(key_of(text) == key_of(heading) for heading in headings) else without_site(text, sites)


def _first_part(title: str) -> str:
    return _SEPARATOR.split(title, maxsplit=1)[0]


def _with_stated_marks(heading: str, stated: str) -> str:
    """A heading, as it is stated where only that has the marks between its parts: a kicker's colon."""
    words = r"\W{1,4}".join(map(re.escape, re.findall(r"\w+", heading)))
    found = re.search(words, collapse_spaces(stated), re.IGNORECASE)
    return found.group() if found and len(found.group()) > len(heading) else heading


def _choose_wording(heading: str, agreeing: Sequence[tuple[Layer, str]]) -> Title:
    for layer, text in agreeing:
        if text == heading:
            return Title(heading, layer)
    key = key_of(heading)
    parted = [
        (layer, part) for layer, text in agreeing if len(part := _first_part(text)) >= _MAX_SHORTER * len(heading)
    ]
    for layer, text in (*agreeing, *parted):
        inner = key_of(text)
        if (
            inner
            and inner != key
            and (key.endswith(inner) or key.startswith(inner))
            and not text.endswith(("…", "..."))
        ):
            return Title(text, layer)
    return Title(heading, "markup")


def without_site(title: str, sites: Sequence[str], known: Sequence[str] = ()) -> str:
    """A title without the names of the site and its sections around it.

    A part goes if it names the site; if most of the title is a headline known from elsewhere, all but that goes.
    """
    title = collapse_spaces(title)
    parts = [part for part in _SEPARATOR.split(title) if part]
    whole = key_of(title)
    within = [heading for heading in known if _is_most_of(heading, whole)]
    if within:
        return max(within, key=len)
    if len(parts) < 2:
        return title
    names = {key_of(site) for site in sites if site}
    start, end = 0, len(title)
    while len(parts) > 1 and _names_site(parts[-1], names):
        last = parts.pop()
        end = title.rindex(last, start, end)
    while len(parts) > 1 and _names_site(parts[0], names):
        first = parts.pop(0)
        start = title.index(first, start) + len(first)
    cut = title[start:end]
    return collapse_spaces(re.sub(r"^[\s|–—·•»«›:~/\\｜：-]+|[\s|–—·•»«›:~/\\｜：-]+$", "", cut)) or title


def _is_most_of(heading: str, whole: str) -> bool:
    key = key_of(heading)
    return (
        key in whole
        and len(key) >= max(_MIN_LENGTH, _SHARE * len(whole))
        and (not heading.isascii() or len(heading.split()) > 2)
    )


def _names_site(part: str, names: set[str]) -> bool:
    key = key_of(part)
    return bool(key) and any(
        key == name or (len(key) > 3 and (key in name or name in key) and len(part.split()) <= 5)
        for name in names
        if len(name) > 1
    )


def head_of(blocks: Sequence[Block], title: str) -> int:
    """The number of the block that shows the headline, -1 if none does. An `<h1>` is preferred to other headings, those to other text."""
    key = key_of(title)
    ranks: tuple[tuple[str, ...], ...] = (("h1",), ("h2", "h3"), ())
    for names in ranks:
        for number, block in enumerate(blocks):
            if (
                (not names or name_of(block.element) in names)
                and key
                and (key_of(block.text) == key or (names and alike(block.text, title)))
            ):
                return number
    return -1
