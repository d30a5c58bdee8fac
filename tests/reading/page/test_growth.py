"""Pages made to be slow to read: what is copied grows with their length, not with its square. Counted, not timed."""

from __future__ import annotations

import pytest

from summarize.reading.page.markup import tree
from tests.reading.page.samples import a_page, text_of

MOST = 2.2
_CONTROL = tree.CONTROL


class _Counted:
    """An expression that counts the characters that it is given."""

    def __init__(self) -> None:
        self.characters = 0

    def sub(self, by: str, text: str) -> str:
        """As `re` does it."""
        self.characters += len(text)
        return _CONTROL.sub(by, text)


def _copied(data: bytes, monkeypatch: pytest.MonkeyPatch) -> int:
    counted = _Counted()
    monkeypatch.setattr(tree, "CONTROL", counted)
    text_of(data)
    return counted.characters


@pytest.mark.parametrize("unit", ["<template>a</template>ж", "<i hidden>a</i>ж", "<ruby>a<rt>b</rt></ruby>ж"])
def test_what_is_hidden_costs_its_length(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many elements that are not shown take at most 2.2 times the characters of text to be moved, and all text behind them is kept."""
    once, twice = (_copied(a_page(after=unit * number), monkeypatch) for number in (300, 600))
    assert twice <= MOST * max(1, once)
    assert text_of(a_page(after=f"<p>The lamps {unit * 300} are lit.</p>")).count("ж") == 300
