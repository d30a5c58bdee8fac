"""`evals matrix`: models and prompts in one table."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli.evals.options import GOLD, GoldOption
from summarize.cli.messages import tell
from summarize.cli.model_options import GivenOptions, takes
from summarize.cli.progress import progress
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.evaluation.runs.run import Run


@takes("base_url", "provider", "nlp", "max_cost")
def matrix(
    runs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="RUN.json", help="Runs that there are already, the first rows.", show_default=False),
    ] = None,
    model: Annotated[
        list[str] | None, typer.Option("--model", "-m", metavar="NAME", help="A model; several times for several.")
    ] = None,
    replay: Annotated[
        list[Path] | None,
        typer.Option("--replay", metavar="FOLDER", help="A model by its recordings; several times for several."),
    ] = None,
    prompt: Annotated[
        list[Path] | None,
        typer.Option(
            "--prompt", metavar="FILE", help="A prompt; several times for several. Default: the built-in one."
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help="Where the runs are kept; one that is there is not made again."
        ),
    ] = Path("matrix"),
    gold: GoldOption = GOLD,
    *,
    given: GivenOptions,
) -> None:
    """Run every model with every prompt, and show all of them in one table.

    Beside each stands what it does better or worse than the first row, by the test of `evals compare`. The runs are kept in a folder, for
    `evals compare` and `evals report`; those that are there already are taken as they are. --max-cost holds for each run.

    \b
    Examples:
      evals matrix before.json after.json
      evals matrix -m gpt-6-luna -m gpt-6-sol --prompt a.md --prompt b.md
      evals matrix --replay evals/recordings/small --replay evals/recordings/large
    """
    from summarize.cli.evals.options import put_tables
    from summarize.evaluation.reporting.matrix import matrix_table
    from summarize.evaluation.runs.files import read_run

    found = [read_run(path) for path in runs or ()]
    made_with = [*({"model": name} for name in model or ()), *({"replay": str(folder)} for folder in replay or ())]
    if not found and not made_with:
        raise UsageError("name runs, models (--model) or recordings (--replay)")
    prompts: list[Path | None] = list(prompt) if prompt else [None]
    wanted = list(product(made_with, prompts))
    with progress("runs", len(wanted)) as line:
        for what, text in line.through(wanted):
            flags: dict[str, object] = {**given, **what, "prompt": None if text is None else str(text)}
            target = (
                output / f"{_safe(next(iter(what.values())))}{'' if text is None else f'--{_safe(text.stem)}'}.json"
            )
            found.append(_read_or_make_run(target, gold, flags))
    put_tables([matrix_table(found)])


def _read_or_make_run(target: Path, gold: str, flags: dict[str, object]) -> Run:
    from summarize.cli.options import settings_with
    from summarize.evaluation.in_memory import evaluate
    from summarize.evaluation.runs.files import read_run, write_run

    if target.exists():
        tell(f"note: {target} is there already")
        return read_run(target)
    tell(f"note: {target} is made")
    run = evaluate(gold, settings=settings_with(None, **flags))
    target.parent.mkdir(parents=True, exist_ok=True)
    write_run(target, run)
    return run


def _safe(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", Path(name).name).strip(".-") or "model"
