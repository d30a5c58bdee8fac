"""A card in the four forms it is published in. Pure: nothing here reads the environment, a clock or a terminal."""

from __future__ import annotations

from typing import Literal

from summarize.card import Card
from summarize.errors import UsageError
from summarize.plugins import plugin_named
from summarize.rendering.json import to_json
from summarize.rendering.markdown import to_markdown

__all__ = ["Format", "render", "to_html", "to_json", "to_markdown", "to_terminal"]

Format = Literal["terminal", "markdown", "html", "json"]
"""The built-in forms."""


def render(
    card: Card,
    format: Format | str,  # noqa: A002 - the option's name
    *,
    width: int = 80,
    color: bool = False,
    language: str | None = None,
) -> str:
    """The card in a form, ending in one line end.

    Args:
        card: the card.
        format: a built-in form, or the name of one that an installed package brings.
        width: columns of a terminal, for that form alone.
        color: whether the terminal may be given styles, for that form alone.
        language: the language of titles, notes and dates, such as "de". Where nobody has written them in it, or
            none is given: the article's, else English.

    Raises:
        UsageError: there is no such form.
        ConfigurationError: the plugin does not work.
    """
    match format:
        case "terminal":
            return to_terminal(card, width=width, color=color, language=language)
        case "markdown":
            return to_markdown(card, language)
        case "html":
            return to_html(card, language)
        case "json":
            return to_json(card)
        case _:
            return _by_plugin(card, format)


def _by_plugin(card: Card, name: str) -> str:
    plugin = plugin_named("renderers", name)
    if plugin is None:
        raise UsageError(f"no format is called {name!r}, and no installed package brings it")
    text = plugin.value(card) if callable(plugin.value) else None
    if not isinstance(text, str):
        raise plugin.error("makes no text: it has to be a function of a Card that returns a str")
    return text.rstrip("\n") + "\n"


def to_terminal(card: Card, *, width: int = 80, color: bool = False, language: str | None = None) -> str:
    """The card for a terminal of `width` columns. It holds no escape sequence unless `color`; NO_COLOR is the caller's."""
    from summarize.rendering import terminal  # noqa: PLC0415 - only this form needs rich, which takes a while to import

    return terminal.to_terminal(card, width=width, color=color, language=language)


def to_html(card: Card, language: str | None = None) -> str:
    """The card as one self-contained page, the article beside it."""
    from summarize.rendering import html  # noqa: PLC0415 - the page's style and script are read for this form alone

    return html.to_html(card, language)
