from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from importlib.metadata import version

import pytest

from summarize.errors import ArticleError, ConfigurationError
from summarize.reading.web.fetching import Fetching
from summarize.reading.web.options import WebOptions
from summarize.reading.web.page import FetchedPage
from tests.reading.web.site import HOST, WORDS, Names, Request, Site, Time, Write, fetch, fetcher, ok, redirect, reply


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as served:
        yield served


def refused(site: Site, path: str = "/") -> str:
    with pytest.raises(ArticleError) as caught:
        fetch(site, path)
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 500
    return message


def test_page(site: Site) -> None:
    """A page comes with where it was found, what it is, and when."""
    site.paths["/a"] = ok(kind="text/html; charset=ISO-8859-1")
    assert fetch(site, "/a#part") == [
        FetchedPage(
            url_final=site.url("/a"),
            content_type="text/html",
            charset="iso8859-1",
            body=WORDS,
            from_cache=False,
            fetched="2026-03-04T12:00:00+00:00",
        )
    ]


def test_what_is_sent(site: Site) -> None:
    """We say who we are and how to reach whoever runs us, and send nothing else that tells one reader from another."""
    site.paths["/a"] = ok(Set_Cookie="id=1; Path=/", Location="/c")
    site.paths["/b"] = redirect("/a")
    fetch(site, "/a", "/b", contact="mailto:desk@example.org")
    assert [request.path for request in site.requests] == ["/robots.txt", "/a", "/b", "/a"]
    for request in site.requests:
        assert request.header("User-Agent") == f"summarize/{version('summarize')} (+mailto:desk@example.org)"
        assert {name.lower() for name, _ in request.headers} == {"host", "user-agent", "accept", "accept-encoding"}
        assert request.header("Accept-Encoding") == "gzip, deflate"


@pytest.mark.parametrize("contact", ["a\r\nX-Evil: 1", "é", "x" * 300, "\x00"])
def test_contact_stays_in_its_header(contact: str) -> None:
    """A contact that is no part of a header is refused at the start."""
    with pytest.raises(ConfigurationError):
        fetcher(contact=contact)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_redirects(site: Site, status: str) -> None:
    """Every kind of redirect is followed, and the page is known by where it was found."""
    site.paths |= {"/a": redirect("/b?x=1#y", status), "/b": redirect("c"), "/c": ok()}
    assert fetch(site, "/a")[0].url_final == site.url("/c")


def test_five_redirects(site: Site) -> None:
    """Five redirects are followed, and not six."""
    site.paths |= {f"/{number}": redirect(f"/{number + 1}") for number in range(6)} | {"/6": ok()}
    assert fetch(site, "/1")[0].url_final == site.url("/6")
    assert "redirects more than 5 times" in refused(site, "/0")


def test_redirect_loop(site: Site) -> None:
    """A loop of redirects comes to an end."""
    site.paths |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert "redirects more than 5 times" in refused(site, "/a")
    assert len(site.asked) == 6


def test_redirect_to_another_host(site: Site) -> None:
    """A redirect to another host asks that host's robots.txt first."""
    site.paths |= {"/a": redirect(site.url("/b", "other.example")), "/b": ok()}
    assert fetch(site, site.url("/a", "news.example"))[0].url_final == site.url("/b", "other.example")
    hosts = [(request.header("Host") or "").partition(":")[0] for request in site.requests]
    assert hosts == ["news.example", "news.example", "other.example", "other.example"]


@pytest.mark.parametrize("status", ["200 OK", "203 Non-Authoritative"])
def test_statuses_with_a_page(site: Site, status: str) -> None:
    """A page from a transforming proxy is a page."""
    site.paths["/"] = reply(status, WORDS, "text/html")
    assert fetch(site, "/")[0].body == WORDS


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("401 Unauthorized", "if you may read it in a browser, save the page and give the file"), ("402 Payment Required", "save the page"),
        ("403 Forbidden", "403 (forbidden)"), ("404 Not Found", "is the address right?"), ("410 Gone", "no such page"), ("451 No", "451"),
        ("429 Too Many", "try again later"), ("500 Oops", "try again later"), ("503 Busy", "try again later"), ("204 No Content", "204"),
        ("206 Partial Content", "206"), ("300 Multiple Choices", "300"), ("304 Not Modified", "304"), ("999 Odd", "999"), ("202 Accepted", "202"),
    ],
)  # fmt: skip
def test_statuses_without(site: Site, status: str, words: str) -> None:
    """Any other answer is no page, and the message says which it was and what to do."""
    site.paths["/"] = reply(status, b"" if status[:3] in {"204", "304"} else WORDS, "text/html")
    assert words in refused(site)


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("text/html", WORDS, "text/html"), ("TEXT/HTML ; charset=x", WORDS, "text/html"), ("application/xhtml+xml", WORDS, "application/xhtml+xml"),
        ("application/rss+xml", b"<rss></rss>", "application/rss+xml"), ("application/atom+xml", b"<feed/>", "application/atom+xml"),
        ("text/xml", b"<?xml version='1.0'?><!-- x --><rss/>", "text/xml"), ("application/feed+json", b'{"version": ""}', "application/feed+json"),
        ("application/pdf", b"%PDF-1.7 ...", "application/pdf"), ("text/plain", b"Words.", "text/plain"), ("message/rfc822", b"From: a\r\nTo: b\r\n\r\nx", "message/rfc822"),
        # Nothing declared, or nothing meant by it.
        (None, WORDS, "text/html"), ("application/octet-stream", b"\xef\xbb\xbf  <html>", "text/html"), (None, b"<?xml version='1.0'?><feed xmlns='x'>", "application/xml"),
        (None, b'{"a": 1}', ""), (None, b"Subject: x\r\nFrom: y\r\n\r\nz", ""), (None, b"Just words.", ""),
        ("nonsense", b"%PDF-1.4", "application/pdf"), (None, "Wörter".encode("utf-16"), ""), (None, "Words here".encode("utf-16-le"), ""),
        # Declared as what it is not.
        ("text/html", b"%PDF-1.7", "application/pdf"), ("text/plain", b"\n<!DOCTYPE HTML PUBLIC '-//W3C'>", "text/html"), ("text/html", b"<?xml version='1.0'?>\n<rss>", "application/xml"),
        ("application/json", WORDS, "text/html"),
    ],
)  # fmt: skip
def test_types(site: Site, kind: str | None, body: bytes, expected: str) -> None:
    """A page is what it says, unless it says nothing or plainly is something else; what neither says is told as a file is."""
    site.paths["/"] = ok(body, kind)
    assert fetch(site, "/")[0].content_type == expected


@pytest.mark.parametrize(
    "kind",
    [
        "image/png",
        "video/mp4",
        "audio/mpeg",
        "application/zip",
        "text/css",
        "text/javascript",
        "font/woff2",
        "application/x-msdownload",
        "multipart/mixed",
    ],
)
def test_refused_types(site: Site, kind: str) -> None:
    """What says that it is no text is not even read."""
    served = asyncio.Event()

    async def body(_: Request, write: Write) -> None:
        await write(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: 100000000\r\n\r\n".encode())
        for _piece in range(1000):
            await write(b"x" * 100_000)
        served.set()

    site.paths["/"] = body
    assert f"is {kind}, not a page, a feed, a PDF or a text" in refused(site)
    assert not served.is_set()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"\x89PNG\r\n\x1a\n....", "is an image"), (b"PK\x03\x04....", "is a ZIP"), (b"\x1f\x8b\x08\x00....", "is a gzip file"), (b"\x7fELF\x02", "is a program"),
        (b"MZ\x90\x00", "is a program"), (bytes(range(256)), "binary data"), (b"abc\x00def" * 50, "binary data"), (b"", "is empty"), (b" \n ", "is empty"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["text/html", None, "text/plain"])
def test_lying_types(site: Site, body: bytes, words: str, kind: str | None) -> None:
    """What only says that it is a text is refused for what it is."""
    site.paths["/"] = ok(body, kind)
    assert words in refused(site)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [("utf-8", "utf-8"), ('"UTF-8"', "utf-8"), ("windows-1252", "cp1252"), ("Shift_JIS", "shift_jis"), ("latin1", "iso8859-1"), ("none-such", None), ("hex", None), ("zlib", None),
     ("rot13", None), ("unicode_escape", None), ("utf-7", None), ("idna", None), ("undefined", None), ("../../x", None), ("", None), ("x" * 500, None)],
)  # fmt: skip
def test_charsets(site: Site, declared: str, expected: str | None) -> None:
    """Only an encoding of text counts as one: Python's own codecs that run other things do not."""
    site.paths["/"] = ok(kind=f"text/html; charset={declared}")
    assert fetch(site, "/")[0].charset == expected


def test_http_1_0(site: Site) -> None:
    """A server of the old kind, whose body ends with the connection, is read."""

    async def old(_: Request, write: Write) -> None:
        await write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + WORDS)

    site.paths["/"] = old
    assert fetch(site, "/", "/")[1].body == WORDS


def test_kept_connection_that_was_cut(site: Site) -> None:
    """A connection that the server closes while nobody uses it costs no page."""
    site.paths["/robots.txt"] = reply("404 Not Found", Keep_Alive="timeout=1")

    async def once(_: Request, write: Write) -> None:
        await write(ok())

    site.paths["/"] = once
    assert [page.body for page in fetch(site, "/", "/", "/")] == [WORDS] * 3
    assert site.connections == 3


def test_chunked(site: Site) -> None:
    """A body in chunks is put together."""
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (WORDS[:10], WORDS[10:])) + b"0\r\n\r\n"
    site.paths["/"] = ok(chunks, Transfer_Encoding="chunked")
    assert fetch(site, "/")[0].body == WORDS


def test_without_a_loop(site: Site) -> None:
    """Code without an event loop fetches by name, one page or several at once; so does code within one, on its thread."""
    site.paths |= {"/a": ok(), "/b": ok(b"<html>b")}
    options = WebOptions(trusted=frozenset({(HOST, site.port)}))
    with Fetching(options, resolver=Names(), clock=Time()) as fetching:
        futures = [fetching.start(site.url(path)) for path in ("/a", "/b", "/c")]
        assert futures[0].result(10).body == WORDS
        assert futures[1].result(10).body == b"<html>b"
        with pytest.raises(ArticleError, match="404"):
            futures[2].result(10)

        async def within() -> tuple[FetchedPage, FetchedPage]:
            return fetching.start(site.url("/a")).result(10), await asyncio.wrap_future(fetching.start(site.url("/b")))

        assert [page.body for page in asyncio.run(within())] == [WORDS, b"<html>b"]
    fetching.close()


def test_given_up(site: Site) -> None:
    """Leaving ends what is under way, at once."""

    async def never(_: Request, write: Write) -> None:
        await write(b"HTTP/1.1 200 OK\r\n")
        await asyncio.sleep(60)

    site.paths["/"] = never
    options = WebOptions(trusted=frozenset({(HOST, site.port)}))
    with Fetching(options, resolver=Names()) as fetching:
        future = fetching.start(site.url("/"))
        while not site.asked and not future.done():
            time.sleep(0.01)
    assert future.cancelled() or future.exception(1)


def test_never_started() -> None:
    """What was never started can be closed."""
    Fetching().close()
