"""Decisions of ladders in words for a reader: what was decided, by which row, and what that row beat."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct

from summarize.rules.ladder import Decision, Ladder, Subject

S = TypeVar("S", bound=Subject)


class RuleReason(Struct, frozen=True):
    """A decision of a ladder of rules, in words for a reader."""

    about: str
    """What was decided: "speaker", "“she”"."""
    rule: str | None
    """Id of the rule that decided; None where no rule held."""
    verdict: str
    beat: tuple[Decision, ...] = ()
    """What the rules asked after it would have said: each with its own verdict."""
    table: str = ""
    """The file below `languages/` in which the rule stands."""
    why: str = ""
    """What decided where no row did, or more about it, in plain words."""

    @classmethod
    def of(cls, about: str, ladder: Ladder[S], subject: S, why: str = "") -> RuleReason | None:
        """What a ladder says of a subject, with what it beat; None where no rule holds."""
        decisions = ladder.every(subject)
        if not decisions:
            return None
        first, *others = decisions
        return cls(about, first.rule, first.verdict, tuple(others), f"languages/{ladder.name}", why)


def all_decisions(ladder: Ladder[S], subject: S) -> list[Decision]:
    """Every rule of a ladder that holds for a subject, in the order in which they are asked: the first decides, the others are beaten."""
    return ladder.every(subject)
