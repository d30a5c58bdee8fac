"""Means with their intervals as dots with whiskers, one row for each run, drawn to the width there is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from summarize.evaluation.comparing.figures import share
from summarize.evaluation.comparing.statistics import Interval
from summarize.rendering.elements import Markup, element, text

SHAPES: Final = 4
"""Colours and shapes of runs, after which they begin again."""
_ROW: Final = 13
_MARKERS: Final = (
    {"d": "M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0z"},
    {"d": "M-3.7-3.7h7.4v7.4h-7.4z"},
    {"d": "M0-5.2L5.2 0L0 5.2L-5.2 0z"},
    {"d": "M0-5L4.8 3.7H-4.8z"},
)


@dataclass(frozen=True, slots=True)
class Dot:
    """A mean and its interval; `floor` is what the mean is held to."""

    run: int
    letter: str
    mean: float
    interval: Interval | None
    floor: float | None


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


def axis(scale: Scale) -> Markup:
    """The figures over the plots of a column."""
    figures = [_at(scale, tick, 9, element("text", text(_tick(tick)), text_anchor="middle")) for tick in scale.ticks]
    return element("svg", *figures, class_="axis", height="12", aria_hidden="true")


def _tick(value: float) -> str:
    return "1" if value == 1 else "0" if value == 0 else share(value)[:2]


def plot(scale: Scale, dots: Sequence[Dot], rows: int) -> Markup:
    """The dots of a measure, each in the row of its run."""
    height = _ROW * rows + 4
    lines = [
        element("line", x1=scale.at(tick), x2=scale.at(tick), y1="0", y2=str(height), class_="tick")
        for tick in scale.ticks
    ]
    told = "; ".join(f"{dot.letter}: {_told(dot)}" for dot in dots)
    return element(
        "svg",
        element("title", text(told)),
        *lines,
        *(part for dot in dots for part in _dot(scale, dot)),
        class_="plot",
        height=str(height),
        role="img",
        aria_label=told,
    )


def _told(dot: Dot) -> str:
    spread = "" if dot.interval is None else f", 95 % interval {share(dot.interval[0])} to {share(dot.interval[1])}"
    return f"{share(dot.mean)}{spread}" + ("" if dot.floor is None else f", floor {share(dot.floor)}")


def _dot(scale: Scale, dot: Dot) -> list[Markup]:
    y = _ROW * dot.run + _ROW // 2 + 2
    look = f"run{dot.run % SHAPES}"
    parts: list[Markup] = []
    if dot.interval is not None:
        low, high = map(scale.at, dot.interval)
        parts = [element("line", x1=low, x2=high, y1=str(y), y2=str(y), class_=f"whisker {look}")]
        parts += [
            element("line", x1=end, x2=end, y1=str(y - 3), y2=str(y + 3), class_=f"whisker {look}")
            for end in (low, high)
        ]
    if dot.floor is not None:
        parts.append(_at(scale, dot.floor, y, element("path", d="M0 1.5L3.2 6.5H-3.2z", class_="floor")))
    return [*parts, _at(scale, dot.mean, y, _marker(dot.run))]


def _marker(run: int) -> Markup:
    return element("path", class_=f"marker run{run % SHAPES}", **_MARKERS[run % SHAPES])


def key(run: int) -> Markup:
    """The mark of a run, to stand beside its letter."""
    return element("svg", element("svg", _marker(run), x="50%", y="50%"), class_="key", aria_hidden="true")


def _at(scale: Scale, value: float, y: int, content: Markup) -> Markup:
    """Something drawn around a point; only a nested drawing takes its place as a share."""
    return element("svg", content, x=scale.at(value), y=str(y))
