"""Rules of a briefing's dates ahead as a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from icalendar import Calendar

from summarize.briefing import Ahead, Briefing
from summarize.rendering.briefing import render_briefing, to_calendar
from tests.rendering.cards import HOSTILE
from tests.rendering.test_safe import DENSE_TEXT

from . import samples
from .hostile import hostile


def events(document: str) -> list[Any]:
    """The events of a calendar, as another program reads them."""
    return list(Calendar.from_ical(document).walk("VEVENT"))


def with_dates(*dates: tuple[str, str | None, str]) -> Briefing:
    """A briefing with these dates ahead: start, end and precision."""
    said = samples.moment(1, "on 24 November", "2026-11-24", samples.QUESTION)
    ahead = tuple(
        Ahead(story=1, moment=said.model_copy(update={"start": start, "end": end, "precision": precision}))
        for start, end, precision in dates
    )
    return samples.full().model_copy(update={"ahead": ahead})


def test_an_event() -> None:
    """An event has its day, the article's sentence with whose word it is, the outlet with the way to the exact words, and an id of its story and day."""
    document = to_calendar(
        with_dates(("2026-11-24", None, "day")), lambda key: f"https://desk.example/stories/{key}.html"
    )
    (event,) = events(document)
    assert event["dtstart"].dt == date(2026, 11, 24)
    assert str(event["summary"]) == samples.QUESTION
    assert "#:~:text=" in str(event["description"])
    assert "Quay Gazette" in str(event["description"])
    assert str(event["url"]) == "https://desk.example/stories/hamnoy-fire.html"
    assert all(line.endswith("\r\n") and len(line.encode()) <= 77 for line in document.splitlines(keepends=True))


def test_a_long_sentence_still_names_the_event() -> None:
    """An event is called by what happens then, however long that is, and not by the headline of the day's news."""
    long = f"{samples.QUESTION.rstrip('.')}, and {'the witnesses, ' * 20}on the days behind it."
    said = samples.moment(1, "on 24 November", "2026-11-24", samples.QUESTION)
    assert said.what is not None
    said = said.model_copy(update={"what": said.what.model_copy(update={"text": long})})
    (event,) = events(to_calendar(samples.full().model_copy(update={"ahead": (Ahead(story=1, moment=said),)})))
    assert str(event["summary"]) == long


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2026-11-24", "2026-11-26", "day", (date(2026, 11, 24), date(2026, 11, 27))),
        ("2026-11-24T10:00+02:00", None, "time", (datetime(2026, 11, 24, 8, tzinfo=UTC), None)),
        ("2026-11-24T10:00", None, "time", (date(2026, 11, 24), None)),
        ("2026-12", None, "month", None),
        ("2026", None, "year", None),
        ("soon", None, "day", None),
        ("9999-12-31", None, "day", (date(9999, 12, 31), None)),
        ("9999-12-30", "9999-12-31", "day", None),
        ("9999-12-31T23:00-05:00", None, "time", None),
        ("0001-01-01T00:30+05:00", None, "time", None),
    ],
)
def test_no_date_is_guessed(start: str, end: str | None, precision: str, expected: object) -> None:
    """A time stands there only with its zone; without one it is the whole day, and of a month or a year there is no event."""
    found = events(to_calendar(with_dates((start, end, precision))))
    assert [(each["dtstart"].dt, each["dtend"].dt if "dtend" in each else None) for each in found] == (
        [expected] if expected else []
    )


def test_an_event_is_known_again() -> None:
    """The id of an event is the same the next day, also where its story has gone quiet; another date of the story has another."""
    first = with_dates(("2026-11-24", None, "day"), ("2026-11-25", None, "day"))
    before = {str(each["uid"]): each["dtstart"].dt for each in events(to_calendar(first))}
    assert len(before) == 2
    story = first.stories[0].model_copy(update={"ahead": tuple(each.moment for each in first.ahead)})
    quiet = tuple(each.model_copy(update={"story": None}) for each in first.ahead)
    second = first.model_copy(
        update={"date": "2026-11-21", "stories": first.stories[1:], "quiet": (story,), "ahead": quiet}
    )
    assert {str(each["uid"]): each["dtstart"].dt for each in events(to_calendar(second))} == before


def test_the_same_twice_is_one() -> None:
    """One sentence with one date makes one event, however often it is listed."""
    assert len(events(to_calendar(with_dates(("2026-11-24", None, "day"), ("2026-11-24", None, "day"))))) == 1


@examples(max_examples=25)
@given(DENSE_TEXT)
def test_hostile_texts(payload: str) -> None:
    """No text of an article ends its line, adds a property or a component, or hides a control character."""
    said = hostile(payload + "\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM" + HOSTILE)
    ahead = said.ahead[0].model_copy(
        update={"moment": said.ahead[0].moment.model_copy(update={"start": "2026-11-24", "end": None})}
    )
    document = to_calendar(said.model_copy(update={"ahead": (ahead,)}))
    (event,) = events(document)
    assert [each.name for each in Calendar.from_ical(document).walk()] == ["VCALENDAR", "VEVENT"]
    assert set(event) <= {"DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP", "UID", "DTSTAMP"}
    assert not {each for each in document if ord(each) < 32} - set("\r\n")


def test_it_is_a_form() -> None:
    """`render_briefing` gives it by its name; a day without dates gives a calendar without events."""
    assert render_briefing(samples.full(), "ics") == to_calendar(samples.full())
    assert events(render_briefing(samples.empty(), "ics")) == []
