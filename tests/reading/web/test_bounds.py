from __future__ import annotations

import asyncio
import contextlib
import gzip
import struct
import time
import zlib
from collections.abc import Iterator
from functools import cache

import pytest

from summarize.errors import ArticleError
from summarize.reading.web.unpacking import DamagedError, TooLargeError, Unpacker
from tests.reading.web.site import WORDS, Request, Site, Write, fetch, fetcher, ok, reply

MB = 1_000_000
HANG = 20.0
"""Seconds after which something hangs, on a machine however busy."""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as served:
        yield served


def refused(site: Site, path: str = "/", timeout: float = HANG, max_bytes: int = 10 * MB) -> str:
    began = time.monotonic()
    with pytest.raises(ArticleError) as caught:
        fetch(site, path, timeout=timeout, max_bytes=max_bytes)
    assert time.monotonic() - began < HANG
    return str(caught.value)


@cache
def bomb(size: int, wbits: int = zlib.MAX_WBITS | 16) -> bytes:
    """`size` zeros, packed a thousandfold: one packed megabyte again and again, as packing hundreds takes a second.

    Args:
        size: whole megabytes.
        wbits: what is around it, as zlib counts: of gzip (the default), of zlib (`MAX_WBITS`), or nothing (`-MAX_WBITS`).
    """
    pack = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    packed = (pack.compress(bytes(MB)) + pack.flush(zlib.Z_FULL_FLUSH)) * (size // MB) + zlib.compressobj(
        wbits=-zlib.MAX_WBITS
    ).flush()
    if wbits < 0:
        return packed
    if wbits == zlib.MAX_WBITS:
        return zlib.compress(b"")[:2] + packed + struct.pack(">I", size % 65_521 << 16 | 1)
    checked = 0
    for _ in range(size // MB):
        checked = zlib.crc32(bytes(MB), checked)
    return gzip.compress(b"")[:10] + packed + struct.pack("<II", checked, size)


def raw(data: bytes) -> bytes:
    pack = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return pack.compress(data) + pack.flush()


@pytest.mark.parametrize(
    ("coding", "packed"),
    [("gzip", gzip.compress(WORDS, mtime=0)), ("x-gzip", gzip.compress(WORDS, mtime=0)), ("GZIP", gzip.compress(WORDS, mtime=0)), ("deflate", zlib.compress(WORDS)), ("deflate", raw(WORDS)),
     ("identity", WORDS), ("", WORDS), ("gzip", gzip.compress(WORDS[:9]) + gzip.compress(WORDS[9:])), ("gzip", gzip.compress(WORDS, mtime=0) + bytes(100)), ("identity, gzip", gzip.compress(WORDS, mtime=0))],
)  # fmt: skip
def test_unpacked(site: Site, coding: str, packed: bytes) -> None:
    """A body packed in a way that was asked for is unpacked."""
    site.paths["/"] = ok(packed, Content_Encoding=coding)
    assert fetch(site, "/")[0].body == WORDS


@pytest.mark.parametrize(
    "coding", ["br", "zstd", "compress", "gzip, gzip", "gzip, br", "deflate, gzip", "gzip,gzip,gzip,gzip", "no such"]
)
def test_not_unpacked(site: Site, coding: str) -> None:
    """What was not asked for is not unpacked: each way would need a bound of its own, and one inside another multiplies."""
    site.paths["/"] = ok(gzip.compress(gzip.compress(WORDS, mtime=0)), Content_Encoding=coding)
    assert "which is not read: save the page" in refused(site)


@pytest.mark.parametrize(
    "packed",
    [
        b"nonsense",
        gzip.compress(WORDS, mtime=0)[:-9],
        gzip.compress(WORDS, mtime=0)[:-8] + b"\0" * 8,
        gzip.compress(WORDS, mtime=0)[:5],
    ],
)
def test_damaged(site: Site, packed: bytes) -> None:
    """A packed body that is damaged or cut is not taken for a page."""
    site.paths["/"] = ok(packed, Content_Encoding="gzip")
    assert "damaged" in refused(site) or "broke off" in refused(site)


@pytest.mark.parametrize(
    ("coding", "packed"),
    [("gzip", bomb(300 * MB)), ("deflate", bomb(300 * MB, zlib.MAX_WBITS)), ("deflate", bomb(300 * MB, -zlib.MAX_WBITS)), ("gzip", bomb(9 * MB) * 40)],
    ids=["gzip", "deflate", "raw deflate", "many members"],
)  # fmt: skip
def test_bombs(site: Site, coding: str, packed: bytes) -> None:
    """What unpacks to a thousand times its size is given up at the limit."""
    site.paths["/"] = ok(packed, Content_Encoding=coding)
    assert "larger than 10 MB" in refused(site)


def test_bomb_inside_a_bomb(site: Site) -> None:
    """A gzip file inside a gzip body is not unpacked: it is no page."""
    site.paths["/"] = ok(gzip.compress(bomb(300 * MB)), Content_Encoding="gzip")
    assert "is a gzip file" in refused(site)


def test_unpacking_takes_linear_time() -> None:
    """A body of nothing but ends of parts is given up."""
    unpacker = Unpacker("gzip", 10 * MB)
    with pytest.raises(DamagedError, match="too many parts"):
        unpacker.add(gzip.compress(b"") * 100_000)


@pytest.mark.parametrize("coding", ["", "gzip", "deflate"])
def test_piece_by_piece(coding: str) -> None:
    """It makes no difference in which pieces a body arrives, and where they end."""
    packed = {"": WORDS, "gzip": gzip.compress(WORDS, mtime=0) + gzip.compress(WORDS, mtime=0), "deflate": raw(WORDS)}[
        coding
    ]
    for size in (1, 2, 7, len(packed) // 2, len(packed)):
        unpacker = Unpacker(coding, 1000)
        for place in range(0, len(packed), size):
            unpacker.add(packed[place : place + size])
        assert unpacker.whole() == WORDS * (2 if coding == "gzip" else 1)


def test_exactly_as_large_as_allowed() -> None:
    """The limit itself is allowed, one byte more is not."""
    for coding, packed in (("", bytes(1000)), ("gzip", gzip.compress(bytes(1000)))):
        unpacker = Unpacker(coding, 1000)
        unpacker.add(packed)
        assert unpacker.whole() == bytes(1000)
        with pytest.raises(TooLargeError):
            Unpacker(coding, 999).add(packed)


def test_said_to_be_too_large(site: Site) -> None:
    """A body that says that it is too large is not waited for."""

    async def never(_: Request, write: Write) -> None:
        await write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n")
        await asyncio.sleep(60)

    site.paths["/"] = never
    assert "larger than 10 MB" in refused(site)


@pytest.mark.parametrize("head", [b"", b"Transfer-Encoding: chunked\r\n"])
def test_endless_body(site: Site, head: bytes) -> None:
    """A body without an end is given up at the limit."""

    async def endless(_: Request, write: Write) -> None:
        await write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + head + b"\r\n")
        while True:
            await write((b"ffff\r\n" + b"x" * 0xFFFF + b"\r\n") if head else b"x" * 65536)

    site.paths["/"] = endless
    assert "larger than 1 MB" in refused(site, max_bytes=MB)


@pytest.mark.parametrize("line", [b"X-%d: y\r\n", b"Set-Cookie: a%d=b\r\n", b"X: " + b"y" * 1000 + b"%d\r\n"])
def test_endless_headers(site: Site, line: bytes) -> None:
    """Headers without an end are given up."""

    async def endless(_: Request, write: Write) -> None:
        await write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
        for number in range(10_000_000):
            await write(line % number)

    site.paths["/"] = endless
    assert "head that is too large" in refused(site)


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 ", b"HTTP/1.1 200 OK\r\n"])
def test_endless_line(site: Site, start: bytes) -> None:
    """A header, a status or a name without an end is given up."""

    async def endless(_: Request, write: Write) -> None:
        await write(start)
        while True:
            await write(b"y" * 10_000)

    site.paths["/"] = endless
    assert "head that is too large" in refused(site)


def test_long_headers_of_large_sites(site: Site) -> None:
    """Headers as long as large sites have them are no trouble."""
    headers = {"Content_Security_Policy": "x" * 30_000} | {f"X_{number}": "y" * 300 for number in range(100)}
    site.paths["/"] = reply("200 OK", WORDS, "text/html", **headers)
    assert fetch(site, "/")[0].body == WORDS


@pytest.mark.parametrize("where", ["line", "headers", "body", "chunks", "nothing"])
def test_slow_drip(site: Site, where: str) -> None:
    """A server that sends a byte now and then is given up when the time is over, wherever it is by then."""
    before = {
        "nothing": b"",
        "line": b"",
        "headers": b"HTTP/1.1 200 OK\r\n",
        "body": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n",
        "chunks": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
    }[where]
    drop = {
        "line": b"HTTP/1.1 200 OK" + b" " * 1000,
        "headers": b"X-Slow: " + b"y" * 1000,
        "body": b"x" * 1000,
        "chunks": b"1\r\nx\r\n" * 200,
        "nothing": b"",
    }[where]

    async def drip(_: Request, write: Write) -> None:
        await write(before)
        for byte in drop:
            await write(bytes([byte]))
            await asyncio.sleep(0.02)
        await asyncio.sleep(60)

    site.paths["/"] = drip
    assert "did not come whole within 0.3 s: try again, or save the page and give the file" in refused(
        site, timeout=0.3
    )


def test_redirects_share_the_time(site: Site) -> None:
    """A chain of slow redirects has no more time than one page."""

    async def slow(request: Request, write: Write) -> None:
        await asyncio.sleep(0.2)
        await write(reply("302 Found", Location=f"/{int(request.path[1:]) + 1}", Connection="close"))

    site.paths |= {f"/{number}": slow for number in range(6)}
    assert "did not come whole within 0.5 s" in refused(site, "/0", timeout=0.5)


@pytest.mark.parametrize("length", [len(WORDS) + 1, len(WORDS) * 100])
def test_body_shorter_than_said(site: Site, length: int) -> None:
    """A body that ends too early is not taken for a page."""

    async def short(_: Request, write: Write) -> None:
        await write(ok(Content_Length=str(length)))

    site.paths["/"] = short
    assert "broke off" in refused(site)


def test_body_longer_than_said(site: Site) -> None:
    """What comes after the length that was said is part neither of the page nor of the next one."""
    site.paths |= {"/a": ok(b"<html>" + b"x" * 100, Content_Length="10"), "/b": ok()}

    async def run() -> list[bytes]:
        bodies = []
        async with fetcher(site) as ours:
            for path in ("/a", "/b", "/a", "/b"):
                with contextlib.suppress(ArticleError):  # where it arrived together with the rest
                    bodies.append((await ours.get(site.url(path))).body)
        return bodies

    assert set(asyncio.run(run())) - {b"<html>xxxx"} == {WORDS}


@pytest.mark.parametrize(
    "answer",
    [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"SSH-2.0-OpenSSH_9\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
     b"HTTP/9.9 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nBad Header\r\n\r\n", b"HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n", b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\nContent-Length: 0\r\n\r\n"],
)  # fmt: skip
def test_no_http(site: Site, answer: bytes) -> None:
    """Whatever is answered that is no HTTP, the error is ours, and one line."""

    async def odd(_: Request, write: Write) -> None:
        await write(answer)

    site.paths["/"] = odd
    assert refused(site).isprintable()


def test_interim_answers_without_end(site: Site) -> None:
    """A server that says "wait for it" for ever costs the seconds that a page may take, and no more."""

    async def endless(_: Request, write: Write) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                await write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")
                await asyncio.sleep(0.001)

    site.paths["/"] = endless
    assert "did not come whole within 0.5 s" in refused(site, timeout=0.5)
