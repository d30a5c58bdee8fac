"""Pages made to be slow to read: what is copied grows with their length, not with its square. Counted, not timed."""

from __future__ import annotations

import pytest
from lxml import etree, html

from summarize.reading.page.markup.scan import scan
from summarize.reading.page.page import page_of
from tests.reading.page.samples import a_page, text_of

MOST = 2.2
OPEN = "<template shadowrootmode=open>"


class _Counted:
    """Counts the characters that are read of a tree or written into it."""

    def __init__(self) -> None:
        self.characters = 0

    def told(self, name: str) -> property:
        """An attribute of elements, `text` or `tail`, that is counted each time."""
        held = getattr(etree._Element, name)

        def read(element: html.HtmlElement) -> str | None:
            text: str | None = held.__get__(element)
            self.characters += len(text or "")
            return text

        def write(element: html.HtmlElement, text: str | None) -> None:
            self.characters += len(text or "")
            held.__set__(element, text)

        return property(read, write)


def _copied(data: bytes, monkeypatch: pytest.MonkeyPatch) -> int:
    counted = _Counted()
    with monkeypatch.context() as patched:
        for name in ("text", "tail"):
            patched.setattr(html.HtmlElement, name, counted.told(name), raising=False)
        page_of(scan(data.decode(), "page.html"), "page.html")
    return counted.characters


@pytest.mark.parametrize("unit", ["<template>a</template>ж", "<i hidden>a</i>ж", "<ruby>a<rt>b</rt></ruby>ж"])
def test_what_is_hidden_costs_its_length(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many elements that are not shown take at most 2.2 times the characters of text to be moved, and all text behind them is kept."""
    once, twice = (_copied(a_page(after=unit * number), monkeypatch) for number in (600, 1200))
    assert twice <= MOST * once
    assert text_of(a_page(after=f"<p>The lamps {unit * 300} are lit.</p>")).count("ж") == 300


@pytest.mark.parametrize(
    "unit",
    [
        "<x-a>b</x-a>ж",
        f"<x-a>{OPEN}<style>:host{{color:red}}</style><b><slot></slot></b></template>b</x-a>ж",
        "<form>a</form>ж",
        "<q>a</q>ж",
        "<blockquote>a<footer>b</footer></blockquote>ж",
    ],
)
def test_what_is_put_elsewhere_costs_its_length(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for what is hidden, for all else that is moved or made something else."""
    once, twice = (_copied(a_page(after=unit * number), monkeypatch) for number in (600, 1200))
    assert twice <= MOST * once


def test_roots_within_roots_cost_their_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each element is of one root, however deep it stands."""

    def nested(number: int) -> bytes:
        roots = f"<x-a>{OPEN}<style>b{{color:red}}</style>" * 40 + "<b>ж</b>" * number + "</template></x-a>" * 40
        return a_page(after=roots)

    once, twice = (_copied(nested(number), monkeypatch) for number in (2000, 4000))
    assert twice <= MOST * once
