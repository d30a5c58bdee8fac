"""Parts of a day: what happened "in the early hours of Thursday" happened on Thursday "at 3.15am", though the next paragraph tells that."""

from __future__ import annotations

from typing import Final, NamedTuple

from summarize.languages.tables import table
from summarize.text.dates import vocabulary as v
from summarize.text.dates.expressions import Clock, Match, Value
from summarize.text.pieces import Pieces

_HOURS: Final = {word: tuple(hours.split()) for word, hours in table("en/times.toml")["part_hours"].items()}
_HOURS_BEFORE: Final = {
    word: tuple(hours.split()) for word, hours in table("en/times.toml")["part_hours_before"].items()
}
_SEQUELS: Final = v.words("sequels")
_BETWEEN: Final = v.words("before_day_of_part")
_REGIONS: Final = 2
"""Paragraphs behind it that may go on with a part of a day, while they name no date."""
_HOUR: Final = 2
_REACH: Final = 40


class PartOfDay(NamedTuple):
    """A day and the hours of it that its words leave."""

    day: Value
    first: str
    last: str
    left: int = _REGIONS

    def holds(self, clock: Clock) -> bool:
        """True for a time of day in that part."""
        return self.first <= clock.time[:_HOUR] < self.last

    def later(self) -> PartOfDay | None:
        """The same, one paragraph on."""
        return self._replace(left=self.left - 1) if self.left > 1 else None


def part_of_day(t: Pieces, results: list[tuple[Match, Value | None]]) -> PartOfDay | None:
    """The one day that a region tells with a part of it, None for none or several."""
    found = {
        PartOfDay(value, hours[0], hours[1])
        for match, value in results
        if value
        and value.precision == "day"
        and not value.last
        and (hours := _hours(t, match))
        and not _is_sequel(t, match)
    }
    return found.pop() if len(found) == 1 else None


def _is_sequel(t: Pieces, match: Match) -> bool:
    """True where the sentence has told, before the day, what is done of something older: "Lee was jailed on Tuesday afternoon"."""
    for at in range(match.start - 1, max(-1, match.start - _REACH), -1):
        if t.ends_sentence(at):
            return False
        if t.low(at) in _SEQUELS:
            return True
    return False


def _hours(t: Pieces, match: Match) -> tuple[str, ...] | None:
    at = match.start - 1
    while t.low(at) in _BETWEEN:
        at -= 1
    before = _HOURS_BEFORE.get(t.low(at)) or _HOURS_BEFORE.get(t.low(match.start))
    return before or _HOURS.get(t.low(match.end - 1)) or _HOURS.get(t.low(match.end))
