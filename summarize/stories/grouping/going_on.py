"""Whether a story of today goes on with one of an earlier briefing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from summarize.stories.grouping.anchors import named_in
from summarize.stories.grouping.members import Member
from summarize.stories.grouping.sketch import Vocabulary
from summarize.stories.grouping.tongues import TOLD_IN
from summarize.stories.grouping.vectors import Vector, batch_of, likeness, vector_of

_MAX_COUNT: Final = 12
"""Articles of each story that are compared, those given first."""
_NAMES: Final = 2
"""Names and cities that two stories in another language than English must share: which of its nouns are common is not listed."""


def continues(today: Sequence[Member], earlier: Sequence[Member]) -> float:
    """How alike a story of today and one of an earlier briefing are, 0 to 1, by articles of each; from `THRESHOLD` on they are one event.

    Accounts of one language are compared with each other, and the language that makes the stories most alike counts. In another language than
    English they are alike in nothing unless they share names.
    """
    both = _languages(today) & _languages(earlier)
    return max((_alike_in(language, today, earlier) for language in sorted(both)), default=0.0)


def _languages(members: Iterable[Member]) -> set[str]:
    return {_language(member) for member in members}


def _language(member: Member) -> str:
    return member.language or TOLD_IN


def _alike_in(language: str, today: Sequence[Member], earlier: Sequence[Member]) -> float:
    now, before = ([each for each in side if _language(each) == language][:_MAX_COUNT] for side in (today, earlier))
    if language != TOLD_IN and all(map(_has_capitals, (*now, *before))) and not _share_names(now, before):
        return 0.0
    vocabulary = Vocabulary()
    # Articles of two briefings differ in date because the briefings do.
    sketches = [[vocabulary.read(replace(member, published=None)) for member in side] for side in (now, before)]
    batch = batch_of(vocabulary, [sketch for side in sketches for sketch in side])
    first, second = (_sum([vector_of(sketch, batch) for sketch in side]) for side in sketches)
    return likeness(first, second)


def _has_capitals(member: Member) -> bool:
    return any(map(str.isupper, member.text))


def _share_names(now: Iterable[Member], before: Iterable[Member]) -> bool:
    mine, its = (
        [named_in(member.title or "", member.text, member.language) for member in side] for side in (now, before)
    )
    return any(
        bool(names & others) and len(names & others) + len(places & elsewhere) >= _NAMES
        for names, places in mine
        for others, elsewhere in its
    )


def _sum(vectors: Sequence[Vector]) -> Vector:
    total = vectors[0]
    for vector in vectors[1:]:
        total = total.plus(vector)
    return total
