"""Whether the figures of a statement are its evidence's: by value, unit, what they count, and the way they went."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from summarize.grounding.statements.basis import Basis, Passage
from summarize.grounding.statements.dates import resolved_dates
from summarize.grounding.statements.figures import agree
from summarize.grounding.statements.lexicon import OPPOSITES, SMALL, words
from summarize.grounding.statements.roots import Vocabulary
from summarize.text.numbers import DASHES
from summarize.text.quantities import Quantity, implied, vague
from summarize.text.tokens import Token
from summarize.text.units import is_sign

_COMMON: Final = words("people others men women person persons times more other")
"""What anything may be counted in."""
_MOVES: Final = words("up down")
_WAYS: Final = OPPOSITES[0]


def written(text: Passage, at: int, until: int) -> str:
    """The words of some tokens, as they are written; indices of tokens, half-open."""
    sequence = text.tokens[at:until]
    return text.text[sequence[0].start : sequence[-1].end] if sequence else ""


def wrong_figure(text: Passage, basis: Basis) -> str | None:
    """The reason if a figure of the text is not its evidence's, None if all are."""
    dated = (
        frozenset(index for named in text.dates for index in range(named.at, named.until))
        if basis.is_english
        else frozenset[int]()
    )
    mine = [figure for figure in text.figures if figure.at not in dated]
    held = [figure for passage in basis.passages for figure in passage.figures]
    for figure in mine:
        shown = written(text, figure.at, max(figure.until, figure.after))
        if any(agree(figure, other) for other in held):
            reason = _swapped(text, figure, basis) or _turned(text, figure, basis) or _faced(text, figure, basis)
            if reason is not None:
                return reason
        elif not _is_given(text, figure, basis):
            if figure.unit is not None and any(figure.values & other.values for other in held):
                return f"the figure {shown} has another unit in its evidence"
            return f"the figure {shown} is not in its evidence"
    for word, low, high in vague(text.tokens):
        if any(word in passage.lowers for passage in basis.passages):
            continue
        if not any(low <= value < high for other in held if other.unit is None for value in other.values):
            return f"the figure {word} is not in its evidence"
    return _turned_score(text, mine, basis) or _wrong_portion(text, basis)


def _is_given(text: Passage, figure: Quantity, basis: Basis) -> bool:
    """True for a bare number that its evidence gives without a figure: the year of a date, "both", "the two" of two names."""
    if figure.unit is not None or figure.is_ordinal:
        return False
    years = {Decimal(named.year) for named in resolved_dates(basis.times) if named.year}
    if figure.values & years or any(figure.values & implied(passage.tokens) for passage in basis.passages):
        return True
    is_definite = figure.at > 0 and text.tokens[figure.at - 1].lower == "the"
    return is_definite and figure.values == {Decimal(2)} and len(set(basis.keys.values())) >= 2


_FACING: Final = {"from": "to", "to": "from"}


def _led(passage: Passage, figure: Quantity) -> str:
    """The word before a figure and its sign."""
    at = figure.at - 1
    while (
        at >= 0
        and not passage.tokens[at].is_number
        and (is_sign(passage.tokens[at].text) or passage.tokens[at].end == passage.tokens[at + 1].start)
    ):
        at -= 1
    return passage.tokens[at].lower if at >= 0 else ""


def _faced(text: Passage, figure: Quantity, basis: Basis) -> str | None:
    """The reason if the statement goes "to" a figure from which its evidence goes, or the other way round."""
    facing = _FACING.get(_led(text, figure)) if basis.is_english else None
    if facing is None:
        return None
    led = {_led(passage, other) for passage in basis.passages for other in passage.figures if agree(figure, other)}
    if facing in led and not led - {facing}:
        return f"its evidence has “{facing} {written(text, figure.at, figure.until)}”"
    return None


def _portions(passage: Passage) -> frozenset[tuple[Decimal, Decimal]]:
    """The pairs of numbers of "38 of 61" and "22 of the 70"."""
    found: set[tuple[Decimal, Decimal]] = set()
    for first, second in pairwise(passage.figures):
        gap = [token.lower for token in passage.tokens[first.until : second.at]]
        if (
            gap
            and gap[0] in {"of", "out"}
            and set(gap) <= {"of", "out", "the", "all"}
            and first.values
            and second.values
        ):
            found.add((min(first.values), min(second.values)))
    return frozenset(found)


def _wrong_portion(text: Passage, basis: Basis) -> str | None:
    mine = _portions(text)
    if not mine:
        return None
    held = frozenset[tuple[Decimal, Decimal]]().union(*(_portions(passage) for passage in basis.passages))
    for part, whole in sorted(mine - held):
        if any(part == one or whole == other for one, other in held):
            return f"it says {part} of {whole}, its evidence does not"
    return None


def _score(sequence: Sequence[Token], first: Quantity, second: Quantity) -> tuple[Decimal, Decimal] | None:
    """The two numbers of a score or vote ("9-4"), None if they are none."""
    gap = sequence[first.until : second.at]
    if (
        len(gap) != 1
        or not (gap[0].text in DASHES or gap[0].lower == "to")
        or first.unit
        or second.unit
        or len(first.values) != 1
        or len(second.values) != 1
    ):
        return None
    return min(first.values), min(second.values)


def _scores(sequence: Sequence[Token], figures: Sequence[Quantity]) -> frozenset[tuple[Decimal, Decimal]]:
    found = (_score(sequence, first, second) for first, second in pairwise(figures))
    return frozenset(score for score in found if score is not None)


def _turned_score(text: Passage, mine: Sequence[Quantity], basis: Basis) -> str | None:
    scores = _scores(text.tokens, mine)
    if not scores:
        return None
    held = frozenset[tuple[Decimal, Decimal]]().union(
        *(_scores(passage.tokens, passage.figures) for passage in basis.passages)
    )
    for one, other in sorted(scores):
        if (one, other) not in held and (other, one) in held:
            return f"it says {one}-{other} where its evidence says {other}-{one}"
    return None


def _behind(sequence: Sequence[Token], figures: Sequence[Quantity], figure: Quantity) -> list[str]:
    """The words right behind a figure and its unit, up to the next figure or mark; six at most."""
    first = max(figure.until, figure.after)
    limit = min((other.at for other in figures if other.at > figure.at), default=len(sequence))
    found: list[str] = []
    for token in sequence[first : min(limit, first + 6)]:
        if not token.is_word:
            break
        found.append(token.lower)
    return found


def _counted(behind: Sequence[str]) -> list[str]:
    return [word for word in behind if word not in SMALL and word not in _COMMON][:3]


def _swapped(text: Passage, figure: Quantity, basis: Basis) -> str | None:
    """The reason if the word that a figure counts is another figure's in the evidence: 47 injured for 47 killed."""
    if not basis.is_english or figure.clock is not None:
        return None
    mine = _counted(_behind(text.tokens, text.figures, figure))[:1]
    if not mine:
        return None
    forms = Vocabulary(mine, basis.language)
    shown = None
    for passage in basis.passages:
        for other in passage.figures:
            behind = _behind(passage.tokens, passage.figures, other)
            counted = _counted(behind)
            if agree(figure, other):
                if any(forms.holds(word) for word in counted) or not (counted or set(behind[:1]) & _COMMON):
                    return None
            elif counted and forms.holds(counted[0]):
                shown = written(passage, other.at, other.until)
    if shown is None:
        return None
    return (
        f"it says “{written(text, figure.at, figure.until)} … {mine[0]}” where its evidence says “{shown} … {mine[0]}”"
    )


def _way(passage: Passage, figure: Quantity) -> int | None:
    """Which of `_WAYS` the verb right before a figure is: 0 up, 1 down, None neither."""
    for token in reversed(passage.tokens[max(0, figure.at - 4) : figure.at]):
        if token.is_number or not (token.is_word or is_sign(token.text)):
            return None
        for way, verbs in enumerate(_WAYS):
            if token.lower in verbs:
                return way
    return None


def _turned(text: Passage, figure: Quantity, basis: Basis) -> str | None:
    """The reason if something rose by a figure by which it fell in the evidence, or the other way round."""
    mine = _way(text, figure) if basis.is_english else None
    if mine is None:
        return None
    ways = {_way(passage, other) for passage in basis.passages for other in passage.figures if agree(figure, other)}
    if ways == {1 - mine}:
        return f"its evidence has the opposite of “{written(text, max(0, figure.at - 3), figure.until)}”"
    return None


def _moves(passage: Passage) -> frozenset[str]:
    """Those of "up" and "down" that stand beside a figure."""
    found: set[str] = set()
    for figure in passage.figures:
        last = max(figure.until, figure.after)
        near = (*passage.tokens[max(0, figure.at - 1) : figure.at], *passage.tokens[last : last + 1])
        found.update(token.lower for token in near if token.lower in {"up", "down"})
    return frozenset(found)


def opposite(text: Passage, basis: Basis) -> tuple[str, str] | None:
    """A word of the text and the word of its evidence whose opposite it is, of the few pairs that are listed; None if there is none."""
    known = frozenset[str]().union(*((passage.lowers - _MOVES) | _moves(passage) for passage in basis.passages))
    mine = (text.lowers - _MOVES) | _moves(text)
    for pair in OPPOSITES:
        for one, other in (pair, pair[::-1]):
            said = mine & one
            if said and not known & one and known & other and not mine & other:
                return min(said), min(known & other)
    return None
