"""Bytes of a mail to text. What a mail says of its characters is believed as far as it can be."""

from __future__ import annotations

import codecs
import re

from summarize.errors import ArticleError
from summarize.reading.decoding import decode

# Codecs of natural text alone: some of Python's others take time that grows with the square of the length, or unpack.
_TEXT = re.compile(
    r"utf-(?:7|8|16(?:-[bl]e)?|32(?:-[bl]e)?)|ascii|iso8859-\d+|cp\d+|koi8-[rtu]|gbk|gb2312|gb18030|big5(?:hkscs)?|shift_jis\w*|euc_\w+|"
    r"iso2022_\w+|mac-\w+|tis-620|hz|johab|kz1048|ptcp154"
)
_BROAD = frozenset({"ascii", "iso8859-1"})
"""What senders name who do not know: as browsers do, Windows-1252 is read instead."""


def text_of(data: bytes, charset: str | None) -> str:
    """The text of `data`. A character set that is unknown, or that the bytes belie, is guessed."""
    try:
        name = codecs.lookup((charset or "").strip().strip("\"'")).name if charset else ""
    except (LookupError, ValueError):
        name = ""
    if not name or not _TEXT.fullmatch(name):
        return _guessed(data)
    if name in _BROAD or name == "cp1252":
        return _western(data)
    try:
        return data.decode(name)
    except UnicodeError:
        return _guessed(data) if name == "utf-8" else data.decode(name, "replace")


def _western(data: bytes) -> str:
    if data.isascii():
        return data.decode("ascii")
    try:
        # No text in Windows-1252 happens to be sound UTF-8.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _guessed(data: bytes) -> str:
    try:
        return decode(data, "mail")[0]
    except ArticleError:
        return data.decode("utf-8", "replace")
