"""Why two articles are in one group, in words that a reader understands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from summarize.briefing import Reason
from summarize.stories.grouping.copies import Copy
from summarize.stories.grouping.members import Member, day_of
from summarize.stories.grouping.sketch import Entry
from summarize.stories.grouping.vectors import OF_BODY, OF_LEAD, Vector
from summarize.stories.grouping.words import fold, words_of
from summarize.text.months import month_name

_SHOWN_NAMES = 4
_SHOWN_PLACES = 2
_SHOWN_WORDS = 5
_SHOWN_FIGURES = 3


def reason_of(
    pair: tuple[Member, Member], vectors: tuple[Vector, Vector], alike: float, entries: Sequence[Entry]
) -> Reason:
    """Why two articles belong together."""
    one, other = sorted(pair, key=lambda member: member.number)
    weightiest = _weightiest(*vectors)
    names = _shared([name for name, _ in one.names], [name for name, _ in other.names])[:_SHOWN_NAMES]
    places = _shared(one.places, other.places)[:_SHOWN_PLACES]
    told = {word.stem for name in (*names, *places) for word in words_of(name, 8)}
    rest = [entry for number in weightiest if (entry := entries[number]).stem not in told]
    words = [entry.shown if entry.is_name else entry.shown.casefold() for entry in rest if not entry.is_number]
    figures = [entry.shown for entry in rest if entry.is_number]
    shared = (
        _line("names", names),
        _line("place" if len(places) == 1 else "places", places),
        _line("words", words[:_SHOWN_WORDS]),
        _line("figures", figures[:_SHOWN_FIGURES]),
        "the same words quoted" if vectors[0].quoted.keys() & vectors[1].quoted.keys() else "",
        _same_day(one, other),
    )
    return Reason(
        articles=(one.number, other.number), score=round(alike, 3), shared=tuple(line for line in shared if line)
    )


def reason_of_copy(copy: Copy, members: Mapping[int, Member]) -> Reason:
    """Why a copy belongs with its original."""
    numbers = (min(copy.number, copy.of), max(copy.number, copy.of))
    said = f"credited to {copy.agency}" if copy.agency else ""
    shared = ("nearly the same text", said, _same_day(*(members[number] for number in numbers)))
    return Reason(articles=numbers, score=copy.share, shared=tuple(line for line in shared if line))


def _weightiest(one: Vector, other: Vector) -> list[int]:
    def weight(number: int) -> float:
        body = one.body[number] * other.body[number]
        return OF_BODY * body + OF_LEAD * (one.lead.get(number, 0.0) + other.lead.get(number, 0.0)) / 2

    return sorted(one.body.keys() & other.body.keys(), key=lambda number: (-weight(number), number))


def _shared(these: Sequence[str], those: Sequence[str]) -> list[str]:
    """The names of the one that the other has too, whole or by their last words ("Sosa" for "Ana Sosa")."""
    known = {fold(name) for name in those} | {fold(name).split()[-1] for name in those if name.split()}
    found = (name for name in these if fold(name) in known or (fold(name).split() or [""])[-1] in known)
    return list(dict.fromkeys(found))


def _same_day(one: Member, other: Member) -> str:
    day = day_of(one)
    if day is None or day != day_of(other):
        return ""
    when = date.fromordinal(day)
    return f"both on {when.day} {month_name(when.month)} {when.year}"


def _line(label: str, items: Sequence[str]) -> str:
    return f"{label}: {', '.join(items)}" if items else ""
