"""A card as one self-contained page: the card beside its article, each item tied to the words it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.card import Card
from summarize.outputs import generator
from summarize.rendering import safe, words
from summarize.rendering.corrections import correction
from summarize.rendering.labels import direction, labels_in, language, primary
from summarize.rendering.pages import asset, page
from summarize.rendering.passage import Passages

_MAX_RULES_WITHOUT_SCRIPT = 200


def to_html(card: Card, language: str | None = None) -> str:
    """The page. It loads nothing, runs only its own script, and works without it. For `language`, see `render`."""
    with labels_in(language, card.article.language):
        return _render_card(card)


def _render_card(card: Card) -> str:
    article = card.article
    shown = Passages(
        article.text, (*card.headline.evidence, *(part for item in card.items() for part in item.evidence))
    )
    told_in = article.language if article.language and primary(article.language) else "en"
    return page(
        "card.html.j2",
        style=asset("summarize.rendering", "page.css"),
        script=asset("summarize.rendering", "page.js"),
        without_script=_rules_without_script(shown.names),
        language=told_in,
        direction=direction(told_in),
        own=language(),
        own_direction=direction(language()),
        generator=generator(card.provenance.tool_version, "card"),
        title=safe.one_line(words.in_full(card.headline)) or words.untitled_label(),
        card=card,
        shown=shown,
        titled=article.title is not None and safe.one_line(shown.first) == safe.one_line(article.title),
        link=safe.web_link(article.source),
        words=words,
        correction=correction,
    )


def _rules_without_script(names: Sequence[str]) -> str:
    """Style rules that light up the whole of a place that a link leads to, for readers that run no script."""
    if not names or len(names) > _MAX_RULES_WITHOUT_SCRIPT:
        return ""  # `:has` is evaluated for each rule; the first segment is still lit by `:target`
    selectors = ",".join(f'main:has([id="e-{name}"]:target) [data-e~="{name}"]' for name in names)
    return f"{selectors}{{--soft:var(--lit-ink);--warn:var(--lit-ink);background:var(--lit);color:var(--lit-ink)}}"
