"""The grammar of times of day: "9.30am", "3 p.m. EST", "09:30 GMT", "from 9 a.m. to 5 p.m.", "noon"."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarize.expressions import expression
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Clock, Match
from summarize.text.pieces import Pieces
from summarize.text.zones import is_word, written_offset, zone_offset

_HOURS, _MINUTES, _HALF_DAY = 24, 60, 12
_MILITARY_DIGITS = 4
_UTC = v.words("utc")
_JOINS, _BETWEEN = v.words("joins"), v.words("between")
_LOCAL, _TIME = v.words("local"), v.words("time")
_INSIDE = frozenset(".,$:/")
_BEFORE_CLOCK = v.words("before_clock")
_HOUR_WORDS, _HOUR_MARK, _BEFORE_HOUR_MARK = v.words("hour_words"), v.words("hour_mark"), v.words("before_hour_mark")
_ROUGHLY, _AT = v.words("roughly"), v.words("at")
_ZONE = expression(r"\s?(?P<zone>Z\b|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|[A-Z]{2,5}\b)", re.IGNORECASE)


class _Time(NamedTuple):
    """A time of day as it is written."""

    hour: int
    minute: int
    end: int
    """The index after it, and after seconds, if these may follow."""
    half: str
    """ "a" or "p", or nothing."""
    is_marked: bool
    """It has minutes that no decimals could be."""


def clock(t: Pieces, i: int) -> Match | None:
    """A time of day that is marked as one: by a.m. or p.m., by a zone, or as "HH:MM" after a preposition."""
    first = _time(t, i)
    if first is None:
        return None
    zone, end = _zone(t, first.end, is_full=bool(first.half) or first.is_marked)
    low = t.low(end)
    if low in v.DASHES or low in v.RANGE_WORDS or (low in _JOINS and t.low(i - 1) in _BETWEEN):
        second = _time(t, end + 1)
        if second is not None and (second.half or second.is_marked or zone is not None):
            return _range(t, i, first, second)
    if not first.half and zone is None and not (first.is_marked and t.low(i - 1) in _BEFORE_CLOCK):
        return None
    time = _iso_time(first.hour, first.minute, first.half)
    return Match(i, end, Clock(time, zone or "")) if time else None


def noon(t: Pieces, i: int) -> Match | None:
    """Reads "noon". Of midnight nobody knows which of two days it belongs to."""
    return Match(i, i + 1, Clock("12:00", "")) if t.is_lower_word(i) else None


def stamped_clock(t: Pieces, i: int) -> tuple[str, int, int] | None:
    """The time of day of a printed stamp, which needs no mark beside its minutes: "09:30", "9.30 pm EST", "21:05:00+0530".

    Returns:
        ISO time with its offset, the index after its tokens, and the code point after it, a zone included; None if there is no time.
    """
    found = _time(t, i, seconds=True)
    if found is None or not (found.half or found.is_marked or found.end > i + 1):
        return None
    end = found.end
    time, after = _iso_time(found.hour, found.minute, found.half), t.ends[end - 1]
    zone = _ZONE.match(t.text, after)
    offset = written_offset(zone["zone"]) if zone else None
    if zone and offset is not None:  # a name of several zones ("ET") gives none, but belongs to the time
        after = zone.end()
        while end < t.size and t.starts[end] < after:
            end += 1
    return (time + (offset or ""), end, after) if time else None


def _range(t: Pieces, i: int, first: _Time, second: _Time) -> Match | None:
    zone, end = _zone(t, second.end, is_full=bool(second.half) or second.is_marked)
    start = _iso_time(first.hour, first.minute, first.half or second.half)
    last = _iso_time(second.hour, second.minute, second.half)
    # "11-1 p.m." starts in the morning, which nothing here says.
    if start is None or last is None or last <= start:
        return None
    return Match(i, end, Clock(start, zone or "", last=last))


def _time(t: Pieces, i: int, *, seconds: bool = False) -> _Time | None:
    """The time of day that begins there, marked or not; seconds behind it if these may follow."""
    word, before = t.word(i), t.low(i - 1)
    if not t.is_number(i) or (t.joined(i - 1) and (before.isalpha() or before in _INSIDE)):
        return None
    if len(word) == _MILITARY_DIGITS:
        # Four figures are a time only with a zone or "hrs" behind them.
        if _zone(t, i + 1, is_full=True)[0] is None and not _is_of_hours(t, i, i + 1):
            return None
        hour, minute, end, minutes = int(word[:2]), int(word[2:]), i + 1, True
    elif len(word) > 2:
        return None
    else:
        hour, minute, end, minutes = int(word), 0, i + 1, False
        if t.low(i + 1) in {":", "."} and t.joined(i) and t.joined(i + 1) and len(t.word(i + 2)) == 2:
            if not t.is_number(i + 2):
                return None
            minute, end, minutes = int(t.word(i + 2)), i + 3, t.low(i + 1) == ":"
            if t.low(end) in {":", "."} and t.joined(end - 1) and t.joined(end) and t.is_number(end + 1):
                if not seconds:
                    return None
                end += 2
    if not minutes:
        hour, minute, end, minutes = _with_hour_mark(t, i, (hour, minute, end, minutes))
    half, end = _half(t, end)
    return _Time(hour, minute, end, half, minutes) if hour < _HOURS and minute < _MINUTES else None


def _with_hour_mark(t: Pieces, i: int, read: tuple[int, int, int, bool]) -> tuple[int, int, int, bool]:
    """An hour with its minutes behind an "h", "03h30", or with "hrs" behind them, "01.25 hrs", where no duration can stand."""
    hour, minute, end, _ = read
    before = t.low(i - 2) if t.low(i - 1) in _ROUGHLY else t.low(i - 1)
    if (
        t.low(i + 1) in _HOUR_MARK
        and t.joined(i)
        and t.joined(i + 1)
        and t.is_number(i + 2)
        and len(t.word(i + 2)) == 2
    ):
        return (hour, int(t.word(i + 2)), i + 3, True) if before in _BEFORE_HOUR_MARK else read
    return (hour, minute, end + 1, True) if end > i + 1 and _is_of_hours(t, i, end) else read


def _is_of_hours(t: Pieces, i: int, end: int) -> bool:
    """True for "hrs" behind figures that stand behind "at": "at 0125 hrs"."""
    before = t.low(i - 2) if t.low(i - 1) in _ROUGHLY else t.low(i - 1)
    return t.low(end) in _HOUR_WORDS and before in _AT


def _half(t: Pieces, i: int) -> tuple[str, int]:
    low = t.low(i)
    if low in v.HALF_DAYS:
        return low[0], i + 1
    if t.low(i + 1) == "." and low + t.low(i + 2) in v.HALF_DAYS and t.joined(i) and t.joined(i + 1):
        # The stop after "p.m" may end the sentence as well, and belongs to the time either way.
        return low, i + 4 if t.low(i + 3) == "." and t.joined(i + 2) else i + 3
    return "", i


def _zone(t: Pieces, i: int, *, is_full: bool) -> tuple[str | None, int]:
    """The offset of a zone named there and the index after it; None if there is no zone.

    `is_full` tells that the time before it has minutes, am or pm: else "10 CAT scans" would be at ten o'clock.
    """
    at = t.skip(i, "(")
    low, word = t.low(at), t.word(at)
    end: int
    if low in _LOCAL and t.low(at + 1) in _TIME:
        offset, end = "", at + 2
    elif word.isupper() and len(word) > 1 and (given := zone_offset(low)) is not None and (is_full or not is_word(low)):
        offset, end = "Z" if given == "+00:00" and low in _UTC else given, at + 1
        if offset == "Z" and t.low(end) in {"+", "-"} and t.is_number(end + 1) and len(t.word(end + 1)) <= 2:
            hours = int(t.word(end + 1))
            if hours <= 14:
                offset, end = f"{t.low(end)}{hours:02d}:00", end + 2
    else:
        return None, i
    if at > i:
        return (offset, end + 1) if t.low(end) == ")" else (None, i)
    return offset, end


def _iso_time(hour: int, minute: int, half: str) -> str | None:
    if half:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if half == v.HALF_DAYS[1][0] else 0)
    return f"{hour:02d}:{minute:02d}"
