"""Words that a claim may use only where its evidence does: causes, "all", "only", certainty, ranks; and opposite directions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarize.checking.reading import stem, stems
from summarize.languages.tables import any_of, table


@dataclass(frozen=True, slots=True)
class Need:
    """What a claim says only if its evidence says something of the same kind."""

    kind: str
    claim: re.Pattern[str]
    evidence: re.Pattern[str]
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
    opposite_reason: str


@cache
def needs(language: str) -> Needs:
    """The rows of a language's `claims.toml`."""
    read = table(f"{language}/claims.toml")
    (opposed,) = read["opposed"]
    pairs = (pair.split() for pair in str(opposed["pairs"]).split(","))
    return Needs(
        tuple(
            Need(
                row["kind"],
                any_of(row["claim"]),
                any_of(row["evidence"]),
                row["reason"],
                row["example"],
                row["example_evidence"],
                row["counter_example"],
            )
            for row in read["needs"]
        ),
        tuple((stem(first), stem(second)) for first, second in pairs),
        opposed["reason"],
    )


def unmet(claim: str, evidence: str, known: Needs) -> str | None:
    """What a claim says and its evidence does not; None if there is nothing of the kind.

    Args:
        claim: the claim's text.
        evidence: the cited sentences, joined.
        known: the language's rows.
    """
    for row in known.rows:
        said = row.claim.search(claim)
        if said is not None and row.evidence.search(evidence) is None:
            return f"{row.reason}: “{said.group()}”"
    mine, theirs = stems(claim), stems(evidence)
    for first, second in known.opposites:
        for one, other in ((first, second), (second, first)):
            if one in mine and one not in theirs and other in theirs and other not in mine:
                return known.opposite_reason
    return None
