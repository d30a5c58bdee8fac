"""Rules of turning bytes into text, and text into the text an article carries."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import ArticleError
from summarize.reading.decoding import MAX_BYTES, clean, decode
from tests.evidence.texts import TEXTS

STORY = "The board’s chair said: “We will not sign.” It met at the café on the quay for nine hours."
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ue000\ud800-\udfff]"
)


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        STORY.encode("utf-16"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        STORY.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8 bom", "utf-16", "utf-16-be bom", "utf-16-le bom", "utf-32"],
)
def test_unicode_is_read_without_a_word(data: bytes) -> None:
    """UTF-8, and any Unicode encoding that its byte-order mark declares, is read as it is and needs no notice."""
    assert decode(data, "story.txt") == (STORY, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_a_guessed_encoding_is_told(encoding: str) -> None:
    """Text in an undeclared encoding other than UTF-8 is read right, curly marks included, and a notice says it was guessed."""
    text, notice = decode((STORY + " " + STORY).encode(encoding), "story.txt")
    assert text == STORY + " " + STORY
    assert notice is not None
    assert "guessed" in notice


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04 and so on", "Office"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0 and so on", "image"),
        (b"{\\rtf1 and so on}", "RTF"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00\x01\x02\x03" * 400, "binary"),
        (codecs.BOM_UTF16_LE + b"abc", "damaged"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, reason: str) -> None:
    """A PDF, image, Office file or other binary is refused with exit code 4, and the message says what it is."""
    with pytest.raises(ArticleError, match=reason) as caught:
        decode(data, "story.bin")
    assert caught.value.exit_code == 4
    assert "story.bin" in str(caught.value)


def test_too_many_bytes_are_refused_with_the_bound() -> None:
    """A file beyond the bound is refused, and the message names the bound."""
    with pytest.raises(ArticleError, match=f"{MAX_BYTES:,}"):
        decode(b"a" * (MAX_BYTES + 1), "story.txt")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("\x93We know\x94, she said\x85 \x96 \x91no\x92", "“We know”, she said… – ‘no’"),
        ("har\xadbour", "harbour"),
        ("30\xa0000 ships", "30\xa0000 ships"),
        ("\ufeffThe pier", "The pier"),
        ("zero\u200bwidth \u2060joined", "zerowidth joined"),
        ("left\u202eright\u202c \u2066isolated\u2069", "leftright isolated"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]8;;https://evil.example/\x1b\\click\x1b]8;;\x1b\\", "click"),
        ("\x1b]52;c;ZXZpbA==\x07copied", "copied"),
        ("a\x00b\x07c", "abc"),
        ("a\tb", "a b"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("a\ue000b", "ab"),
        ("crème brûlée 东京 😀", "crème brûlée 东京 😀"),
    ],
)
def test_cleaning_keeps_words_and_drops_tricks(raw: str, expected: str) -> None:
    """Windows quote marks are mended; control, escape, bidirectional, zero-width and soft-hyphen characters go; the rest stays."""
    assert clean(raw) == expected


def test_joiners_inside_words_and_emoji_stay() -> None:
    """The zero-width joiners that scripts and emoji need are words, not tricks."""
    text = "می\u200cخواهم 👩\u200d🚒"
    assert clean(text) == text


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_cleaned_text_holds_nothing_harmful_and_stays_as_it_is(text: str) -> None:
    """Whatever came in, cleaned text holds no control, escape, bidirectional or surrogate character; cleaning it again changes nothing."""
    cleaned = clean(text)
    assert not FORBIDDEN.search(cleaned)
    assert clean(cleaned) == cleaned


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Any bytes at all are either read as text or refused with an expected error."""
    try:
        text, _ = decode(data, "story.txt")
    except ArticleError:
        return
    assert len(text) <= len(data)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_utf8_is_never_taken_for_something_else(text: str) -> None:
    """A text in UTF-8 without control characters comes back as it was written."""
    written = clean(text)
    try:
        assert decode(written.encode(), "story.txt") == (written, None)
    except ArticleError:
        assert written.encode().startswith((b"%PDF", b"PK\x03\x04", b"GIF8", b"{\\rtf"))
