"""Groups of several languages that are about one event: joined where names, places, figures and dates say so. No word is translated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from summarize.briefing import Reason
from summarize.card import Card
from summarize.document import Document
from summarize.evidence.document import document_of
from summarize.gazetteer import city_of, country_code, fold, people_of
from summarize.languages.basics import basics
from summarize.stories.grouping.group import Group
from summarize.stories.grouping.words import priors, stem
from summarize.text.tokens import Token, starts, tokens

TOLD_IN: Final = "en"
"""The language of a briefing's own words: where a story has accounts in it, they are what it is told from."""
_SENTENCES: Final = 40
_HEAD: Final = 300
_SHORTEST: Final = 4
"""Letters of the shortest name that is known again."""
_CITY_WORDS: Final = 3
_YEARS: Final = range(1900, 2101)
_HUNDRED, _DOZEN = 100, 13
_OF_PLACE, _OF_DAY = 0.7, 0.5
_ENOUGH: Final = 2.0
"""What two groups must share, each kind weighted; a name or a large figure that no other group has counts 1."""
_NAMED: Final = 0.9
"""What they must share of names alone: two events of one city and day may have figures in common."""
_MOST_GROUPS: Final = 6
"""A name that more groups of a language have tells nothing."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What of an article is the same in every language."""

    language: str
    names: frozenset[str]
    """Last words of names, without accents, as printed."""
    sure: frozenset[str]
    """Those that are no common noun: all, or in a language that writes nouns with capitals those that once stand behind another."""
    places: frozenset[str]
    figures: frozenset[float]
    days: frozenset[str]
    """Dates that it gives, ISO, other than those of its own publication and its eve."""

    def weighed(self) -> Iterator[tuple[str, str | float, float]]:
        """Each anchor: its kind, itself, and what it counts where no other group of the language has it."""
        yield from (("name", each, 1.0) for each in self.names)
        yield from (("place", each, _OF_PLACE) for each in self.places)
        yield from (("figure", each, _worth(each)) for each in self.figures)
        yield from (("date", each, _OF_DAY) for each in self.days)


def anchors_of(card: Card) -> Anchors:
    """What of a card's article is the same in every language."""
    document = document_of(card.article)
    names: set[str] = set()
    behind: set[str] = set()
    # Titles and datelines, which are no sentences, name places too.
    head = f"{card.article.title or ''}. {card.article.text[:_HEAD]}"
    places = {city for run in _capitalised(tokens(head)) for city in _cities(run)}
    figures: set[float] = set()
    for place, sentence in enumerate(document.sentences):
        if place == _SENTENCES:
            break
        sequence = document.tokens(sentence)
        first = starts(sequence)
        for run in _capitalised(sequence):
            places.update(_cities(run))
            # A capital that the sentence asks for tells a name only with another behind it.
            known = run if len(run) > 1 or sequence.index(run[0]) not in first else []
            names.update(_name(token) for token in known[-1:] if _may_be_name(token))
            behind.update(_name(token) for token in run[1:][-1:] if _may_be_name(token))
        figures.update(_figures(document, sentence))
    published = (card.article.published or "")[:10]
    days = {
        when.start[:10]
        for when in card.when
        if when.start and when.precision in {"day", "time"} and when.start[:10] > published
    }
    language = document.language or ""
    known_basics = basics(language)
    sure = behind if known_basics is not None and known_basics.noun_capitals else names
    return Anchors(language, frozenset(names), frozenset(sure), frozenset(places), frozenset(figures), frozenset(days))


def _capitalised(sequence: Sequence[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sequence:
        if token.is_capital:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _cities(run: Sequence[Token]) -> Iterator[str]:
    for size in range(1, _CITY_WORDS + 1):
        for at in range(len(run) - size + 1):
            words = run[at : at + size]
            # An ending may hang on the name by an apostrophe: "Izmir'de", "Geneva's".
            city = city_of(" ".join(token.text for token in words)) or city_of(" ".join(map(_name, words)))
            if city is not None:
                yield city


def _name(token: Token) -> str:
    return fold(token.text.partition("’")[0].partition("'")[0])


def _may_be_name(token: Token) -> bool:
    """True unless the word is short, a place of the lists, or one that news is full of."""
    name = _name(token)
    is_listed = city_of(name) or country_code(name) or people_of(name)
    return len(name) >= _SHORTEST and not is_listed and stem(name) not in priors()


def _figures(document: Document, sentence: object) -> Iterator[float]:
    for quantity in document.quantities(sentence):  # type: ignore[arg-type] # a passage of the document's own
        if quantity.clock is not None or quantity.is_ordinal or quantity.is_fraction or len(quantity.values) != 1:
            continue
        value = float(next(iter(quantity.values)))
        if value > 1 and value not in _YEARS:
            yield value


def _worth(value: float) -> float:
    """What a shared figure counts: small whole numbers are in every article."""
    if value != int(value) or value >= _HUNDRED:
        return 1.0
    return 0.5 if value >= _DOZEN else 0.25


@dataclass(slots=True)
class _Side:
    """A group with what its articles share with the world."""

    group: Group
    language: str
    articles: list[tuple[int, dict[tuple[str, str | float], float]]] = field(default_factory=list)


def parted(group: Group, anchors: Mapping[int, Anchors]) -> list[Group]:
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
    figures = sum(map(_worth, one.figures & other.figures))
    return len(one.sure & other.sure) + figures + _OF_DAY * len(one.days & other.days) >= _ENOUGH


def joined_across(groups: Sequence[Group], anchors: Mapping[int, Anchors]) -> list[Group]:
    """Groups, each of one language, with those joined that tell one event; at most one of each language, the surest first.

    Args:
        groups: of articles of one language each.
        anchors: of each article that is no copy, by number.
    """
    sides = [_side(group, anchors) for group in groups]
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
    articles = [(number, {(kind, what): worth for kind, what, worth in each.weighed()}) for number, each in own]
    return _Side(group, language, articles)


def _keys(side: _Side) -> set[tuple[str, str | float]]:
    return {key for _, weighed in side.articles for key in weighed}


def _common(sides: Iterable[_Side]) -> Mapping[tuple[str, tuple[str, str | float]], int]:
    """In how many groups of a language each anchor is."""
    return Counter((side.language, key) for side in sides for key in _keys(side))


def _candidates(
    sides: Sequence[_Side], common: Mapping[tuple[str, tuple[str, str | float]], int]
) -> set[tuple[int, int]]:
    """The pairs of groups that share a telling name."""
    holding: dict[str | float, list[int]] = {}
    for place, side in enumerate(sides):
        for key in _keys(side):
            if key[0] == "name" and common[side.language, key] <= _MOST_GROUPS:
                holding.setdefault(key[1], []).append(place)
    return {
        (one, other)
        for places in holding.values()
        for one, other in combinations(places, 2)
        if sides[one].language != sides[other].language
    }


def _alike(
    one: _Side, other: _Side, common: Mapping[tuple[str, tuple[str, str | float]], int]
) -> tuple[float, tuple[int, int], tuple[str, ...]]:
    """How much the two articles share that share most, which they are, and what it is; 0 where too little of it are names, nothing else is, or each tells of other places."""
    best: tuple[float, tuple[int, int], tuple[str, ...]] = (0.0, (0, 0), ())
    for number, mine in one.articles:
        for another, its in other.articles:
            # Sorted, for sums of fractions depend on their order.
            shared = sorted(mine.keys() & its.keys(), key=lambda key: (key[0], str(key[1])))
            worth: defaultdict[str, float] = defaultdict(float)
            for key in shared:
                worth[key[0]] += mine[key] / max(common[one.language, key], common[other.language, key])
            total = sum(worth.values())
            is_elsewhere = not worth.get("place") and all(_with_place(each) for each in (mine, its))
            # One name may be two people's.
            is_sure = bool(worth.get("place")) or sum(kind == "name" for kind, _ in shared) > 1
            if total > best[0] and worth.get("name", 0.0) >= _NAMED and len(worth) > 1 and is_sure and not is_elsewhere:
                shown = sorted(what for _, what in shared if isinstance(what, str))
                best = total, (number, another), tuple(shown[:6])
    return best


def _with_place(weighed: Mapping[tuple[str, str | float], float]) -> bool:
    return any(kind == "place" for kind, _ in weighed)


def _one(sides: Sequence[_Side], reasons: Sequence[Reason]) -> Group:
    """Groups as one, that in the language of the briefing first."""
    groups = [side.group for side in sorted(sides, key=lambda side: (side.language != TOLD_IN, side.group.numbers))]
    numbers = tuple(number for group in groups for number in group.numbers)
    return Group(numbers, (*(reason for group in groups for reason in group.reasons), *reasons))
