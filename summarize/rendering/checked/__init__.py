"""A checked text in its forms: terminal, Markdown, an HTML page beside the sources, JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

from summarize.article import Article
from summarize.checking.check import Checked

Form = Literal["terminal", "markdown", "html", "json"]
Result = tuple[Checked, Article]
"""A sentence of the text, and the source that it was held against with the clearest outcome."""


def render_checked(
    results: Sequence[Result], form: Form, *, width: int = 80, color: bool = False, several: bool = False
) -> str:
    """A checked text.

    Args:
        results: its sentences in order.
        form: how to show them.
        width: columns of a terminal.
        color: whether the terminal may be given styles.
        several: whether the text was held against several sources, so that each passage names its own; JSON and HTML always do.
    """
    if form == "json":
        rows = [{"source": article.source, **checked.model_dump(mode="json")} for checked, article in results]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        from summarize.rendering.checked.page import to_html  # noqa: PLC0415 - one form of four

        return to_html(results)
    from summarize.rendering.checked.text import to_markdown, to_terminal  # noqa: PLC0415

    return (
        to_markdown(results, several=several)
        if form == "markdown"
        else to_terminal(results, width=width, color=color, several=several)
    )
