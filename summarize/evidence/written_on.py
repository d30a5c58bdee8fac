"""On which day the words of an article were written: days such as "yesterday" are counted from that, and not from when it appeared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from summarize.findings import TimeExpression
from summarize.layout import Layout
from summarize.rules import RuleReason, notebook, reason_text, take_notes
from summarize.text.dates.calendars import day_of

Times = tuple[TimeExpression, ...]

_EARLIER, _LATER = timedelta(days=3), timedelta(days=1)
"""How far the day of writing lies from that of publication: filed some days before it, or where it was the next day already."""
_DAY = len("2026-03-09")


def resolve_times(
    read: Callable[[str | None], Times], layout: Layout, published: str | None, opening: date | None
) -> Times:
    """The times of an article, relative ones counted from the day that it was written on; open where that may not be the day.

    Args:
        read: the times with relative ones counted from an ISO day.
        layout: the article's, with its dateline.
        published: ISO date or datetime of publication; without one nothing but it is counted from.
        opening: the day with its year that is set before the first sentence, in a text without a dateline.
    """
    try:
        appeared = date.fromisoformat((published or "")[:_DAY])
    except ValueError:
        return read(published)
    filed = _dateline_day(layout, appeared)
    written = filed or opening
    if written is None or written == appeared:
        return _note_times(read(published), appeared, "the day of publication")
    is_near = appeared - _EARLIER <= written <= appeared + _LATER
    with take_notes():  # only what is counted from the day of writing is found
        others = read(published)
    where = reason_text("the dateline") if filed else reason_text("what stands before the first sentence")
    mine = _note_times(read(written.isoformat()), written, f"the day of writing, by {where}")
    return _agreed_times(mine, others, abs(appeared - written) if is_near else timedelta())


def _dateline_day(layout: Layout, appeared: date) -> date | None:
    """The day of the dateline; without its year the one nearest to the publication."""
    if layout.dateline is None:
        return None
    if layout.dateline.stamp:
        return date.fromisoformat(layout.dateline.stamp)
    point = layout.dateline.date
    if point is None or point.month is None or point.day is None:
        return None
    years = (point.year,) if point.year else (appeared.year - 1, appeared.year, appeared.year + 1)
    days = [day for year in years if (day := day_of(year, point.month, point.day)) is not None]
    return min(days, key=lambda day: abs(day - appeared), default=None)


def _agreed_times(written: Times, published: Times, apart: timedelta) -> Times:
    """The times as they are counted from the day of writing, open where those counted from the publication differ by more than `apart`.

    "On Tuesday it sank", filed on a Monday and published on the Tuesday, is that day or the week before.
    """
    others = {time.span: time for time in published}

    def agrees(time: TimeExpression) -> bool:
        other = others.get(time.span)
        if other is None or (time.start, time.end) == (other.start, other.end):
            return other is not None
        ends = [(time.start, other.start), *([(time.end, other.end)] if time.end or other.end else [])]
        return all(mine and theirs and _are_near(mine, theirs, apart) for mine, theirs in ends)

    found = [(time, agrees(time)) for time in written]
    notes = notebook()
    for time, sure in found:
        if notes is not None and not sure and time.start is not None:
            other = others.get(time.span)
            why = reason_text(
                f"counted from the day of publication it would be {other.start or 'open' if other else 'no date'}"
            )
            notes.write(time.span.start, time.span.end, RuleReason("date as listed", None, "", why=why))
    return tuple(time if sure else time.model_copy(update={"start": None, "end": None}) for time, sure in found)


def _note_times(times: Times, day: date, what: str) -> Times:
    """The times, with a note of each of which day is the one to count from."""
    notes = notebook()
    if notes is not None:
        for time in times:
            notes.write(
                time.span.start, time.span.end, RuleReason("day to count from", None, day.isoformat(), why=what)
            )
    return times


def _are_near(mine: str, theirs: str, apart: timedelta) -> bool:
    if len(mine) < _DAY or len(theirs) < _DAY:
        return False  # a month or a year
    return abs(date.fromisoformat(mine[:_DAY]) - date.fromisoformat(theirs[:_DAY])) <= apart
