"""What a file holds, told by its first bytes and its name. Imports nothing but the standard library: most sources are plain text."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from summarize.expressions import expression

Kind = Literal["text", "html", "feed", "pdf", "mail", "mailbox", "json", "json lines", "table"]
PLURAL: frozenset[Kind] = frozenset({"feed", "mailbox", "json lines", "table"})
"""Kinds that hold articles, not an article."""
HEAD = 65_536
"""Bytes that are enough to tell."""

_BY_NAME: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".mdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".rss": "feed", ".atom": "feed", ".opml": "feed", ".rdf": "feed", ".xml": "feed",
    ".pdf": "pdf", ".eml": "mail", ".mbox": "mailbox", ".mbx": "mailbox",
    ".json": "json", ".jsonl": "json lines", ".ndjson": "json lines",
    ".parquet": "table", ".arrow": "table", ".feather": "table",
}  # fmt: skip
ENDINGS = frozenset(_BY_NAME)
"""Endings of names that are read without a plugin."""
BY_TYPE: dict[str, Kind] = {
    "text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "application/x-pdf": "pdf",
    "message/rfc822": "mail", "application/mbox": "mailbox", "application/x-ndjson": "json lines", "application/jsonl": "json lines",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/feed+json": "feed", "application/xml": "feed",
    "text/xml": "feed", "application/rdf+xml": "feed", "text/x-opml": "feed", "application/json": "json",
}  # fmt: skip
"""Kinds by what servers call them."""
PDF_TYPES = frozenset(name for name, kind in BY_TYPE.items() if kind == "pdf")
"""What servers call a PDF."""
_HTML_TYPE = expression(r"(?:<\?xml[^>]{0,200}>\s*)?<!doctype\s+html", re.IGNORECASE)
_ROOTS: dict[str, Kind] = {
    "html": "html", "head": "html", "body": "html",
    "rss": "feed", "feed": "feed", "atom:feed": "feed", "rdf:rdf": "feed", "opml": "feed",
}  # fmt: skip
_JSON_FEED = expression(r'\s*\{.{0,4000}?"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org/version/', re.DOTALL)
_MAILBOX = expression(
    r"From [^\n]{1,200}(?:\d{2}:\d{2}(?::\d{2})?)[^\n]{0,60}\n(?:>?[A-Za-z][A-Za-z-]{0,60}: |>?From )"
)
_HEADER = expression(r"([A-Za-z][A-Za-z-]{0,60}):[ \t]?([^\n]{0,998})\n?")
_FOLDED = expression(r"[ \t][^\n]*\n?")
# Headers that no writer of an article puts above it, and a sender with an address.
_OF_MAIL = frozenset(
    "received return-path delivered-to message-id mime-version content-type content-transfer-encoding dkim-signature".split()
)
_SENDER = expression(r"[^\s@<>]+@[^\s@<>]+")
_OPENS_OBJECT = expression(r"\s*[{\[]")
_TABLES = (b"PAR1", b"ARROW1")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def kind_of(head: bytes, name: str, content_type: str = "") -> Kind:
    """What begins with these bytes. Text unless something says otherwise: reading it then tells what is wrong with it.

    Args:
        head: the first bytes, `HEAD` at most.
        name: the file's, whose ending may tell.
        content_type: what the server said, without parameters.
    """
    if head.startswith(_TABLES):
        return "table"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    start = _text_of(head).lstrip("\ufeff")
    by_name = _BY_NAME.get(PurePath(name).suffix.lower()) or BY_TYPE.get(content_type)
    first = start.lstrip()
    if first.startswith("<") and (marked := _markup_kind(first)):
        return marked
    if by_name in {"html", "mail", "mailbox", "json lines"}:
        return by_name
    if _OPENS_OBJECT.match(first):
        if _JSON_FEED.match(first):
            return "feed"
        return _json_kind(first) if by_name in {None, "text"} else "json"
    if _MAILBOX.match(start):
        return "mailbox"
    if _is_mail(start):
        return "mail"
    return by_name if by_name in {"feed", "json"} else "text"


def _text_of(head: bytes) -> str:
    """The bytes as far as marks of ASCII matter."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return (
                head[: len(head) & ~1 if "16" in encoding else None].decode(encoding, "replace").replace("\r\n", "\n")
            )
    return head.decode("latin-1").replace("\r\n", "\n")


def _markup_kind(start: str) -> Kind | None:
    """The kind of what begins with a tag, by its document type or its first element."""
    from summarize.reading.web.prolog import read_prolog  # noqa: PLC0415 - only for what begins with a tag

    if _HTML_TYPE.match(start):
        return "html"
    prolog = read_prolog(start.encode())
    return _ROOTS.get(prolog.root) if prolog is not None else None


def _json_kind(start: str) -> Kind:
    """JSON Lines if the first line is an object by itself and more follows; JSON if it goes on as JSON does; else a text in brackets."""
    import json  # noqa: PLC0415 - only for what begins with a bracket

    line, _, rest = start.partition("\n")
    if rest.lstrip().startswith("{"):
        try:
            if isinstance(json.loads(line), dict):
                return "json lines"
        except (ValueError, RecursionError):
            pass
    return "json" if re.match(r'\s*(?:\{\s*(?:"|\})|\[\s*(?:\{|\]))', start) else "text"


def _is_mail(start: str) -> bool:
    """True if the text opens with the headers of a message: two or more, one of which only mail has."""
    place, names, sender = 0, set[str](), False
    while (header := _HEADER.match(start, place)) and len(names) < 100:
        names.add(header[1].lower())
        sender = sender or (header[1].lower() == "from" and bool(_SENDER.search(header[2])))
        place = header.end()
        while folded := _FOLDED.match(start, place):
            place = folded.end()
    return len(names) > 1 and bool(names & _OF_MAIL or (sender and names & {"to", "subject", "date"}))
