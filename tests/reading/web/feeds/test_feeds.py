from __future__ import annotations

import pytest

from summarize.errors import ArticleError
from summarize.reading.web.feeds import FeedItem, read_feed, read_opml
from tests.reading.web.feeds.samples import FULL, URL, WORDS, atom, item, json_feed, rss


def test_rss() -> None:
    """RSS 2.0 with the elements that it borrows."""
    feed = rss(
        f"""<title>Bridge &amp;amp; road &lt;b&gt;reopen&lt;/b&gt;</title><link> /2026/bridge </link><guid isPermaLink="false">tag:1</guid>
        <pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate><dc:creator>Ana Vale</dc:creator><dc:creator>Bo Quist</dc:creator>
        <description>&lt;p&gt;It was &lt;i&gt;closed&lt;/i&gt;.&lt;/p&gt;</description><content:encoded><![CDATA[{FULL}]]></content:encoded>""",
        "<language>en-GB</language><link>https://news.example/</link>",
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    )
    assert read_feed(feed.encode(), URL).title == "The News"
    assert item(feed) == FeedItem(
        id="tag:1",
        url="https://news.example/2026/bridge",
        title="Bridge & road reopen",
        published="2026-03-04T10:00:00+00:00",
        authors=("Ana Vale", "Bo Quist"),
        content_html=FULL,
        language="en-GB",
    )


def test_rss_1_0() -> None:
    """RSS 1.0, where the items stand beside their channel."""
    feed = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://news.example/"><title>The News</title><dc:language>fr</dc:language></channel>
        <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link><dc:date>2026-03-04T10:00:00+01:00</dc:date></item></rdf:RDF>"""
    found = item(feed)
    assert (found.id, found.url, found.title, found.published, found.language) == (
        "https://news.example/1", "https://news.example/1", "One", "2026-03-04T10:00:00+01:00", "fr",
    )  # fmt: skip


@pytest.mark.parametrize(
    "feed",
    [
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>{}</channel></rss>',
        '<?xml version="1.0"?><!-- made by hand --><?xml-stylesheet href="x.css"?><rss version="0.92"><channel>{}</channel></rss>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel/>{}</rdf:RDF>',
        '<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel>{}</channel></rss>',
        '<r:rss version="2.0" xmlns:r="http://blogs.law.harvard.edu/tech/rss"><r:channel>{}</r:channel></r:rss>', "<?xml?xml version='1.0' ??>\n<rss rss:version=2.0>\n<rss:channel>{}</rss:channel></rss>", "\n \n<rss>{}</rss>", "<channel>{}</channel>", "\ufeff<rss><channel>{}",
    ],
)  # fmt: skip
def test_older_rss(feed: str) -> None:
    """The older kinds of RSS, and what is nearly one."""
    found = item(feed.format("<item><title>One</title><link>https://news.example/1</link></item>"))
    assert (found.title, found.url) == ("One", "https://news.example/1")


def test_atom() -> None:
    """Atom with every kind of text, and links that are none of the article."""
    feed = atom(
        """<id>urn:1</id><title type="html">Bridge &amp;amp; road</title><link rel="self" href="/self"/><link rel="enclosure" href="/a.mp3"/>
        <link href="../one" type="text/html"/><published>2026-03-04T10:00:00Z</published><updated>2026-03-04T11:00:00.5+05:30</updated>
        <author><name>Ana Vale</name><email>ana@news.example</email></author>
        <summary type="text">It was &lt; 5 km</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A <b>short</b> text</p></div></content>""",
        'xml:lang="de" xml:base="https://other.example/a/b/"',
    )
    assert item(feed) == FeedItem(
        id="urn:1",
        url="https://other.example/a/one",
        title="Bridge & road",
        published="2026-03-04T10:00:00+00:00",
        updated="2026-03-04T11:00:00+05:30",
        authors=("Ana Vale",),
        language="de",
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f'<content type="html">&lt;p&gt;{WORDS}&lt;/p&gt;</content>', FULL),
        (f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p></div></content>', f"<div><p>{WORDS}</p></div>"),
        (f'<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p x:y="z">{WORDS}<x:br/></x:p></x:div></content>', f"<div><p>{WORDS}<br></p></div>"),
        (f'<content type="text">{WORDS} 1 &lt; 2\n\nNext</content>', f"<p>{WORDS} 1 &lt; 2</p><p>Next</p>"),
        (f"<content><![CDATA[{FULL}]]></content>", FULL),
        (f'<content type="html"><![CDATA[<p>{WORDS}&nbsp;]]&gt;</p>]]></content>', f"<p>{WORDS}&nbsp;]]&gt;</p>"),
        ('<content src="https://news.example/x"/>', None),
    ],
)  # fmt: skip
def test_atom_content(content: str, expected: str | None) -> None:
    """Content is HTML in the end, whichever way it is written."""
    assert item(atom(f'<link href="/1"/>{content}')).content_html == expected


def test_json_feed() -> None:
    """JSON Feed."""
    feed = json_feed(
        {"id": 7, "url": "/1", "title": "One", "content_text": f"{WORDS}\n\nA < b", "summary": "S", "date_published": "2026-03-04T10:00:00-05:00",
         "date_modified": "2026-03-05", "authors": [{"name": "Ana Vale"}, {"url": "x"}, 5], "language": "pt_BR"},
    )  # fmt: skip
    assert item(feed) == FeedItem(
        id="7",
        url="https://news.example/1",
        title="One",
        published="2026-03-04T10:00:00-05:00",
        updated="2026-03-05",
        authors=("Ana Vale",),
        content_html=f"<p>{WORDS}</p><p>A &lt; b</p>",
        language="pt-BR",
    )


def test_json_feed_1_0() -> None:
    """JSON Feed 1.0, whose author is one, and an item that points elsewhere."""
    feed = json_feed(
        {"id": "a", "external_url": "https://other.example/", "author": {"name": "Ana"}},
        version="https://jsonfeed.org/version/1",
        language="en",
    )
    found = item(feed)
    assert (found.url, found.authors, found.language) == ("https://other.example/", ("Ana",), "en")


def test_at_most_so_many() -> None:
    """Of a feed without end the first 500 items are read."""
    feed = (
        "<rss><channel>"
        + "".join(f"<item><link>/{number}</link></item>" for number in range(2000))
        + "</channel></rss>"
    )
    assert len(read_feed(feed.encode(), URL).items) == 500
    many = json_feed({"url": "/1"}, items=[{"url": f"/{number}"} for number in range(2000)])
    assert len(read_feed(many.encode(), URL).items) == 500


def test_no_news() -> None:
    """A feed without items is one."""
    assert read_feed(b"<rss><channel><title>Quiet</title></channel></rss>", URL).items == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is no feed"), (b"Just words.", "is no feed"), (b"<!doctype html><html><body>Hello</body></html>", "is a web page, not a feed"), (b"<html><rss></rss></html>", "is a web page"),
        (b'<?xml version="1.0"?><sitemap/>', "is no feed"), (b'{"items": []}', "no JSON Feed"), (b'{"version": "https://jsonfeed.org/version/1"', "damaged JSON"), (b"[]", "is no feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": {}}', "no JSON Feed"), (b"<", "is no feed"), (b"<!--", "is no feed"), (b"<opml/>", "is a list of feeds"), (b"%PDF-1.4", "is no feed"),
        (b"<rss>" + b"x" * 10_000_001, "larger than 10 MB"), (b"{" + b" " * 10_000_001, "larger than 10 MB"), (b"\x00" * 100, "is no feed"), (b"<!DOCTYPE", "is no feed"), (b"<?xml", "is no feed"),
    ],
)  # fmt: skip
def test_no_feed(data: bytes, words: str) -> None:
    """What is no feed is said to be none, and what it is."""
    with pytest.raises(ArticleError) as caught:
        read_feed(data, "https://user:secret@news.example/feed?key=secret")
    assert words in str(caught.value)
    assert str(caught.value).startswith("https://news.example/feed?… ")


ENCODED = "<rss><channel><item><title>Zürich – “Äpfel”</title><link>/1</link></item></channel></rss>"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (ENCODED.encode(), None), (b"\xef\xbb\xbf" + ENCODED.encode(), None), (ENCODED.encode("utf-16"), None), (ENCODED.encode("utf-16-le"), None), (ENCODED.encode("utf-16-be"), None),
        (ENCODED.encode("utf-32"), None), (b'<?xml version="1.0" encoding="windows-1252"?>' + ENCODED.encode("cp1252"), None), (b'<?xml version="1.0" encoding="ISO-8859-1"?>' + ENCODED.encode("cp1252"), None),
        (ENCODED.encode("cp1252"), "windows-1252"), (ENCODED.encode("cp1252"), None), (b'<?xml version="1.0" encoding="utf-8"?>' + ENCODED.encode("cp1252"), None),
        (b'<?xml version="1.0" encoding="iso-8859-1"?>' + ENCODED.encode(), None), (b'<?xml version="1.0" encoding="none-such"?>' + ENCODED.encode(), "hex"), (ENCODED.encode(), "iso-8859-1"),
        (b'<?xml version="1.0" encoding="utf-16"?>' + ENCODED.encode(), None), (('<?xml version="1.0" encoding="utf-8"?>' + ENCODED).encode("utf-16"), "utf-8"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, charset: str | None) -> None:
    """A feed is read in the encoding that it is in, whatever it and its server say."""
    (found,) = read_feed(data, URL, charset).items
    assert found.title == "Zürich – “Äpfel”"


def test_other_scripts() -> None:
    """An encoding that only the declaration tells is believed."""
    for encoding, text in (
        ("koi8-r", "Мост открыт"),
        ("shift_jis", "橋が再開"),
        ("iso-2022-jp", "橋が再開"),
        ("big5", "橋樑重新開放"),
        ("euc-kr", "다리"),
    ):
        feed = f'<?xml version="1.0" encoding="{encoding}"?>' + rss(f"<title>{text}</title><link>/1</link>")[21:]
        assert item(feed.encode(encoding)).title == text


@pytest.mark.parametrize(
    "feed",
    [
        "<rss><channel><item><title>One</title><link>/1</link>", "<rss><channel><item><title>One</title><link>/1</item></channel>",
        "junk <rss><channel><item><title>One</title><link>/1</link></item></channel></rss> junk", "<rss><channel><item><title>One</title><dc:date>2026</dc:date><link>/1</link></item></channel></rss>",
        "<rss version=2.0><channel><item><title>One</title><link>/1</link></item></channel></rss>", "<rss><channel><item><title>One</title><link>/1</link></item></channel></rss><rss></rss>",
        "\n\n<?xml version='1.0'?>\n<rss><channel><item><title>One</title><link>/1</link></item></channel></rss>", "<feed><entry><title>One</title><link href='/1'></entry></feed>",
        "<rss><channel><item><title>One</title><link>/1</link><description><p>x<br>y</description></item></channel></rss>", "<rss><channel><item><title><![CDATA[One]]></title><link>/1</link><description><![CDATA[x</description></item></channel></rss>",
    ],
)  # fmt: skip
def test_malformed(feed: str) -> None:
    """A feed that is broken somewhere is read as far as it goes."""
    found = read_feed(feed.encode(), URL).items[0]
    assert found.url == "https://news.example/1"
    assert (found.title or "").startswith("One")


def test_opml() -> None:
    """The feeds of a list come once each, in its order, from whatever depth."""
    data = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
        <outline text="News"><outline type="rss" text="One &amp; only" xmlUrl="https://one.example/feed"/>
          <outline text="Deeper"><outline title="Two" text="x" XMLURL=" http://two.example/ "/></outline></outline>
        <outline text="Again" xmlUrl="https://one.example/feed"/><outline xmlUrl="feed://three.example/rss"/><outline xmlUrl="feed:https://four.example/"/>
        <outline xmlUrl="five.example/rss"/><outline text="Nothing" xmlUrl=""/><outline text="Bad" xmlUrl="file:///etc/passwd"/><outline xmlUrl="javascript:x"/></body></opml>"""
    assert read_opml(data) == (
        "https://one.example/feed",
        "http://two.example/",
        "http://three.example/rss",
        "https://four.example/",
        "http://five.example/rss",
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<opml><body/></opml>", "names no feed"),
        (b"<rss/>", "no list of feeds"),
        (b"", "is no feed"),
        (b'<!DOCTYPE opml [<!ENTITY a "b">]><opml/>', "declares entities"),
    ],
)
def test_no_opml(data: bytes, words: str) -> None:
    """What is no list of feeds, or an empty one, is refused."""
    with pytest.raises(ArticleError, match=words):
        read_opml(data)
