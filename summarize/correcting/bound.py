"""Lines of a card that are one: a charge and the answers to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from summarize.card import Statement
from summarize.correcting.change import Field
from summarize.grounding.index import Index
from summarize.grounding.together import Together

LINES: Final[tuple[Field, ...]] = ("what", "claims", "background")
Placed = tuple[Field, Statement]


class Bound(Struct, frozen=True):
    """What a line has to do with others of its card, each with the field that it stands in."""

    answers: Sequence[Placed]
    """Those that answer it, and nothing else that stands there."""
    charges: Sequence[Placed]
    """Those that it answers."""
    holds_answer: bool
    """True if it is a charge with the answer to it."""


def bound_to(line: Statement, told: Mapping[Field, Sequence[Statement]], index: Index) -> Bound:
    """What a line of a card has to do with the others.

    Args:
        line: the line.
        told: the lines of the card by their fields.
        index: the article.
    """
    together = Together(index)
    others = [(name, one) for name in LINES for one in told[name] if one is not line]
    mine = _numbers(line, index)
    answers = _answers(mine, together)
    held = {number for _, one in others for number in _numbers(one, index)}
    answered = {id(one): _answers(_numbers(one, index), together) for _, one in others}
    return Bound(
        answers=[
            (name, one)
            for name, one in others
            if _numbers(one, index) and _numbers(one, index) <= answers | mine and answers & _numbers(one, index)
        ],
        charges=[(name, one) for name, one in others if answered[id(one)] & mine - held],
        holds_answer=bool(mine & answers) and not mine - answers <= held,
    )


def _answers(numbers: frozenset[int], together: Together) -> frozenset[int]:
    """The numbers of the sentences that answer some sentences, or those answers."""
    found: set[int] = set()
    waiting = list(numbers)
    while waiting:
        new = [one for one in together.answers(waiting.pop()) if one not in found]
        found.update(new)
        waiting += new
    return frozenset(found)


def _numbers(line: Statement, index: Index) -> frozenset[int]:
    """The numbers of the whole sentences that a line rests on; a name in brackets has evidence of its own, which is none."""
    places = ((index.standing_in(part.start), part.end) for part in line.evidence)
    return frozenset(
        number for number, end in places if number and end >= index.findings.sentences[number - 1].span.end
    )
