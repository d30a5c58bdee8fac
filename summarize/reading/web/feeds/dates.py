"""Dates of feeds to ISO, as they are given: a zone that is not named is not added, and half a date is none."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from summarize.layout import read_stamp
from summarize.text.months import month_number
from summarize.text.zones import written_offset

_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,12})?)?"
_ZONE = r"(?P<zone>Z|(?:GMT|UTC?)?\s?[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[A-Za-z]{1,5})?"
_WEEKDAY = r"(?:[A-Za-z]{2,9}\.?,?\s+)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        # W3CDTF, RFC 3339, ISO 8601 in its usual forms.
        rf"(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?:(?:T|\s)\s?{_CLOCK}\s?{_ZONE})?",
        rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}})(?:T(?P<hour>\d{{2}}):?(?P<minute>\d{{2}}):?(?P<second>\d{{2}}){_ZONE})?",
        # RFC 822 and 850, with one or two digits where four are due.
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})[\s-](?P<name>[A-Za-z]{{3}})[a-z]{{0,6}}\.?,?[\s-](?P<year>\d{{4}}|\d{{2}})(?:,?\s+{_CLOCK}\s*{_ZONE})?",
        # As the C library prints it, and as Americans write it.
        rf"{_WEEKDAY}(?P<name>[A-Za-z]{{3}})\s+(?P<day>\d{{1,2}})\s+{_CLOCK}\s+(?:{_ZONE}\s+)?(?P<year>\d{{4}})",
    )
)
_COMMENT = re.compile(r"\([^()]{0,40}\)\s*\Z")


def iso_date(text: str | None) -> str | None:
    """A date, or date and time, in ISO; None if there is no full date in one of the usual forms, or no such day."""
    given = " ".join((text or "").split())[:100]
    given = _COMMENT.sub("", given).strip()
    for form in _FORMS:
        match = form.fullmatch(given)
        if match is not None:
            return _iso(match.groupdict())
    stamp = read_stamp(given)
    return stamp.iso if stamp is not None and stamp.start < 20 else None


def _iso(parts: dict[str, str | None]) -> str | None:
    month = month_number(parts.get("name") or "") or int(parts.get("month") or 0)
    try:
        day = datetime(_year(parts["year"] or ""), month, int(parts["day"] or 0))  # noqa: DTZ001 - the zone is added if given
        if parts.get("hour") is None:
            return day.date().isoformat()
        hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
        # The end of a day, and a leap second, are written as what Python does not know.
        later = timedelta(days=1) if (hour, minute, second) == (24, 0, 0) else timedelta()
        moment = (
            day.replace(hour=0 if later else hour, minute=minute, second=min(second, 59) if second <= 60 else second)
            + later
        )
        return moment.replace(tzinfo=_zone(parts.get("zone"))).isoformat()
    except (ValueError, OverflowError):
        return None


def _year(digits: str) -> int:
    # RFC 2822, 4.3.
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 50 else 1900)


def _zone(text: str | None) -> timezone | None:
    """The zone that is named; None if none is, or one that could be several.

    Raises:
        ValueError: no zone is so far away.
    """
    offset = written_offset(text or "", in_rfc822=True)
    if not offset:
        if offset is None and re.search("[+-]", text or ""):
            raise ValueError(text)
        return None
    away = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:]))
    return timezone(-away if offset[0] == "-" else away)
