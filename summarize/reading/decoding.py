"""Bytes to text, and text to the text an article carries."""

from __future__ import annotations

import codecs

from summarize.errors import ArticleError
from summarize.expressions import expression

MAX_BYTES = 10_000_000
MAX_CHARACTERS = 2_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP or Office file", b"\xd0\xcf\x11\xe0": "an Office file", b"{\\rtf": "an RTF file", b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"\x1aE\xdf\xa3": "a film", b"\x1f\x8b": "a gzip file", b"\xfd7zXZ": "an xz file",
    b"\x28\xb5\x2f\xfd": "a zstd file", b"7z\xbc\xaf": "a 7z file", b"\x7fELF": "a program", b"MZ\x90": "a program", b"\x00asm": "a program",
    b"SQLite format 3": "a database",
}  # fmt: skip
"""What begins with these bytes, and is no text."""
_LATIN = expression(
    r"(?:cp(?:125[0247]|437|775|85[02578]|86[0135]|1140|500|037)|iso8859_(?:[123409]|1[03456])|mac_(?!cyrillic|greek)\w+|latin_1|hp_roman8)$"
)
_WESTERN = frozenset({None, "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "is", "ca"})
# Control sequences of terminals: CSI, OSC (with either end), other two-byte escapes. No nested quantifiers: linear.
_ESCAPES = expression(
    r"\x1b\[[0-?]*[ -/]*[@-~]?|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x1b[PX^_][^\x1b\n]*(?:\x1b\\)?|\x1b[ -/]*[0-~]?"
)
# Windows-1252 punctuation that was decoded as C1 controls: 0x91–0x94 are quotation marks.
_C1 = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_C1 = {code: "" if mark == "\ufffd" else mark for code, mark in _C1.items()}
_DROPPED = [
    *(code for code in range(0x20) if code not in {0x0A, 0x09}),
    0x7F, 0xAD, 0x200B, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF, 0xE000,
    *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xE0000, 0xE0080),
]  # fmt: skip
_CLEAN: dict[int, str] = {
    **_C1,
    **dict.fromkeys(_DROPPED, ""),
    0x09: " ",
    0x2028: "\n",
    0x2029: "\n",
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_TROUBLE = expression(
    "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ue000\ud800-\udfff\U000e0000-\U000e007f]"
)


def decode(data: bytes, name: str) -> tuple[str, str | None]:
    """The text of `data`, and a notice if its encoding had to be guessed.

    A byte-order mark decides; then UTF-8, strictly; then detection.

    Raises:
        ArticleError: `data` is too long, binary, or of a format that is not text.
    """
    if len(data) > MAX_BYTES:
        raise ArticleError(
            f"{name} has {len(data):,} bytes; an article may have {MAX_BYTES:,}: cut it, or split it into articles"
        )
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            raise ArticleError(f"{name} is {kind}, not a text: save the article as plain text or Markdown first")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), None
            except UnicodeDecodeError as error:
                raise ArticleError(
                    f"{name} begins as {encoding.upper()} but is damaged at byte {error.start}: save it again as UTF-8"
                ) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _detect(data, name)
    if text.count("\x00") > len(text) // 100:
        return _detect(data, name)
    return text, None


def _detect(data: bytes, name: str) -> tuple[str, str]:
    head = data[:4096]
    zeros = head.count(0)
    if zeros > len(head) // 4:
        # UTF-16 without its mark: every second byte of Latin text is zero.
        encoding = "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = "\x00"
        if "\x00" not in text[:4096]:
            return text, f"{name}: read as {encoding.upper()}, which was guessed"
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if zeros or controls > len(head) // 20:
        raise ArticleError(f"{name} is not a text: it holds binary data")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only a file that is not UTF-8 needs it

    best = from_bytes(data[:200_000]).best()
    encoding = best.encoding if best is not None else "cp1252"
    if _LATIN.match(encoding) and _is_western(data):
        encoding = "cp1252"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding, text = "cp1252", data.decode("cp1252", "replace")
    return text, f"{name}: not UTF-8; read as {encoding}, which was guessed"


def _is_western(data: bytes) -> bool:
    """True if a text of a Latin code page shows no language but of western Europe.

    Detectors take the accents and quotation marks of a short text for those of any of twenty code pages; there Windows-1252 is the
    one that is met, as every browser has it.
    """
    from summarize.languages.identification import shown_language  # noqa: PLC0415 - only a file that is not UTF-8 needs it

    return shown_language(data[:20_000].decode("cp1252", "replace")) in _WESTERN


def clean(text: str) -> str:
    """The text an article carries: line feeds alone as line ends, no control, escape, bidirectional, zero-width or soft-hyphen characters.

    Windows-1252 punctuation that arrived as C1 controls becomes the punctuation it stands for. Everything else stays as it is,
    non-breaking spaces included.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() or _TROUBLE.search(text):
        if "\x1b" in text:
            text = _ESCAPES.sub("", text)
        if _TROUBLE.search(text):
            text = text.translate(_CLEAN)
    return text


def cleaned_line(text: str | None) -> str | None:
    """A field of one line, cleaned as the text is, with plain spaces alone; None if nothing is left."""
    return " ".join(clean(text).split()) or None if text else None
