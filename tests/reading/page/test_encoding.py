"""Rules of a page's encoding: which declaration is believed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ArticleError
from summarize.reading.page.markup.encoding import page_text

TEXT = "The café’s owner said: “We are late.” It met on the quay for nine hours."
RUSSIAN = "Совет порта одобрил второй терминал, сообщил в субботу его председатель."
JAPANESE = "港湾委員会は、第二フェリー乗り場の建設を承認した。"


def meta(charset: str) -> str:
    """A declaration in the page itself."""
    return f'<html><head><meta charset="{charset}"></head><body>'


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8 + TEXT.encode(), codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")])
def test_a_byte_order_mark_decides(mark: bytes) -> None:
    """A byte-order mark goes before the HTTP header."""
    assert page_text(mark, "page", "windows-1251") == (TEXT, None)


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("windows-1251", "cp1251", RUSSIAN),
        ("KOI8-R", "koi8-r", RUSSIAN),
        ("Shift_JIS", "cp932", JAPANESE),
        ("x-sjis", "cp932", JAPANESE),
        ("EUC-JP", "euc-jp", JAPANESE),
        ("gb2312", "gb18030", "港务局批准建设第二座渡轮码头。"),
        ("iso-8859-1", "cp1252", TEXT),
        ("us-ascii", "cp1252", TEXT),
        ("latin1", "cp1252", TEXT),
    ],
)
def test_a_declared_encoding_is_used(declared: str, encoding: str, text: str) -> None:
    """The header's encoding, or the page's own, is used as browsers use it: Latin-1 is Windows-1252, GB 2312 is GB 18030."""
    assert page_text(f"<html>{text}".encode(encoding), "page", declared) == (f"<html>{text}", None)
    page = meta(declared) + text
    assert page_text(page.encode(encoding), "page") == (page, None)


def test_the_header_goes_before_the_page() -> None:
    """Where header and page declare different encodings, the header's counts."""
    page = meta("koi8-r") + RUSSIAN
    assert page_text(page.encode("cp1251"), "page", "windows-1251") == (page, None)


@pytest.mark.parametrize("declared", ["iso-8859-1", "us-ascii", "windows-1251", "Shift_JIS", "gbk"])
def test_utf_8_is_utf_8_whatever_is_declared(declared: str) -> None:
    """Bytes that are UTF-8 from end to end are UTF-8, even where header and page say otherwise."""
    page = meta(declared) + TEXT
    assert page_text(page.encode(), "page", declared) == (page, None)


def test_a_cut_off_ending_is_still_utf_8() -> None:
    """A page that ends within a character is UTF-8 all the same."""
    data = (meta("iso-8859-1") + TEXT + "é").encode()[:-1]
    assert page_text(data, "page") == (meta("iso-8859-1") + TEXT, None)


def test_an_xml_declaration_counts() -> None:
    """The encoding of an XML declaration counts as the page's own."""
    page = f'<?xml version="1.0" encoding="windows-1251"?><html>{RUSSIAN}'
    assert page_text(page.encode("cp1251"), "page") == (page, None)


def test_a_guess_is_told() -> None:
    """An encoding that nothing declares is guessed, and a notice says so."""
    text, notice = page_text((f"<html>{RUSSIAN} " * 8).encode("cp1251"), "page")
    assert RUSSIAN in text
    assert notice is not None
    assert "guessed" in notice


def test_a_declaration_that_does_not_fit_is_not_believed() -> None:
    """A page that declares UTF-8 and is something else altogether is read as what it is; a stray byte is told and replaced."""
    text, notice = page_text((meta("utf-8") + f"{RUSSIAN} " * 8).encode("cp1251"), "page")
    assert RUSSIAN in text
    assert notice is not None
    text, notice = page_text((meta("utf-8") + TEXT * 40).encode() + b"\xff!", "page")
    assert text.endswith("\ufffd!")
    assert notice is not None
    assert "do not fit" in notice


def test_a_stray_byte_makes_no_other_encoding() -> None:
    """A page that declares nothing and is UTF-8 but for a byte or two is UTF-8, which is told; one that is not UTF-8 at all is guessed."""
    text, notice = page_text(("<html>" + TEXT * 40).encode() + b"\xff!", "page")
    assert TEXT in text
    assert notice is not None
    assert "do not fit" in notice


@pytest.mark.parametrize("label", ["rot13", "base64", "unicode_escape", "zlib", "utf-7", "punycode", "nonsense", ""])
def test_a_label_that_is_no_encoding_is_ignored(label: str) -> None:
    """Python's codecs that are no encodings cannot be asked for."""
    assert page_text(b"<html>plain text +AGEAYg-", "page", label) == ("<html>plain text +AGEAYg-", None)


@pytest.mark.parametrize("label", ["cp037", "ibm500", "cp1026", "cp1140", "cp273", "cp424", "utf-32", "utf-16be"])
def test_a_page_in_ascii_is_in_no_encoding_that_writes_ascii_otherwise(label: str) -> None:
    """A label of EBCDIC or of wide letters, in the header or in the page, is not believed of a page whose label stands in ASCII."""
    page = meta(label) + "The bridge is closed."
    assert page_text(page.encode(), "page") == (page, None)
    assert page_text(page.encode(), "page", label) == (page, None)


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=20)))
def test_any_bytes_are_text_or_refused(data: bytes, charset: str | None) -> None:
    """Any bytes and any declared encoding give a text or an expected error."""
    try:
        text, _ = page_text(data, "page", charset)
    except ArticleError:
        return
    assert isinstance(text, str)
