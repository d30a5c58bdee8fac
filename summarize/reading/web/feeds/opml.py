"""Lists of feeds (OPML), as readers of feeds export them."""

from __future__ import annotations

import re

from summarize.errors import ArticleError
from summarize.reading.text import absolute
from summarize.reading.web.feeds.tree import tree

_MAX_FEEDS = 5_000
_FEED_SCHEME = re.compile(r"feed:(?://)?(?=\S)", re.IGNORECASE)
_NO_SCHEME = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/:?]|\Z)")


def read_opml(data: bytes, name: str = "the list of feeds", charset: str | None = None) -> tuple[str, ...]:
    """The addresses of the feeds that a list names, each once, in its order, however deep they are nested.

    Raises:
        ArticleError: it is no OPML, or holds no feed.
        ConfigurationError: the parser is not installed.
    """
    root = tree(data, name, charset)
    if str(root.tag).rpartition("}")[2].lower() != "opml":
        raise ArticleError(f"{name} is no list of feeds in OPML")
    found: dict[str, None] = {}
    for element in root.iter("{*}outline"):
        given = {str(key).lower(): str(value) for key, value in element.attrib.items()}
        url = _address(given.get("xmlurl", "").strip())
        if url:
            found[url] = None
        if len(found) == _MAX_FEEDS:
            break
    if not found:
        raise ArticleError(f"{name} names no feed")
    return tuple(found)


def _address(given: str) -> str | None:
    """The address of a feed. Some programs mark it by a scheme of their own, or leave the scheme out."""
    given = _FEED_SCHEME.sub("", given, count=1)
    return absolute(f"http://{given}" if _NO_SCHEME.match(given) else given, None)
