"""Ten days in a row of one store, at every length and in every form. All texts were written for these tests."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from icalendar import Calendar

from summarize.briefing import Briefing
from summarize.briefing.briefing import Length
from summarize.daily import memory as memory_module
from summarize.daily.memory import Memory
from summarize.daily.room import Room
from summarize.rendering.briefing import render_briefing
from tests.rendering.test_html import Page

from .test_many_days import KINDS, Entry, _told

LENGTHS = get_args(Length)
START = datetime(2026, 3, 1, 6, tzinfo=UTC)
DAYS: list[list[Entry]] = [
    [(event, KINDS[(3 * day + event) % len(KINDS)], (day + at) % 3) for event in range(3) for at in range(2)]
    for day in range(10)
]


@cache
def briefings() -> list[Briefing]:
    """The briefings of ten days, each told against those before it."""
    with Memory(None, print) as memory:
        return [_told(memory, day, entries) for day, entries in enumerate(DAYS)]


def checked_page(page: str, texts: dict[str, str]) -> int:
    """How many marks a page has; each leads to a passage of it, that names characters which are there.

    Args:
        page: the page.
        texts: article texts by what the ids of their passages begin with.
    """
    found = Page(page)
    ids = set(found.all("id"))
    marks = {href[1:] for href in found.all("href") if re.fullmatch(r"#(?:d\d+-)?c\d+-\d+-\d+", href)}
    assert marks <= ids
    for mark in marks:
        article, start, end = mark.rsplit("-", 2)
        assert texts[article][int(start) : int(end)].strip()
    return len(marks)


def check_forms(made: Briefing, length: Length) -> None:
    """Every citation of a briefing names characters that are there, in each form of a length."""
    briefing = made.model_copy(update={"length": length})
    texts = {f"c{article.number}": article.text for article in briefing.articles}
    on_page = checked_page(render_briefing(briefing, "html"), texts)
    marks = re.findall(r"\[(\d+):(\d+)–(\d+)", render_briefing(briefing, "markdown"))
    assert all(texts[f"c{number}"][int(start) : int(end)].strip() for number, start, end in marks)
    assert bool(on_page) == bool(marks) == bool(briefing.stories or briefing.quiet)
    assert Briefing.model_validate_json(render_briefing(briefing, "json")) == briefing
    message = email.message_from_string(render_briefing(briefing, "eml"), policy=email.policy.default)
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert Calendar.from_ical(render_briefing(briefing, "ics")).name == "VCALENDAR"


@pytest.mark.parametrize("length", LENGTHS)
def test_every_citation_resolves(length: Length) -> None:
    """On each of ten days, at each length and in each form, every citation names characters that are there."""
    kinds = {change.kind for each in briefings() for story in each.stories for change in story.changes}
    assert kinds >= {"updated", "corrected"}
    for made in briefings():
        check_forms(made, length)


UNEVEN: list[tuple[int, list[Entry]]] = [
    (0, [(0, "new", 0), (0, "new", 1), (1, "undated", 0)]),
    (1, [(0, "changed", 0), (1, "undated", 0), (2, "new", 1)]),
    (2, []),
    (3, [(0, "changed", 1), (1, "new", 2), (1, "undated", 0)]),
    (3, [(0, "changed", 1), (1, "new", 2), (1, "undated", 0)]),
    (5, [(2, "changed", 0), (0, "corrected", 1)]),
    (4, [(0, "same", 0), (2, "new", 1), (2, "undated", 2)]),
    (6, [(1, "withdrawn", 2), (2, "changed", 1), (2, "undated", 2)]),
    (7, [(1, "opinion", 0)]),
    (8, [(0, "changed", 2), (0, "changed", 0), (2, "returning", 1)]),
    (40, [(2, "changed", 0), (1, "undated", 0)]),
]
"""By the day of the briefing, what it tells: a day without articles, one that is made twice, one that is made after the next (a clock that goes back), and one after a pause."""


def test_uneven_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever becomes of the calendar, and while the store forgets its first days, every citation of every day resolves at each length and in each form."""
    path = tmp_path / "a.sqlite3"
    told: list[Briefing] = []
    for passed, (day, entries) in enumerate(UNEVEN):
        monkeypatch.setattr(memory_module, "datetime", clock_after(9 * passed))
        with Memory(path, pytest.fail) as memory:
            told.append(_told(memory, day, entries))
        for length in LENGTHS:
            check_forms(told[-1], length)
    assert told[2].stories == ()
    assert told[4] == told[3]
    assert told[6].previous == told[4].date
    undated = [each.date for each in told if any(a.published is None and not a.earlier for a in each.articles)]
    assert undated == [told[0].date, told[6].date, told[10].date]  # told again only when that it was told is forgotten
    with Memory(path, pytest.fail) as memory:
        assert memory.count_told(told[0].date) == 0
        assert memory.count_told(told[9].date) > 0


def clock_after(days: int) -> type[datetime]:
    """A clock that shows so many days on."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls.fromtimestamp((START + timedelta(days=days)).timestamp(), tz)

    return Clock


def test_in_one_room(tmp_path: Path) -> None:
    """In a room of the ten days, each story has one page that has every day which told it, and all of its citations resolve."""
    days: dict[str, set[str]] = {}
    texts: dict[str, str] = {}
    for briefing in briefings():
        Room(tmp_path).add(briefing)
        for story in briefing.stories:
            days.setdefault(story.key, set()).add(briefing.date)
        prefix = f"d{briefing.date.replace('-', '')}-c"
        texts |= {f"{prefix}{article.number}": article.text for article in briefing.articles}
    assert {path.stem for path in (tmp_path / "stories").iterdir()} == set(days)
    assert max(map(len, days.values())) > 1
    for key, told in days.items():
        page = (tmp_path / "stories" / f"{key}.html").read_text(encoding="utf-8")
        assert set(re.findall(r'<section id="d([\d-]+)"', page)) == told
        assert checked_page(page, texts)
