"""What the gate says, as a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarize.evaluation.comparing.figures import NONE, bounds, floored, p_value, share, signed
from summarize.evaluation.comparing.outcome import Fall, Gated, Outcome, Outcomes
from summarize.evaluation.comparing.page import Block, Column, Line, Own, Piece, Styled, Table

_NAMED: Final = 5
_STYLES: Final = {0: "bold green", 1: "bold red", 7: "bold yellow"}
_LEGEND: Final = (
    "change: mean of the differences by article to the values that the baseline keeps, with its 95 % interval (bootstrap over stories); "
    "p: two-sided (McNemar’s exact test or sign flips over stories). regressed: the interval is below zero, or p is below .05."
)


def gate_page(outcomes: Outcomes, *, every: bool = False) -> Iterator[Block]:
    """A line for each run that passed; the measures that did not, and the articles that fell most, of any other.

    Args:
        outcomes: what to show.
        every: show the measures at or above their floors as well.
    """
    for outcome in outcomes.runs:
        yield Line([outcome.message], _STYLES[outcome.exit_code])
        for note in outcome.notes:
            yield Line([Styled(Own("Note: "), "yellow"), note])
        shown = [measure for measure in outcome.measures if every or measure.verdict not in {"held", "no floor"}]
        if shown:
            yield _measures(shown)
        if any(measure.p is not None for measure in shown):
            yield Line([Own(_LEGEND)], "dim")
        yield from _causes(outcome)


def _measures(measures: list[Gated]) -> Table:
    return Table(
        [
            Column("measure", "left"),
            Column("floor"),
            Column("value"),
            Column("change"),
            Column("95 %", "left"),
            Column("p"),
            Column("verdict", "left", folds=True),
        ],
        [_row(measure) for measure in measures],
    )


def _row(measure: Gated) -> list[Piece]:
    figures = (
        share(measure.floor),
        # Rounded down as floors are, or a value a hair below its floor would look the same.
        NONE if measure.value is None else share(floored(measure.value)),
        NONE if measure.difference is None else signed(measure.difference),
        bounds(measure.interval),
        p_value(measure.p),
    )
    style = "" if measure.verdict in {"held", "no floor"} else "red"
    return [measure.measure, *map(Own, figures), Styled(Own(measure.verdict), style)]


def _causes(outcome: Outcome) -> Iterator[Block]:
    for missing in outcome.missing:
        yield Line([Styled(Own("No card: "), "yellow"), missing.case, Own(": "), missing.message], item=True)
    for measure in outcome.measures:
        if measure.fell:
            more = len(measure.fell) - _NAMED
            named = [piece for fall in measure.fell[:_NAMED] for piece in (Own(", "), *_fall(fall))][1:]
            yield Line(
                [measure.measure, Own(" fell in "), *named, Own(f" and {more} more" if more > 0 else "")], item=True
            )


def _fall(fall: Fall) -> tuple[Piece, Piece]:
    return Styled(fall.case, "bold"), Own(f" {share(fall.before)} → {share(fall.after)}")
