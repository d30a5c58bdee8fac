"""The page's own counting of characters, in the browser, beside Python's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORDS = [
    "Öst",
    "O'Neil",
    "U.S.",
    "1,100",
    "😀",
    "👩🏽‍🚀",
    "𝒜𝒷",
    "السلام",
    "नमस्ते",
    "e\u0301",
    "日本語",
    "\u202e",
    "-",
    "\n",
    "\n\n",
    " \n \n",
    " ",
    "\t",
    "“",
    "”",
]
TEXTS = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=4)), max_size=25
).map("".join)
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def ask(page: Page, expression: str, *arguments: Any) -> Any:
    """The value of an expression over `text`, a Text of the first argument, and `args`, the others."""
    return page.evaluate(
        f"async ([string, ...args]) => {{ const {{ Text }} = await import(new URL('text.js', location.href)); const text = new Text(string); return {expression}; }}",
        list(arguments),
    )


def test_code_points(label: Open) -> None:
    """A code point and its place in a JavaScript string are found from each other, as Python counts them."""
    page = label().page

    @SLOW
    @given(TEXTS)
    def holds(text: str) -> None:
        units = [len(text[:at].encode("utf-16-le")) // 2 for at in range(len(text) + 1)]
        assert ask(page, "[text.length, args[0].map((_, at) => text.unit(at))]", text, units) == [len(text), units]
        assert ask(page, "args[0].map((unit) => text.point(unit))", text, units) == list(range(len(text) + 1))

    holds()


def test_slices(label: Open) -> None:
    """The words between two code points are Python's slice, and are known to stand there and nowhere they do not."""
    page = label().page

    @SLOW
    @given(TEXTS, st.integers(0, 40), st.integers(0, 40))
    def holds(text: str, start: int, length: int) -> None:
        words = text[start : start + length]
        assert ask(page, "text.slice(args[0], args[0] + args[1])", text, start, length) == words
        if words and start < len(text):
            assert ask(page, "text.holds(args[0], args[1])", text, words, start)
            assert ask(page, "text.holds(args[0], args[1])", text, words + "x", start) == (
                text[start:].startswith(words + "x")
            )

    holds()


def test_paragraphs(label: Open) -> None:
    """Paragraphs leave out nothing but line ends and what is blank, and never overlap."""
    page = label().page

    @SLOW
    @given(TEXTS)
    def holds(text: str) -> None:
        ranges = ask(page, "text.paragraphs", text)
        at = 0
        for start, end in ranges:
            assert at <= start < end <= len(text)
            assert not re.sub(r"\s", "", text[at:start])
            assert "\n\n" not in text[start:end]
            at = end
        assert not re.sub(r"\s", "", text[at:])

    holds()


def test_words(label: Open) -> None:
    """Words are in order and hold letters; a name is found where it stands as whole words, over a line end as well."""
    page = label().page
    words = ask(
        page, "text.words.map(([from, to]) => text.slice(from, to))", "🛳️ Dr. O'Neil, 1,100 well-known U.S. captains"
    )
    assert words[0] == "Dr"
    assert "captains" in words
    text = "😀 Ida Öst said. Ida\nÖst’s Östermalm, Ida Östberg; (Ida Öst)"
    places = ask(page, "text.occurrences(args[0])", text, "Ida Öst")
    assert [text[start:end] for start, end in places] == ["Ida Öst", "Ida\nÖst", "Ida Öst"]
    assert ask(page, "text.occurrences(args[0])", "a (b) [c] a", "(b) [c]") == [[2, 9]]
    assert ask(page, "text.occurrences(args[0])", "a", " ") == []
