"""What RSS and Atom say of an article. They are read alike: each uses elements of the other."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from summarize.reading.text import absolute
from summarize.reading.web.feeds.elements import (
    Fields,
    base_of,
    content_of,
    fields_of,
    first,
    lang_of,
    markup_of,
    own_base,
    text_of,
)
from summarize.reading.web.feeds.text import (
    BEGINNING,
    WHOLE,
    first_of,
    iso_date,
    language_of,
    title_of,
    words_of,
)
from summarize.reading.web.feeds.values import MAX_ITEMS, Feed, FeedItem

if TYPE_CHECKING:
    from lxml.etree import _Element

_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_ITEMS = ("{*}item", "{*}entry", "rss:item", "atom:entry")  # the last two where the prefix was never declared
_MAX_ID_LENGTH = 1000
_MAX_AUTHORS = 20
_EMAIL = re.compile(r"[^\s@()<>]{1,100}@[^\s@()<>]{1,100}")


def feed_of(root: _Element, url: str | None) -> Feed:
    """The feed of a tree."""
    channel = next(root.iter("{*}channel", "rss:channel"), root)
    about = fields_of(channel)
    language = language_of(text_of(first(about, "language", "dc:language")), lang_of(channel))
    found = islice(root.iter(*_ITEMS), MAX_ITEMS)
    return Feed(title_of(markup_of(first(about, "title"))), distinct(_item(each, url, language) for each in found))


def distinct(items: Iterable[FeedItem | None]) -> tuple[FeedItem, ...]:
    """The items that are one, each with an id of its own: some feeds give all of theirs the same."""
    there = [item for item in items if item is not None]
    times = Counter(item.id for item in there)
    return tuple(item if times[item.id] == 1 else replace(item, id=item.url or item.id) for item in there)


def item_of(  # noqa: PLR0913 - what an item is made of, all by name
    *,
    given_id: str | None,
    url: str | None,
    title: str | None,
    published: str | None,
    updated: str | None,
    authors: Sequence[str],
    content: str | None,
    description: str | None,
    language: str | None,
) -> FeedItem | None:
    """The item of what a feed says; None if there is neither an article nor where to find it."""
    whole = first_of((content, description), WHOLE)
    if url is None:
        whole = whole or content or description
    if url is None and not words_of(whole):
        return None
    digest = hashlib.sha256(f"{title}\n{whole or description}".encode("utf-8", "replace")).hexdigest()
    return FeedItem(
        id=(given_id or url or f"sha256:{digest}")[:_MAX_ID_LENGTH],
        url=url,
        title=title,
        published=iso_date(published),
        updated=iso_date(updated),
        authors=tuple(dict.fromkeys(authors))[:_MAX_AUTHORS],
        content_html=whole,
        beginning_html=None if whole else first_of((content, description), BEGINNING),
        language=language,
    )


def _item(element: _Element, url: str | None, language: str | None) -> FeedItem | None:
    fields, base = fields_of(element), base_of(element, url)
    content = first(fields, "content:encoded", "atom:content", "content", "xhtml:body", "xhtml:div")
    if content is not None and content.get("src"):
        content = None
    return item_of(
        given_id=text_of(first(fields, "guid", "id")) or element.get(_ABOUT),
        url=_link(fields, base),
        title=title_of(markup_of(first(fields, "title", "dc:title"))),
        published=text_of(
            first(fields, "pubdate", "published", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created")
        ),
        updated=text_of(first(fields, "updated", "modified", "dcterms:modified")),
        authors=_authors(fields),
        # Before a tree within is written out, which changes it.
        language=language_of(text_of(first(fields, "dc:language")), lang_of(element)) or language,
        description=content_of(first(fields, "description", "summary", "itunes:summary")),
        content=content_of(content),
    )


def _link(fields: Fields, base: str | None) -> str | None:
    """Where the article is: the element's text in RSS, its `href` in Atom, and the id where that is an address."""
    links = [(each, own_base(each, base)) for each in fields.get("link", [])]
    found = [absolute(each.text, own) for each, own in links if not each.get("href")]
    found += [absolute(each.get("href"), own) for each, own in links if each.get("rel", "alternate") == "alternate"]
    ids = [*fields.get("guid", []), *fields.get("id", [])]
    found += [absolute(each.text, None) for each in ids if _is_permalink(each)]
    return next((each for each in found if each), None)


def _is_permalink(guid: _Element) -> bool:
    return bool((guid.get("isPermaLink") or "true").strip().lower() != "false")


def _authors(fields: Fields) -> list[str]:
    names: list[str] = []
    for element in [*fields.get("author", []), *fields.get("dc:creator", [])] or fields.get("itunes:author", []):
        inner = first(fields_of(element), "name")
        # In RSS, an address with the name in brackets; in Atom, elements of their own.
        name = title_of(markup_of(inner) if inner is not None else None if len(element) else markup_of(element))
        name = _EMAIL.sub("", name or "").strip(" ()<>,")
        if name:
            names.append(name)
    return names
