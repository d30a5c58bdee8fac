"""A checked text as one self-contained page: its sentences beside the sources, each leading to the words that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarize.rendering import safe
from summarize.rendering.checked.text import MARKS, reason_of, summary
from summarize.rendering.pages import asset, page
from summarize.rendering.passage import Passages

if TYPE_CHECKING:
    from summarize.rendering.checked import Result


def to_html(results: Sequence[Result]) -> str:
    """The page. It loads nothing, runs only its own script, and works without it."""
    articles = {article.id: article for _, article in results}
    shown = {
        name: Passages(
            article.text,
            (part for checked, each in results if each.id == name for part in checked.evidence),
            prefix=f"{number}-",
        )
        for number, (name, article) in enumerate(articles.items())
    }
    return page(
        "checked.html.j2",
        style=asset("summarize.rendering", "page.css"),
        script=asset("summarize.rendering", "page.js"),
        title="Checked against its sources",
        summary=summary(results),
        results=[(checked, reason_of(checked), shown[article.id]) for checked, article in results],
        sources=[(article, _file(article.source), shown[name]) for name, article in articles.items()],
        marks=MARKS,
    )


def _file(source: str) -> str:
    """The last part of a path or an address."""
    return safe.one_line(source).rpartition("/")[2] or source
