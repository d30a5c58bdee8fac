"""Cards of texts written for these tests, by the built-in engine and by rules alone."""

from __future__ import annotations

from summarize.briefing import Story
from summarize.card import Card
from summarize.engines.extractive import ExtractiveEngine
from summarize.pipeline import Pipeline
from summarize.reading import read_text
from summarize.stories.merging import Source, merge

DAY = "2026-03-14"
LEAD = "Seven people were killed and 23 injured when a ferry hit the pier at Brest on Friday, the port authority said."
OTHER = "Nine people died when a ferry struck the pier at Brest on Friday, according to the dockers’ union."
FIRE = "A fire burned down the fish market at Brest on Friday. "
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
