"""HTML from parts that are escaped by construction: a `Markup` is made here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType

from summarize.rendering import safe

Markup = NewType("Markup", str)
"""HTML that may stand in a page as it is. Text becomes Markup only through `text`, so a type checker finds what was not."""

_VOID = frozenset({"meta"})
# Elements that hold text of an article: each takes its direction from its own first letter, so that Arabic or Hebrew words run from
# right to left among an English page's labels.
_DIRECTED = frozenset({"h1", "h2", "h3", "h4", "p", "li", "blockquote", "q", "strong", "figcaption"})


def text(content: str) -> Markup:
    """Any text, escaped."""
    return Markup(safe.html(content))


def line(content: str) -> Markup:
    """Any text on one line, escaped; a note in its place if nothing would be seen."""
    return Markup(safe.html(safe.visible(content)))


def element(name: str, /, *content: Markup, **attributes: str | None) -> Markup:
    """An element. An attribute's name may end in `_` and has `_` for `-`; one whose value is None is left out."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    if name in _DIRECTED:
        named.setdefault("dir", "auto")
    written = "".join(f' {key}="{safe.html(value)}"' for key, value in named.items() if value is not None)
    return Markup(f"<{name}{written}>" + ("" if name in _VOID else f"{''.join(content)}</{name}>"))


def inline_asset(name: str, content: str) -> Markup:
    """A `style` or `script` element with content of this package's own, which HTML does not unescape."""
    if "</" in content:
        raise ValueError(f"this content would end its {name} element early")
    return Markup(f"<{name}>{content}</{name}>")


def joined(parts: Iterable[Markup], separator: str = "") -> Markup:
    """Several parts as one. The separator is text."""
    return Markup(safe.html(separator).join(parts))
