"""What part of something a sentence speaks of: one tram in ten, half of the trams, 12% of trams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summarize.languages.figures import figures
from summarize.stories.merging.numbers import is_bound
from summarize.text.bounds import bound_before
from summarize.text.quantities import Quantity, quantities
from summarize.text.tokens import Token, tokens

_WORDS: Final = figures("en")
_ALL: Final = 100
"""Of which a share is printed, and the most that a few are one of: "one in a hundred"."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part: half-open code-point range, with the noun."""

    noun: str
    """What it is a part of, in the plural."""
    percent: float
    start: int
    end: int


def shares_in(text: str, start: int, end: int) -> Iterator[Share]:
    """The parts that the sentence `text[start:end]` speaks of, but for bounds: not "more than half"."""
    sequence = tokens(text, start, end)
    found = quantities(sequence, with_lone_one=True)
    for quantity in found:
        if quantity.is_fraction or quantity.unit == "%":
            value = float(min(quantity.values)) * (_ALL if quantity.is_fraction else 1)
            first, last = sequence[quantity.before].start, sequence[max(quantity.until, quantity.after) - 1].end
            behind = _WORDS.share_behind.match(text, last, end)
            if behind is not None and not is_bound(text[start:first]):
                yield Share(f"{behind['between']}{behind['noun']}", value, first, behind.end())
    for one, other in pairwise(found):
        share = _one_in(text, (start, end), sequence, one, other)
        if share is not None:
            yield share


def _one_in(text: str, within: tuple[int, int], sequence: list[Token], few: Quantity, many: Quantity) -> Share | None:
    """Reads "one tram in ten" and "one in ten trams"."""
    first, last = sequence[few.before].start, sequence[many.until - 1].end
    between = _WORDS.share_between.fullmatch(text, sequence[few.until - 1].end, sequence[many.before].start)
    low, high = (float(min(each.values)) if each.values else 0.0 for each in (few, many))
    if between is None or few.unit or many.unit or not 0 < low < high <= _ALL:
        return None
    behind = _WORDS.noun.match(text[last : within[1]])
    noun = between["noun"] or (behind and f"{behind['between']} {behind['noun']}".strip())
    if noun is None or (between["noun"] and behind) or bound_before(text[within[0] : first]) in {"least", "most"}:
        return None
    until = last + behind.end() if behind else last
    return Share(plural_of(noun) if between["noun"] else noun, _ALL * low / high, first, until)


def plural_of(noun: str) -> str:
    """Several of a noun: "children" of "child"."""
    return _WORDS.plurals.get(noun) or (noun if noun.endswith(_WORDS.plural) else noun + _WORDS.plural)
