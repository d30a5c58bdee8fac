"""A day's articles to groups about one event each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.briefing import Reason
from summarize.stories.grouping.candidates import neighbours
from summarize.stories.grouping.clusters import Cluster, clusters_of
from summarize.stories.grouping.copies import Copy, copies
from summarize.stories.grouping.members import Member
from summarize.stories.grouping.reasons import reason_of, reason_of_copy
from summarize.stories.grouping.sketch import Entry, Vocabulary
from summarize.stories.grouping.vectors import Vector, batch_of, vector_of


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
    batch = _weighed([known[number] for number in sorted(known) if number not in repeating])
    copied: dict[int, list[Copy]] = {}
    for copy in repeats:
        copied.setdefault(copy.of, []).append(copy)
    clusters = clusters_of(batch.vectors, neighbours(batch.vectors))
    found = (_group_of(cluster, batch, copied, known) for cluster in clusters)
    return tuple(sorted(found, key=lambda each: min(each.numbers)))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Articles that are no copies, by position, as they are compared."""

    members: list[Member]
    vectors: list[Vector]
    entries: list[Entry]


def _weighed(originals: list[Member]) -> _Weighed:
    vocabulary = Vocabulary()
    sketches = [vocabulary.read(member) for member in originals]
    common = batch_of(vocabulary, sketches)
    # Each sketch is let go of as soon as it is weighed: both of thousands of articles would take half as much memory again.
    sketches.reverse()
    vectors = [vector_of(sketches.pop(), common) for _ in originals]
    return _Weighed(originals, vectors, vocabulary.entries)


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
