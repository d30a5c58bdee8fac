"""The bytes of a feed to a tree of elements: no entity, no document type, no network, and bounds on what it may cost."""

from __future__ import annotations

import codecs
import re
from html.entities import html5
from typing import TYPE_CHECKING

from summarize.errors import ArticleError
from summarize.installing import missing
from summarize.reading.web.charsets import codec_name
from summarize.reading.web.prolog import declared_encoding, read_prolog

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_BYTES = 10_000_000
_MAX_NODES = 1_000_000
"""Tags, attributes and escaped characters: each takes up to 250 bytes while the feed is read, which then stays below 300 MB."""
_CONTROLS = bytes(code for code in range(32) if code not in {9, 10, 13})
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
_BARE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)")
# Without quotation marks the parser would drop the whole feed.
_VERSION = re.compile(rb"\A(<[^<>]{1,4000}?\s(?:rss:)?version\s?=\s?)([0-9.]{1,5})(?=[\s>])")
_ROOTS = frozenset({"rss", "feed", "rdf", "opml", "channel"})


def tree(data: bytes, name: str, charset: str | None = None) -> _Element:
    """The root element of an XML feed, or of an OPML file.

    Raises:
        ArticleError: it is no feed, declares entities, or is too large.
        ConfigurationError: the parser is not installed.
    """
    try:
        from lxml import etree  # noqa: PLC0415 - of an extra
    except ImportError:
        raise missing("reading feeds needs an extra", "web") from None
    check_size(data, name)
    data = in_utf8(data, charset)
    if sum(data.count(mark) for mark in (b"<", b"=", b"&")) > _MAX_NODES:
        raise ArticleError(f"{name} has more elements than any feed: it is not read")
    prolog = read_prolog(data)
    if prolog is not None and prolog.declares_entities:
        raise ArticleError(f"{name} declares entities, which no feed needs and bombs are made of: it is not read")
    if prolog is not None and prolog.root == "html":
        raise ArticleError(f"{name} is a web page, not a feed: give the address of its feed, or of an article")
    if prolog is None or prolog.root.rpartition(":")[2] not in _ROOTS:
        raise ArticleError(f"{name} is no feed: neither RSS, nor Atom, nor JSON Feed, nor OPML")
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        # From the root element on: no document type is left for the parser to read.
        root = etree.fromstring(_mend_xml(data[prolog.start :]), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise ArticleError(f"{name} is too badly damaged to be read as a feed")
    return root


def check_size(data: bytes, name: str) -> None:
    """Refuse what is larger than any feed.

    Raises:
        ArticleError: it is.
    """
    if len(data) > MAX_BYTES:
        raise ArticleError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB: it is not read as a feed")


def in_utf8(data: bytes, charset: str | None = None) -> bytes:
    """A document in UTF-8, whatever it was in. Text that is valid UTF-8 is in UTF-8, whatever it says."""
    for mark, encoding in ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
                           (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):  # fmt: skip
        if data.startswith(mark):
            return data.decode(encoding, "replace").encode()
    wide = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}.get(data[:2])
    if wide is not None:
        return data.decode(wide, "replace").encode()
    if not data.isascii():
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return _recode_to_utf8(data, charset)
    elif b"\x1b" in data:
        return _recode_to_utf8(data, charset)  # ISO-2022 is spelled in ASCII
    return data


def _recode_to_utf8(data: bytes, charset: str | None) -> bytes:
    for encoding in (codec_name(declared_encoding(data)), codec_name(charset)):
        if encoding is not None and not encoding.startswith(("utf-8", "utf-16", "utf-32", "ascii")):
            try:
                return data.decode("cp1252" if encoding == "iso8859-1" else encoding).encode()
            except UnicodeError:
                continue
    return data.decode("utf-8" if _mostly_utf8(data) else "cp1252", "replace").encode()


def _mostly_utf8(data: bytes) -> bool:
    """True for UTF-8 that is damaged here and there, as where a text was cut within a letter."""
    lost = data.decode("utf-8", "replace").count("\ufffd")
    return lost * 20 < sum(byte > 127 for byte in data[:200_000]) + 1


def _mend_xml(data: bytes) -> bytes:
    """`data` without controls, and with every ampersand one that XML knows; sections of CDATA stay as they are. Takes linear time."""
    data = _VERSION.sub(rb'\1"\2"', data.translate(None, _CONTROLS))
    mended, place = bytearray(), 0
    while (start := data.find(b"<![CDATA[", place)) >= 0:
        end = data.find(b"]]>", start)
        mended += _escape_ampersands(data[place:start]) + (data[start:] + b"]]>" if end < 0 else data[start : end + 3])
        place = len(data) if end < 0 else end + 3
    return bytes(mended + _escape_ampersands(data[place:]))


def _escape_ampersands(markup: bytes) -> bytes:
    """Named characters as numbers; any other ampersand is one that was not escaped."""
    return _BARE.sub(b"&amp;", _NAMED.sub(_number, markup)) if b"&" in markup else markup


def _number(match: re.Match[bytes]) -> bytes:
    found = html5.get(match[1].decode("ascii") + ";")
    return b"".join(b"&#%d;" % ord(mark) for mark in found) if found else match.group()
