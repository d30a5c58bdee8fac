"""Days of times of day that are given with none: the one day on which something befell somebody, and for prices the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from summarize.evidence.times.resolve import precision_of
from summarize.evidence.times.tense import Clauses
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Clock, Match, Value
from summarize.text.pieces import Pieces

_BEFALLS, _ONSETS, _USUAL, _TRADED = v.words("befalls"), v.words("onsets"), v.words("usual"), v.words("traded")
_HAD = v.words("pluperfect")
_EARLY, _LATE = v.words("early_parts"), v.words("late_parts")
_REGIONS: Final = 3
"""Paragraphs behind the day in which a time may still be of it."""
_BESIDE: Final = 4
"""Tokens before a day in which the part of it is named: "in the small hours of Monday"."""
_SATURDAY: Final = 5
_WEEK: Final = 7
_NOON, _EVENING = "12", "18"
_HOUR: Final = 2


class Befallen(NamedTuple):
    """The day of what befell, and which part of it, if that is told."""

    day: Value
    part: frozenset[str]
    """`_EARLY`, `_LATE`, or empty."""
    left: int = _REGIONS


class Told:
    """What an article has told so far: the only day of it, if something befell somebody on that.

    A man who was jailed on Tuesday stabbed somebody at 2 a.m. of another day; of what a quake struck down on Tuesday that is not so. So a
    day counts only where its verb is one of mishaps and violence, and no more once the article has named another.
    """

    def __init__(self, published: date | None) -> None:
        """Nothing is told yet, of an article of that day."""
        self._published = published
        self._befallen: Befallen | None = None
        self._is_only = published is not None

    def day_of(
        self, t: Pieces, clauses: Clauses, matches: Sequence[Match], place: int, *, is_quoted: bool
    ) -> Value | None:
        """The day of a time of day in a sentence that names no other date, None where nothing tells it."""
        match = matches[place]
        if is_quoted or not isinstance(match.expression, Clock) or _has_other_date(clauses, matches, place):
            return None
        traded = self._day_of_trading(t, clauses, match, match.expression)
        return traded or (self._day_of_mishap(t, clauses, match, match.expression) if place == 0 else None)

    def _day_of_trading(self, t: Pieces, clauses: Clauses, match: Match, clock: Clock) -> Value | None:
        """The day of publication for a price at an hour of a zone: "Shares were down 3% at 0915 GMT"."""
        published = self._published
        if published is None or published.weekday() >= _SATURDAY or not clock.zone:
            return None
        is_price = clauses.verb_before(match.start)[0] == "past" and _TRADED & _sentence(t, clauses, match)
        return Value(published, None, "day") if is_price else None

    def _day_of_mishap(self, t: Pieces, clauses: Clauses, match: Match, clock: Clock) -> Value | None:
        """The day that something befell somebody for a time of day that is the first date of its paragraph.

        It has happened, and not as it does always; and it falls in the part of the day, if one was told. If none was, the day is that of
        publication, or what happened then is how the mishap began or was learnt of.
        """
        befallen, hour, cue = self._befallen, clock.time[:_HOUR], clauses.cue(match.start, match.end)
        if befallen is None or befallen.left <= 0 or cue.tense != "past" or cue.at is None:
            return None
        if _USUAL & _sentence(t, clauses, match):
            return None
        verb = t.low(cue.at)
        is_older = verb in _HAD or (cue.at < match.start and clauses.is_completed(match.start))
        if befallen.part == _EARLY:
            fits = hour < (_NOON if is_older else _EVENING)
        elif befallen.part == _LATE:
            fits = hour >= _NOON
        else:
            is_today = befallen.day.first == self._published
            fits = not is_older and (is_today or verb in _ONSETS)
        return befallen.day if fits else None

    def read(self, t: Pieces, clauses: Clauses, results: Sequence[tuple[Match, Value | None, bool]]) -> None:
        """Takes in the dates of a paragraph, each with its value and whether it stands in a quotation."""
        first = self._befallen is None
        if self._befallen is not None:
            self._befallen = self._befallen._replace(left=self._befallen.left - 1)
        for match, value, is_quoted in results:
            if isinstance(match.expression, Clock) and match.expression.day is None:
                continue
            if precision_of(match.expression) not in {"day", "time"}:
                if self._befallen is not None and not first:
                    self._befallen = self._befallen._replace(left=0)
                continue
            self._take(t, clauses, match, None if is_quoted or (value and value.last) else value)

    def pass_by(self) -> None:
        """A paragraph without a date."""
        if self._befallen is not None:
            self._befallen = self._befallen._replace(left=self._befallen.left - 1)

    def _take(self, t: Pieces, clauses: Clauses, match: Match, value: Value | None) -> None:
        if self._befallen is not None and value is not None and value.first == self._befallen.day.first:
            return
        is_new = self._is_only and self._befallen is None
        self._befallen, self._is_only = None, False
        if is_new and value is not None and self._published is not None:
            is_recent = 0 <= (self._published - value.first).days < _WEEK
            if is_recent and clauses.verb_before(match.start)[1] in _BEFALLS:
                self._befallen = Befallen(value, _part(t, match))


def _part(t: Pieces, match: Match) -> frozenset[str]:
    beside = {t.low(at) for at in range(match.start - _BESIDE, match.end + 1)}
    parts = [part for part in (_EARLY, _LATE) if beside & part]
    return parts[0] if len(parts) == 1 else frozenset()


def _sentence(t: Pieces, clauses: Clauses, match: Match) -> frozenset[str]:
    """The tokens of the sentence of a date, in lower case."""
    start, end = match.start, match.end
    while start > 0 and not clauses.sentence_ends(start - 1, start):
        start -= 1
    while end < t.size and not clauses.sentence_ends(end, end + 1):
        end += 1
    return frozenset(t.lows[start:end])


def _has_other_date(clauses: Clauses, matches: Sequence[Match], place: int) -> bool:
    """True if a date other than a time of day stands in the sentence of one."""
    match = matches[place]
    return any(
        not (isinstance(other.expression, Clock) and other.expression.day is None)
        and not clauses.sentence_ends(min(match.start, other.start), max(match.start, other.start))
        for other in matches
    )
