"""What runs were made with and what their cards took, row by row, as tables put it side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import quantiles

from summarize.evaluation.comparing.baseline import means
from summarize.evaluation.comparing.figures import money, share
from summarize.evaluation.runs.run import Run, cost_of, usage_of

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
