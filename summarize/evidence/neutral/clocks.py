"""Times of day: "um 17.30 Uhr", "a las 14:30". One is given only with the day that stands before or beside it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.evidence.neutral.forms import Forms
from summarize.evidence.neutral.resolving import Found

_GAP = 4
"""Code points, without words that stand before a time, between a day and a time that are one."""


def with_clocks(text: str, sentence: tuple[int, int], days: Sequence[Found], forms: Forms) -> Iterator[Found]:
    """The dates of a sentence, each with the time beside it, and the times that lie on the day before them.

    Args:
        text: the article's text.
        sentence: a half-open code-point range of it.
        days: its dates in text order.
        forms: the expressions of its language.
    """
    clocks = list(forms.clock.finditer(text, *sentence)) if forms.clock is not None else []
    joined: dict[int, Found] = {}
    later: list[Found] = []
    for match in clocks:
        if any(one.start < match.end() and match.start() < one.end for one in days):
            continue
        before = [index for index, one in enumerate(days) if one.end <= match.start()]
        beside = next(
            (index for index, one in enumerate(days) if match.end() <= one.start <= match.end() + _GAP and not before),
            None,
        )
        index = before[-1] if before else beside
        if index is None or days[index].value is None or days[index].precision != "day" or days[index].last:
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
