"""What a page is: its declared type, and what its first bytes say."""

from __future__ import annotations

import codecs
import re

from summarize.errors import ArticleError
from summarize.reading.decoding import MAGIC
from summarize.reading.kinds import BY_TYPE
from summarize.reading.web.charsets import codec_name
from summarize.reading.web.prolog import read_prolog
from summarize.reading.web.urls import SAVE

ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/pdf, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/plain;q=0.8, message/rfc822;q=0.5, */*;q=0.1"
)
_READ = frozenset({*BY_TYPE, "text/plain", "text/markdown", "text/x-markdown"})
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown"})
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}")
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([A-Za-z0-9_.:+-]{1,40})", re.IGNORECASE)
_MAGIC = {
    **MAGIC, b"RIFF": "an image or a sound", b"BZh": "a bzip2 file", b"ID3": "a sound", b"OggS": "a sound or a film", b"wOF": "a font",
}  # fmt: skip
"""What a page is told by besides, which a text may begin with."""
_HTML = re.compile(rb"(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.IGNORECASE)
_FEEDS = frozenset({"rss", "feed", "rdf:rdf", "opml"})
_HEAD = 4096


def essence(declared: str | None) -> str:
    """A Content-Type without its parameters, in lower case; "" for none and for what is no type."""
    found = (declared or "").partition(";")[0].strip().lower()
    return found if _TYPE.fullmatch(found) else ""


def charset(declared: str | None) -> str | None:
    """The encoding that a Content-Type names, if it is one of text."""
    found = _CHARSET.search(declared or "")
    return codec_name(found[1]) if found else None


def check_declared(declared: str | None, name: str) -> None:
    """Refuse, before its body is read, what says that it is no article.

    Raises:
        ArticleError: the type is one that is not read.
    """
    kind = essence(declared)
    if kind not in _READ and kind not in _UNSAID and not kind.endswith(("+xml", "+json")):
        raise ArticleError(
            f"{name} is {kind}, not a page, a feed, a PDF or a text: {SAVE} if there is an article in it"
        )


def decide_content_type(declared: str | None, body: bytes, name: str) -> str:
    """The type to read a body by: as declared, unless its first bytes plainly say otherwise; "" where neither tells.

    Raises:
        ArticleError: it is empty, or nothing that is read.
    """
    kind = essence(declared)
    if not body.strip():
        raise ArticleError(f"{name} is empty")
    head = body[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    for magic, what in _MAGIC.items():
        if head.startswith(magic):
            raise ArticleError(f"{name} is {what}, whatever it says: {SAVE} if there is an article in it")
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    prolog = read_prolog(start) if start.startswith(b"<") else None
    if prolog is not None and prolog.root in _FEEDS:
        return kind if kind.endswith("xml") or kind == "text/x-opml" else "application/xml"
    if _HTML.match(start) and kind != "application/xhtml+xml":
        return "text/html"
    if _is_binary(head):
        raise ArticleError(f"{name} is binary data, not a page, a feed, a PDF or a text")
    return "" if kind in _UNSAID else kind


def _is_binary(head: bytes) -> bool:
    """True for what is no text in any encoding: with zeros, but neither in UTF-16 nor in UTF-32."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return False
    controls = len(head) - len(head.translate(None, bytes(range(1, 9)) + bytes(range(14, 27)) + bytes(range(28, 32))))
    zeros = head.count(0)
    # Latin text in UTF-16 without its mark: every second byte is zero.
    wide = zeros > len(head) // 4 and min(head[0::2].count(0), head[1::2].count(0)) <= len(head) // 100
    return controls > len(head) // 20 or bool(zeros and not wide)
