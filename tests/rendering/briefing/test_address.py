from __future__ import annotations

import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.briefing import BriefedArticle, Cite
from summarize.rendering.briefing.sources import address, passage, text_directive

TEXT = "Lund, 7-9 Quay & Sons, said so. Lund said so again.\n\nA line – the last one of the text, it is – ends here with some words."


@pytest.mark.parametrize(
    ("words", "occurrence", "directive"),
    [
        ("7-9 Quay & Sons, said", 1, "7%2D9%20Quay%20%26%20Sons%2C%20said"),
        ("Lund", 2, "Sons%2C%20said%20so.-,Lund"),
        ("Lund", 1, "Lund"),
        ("ay & So", 1, "Quay%20%26%20Sons"),
        ("said so again.\n\nA line – the last", 1, "said%20so%20again.,A%20line%20%E2%80%93%20the%20last"),
        (
            "A line – the last one of the text, it is – ends here with some words.",
            1,
            "A%20line%20%E2%80%93%20the%20last,ends%20here%20with%20some%20words.",
        ),
        ("\n\n", 1, None),
    ],
)
def test_text_directive(words: str, occurrence: int, directive: str | None) -> None:
    """Whole words, reserved characters encoded; first and last words of what is long; the words before what stands there twice."""
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(words, start + 1)
    expected = None if directive is None else f"text={directive}"
    if words == "Lund" and occurrence == 2:
        expected = "text=Quay%20%26%20Sons%2C%20said%20so.-,Lund"
    assert text_directive(TEXT, start, start + len(words)) == expected


def test_word_that_begins_a_line() -> None:
    """What stands twice, and here at the start of a line, is told apart by the words after it."""
    text = "It rained.\nIt snowed all day."
    assert text_directive(text, 11, 13) == "text=It,-snowed%20all%20day."


@given(st.text(min_size=1, max_size=400), st.data())
def test_directive_is_short_and_encoded(text: str, data: st.DataObject) -> None:
    """A fragment stays below 300 characters and holds nothing but what its grammar allows, whatever is cited."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    directive = text_directive(text, start, end)
    if directive is not None:
        assert len(directive) < 300
        assert directive.startswith("text=")
        parts = directive.removeprefix("text=").split(",")
        assert len(parts) <= 4
        for part in parts:
            plain = part.removesuffix("-") if part is parts[0] else part.removeprefix("-")
            assert plain == urllib.parse.quote(urllib.parse.unquote(plain), safe="").replace("-", "%2D")


def test_no_spaces() -> None:
    """A long text in a script without spaces is given by its first and last characters, which do not overlap."""
    text = "港湾委員会は金曜日に夜間フェリーを三月まで運航し続けることを決定した。"
    first, last = (text_directive(text, 0, len(text)) or "").removeprefix("text=").split(",")
    assert text.startswith(urllib.parse.unquote(first))
    assert text.endswith(urllib.parse.unquote(last))
    assert len(urllib.parse.unquote(first + last)) < len(text)


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("https://a.example/x?utm=1", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/x", "https://evil.example/x", "https://a.example/x"),
        ("story.html", "https://a.example/x", "https://a.example/x"),
        ("story.html", "javascript:alert(1)", None),
        ("https://bank.example@evil.example/", None, None),
        ("-", None, None),
    ],
)
def test_address(source: str, url: str | None, expected: str | None) -> None:
    """Its own address, but never one of another host than the one that was read; and only a plain web address."""
    assert address(BriefedArticle(number=1, id="x", source=source, url=url, text="x")) == expected


def test_fragment_of_the_address() -> None:
    """A place in the page that the address names is kept; a text fragment that it brings is not followed."""
    cite = Cite(article=1, start=0, end=4, text="Lund")
    assert passage("https://a.example/x#top", TEXT, cite) == "https://a.example/x#top:~:text=Lund"
    assert passage("https://a.example/x#:~:text=evil", TEXT, cite) == "https://a.example/x#:~:text=Lund"
