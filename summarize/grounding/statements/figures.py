"""Whether a figure of a statement may stand for one of its evidence."""

from __future__ import annotations

from summarize.text.quantities import Quantity
from summarize.text.units import may_stand_for


def agree(one: Quantity, other: Quantity) -> bool:
    """True if a figure of a statement may stand for one of its evidence: equal values, and no other unit."""
    if one.clock is not None and other.clock is not None:
        if one.is_halved and other.is_halved:
            return one.clock == other.clock
        return (one.clock[0] % 12, one.clock[1]) == (other.clock[0] % 12, other.clock[1])
    if not one.values & other.values:
        return False
    if one.is_ordinal != other.is_ordinal and one.is_ordinal:
        return False
    return may_stand_for(one.unit, other.unit)
