"""Cards of texts written for these tests, by the built-in engine and by rules alone."""

from __future__ import annotations

from summarize.briefing import Story
from summarize.card import Card
from summarize.engines.extractive import ExtractiveEngine
from summarize.pipeline import Pipeline
from summarize.reading import read_text
from summarize.stories.merging import Source, merge

DAY = "2026-03-14"
_PIPELINE = Pipeline(ExtractiveEngine())


def card_of(text: str, publisher: str = "The Quay", published: str = DAY, title: str = "") -> Card:
    """The card of a text. A title is put above it; with an empty date it has none."""
    date = f"date: {published}\n" if published else ""
    head = f"---\npublisher: {publisher}\n{date}---\n\n"
    whole = head + (f"{title}\n\n" if title else "") + text
    return _PIPELINE.card(read_text(whole, f"{publisher}.md").article)


def story_of(*cards: Card, copies: dict[int, int] | None = None, day: str = DAY) -> Story:
    """The story of some cards; `copies` maps a number to that of the article which it repeats."""
    sources = [Source(number, card, (copies or {}).get(number)) for number, card in enumerate(cards, 1)]
    return merge(sources, (), day)
