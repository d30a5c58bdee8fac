"""Near-copies: one report printed by several outlets, also trimmed, under a headline of its own, with small edits.

Texts are compared by their runs of words. Every run is a number; those that are divisible by a constant are a text's sample, by which
other texts are found. A text is looked up among originals only, so three thousand copies of one text take as long as three thousand texts.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from summarize.stories.grouping.agency import credited_agency, is_agency
from summarize.stories.grouping.members import Member, parts_of
from summarize.stories.grouping.words import plain_words

_RUN = 4
_MAX_WORDS = 3000
_SAMPLED = 8
"""One run in this many is looked up."""
_MIN_SAMPLE = 12
_MIN_RUNS = 20
"""A text of fewer runs is too short to tell a copy from a coincidence, unless it is the same from end to end."""
MIN_SHARE = 0.6
"""Of a copy's runs, how many are its original's. An edited word changes four runs."""
_TRIMMED = 0.5
_MIN_SHARE_TRIMMED = 0.8
"""Of one that is less than half as long as its original, which a statement quoted in full would otherwise be."""
_SAME = 0.995
_MAX_ORIGINALS = 50
"""A run of more originals is an outlet's or an agency's standing text."""
_TRIED = 8


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that repeats another nearly word for word."""

    number: int
    of: int
    agency: str | None
    """Whose report both are, where one of them says so."""
    share: float
    """How much of the shorter one's words the other one has, 0 to 1."""


def runs_of(member: Member) -> frozenset[int]:
    """The runs of words of an article's content, as numbers."""
    _, content = parts_of(member)
    words = [word.encode() for word in plain_words(content)[:_MAX_WORDS]]
    if len(words) < _RUN:
        return frozenset([zlib.crc32(b" ".join(words))]) if words else frozenset()
    return frozenset(zlib.crc32(b" ".join(run)) for run in zip(*(words[start:] for start in range(_RUN)), strict=False))


def _sample(runs: frozenset[int]) -> list[int]:
    found = sorted(run for run in runs if run % _SAMPLED == 0)
    return found if len(found) >= _MIN_SAMPLE else sorted(runs)[:_MIN_SAMPLE]


@dataclass(slots=True)
class _Text:
    """A member, and what is kept of its runs: they are made again for the few that are compared."""

    member: Member
    length: int
    sample: list[int]


class _Originals:
    """Texts of which no copy has been seen before, by their sampled runs."""

    def __init__(self) -> None:
        self.texts: list[_Text] = []
        self.holding: dict[int, list[int]] = {}
        self.kept: dict[int, frozenset[int]] = {}

    def nearest(self, text: _Text) -> int | None:
        """The original that a text repeats most of, by position; None if it repeats none."""
        hits: dict[int, int] = {}
        for run in text.sample:
            for place in self.holding.get(run, ())[:_MAX_ORIGINALS]:
                hits[place] = hits.get(place, 0) + 1
        if not hits:
            return None
        found = []
        runs = runs_of(text.member)
        for place, _ in sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))[:_TRIED]:
            share = share_of(runs, self._runs(place))
            if _is_copy(text.member, self.texts[place].member, share, len(runs), self.texts[place].length):
                found.append((share, -place))
        return -max(found)[1] if found else None

    def add(self, text: _Text) -> None:
        """Take in one that repeats none."""
        for run in text.sample:
            self.holding.setdefault(run, []).append(len(self.texts))
        self.texts.append(text)

    def _runs(self, place: int) -> frozenset[int]:
        if place not in self.kept:
            if len(self.kept) >= 200:
                self.kept.clear()
            self.kept[place] = runs_of(self.texts[place].member)
        return self.kept[place]


def share_of(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of the shorter text the longer one has, 0 to 1."""
    return len(one & other) / (min(len(one), len(other)) or 1)


def _is_copy(one: Member, other: Member, share: float, length: int, original: int) -> bool:
    shorter, longer = sorted((length, original))
    if shorter < _MIN_RUNS:
        return shorter == longer and share >= _SAME
    # Two of one publisher are two versions of its report. What was changed in the second must not be lost as a copy.
    if one.publisher and one.publisher == other.publisher:
        return share >= _SAME and shorter >= _SAME * longer
    return share >= (MIN_SHARE if shorter >= _TRIMMED * longer else _MIN_SHARE_TRIMMED)


def copies(members: Sequence[Member]) -> tuple[Copy, ...]:
    """Which articles repeat which, nearly word for word; in the order of their numbers.

    Chains are resolved: all copies of a report name one original, which is no copy of any: the agency's own, else the fullest, of equally full
    ones the earliest.
    """
    families = _families(members)
    return tuple(
        sorted((copy for family in families for copy in _copies_of_family(family)), key=lambda copy: copy.number)
    )


def _families(members: Iterable[Member]) -> list[list[Member]]:
    texts = []
    for member in members:
        runs = runs_of(member)
        texts.append(_Text(member, len(runs), _sample(runs)))
    originals = _Originals()
    families: list[list[Member]] = []
    # The longest first: a trimmed copy is part of its original, not the other way round.
    for text in sorted(texts, key=lambda text: (-text.length, text.member.number)):
        if not text.length:
            continue
        found = originals.nearest(text)
        if found is None:
            originals.add(text)
            families.append([text.member])
        else:
            families[found].append(text.member)
    return [family for family in families if len(family) > 1]


def _copies_of_family(family: list[Member]) -> Iterable[Copy]:
    """The copies of a family, which is given with its longest member first."""
    credited = {
        member.number: credited_agency(member.text, member.layout) or _publishing_agency(member) for member in family
    }
    agency = next((credited[member.number] for member in _by_rank(family) if credited[member.number]), None)
    for original in _by_rank(family, agency):
        runs = runs_of(original)
        shares = {member.number: share_of(runs_of(member), runs) for member in family if member is not original}
        if all(share >= MIN_SHARE for share in shares.values()) or original is family[0]:
            return [Copy(number, original.number, agency, round(share, 3)) for number, share in shares.items()]
    return []


def _by_rank(family: list[Member], agency: str | None = None) -> list[Member]:
    """Who may be the original, the likeliest first, the longest last of those that are tried."""
    longest = len(runs_of(family[0]))
    ranked = sorted(
        islice(family, _TRIED),
        key=lambda member: (
            not (is_agency(member.publisher, agency) or bool(_publishing_agency(member))),
            -round(len(runs_of(member)) / longest, 1),
            member.published or "9999",
            member.number,
        ),
    )
    return [*ranked, family[0]]


def _publishing_agency(member: Member) -> str | None:
    return member.publisher if member.publisher and is_agency(member.publisher, None) else None
