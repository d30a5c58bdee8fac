"""Sentences and the time expressions in them, for the tests beside this file; publication is on a Saturday."""

from __future__ import annotations

from typing import NamedTuple

from summarize.evidence.times import FoundTime, find_times

PUBLISHED = "2025-11-29"


class Case(NamedTuple):
    """A sentence and the expressions in it: their words and their value ("start" or "start..end", "?" if open)."""

    sentence: str
    expected: tuple[tuple[str, str], ...]


def case(sentence: str, *expected: str) -> Case:
    """Written "words = value"."""
    pairs = (one.split(" = ") for one in expected)
    return Case(sentence, tuple((words, value) for words, value in pairs))


def found(text: str, published: str | None = PUBLISHED) -> list[FoundTime]:
    """What is found in a text of one paragraph."""
    return find_times(text, [(0, len(text))], published)


def shown(text: str, published: str | None = PUBLISHED) -> tuple[tuple[str, str], ...]:
    """The finds as a case writes them."""
    return tuple((text[one.start : one.end], value(one)) for one in found(text, published))


def value(one: FoundTime) -> str:
    """A value as a case writes it."""
    if one.value_start is None:
        return "?"
    return one.value_start if one.value_end is None else f"{one.value_start}..{one.value_end}"
