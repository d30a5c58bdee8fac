"""ISO dates in words, in the language that a card is shown in: English by hand, others as CLDR writes them."""

from __future__ import annotations

import datetime as dt
import re
from datetime import UTC, datetime

from summarize.expressions import expression
from summarize.languages.labels import ENGLISH
from summarize.rendering.labels import label, language
from summarize.text.months import month_name

_ISO = expression(
    r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_MONTHS_OF_QUARTER = 3


def date(start: str | None, end: str | None = None) -> str:
    """An ISO date or range in words: "26–28 November 2025", "Q3 2025", "unresolved". What is not ISO stays as it is."""
    if start is None:
        return label("unresolved")
    first = _ISO.fullmatch(start)
    last = _ISO.fullmatch(end) if end is not None and end != start else None
    if first is None or (last is None and end not in {None, start}):
        return start if end in {None, start} else f"{start} – {end}"
    if last is None:
        return _with_clock(first)
    if first["time"] or last["time"]:
        if _same_day(first, last) and first["zone"] == last["zone"] and first["time"] and last["time"]:
            return f"{_day(first)}, {_clock(first)}–{_clock(last)}{_zone(last['zone'])}"
        return f"{_with_clock(first)} – {_with_clock(last)}"
    return _range(_calendar(first), _calendar(last)) if language() == ENGLISH else _range_elsewhere(first, last)


def _same_day(first: re.Match[str], last: re.Match[str]) -> bool:
    return first.group("year", "month", "day") == last.group("year", "month", "day")


def _calendar(iso: re.Match[str]) -> list[str]:
    """The words of a date from the smallest unit to the largest: ["26", "November", "2025"]."""
    if iso["quarter"]:
        return [f"Q{iso['quarter']}", iso["year"]]
    month = [month_name(int(iso["month"]))] if iso["month"] else []
    day = [str(int(iso["day"]))] if iso["day"] else []
    return [*day, *month, iso["year"]]


def _range(first: list[str], last: list[str]) -> str:
    """The two joined, without repeating the larger units they share."""
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    left = first[: len(first) - shared]
    dash = "–" if len(left) == 1 and len(last) - shared == 1 else " – "
    return " ".join(left) + dash + " ".join(last)


def _with_clock(iso: re.Match[str]) -> str:
    return f"{_day(iso)}, {_clock(iso)}{_zone(iso['zone'])}" if iso["time"] else _day(iso)


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    return " UTC" if zone in {"Z", "+00:00", "+0000"} else f" (UTC{zone})"


def _clock(iso: re.Match[str]) -> str:
    now = language()
    if now == ENGLISH:
        return iso["time"]
    from babel.dates import format_time  # noqa: PLC0415 - babel takes a while to import, and English does without

    try:
        return str(format_time(dt.time.fromisoformat(iso["time"]), "short", locale=now))
    except ValueError:  # 24:00, or a time that no clock shows
        return iso["time"]


def _day(iso: re.Match[str]) -> str:
    """A date without its time."""
    now, first = language(), _first_day(iso)
    if now == ENGLISH:
        return " ".join(_calendar(iso))
    if first is None:  # no day of the calendar
        return re.split("[T ]", iso[0])[0]
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - as above

    return str(format_date(first, "long", now) if iso["day"] else format_skeleton(_skeleton(iso), first, locale=now))


def _range_elsewhere(first: re.Match[str], last: re.Match[str]) -> str:
    begins, ends = _first_day(first), _first_day(last)
    if begins is None or ends is None or _skeleton(first) != _skeleton(last) or first["quarter"]:
        return f"{_day(first)} – {_day(last)}"
    from babel.dates import format_interval  # noqa: PLC0415 - as above

    return str(format_interval(begins, ends, _skeleton(first), locale=language()))


def _skeleton(iso: re.Match[str]) -> str:
    """What CLDR calls a date of this precision."""
    return "yQQQ" if iso["quarter"] else "yMMMMd" if iso["day"] else "yMMMM" if iso["month"] else "y"


def _first_day(iso: re.Match[str]) -> dt.date | None:
    """The first day of a date; None if the calendar has no such day."""
    month = (int(iso["quarter"]) - 1) * _MONTHS_OF_QUARTER + 1 if iso["quarter"] else int(iso["month"] or 1)
    try:
        return dt.date(int(iso["year"]), month, int(iso["day"] or 1))
    except ValueError:
        return None


def made_at(created: str, day: str) -> datetime:
    """When a briefing was made, in UTC.

    Args:
        created: the briefing's own stamp; one without an offset is in UTC.
        day: the briefing's ISO date, whose beginning counts where the stamp cannot be read; where it cannot either, 1970 does.
    """
    for said in (created, day):
        try:
            moment = datetime.fromisoformat(said)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):  # the latter at the calendar's ends
            continue
    return datetime(1970, 1, 1, tzinfo=UTC)
