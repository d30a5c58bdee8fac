from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ArticleError
from summarize.reading.web.feeds import Feed, read_feed, read_opml
from summarize.reading.web.feeds.tree import tree
from summarize.reading.web.prolog import read_prolog
from tests.forked import Forked, forking

URL = "https://news.example/feed"
AT_ONCE = 2.0
HANG = 30.0

_LOL = "".join(f'<!ENTITY lol{level} "{f"&lol{level - 1};" * 10}">' for level in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol0 "lol">{_LOL}]><rss><channel><title>&lol9;</title><item><title>&lol9;</title><link>/1</link></item></channel></rss>'
QUADRATIC = (
    f'<!DOCTYPE rss [<!ENTITY a "{"a" * 100_000}">]><rss><channel><title>{"&a;" * 100_000}</title></channel></rss>'
)
EXTERNAL = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>'
PARAMETER = (
    '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;]><rss><channel><title>t</title></channel></rss>'
)


@pytest.mark.parametrize(
    "bomb",
    [
        LAUGHS, QUADRATIC, EXTERNAL, PARAMETER, LAUGHS.replace("<!DOCTYPE", "<!doctype"), LAUGHS.replace("<!ENTITY", "<!entity"), " \n<!-- <rss> -->" + LAUGHS[21:], LAUGHS.replace("<!DOCTYPE", "<?x <rss> ?><!DOCTYPE"),
        LAUGHS.replace("<!DOCTYPE rss [", "<!DOCTYPE rss SYSTEM 'x' ["), "junk" + LAUGHS, LAUGHS.replace("<!DOCTYPE", "<!DOCTYPE rss><!DOCTYPE"), LAUGHS.replace("]><rss>", "] \n\t ><rss>"),
        LAUGHS.replace("rss", "feed"), LAUGHS.replace("rss", "opml"), '<!DOCTYPE rss [ <!ELEMENT a ANY> <!ENTITY lol0 "]>"> ' + LAUGHS[LAUGHS.index("<!ENTITY") :],
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_entities(bomb: str, encoding: str) -> None:
    """A feed that declares entities is refused at once, in whatever encoding it comes and wherever it hides them."""
    data = bomb.encode(encoding)
    began = time.process_time()
    # In UTF-16 without its mark, what does not begin with "<" is not even taken for a text.
    words = (
        "declares entities|is no feed" if encoding.endswith("e") and not bomb.startswith("<") else "declares entities"
    )
    for read in (lambda: read_feed(data, URL), lambda: read_opml(data)):
        with pytest.raises(ArticleError, match=words):
            read()
    assert time.process_time() - began < AT_ONCE


@pytest.mark.parametrize(
    "feed",
    [
        "<rss>" + LAUGHS[21:], f"<rss><channel>{LAUGHS[21:]}</channel></rss>", f"<rss><channel><item><link>/1</link>{LAUGHS[21:]}</item></channel></rss>",
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss><channel><title>&x;</title></channel></rss>', '<rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title><xi:include href="/etc/passwd" parse="text"/></title></channel></rss>',
    ],
)  # fmt: skip
def test_entities_out_of_place(feed: str) -> None:
    """Entities that are declared where none can be, or elsewhere, are nothing."""
    began = time.process_time()
    found = read_feed(feed.encode(), URL)
    assert len(repr(found)) < 20_000
    assert "root:" not in repr(found)
    assert time.process_time() - began < AT_ONCE


def test_entities_as_a_subject() -> None:
    """An article about entities is no bomb."""
    article = "<p>Write &lt;!DOCTYPE x [&lt;!ENTITY a 'b'&gt;]&gt; <!ENTITY></p>"
    feed = f"<rss><channel><item><description><![CDATA[{article}]]></description></item></channel></rss>"
    assert read_feed(feed.encode(), URL).items[0].content_html == article


def _repeated(piece: bytes, size: int = 9_000_000) -> bytes:
    return piece * (size // len(piece))


MANY = {
    "elements": b"<rss><channel>" + _repeated(b"<a/>"),
    "attributes": b"<rss><channel><a " + _repeated(b"b='' "),
    "numbered attributes": b"<rss><channel><a " + b"".join(b"b%d='' " % number for number in range(300_000)),
    "namespaces": b"<rss><channel><a " + b"".join(b"xmlns:b%d='c' " % number for number in range(300_000)),
    "depth": b"<rss><channel>" + _repeated(b"<a>"),
    "depth of items": b"<rss><channel>" + _repeated(b"<item>"),
    "items": b"<rss><channel>" + _repeated(b"<item><title>a</title><link>/1</link></item>"),
    "markup": b"<rss><channel><item><link>/1</link><description><![CDATA[" + _repeated(b"<p>word <b>word</b> "),
    "opened tags": b"<rss><channel><item><description><![CDATA[" + _repeated(b"<"),
    "opened scripts": b"<rss><channel><item><description><![CDATA[" + _repeated(b"<script "),
    "opened comments": b"<rss><channel><item><description><![CDATA[" + _repeated(b"<!--"),
    "sections": b"<rss><channel><item><description>" + _repeated(b"<![CDATA["),
    "closed sections": b"<rss><channel><item><description>" + _repeated(b"<![CDATA[]]>"),
    "ampersands": b"<rss><channel><item><description>" + _repeated(b"&"),
    "entities": b"<rss><channel><item><description>" + _repeated(b"&eacute;"),
    "half entities": b"<rss><channel><item><description>" + _repeated(b"&amp"),
    "comments": _repeated(b"<!---->") + b"<rss/>",
    "half comments": _repeated(b"<!-"),
    "instructions": _repeated(b"<??>") + b"<rss/>",
    "document types": _repeated(b"<!DOCTYPE ") + b"<rss/>",
    "half document types": _repeated(b"<!DOCTYPE a [ ]") + b"<rss/>",
    "brackets": b"<!DOCTYPE a [" + _repeated(b"]"),
    "white space": b"<!DOCTYPE a [ ]" + _repeated(b" ") + b"<rss/>",
    "one text": b"<rss><channel><item><description>" + _repeated(b"x"),
    "spaces": b"<rss><channel><item><link>/1</link><title>" + _repeated(b" "),
    "paragraphs": b"<feed><entry><content type='text'>" + _repeated(b"\n \n"),
    "addresses": b"<rss><channel><item><link>/1</link><author>" + _repeated(b"a@"),
    "bases": b"<feed xml:base='a/'>" + b"<a xml:base='b/'>" * 200 + b"<entry><link href='c'/></entry>" * 1000,
    "JSON lists": b'{"version":"https://jsonfeed.org/version/1","items":[' + _repeated(b"[],"),
    "JSON depth": b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 200_000,
    "JSON number": b'{"version":"https://jsonfeed.org/version/1","items":' + b"9" * 9_000_000,
    "outlines": b"<opml><body>" + _repeated(b"<outline xmlUrl='a.example'>"),
}  # fmt: skip


def tried(read: Callable[[], object]) -> object:
    """What is read, or None where it is refused in one line. Anything else that is raised is a bug."""
    with contextlib.suppress(ArticleError):
        return read()
    return None


@pytest.mark.parametrize("data", MANY.values(), ids=MANY.keys())
def test_cost(data: bytes) -> None:
    """Whatever ten megabytes hold, they are read or refused in a time that no user would call hanging."""
    began = time.process_time()
    for read in (lambda: read_feed(data, URL), lambda: read_opml(data)):
        tried(read)
    assert time.process_time() - began < HANG


_SCRIPT = """
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from summarize.errors import ArticleError
from summarize.reading.web.feeds import read_feed
data = sys.stdin.buffer.read()
try:
    read_feed(data, None)
except ArticleError as error:
    pass
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""
_WIDEST = b'{"version":"https://jsonfeed.org/version/1","items":[' + b",".join([b'{"":[0]}'] * 149_000) + b"]}"
_FULLEST = b"<rss><channel>" + b"<a b=''/>" * 499_000 + b"</channel></rss>"
_CLOSED = b"<rss><channel><item><description>" + b"<![CDATA[]]>" * 499_000
_ESCAPED = b"<rss><channel><item><description>" + b"&eacute;&" * 499_000
_LONGEST = ("<rss><channel><item><description>" + "é&amp;😀" * 700_000).encode()


@pytest.fixture(scope="module")
def forked() -> Iterator[Forked]:
    """What reads feeds is imported."""
    with forking("summarize.reading.web.feeds") as running:
        yield running


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from Linux")
@pytest.mark.parametrize(
    "data",
    [
        LAUGHS.encode(),
        QUADRATIC.encode(),
        _WIDEST,
        _FULLEST,
        _LONGEST,
        _CLOSED,
        _ESCAPED,
        *(MANY[name] for name in ("elements", "depth", "markup", "attributes")),
    ],
)
def test_memory(forked: Forked, data: bytes) -> None:
    """No feed takes more than 300 MB, the program itself included."""
    done = forked.run(_SCRIPT, data=data)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 300_000


_PIECES = st.sampled_from([" ", "\n", "", "\x1b$B"]) | st.sampled_from(
    """<rss <feed <item> </item> <entry> </entry> <title> </title> <link> <link href= > /> " ' = & &amp; &#0; &#xFFFF; &x; <![CDATA[ ]]> <!-- --> <? ?> <!DOCTYPE <!ENTITY [ ] xmlns= xmlns:a=
    xml:base= xml:lang= a:b <description> </description> <content type= html xhtml text <div> <pubDate> <guid> <author> <name> rdf:RDF <channel> \x00 \ufffe \ud800 \x0b é 😀 // http:// :0 [:: % / .. ]> <opml <outline xmlUrl=""".split()
)


@given(
    st.lists(_PIECES | st.text(max_size=8), max_size=40).map("".join),
    st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "utf-32", "iso-2022-jp"]),
    st.sampled_from(["", "<rss><channel><item>", "<feed xmlns='http://www.w3.org/2005/Atom'><entry>", "<opml>"]),
)
def test_never_raises_on_xml(text: str, encoding: str, start: str) -> None:
    """Whatever nearly is a feed is read or refused."""
    _read(f"{start}{text}".encode(encoding, "ignore"))


@given(
    st.binary(max_size=300),
    st.sampled_from(
        [
            b"",
            b"<rss>",
            b"\xff\xfe",
            b"<\x00",
            b"\x00<",
            b"{",
            b'<?xml version="1.0" encoding="utf-7"?><rss>',
            b"\x00\x00\xfe\xff",
        ]
    ),
)
def test_never_raises_on_bytes(data: bytes, start: bytes) -> None:
    """So are any bytes."""
    _read(start + data)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
_ITEM = st.dictionaries(
    st.sampled_from(
        "id url external_url title content_html content_text summary date_published date_modified author authors language name".split()
    ),
    _JSON | st.text(),
)


@given(
    st.dictionaries(
        st.sampled_from("title items language version".split()), _JSON | st.lists(_ITEM | _JSON, max_size=4)
    )
)
def test_never_raises_on_json(feed: dict[str, object]) -> None:
    """So is any JSON."""
    _read(json.dumps({"version": "https://jsonfeed.org/version/1.1", **feed}).encode())
    _read(
        json.dumps({**feed, "version": "https://jsonfeed.org/version/1.1"}, ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )
    )


def _read(data: bytes) -> None:
    feed = tried(lambda: read_feed(data, URL))
    for item in feed.items if isinstance(feed, Feed) else ():
        assert item.url or item.content_html
        assert item.url is None or item.url.startswith(("http://", "https://"))
        assert item.id
        repr(item).encode()
    tried(lambda: read_opml(data))


@given(
    st.lists(
        st.sampled_from(
            [b"<", b">", b"<!--", b"-->", b"<?", b"?>", b"<!DOCTYPE", b"[", b"]", b"<!ENTITY", b"<rss", b" ", b"x"]
        ),
        max_size=20,
    ).map(b"".join)
)
def test_prolog(data: bytes) -> None:
    """Whatever stands before a root element, no document type is left for the parser, and it begins where it says."""
    found = read_prolog(data)
    if found is not None:
        assert data[found.start + 1 :].lower().startswith(found.root.encode())
    with contextlib.suppress(ArticleError):
        assert tree(data, "the feed").getroottree().docinfo.internalDTD is None
