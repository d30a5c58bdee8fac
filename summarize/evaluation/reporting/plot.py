"""Means with their intervals as dots with whiskers, one row for each run; `templates/plot.html.j2` draws them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from summarize.evaluation.comparing.figures import share
from summarize.evaluation.comparing.statistics import Interval


@dataclass(frozen=True, slots=True)
class Dot:
    """A mean and its interval; `floor` is what the mean is held to."""

    run: int
    letter: str
    mean: float
    interval: Interval | None
    floor: float | None

    @property
    def told(self) -> str:
        """The dot in words."""
        spread = "" if self.interval is None else ", 95 % interval " + " to ".join(map(share, self.interval))
        floor = "" if self.floor is None else f", floor {share(self.floor)}"
        return f"{self.letter}: {share(self.mean)}{spread}{floor}"


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low`, a multiple of a tenth, to 1."""

    low: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Scale:
        """The axis that holds all these values."""
        return cls(max(0.0, min(0.9, math.floor(min(values, default=0.0) * 10) / 10)))

    def at(self, value: float) -> str:
        """The place of a value, as a share of the width."""
        return f"{max(0.0, (value - self.low) / (1 - self.low)) * 100:.2f}%"

    @property
    def ticks(self) -> list[float]:
        """Where lines are drawn: every tenth, or every fifth of a wide axis."""
        step = 1 if self.low >= 0.5 else 2
        return [tenth / 10 for tenth in range(round(self.low * 10), 11) if (10 - tenth) % step == 0]

    @property
    def figures(self) -> list[tuple[float, str]]:
        """The lines with the figures over them."""
        return [(tick, f"{tick:g}".removeprefix("0") or "0") for tick in self.ticks]
