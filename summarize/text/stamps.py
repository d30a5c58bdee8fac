"""Time stamps: dates with a year, written out, as a page or a wire prints them above its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from summarize.languages.tables import alternatives, word_lists
from summarize.text.months import month_number, month_pattern, weekday_pattern
from summarize.text.zones import written_offset

_WORDS = word_lists("en/times.toml", "words")
_ENDING = alternatives(_WORDS["ordinal_endings"])
_BEFORE_TIME, _BEFORE_DATE = alternatives(_WORDS["before_time"]), alternatives(_WORDS["before_date"])
MONTH = month_pattern("en")
WEEKDAY = weekday_pattern("en")

_DATE = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}[-/]\d{{2}}[-/]\d{{2}})"
    rf"|(?P<d1>\d{{1,2}})(?:{_ENDING})?[ \-](?P<m1>{MONTH})[ ,\-]{{1,2}}(?P<y1>\d{{4}})"
    rf"|(?P<m2>{MONTH})[ \-](?P<d2>\d{{1,2}})(?:{_ENDING})?,?[ \-](?P<y2>\d{{4}})"
    rf"|(?P<n1>\d{{1,2}})(?P<sep>[/.])(?P<n2>\d{{1,2}})(?P=sep)(?P<y3>\d{{4}}))(?!\d(?!\d?:\d))",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"(?P<sep>[T\s,|–—-]{{0,4}}(?:{_BEFORE_TIME}\s)?)"
    r"(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?\s?(?P<half>[ap]\.?m\.?)?"
    r"\s?(?P<zone>Z\b|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|[A-Z]{2,5}\b)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?P<time>\b\d{{1,2}}[:.]\d{{2}}\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{{2,5}})?),?\s(?:{_BEFORE_DATE}\s)?(?:{WEEKDAY},?\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, with its time where one is given, at a half-open code-point range of the text it was read from."""

    start: int
    end: int
    iso: str


def _date_of(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"].replace("/", "-"))
        if match["m1"]:
            return date(int(match["y1"]), month_number(match["m1"]) or 0, int(match["d1"]))
        if match["m2"]:
            return date(int(match["y2"]), month_number(match["m2"]) or 0, int(match["d2"]))
        first, second, year = int(match["n1"]), int(match["n2"]), int(match["y3"])
        if first == second or first > 12 or match["sep"] == ".":
            return date(year, second, first)
        if second > 12:
            return date(year, first, second)
    except ValueError:
        return None
    return None  # 03/04/2026 is March in one country and April in another


def _time_after(text: str, end: int) -> tuple[str, int]:
    match = _TIME.match(text, end, min(len(text), end + 40))
    if match is None or not match["sep"]:
        return "", end
    hour = int(match["h"])
    half = (match["half"] or "").lower().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return "", end
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    zone_text = (match["zone"] or "").lower()
    zone = written_offset(zone_text) or ""
    stop = match.end() if zone or not match["zone"] else match.start("zone")
    return f"T{hour:02}:{match['m']}{zone}", stop


def _time_before(text: str, start: int) -> tuple[str, int]:
    """The time of "3:14 PM EST, Tue January 6, 2026", and where it begins; "" and `start` if none stands there."""
    lead_start = max(0, start - 32)
    found = _BEFORE.search(text, lead_start, start)
    if found is None:
        return "", start
    time, _ = _time_after(" " + found["time"], 0) if found["time"] else ("", 0)
    return (time, found.start("time")) if time else ("", start)


def read_stamp(text: str, start: int = 0, end: int | None = None) -> Stamp | None:
    """The first full date (day, month and year) within `text[start:end]`, with a time that follows it."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        day = _date_of(match)
        if day is not None:
            time, stop = _time_after(text, match.end())
            begin = match.start()
            if not time:
                time, begin = _time_before(text, begin)
            return Stamp(begin, stop, day.isoformat() + time)
    return None


def all_dates(text: str) -> list[date]:
    """Every full date written in `text`, in order."""
    return [day for match in _DATE.finditer(text) if (day := _date_of(match)) is not None]
