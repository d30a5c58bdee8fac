"""Bytes of a mail to text. What a mail says of its characters is believed as far as it can be."""

from __future__ import annotations

from summarize.errors import ArticleError
from summarize.reading.decoding import decode
from summarize.reading.web.charsets import codec_name

_BROAD = frozenset({"ascii", "iso8859-1"})
"""What senders name who do not know: as browsers do, Windows-1252 is read instead."""


def text_of(data: bytes, charset: str | None) -> str:
    """The text of `data`. A character set that is unknown, or that the bytes belie, is guessed."""
    name = codec_name(charset, in_mail=True)
    if name is None:
        return _decode_by_guess(data)
    if name in _BROAD or name == "cp1252":
        return _western(data)
    try:
        return data.decode(name)
    except UnicodeError:
        return _decode_by_guess(data) if name == "utf-8" else data.decode(name, "replace")


def _western(data: bytes) -> str:
    try:
        # No text in Windows-1252 happens to be sound UTF-8.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _decode_by_guess(data: bytes) -> str:
    try:
        return decode(data, "mail")[0]
    except ArticleError:
        return data.decode("utf-8", "replace")
