"""Feeds of one item, and what is read of them."""

from __future__ import annotations

import json
from typing import Any

from summarize.reading.web.feeds import FeedItem, read_feed

URL = "https://news.example/feeds/all.xml"
WORDS = " ".join(f"word{number}" for number in range(200)) + "."
FULL = f"<p>{WORDS}</p>"


def item(feed: str | bytes, url: str | None = URL) -> FeedItem:
    """The one item of a feed."""
    data = feed.encode() if isinstance(feed, str) else feed
    (found,) = read_feed(data, url).items
    return found


def rss(inner: str, channel: str = "", namespaces: str = "") -> str:
    return f'<?xml version="1.0"?><rss version="2.0" {namespaces}><channel><title>The News</title>{channel}<item>{inner}</item></channel></rss>'


def atom(inner: str, attributes: str = "") -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><title>The News</title><entry {attributes and ""}>{inner}</entry></feed>'


def json_feed(entry: dict[str, Any], **feed: Any) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The News", "items": [entry], **feed})
