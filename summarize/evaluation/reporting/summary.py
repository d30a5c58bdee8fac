"""Runs as a step summary in Markdown: the verdict, the measures, what failed, what fell most, what it took. No article's text is in it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.evaluation.comparing.baseline import DIGITS, means
from summarize.evaluation.comparing.figures import NONE, bounds, share, with_sign
from summarize.evaluation.comparing.outcome import Gated
from summarize.evaluation.comparing.page import to_markdown
from summarize.evaluation.reporting.report import Report, ReportedRun
from summarize.evaluation.reporting.tables import ReportTable, Row, interval_text, made_with, took, verdict
from summarize.evaluation.reporting.troubles import at, shown_path, told_failure, told_floor
from summarize.evaluation.scoring.measures import MEASURES, Measure
from summarize.rendering.safe import markdown as md

_NAMED: Final = 10
_WORST: Final = ("broken", "regressed")
_NOTE: Final = "Mean over articles, and its 95 % interval"


def to_summary(report: Report) -> str:
    """The Markdown."""
    parts = [*_verdicts(report), _table(_measures(report))]
    for title, found in (("No card", _failures(report)), ("Fell most", _fell(report))):
        if found:
            parts.append("\n".join([f"### {title}", "", *(f"- {line}" for line in found[:_NAMED]), *_more(found)]))
    runs = [subject.run for subject in report.subjects]
    parts += [_table(_facts("What it took", report, took(runs))), _table(_facts("Runs", report, made_with(runs)))]
    return "\n\n".join(parts) + "\n"


def _table(table: ReportTable) -> str:
    return to_markdown(table.blocks()).rstrip("\n")


def _verdicts(report: Report) -> Iterator[str]:
    for subject in report.subjects:
        name = f"**{md(_name(report, subject))}:** "
        yield name + md(verdict(subject.run))
        if subject.outcome is not None:
            below = set(subject.outcome.below())
            worst = sorted((one for one in subject.outcome.measures if one.measure in below), key=_rank)
            lines = [f"- {md(told_floor(one))}" for one in worst[:_NAMED]]
            yield "\n".join([md(subject.outcome.message), *lines, *_more(worst)])
        if subject.comparison is not None:
            yield f"{md(f'{subject.letter} against {report.first.letter}')}: {md(subject.comparison.verdict)}"
        elif subject is not report.first:
            yield f"{md(f'{subject.letter} and {report.first.letter}')} have no article in common, so they are not compared."


def _rank(measure: Gated) -> tuple[int, float]:
    """The worst first: broken promises, regressions, then the largest differences."""
    return _WORST.index(measure.verdict) if measure.verdict in _WORST else len(_WORST), measure.difference or 0


def _more(found: Sequence[object]) -> list[str]:
    return [f"- and {len(found) - _NAMED} more"] if len(found) > _NAMED else []


def _name(report: Report, subject: ReportedRun) -> str:
    return subject.title if len(report.subjects) == 1 else f"{subject.letter} {subject.title}"


def _measures(report: Report) -> ReportTable:
    columns = ["field", "measure"]
    for subject in report.subjects:
        letter = f" {subject.letter}" if report.others else ""
        columns += [f"mean{letter}", f"95 %{letter}", *(["floor" + letter] if subject.entry else [])]
    for other in report.others:
        columns += [f"{other.letter}−{report.first.letter}", f"95 % {other.letter}−{report.first.letter}", "verdict"]
    rows = [
        _row(report, measure)
        for measure in MEASURES
        if (measure.tested or measure.hard) and any(subject.run.values(measure.id) for subject in report.subjects)
    ]
    note = _NOTE + (
        f"; differences to {report.first.letter} are over the articles that both have" if report.others else ""
    )
    return ReportTable("Measures", tuple(columns), tuple(rows), words=2, note=note)


def _row(report: Report, measure: Measure) -> tuple[str, ...]:
    cells = [measure.field, measure.title]
    for subject in report.subjects:
        cells += [share(means(subject.run).get(measure.id)), interval_text(subject.intervals.get(measure.id)) or NONE]
        if subject.entry is not None:
            cells.append(share(subject.entry.floors.get(measure.id)))
    for other in report.others:
        change = (
            None
            if other.comparison is None
            else next(one for one in other.comparison.changes if one.measure == measure.id)
        )
        if change is None or change.difference is None:
            cells += [NONE, NONE, NONE]
        else:
            cells += [with_sign(change.difference), bounds(change.interval), change.verdict or NONE]
    return tuple(cells)


def _failures(report: Report) -> list[str]:
    return [
        f"{md(_of(report, subject, case.name))}: {md(told_failure(case.failure))} ({md(shown_path(case.gold))})"
        for subject in report.subjects
        for case in subject.run.cases
        if case.failure is not None
    ]


def _of(report: Report, subject: ReportedRun, name: str) -> str:
    return f"{name} ({subject.letter})" if report.others else name


def _fell(report: Report) -> list[str]:
    """The articles that fell below the baseline's values, or without one, those that have less than in the first run."""
    falls: list[tuple[float, str]] = []
    for subject in report.subjects:
        for case in subject.run.cases:
            before = _before(report, subject, case.name)
            lost = {
                name: (old, score.value)
                for name, old in before.items()
                if (score := case.scores.get(name)) is not None and round(score.value, DIGITS) < round(old, DIGITS)
            }
            if lost and case.failure is None:
                changes = ", ".join(f"{name} {share(old)} → {share(new)}" for name, (old, new) in lost.items())
                place = at(shown_path(case.gold), report.lines.line(case.gold, next(iter(lost)).partition(".")[0]))
                told = f"**{md(_of(report, subject, case.name))}:** {md(changes)} ({md(place)})"
                falls.append((math.fsum(new - old for old, new in lost.values()), told))
    return [told for _, told in sorted(falls, key=lambda fall: fall[0])]


def _before(report: Report, subject: ReportedRun, name: str) -> dict[str, float]:
    """An article's values of tested and hard measures that a fall is told from."""
    if subject.entry is not None:
        return subject.entry.cases.get(name, {})
    if subject.comparison is None:
        return {}
    tested = [measure.id for measure in MEASURES if measure.tested or measure.hard]
    scores = next((case.scores for case in report.first.run.cases if case.name == name), {})
    return {measure: scores[measure].value for measure in tested if measure in scores}


def _facts(title: str, report: Report, rows: Sequence[Row]) -> ReportTable:
    named = [("run", tuple(subject.title for subject in report.subjects)), *rows]
    columns = ("", *(subject.letter if report.others else "value" for subject in report.subjects))
    return ReportTable(title, columns, tuple((name, *(value or NONE for value in values)) for name, values in named))
