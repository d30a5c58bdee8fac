"""A feed of any kind."""

from __future__ import annotations

from summarize.errors import ArticleError
from summarize.reading.web.feeds.items import feed_of
from summarize.reading.web.feeds.jsonfeed import json_feed
from summarize.reading.web.feeds.tree import check_size, in_utf8, tree
from summarize.reading.web.feeds.values import Feed
from summarize.reading.web.urls import shown


def read_feed(data: bytes, url: str | None, charset: str | None = None) -> Feed:
    """The feed that `data` holds, its first items at most.

    Args:
        data: as fetched.
        url: where it is from, which its links may be relative to.
        charset: the encoding that the server declares, for a feed that does not say.

    Raises:
        ArticleError: it is none, or one that is not read. One with no items is read: a site may have no news.
        ConfigurationError: the parser is not installed.
    """
    name = shown(url) if url else "the feed"
    if in_utf8(data[:400]).lstrip().startswith(b"{"):
        check_size(data, name)
        return json_feed(in_utf8(data), name, url)
    root = tree(data, name, charset)
    if str(root.tag).rpartition("}")[2].lower() == "opml":
        raise ArticleError(f"{name} is a list of feeds, not a feed")
    return feed_of(root, url)
