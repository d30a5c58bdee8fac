"""A day's articles to groups about one event each."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from summarize.briefing import Reason
from summarize.stories.grouping.copies import Copy, copies
from summarize.stories.grouping.joining import Cluster, clusters_of
from summarize.stories.grouping.level import level_of
from summarize.stories.grouping.members import Member, day_of
from summarize.stories.grouping.openings import Openings
from summarize.stories.grouping.sketch import Vocabulary, VocabularyEntry
from summarize.stories.grouping.vectors import OF_BODY, OF_LEAD, Vector, batch_of, vector_of
from summarize.stories.grouping.words import fold, words_of
from summarize.text.months import month_name


@dataclass(frozen=True, slots=True)
class Group:
    """Articles about one event."""

    numbers: tuple[int, ...]
    """The fullest first, copies last."""
    reasons: tuple[Reason, ...]
    """Pairs that hold it together: one fewer than there are articles."""


def group(members: Sequence[Member]) -> tuple[Group, ...]:
    """Groups of articles about one event, each article in exactly one; in the order of their first numbers.

    The order of `members` makes no difference, nor does anything but what they say.

    Raises:
        ValueError: two members have one number.
    """
    known = {member.number: member for member in members}
    if len(known) != len(members):
        raise ValueError("two members have the same number")
    repeats = copies(members)
    repeating = {copy.number for copy in repeats}
    batch = _weigh_articles([known[number] for number in sorted(known) if number not in repeating])
    copied: dict[int, list[Copy]] = {}
    for copy in repeats:
        copied.setdefault(copy.of, []).append(copy)
    level = level_of(batch.vectors, batch.words)
    clusters = clusters_of(batch.vectors, neighbours(batch.vectors), batch.openings, level)
    found = (_group_of(cluster, batch, copied, known) for cluster in clusters)
    return tuple(sorted(found, key=lambda each: min(each.numbers)))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Articles that are no copies, by position, as they are compared."""

    members: list[Member]
    vectors: list[Vector]
    entries: list[VocabularyEntry]
    openings: Openings
    words: float
    """Different words that one has on average."""


def _weigh_articles(originals: list[Member]) -> _Weighed:
    vocabulary = Vocabulary()
    sketches = [vocabulary.read(member) for member in originals]
    common = batch_of(vocabulary, sketches)
    # Each sketch is let go of as soon as it is weighed: both of thousands of articles would take half as much memory again.
    openings = Openings(sketches, vocabulary.entries)
    words = sum(len(sketch.body) for sketch in sketches) / max(len(sketches), 1)
    sketches.reverse()
    vectors = [vector_of(sketches.pop(), common) for _ in originals]
    return _Weighed(originals, vectors, vocabulary.entries, openings, words)


def _group_of(
    cluster: Cluster, batch: _Weighed, copied: Mapping[int, Sequence[Copy]], known: Mapping[int, Member]
) -> Group:
    own = [batch.members[place] for place in cluster.places]
    repeats = [copy for member in own for copy in copied.get(member.number, ())]
    reasons = [
        reason_of(
            (batch.members[one], batch.members[other]), (batch.vectors[one], batch.vectors[other]), alike, batch.entries
        )
        for one, other, alike in cluster.bonds
    ]
    reasons += [reason_of_copy(copy, known) for copy in repeats]
    return Group(
        numbers=(*_fullest_first(own), *_fullest_first([known[copy.number] for copy in repeats])),
        reasons=tuple(sorted(reasons, key=lambda reason: (-reason.score, reason.articles))),
    )


def _fullest_first(members: Sequence[Member]) -> list[int]:
    return [member.number for member in sorted(members, key=lambda member: (-len(member.text), member.number))]


_TELLING = 30
"""Words of an article by which others are looked for: the weightiest."""
_MAX_ARTICLES = 300
"""A word of more articles than this finds too many to be of use."""
_NEAREST = 15
"""Others that each article is compared with."""


def neighbours(vectors: Sequence[Vector]) -> list[set[int]]:
    """Of each article, by its position, the others that it may belong together with; mutual."""
    telling = [_heaviest_words(vector) for vector in vectors]
    holding: dict[int, list[tuple[int, float]]] = {}
    for place, words in enumerate(telling):
        for number, weight in words:
            holding.setdefault(number, []).append((place, weight))
    found: list[set[int]] = [set() for _ in vectors]
    for place, words in enumerate(telling):
        for other in _nearest(place, words, holding):
            found[place].add(other)
            found[other].add(place)
    return found


def _heaviest_words(vector: Vector) -> list[tuple[int, float]]:
    weights = ((weight + vector.lead.get(number, 0.0), -number) for number, weight in vector.body.items())
    return [(-number, weight) for weight, number in heapq.nlargest(_TELLING, weights)]


def _nearest(place: int, words: Sequence[tuple[int, float]], holding: dict[int, list[tuple[int, float]]]) -> list[int]:
    scores: dict[int, float] = {}
    for number, weight in words:
        others = holding[number]
        if 1 < len(others) <= _MAX_ARTICLES:
            for other, its in others:
                scores[other] = scores.get(other, 0.0) + weight * its
    scores.pop(place, None)
    return [-other for _, other in heapq.nlargest(_NEAREST, ((score, -other) for other, score in scores.items()))]


_SHOWN_NAMES = 4
_SHOWN_PLACES = 2
_SHOWN_WORDS = 5
_SHOWN_FIGURES = 3


def reason_of(
    pair: tuple[Member, Member], vectors: tuple[Vector, Vector], alike: float, entries: Sequence[VocabularyEntry]
) -> Reason:
    """Why two articles belong together."""
    one, other = sorted(pair, key=lambda member: member.number)
    weightiest = _weightiest(*vectors)
    names = _shared_names([name for name, _ in one.names], [name for name, _ in other.names])[:_SHOWN_NAMES]
    places = _shared_names(one.places, other.places)[:_SHOWN_PLACES]
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


def _shared_names(these: Sequence[str], those: Sequence[str]) -> list[str]:
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
