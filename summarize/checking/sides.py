"""On which side of a date something is: a claim may not say "in May" for "since May"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarize.checking.dates import Named, named_dates
from summarize.languages.tables import table
from summarize.text.tokens import Token, tokens

_TABLE: Final = table("en/claims.toml")["edges"]
_EDGES: Final = tuple(frozenset(row.split()) for row in _TABLE["rows"].split(","))
_PLAIN: Final = frozenset(_TABLE["plain"].split())
_BOUNDING: Final = frozenset(_TABLE["bounding"].split())
_DEADLINE: Final = frozenset(_TABLE["deadline"].split())
_UNTIL: Final = frozenset(_TABLE["until"].split())
_GIVING: Final = frozenset(_TABLE["giving"].split())
_HAVING: Final = frozenset(_TABLE["having"].split())
_BY: Final = str(_TABLE["by"])
_REACH: Final = 3
"""Words before a date among which one may say which side of it is meant."""
_GIVEN: Final = 8
"""Words before a date among which one may say that somebody is given time."""


def other_side(claim: str, evidence: str) -> str | None:
    """The first date of a claim that its evidence names as well, but not on that side of it: "in May" for "since May"; None if there is none.

    Args:
        claim: the claim, in English.
        evidence: the sentences it rests on.
    """
    said, there = tokens(" ".join(claim.split())), tokens(" ".join(evidence.split()))
    held = [(one, side) for one in named_dates(there) for side in _edges(there, one)]
    if any(token.lower in _BOUNDING for token in said):
        return None
    for one in named_dates(said):
        if not _is_sided(said, one):
            continue
        sides = [side for other, side in held if one.fits(other)]
        if sides and None not in sides and _edge(said, one) not in sides:
            return " ".join(token.text for token in said[max(0, one.at - 1) : one.until])
    return None


def _is_sided(sequence: Sequence[Token], one: Named) -> bool:
    """True if it can be seen from the word before a date which side of it is meant, or that none is: not of "the start of May"."""
    before = [token.lower for token in sequence[max(0, one.at - _REACH) : one.at]]
    if before and before[-1] in _PLAIN:
        return not any(word in row for row in _EDGES for word in before[:-1])
    return not before or any(before[-1] in row for row in _EDGES)


def _edge(sequence: Sequence[Token], one: Named) -> int | None:
    """The row of the word before a date that says which side of it is meant; None for the day itself, and for "from Friday's sale"."""
    if not one.at or sequence[one.until - 1].text.endswith(("'s", "’s")):
        return None
    before = sequence[one.at - 1].lower
    return next((number for number, row in enumerate(_EDGES) if before in row), None)


def _edges(sequence: Sequence[Token], one: Named) -> set[int | None]:
    """The same, and of a deadline both: what somebody "has until Monday to" do is to be done by Monday."""
    edges, before = {_edge(sequence, one)}, [token.lower for token in sequence[max(0, one.at - _GIVEN) : one.at]]
    is_due = (
        one.until < len(sequence) and sequence[one.until].lower in _DEADLINE and before[-1:] and before[-1] in _UNTIL
    )
    if is_due and (_GIVING.intersection(before) or _HAVING.intersection(before[-2:])):
        edges.update(number for number, row in enumerate(_EDGES) if _BY in row)
    return edges
