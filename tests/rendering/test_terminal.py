from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from summarize.card import Card
from summarize.rendering import to_terminal

from . import cards
from .test_safe import DENSE_TEXT

CARDS = [cards.ordinary(), cards.hostile(), cards.bare()]
SGR = re.compile(r"\x1b\[[0-9;]*m")
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\U000e0000-\U000e007f\ud800-\udfff]")


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("width", [10, 24, 40, 60, 80, 160])
def test_plain_card(card: Card, width: int) -> None:
    """Without colour a card holds no escape sequence, no trailing space, no line beyond its measure, and ends once."""
    text = to_terminal(card, width=width)
    assert not ACTING.search(text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for line in text.splitlines():
        assert line == line.rstrip()
        assert cell_len(line) <= min(max(width, 24), 100)


@pytest.mark.parametrize("card", CARDS)
def test_colored_card(card: Card) -> None:
    """With colour the only escapes are rich's own styles, and the words are those of the plain card."""
    text = to_terminal(card, color=True)
    assert SGR.search(text)
    assert not ACTING.search(SGR.sub("", text))
    bare = "\n".join(line.rstrip() for line in SGR.sub("", text).splitlines())
    assert bare == to_terminal(card).rstrip("\n")


def test_environment_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same card, width and colour give the same text, whatever the environment says."""
    expected = to_terminal(cards.ordinary(), color=True)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "30", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert to_terminal(cards.ordinary(), color=True) == expected


def test_markup_is_text() -> None:
    """What looks like rich markup or an emoji code is shown as it is written."""
    assert "[bold red]x[/] :fire: [link=https://evil.example]y[/link]" in to_terminal(
        cards.hostile("[bold red]x[/] :fire: [link=https://evil.example]y[/link]", "x"), width=100
    )


def test_wide_characters_fit() -> None:
    """Lines are measured in columns, not characters."""
    card = cards.hostile("港口委员会周五投票决定夜间渡轮继续运营至三月" * 6, "港")
    assert all(cell_len(line) <= 60 for line in to_terminal(card, width=60).splitlines())


@settings(deadline=None, max_examples=60)
@given(DENSE_TEXT.filter(bool), st.integers(1, 120))
def test_any_text(payload: str, width: int) -> None:
    """No text in any field brings a control character to the terminal or widens a line."""
    text = to_terminal(cards.hostile(payload, payload), width=width)
    assert not ACTING.search(text)
    assert all(cell_len(line) <= min(max(width, 24), 100) for line in text.splitlines())
