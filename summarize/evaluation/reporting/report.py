"""What every form of the report shows: the runs, how they differ from the first, and how they stand against their floors."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.errors import MeasurementError, UsageError
from summarize.evaluation.comparing.baseline import Baseline, Entry
from summarize.evaluation.comparing.compare import Comparison, compare
from summarize.evaluation.comparing.gate import gate
from summarize.evaluation.comparing.outcome import GateOutcome
from summarize.evaluation.comparing.statistics import Interval, intervals
from summarize.evaluation.reporting.troubles import GoldLines, Trouble, troubles_of
from summarize.evaluation.runs.run import Case, Run

MAX_RUNS = len(string.ascii_uppercase)


@dataclass(frozen=True, slots=True)
class ReportedRun:
    """One of the runs of a report."""

    letter: str
    """By which tables and plots call it: A, B, C …"""
    title: str
    """Its name, unique within the report."""
    run: Run
    intervals: Mapping[str, Interval | None]
    """Of each measure."""
    comparison: Comparison | None
    """With the first run; None for the first, and where they have no article in common."""
    outcome: GateOutcome | None
    """At the gate; None without a baseline."""
    entry: Entry | None
    """What it is held to; None if it cannot be held to anything."""


class Report:
    """The runs of a report, the first being what the others are compared with."""

    def __init__(self, runs: Sequence[Run], baseline: Baseline | None = None, lines: GoldLines | None = None) -> None:
        """Compare the runs.

        Raises:
            UsageError: more runs than there are letters.
        """
        if len(runs) > MAX_RUNS:
            raise UsageError(f"{len(runs)} runs do not fit one report: give at most {MAX_RUNS}")
        self.lines = lines or GoldLines()
        self.subjects = [
            _subject(string.ascii_uppercase[number], title, run, runs[0] if number else None, baseline)
            for number, (title, run) in enumerate(zip(_titles(runs), runs, strict=True))
        ]

    @property
    def first(self) -> ReportedRun:
        """What the others are compared with."""
        return self.subjects[0]

    @property
    def others(self) -> list[ReportedRun]:
        """All runs but the first."""
        return self.subjects[1:]

    @cached_property
    def troubles(self) -> list[tuple[ReportedRun, Case, list[Trouble]]]:
        """What is wrong in each article of each run, in the order of the runs."""
        return [
            (subject, case, found)
            for subject in self.subjects
            for case in subject.run.cases
            if (found := troubles_of(case, subject.entry, self.lines))
        ]


def _subject(letter: str, title: str, run: Run, first: Run | None, baseline: Baseline | None) -> ReportedRun:
    entry = None if baseline is None else baseline.runs.get(run.name)
    outcome = None if baseline is None else gate(run, entry)
    return ReportedRun(
        letter,
        title,
        run,
        intervals(run),
        None if first is None else _compare_runs(first, run),
        outcome,
        # Values of other gold or another prompt say nothing about this run: the gate has measured nothing then.
        entry if outcome is not None and outcome.measures else None,
    )


def _compare_runs(first: Run, run: Run) -> Comparison | None:
    try:
        return compare(first, run)
    except MeasurementError:
        return None


def _titles(runs: Sequence[Run]) -> list[str]:
    """The names of the runs; those of one name are numbered."""
    times = Counter(run.name for run in runs)
    seen: Counter[str] = Counter()
    titles = []
    for run in runs:
        seen[run.name] += 1
        titles.append(run.name if times[run.name] == 1 else f"{run.name} ({seen[run.name]})")
    return titles
