"""A store that remembers a card and a day, and what is done to it in tests."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from summarize.briefing import Briefing, Made
from summarize.card import Card
from summarize.daily.day import briefing_of
from summarize.daily.memory import Memory
from summarize.engines.extractive import ExtractiveEngine
from summarize.pipeline import Pipeline
from summarize.reading import read_text
from summarize.stories.composing import Edition

CARD = Pipeline(ExtractiveEngine()).card(
    read_text("LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday, the council said.").article
)
MADE = Made(created="2026-03-03T00:00:00+00:00", tool_version="", engine="extractive", cards=1, seconds=0)


def silent(line: str) -> None:
    raise AssertionError(line)


def told(memory: Memory, day: str, *cards: Card) -> Briefing:
    """A day's briefing, remembered."""
    briefing = briefing_of(cards, (), MADE, Edition(day, "UTC", day), memory.before(day))
    memory.remember(briefing, [f"key {number}" for number in range(len(cards))])
    return briefing


def changed(path: Path, *statements: str) -> None:
    """Change a database from outside."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def everything(memory: Memory) -> tuple[object, ...]:
    """All that a run does with its memory."""
    found = (
        memory.card("key"),
        memory.before("2026-03-04"),
        memory.seen("feed", "item"),
        memory.cards_of("2026-03-03"),
    )
    memory.keep_card("another", CARD)
    memory.keep_card("a third", CARD)
    memory.mark("feed", "another")
    told(memory, "2026-03-04", CARD)
    return found
