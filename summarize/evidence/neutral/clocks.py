"""Times of day: "um 17.30 Uhr", "a las 14:30". One is given only with the day that stands before or beside it in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.evidence.neutral.forms import Forms
from summarize.evidence.neutral.resolving import Found

_GAP = 4
"""Code points, without words that stand before a time, between a day and a time that are one."""


def with_clocks(text: str, sentence: tuple[int, int], days: Sequence[Found], forms: Forms) -> Iterator[Found]:
    """The dates of a sentence, each with the time beside it, and the times that lie on the day before them."""
    joined: dict[int, Found] = {}
    later: list[Found] = []
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
    return f"{int(match['hour']):02}:{match['minute'] or match['digital'] or '00'}"
