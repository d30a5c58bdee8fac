"""Words that a claim may use only where its evidence does: causes, "all", "only", certainty, ranks; and opposite directions."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from summarize.checking.reading import stem, stems
from summarize.languages.tables import any_of, table

_NO_FIGURE = "in|on|at"
_REACH = 30
"""How far before a word one is looked for that takes it back, in code points."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a claim says only if its evidence says something of the same kind."""

    kind: str
    claim: re.Pattern[str]
    evidence: re.Pattern[str]
    but: re.Pattern[str] | None
    """Words a little before it behind which it is not said: "not confirmed"."""
    reason: str
    example: str
    example_evidence: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class Needs:
    """The rows of a language."""

    rows: tuple[Need, ...]
    opposites: tuple[tuple[str, str], ...]
    """Pairs of stems that say the opposite of each other."""
    converses: frozenset[tuple[str, str]]
    """Those of them by which one deed is told from either side, each both ways."""
    sides: tuple[frozenset[str], frozenset[str]]
    """Stems of words that say that something goes up, and that it goes down."""
    apart: re.Pattern[str]
    """Phrases whose words are no side of a pair: "more than 40"."""
    denied: re.Pattern[str]
    """Words that take those right behind them back."""
    opposite_reason: str


@cache
def needs(language: str) -> Needs:
    """The rows of a language's `claims.toml`."""
    read = table(f"{language}/claims.toml")
    (opposed,) = read["opposed"]
    return Needs(
        tuple(
            Need(
                row["kind"],
                any_of(row["claim"]),
                any_of(row["evidence"]),
                any_of(row["but"]) if "but" in row else None,
                row["reason"],
                row["example"],
                row["example_evidence"],
                row["counter_example"],
            )
            for row in read["needs"]
        ),
        tuple(_pairs(opposed["pairs"])),
        frozenset((a, b) for one in _pairs(opposed["converses"]) for a, b in (one, one[::-1])),
        (_stems(opposed["up"]), _stems(opposed["down"])),
        _before_figure(opposed["apart"]),
        re.compile(rf"{any_of(opposed['denied']).pattern}(?:\W+[^\W\d_]+){{0,3}}", re.IGNORECASE),
        opposed["reason"],
    )


def _before_figure(words: str) -> re.Pattern[str]:
    """Some phrases where a figure follows: in "fewer than in May" the word is a side of its pair."""
    return re.compile(rf"{any_of(words).pattern}(?!\s(?:{_NO_FIGURE})\b)", re.IGNORECASE)


def _pairs(words: str) -> list[tuple[str, str]]:
    return [(stem(first), stem(second)) for first, second in (pair.split() for pair in words.split(","))]


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


@cache
def _sides(known: Needs) -> dict[str, frozenset[str]]:
    pairs = [*known.opposites, *((second, first) for first, second in known.opposites)]
    return {one: frozenset(second for first, second in pairs if first == one) for one, _ in pairs}


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def unmet(claim: str, evidence: str, known: Needs) -> str | None:
    """What a claim says and its evidence does not; None if there is nothing of the kind."""
    words = known.apart.sub(_blank, claim)
    for row in known.rows:
        said = row.claim.search(words)
        if said is None or (row.but is not None and row.but.search(claim, max(0, said.start() - _REACH), said.start())):
            continue
        if row.evidence.search(evidence) is None:
            return f"{row.reason}: “{said.group()}”"
    return None


def why_opposed(
    claim: str, evidence: str, known: Needs, *, told: AbstractSet[tuple[str, str]] = frozenset()
) -> str | None:
    """Why a claim says the opposite of its evidence; None if it does not.

    Arguments as of `unmet`, the evidence what is nearest to the claim; `told` are pairs that are no opposites here.
    """
    mine, theirs = (known.apart.sub(" ", text) for text in (claim, evidence))
    said = (known.denied.sub(" ", mine), known.denied.sub(" ", theirs))
    # What both deny is compared as well: "never lower" is the opposite of "never higher".
    denied = (" ".join(known.denied.findall(mine)), " ".join(known.denied.findall(theirs)))
    is_opposed = any(_are_opposed(stems(one), stems(other), known, told) for one, other in (said, denied))
    return known.opposite_reason if is_opposed else None


def _are_opposed(mine: set[str], theirs: set[str], known: Needs, told: AbstractSet[tuple[str, str]]) -> bool:
    """True if some stems have one of a pair, or of the two sides, where others have its opposite."""
    for one_side, other_side in (known.sides, known.sides[::-1]):
        if mine & one_side and not mine & other_side and theirs & other_side and not theirs & one_side:
            return True
    sides = _sides(known)
    for first, second in known.opposites:
        for one, other in ((first, second), (second, first)):
            if (one, other) in told or one not in mine or one in theirs or other not in theirs or other in mine:
                continue
            # "Cleared of fraud and convicted of theft" has both sides, as its evidence may.
            if not sides[other] & theirs and not sides[one] & mine:
                return True
    return False
