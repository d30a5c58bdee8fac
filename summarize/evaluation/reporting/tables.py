"""What a run comes to, and was made with, as tables that a terminal and Markdown can both show, and as one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, quantiles
from typing import Final

from summarize.evaluation.comparing import page
from summarize.evaluation.comparing.baseline import means
from summarize.evaluation.comparing.figures import money, share
from summarize.evaluation.comparing.resampling import Interval
from summarize.evaluation.comparing.statistics import intervals
from summarize.evaluation.runs.run import Case, Judgement, Run, Verdict, cost_of, usage_of
from summarize.evaluation.scoring.measures import MEASURES, Measure
from summarize.rendering.words import counted

_FIELDS: Final = ("quotes", "who", "where", "when")
"""Fields with lists, whose labels and items are counted."""
_VERDICTS: Final = ("right", "partial", "wrong", "missing", "spurious")


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Rows of text under headings. The first `words` columns hold words, the others figures."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1
    note: str = ""

    def blocks(self) -> Iterator[page.Block]:
        """The table under its title, and its note, as parts of a page."""
        columns = [
            page.Column(title, "left" if number < self.words else "right") for number, title in enumerate(self.columns)
        ]
        yield page.PageLine([self.title], heading=True)
        yield page.PageTable(columns, self.rows)
        if self.note:
            yield page.PageLine([f"{self.note}."], "dim")


def run_tables(run: Run, *, every: bool = False) -> list[ReportTable]:
    """Measures with their intervals, counts by field, and what it took. `every` shows all measures, not only those that are compared."""
    return [table for table in (_measures(run, every=every), _counts(run), _took(run)) if table.rows]


def _measures(run: Run, *, every: bool) -> ReportTable:
    found = intervals(run)
    rows = tuple(
        (
            measure.field,
            measure.title,
            share(fmean(values.values())),
            interval_text(found.get(measure.id)),
            micro(run, measure),
            str(len(values)),
        )
        for measure in MEASURES
        if (every or measure.tested or measure.hard) and (values := run.values(measure.id))
    )
    failed = len(run.cases) - len(run.scored)
    title = f"{run.name}: {counted(len(run.cases), 'article')}" + (f", {failed} without a card" if failed else "")
    note = "mean over articles, its 95 % interval, the same over all labels together (micro), and the articles it applies to"
    return ReportTable(title, ("field", "measure", "mean", "95 %", "micro", "n"), rows, words=2, note=note)


def _counts(run: Run) -> ReportTable:
    rows = []
    for field in _FIELDS:
        counts = Counter(
            judgement.verdict
            for case in run.cases
            for judgement in case.judgements
            if judgement.measure == f"{field}.f1"
        )
        if counts:
            rows.append((field, *(str(counts[verdict]) for verdict in _VERDICTS)))
    return ReportTable("labels and items", ("field", *_VERDICTS), tuple(rows))


def _took(run: Run) -> ReportTable:
    seconds = sorted(case.seconds for case in run.scored)
    if run.model is None or not seconds:
        return ReportTable("", (), ())
    cuts = quantiles(seconds, n=20, method="inclusive") if len(seconds) > 1 else [seconds[0]] * 19
    usage = usage_of(run.scored)
    row = (
        *(f"{count:,}" for count in (usage.requests, usage.input_tokens, usage.output_tokens)),
        money(cost_of(run.scored)),
        f"{cuts[9]:.1f} s",
        f"{cuts[18]:.1f} s",
    )
    return ReportTable("what it took", ("requests", "tokens in", "tokens out", "cost", "p50", "p95"), (row,), words=0)


def interval_text(interval: Interval | None) -> str:
    """An interval as text: `.87–.93`."""
    return "" if interval is None else "–".join(f"{end:.2f}".removeprefix("0") for end in interval)


def micro(run: Run, measure: Measure) -> str:
    """The measure over all labels of all articles together; of F1 the harmonic mean of precision and recall so counted."""
    if measure.id.endswith(".f1"):
        precision, recall = (_together(run, f"{measure.field}.{name}") for name in ("precision", "recall"))
        if precision is None or recall is None:
            return ""
        return share(2 * precision * recall / (precision + recall) if precision + recall else 0.0)
    value = _together(run, measure.id)
    return "" if value is None else share(value)


def _together(run: Run, measure: str) -> float | None:
    scores = [case.scores[measure] for case in run.cases if measure in case.scores]
    of = sum(score.of or 0.0 for score in scores)
    return sum(score.right or 0.0 for score in scores) / of if of else None


def error_lines(run: Run) -> Iterator[str]:
    """What is wrong in each article, a line each."""
    for case in run.cases:
        wrong = [judgement for judgement in case.judgements if judgement.verdict not in {"right", "ignored"}]
        if wrong or case.failure is not None:
            yield case.name
        if case.failure is not None:
            yield f"  failed: {case.failure.message}"
        yield from (f"  {judgement_line(judgement)}" for judgement in wrong)


def judgement_line(judgement: Judgement) -> str:
    """A judgement in one line."""
    match judgement.verdict:
        case "missing":
            what = f"{judgement.expected!r}"
        case "spurious":
            what = f"{judgement.got!r}"
        case _:
            what = f"{judgement.got!r}" + (f", expected {judgement.expected!r}" if judgement.expected else "")
    return f"{judgement.measure} {judgement.verdict}: {what}"


def verdict(run: Run) -> str:
    """What the run comes to, in one line: cards made, and whether the promises hold."""
    made = len(run.scored)
    if not made:
        return f"no card of {counted(len(run.cases), 'article')} could be made"
    broken = [
        measure for measure in MEASURES if measure.hard and any(value < 1 for value in run.values(measure.id).values())
    ]
    promises = (
        "every quotation is verbatim and every span holds"
        if not broken
        else "BROKEN: " + "; ".join(f"{measure.title} in {', '.join(_below(run.cases, measure))}" for measure in broken)
    )
    return f"{made} of {len(run.cases)} cards made; {promises}"


def _below(cases: Sequence[Case], measure: Measure) -> list[str]:
    return [case.name for case in cases if measure.id in case.scores and case.scores[measure.id].value < 1]


GLYPHS: Final[dict[Verdict, str]] = {
    "right": "✓", "partial": "◐", "wrong": "✗", "missing": "○", "spurious": "+", "ignored": "·"
}  # fmt: skip


Row = tuple[str, tuple[str | None, ...]]
"""A title, and a value for each run."""


def made_with(runs: Sequence[Run]) -> list[Row]:
    """What the runs were made with."""
    return _rows(
        runs,
        ("engine", lambda run: run.engine),
        ("model", lambda run: run.model),
        ("prompt", lambda run: run.prompt),
        ("prompt digest", lambda run: short(run.prompt_digest)),
        ("NLP model", lambda run: run.nlp),
        ("settings", lambda run: run.settings),
        ("gold", lambda run: run.gold),
        ("gold digest", lambda run: short(run.gold_digest)),
        ("made", lambda run: run.created.replace("T", " ").removesuffix("+00:00") + " UTC"),
        ("version", lambda run: run.tool_version),
        ("answers", lambda run: ("replayed" if run.replayed else "asked for") if run.model else None),
        ("repetitions", lambda run: str(repeats(run)) if repeats(run) > 1 else None),
    )


def took(runs: Sequence[Run]) -> list[Row]:
    """What their cards took."""
    return _rows(
        runs,
        ("cards", lambda run: f"{len(run.scored):,} of {len(run.cases):,}"),
        ("valid at once", lambda run: share(means(run)["cards.first"]) if run.values("cards.first") else None),
        ("requests", lambda run: _tokens(run, "requests")),
        ("tokens in", lambda run: _tokens(run, "input_tokens")),
        ("of them cached", lambda run: _tokens(run, "cached_tokens") if usage_of(run.cases).cached_tokens else None),
        ("tokens out", lambda run: _tokens(run, "output_tokens")),
        ("cost", lambda run: money(cost_of(run.cases)) if usage_of(run.cases).requests else None),
        ("seconds a card, p50", lambda run: _seconds(run, 9)),
        ("seconds a card, p95", lambda run: _seconds(run, 18)),
        ("seconds in all", lambda run: f"{run.seconds:,.1f}"),
    )


def short(digest: str | None) -> str | None:
    """Enough of a digest to tell it from others."""
    return None if digest is None else digest.removeprefix("sha256:")[:12]


def repeats(run: Run) -> int:
    """How often each card was made."""
    return max((len(case.repeats) for case in run.cases), default=1) or 1


def _rows(runs: Sequence[Run], *rows: tuple[str, Callable[[Run], str | None]]) -> list[Row]:
    found = [(title, tuple(of(run) or None for run in runs)) for title, of in rows]
    return [(title, values) for title, values in found if any(values)]


def _tokens(run: Run, name: str) -> str | None:
    used = usage_of(run.cases)
    return f"{getattr(used, name):,}" if used.requests else None


def _seconds(run: Run, cut: int) -> str | None:
    seconds = [case.seconds for case in run.scored]
    if not seconds:
        return None
    at = quantiles(seconds, n=20, method="inclusive")[cut] if len(seconds) > 1 else seconds[0]
    return f"{at:.1f}" if at >= 1 else f"{at:.3f}"
