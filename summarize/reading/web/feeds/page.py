"""An item that carries its article, as the page that the article would have."""

from __future__ import annotations

from html import escape

from summarize.reading.web.feeds.values import Feed, FeedItem


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
