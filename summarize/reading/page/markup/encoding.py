"""A page's bytes to its text: which of several declarations of an encoding is believed.

In order: a byte-order mark; the charset of the HTTP header; the one the page declares itself (`<meta>`, XML declaration); UTF-8 if the
bytes are UTF-8; a guess, which is told. One rule goes before all declarations: bytes that are valid UTF-8 from end to end, some of them
beyond ASCII, are UTF-8. No other encoding produces such bytes by accident, and pages that declare one wrongly are common.
"""

from __future__ import annotations

import codecs
import re

from summarize.reading.decoding import MAX_BYTES, decode

_HEAD = 8192
_META = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s{0,4}=\s{0,4}[\"']?\s{0,4}(?P<label>[A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML = re.compile(
    rb"\s{0,20}<\?xml\b[^>]{0,200}?\bencoding\s{0,4}=\s{0,4}[\"'](?P<label>[A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What browsers take a label for: https://encoding.spec.whatwg.org/#names-and-labels. Any other label is not believed, so that
# none of Python's codecs that are no encodings can be asked for.
_LABELS = {
    **dict.fromkeys("utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 utf-16 utf-16le utf-16be unicode".split(), "utf-8"),
    **dict.fromkeys(
        "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 latin-1 l1 windows-1252 cp1252 x-cp1252".split(),
        "cp1252",
    ),
    **dict.fromkeys("iso-8859-2 iso8859-2 latin2 l2".split(), "iso8859-2"),
    **dict.fromkeys("iso-8859-5 iso8859-5 cyrillic".split(), "iso8859-5"),
    **dict.fromkeys("iso-8859-6 arabic".split(), "iso8859-6"),
    **dict.fromkeys("iso-8859-7 greek".split(), "iso8859-7"),
    **dict.fromkeys("iso-8859-8 iso-8859-8-i hebrew visual logical".split(), "iso8859-8"),
    **dict.fromkeys("iso-8859-9 iso8859-9 latin5 windows-1254 cp1254".split(), "cp1254"),
    **dict.fromkeys("iso-8859-15 iso8859-15 latin-9 latin9".split(), "iso8859-15"),
    **{f"{prefix}{number}": f"cp{number}" for prefix in ("windows-", "cp", "x-cp") for number in (1250, 1251, 1253, 1255, 1256, 1257, 1258)},
    **dict.fromkeys("windows-874 tis-620 iso-8859-11 dos-874".split(), "cp874"),
    **dict.fromkeys("koi8-r koi8 koi".split(), "koi8-r"),
    **dict.fromkeys("koi8-u koi8-ru".split(), "koi8-u"),
    **dict.fromkeys("shift_jis shift-jis sjis x-sjis ms_kanji windows-31j cp932".split(), "cp932"),
    **dict.fromkeys("euc-jp x-euc-jp".split(), "euc-jp"),
    "iso-2022-jp": "iso2022_jp",
    **dict.fromkeys("gb2312 gbk gb18030 gb_2312-80 x-gbk chinese cp936".split(), "gb18030"),
    **dict.fromkeys("big5 big5-hkscs cn-big5 x-x-big5".split(), "big5hkscs"),
    **dict.fromkeys("euc-kr ks_c_5601-1987 ks_c_5601 korean windows-949 cp949".split(), "cp949"),
    **dict.fromkeys("macintosh mac x-mac-roman".split(), "mac-roman"),
}  # fmt: skip
_DAMAGED_AT_MOST = 0.001
"""Share of a page's bytes that may not fit its declared encoding: a cut-off ending, an advertisement in another encoding."""


def page_text(data: bytes, name: str, charset: str | None = None) -> tuple[str, str | None]:
    """The text of a page, and a notice if its encoding was guessed or does not fit all of it.

    Args:
        data: the page as it came.
        name: what messages call it.
        charset: the one of the HTTP header, if there was one.

    Raises:
        ArticleError: the page is too long, or is no text.
    """
    if len(data) > MAX_BYTES or data.startswith(_MARKS) or data[:_HEAD].count(0) > len(data[:_HEAD]) // 4:
        return decode(data, name)  # which tells how long it may be, what is damaged, and UTF-16 without its mark
    if not data[:_HEAD].lstrip().startswith(b"<"):
        decode(data[:_HEAD], name)  # which refuses what is no text at all
    if not data.isascii() and _is_utf8(data):
        return data.decode("utf-8", "ignore"), None
    for label in (charset, _declared(data), None if data.isascii() else "utf-8"):
        encoding = _LABELS.get((label or "").strip().strip("\"'").lower())
        if encoding is None:
            continue
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


def _declared(data: bytes) -> str | None:
    head = data[:_HEAD]
    match = _XML.match(head) or _META.search(head)
    return match["label"].decode("ascii") if match else None
