"""The figures of a report as the tables of its page show them, which can be read without its script."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final, NamedTuple

from summarize.evaluation.comparing.baseline import means
from summarize.evaluation.comparing.compare import MeasureChange
from summarize.evaluation.comparing.figures import NONE, bounds, p_value, share, with_sign
from summarize.evaluation.comparing.statistics import Interval
from summarize.evaluation.reporting.report import Report, ReportedRun
from summarize.evaluation.reporting.tables import Row, interval_text, made_with, micro, took
from summarize.evaluation.runs.run import Verdict
from summarize.evaluation.scoring.measures import MEASURES, Measure

COUNTED: Final[tuple[Verdict, ...]] = ("right", "partial", "wrong", "missing", "spurious")
_LOOKS: Final = {"better": "better", "worse": "worse"}


class Cell(NamedTuple):
    """A cell of a table: what stands in it, in small print behind it (None: nothing), as a complaint, and how it looks."""

    text: str
    label: str = ""
    small: str | None = None
    complaint: str = ""
    look: str = ""


class Scores:
    """The tables of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._means = [means(subject.run) for subject in report.subjects]
        ends = [bound for subject in report.subjects for one in subject.intervals.values() if one for bound in one]
        self.scale = Scale.of([*ends, *(value for found in self._means for value in found.values())])

    @property
    def measures(self) -> tuple[list[Measure], list[Measure]]:
        """The measures that are compared or must hold, and the others."""
        found = [measure for measure in MEASURES if any(measure.id in values for values in self._means)]
        first = [measure for measure in found if measure.tested or measure.hard]
        return first, [measure for measure in found if measure not in first]

    @property
    def note(self) -> str:
        """How to read the table of measures."""
        note = "Mean over articles with its 95 % interval."
        if self._report.others:
            first = self._report.first.letter
            note += (
                f" Differences to {first} are over the articles that both runs have, with their 95 % interval; p is corrected for the "
                "number of measures (Holm), and decides between better, worse and cannot tell."
            )
        else:
            note += " Micro: over all labels together. n: articles it applies to."
        if any(subject.entry for subject in self._report.subjects):
            note += " The small triangle below a mean is its floor in the baseline."
        return note

    def cells(self, measure: Measure) -> list[Cell]:
        """The row of a measure: its mean in each run, then how the others differ from the first or, of one run, micro and n."""
        cells = [
            _mean(measure, subject, values.get(measure.id))
            for subject, values in zip(self._report.subjects, self._means, strict=True)
        ]
        for other in self._report.others:
            changes = () if other.comparison is None else other.comparison.changes
            found = next((change for change in changes if change.measure == measure.id), None)
            cells += _change(f"{other.letter}−{self._report.first.letter}", found)
        if not self._report.others:
            run = self._report.first.run
            cells += [Cell(micro(run, measure) or NONE, "micro"), Cell(str(len(run.values(measure.id))), "n")]
        return cells

    def dots(self, measure: Measure) -> list[Dot]:
        """What the plot of a measure shows."""
        return [
            Dot(
                number,
                subject.letter,
                values[measure.id],
                subject.intervals[measure.id],
                None if subject.entry is None else subject.entry.floors.get(measure.id),
            )
            for number, (subject, values) in enumerate(zip(self._report.subjects, self._means, strict=True))
            if measure.id in values
        ]

    @cached_property
    def _counts(self) -> list[dict[str, Counter[Verdict]]]:
        return [_counts(subject) for subject in self._report.subjects]

    @property
    def counted(self) -> list[Measure]:
        """The measures by which labels and items are judged."""
        return [measure for measure in MEASURES if any(measure.id in counts for counts in self._counts)]

    def counts(self, measure: Measure) -> list[Cell]:
        """What became of labels and items: for each verdict, the number in each run."""
        numbers = [
            (verdict, counts.get(measure.id, Counter())[verdict], " first" if counts is self._counts[0] else "")
            for verdict in COUNTED
            for counts in self._counts
        ]
        return [
            Cell(f"{number:,}" if number else NONE, look=(verdict if number else "none") + first)
            for verdict, number, first in numbers
        ]

    def facts(self) -> tuple[list[Row], list[Row]]:
        """What the cards took, and what the runs were made with."""
        runs = [subject.run for subject in self._report.subjects]
        return took(runs), made_with(runs)


def by_field(measures: Sequence[Measure]) -> list[tuple[str, list[Measure]]]:
    """The measures of each field, in their order."""
    return [(field, list(of_it)) for field, of_it in groupby(measures, key=lambda measure: measure.field)]


def _mean(measure: Measure, subject: ReportedRun, value: float | None) -> Cell:
    if value is None:
        return Cell(NONE, subject.letter, look="none")
    broken = measure.hard and value < 1
    below = subject.outcome is not None and measure.id in subject.outcome.below()
    complaint = ""
    if broken or below:
        floor = None if subject.entry is None else subject.entry.floors.get(measure.id)
        complaint = "has to be 1" if broken else f"below {share(floor)}"
    return Cell(
        share(value),
        subject.letter,
        interval_text(subject.intervals.get(measure.id)),
        complaint,
        "worse" if complaint else "",
    )


def _change(versus: str, change: MeasureChange | None) -> list[Cell]:
    if change is None or change.difference is None:
        return [Cell(NONE, versus, look="none"), Cell("")]
    verdict = change.verdict or ""
    p = None if change.p_holm is None else f"p {p_value(change.p_holm)}"
    return [
        Cell(with_sign(change.difference), versus, bounds(change.interval) if change.interval else ""),
        Cell(verdict, small=p, look=_LOOKS.get(verdict, "none")),
    ]


def _counts(subject: ReportedRun) -> dict[str, Counter[Verdict]]:
    counts: dict[str, Counter[Verdict]] = {}
    for case in subject.run.cases:
        for judgement in case.judgements:
            counts.setdefault(judgement.measure, Counter())[judgement.verdict] += 1
    return counts


def told_measure(measure: Measure) -> str:
    """What judgements of a measure are about: those of F1 are of the matching that it sums up."""
    return "matching" if measure.id.endswith(".f1") else measure.title


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
