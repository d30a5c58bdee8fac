"""Groups of several languages that are about one event: joined where names, places, figures and dates say so. No word is translated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Final

from summarize.briefing import Reason
from summarize.stories.grouping.anchors import FAIR_FIGURE, OF_DAY, SURE_FIGURE, Anchors, worth
from summarize.stories.grouping.group import Group

TOLD_IN: Final = "en"
"""The language of a briefing's own words: where a story has accounts in it, they are what it is told from."""
_ENOUGH: Final = 2.0
"""What two groups must share, each kind weighted; a name or a large figure that no other group has counts 1."""
_NAMED: Final = 0.9
"""What they must share of names alone: two events of one city and day may have figures in common."""
_OF_ONE_OUTLET: Final = 3.0
"""The same for two articles of one outlet: it names the same bodies every day, and seldom tells an event twice."""
_LEADING: Final = frozenset({"name", "storm"})
"""Kinds of anchors by which groups are found that may be of one event."""
_MAX_GROUPS: Final = 6
"""A name that more groups of a language have tells nothing."""


_Key = tuple[str, "str | float"]
"""The kind of an anchor, and itself."""


@dataclass(slots=True)
class _Side:
    """A group with what its articles share with the world."""

    group: Group
    language: str
    articles: list[tuple[int, Anchors, dict[_Key, float]]] = field(default_factory=list)


def split_by_anchors(group: Group, anchors: Mapping[int, Anchors]) -> list[Group]:
    """A group as those of its articles that share two names, or a name and large figures or days to come.

    How rare the words of other languages than English are is not listed, and two of their articles are soon alike in words alone.
    """
    parts: list[list[int]] = []
    for number in group.numbers:
        near = [part for part in parts if any(_share(anchors[number], anchors[other]) for other in part)]
        parts = [part for part in parts if part not in near] + [[*(n for part in near for n in part), number]]
    return [
        Group(tuple(part), tuple(each for each in group.reasons if set(each.articles) <= set(part))) for part in parts
    ]


def _share(one: Anchors, other: Anchors) -> bool:
    figures = sum(map(worth, one.figures & other.figures))
    least = _OF_ONE_OUTLET if one.outlet and one.outlet == other.outlet else _ENOUGH
    return len(one.sure & other.sure) + figures + OF_DAY * len(one.days & other.days) >= least


def joined_across(groups: Sequence[Group], anchors: Mapping[int, Anchors]) -> list[Group]:
    """Groups, each of one language, with those joined that tell one event; at most one of each language, the surest first."""
    # Whom one account makes out to be a person is one in all: "Ilze Vītola".
    people = {f"{first} {last}" for each in anchors.values() for last, first in each.given}
    known = {number: replace(each, full=each.full - people) for number, each in anchors.items()}
    sides = [_side(group, known) for group in groups]
    if len({side.language for side in sides}) < 2:
        return list(groups)
    common = _common(sides)
    pairs: list[tuple[float, int, int, tuple[int, int], tuple[str, ...]]] = []
    for one, other in sorted(_candidates(sides, common)):
        score, articles, shared = _alike(sides[one], sides[other], common)
        if score >= _ENOUGH:
            pairs.append((-score, one, other, articles, shared))
    parts = {place: [place] for place in range(len(sides))}
    reasons: dict[int, list[Reason]] = {place: [] for place in parts}
    for score, one, other, articles, shared in sorted(pairs):
        mine, its = (next(key for key, places in parts.items() if place in places) for place in (one, other))
        languages = [sides[place].language for place in (*parts[mine], *parts[its])]
        if mine == its or len(set(languages)) < len(languages):
            continue
        parts[mine] += parts.pop(its)
        how_sure = round(-score / (1 - score), 3)
        reasons[mine] += [*reasons.pop(its), Reason(articles=articles, score=how_sure, shared=shared)]
    return [_one([sides[place] for place in places], reasons[key]) for key, places in parts.items()]


def _side(group: Group, anchors: Mapping[int, Anchors]) -> _Side:
    own = [(number, anchors[number]) for number in group.numbers if number in anchors]
    language = own[0][1].language if own else ""
    articles = [
        (number, each, {(kind, what): counts for kind, what, counts in each.with_weights()}) for number, each in own
    ]
    return _Side(group, language, articles)


def _keys(side: _Side) -> set[_Key]:
    return {key for _, _, weighed in side.articles for key in weighed}


def _common(sides: Iterable[_Side]) -> Mapping[tuple[str, _Key], int]:
    """In how many groups of a language each anchor is."""
    return Counter((side.language, key) for side in sides for key in _keys(side))


def _candidates(sides: Sequence[_Side], common: Mapping[tuple[str, _Key], int]) -> set[tuple[int, int]]:
    """The pairs of groups that share a telling name."""
    holding: dict[str | float, list[int]] = {}
    for place, side in enumerate(sides):
        for key in _keys(side):
            if key[0] in _LEADING and common[side.language, key] <= _MAX_GROUPS:
                holding.setdefault(key[1], []).append(place)
    return {
        (one, other)
        for places in holding.values()
        for one, other in combinations(places, 2)
        if sides[one].language != sides[other].language
    }


def _alike(
    one: _Side, other: _Side, common: Mapping[tuple[str, _Key], int]
) -> tuple[float, tuple[int, int], tuple[str, ...]]:
    """How much the two articles share that share most, which they are, and what it is; 0 where it makes no event, or each tells of other places."""
    best: tuple[float, tuple[int, int], tuple[str, ...]] = (0.0, (0, 0), ())
    for number, mine, my_keys in one.articles:
        for another, its, its_keys in other.articles:
            # Sorted, for sums of fractions depend on their order.
            shared = sorted(
                (
                    key
                    for key in my_keys.keys() & its_keys.keys()
                    if key[0] != "name" or _is_one(str(key[1]), mine, its)
                ),
                key=lambda key: (key[0], str(key[1])),
            )
            counts: defaultdict[str, float] = defaultdict(float)
            for key in shared:
                counts[key[0]] += my_keys[key] / max(common[one.language, key], common[other.language, key])
            total = sum(counts.values())
            if total > best[0] and (counts["storm"] or (counts["name"] >= _NAMED and _makes_event(shared, mine, its))):
                shown = sorted(what for _, what in shared if isinstance(what, str))
                best = total, (number, another), tuple(shown[:6])
    return best


def _is_one(name: str, mine: Anchors, its: Anchors) -> bool:
    """False for a last name that two people have: "Sophie Delvaux" and "Laurent Delvaux"."""
    one, other = mine.given_to(name), its.given_to(name)
    return not one or not other or bool(one & other)


def _makes_event(shared: Iterable[_Key], mine: Anchors, its: Anchors) -> bool:
    """True if what two articles share is more than people of one city would: whoever governs it is in all its news.

    A name with its given name in both counts for two names. Two names and a figure that few articles have make an event, as do three and a date, and
    a person, a name that is nobody's (a village, a firm, a church) and any figure that is not round. A name that is nobody's does with a place and such a rare figure,
    and, where both open with it and with another name, with a date. Nothing does where each tells of other places.
    """
    found: defaultdict[str, set[str | float]] = defaultdict(set)
    for kind, what in shared:
        found[kind].add(what)
    if mine.places and its.places and not found["place"]:
        return False
    names = {str(name): (mine.given_to(str(name)), its.given_to(str(name))) for name in found["name"]}
    full = sum(bool(one and other) for one, other in names.values())
    nobodys = sum(not one and not other for one, other in names.values())
    known = len(names) + full
    figure = max((worth(float(each)) for each in found["figure"]), default=0.0)
    if figure >= SURE_FIGURE and (known > 1 or (nobodys and found["place"])):
        return True
    if (found["place"] or found["date"] or figure >= FAIR_FIGURE) and _open_alike(found["name"], mine, its):
        return True
    opened = [name for name in names if name in mine.opened & its.opened]
    if (
        found["date"]
        and len(opened) > 1
        and any(not one and not other for one, other in map(names.__getitem__, opened))
    ):
        return True
    return bool(found["date"] and known > 2) or bool(figure >= FAIR_FIGURE and full and nobodys)


def _open_alike(shared: Iterable[str | float], mine: Anchors, its: Anchors) -> bool:
    """True if two articles open with a name of two words that is no person's, a firm's or a ship's, and with another name that is none either.

    Who governs or speaks is a person; two firms, two clubs, or a ship and what it hit are together in one event of a day.
    """
    opened = mine.opened & its.opened
    full = mine.full & its.full & opened
    words = {word for name in full for word in name.split()}
    others = {str(name) for name in shared if name in opened and name not in words}
    nobodys = any(not (mine.given_to(name) and its.given_to(name)) for name in others)
    return bool(full) and (nobodys or any(not set(one.split()) & set(other.split()) for one in full for other in full))


def _one(sides: Sequence[_Side], reasons: Sequence[Reason]) -> Group:
    """Groups as one, that in the language of the briefing first."""
    groups = [side.group for side in sorted(sides, key=lambda side: (side.language != TOLD_IN, side.group.numbers))]
    numbers = tuple(number for group in groups for number in group.numbers)
    return Group(numbers, (*(reason for group in groups for reason in group.reasons), *reasons))
