"""A feed of any kind, and an item that carries its article as the page that the article would have."""

from __future__ import annotations

from html import escape

from summarize.errors import ArticleError
from summarize.reading.web.feeds.items import feed_of
from summarize.reading.web.feeds.jsonfeed import json_feed
from summarize.reading.web.feeds.tree import check_size, in_utf8, tree
from summarize.reading.web.feeds.values import Feed, FeedItem
from summarize.reading.web.urls import address_in_messages


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
    name = address_in_messages(url) if url else "the feed"
    if in_utf8(data[:400]).lstrip().startswith(b"{"):
        check_size(data, name)
        return json_feed(in_utf8(data), name, url)
    root = tree(data, name, charset)
    if str(root.tag).rpartition("}")[2].lower() == "opml":
        raise ArticleError(f"{name} is a list of feeds, not a feed")
    return feed_of(root, url)


def as_page(feed: Feed, item: FeedItem) -> bytes:
    """An HTML page in UTF-8 with the article of an item, and what its feed knows of it where pages say it.

    Raises:
        ValueError: the item carries no article; fetch its `url`.
    """
    if item.content_html is None:
        raise ValueError("the item carries no article")
    metas = {
        "og:type": "article",
        "og:title": item.title,
        "og:site_name": feed.title,
        "article:published_time": item.published,
        "article:modified_time": item.updated,
    }
    head = ['<meta charset="utf-8">', f"<title>{escape(item.title or '')}</title>"]
    head += [f'<meta property="{name}" content="{escape(value)}">' for name, value in metas.items() if value]
    head += [f'<meta name="author" content="{escape(author)}">' for author in item.authors]
    if item.url:
        head += [f'<base href="{escape(item.url)}">', f'<link rel="canonical" href="{escape(item.url)}">']
    language = f' lang="{escape(item.language)}"' if item.language else ""
    title = f"<h1>{escape(item.title)}</h1>" if item.title else ""
    page = (
        f"<!DOCTYPE html><html{language}><head>{''.join(head)}</head>"
        f"<body><article>{title}\n{item.content_html}\n</article></body></html>"
    )
    return page.encode("utf-8", "replace")
