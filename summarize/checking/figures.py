"""Figures of a claim: each must be one of its evidence's, or follow from two of them, as exactly as the claim says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise, permutations

from summarize.checking.reading import Text, stem
from summarize.evidence.trees import Node, Tree
from summarize.expressions import expression
from summarize.languages.tables import any_of, table
from summarize.text.quantities import Quantity, implied_counts, quantities
from summarize.text.tokens import Token, tokens

Range = tuple[int, int]

_NEAR = Decimal("0.12")
"""How far a rounded figure may lie from what it rounds, as a share of it."""
_BOUND = Decimal("1.35")
"""How far a bound may lie from what it bounds: "more than a third" is not said of nine tenths."""
_REACH = 4
"""Tokens before a figure that may say how exactly it is meant."""
_NEXT = 3
"""Tokens before a figure that bound it."""
_MAX_COUNT = 30
"""Figures of the evidence that are combined in pairs."""
_EXACT = 9
"""Decimals to which a part is reckoned: a third of 90 is 30."""
_COUNTED_AT_SIGHT = 3
_PERCENT = frozenset({"%", "percent"})
_YEARS = range(1500, 2200)


@dataclass(frozen=True, slots=True)
class Hedges:
    """Patterns of the words that say how exactly a figure is meant."""

    about: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    under: re.Pattern[str]
    over: re.Pattern[str]
    of: frozenset[str]
    part_of: re.Pattern[str]
    """What stands between a part and the figure that it is a part of."""
    units: frozenset[str]
    """Words that are a figure's unit and not what it counts."""
    lengths: dict[str, Decimal]
    """Spans of time by their days."""
    spans: dict[str, Decimal]
    """Words that are a figure with its unit: a "decade" is ten years."""


@cache
def hedges(language: str) -> Hedges:
    """The words of a language."""
    read = table(f"{language}/claims.toml")["figures"]
    return Hedges(
        any_of(read["about"]),
        any_of(read["more"]),
        any_of(read["less"]),
        any_of(read["under"]),
        any_of(read["over"]),
        frozenset(word.strip() for word in read["of"].split(",")),
        expression(read["part_of"]),
        frozenset(word.strip() for word in read["units"].split(",")),
        {word: Decimal(value) for word, value in read["lengths"].items()},
        {word: Decimal(value) for word, value in read["spans"].items()},
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in a text, with what it counts and what it is said of, as stems; None where the tree shows neither."""

    quantity: Quantity
    start: int
    """Where it begins in the text, in code points."""
    words: str
    noun: str | None
    verb: str | None
    before: str
    """The words right before it."""


def figures_in(text: Text, ranges: Sequence[Range], units: frozenset[str]) -> list[Counted]:
    """The figures of some half-open ranges of a text, in order, each with the noun that it counts and the verb that it hangs on."""
    found: list[Counted] = []
    places = {node.start: (tree, node) for tree in text.trees for node in tree.nodes}
    for low, high in ranges:
        sequence = tokens(text.text[low:high])
        for quantity in quantities(sequence):
            place = places.get(low + sequence[quantity.at].start)
            noun, verb = _above(*place, units) if place is not None else (None, None)
            end = max(quantity.until, quantity.after)
            words = " ".join(token.text for token in sequence[quantity.at : end])
            before = " ".join(token.text for token in sequence[max(0, quantity.at - _NEXT) : quantity.at])
            found.append(Counted(quantity, low + sequence[quantity.at].start, words, noun, verb, before))
    return found


def _above(tree: Tree, node: Node, units: frozenset[str]) -> tuple[str | None, str | None]:
    """The stems of the first noun and the first verb above a figure."""
    noun: str | None = None
    here = node
    while here.head != here.index:
        here = tree.nodes[here.head]
        if noun is None and here.tag in {"NN", "NNS"} and here.low not in units:
            noun = stem(here.low)
        if here.is_verb:
            return noun, stem(here.low)
    return noun, None


def misplaced_figure(claim: Text, source: Text, ranges: Sequence[Range], known: Hedges) -> str | None:
    """The first figure of a claim that its evidence says of something else, while it says another figure of what the claim speaks of."""
    there = figures_in(source, ranges, known.units)
    for one in figures_in(claim, [(0, len(claim.text))], known.units):
        same = [other for other in there if other.quantity.values & one.quantity.values]
        others = [other for other in there if not other.quantity.values & one.quantity.values and is_alike(one, other)]
        if not same or one.quantity.is_ordinal:
            continue
        unit = one.quantity.unit
        if unit is not None and all(_is_of_another_unit(unit, other) for other in same):
            return f"its evidence says “{same[0].words}”, not “{one.words}”"
        rival = _counts_the_same(one, same, others)
        if rival is not None:
            return f"its evidence says “{rival.words}” of that, and “{same[0].words}” of something else"
        for name in ("noun", "verb"):
            mine = getattr(one, name)
            if mine is None or any(getattr(other, name) in {None, mine} for other in same):
                continue
            if name == "verb" and unit is None and not one.quantity.is_scaled:
                continue  # "eleven were injured, two seriously": what is counted hangs on any verb
            rival = next((other for other in others if getattr(other, name) == mine), None)
            if rival is not None:
                return f"its evidence says “{rival.words}” of that, and “{same[0].words}” of something else"
    return None


def is_alike(one: Counted, other: Counted) -> bool:
    """True if two figures could stand for each other: both shares or neither, and neither a year or an ordinal."""
    if other.quantity.is_ordinal or _is_year(other) != _is_year(one):
        return False
    return _is_percent(one.quantity) == _is_percent(other.quantity)


def _is_year(one: Counted) -> bool:
    quantity = one.quantity
    return quantity.unit is None and one.words.isdecimal() and int(max(quantity.values)) in _YEARS


def _is_of_another_unit(unit: str, other: Counted) -> bool:
    """True for a figure of another unit, and for a count of things where the unit is a share."""
    held = other.quantity.unit
    return held not in {None, unit} or (held is None and unit in _PERCENT and other.noun is not None)


def _counts_the_same(one: Counted, same: Sequence[Counted], others: Sequence[Counted]) -> Counted | None:
    """Another figure of the evidence that counts what a claim's does and is said of the same verb, if the claim's is not said of it."""
    if one.noun is None or one.verb is None or any(other.verb in {None, one.verb} for other in same):
        return None
    return next((other for other in others if (other.noun, other.verb) == (one.noun, one.verb)), None)


def wrong_figure(claim: str, evidence: str, known: Hedges, years: frozenset[Decimal] = frozenset()) -> str | None:
    """The first figure of a claim that its evidence does not bear out, None if it bears out all.

    Args:
        claim: the claim's text.
        evidence: the cited sentences, joined.
        known: the language's words.
        years: years that the evidence's times mean, and how long they are from the article's date.
    """
    said = tokens(claim)
    pool = Pool.of(evidence, known, years)
    lengths = _lengths(tokens(evidence), known)
    found = list(quantities(said))
    skip: set[int] = set()
    for number, quantity in enumerate(found):
        if number in skip or quantity.is_ordinal or quantity.clock is not None or _is_implied(quantity):
            continue
        share = _share_of(said, found, number, known)
        if share is not None:
            skip.add(number + 1)
        if quantity.unit is not None and quantity.values & pool.derived:
            continue
        is_part = share is not None or quantity.is_fraction
        values = {share} if share is not None else set(quantity.values) | _shares(quantity)
        meant = _how(said, quantity, known)
        how = "about" if is_part and meant == "exact" else meant
        if not any(
            pool.bears_out(value, how, is_part=is_part or _is_percent(quantity)) for value in values
        ) and not any(lengths.bears_out(value, how, is_part=False) for value in _days(said, quantity, known)):
            return f"the figure “{_figure_text(said, quantity)}” is not in its evidence"
    return None


@dataclass(frozen=True, slots=True)
class Pool:
    """The figures of some evidence, what two of them make together, and the shares that one is of another."""

    held: frozenset[Decimal]
    derived: frozenset[Decimal]
    ratios: frozenset[Decimal]

    @classmethod
    def of(cls, evidence: str, known: Hedges, years: frozenset[Decimal] = frozenset()) -> Pool:
        """The figures of a text, by a language's words, and years that it means."""
        there = tokens(evidence)
        found = list(quantities(there, with_lone_one=True))
        held = {value for quantity in found for value in quantity.values} | implied_counts(there)
        held |= {known.spans[token.lower] for token in there if token.lower in known.spans}
        whole = sorted(held)[:_MAX_COUNT]
        ratios = {a / b for a, b in permutations(whole, 2) if b and a < b}
        shares = {value for quantity in found for value in _shares(quantity)}
        return cls(
            frozenset(held | years),
            frozenset(
                {a + b for a, b in permutations(whole, 2)}
                | {abs(a - b) for a, b in permutations(whole, 2)}
                | _parts(there, found, known)
            ),
            frozenset(ratios | shares | {1 - ratio for ratio in ratios}),
        )

    def bears_out(self, value: Decimal, how: str, *, is_part: bool) -> bool:
        """True if a value is one of these, as exactly as it is meant: `about`, `more`, `less`, or `exact`."""
        if value in self.held:
            return True
        pool = self.held | self.derived | (self.ratios if is_part else frozenset())
        if how == "about":
            return any(abs(value - other) <= _NEAR * abs(other) for other in pool if other)
        if how == "more":
            return any(value < other <= _BOUND * value for other in pool)
        if how == "less":
            return any(value / _BOUND <= other < value for other in pool)
        return value in self.derived and value not in _YEARS


def _parts(there: Sequence[Token], found: Sequence[Quantity], known: Hedges) -> set[Decimal]:
    """What fractions of the figures right behind them are: 70 for "half of its 140 staff"."""
    made: set[Decimal] = set()
    for part, whole in pairwise(found):
        between = " ".join(token.text for token in there[part.until : whole.before if whole.before >= 0 else whole.at])
        if part.is_fraction and not (whole.is_fraction or whole.is_ordinal) and known.part_of.fullmatch(between):
            made |= {round(a * b, _EXACT) for a in part.values for b in whole.values}
    return made


def _lengths(there: Sequence[Token], known: Hedges) -> Pool:
    """The spans of time in a text, in days."""
    found = quantities(there, with_lone_one=True)
    return Pool(frozenset(day for one in found for day in _days(there, one, known)), frozenset(), frozenset())


def _days(sequence: Sequence[Token], quantity: Quantity, known: Hedges) -> set[Decimal]:
    """How many days a figure with a span of time behind it is."""
    behind = sequence[quantity.until].lower if quantity.until < len(sequence) else ""
    length = known.lengths.get(behind)
    return {value * length for value in quantity.values} if length is not None else set()


def _is_implied(quantity: Quantity) -> bool:
    """True for "two" and "three": often counted by the reader and not by the text, as in "the two countries"."""
    is_bare = quantity.unit is None and not quantity.is_scaled and not quantity.is_fraction
    return is_bare and max(quantity.values) <= _COUNTED_AT_SIGHT


def _shares(quantity: Quantity) -> set[Decimal]:
    """A percentage or fraction as a part of one."""
    if _is_percent(quantity):
        return {value / 100 for value in quantity.values}
    return set(quantity.values) if quantity.is_fraction else set()


def _is_percent(quantity: Quantity) -> bool:
    return quantity.unit in _PERCENT


def _share_of(said: Sequence[Token], found: Sequence[Quantity], number: int, known: Hedges) -> Decimal | None:
    """The share that two figures give together: "seven in ten", "14 of 17"."""
    if number + 1 >= len(found) or found[number].is_fraction:
        return None
    first, second = found[number], found[number + 1]
    between = [token.lower for token in said[first.until : second.at]]
    if not between or not all(word in known.of for word in between):
        return None
    a, b = max(first.values), max(second.values)
    return a / b if b and a < b else None


def _how(said: Sequence[Token], quantity: Quantity, known: Hedges) -> str:
    """`about`, `more`, `less`, or `exact`."""
    first = max(0, quantity.at - _REACH)
    before = " ".join(token.text for token in said[first : quantity.at])
    ends: Iterator[tuple[int, str]] = (
        (match.end(), kind)
        for kind, pattern in (("more", known.more), ("less", known.less), ("about", known.about))
        for match in pattern.finditer(before)
    )
    return max(ends, default=(0, "exact"))[1]


def _figure_text(said: Sequence[Token], quantity: Quantity) -> str:
    return " ".join(token.text for token in said[quantity.at : max(quantity.until, quantity.after)])
