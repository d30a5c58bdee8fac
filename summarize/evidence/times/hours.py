"""Of which day a time of day is, where it names none itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from summarize.evidence.times import grammar
from summarize.evidence.times.tense import Clauses
from summarize.expressions import expression
from summarize.text.dates import vocabulary as v
from summarize.text.dates.calendars import plus_days
from summarize.text.dates.expressions import Clock, Match, ResolvedDate
from summarize.text.pieces import Pieces

_WEEK = 7
_EVENING, _MORNING = "18", "06"
_WHOLE, _SHIFTED = frozenset(v.UNITS) | v.DAY_PARTS, v.words("shifted")
_BEHIND = 9
"""Tokens behind a time of day within which its day may stand."""
_AROUND, _BESIDE = 40, 4
"""Tokens, and dates, before and behind a time of day at which its sentence is looked at."""
_HEADING = expression(r"(\d{1,2})[:.](\d{2})(?!\s?[ap]\.?m|[\d%])\b")
"""The hour of an entry, by the clock of 24 hours."""
_SHIFTED_ALONE, _NO_OBJECT = v.words("shifted_alone"), v.words("after_anchor")


def _is_of_week(value: ResolvedDate, published: date | None) -> bool:
    """True for a day at most a week from publication."""
    return published is not None and abs((value.first - published).days) <= _WEEK


def _agrees(clauses: Clauses, match: Match, day: ResolvedDate, published: date | None) -> bool:
    """True if a time of day may be of that day by its tense: what "was measured at 7am" was not on a day to come."""
    if published is None or day.first == published:
        return True
    if day.first > published and clauses.verb_before(match.start)[0] == "past":
        return False  # "was at the dam by noon", though "by" tells of a deadline elsewhere
    return clauses.cue(match.start, match.end).tense != ("past" if day.first > published else "future")


def may_be_of(
    clauses: Clauses, matches: Sequence[Match], place: int, day: ResolvedDate, published: date | None
) -> bool:
    """True if a time of day may be of the day told in the sentence before.

    Not "Up since July 1. At 10:05 a.m. …", nor a time whose own sentence tells of another date or of what had been done before.
    """
    match = matches[place]
    is_near = _is_of_week(day, published) and _agrees(clauses, match, day, published)
    return is_near and not clauses.is_completed(match.start) and not _has_other_date(clauses, matches, place)


def is_of_another_day(
    t: Pieces, clauses: Clauses, matches: Sequence[Match], place: int, is_quoted: Callable[[int], bool]
) -> bool:
    """True for an hour that may be of another day than that of a text written while it happened, and for one that heads its entry."""
    start = matches[place].start
    is_heading = start == 0 or is_quoted(t.starts[start])
    headed, told = _HEADING.match(t.text, t.starts[0]), matches[place].expression
    # What happened at 22:30 was told at 09:00, and so of the day before.
    is_later = headed is not None and isinstance(told, Clock) and told.time[:5] > f"{headed[1]:0>2}:{headed[2]}"
    return is_heading or is_later or is_shifted(t, clauses, matches[place]) or _has_other_date(clauses, matches, place)


def is_shifted(t: Pieces, clauses: Clauses, match: Match) -> bool:
    """True for a time of day in a sentence that tells of "the evening before" or of "years earlier"."""
    units = (
        at
        for at in range(max(0, match.start - _AROUND), min(t.size, match.end + _AROUND))
        if t.low(at) in _WHOLE
        and (t.low(at + 1) in _SHIFTED or (t.low(at + 1) in _SHIFTED_ALONE and t.low(at + 2) in _NO_OBJECT))
    )
    return any(not clauses.sentence_ends(min(at, match.start), max(at, match.start)) for at in units)


def _has_other_date(clauses: Clauses, matches: Sequence[Match], place: int) -> bool:
    """True if a date other than a time of day stands in the sentence of one."""
    at = matches[place].start
    return any(
        not (isinstance(other.expression, Clock) and other.expression.day is None)
        and not clauses.sentence_ends(min(at, other.start), max(at, other.start))
        for other in matches[max(0, place - _BESIDE) : place + _BESIDE + 1]
    )


def past_midnight(value: ResolvedDate, before: ResolvedDate) -> ResolvedDate:
    """A time of day in the small hours after one late in the evening is the next day's: "11:52 p.m. Friday … at 12:20 a.m."."""
    is_next = before.clock[:2] >= _EVENING and value.clock[:2] < _MORNING and value.first == before.first
    after = plus_days(value.first, 1) if is_next else None
    return value._replace(first=after) if after else value


def day_behind(clauses: Clauses, matches: list[Match], place: int) -> Match | None:
    """The day that a time of day without one has later in its sentence: "4 a.m. (0117 GMT) on Feb. 6"."""
    for behind in matches[place + 1 : place + 3]:
        # The stop of "p.m." may be that of its sentence; "the 6 a.m. shift follows the decision to close from July 1" is of another day.
        end = matches[place].end
        if clauses.sentence_ends(end - 1, behind.start) or behind.start - end > _BEHIND:
            return None
        if grammar.is_day(behind.expression):
            return behind
    return None
