"""Why the program says what it says: which rule decided, and which it was asked before."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct

from summarize.rules.ladder import Decision, Ladder, Subject

S = TypeVar("S", bound=Subject)


class Reason(Struct, frozen=True):
    """A decision of a ladder of rules, in words for a reader."""

    about: str
    """What was decided: "speaker", "“she”"."""
    rule: str | None
    """Id of the rule that decided; None where no rule held."""
    verdict: str
    beat: tuple[Decision, ...] = ()
    """What the rules asked after it would have said: each with its own verdict."""


def all_decisions(ladder: Ladder[S], subject: S) -> list[Decision]:
    """Every rule of a ladder that holds for a subject, in the order in which they are asked: the first decides, the others are beaten."""
    found: list[Decision] = []
    while (decision := ladder.decide(subject)) is not None:
        found.append(decision)
        ladder = ladder.after(decision.rule)
    return found
