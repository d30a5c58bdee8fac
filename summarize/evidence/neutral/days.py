"""Several days of one month, of which only the last has its name: "3., 4. und 5. Mai", "del 3 al 5 de mayo"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.languages.basics import Basics
from summarize.languages.cldr import ORDINAL

_EARLIER = re.compile(r"(?<![\d.,:/-])(\d{1,2})" + ORDINAL + r"\s?(?:([-–—]|,|/|&)|([^\W\d]{1,4}))\s?$")
_MAX_LENGTH = len("31. oder ") + 2
_LAST_DAY = 31
_MAX_COUNT = 31


@dataclass(frozen=True, slots=True)
class Days:
    """A day, or some that follow each other: where they begin and end in the text, and the first and last number."""

    start: int
    end: int
    first: int
    last: int


def days_before(text: str, low: int, own: Days, basics: Basics | None) -> list[Days] | None:
    """The days of a date with those that stand before it, in text order; None if something stands there that cannot be told."""
    found = [own]
    for _ in range(_MAX_COUNT):
        first = found[0]
        match = _EARLIER.search(text[max(low, first.start - _MAX_LENGTH) : first.start])
        if match is None:
            return found
        at = max(low, first.start - _MAX_LENGTH) + match.start()
        number, mark, word = int(match[1]), match[2], (match[3] or "").lower()
        is_period = mark in {"-", "–", "—"} if mark else basics is not None and word in basics.ranges
        is_list = bool(mark) or (basics is not None and word in basics.conjunctions)
        if not is_period and not is_list:
            # A word in small letters that no table knows may join two days, of which one would be wrong.
            return None if match[3].islower() and basics is None else found
        if not 1 <= number < first.first or number > _LAST_DAY:
            return None
        if is_period:
            found[0] = Days(at, first.end, number, first.last)
        else:
            found.insert(0, Days(at, at + match.end(1) - match.start(1), number, number))
    return None


def numbers(days: Sequence[Days]) -> list[int]:
    """The first and last number of each."""
    return [number for each in days for number in (each.first, each.last)]
