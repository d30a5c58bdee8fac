"""Figures of a claim that its evidence has, but not so: the other half of the day, a score turned round, "fifth" for "five"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from summarize.checking.aligning import around
from summarize.checking.dates import named_dates
from summarize.checking.figures import Counted, Hedges, figures_in, is_alike
from summarize.checking.reading import Text, Word
from summarize.languages.tables import table
from summarize.text.quantities import Quantity, quantities
from summarize.text.tokens import Token, tokens

Range = tuple[int, int]

_EARLY_RANKS = 3
"""Ordinals up to this one order what is told as often as they count it."""
_HALF_DAY = 12
_CLEARLY = 2
"""Words that a rival figure must share more with a claim's figure than the same figure does."""


@cache
def _vague(language: str) -> dict[str, int]:
    return dict(table(f"{language}/claims.toml")["figures"]["vague"])


@cache
def _versus(language: str) -> frozenset[str]:
    return frozenset(word.strip() for word in table(f"{language}/claims.toml")["figures"]["versus"].split(","))


def why_miscounted(claim: Text, source: Text, ranges: Sequence[Range], known: Hedges) -> str | None:
    """Why a figure of a claim is not as its evidence has it, None if nothing is seen."""
    evidence = " ".join(source.text[low:high] for low, high in ranges)
    said, there = tokens(claim.text), tokens(evidence)
    mine, theirs = quantities(said), quantities(there)
    ranking = {node.start for tree in claim.trees for node in tree.nodes if node.relation == "amod"}
    wrong = (
        next(_clocks(mine, theirs), None)
        or next((one for one in _ordinals(said, mine, theirs) if said[one[0]].start in ranking), None)
        or next(_vague_counts(said, there, theirs), None)
    )
    if wrong is not None:
        return f"its evidence does not have “{_figure_text(said, wrong)}”"
    counts = figures_in(claim, [(0, len(claim.text))], known.units)
    held = figures_in(source, ranges, known.units)
    if (bound := _out_of_bounds(counts, held, known)) is not None:
        return bound
    return (
        _why_score_reversed(claim, counts, source, held)
        or _few(counts, held)
        or _why_figure_exchanged(claim, counts, source, held)
    )


def _figure_text(said: Sequence[Token], place: Range) -> str:
    return " ".join(token.text for token in said[slice(*place)])


def _clocks(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[Range]:
    """Times of day that the evidence has none of, while it has others."""
    held = [one for one in theirs if one.clock is not None]
    for one in mine:
        if one.clock is not None and held and not any(_is_one_time(one, other) for other in held):
            yield one.at, one.until


def _is_one_time(one: Quantity, other: Quantity) -> bool:
    if one.clock is None or other.clock is None or one.clock[1] != other.clock[1]:
        return False
    first, second = one.clock[0], other.clock[0]
    return first == second or (not (one.is_halved and other.is_halved) and first % _HALF_DAY == second % _HALF_DAY)


def _ordinals(said: Sequence[Token], mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[Range]:
    """Ordinals that the evidence has not as ordinals."""
    held = {value for one in theirs if one.is_ordinal for value in one.values}
    dates = named_dates(said)
    for one in mine:
        is_date = any(each.at <= one.at < each.until for each in dates)
        if one.is_ordinal and min(one.values) > _EARLY_RANKS and not one.values & held and not is_date:
            yield one.at, one.until


def _vague_counts(said: Sequence[Token], there: Sequence[Token], theirs: Sequence[Quantity]) -> Iterator[Range]:
    """Words such as "thousands" where the evidence has figures, and none so high."""
    sizes = _vague("en")
    values = [value for one in theirs for value in one.values]
    loosely = max((sizes.get(token.lower, 0) for token in there), default=0)
    for index, token in enumerate(said):
        least = sizes.get(token.lower)
        if least is not None and values and 2 * max(float(max(values)), loosely) < least:
            yield index, index + 1


def _pairs(text: str, counts: Sequence[Counted]) -> Iterator[tuple[Counted, Counted]]:
    """Two figures with a dash or "to" between them."""
    for first, second in pairwise(counts):
        between = text[first.start + len(first.words) : second.start].strip().lower()
        if between in _versus("en"):
            yield first, second


def _why_score_reversed(claim: Text, mine: Sequence[Counted], source: Text, theirs: Sequence[Counted]) -> str | None:
    """A score or vote told of the same verb the other way round."""
    held = [(a.verb, a.quantity.values, b.quantity.values) for a, b in _pairs(source.text, theirs)]
    for first, second in _pairs(claim.text, mine):
        verb, high, low = first.verb, first.quantity.values, second.quantity.values
        if high != low and (verb, low, high) in held and (verb, high, low) not in held:
            return f"its evidence has “{second.words}” and “{first.words}” the other way round"
    return None


def _out_of_bounds(mine: Sequence[Counted], theirs: Sequence[Counted], known: Hedges) -> str | None:
    """A figure that the evidence says is not reached and the claim that it is passed, or the other way round."""
    for one in mine:
        same = [other for other in theirs if other.quantity.values & one.quantity.values]
        sides = {_side_of_bound(each.before, known) for each in same}
        if _side_of_bound(one.before, known) != 0 and sides == {-_side_of_bound(one.before, known)}:
            return f"its evidence says “{same[0].before} {same[0].words}”"
    return None


def _side_of_bound(before: str, known: Hedges) -> int:
    """1 if the words before a figure say that it is passed, -1 that it is not reached, else 0; "no fewer than" outdoes "fewer than"."""
    over, under = known.over.search(before), known.under.search(before)
    passed, missed = (len(found.group()) if found else 0 for found in (over, under))
    return (passed > missed) - (missed > passed)


def _few(mine: Sequence[Counted], theirs: Sequence[Counted]) -> str | None:
    """A "two" or "three" of what the evidence counts otherwise."""
    for one in mine:
        if (one.noun or one.verb) is None or max(one.quantity.values) > _EARLY_RANKS or one.quantity.is_ordinal:
            continue
        alike = [other for other in theirs if (other.noun, other.verb) == (one.noun, one.verb)]
        if alike and not any(one.quantity.values & other.quantity.values for other in theirs):
            return f"its evidence says “{alike[0].words}” of that"
    return None


def _why_figure_exchanged(claim: Text, mine: Sequence[Counted], source: Text, theirs: Sequence[Counted]) -> str | None:
    """A figure with a unit among the words among which the evidence has another, while it has this one among others."""
    places = {node.start: Word(node, tree) for tree in source.trees for node in tree.nodes}
    here = {node.start: Word(node, tree) for tree in claim.trees for node in tree.nodes}
    for one in mine:
        same = [other for other in theirs if other.quantity.values & one.quantity.values]
        rivals = [
            other for other in theirs if other not in same and is_alike(one, other) and _is_beside(source, other, same)
        ]
        if not same or not rivals or one.quantity.unit is None or one.start not in here:
            continue
        wanted = around(here[one.start])
        own = max(len(wanted & around(places[each.start])) for each in same if each.start in places)
        best = max(rivals, key=lambda each: len(wanted & around(places[each.start])) if each.start in places else 0)
        if best.start in places and len(wanted & around(places[best.start])) >= own + _CLEARLY:
            return f"its evidence says “{best.words}” of that, and “{same[0].words}” of something else"
    return None


def _is_beside(source: Text, one: Counted, others: Sequence[Counted]) -> bool:
    """True if a figure stands in a sentence with one of some others."""
    spans = [each.span for each in source.findings.sentences]
    return any(
        each.start <= one.start < each.end and any(each.start <= other.start < each.end for other in others)
        for each in spans
    )
