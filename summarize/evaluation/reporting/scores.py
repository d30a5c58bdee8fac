"""The figures of a report as tables of a page, which can be read without its script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from summarize.evaluation.comparing.baseline import means
from summarize.evaluation.comparing.comparison import Change
from summarize.evaluation.comparing.figures import NONE, bounds, p_value, share, signed
from summarize.evaluation.reporting.facts import Row, made_with, took
from summarize.evaluation.reporting.glyphs import GLYPHS
from summarize.evaluation.reporting.plot import Dot, Scale, axis, key, plot
from summarize.evaluation.reporting.report import Report, Subject
from summarize.evaluation.reporting.tables import micro, shown
from summarize.evaluation.runs.run import Verdict
from summarize.evaluation.scoring.measures import MEASURES, Measure
from summarize.rendering.elements import Markup, element, line, text

_COUNTED: Final[tuple[Verdict, ...]] = ("right", "partial", "wrong", "missing", "spurious")
_VERDICTS: Final = {"better": "better", "worse": "worse"}


class Scores:
    """The tables of one report."""

    def __init__(self, report: Report) -> None:
        """Find the one axis of all plots."""
        self._report = report
        self._means = [means(subject.run) for subject in report.subjects]
        ends = [bound for subject in report.subjects for one in subject.intervals.values() if one for bound in one]
        self._scale = Scale.of([*ends, *(value for found in self._means for value in found.values())])

    def measures(self) -> Markup:
        """The measures that are compared or must hold, and behind a fold the others."""
        found = [measure for measure in MEASURES if any(measure.id in values for values in self._means)]
        first = [measure for measure in found if measure.tested or measure.hard]
        others = [measure for measure in found if measure not in first]
        more = []
        if others:
            summary = element("summary", text(f"The other {len(others)} measures"))
            more = [element("details", summary, self._table(others))]
        return element("div", self._table(first), *more, element("p", text(self._note()), class_="note"))

    def _note(self) -> str:
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

    def _table(self, measures: Sequence[Measure]) -> Markup:
        subjects, others = self._report.subjects, self._report.others
        heads = [
            element("th", text("measure"), scope="col"),
            element("th", axis(self._scale), class_="drawn", aria_label="plot"),
        ]
        heads += [_run_head(number, subject) for number, subject in enumerate(subjects)]
        for other in others:
            heads += [_head(f"{other.letter}−{self._report.first.letter}"), _head("verdict")]
        if not others:
            heads += [_head("micro"), _head("n")]
        bodies = [
            element("tbody", *self._field(field, list(of_field)))
            for field, of_field in groupby(measures, key=lambda measure: measure.field)
        ]
        head = element("thead", element("tr", element("th", text("field"), scope="col"), *heads))
        return _scrolling(element("table", head, *bodies, class_="scores"))

    def _field(self, field: str, measures: Sequence[Measure]) -> Iterator[Markup]:
        for number, measure in enumerate(measures):
            group = [element("th", text(field), scope="rowgroup", rowspan=str(len(measures)))] if number == 0 else []
            yield element("tr", *group, *self._row(measure))

    def _row(self, measure: Measure) -> Iterator[Markup]:
        yield element("th", text(measure.title), scope="row", title=measure.description, data_field=measure.field)
        yield element("td", plot(self._scale, list(self._dots(measure)), len(self._report.subjects)), class_="drawn")
        for subject, values in zip(self._report.subjects, self._means, strict=True):
            yield _mean(measure, subject, values.get(measure.id))
        for other in self._report.others:
            changes = () if other.comparison is None else other.comparison.changes
            versus = f"{other.letter}−{self._report.first.letter}"
            yield from _change(versus, next((change for change in changes if change.measure == measure.id), None))
        if not self._report.others:
            run = self._report.first.run
            yield element("td", text(micro(run, measure) or NONE), data_label="micro")
            yield element("td", text(str(len(run.values(measure.id)))), data_label="n")

    def _dots(self, measure: Measure) -> Iterator[Dot]:
        for number, (subject, values) in enumerate(zip(self._report.subjects, self._means, strict=True)):
            if measure.id in values:
                floor = None if subject.entry is None else subject.entry.floors.get(measure.id)
                yield Dot(number, subject.letter, values[measure.id], subject.intervals[measure.id], floor)

    def counts(self) -> Markup:
        """What became of labels and items, by measure."""
        subjects = self._report.subjects
        runs = [_counts(subject) for subject in subjects]
        measures = [measure for measure in MEASURES if any(measure.id in counts for counts in runs)]
        deep = "2" if self._report.others else None
        heads = [element("th", text(name), scope="col", rowspan=deep) for name in ("field", "measure")]
        heads += [
            element("th", _glyph(verdict), text(verdict), scope="colgroup", colspan=str(len(runs)), class_=verdict)
            for verdict in _COUNTED
        ]
        letters = [
            element(
                "th", text(subject.letter), scope="col", class_="letter first" if subject is subjects[0] else "letter"
            )
            for _ in _COUNTED
            for subject in subjects
        ]
        head = element("thead", element("tr", *heads), *([element("tr", *letters)] if deep else []))
        bodies = [
            element("tbody", *_count_rows(field, list(of_field), runs))
            for field, of_field in groupby(measures, key=lambda measure: measure.field)
        ]
        return _scrolling(element("table", head, *bodies, class_="counts"))

    def facts(self) -> Markup:
        """What the cards took, and what the runs were made with."""
        runs = [subject.run for subject in self._report.subjects]
        heads = [_run_head(number, subject, name=True) for number, subject in enumerate(self._report.subjects)]
        head = element("thead", element("tr", element("td"), *heads))
        bodies = [element("tbody", *map(_fact, rows)) for rows in (took(runs), made_with(runs))]
        return _scrolling(element("table", head, *bodies, class_="facts-table"))


def _scrolling(table: Markup) -> Markup:
    return element("div", table, class_="scroll", tabindex="0", role="group")


def _head(title: str) -> Markup:
    return element("th", text(title), scope="col")


def _run_head(number: int, subject: Subject, *, name: bool = False) -> Markup:
    shown_name = [text(" "), element("span", line(subject.title), class_="run-name")] if name else []
    return element("th", key(number), text(f" {subject.letter}"), *shown_name, scope="col", title=subject.title)


def _mean(measure: Measure, subject: Subject, value: float | None) -> Markup:
    if value is None:
        return element("td", text(NONE), class_="none", data_label=subject.letter)
    parts = [text(share(value)), element("small", text(shown(subject.intervals.get(measure.id))))]
    broken = measure.hard and value < 1
    below = subject.outcome is not None and measure.id in subject.outcome.below()
    if broken or below:
        floor = None if subject.entry is None else subject.entry.floors.get(measure.id)
        parts.append(element("em", text("has to be 1" if broken else f"below {share(floor)}")))
    return element("td", *parts, class_="worse" if broken or below else None, data_label=subject.letter)


def _change(versus: str, change: Change | None) -> list[Markup]:
    if change is None or change.difference is None:
        return [element("td", text(NONE), class_="none", data_label=versus), element("td")]
    verdict = change.verdict or ""
    interval = element("small", text(bounds(change.interval) if change.interval else ""))
    p = [element("small", text(f"p {p_value(change.p_holm)}"))] if change.p_holm is not None else []
    return [
        element("td", text(signed(change.difference)), interval, data_label=versus),
        element("td", text(verdict), *p, class_=_VERDICTS.get(verdict, "none")),
    ]


def _counts(subject: Subject) -> dict[str, Counter[Verdict]]:
    counts: dict[str, Counter[Verdict]] = {}
    for case in subject.run.cases:
        for judgement in case.judgements:
            counts.setdefault(judgement.measure, Counter())[judgement.verdict] += 1
    return counts


def _glyph(verdict: Verdict) -> Markup:
    return element("span", text(GLYPHS[verdict]), class_="glyph", aria_hidden="true")


def _count_rows(
    field: str, measures: Sequence[Measure], runs: Sequence[dict[str, Counter[Verdict]]]
) -> Iterator[Markup]:
    for number, measure in enumerate(measures):
        group = [element("th", text(field), scope="rowgroup", rowspan=str(len(measures)))] if number == 0 else []
        cells = [
            _count(verdict, counts.get(measure.id, Counter())[verdict], first=counts is runs[0])
            for verdict in _COUNTED
            for counts in runs
        ]
        yield element("tr", *group, element("th", text(told_measure(measure)), scope="row", data_field=field), *cells)


def told_measure(measure: Measure) -> str:
    """What judgements of a measure are about: those of F1 are of the matching that it sums up."""
    return "matching" if measure.id.endswith(".f1") else measure.title


def _count(verdict: Verdict, number: int, *, first: bool) -> Markup:
    name = verdict if number else "none"
    return element("td", text(f"{number:,}" if number else NONE), class_=f"{name} first" if first else name)


def _fact(row: Row) -> Markup:
    title, values = row
    cells = [element("td", line(value) if value else text(NONE), class_=None if value else "none") for value in values]
    return element("tr", element("th", text(title), scope="row"), *cells)
