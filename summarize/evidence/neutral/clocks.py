"""Times of day: "um 17.30 Uhr", "a las 14:30". One is given only with the day that stands before or beside it in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.evidence.neutral.forms import Forms
from summarize.evidence.neutral.resolving import FoundDate

_GAP = 4
"""Most code points between a day and a time that are one date; words that announce a time ("um") are part of the time."""


def with_clocks(text: str, sentence: tuple[int, int], days: Sequence[FoundDate], forms: Forms) -> Iterator[FoundDate]:
    """The dates of a sentence, each with the time beside it, and further times, which lie on the last day that stands before them.

    Args:
        text: the article's text.
        sentence: half-open code-point range of the sentence.
        days: the dates found in it, in text order.
        forms: how the language writes dates and times; without times of day the dates come back as they are.
    """
    joined: dict[int, FoundDate] = {}
    later: list[FoundDate] = []
    starts = [one.start for one in days]
    for match in forms.clock.finditer(text, *sentence) if forms.clock is not None and days else ():
        index = bisect_left(starts, match.end()) - 1  # the last date that begins before the time's end
        if index >= 0 and days[index].end > match.start():
            continue  # part of that date
        if index < 0 and days[0].start <= match.end() + _GAP:
            index = 0  # "um 17.30 Uhr am Montag"
        if index < 0 or days[index].value is None or days[index].precision != "day" or days[index].last:
            continue
        found = replace(days[index], value=f"{days[index].value}T{_hour(match)}", precision="time")
        if 0 <= match.start() - days[index].end <= _GAP and index not in joined:
            joined[index] = replace(found, end=match.end())
        else:
            later.append(replace(found, start=match.start("time"), end=match.end()))
    yield from (joined.get(index, one) for index, one in enumerate(days))
    yield from later


def _hour(match: re.Match[str]) -> str:
    """The time of day as ISO writes it: "09:30"."""
    return f"{int(match['hour']):02}:{match['minute'] or match['digital'] or '00'}"
