"""Rules of a store over many days, whatever each of them brings. All texts were written for these tests."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.briefing import Briefing, Made, Story
from summarize.card import Card
from summarize.daily.day import briefing_of
from summarize.daily.memory import Memory
from summarize.stories.composing import Edition
from tests.stories.made import card_of

MADE = Made(created="2026-03-14T00:00:00+00:00", tool_version="", engine="extractive", cards=1, seconds=0)
FIRST = date(2026, 3, 1)
DAYS = 10
EVENTS = (
    ("Ferry hits pier at Brest", "{n} people were killed when the ferry Armorique hit the pier at Brest, the port authority said. Divers searched the harbour of Brest for the ferry's crew."),
    ("Thieves take Voet portrait from Ghent museum", "Thieves took {n} portraits by Jan Voet from the museum in Ghent, police said. The Voet portraits are insured for {n} million euros, the museum said."),
    ("Bakers strike in Porto", "{n} bakers went on strike in Porto over the price of flour, their guild said. Ana Prado, who leads the guild in Porto, asked the flour mills for talks."),
)  # fmt: skip
KINDS = ("new", "changed", "corrected", "withdrawn", "returning", "same", "opinion", "undated")
Entry = tuple[int, str, int]
"""An event, what a day brings of it, and the outlet."""


@cache
def _card(event: int, kind: str, outlet: int, day: int) -> Card:
    title, body = EVENTS[event]
    publisher, stamp = "ABC"[outlet], (FIRST + timedelta(days=day)).isoformat()
    match kind:
        case "corrected":
            text = f"In an article published this week (“{title}”) we wrote that there were {7 + event}. There were {day + 2}. We regret the error."
            return card_of(text, publisher, stamp, f"Correction: {title}")
        case "withdrawn":
            return card_of(
                f"This article was withdrawn by its editors. It had said of {title} what is not known.",
                publisher,
                stamp,
                title,
            )
        case "changed":
            return card_of(
                body.format(n=10 + 3 * day) + f" It was the {day + 1}th report of the day.",
                publisher,
                stamp,
                f"{title}: toll rises",
            )
        case "same":
            return card_of(body.format(n=7), publisher, FIRST.isoformat(), title)
        case "opinion":
            return card_of(
                f"What happened after “{title}” should teach us all to look twice, and to look again. Nobody did.",
                publisher,
                stamp,
                "A second look",
            )
        case _:
            date = "" if kind == "undated" else stamp
            return card_of(body.format(n=7 + outlet), publisher, date, f"{title}, {kind}")


ENTRIES = st.tuples(st.integers(0, len(EVENTS) - 1), st.sampled_from(KINDS), st.integers(0, 2))
SEQUENCES = st.lists(st.lists(ENTRIES, max_size=4, unique=True), min_size=DAYS, max_size=DAYS)


def _told(memory: Memory, day: int, entries: Sequence[Entry]) -> Briefing:
    stamp = (FIRST + timedelta(days=day)).isoformat()
    cards = [_card(*entry, day) for entry in entries]
    edition = Edition(stamp, "UTC", FIRST.isoformat(), watch=("Brest", "Ghent"))
    briefing = briefing_of(cards, (), MADE, edition, memory.before(stamp))
    memory.remember(briefing)
    return briefing


def _days(path: Path | None, days: Sequence[Sequence[Entry]], *, reopened: bool) -> list[Briefing]:
    """The briefings of days, in one run with one store, or the store opened anew for each and every day made twice."""
    if not reopened:
        with Memory(path, print) as memory:
            return [_told(memory, day, entries) for day, entries in enumerate(days)]
    found: list[Briefing] = []
    for day, entries in enumerate(days):
        for _ in range(2):
            with Memory(path, print) as memory:
                made = _told(memory, day, entries)
        found.append(made)
    return found


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(days=SEQUENCES)
def test_every_day_gives_a_briefing(days: list[list[Entry]], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Ten days of any kind each give a briefing whose citations resolve, and the same one whether the store is opened for each or once for all."""
    folder: Path = tmp_path_factory.mktemp("days")
    once = _days(None, days, reopened=False)
    for briefing in once:
        assert Briefing.model_validate_json(briefing.model_dump_json()) == briefing
        assert len({story.key for story in briefing.stories}) == len(briefing.stories)
        for article in (briefing.articles[number - 1] for story in briefing.quiet for number in story.articles):
            assert article.earlier == briefing.previous
    assert _days(folder / "a.sqlite3", days, reopened=True) == once


def test_the_day_after_an_update_gives_a_briefing() -> None:
    """After a briefing that told an update, the next days still give theirs, and one that has gone quiet tells no change of the day before."""
    days: list[list[Entry]] = [
        [(0, "new", 0), (0, "new", 1)],
        [(0, "changed", 0), (0, "changed", 1)],
        [(1, "new", 0)],
        [],
    ]
    found = _days(None, days, reopened=False)
    assert {change.kind for story in found[1].stories for change in story.changes} == {"updated"}
    (quiet,) = found[2].quiet
    assert quiet.changes == ()


def test_a_store_that_was_broken_by_an_update_opens_again(tmp_path: Path) -> None:
    """A store of an earlier version, whose stories cite articles that were not kept, gives a briefing; a story that cannot be shown any more is left out."""
    days: list[list[Entry]] = [
        [(0, "new", 0), (0, "new", 1)],
        [(0, "changed", 0), (0, "changed", 1), (1, "new", 0), (1, "new", 1)],
    ]
    path = tmp_path / "a.sqlite3"
    with Memory(path, print) as memory:
        second = [_told(memory, day, entries) for day, entries in enumerate(days)][-1]
    updated, new = second.stories if second.stories[0].changes[0].kind == "updated" else second.stories[::-1]
    _put(path, second.date, updated)  # as earlier versions did, with its changes
    with Memory(path, print) as memory:
        assert {story.key for story in _told(memory, 2, []).quiet} == {updated.key, new.key}
    _put(path, second.date, new.model_copy(update={"headline": updated.changes[0].before}))
    with Memory(path, print) as memory:
        assert {story.key for story in _told(memory, 2, []).quiet} == {updated.key}


def _put(path: Path, day: str, story: Story) -> None:
    """Put a story into a store as it is."""
    connection = sqlite3.connect(path, isolation_level=None)
    body = zlib.compress(story.model_dump_json().encode())
    connection.execute("UPDATE told SET body = ? WHERE date = ? AND key = ?", (body, day, story.key))
    connection.close()
