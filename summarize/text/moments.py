"""Dates as programs write them in pages, feeds and mail, to ISO as they are given: a zone that is not named is not added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Final

from summarize.text.months import month_number
from summarize.text.zones import written_offset

_CLOCK = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,12})?)?"
_ZONE = r"(?P<zone>Z\b|(?:GMT|UTC?)?[+-]\d{1,2}:?\d{2}\b|[+-]\d{2}\b|[A-Z]{1,5}\b)?"
_WEEKDAY = r"(?:[A-Z]{2,9}\.?,?\s+)?"
_MONTH = r"(?P<name>[A-Z]{3})[A-Z]{0,6}\.?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        # ISO 8601, RFC 3339 and W3CDTF, and what programs make of them: 2026/3/14 and 2026. 3. 14.
        rf"(?P<year>(?:19|20)\d{{2}})(?:[-/.]|\.\s)(?P<month>1[0-2]|0?[1-9])(?:[-/.]|\.\s)(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)\.?(?:[T\s,]{{1,3}}{_CLOCK}\s?{_ZONE})?",
        rf"(?P<year>(?:19|20)\d{{2}})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?:T?(?P<hour>\d{{2}}):?(?P<minute>\d{{2}}):?(?P<second>\d{{2}})?{_ZONE})?$",
        # RFC 822 and 850, with one or two digits where four are due.
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})[\s-]{_MONTH},?[\s-](?P<year>\d{{4}}|\d{{2}})(?!\d)(?:,?\s+{_CLOCK}\s*{_ZONE})?$",
        # As the C library prints it.
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})\s+{_CLOCK}\s+(?:{_ZONE}\s+)?(?P<year>\d{{4}})$",
    )
)
_COMMENT = re.compile(r"\s*\([^()]{0,40}\)\s*\Z")
_MAX_LENGTH = 100


def machine_date(text: str) -> str | None:
    """The ISO date, or date and time, that a text in one of the usual forms of programs begins with.

    Returns:
        None if it is in none of the forms; an empty string if it is, but the calendar or the clock has no such moment.
    """
    given = _COMMENT.sub("", " ".join(text.split())[:_MAX_LENGTH])
    match = next((found for form in _FORMS if (found := form.match(given))), None)
    return moment(match.groupdict()) or "" if match else None


def moment(parts: Mapping[str, str | None]) -> str | None:
    """The ISO date of its parts, with the time at the precision given; None if the calendar has no such day, or no zone is so far away.

    Args:
        parts: "year", with two digits as in RFC 2822, "month" or its "name", "day"; "hour", "minute", "second", "zone" as written, if there.
    """
    month = month_number(parts.get("name") or "") or int(parts.get("month") or 0)
    zone = parts.get("zone") or ""
    offset = written_offset(zone, in_rfc822=True)
    if offset is None and re.search("[+-]", zone):
        return None
    try:
        day = datetime(_year(parts["year"] or ""), month, int(parts["day"] or 0))  # noqa: DTZ001 - the zone is added if given
        if not parts.get("hour"):
            return day.date().isoformat()
        hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
        if (hour, minute, second) == (24, 0, 0):
            day, hour = (
                day + timedelta(days=1),
                0,
            )  # the end of a day, and a leap second, are written as what Python does not know
        found = day.replace(hour=hour, minute=minute, second=59 if second == 60 else second)
        if offset:
            away = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:]))
            found = found.replace(tzinfo=timezone(-away if offset[0] == "-" else away))
    except (ValueError, OverflowError):
        return None
    return found.isoformat(timespec="seconds" if parts.get("second") else "minutes")


def _year(digits: str) -> int:
    # RFC 2822, 4.3.
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 50 else 1900)
