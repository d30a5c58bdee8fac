"""What is drawn on a page: runs of characters with their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class TextRun:
    """Characters drawn in one go. Lengths are in points; y grows upwards; the text is turned upright."""

    text: str
    x0: float
    x1: float
    y: float
    """The baseline."""
    size: float
    bold: bool = False
    hidden: bool = False
    """Drawn without ink, as the text layer of a scan is."""
    artifact: bool = False
    """Marked by its writer as no part of the content: running headers and the like."""
    turned: int = 0
    """Quarter turns by which it was drawn turned."""
    space: float = 0.0
    """The gap from which on two runs are two words."""

    @property
    def top(self) -> float:
        """Where the letters reach to, less than a line's height above those of the line below."""
        return self.y + 0.72 * self.size

    @property
    def bottom(self) -> float:
        """Where the letters begin."""
        return self.y - 0.16 * self.size


def times(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that does `m`, then `n`."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def quarter_turns(m: Matrix) -> int | None:
    """How often text drawn through `m` is turned by 90°; None if it stands aslant."""
    along, up = abs(m[0]), abs(m[1])
    if max(along, up) == 0 or min(along, up) > 0.2 * max(along, up):
        return None
    if along > up:
        return 0 if m[0] > 0 else 2
    return 1 if m[1] > 0 else 3


def upright(x: float, y: float, turned: int) -> tuple[float, float]:
    """A place on a page that is turned so that text with `turned` quarter turns stands upright."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turned]


def commonest(sizes: Iterable[tuple[float, str]]) -> float:
    """The size of type that most characters have, of sizes and the texts in them; 0 of none."""
    weights: Counter[float] = Counter()
    for size, text in sizes:
        weights[size] += len(text)
    return max(weights, key=lambda size: (weights[size], size), default=0.0)


def median(values: list[float]) -> float:
    """The middle value, 0 of none."""
    return sorted(values)[len(values) // 2] if values else 0.0
