"""A page's bytes to its text: which of several declarations of an encoding is believed.

In order: a byte-order mark; the charset of the HTTP header; the one the page declares itself (`<meta>`, XML declaration); UTF-8 if the
bytes are UTF-8; a guess, which is told. One rule goes before all declarations: bytes that are valid UTF-8 from end to end, some of them
beyond ASCII, are UTF-8. No other encoding produces such bytes by accident, and pages that declare one wrongly are common.
"""

from __future__ import annotations

import codecs
import re

from summarize.reading.decoding import MAX_BYTES, decode
from summarize.reading.web.charsets import codec_name

_HEAD = 8192
_META = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s{0,4}=\s{0,4}[\"']?\s{0,4}(?P<label>[A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML = re.compile(
    rb"\s{0,20}<\?xml\b[^>]{0,200}?\bencoding\s{0,4}=\s{0,4}[\"'](?P<label>[A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What browsers take for other encodings, or for wider ones, than Python does: https://encoding.spec.whatwg.org/#names-and-labels. A page that
# says in letters of one byte that it is in UTF-16 is not.
_MEANT = {
    **dict.fromkeys(("ascii", "iso8859-1", "iso88591"), "cp1252"), **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be", "unicode-1-1-utf-8"), "utf-8"), **dict.fromkeys(("iso8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("shift_jis", "windows-31j"), "cp932"), **dict.fromkeys(("euc_kr", "windows-949"), "cp949"),
    "iso8859-9": "cp1254", "big5": "big5hkscs", "iso-8859-8-i": "iso8859-8",
}  # fmt: skip
_DAMAGED_AT_MOST = 0.001
"""Share of a page's bytes that may not fit its declared encoding: a cut-off ending, an advertisement in another encoding."""


def page_text(data: bytes, name: str, charset: str | None = None) -> tuple[str, str | None]:
    """The text of a page, and a notice if its encoding was guessed or does not fit all of it.

    Raises:
        ArticleError: the page is too long, or is no text.
    """
    if len(data) > MAX_BYTES or data.startswith(_MARKS) or data[:_HEAD].count(0) > len(data[:_HEAD]) // 4:
        return decode(data, name)  # which tells how long it may be, what is damaged, and UTF-16 without its mark
    if not data[:_HEAD].lstrip().startswith(b"<"):
        decode(data[:_HEAD], name)  # which refuses what is no text at all
    if not data.isascii() and _is_utf8(data):
        return data.decode("utf-8", "ignore"), None
    for label in (charset, _declared_encoding(data), None if data.isascii() else "utf-8"):
        stated = (label or "").strip().strip("\"'").lower().removeprefix("x-")
        named = codec_name(_MEANT.get(stated, stated))
        if named is None:
            continue
        encoding = _MEANT.get(named, named)
        text = data.decode(encoding, "replace")
        damaged = text.count("\ufffd")
        if damaged and encoding == "utf-8" and len(text) + damaged >= len(data):
            continue  # nothing beyond ASCII in it is UTF-8
        if damaged <= _DAMAGED_AT_MOST * len(data):
            return text, f"{name}: {damaged} characters do not fit its encoding, {label}" if damaged else None
    return decode(data, name)


def _is_utf8(data: bytes) -> bool:
    """True if all bytes are UTF-8, but for a last character that was cut off."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _declared_encoding(data: bytes) -> str | None:
    head = data[:_HEAD]
    match = _XML.match(head) or _META.search(head)
    return match["label"].decode("ascii") if match else None
