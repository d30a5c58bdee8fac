"""What the gate says of a run."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from summarize.article import Value
from summarize.evaluation.comparing.resampling import Interval

Verdict = Literal[
    "held",
    "no floor",
    "regressed",
    "below the floor, but within noise",
    "tolerated: not shown to have fallen",
    "tolerated: within the tolerance",
    "below the floor",
    "broken",
    "not measured",
]
"""`tolerated`: below the floor, where only falls that are shown count. `below the floor` alone: the baseline keeps no values of articles for this measure, so nothing more can be said. `broken`: a hard
measure is not 1."""
_BELOW: Final = frozenset({"regressed", "below the floor, but within noise", "below the floor", "broken"})


class Fall(Value):
    """An article that lost."""

    case: str
    before: float | None = Field(description="Value in the baseline; null if it has none.")
    after: float


class Gated(Value):
    """A measure against its floor."""

    measure: str
    floor: float | None
    value: float | None
    verdict: Verdict
    difference: float | None = Field(default=None, description="Mean paired difference to the baseline's values.")
    interval: Interval | None = Field(default=None, description="Of the difference, at 95 %.")
    p: float | None = Field(default=None, description="Two-sided, uncorrected.")
    fell: tuple[Fall, ...] = Field(default=(), description="Articles that lost, the largest loss first.")
    without: tuple[str, ...] = Field(
        default=(), description="Articles that had a value in the baseline and have none now."
    )
    newly: tuple[str, ...] = Field(default=(), description="Articles that have a value now and had none.")


class Missing(Value):
    """An article without a card."""

    case: str
    message: str


class GateOutcome(Value):
    """A run at the gate."""

    run: str
    exit_code: Literal[0, 1, 7]
    message: str = Field(description="In one line.")
    articles: int
    measures: tuple[Gated, ...] = ()
    missing: tuple[Missing, ...] = ()
    over: tuple[str, ...] = Field(default=(), description="Limits of cost and time that the run is over.")
    notes: tuple[str, ...] = ()

    def below(self) -> list[str]:
        """Measures below their floor, and hard ones that are not 1."""
        return [measure.measure for measure in self.measures if measure.verdict in _BELOW]


class Outcomes(Value):
    """What `evals gate` says."""

    format: Literal[1] = 1
    runs: tuple[GateOutcome, ...]

    @property
    def exit_code(self) -> int:
        """The worst: 7 (could not measure), else 1 (below the gate), else 0."""
        return max(outcome.exit_code for outcome in self.runs)
