"""The grammar of expressions counted from publication or from the date before: "last week", "two years later"."""

from __future__ import annotations

from msgspec.structs import replace

from summarize.evidence.times.years import year_of
from summarize.text.dates import calendars as c
from summarize.text.dates import expressions as e
from summarize.text.dates import vocabulary as v
from summarize.text.dates.written import day_first, day_number, listed_day, month_first, month_name
from summarize.text.pieces import Pieces

_MAX_COUNT_LENGTH = 3
_EACH = v.words("each")
_ON = v.words("on")
_SHORT_BEHIND_ON = v.words("short_behind_on")
_OF = v.words("of")
_THE = v.words("the")
_THE_THAT = v.words("the_that")
_A = v.words("a")
_BEFORE_TODAY = v.words("before_today")
_NAMED_TODAY = v.words("named_today")
_TIME = v.words("time")
_NIGHT = v.words("night")
_OVER = v.words("over")
_POSSESSIVES = v.words("possessives")
_BACKWARDS = v.words("backwards")
_THAT = v.words("that")
_SAME = v.words("same")
_BEING = v.words("being_now")
_WITHIN = v.words("within")
_PARTS_OF_YEARS = v.words("parts_of_years")
_SAME_STRETCHES = v.words("same_stretches")
_BACK = v.words("back")
_BESIDE = v.words("beside_holiday")
_AFTER_ANCHOR = v.words("after_anchor")


def weekday(t: Pieces, i: int) -> e.Match | None:
    """Reads "Friday", "Friday last week", "Monday, 3 March", "Tuesday night"."""
    low = t.low(i)
    if not t.is_capitalised(i) or t.low(i - 1) in _EACH:
        return None
    if t.low(i - 1) in v.NAMED_WEEKDAYS and t.is_capitalised(i - 1):
        return None
    day, after = v.WEEKDAYS[low], i + 1
    short = low in v.SHORT_WEEKDAYS
    if short and t.low(after) == "." and t.joined(i):
        after += 1
    listed = listed_day(t, after)
    if listed:
        return e.Match(i, listed[1], replace(listed[2], day=listed[0], weekday=day))
    dated = _date_of_weekday(t, after)
    if dated:
        point = dated.expression
        if isinstance(point, e.Point):
            point = replace(point, weekday=day)
        return e.Match(i, dated.end, point)
    if short and not (t.low(i - 1) in _ON and low in _SHORT_BEHIND_ON):
        return None
    if t.is_capitalised(after) and _is_of_title(t, i, after):
        return None
    after = _day_part(t, after)
    if t.low(i - 1) in _A and t.low(i - 2) in _ON and is_free(t, after):
        return e.Match(i, after, e.Unknown("day"))  # "on a Sunday in May": any one of them
    if _is_habit(t, i, after):
        return None
    if t.low(i - 1) in _THE and t.low(after) in _BESIDE:
        return _beside(t, i, after)
    return _of_week(t, i, after)


def _beside(t: Pieces, i: int, after: int) -> e.Match:
    """Reads "the Sunday before", counted from the day before it, and "the Sunday before last"; "the Monday after the storm" stays open."""
    day, direction = v.WEEKDAYS[t.low(i)], v.BESIDE[t.low(after)]
    which = v.WHICH.get(t.low(after + 1))
    if which == direction and is_free(t, after + 2):
        return e.Match(i - 1, after + 2, e.Weekday(day, which=direction * 2 if direction < 0 else 3))
    if is_free(t, after + 1):
        return e.Match(i - 1, after + 1, e.Weekday(day, beside=direction))
    return e.Match(i - 1, after, e.Unknown("day"))


def _of_week(t: Pieces, i: int, after: int) -> e.Match:
    """The weekday at `i`, which ends before `after`, by the week, month or year behind it: "Friday last week", "Tuesday last year"."""
    day = v.WEEKDAYS[t.low(i)]
    week = t.skip(after, *_OF)
    if t.low(week) in v.WHICH and v.SINGLE.get(t.low(week + 1)) == "week":
        return e.Match(i, week + 2, e.Weekday(day, week=v.WHICH[t.low(week)]))
    if v.WHICH.get(t.low(after)) and v.SINGLE.get(t.low(after + 1)) in {"month", "year"} and is_free(t, after + 2):
        return e.Match(i, after, e.Unknown("day"))  # "on Tuesday last year"
    if v.SINGLE.get(t.low(after)) == "week" and not (t.joined(after) and t.low(after + 1) in v.DASHES):
        return e.Match(i, after + 1, e.Weekday(day, which=2))
    return e.Match(i, after, e.Weekday(day))


def is_free(t: Pieces, at: int) -> bool:
    """True where nothing goes on that has the words before it for a subject: not "said on Tuesday last year was dry"."""
    return at >= t.size or t.low(at) in _AFTER_ANCHOR


def _is_of_title(t: Pieces, i: int, after: int) -> bool:
    """True for a weekday in the name of a paper or a club: "the Sunday Times", and within a sentence "told The Sunday Lantern"."""
    if t.low(after) in v.TITLE_AFTER_WEEKDAY and not t.word(i).isupper():
        return True
    before = t.low(i - 2)
    opens = not (before.isalnum() or before == ",")
    return not opens and t.is_capitalised(i - 1) and t.low(i - 1) in v.DETERMINERS and not t.word(i).isupper()


def _is_habit(t: Pieces, i: int, after: int) -> bool:
    """True for a weekday that names a habit: "Sunday trading", "the Saturday market"."""
    return t.is_lower_word(after) and any(
        t.low(after) in habit.words and t.low(i - 1) not in habit.not_before for habit in v.HABITS
    )


def weekday_behind(t: Pieces, i: int, week: int) -> e.Match | None:
    """Reads the weekday behind "last week", "two weeks ago": "last week Tuesday", "last week on Tuesday"."""
    at = t.skip(i, *_ON)
    if t.low(at) not in v.WEEKDAYS or t.low(at) in v.SHORT_WEEKDAYS or not t.is_capitalised(at):
        return None
    return e.Match(i, _day_part(t, at + 1), e.Weekday(v.WEEKDAYS[t.low(at)], week=week))


def _date_of_weekday(t: Pieces, i: int) -> e.Match | None:
    """The date that follows a weekday: "(March 3)", ", the 3rd of March". Where they contradict, the date wins."""
    opened = t.low(i) == "("
    at = i + 1 if opened else t.skip(t.skip(i, ","), *_THE)
    found = (month_first(t, at) if month_name(t, at) else None) or day_first(t, at)
    said = found.expression if found else None
    if found is None or not isinstance(said, (e.Point, e.Unknown)):
        return None
    if (said.precision if isinstance(said, e.Unknown) else said.grain) != "day":
        return None
    if isinstance(said, e.Point) and not said.has_year:
        year = year_of(t, found.end)
        if year and year[0].year is None:
            whole = replace(said, year_shift=year[0].year_shift, that_year=year[0].that_year)
            found = e.Match(found.start, year[1], whole)
    if opened:
        return found._replace(end=found.end + 1) if t.low(found.end) == ")" else None
    return found


def _day_part(t: Pieces, i: int) -> int:
    """The index after "morning" or "night", which leaves a day a day."""
    return i + 1 if t.low(i) in v.DAY_PARTS and t.is_lower_word(i) else i


def day_word(t: Pieces, i: int) -> e.Match | None:
    """Reads "today", "yesterday morning", "the day before yesterday"."""
    count = v.DAY_WORDS[t.low(i)]
    if count == 0 and t.low(i - 1) in _BEFORE_TODAY and t.low(i - 2) in _NAMED_TODAY:
        return None
    if t.is_capitalised(i) and t.is_capitalised(i - 1):
        return None  # "USA Today" is a newspaper
    start = i
    if t.low(i - 3) in _THE and v.SINGLE.get(t.low(i - 2)) == "day" and v.BESIDE.get(t.low(i - 1)) == count:
        start, count = i - 3, count * 2
    if v.SINGLE.get(t.low(i + 1)) == "week" and count >= 0 and is_free(t, i + 2):
        return e.Match(start, i + 2, e.Period("day", count + c.WEEK, ahead=True))  # "tomorrow week"
    return e.Match(start, _day_part(t, i + 1), e.Period("day", count))


def last_or_next(t: Pieces, i: int) -> e.Match | None:
    """Reads "last week", "next Friday", "this morning", "the past three months", "this time last year"."""
    low, after = t.low(i), i + 1
    if _is_this(low) and v.TURNED.get(t.low(after)):  # "this past", "this coming"
        low, after = t.low(after), after + 1
    head = t.low(after)
    if _is_this(low) and head in _TIME and v.WHICH.get(t.low(after + 1)) and v.SINGLE.get(t.low(after + 2)) == "year":
        return e.Match(i, after + 3, e.Period("year", v.WHICH[t.low(after + 1)]))
    if t.low(after - 1) in v.WHICH and head in v.UNITS and _of_something(t, after + 1) and not _is_this(low):
        return None  # "the last week of March" is a part of March
    which = v.TURNED.get(low, v.WHICH.get(low, 0))
    count = count_of(t, after)
    unit = v.UNITS.get(t.low(count[1]), "weekend") if count else "weekend"
    if count and which and unit != "weekend":
        # "Were to last a year", "begin in 2027 and last 18 months": how long. The adjective has an article or a preposition.
        is_verb = t.low(i - 1) not in v.DETERMINERS | _OVER and not t.is_capitalised(i)
        if _is_last(low) and (t.low(after) in _A or is_verb):
            return None
        if _of_something(t, count[1] + 1) or t.low(i - 1) in _POSSESSIVES:
            return None  # "its last two months in office"
        return e.Match(i, count[1] + 1, e.Window(unit, which * count[0]))
    if head in v.SINGLE or head in _NIGHT:
        return _turned_unit(t, i, after, which, low)
    if head in v.DAY_PARTS and v.WHICH.get(low) == 1 and t.low(i - 1) in _THE and t.is_lower_word(after):
        return e.Match(i, after + 1, e.Anchored("day", 1))  # "by the next morning"
    if head in v.DAY_PARTS and _is_this(low) and not (t.is_capitalised(i) and t.is_capitalised(after)):
        return e.Match(i, after + 1, e.Period("day", 0))
    return _turned_name(t, i, after, which) if v.TURNED.get(low) != 0 else None


def _is_this(low: str) -> bool:
    return v.WHICH.get(low) == 0


def _is_last(low: str) -> bool:
    return v.WHICH.get(low) == -1


def _of_something(t: Pieces, i: int) -> bool:
    """True for "of March", "of the war": what is before it is then a part of that."""
    if t.low(i) not in _OF:
        return False
    head = t.low(i + 1)
    return head in v.DETERMINERS or head in v.MONTHS or t.is_number(i + 1) or bool(v.WHICH.get(head))


def _turned_unit(t: Pieces, i: int, after: int, which: int, low: str) -> e.Match | None:
    the, is_last, is_next = t.low(i - 1) in _THE, _is_last(low), v.WHICH.get(low) == 1
    end = after + 1
    if t.low(after) in _NIGHT:
        return e.Match(i, end, e.Period("day", -1)) if is_last else None
    unit = v.SINGLE[t.low(after)]
    if v.TURNED.get(low) == -1:
        return e.Match(i, end, e.Period(unit, -1) if unit == "weekend" else e.Window(unit, -1))
    if unit in {"decade", "fortnight", "day"} or (
        the and is_last and t.low(i - 2) in _OVER and unit not in {"weekend", "quarter"}
    ):
        if is_last and unit != "day":
            return e.Match(i, end, e.Window(unit, -1))
        return e.Match(i, end, e.Anchored("day", 1)) if unit == "day" and is_next and the else None
    behind = weekday_behind(t, end, which) if unit == "week" else None
    if behind:
        return behind._replace(start=i)
    if the and is_next:
        return e.Match(i, end, e.Anchored(unit, 1))
    return e.Match(i, end, e.Period(unit, which))


def _turned_name(t: Pieces, i: int, after: int, which: int) -> e.Match | None:
    head = t.low(after)
    if head in v.WEEKDAYS and head not in v.SHORT_WEEKDAYS and t.is_capitalised(after):
        if t.is_capitalised(after + 1) and t.low(after + 1) in v.TITLE_AFTER_WEEKDAY:
            return None
        return e.Match(i, _day_part(t, after + 1), e.Weekday(v.WEEKDAYS[head], which=which))
    named = month_name(t, after)
    if named and day_number(t, named[1]) is None:
        return e.Match(i, named[1], e.MonthShift(named[0], which))
    if head in v.SEASONS:
        # The seasons change places at the equator, so only "this" names a year; no season is put into months.
        return e.Match(i, after + 1, e.Point(year_shift=0) if which == 0 else e.Unknown("year"))
    return None


def previous_or_following(t: Pieces, i: int) -> e.Match | None:
    """Reads "the previous day", "the following year", "the same period last year": counted from the date before."""
    low, unit = (
        t.low(i),
        "day" if t.low(i + 1) in v.DAY_PARTS and t.is_lower_word(i + 1) else v.SINGLE.get(t.low(i + 1)),
    )
    if t.low(i - 1) not in _THE_THAT and low not in _THAT:
        return None
    if low in _SAME:
        return _same(t, i)
    if unit is None and t.low(i + 1) in v.WEEKDAYS and t.is_capitalised(i + 1) and t.low(i + 1) not in v.SHORT_WEEKDAYS:
        beside = 0 if low in _THAT else -1 if low in _BACKWARDS else 1
        start = i if low in _THAT else i - 1
        return e.Match(start, _day_part(t, i + 2), e.Weekday(v.WEEKDAYS[t.low(i + 1)], beside=beside))
    if unit is None or unit in {"weekend", "decade", "fortnight"}:
        return None
    if low in _THAT:
        return None if t.low(i + 2) in _BEING and unit == "day" else e.Match(i, i + 2, e.Anchored(unit, 0))
    return e.Match(i - 1, i + 2, e.Anchored(unit, -1 if low in _BACKWARDS else 1))


def _same(t: Pieces, i: int) -> e.Match | None:
    head, after = t.low(i + 1), i + 2
    at = t.skip(t.skip(t.skip(after, *_WITHIN), *_THE), *_A)
    year = year_of(t, after) if head in _PARTS_OF_YEARS else None
    if year and year[0].year is not None:
        return e.Match(i - 1, year[1], e.Anchored("year", 0, same=True, year=year[0].year))
    back = _is_last(t.low(at)) and v.SINGLE.get(t.low(at + 1)) == "year"
    if back or (v.SINGLE.get(t.low(at)) == "year" and t.low(at + 1) in _BACK):
        if head in _SAME_STRETCHES:
            return e.Match(i - 1, at + 2, e.Anchored("year", -1, same=True))
        return None
    unit = v.SINGLE.get(head)
    if unit in {"day", "week", "month", "year", "quarter"}:
        return e.Match(i - 1, after, e.Anchored(unit, 0))
    return None


def count_of(t: Pieces, i: int) -> tuple[int, int] | None:
    """A whole number in words or figures and the index after it and a hyphen."""
    low = t.low(i)
    if low in v.CARDINALS:
        return v.CARDINALS[low], t.skip(i + 1, *v.DASHES)
    if t.is_number(i) and len(low) <= _MAX_COUNT_LENGTH and not t.quantity(i):
        return int(low), i + 1
    return None
