"""The grammar of times that are counted: "three years ago", "two weeks from today", "two Sundays ago", "a day later"."""

from __future__ import annotations

from msgspec.structs import replace

from summarize.evidence.times.relative import count_of, is_free, weekday_behind
from summarize.evidence.times.years import is_business
from summarize.text.dates import calendars as c
from summarize.text.dates import expressions as e
from summarize.text.dates import vocabulary as v
from summarize.text.pieces import Pieces

_COMPARISON = 5
_AGO = v.words("ago")
_VAGUE_BEFORE = v.words("vague_before_count")
_AND = v.words("joins")
_ON_FROM = v.words("on_from")
_FROM = v.words("from")
_NOW = v.words("now")
_TODAY = v.words("today")
_TONIGHT, _BEFORE_CLOCK = v.words("tonight"), v.words("before_clock")
_HALF_DAY = 12
_FEW = 4
_PLURAL = "s"
_THAN = v.words("than")
_COMPARED = v.words("compared")


def tonight(t: Pieces, i: int) -> e.Match | None:
    """Reads "9 tonight" as a time of day."""
    hour = int(t.word(i)) if t.is_number(i) and len(t.word(i)) <= 2 and t.low(i + 1) in _TONIGHT else 0
    if not 1 <= hour < _HALF_DAY or t.low(i - 1) not in _BEFORE_CLOCK:
        return None
    return e.Match(i, i + 2, e.Clock(f"{hour + _HALF_DAY}:00", "", day=e.Period("day", 0)))


def counted_units(t: Pieces, i: int) -> e.Match | None:
    """Reads "three years ago", "a day later", "two weeks from now"; open where it is only about so many."""
    count = count_of(t, i)
    if count is None or (t.joined(i - 1) and t.low(i - 1) in v.DASHES | {".", ","}):
        return None
    unit = v.UNITS.get(t.low(count[1]))
    if unit is None:
        return _weekdays_ago(t, i, *count)
    if unit == "weekend":
        return None
    end = count[1] + 1
    low, size = t.low(end), count[0]
    vague = t.low(i - 1) in v.VAGUE or t.low(i - 1) in _VAGUE_BEFORE
    if t.low(i - 1) in _AND and t.low(i - 2) in v.UNITS:
        return None
    if low in _AGO:
        return _ago(t, e.Match(i, end + 1, _precise(unit, e.Period(unit, -size), vague=vague)))
    if unit == "week" and low in _ON_FROM and size == 1 and not vague:
        named = weekday_behind(t, t.skip(end, *_FROM), 0)
        if named and isinstance(named.expression, e.Weekday):
            return e.Match(i, named.end, e.Weekday(named.expression.weekday, which=2))
    from_day = _from_day(t, i, end, unit, size)
    if from_day is not None and not vague:
        return from_day
    if low in _FROM and t.low(end + 1) in _NOW:
        return e.Match(i, end + 2, _precise(unit, e.Period(unit, size), vague=vague))
    direction = v.SHIFTED.get(low)
    if direction is not None and t.low(end + 1) not in _THAN:
        compared = any(t.low(at) in _COMPARED for at in range(i - _COMPARISON, i))
        return e.Match(i, end + 1, _precise(unit, e.Anchored(unit, direction * size, compared=compared), vague=vague))
    return None


def _from_day(t: Pieces, i: int, end: int, unit: str, size: int) -> e.Match | None:
    """Reads "a week from today", and "two weeks tomorrow" of what is to come: so many weeks from a day of which it is said."""
    days = {"week": c.WEEK, "fortnight": 2 * c.WEEK}.get(unit)
    is_from = t.low(end) in _FROM
    at = end + is_from
    if days is None or t.low(at) not in v.DAY_WORDS or v.DAY_WORDS[t.low(at)] < 0 or t.low(i - 1) in v.VAGUE:
        return None
    if not is_free(t, at + 1) or size > (1 if is_from else _FEW):
        return None  # "six weeks from today" is some day of that week
    return e.Match(i, at + 1, e.Period("day", days * size + v.DAY_WORDS[t.low(at)], ahead=not is_from))


def _weekdays_ago(t: Pieces, i: int, size: int, at: int) -> e.Match | None:
    """Reads "two Sundays ago"."""
    day = v.WEEKDAYS.get(t.low(at)[:-1]) if t.low(at).endswith(_PLURAL) and t.is_capitalised(at) else None
    if day is None or t.low(at + 1) not in _AGO or not 2 <= size <= _FEW or t.low(i - 1) in v.VAGUE:
        return None
    return e.Match(i, at + 2, e.Weekday(day, which=-size))


def _ago(t: Pieces, found: e.Match) -> e.Match:
    """Takes in what makes "a year ago" a day, and what makes it a comparison with the date before."""
    ago = found.expression
    if not isinstance(ago, e.Period):
        return found
    if t.low(found.end) in _TODAY:
        return e.Match(found.start, found.end + 1, replace(ago, exact=True))
    behind = weekday_behind(t, found.end, ago.number or 0) if ago.unit == "week" and ago.number else None
    if behind:
        return behind._replace(start=found.start)
    if ago.unit == "year" and t.low(found.start - 1) in _COMPARED and is_business(t, found.start):
        return found._replace(
            expression=e.Anchored("year", ago.number or 0, compared=True)
        )  # "rose 5 percent from a year ago"
    return found


def _precise(unit: str, expression: e.Expression, *, vague: bool) -> e.Expression:
    if not vague:
        return expression
    return e.Unknown("day" if unit in {"day", "week", "fortnight"} else "month" if unit == "month" else "year")
