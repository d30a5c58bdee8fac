"""`evals judge`: how good a judge is, on labelled claims."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summarize.cli.messages import tell
from summarize.cli.model_options import GivenOptions, ModelJobs, takes
from summarize.cli.output import put
from summarize.cli.progress import ProgressLine, progress
from summarize.errors import BelowGateError, MeasurementError, ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.engines.base import Judged
    from summarize.evaluation.judging.measuring import CorpusPassage, Rate, Ruled
    from summarize.settings import Settings

CLAIMS = "evals/claims"


@takes(
    "model",
    "provider",
    "base_url",
    "also",
    "log",
    "timeout",
    "max_cost",
    "max_tokens",
    "jobs",
    "replay",
    jobs=ModelJobs,
)
def judge(
    claims: Annotated[
        list[Path] | None,
        typer.Option(
            "--claims",
            metavar="PATH",
            help=f"Labelled claims: JSON Lines, or a folder of them. Repeatable. Default: {CLAIMS}.",
            show_default=False,
        ),
    ] = None,
    all_: Annotated[
        Literal["yes", "no"] | None,
        typer.Option("--judge", help="In place of a model: one to whom every claim stands, or none."),
    ] = None,
    form: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="What is printed.")] = "table",
    errors: Annotated[bool, typer.Option("--errors", help="List the claims that it is wrong about.")] = False,
    most_passed: Annotated[
        float | None,
        typer.Option("--max-false-pass", metavar="SHARE", min=0, max=1, help="Exit 1 if it passes more false claims."),
    ] = None,
    most_stripped: Annotated[
        float | None,
        typer.Option("--max-false-strip", metavar="SHARE", min=0, max=1, help="Exit 1 if it strips more honest ones."),
    ] = None,
    record: Annotated[
        str | None,
        typer.Option("--record", metavar="FOLDER", help="Keep its answers, so that --replay needs no endpoint."),
    ] = None,
    *,
    given: GivenOptions,
) -> None:
    """Ask a judge about labelled claims, and count the false ones that it passes and the honest ones that it strips, by kind.

    Only a claim that it rules to stand is passed: one that stands in part, or that it leaves out, is stripped. Each share has its 95 %
    interval, over passages. The two baselines are a judge to whom everything stands (--judge yes), and one to whom nothing does (no).

    \b
    Examples:
      evals judge --model gpt-6-luna --max-cost 0.10
      evals judge --base-url http://localhost:8080/v1 --record judged/
      evals judge --replay judged/ --errors --max-false-pass 0.05
      evals judge --judge yes --claims my-claims.jsonl
    """
    from summarize.evaluation.judging.measuring import rates, read_passages

    settings = given.settings(engine="model", judge="same", record=record)
    passages = read_passages(claims or [Path(CLAIMS)])
    ruled, judged = _by_rule(passages, all_) if all_ is not None else _by_model(passages, settings)
    unasked = [one.trouble for one in judged if not one.rulings and one.trouble]
    if len(unasked) == len(judged):
        raise ModelError(unasked[0])
    found = rates(ruled)
    if form == "json":
        _put_json(found, judged)
    else:
        _put_tables(found, judged)
    if errors:
        put("".join(f"{_ruling_line(one)}\n" for one in ruled if one.is_wrong))
    if unasked:
        raise MeasurementError(f"{len(unasked)} of {len(judged)} questions had no ruling: {unasked[0]}")
    _gate(found, {"false": most_passed, "honest": most_stripped})


def _by_rule(passages: Sequence[CorpusPassage], all_: Literal["yes", "no"]) -> tuple[list[Ruled], list[Judged]]:
    import asyncio

    from summarize.evaluation.judging.measuring import SameForAll, ask

    judge = SameForAll("stands" if all_ == "yes" else "not there")
    return asyncio.run(ask(judge, passages, jobs=1, done=lambda _: None))


def _by_model(passages: Sequence[CorpusPassage], settings: Settings) -> tuple[list[Ruled], list[Judged]]:
    import time

    from summarize.cli.accounts import cost_so_far, engine_told, tell_cost, tell_withheld
    from summarize.engines.model import ModelEngine
    from summarize.evaluation.judging.measuring import ask
    from summarize.pipeline import Pipeline

    engine = ModelEngine(settings, tell=tell)
    judge = engine.judge
    assert judge is not None, "the settings ask for one"
    tell(f"note: {engine_told(engine, judge.prompt.name)}")
    tell_withheld(engine)
    began = time.monotonic()
    try:
        with progress("questions", extra=partial(cost_so_far, engine)) as line:
            done = partial(_step_and_warn, line)
            return Pipeline(engine).run(ask(judge, passages, jobs=settings.jobs, done=done))
    finally:
        engine.close()
        tell_cost(engine, time.monotonic() - began)


def _step_and_warn(line: ProgressLine, judged: Judged) -> None:
    line.step(failed=bool(judged.trouble))
    if judged.trouble:
        tell(f"warning: {judged.trouble}")


def _put_json(found: Sequence[Rate], judged: Sequence[Judged]) -> None:
    import json

    first = judged[0]
    value: dict[str, Any] = {
        "judge": first.judge,
        "prompt": first.prompt,
        "prompt_digest": first.prompt_digest,
        "false_pass": next((one.as_json() for one in found if one.label == "false"), None),
        "false_strip": next((one.as_json() for one in found if one.label == "honest"), None),
        "kinds": [one.as_json() for one in found if one.kind],
        "requests": sum(one.usage.requests for one in judged),
        "input_tokens": sum(one.usage.input_tokens for one in judged),
        "output_tokens": sum(one.usage.output_tokens for one in judged),
        "cost_usd": _cost(judged),
    }
    put(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def _cost(judged: Sequence[Judged]) -> float | None:
    costs = [one.cost_usd for one in judged]
    return None if None in costs else round(sum(cost for cost in costs if cost is not None), 6)


def _put_tables(found: Sequence[Rate], judged: Sequence[Judged]) -> None:
    from summarize.cli.evals.options import put_tables
    from summarize.evaluation.comparing.figures import money, share
    from summarize.evaluation.reporting.tables import ReportTable, interval_text

    titles = {"false": "false, passed", "honest": "honest, stripped"}
    rows = tuple(
        (
            titles[one.label],
            one.kind or "all",
            share(one.share),
            interval_text(one.interval),
            f"{one.wrong} of {one.of}",
            *map(str, one.outcomes.values()),
        )
        for one in found
    )
    columns = ("claims", "kind", "share", "95 %", "wrong", *found[0].outcomes)
    usage = [one.usage for one in judged]
    counts = [sum(getattr(one, name) for one in usage) for name in ("requests", "input_tokens", "output_tokens")]
    took = (*(f"{count:,}" for count in counts), money(_cost(judged)))
    first = judged[0]
    title = f"{first.judge}: {sum(one.of for one in found if not one.kind)} claims" + (
        f", {first.prompt}" if first.prompt else ""
    )
    note = "share that the judge is wrong about, and its rulings"
    tables = [ReportTable(title, columns, rows, words=2, note=note)]
    if any(one.requests for one in usage):
        tables.append(ReportTable("what it took", ("requests", "tokens in", "tokens out", "cost"), (took,), words=0))
    put_tables(tables)


def _ruling_line(one: Ruled) -> str:
    from summarize.rendering.safe import one_line

    ruling = "not judged" if one.ruling is None else one.ruling.outcome
    source = f" ({one.ruling.source})" if one.ruling is not None and one.ruling.source else ""
    return one_line(f"{one.passage}: {one.claim.label}, {one.claim.kind}: {ruling}{source}: {one.claim.text}")


def _gate(found: Sequence[Rate], most: dict[str, float | None]) -> None:
    """Raise if more is wrong than may be."""
    words = {"false": "false claims passed", "honest": "honest claims stripped"}
    over = [
        f"{words[one.label]}: {one.share:.3f}, over {limit:g}"
        for one in found
        if not one.kind and (limit := most[one.label]) is not None and one.share > limit
    ]
    if over:
        raise BelowGateError("; ".join(over))
