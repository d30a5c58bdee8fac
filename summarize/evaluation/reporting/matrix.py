"""Several runs in one table: a row for each model and prompt, and beside each what the first does better or worse."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median
from typing import Final

from summarize.errors import MeasurementError
from summarize.evaluation.comparing.compare import compare
from summarize.evaluation.comparing.figures import share
from summarize.evaluation.reporting.tables import ReportTable
from summarize.evaluation.runs.run import Run, cost_of

_SHOWN: Final = (
    "cards.made", "model.answered", "model.kept", "quotes.f1", "quotes.speaker", "who.f1", "who.role", "where.main", "when.main",
    "when.f1", "what.facts", "what.supported", "background.facts",
)  # fmt: skip
_NAMED: Final = 3


def matrix_table(runs: Sequence[Run]) -> ReportTable:
    """The table. A measure that applies in no run has no column; against the first run each other is tested as `evals compare` does."""
    means = [{name: fmean(found.values()) for name in _SHOWN if (found := run.values(name))} for run in runs]
    names = [name for name in _SHOWN if any(name in each for each in means)]
    rows = tuple(
        (
            run.model or run.engine,
            _prompt(run),
            *(share(each[name]) if name in each else "–" for name in names),
            _cost(run),
            f"{median(case.seconds for case in run.scored):.1f}" if run.scored else "–",
            "" if place == 0 else _against(runs[0], run),
        )
        for place, (run, each) in enumerate(zip(runs, means, strict=True))
    )
    columns = ("model", "prompt", *names, "$ a card", "s a card", "beside the first")
    note = "means over articles; cost is the mean and time the median of a card; better and worse are those of `evals compare`"
    return ReportTable(f"{len(runs)} runs", columns, rows, words=2, note=note)


def _prompt(run: Run) -> str:
    """A prompt's name, with its digest: an edited one has the name of the one that it was made from."""
    return "–" if run.prompt is None else f"{run.prompt} {(run.prompt_digest or '').removeprefix('sha256:')[:6]}"


def _cost(run: Run) -> str:
    cost = cost_of(run.cases)
    return f"{cost / len(run.scored):.4f}" if cost is not None else "–" if run.model is None else "unknown"


def _against(first: Run, run: Run) -> str:
    try:
        found = compare(first, run)
    except MeasurementError:
        return "other articles"
    told = []
    for verdict in ("better", "worse"):
        names = [change.measure for change in found.of(verdict)]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        told += [f"{verdict}: {', '.join(names[:_NAMED])}{more}"] if names else []
    return "; ".join(told) or "cannot tell"
