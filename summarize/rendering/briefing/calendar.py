"""The dates ahead of a briefing as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from summarize.briefing import Ahead, Briefing, Line, Story
from summarize.rendering import safe, words
from summarize.rendering.briefing import sections
from summarize.rendering.briefing.sources import BriefingSources
from summarize.rendering.dates import made_at
from summarize.rendering.labels import label

if TYPE_CHECKING:
    from icalendar import Event

_DATES: Final = frozenset(("day", "time"))
"""Precisions that a calendar has room for: of a month or a year, no day is known, and none is guessed."""


def to_calendar(briefing: Briefing, page_of: Callable[[str], str] | None = None) -> str:
    """The dates ahead that are known to the day.

    A time stands in it only where its time zone is known; else the event is of the whole day, with the article's words for the time.

    Args:
        briefing: the briefing.
        page_of: gives the web address of the page of a story, by the story's key; None where there is no such page.
    """
    from icalendar import Calendar  # noqa: PLC0415 - only this form needs it

    calendar = Calendar()
    calendar.add("prodid", "-//summarize//briefing//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", safe.visible(briefing.title))
    sources, taken, told = BriefingSources(briefing), set[str](), set[tuple[str, str]]()
    for ahead in sections.ahead(briefing):
        span, story = _span(ahead), sections.story_of(ahead, briefing)
        same = (ahead.moment.start, _sentence(ahead))
        if span is not None and same not in told:
            told.add(same)
            uid = _uid(ahead, story, taken)
            taken.add(uid)
            said = sections.entry(ahead, briefing)
            event = _event(ahead, span, story, sources, said, sections.context(ahead, briefing))
            event.add("uid", uid)
            event.add("dtstamp", made_at(briefing.made.created, briefing.date))
            if page_of is not None and story is not None:
                event.add("url", page_of(story.key))
            calendar.add_component(event)
    document: bytes = calendar.to_ical()
    return document.decode()


def _event(  # noqa: PLR0913, PLR0917 - all that an event says
    ahead: Ahead,
    span: tuple[date, date | None],
    story: Story | None,
    sources: BriefingSources,
    said: Line | None,
    context: Line | None,
) -> Event:
    from icalendar import Event  # noqa: PLC0415 - as above

    sentence = safe.one_line(words.in_full(said)) if said else ""
    headline = safe.one_line(words.in_full(story.headline)) if story else ""
    event = Event()
    event.add("dtstart", span[0])
    if span[1] is not None:
        event.add("dtend", span[1])
    # However long: the headline is of the day's news, and may tell of something else.
    summary = f"{headline}{label(':')} {sentence}" if context is not None else sentence or headline
    event.add("summary", summary or safe.visible(ahead.moment.words))
    event.add("description", "\n".join(_description(ahead, sentence, headline, sources)))
    event.add("transp", "TRANSPARENT")  # it takes up none of the reader's own time
    return event


def _sentence(ahead: Ahead) -> str:
    return safe.one_line(words.in_full(ahead.moment.what)) if ahead.moment.what else ""


def _description(ahead: Ahead, sentence: str, headline: str, sources: BriefingSources) -> Iterator[str]:
    """The story, the sentence, the article's words for the date, and where it is said."""
    yield from filter(None, (headline, sentence, f"“{safe.one_line(ahead.moment.words)}”"))
    said = ahead.moment.what or ahead.moment
    for cite in said.evidence[:1]:
        yield " ".join(filter(None, (safe.one_line(sources.name(cite.article)), sources.passage(cite))))


def _span(ahead: Ahead) -> tuple[date, date | None] | None:
    """The event's start, and its end where it is not that day's: dates of whole days, or moments in UTC. None for what is no day."""
    moment = ahead.moment
    if moment.precision not in _DATES:
        return None
    try:
        first = datetime.fromisoformat(moment.start)
        last = datetime.fromisoformat(moment.end) if moment.end else None
        if moment.precision == "time" and first.tzinfo is not None and (last is None or last.tzinfo is not None):
            return first.astimezone(UTC), last.astimezone(UTC) if last and last > first else None
        return first.date(), last.date() + timedelta(days=1) if last and last.date() > first.date() else None
    except (ValueError, OverflowError):  # the latter where it would lie beyond the calendar's end
        return None


def _uid(ahead: Ahead, story: Story | None, taken: Container[str]) -> str:
    """What a calendar knows the event by: the same from day to day, while a story has that date."""
    base = f"{story.key if story else _sentence(ahead)}\n{ahead.moment.start}"
    uid = _digest(base)
    return _digest(f"{base}\n{_sentence(ahead)}") if uid in taken else uid


def _digest(text: str) -> str:
    return f"{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:32]}@summarize"
