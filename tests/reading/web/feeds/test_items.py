from __future__ import annotations

import pytest

from summarize.reading.web.feeds import FeedItem, as_page, read_feed
from tests.reading.web.feeds.samples import FULL, URL, WORDS, item, rss


@pytest.mark.parametrize(
    ("markup", "whole"),
    [
        (FULL, True), (f"<p>{WORDS}</p><p>The end.</p>", True), (" ".join(["word"] * 149), False), ("", False),
        (f"<p>{WORDS} …</p>", False), (f"<p>{WORDS}...</p>", False), (f"<p>{WORDS} [&#8230;]</p>", False), (f"<p>{WORDS} [...]</p>", False),
        (f"<p>{WORDS} <a href='x'>Read more</a></p>", False), (f"<p>{WORDS}</p><a>Continue reading “Bridge” →</a>", False), (f"{WORDS} Read the full story at The News.", False),
        (f"<p>{WORDS} […]</p><p>The post <a>Bridge</a> appeared first on <a>The News</a>.</p>", False), (f"<p>{WORDS}</p><p>The post Bridge appeared first on The News.</p>", True),
        (f"<p>{WORDS} [+1234 chars]</p>", False), (f"<script>{WORDS}</script>", False), (f"<p>Read more of it, he said. {WORDS}</p>", True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("element", ["content:encoded", "description"])
def test_whole_or_teaser(markup: str, whole: bool, element: str) -> None:
    """An article that the feed carries is used as it is, wherever it stands; a teaser is not taken for one."""
    feed = rss(
        f"<link>/1</link><{element}><![CDATA[{markup}]]></{element}>",
        namespaces='xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    )
    assert item(feed).content_html == (markup if whole else None)


def test_tags_that_were_escaped_twice_are_tags() -> None:
    """Of a text whose tags were escaped once too often, paragraphs are made, and no tag is shown."""
    markup = f"<p>{WORDS}</p><p>The end.</p>"
    escaped = markup.replace("<", "&amp;lt;").replace(">", "&amp;gt;")
    assert item(rss(f"<link>/1</link><description>{escaped}</description>")).content_html == markup


def test_no_link() -> None:
    """What has no address of its own is what the feed carries, short as it is; what has neither is no item."""
    assert item(rss("<description>Short.</description>")).content_html == "Short."
    assert read_feed(rss("<title>Only a title</title>").encode(), URL).items == ()
    assert read_feed(rss("<link>javascript:alert(1)</link>").encode(), URL).items == ()


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<link>https://a.example/1</link>", "https://a.example/1"), ("<link>a\nb</link>", "https://news.example/feeds/a b"), ("<guid>https://a.example/2</guid>", "https://a.example/2"),
        ("<guid isPermaLink='true'>https://a.example/2</guid><link>/3</link>", "https://news.example/3"), ('<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="self" href="/feed"/><link>/4</link>', "https://news.example/4"),
        ('<a:link xmlns:a="http://www.w3.org/2005/Atom" href="/5"/>', "https://news.example/5"), ('<link xml:base="https://x.example/">y</link>', "https://x.example/y"),
        ("<link>//cdn.example/6</link>", "https://cdn.example/6"), ("<link>/a?b=1&amp;c=2</link>", "https://news.example/a?b=1&c=2"), ("<link>/a?b=1&c=2</link>", "https://news.example/a?b=1&c=2"),
        ("<link><![CDATA[/7]]></link>", "https://news.example/7"), ("<link>https://[</link><link>/8</link>", "https://news.example/8"),
    ],
)  # fmt: skip
def test_links(inner: str, expected: str) -> None:
    """An item leads to its article, relative to its base, or else to where its feed is from."""
    assert item(rss(inner)).url == expected


@pytest.mark.parametrize(
    "place",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example/",
        "http://",
        "mailto:a@b.example",
        "https://a.example/" + "x" * 5000,
    ],
)
def test_links_that_are_none(place: str) -> None:
    """No item leads anywhere but to the web."""
    assert item(rss(f"<link>{place}</link><description>x</description>")).url is None


def test_bases_add_up() -> None:
    """Each base is relative to the one around it."""
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/"><entry xml:base="b/"><link href="c"/></entry></feed>'
    )
    assert item(feed).url == "https://news.example/a/b/c"
    assert item(feed.replace('"/a/"', '"javascript:x"')).url == "https://news.example/feeds/b/c"


def test_ids_of_their_own() -> None:
    """Items that their feed all calls the same are told apart by their address."""
    feed = (
        "<rss><channel>"
        + "".join(f"<item><guid>https://news.example/</guid><link>/{number}</link></item>" for number in range(3))
        + "</channel></rss>"
    )
    assert [found.id for found in read_feed(feed.encode(), URL).items] == [
        f"https://news.example/{number}" for number in range(3)
    ]


def test_ids_last() -> None:
    """An item without id and address has one that stays the same."""
    first, second = (item(rss(f"<title>T</title><description>{text}</description>")) for text in ("a", "b"))
    assert first.id == item(rss("<title>T</title><description>a</description>")).id != second.id


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("ana@news.example (Ana Vale)", ("Ana Vale",)),
        ("Ana Vale &lt;ana@news.example&gt;", ("Ana Vale",)),
        ("ana@news.example", ()),
        ("", ()),
        ("Ana Vale", ("Ana Vale",)),
        (" Ana\n Vale ", ("Ana Vale",)),
    ],
)
def test_authors(author: str, expected: tuple[str, ...]) -> None:
    """An author is a name, not an address."""
    assert item(rss(f"<link>/1</link><author>{author}</author>")).authors == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A &amp; B", "A & B"), ("A & B", "A & B"), ("AT&T", "AT&T"), ("a&b;c", "a&b;c"), ("caf&eacute;", "café"), ("a&nbsp;b", "a b"), ("&hellip;", "…"), ("&lt;b&gt;x&lt;/b&gt;", "x"), ("<b>x</b> y", "x y"),
        ("<![CDATA[A & B]]>", "A & B"), ("<![CDATA[A &amp; B]]>", "A & B"), ("<![CDATA[<i>A</i>]]>", "A"), ("1 &lt; 2", "1 < 2"), ("x\x00\x08y", "xy"), ("&#8217;", "’"), ("&#0;x", "x"), ("&#x1F600;", "😀"),
        ("a\u202eb", "ab"), ("  a\n  b  ", "a b"), ("&#146;", "’"), ("x" * 600, "x" * 499 + "…"), ("&amp;lt;p&amp;gt;", "<p>"), ("&undefined;", "&undefined;"),
    ],
)  # fmt: skip
def test_titles(title: str, expected: str) -> None:
    """A title is plain text, escaped once, twice, or not at all as it should have been."""
    assert item(rss(f"<title>{title}</title><link>/1</link>")).title == expected


def test_undeclared_prefix() -> None:
    """A prefix that was never declared is taken at its word."""
    feed = "<rss><rss:channel><rss:title>N</rss:title><rss:item><rss:title>One</rss:title><rss:link>/1</rss:link></rss:item></rss:channel></rss>"
    assert (item(feed).title, read_feed(feed.encode(), URL).title) == ("One", "N")
    found = item(
        rss(f"<link>/1</link><dc:creator>Ana</dc:creator><content:encoded><![CDATA[{FULL}]]></content:encoded>")
    )
    assert (found.authors, found.content_html) == (("Ana",), FULL)


def test_as_page() -> None:
    """An item that carries its article is a page of its own; what its feed says cannot break out of where it stands."""
    hostile = '"><script>x</script>'
    found = FeedItem(
        id="1",
        url="https://news.example/1",
        title=hostile,
        published="2026-03-04",
        authors=(hostile,),
        content_html=FULL,
        language="en",
    )
    page = as_page(read_feed(rss("<link>/1</link>").encode(), URL), found).decode()
    assert FULL in page
    assert '<html lang="en">' in page
    assert '<meta property="article:published_time" content="2026-03-04">' in page
    assert '<meta property="og:site_name" content="The News">' in page
    assert '<link rel="canonical" href="https://news.example/1">' in page
    assert "<script>" not in page
    with pytest.raises(ValueError, match="no article"):
        as_page(read_feed(rss("").encode(), URL), FeedItem(id="1", url="https://news.example/1", title=None))
