"""Which of the things that the article only reports stand on the card as claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from summarize.findings import CLAIMING, Attribution, AttributionKind, Findings

_MOST: Final = 4
_WEIGHTS: Final[Mapping[AttributionKind, int]] = {"denied": 3, "alleged": 3, "expected": 2, "planned": 2}
"""What is disputed or still to come is worth more than what is merely said; every other kind counts 1."""
_OF_A_PARTICIPANT: Final = 2


def claims(findings: Findings) -> tuple[int, ...]:
    """Numbers of the attributions without quotation marks that weigh most, in the article's order.

    Grounding leaves out those whose sentence stands on the card as news or background.
    """
    open_to_all = [
        one
        for one in findings.attributions
        if one.form != "direct"
        and one.kind in CLAIMING
        and one.source is not None
        and one.within is None
        and not one.negated
    ]
    heaviest = sorted(open_to_all, key=lambda one: (-_weight(one), one.number))[:_MOST]
    return tuple(sorted(one.number for one in heaviest))


def _weight(one: Attribution) -> int:
    return _WEIGHTS.get(one.kind, 1) + (_OF_A_PARTICIPANT if one.participant is not None else 0)
