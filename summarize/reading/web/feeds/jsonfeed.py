"""JSON Feed 1.0 and 1.1 (https://jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from typing import Any

from summarize.errors import ArticleError
from summarize.reading.text import absolute
from summarize.reading.web.feeds.items import distinct, item_of
from summarize.reading.web.feeds.text import as_html, language_of, title_of
from summarize.reading.web.feeds.values import MAX_ITEMS, Feed, FeedItem

_MAX_NODES = 300_000
"""Objects and lists: each takes up to 250 bytes."""


def json_feed(data: bytes, name: str, url: str | None) -> Feed:
    """The feed of a JSON document in UTF-8.

    Raises:
        ArticleError: it is none.
    """
    if data.count(b"{") + data.count(b"[") > _MAX_NODES:
        raise ArticleError(f"{name} has more elements than any feed: it is not read")
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise ArticleError(f"{name} is no feed: it is damaged JSON") from None
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list) or "jsonfeed.org/version/" not in str(found.get("version"))[:100]:
        raise ArticleError(f"{name} is JSON, but no JSON Feed: give the address of its feed, or of an article")
    language = language_of(_text(found, "language"))
    return Feed(title_of(_text(found, "title")), distinct(_item(each, url, language) for each in items[:MAX_ITEMS]))


def _item(item: Any, url: str | None, language: str | None) -> FeedItem | None:
    if not isinstance(item, dict):
        return None
    plain = _text(item, "content_text")
    return item_of(
        given_id=_text(item, "id"),
        url=absolute(_text(item, "url"), url) or absolute(_text(item, "external_url"), url),
        title=title_of(_text(item, "title")),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        authors=_authors(item),
        content=_text(item, "content_html") or (as_html(plain) if plain else None),
        description=_text(item, "summary"),
        language=language_of(_text(item, "language")) or language,
    )


def _authors(item: dict[str, Any]) -> list[str]:
    authors = item.get("authors") or [item.get("author")]
    named = (
        [title_of(_text(each, "name")) for each in authors if isinstance(each, dict)]
        if isinstance(authors, list)
        else []
    )
    return [name for name in named if name]


def _text(values: dict[str, Any], key: str) -> str | None:
    """A text; also a number, which early feeds have for ids. Half a surrogate pair, which JSON can spell, is no character."""
    value = values.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).encode("utf-8", "replace").decode() or None
