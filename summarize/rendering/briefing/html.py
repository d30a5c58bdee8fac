"""A briefing as one self-contained page: each line with marks that show the words it rests on, and lead to them."""

from __future__ import annotations

from typing import Any

from summarize.briefing import Briefing
from summarize.outputs import generator
from summarize.rendering import safe, words
from summarize.rendering.briefing import phrases, sections
from summarize.rendering.briefing.cites import Cites
from summarize.rendering.briefing.markdown import planned
from summarize.rendering.briefing.plan import minutes, rest
from summarize.rendering.briefing.sources import told_in
from summarize.rendering.labels import direction, language, spoken
from summarize.rendering.pages import asset, page


def to_html(briefing: Briefing, language: str | None = None) -> str:
    """The page. It loads nothing, runs only its own script, and works without it. For `language`, see `render_briefing`."""
    with spoken(language, told_in(briefing)):
        return _page(briefing)


def _page(briefing: Briefing) -> str:
    own = sum(article.earlier is None for article in briefing.articles)
    return page(
        "briefing.html.j2",
        style=asset("summarize.rendering.briefing", "briefing.css"),
        script=asset("summarize.rendering.briefing", "briefing.js"),
        generator=generator(briefing.made.tool_version, "briefing", briefing.date, own),
        **values_of(briefing),
    )


def values_of(briefing: Briefing) -> dict[str, Any]:
    """What the template of a briefing's page shows."""
    plan, count = planned(briefing)
    news = sections.news(briefing)
    return {
        "title": f"{safe.visible(phrases.title(briefing))}, {safe.visible(words.date(briefing.date))}",
        "briefing": briefing,
        "cites": Cites(briefing),
        "plan": plan,
        "reading": phrases.reading(count, minutes(count)),
        "told": [story for story in news if plan.tells(story)],
        "untold": [story for story in news if not plan.tells(story)],
        "rest": rest,
        "linked": {story.number for story in news},
        "phrases": phrases,
        "sections": sections,
        "words": words,
        "language": language(),
        "direction": direction(language()),
    }
