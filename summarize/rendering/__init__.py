"""A card in the four forms it is published in. Pure: nothing here reads the environment, a clock or a terminal."""

from __future__ import annotations

from typing import Literal

from summarize.card import Card
from summarize.rendering.json import to_json
from summarize.rendering.markdown import to_markdown

__all__ = ["Format", "render", "to_html", "to_json", "to_markdown", "to_terminal"]

Format = Literal["terminal", "markdown", "html", "json"]


def render(card: Card, format: Format, *, width: int = 80, color: bool = False) -> str:  # noqa: A002 - the option's name
    """The card in `format`, ending in one line end. `width` (columns) and `color` are for the terminal alone."""
    match format:
        case "terminal":
            return to_terminal(card, width=width, color=color)
        case "markdown":
            return to_markdown(card)
        case "html":
            return to_html(card)
        case "json":
            return to_json(card)


def to_terminal(card: Card, *, width: int = 80, color: bool = False) -> str:
    """The card for a terminal of `width` columns. It holds no escape sequence unless `color`; NO_COLOR is the caller's."""
    from summarize.rendering import terminal  # noqa: PLC0415 - only this form needs rich, which takes a while to import

    return terminal.to_terminal(card, width=width, color=color)


def to_html(card: Card) -> str:
    """The card as one self-contained page, the article beside it."""
    from summarize.rendering import html  # noqa: PLC0415 - the page's style and script are read for this form alone

    return html.to_html(card)
