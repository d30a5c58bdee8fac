"""How figures are written: shares without their zero, to three decimals, with a real minus sign."""

from __future__ import annotations

import math

from summarize.evaluation.comparing.resampling import Interval

NONE = "–"
"""In place of a figure that there is not."""


def share(value: float | None) -> str:
    """A share of 0 to 1: `.873`; 1.000 only if it is 1."""
    if value is None:
        return NONE
    text = f"{value:.3f}"
    if text == "1.000" and value < 1:
        return ".999"
    return text.removeprefix("0")


def round_down(value: float) -> float:
    """A share rounded down to three decimals, as floors are."""
    # 0.29 * 1000 is a hair under 290.
    return math.floor(value * 1000 + 1e-6) / 1000


def with_sign(value: float) -> str:
    """A difference: `+.018`, `−.012`; 0 only if it is none."""
    if value == 0:
        return "0"
    return f"{'+' if value > 0 else '−'}{f'{abs(value):.3f}'.removeprefix('0')}"


def bounds(interval: Interval | None) -> str:
    """The interval of a difference: `[+.004, +.031]`."""
    return NONE if interval is None else f"[{with_sign(interval[0])}, {with_sign(interval[1])}]"


def p_value(p: float | None) -> str:
    """A probability: `.012`, `<.001`, `1`."""
    if p is None:
        return NONE
    if p < 0.001:
        return "<.001"
    return "1" if p > 0.9995 else f"{p:.3f}".removeprefix("0")


def money(dollars: float | None) -> str:
    """Dollars, or that they are not known."""
    return "unknown" if dollars is None else f"${dollars:.4f}"
