"""What the gate says, as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.evaluation.comparing.figures import NONE, bounds, p_value, round_down, share, with_sign
from summarize.evaluation.comparing.outcome import Gated, GateOutcome, Outcomes
from summarize.evaluation.comparing.page import Block, Column, Own, PageLine, PageTable, Piece, Styled

_NAMED: Final = 5
_STYLES: Final = {0: "bold green", 1: "bold red", 7: "bold yellow"}
_LEGEND: Final = (
    "change: mean of the differences by article to the values that the baseline keeps, with its 95 % interval (bootstrap over stories); "
    "p: two-sided (McNemar’s exact test or sign flips over stories). regressed: the interval is below zero, or p is below .05."
)


def gate_page(outcomes: Outcomes, *, every: bool = False) -> Iterator[Block]:
    """A line for each run that passed; the measures that did not, and the articles that fell most, of any other."""
    for outcome in outcomes.runs:
        yield PageLine([outcome.message], _STYLES[outcome.exit_code])
        for note in outcome.notes:
            yield PageLine([Styled(Own("Note: "), "yellow"), note])
        shown = [measure for measure in outcome.measures if every or measure.verdict not in {"held", "no floor"}]
        if shown:
            yield _measures(shown)
        if any(measure.p is not None for measure in shown):
            yield PageLine([Own(_LEGEND)], "dim")
        yield from _causes(outcome)


def _measures(measures: list[Gated]) -> PageTable:
    return PageTable(
        [
            Column("measure", "left"),
            Column("floor"),
            Column("value"),
            Column("change"),
            Column("95 %", "left"),
            Column("p"),
            Column("verdict", "left", folds=16),
        ],
        [_row(measure) for measure in measures],
    )


def _row(measure: Gated) -> list[Piece]:
    figures = (
        share(measure.floor),
        # Rounded down as floors are, or a value a hair below its floor would look the same.
        NONE if measure.value is None else share(round_down(measure.value)),
        NONE if measure.difference is None else with_sign(measure.difference),
        bounds(measure.interval),
        p_value(measure.p),
    )
    style = "" if measure.verdict in {"held", "no floor"} else "red"
    return [measure.measure, *map(Own, figures), Styled(Own(measure.verdict), style)]


def _causes(outcome: GateOutcome) -> Iterator[Block]:
    for missing in outcome.missing:
        yield PageLine([Styled(Own("No card: "), "yellow"), missing.case, Own(": "), missing.message], item=True)
    for measure in outcome.measures:
        falls: list[list[Piece]] = [
            [Styled(fall.case, "bold"), Own(f" {share(fall.before)} → {share(fall.after)}")] for fall in measure.fell
        ]
        without, newly = (_names(cases) for cases in (measure.without, measure.newly))
        for what, cases in (("fell in", falls), ("has no value any more in", without), ("has a value now in", newly)):
            if cases:
                yield PageLine([measure.measure, Own(f" {what} "), *_some(cases)], item=True)


def _names(cases: Sequence[str]) -> list[list[Piece]]:
    return [[Styled(case, "bold")] for case in cases]


def _some(cases: Sequence[Sequence[Piece]]) -> list[Piece]:
    more = len(cases) - _NAMED
    named = [piece for case in cases[:_NAMED] for piece in (Own(", "), *case)][1:]
    return [*named, Own(f" and {more} more")] if more > 0 else named
