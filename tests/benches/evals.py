"""What the harness itself takes: 200 cases with cards made before and the same scorer, beside pydantic-evals and inspect_ai.

    python -m tests.benches.evals [--cases N]

Every harness gets the same cases, a task that reads a case's article and gives its finished card, and the scorer of this project. Each
runs in a process of its own, at its defaults, without a progress display. Figures are CPU time (user and system) of the run, imports
aside, less that of a plain loop over the same task and scorer. At its default neither ours nor pydantic-evals writes anything; what
`-o` adds to ours, a journal and the run with its cards, stands beside it. inspect_ai always writes a log. Those that are not installed are left out.
Exits 1 if ours takes more than pydantic-evals, or with its file more than a fifth of inspect_ai with its log.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, Final

from summarize import Pipeline
from summarize.card import Card
from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation.gold.files import GoldFile, gold_paths, read_gold
from summarize.evaluation.runs.kept import unchecked_card
from summarize.evaluation.scoring.measures import BY_ID
from summarize.evaluation.scoring.score import score

FOLDERS: Final = (Path("evals/gold"), Path("evals/more"))
ROUNDS: Final = 5
OTHERS: Final = {"pydantic-evals": ("pydantic_evals", "evals", 1.0), "inspect_ai": ("inspect_ai", "evals -o", 0.2)}
"""Distribution to its module, which of ours is comparable, and how much of its time ours may take."""


@dataclass(frozen=True)
class _Renamed(GoldFile):
    """A gold file under another name, so that it can come more than once."""

    alias: str = ""

    @property
    def name(self) -> str:
        """The other name."""
        return self.alias


class Cases:
    """Gold and finished cards, by name."""

    def __init__(self, folder: Path) -> None:
        """Read them from where `prepare` put them."""
        content: list[list[str]] = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
        files = {path: read_gold(Path(path)) for path in dict.fromkeys(path for _, path in content)}
        cards = {
            path: unchecked_card(json.loads((folder / f"{file.name}.json").read_text(encoding="utf-8")))
            for path, file in files.items()
        }
        self.files: dict[str, GoldFile] = {
            name: _Renamed(files[path].path, files[path].gold, files[path].source, alias=name) for name, path in content
        }
        self.cards: dict[str, Card] = {name: cards[path] for name, path in content}

    def card(self, name: str) -> Card:
        """The card of a case, after its article is read, as making it would have to."""
        self.files[name].article()
        return self.cards[name]

    def scores(self, name: str, card: Card) -> dict[str, float]:
        """What every harness has scored: all measures of every case, for inspect_ai takes no others."""
        scores = score(card, self.files[name].gold).scores
        return {measure: scores[measure].value if measure in scores else 1.0 for measure in BY_ID}


def prepare(folder: Path, count: int) -> None:
    """Make the cards, by rules, and list as many cases as asked for: articles come more than once."""
    pipeline = Pipeline(ExtractiveEngine())
    paths = [path for place in FOLDERS for path in gold_paths(place)]
    for path in paths:
        file = read_gold(path)
        card = pipeline.card(file.article())
        (folder / f"{file.name}.json").write_text(card.model_dump_json(), encoding="utf-8")
    cases = [
        (f"{paths[number % len(paths)].stem}-{number}", str(paths[number % len(paths)])) for number in range(count)
    ]
    (folder / "cases.json").write_text(json.dumps(cases), encoding="utf-8")


def plain(cases: Cases, folder: Path) -> Callable[[], int]:
    """A loop."""
    del folder
    return lambda: sum(bool(cases.scores(name, cases.card(name))) for name in cases.cards)


def ours(cases: Cases, folder: Path) -> Callable[[], int]:
    """`evals run`."""
    del folder
    return _ours(cases, None)


def ours_kept(cases: Cases, folder: Path) -> Callable[[], int]:
    """`evals run -o run.json`."""
    return _ours(cases, folder / "run.json")


def _ours(cases: Cases, output: Path | None) -> Callable[[], int]:
    from summarize.evaluation.runs.files import CaseJournal, write_run
    from summarize.evaluation.runs.maker import About, MadeCard
    from summarize.evaluation.runs.runner import Options, collect_seldom, run_cases, run_of

    collect_seldom()  # as the command does

    class Kept:
        waits = False
        about = About("kept", "extractive")

        async def make(self, name: str, article: Any) -> MadeCard:
            del article
            return MadeCard(cases.cards[name], None, 0.0)

        async def aclose(self) -> None:
            pass

    def run() -> int:
        files, options = list(cases.files.values()), Options(keep_cards=output is not None)
        journal = None if output is None else CaseJournal(output.with_name(output.name + ".partial"))
        began = time.perf_counter(), time.process_time()
        done = asyncio.run(run_cases(files, Kept(), options, journal=journal))
        made = run_of(done, files, Kept(), options, gold="evals/gold", began=began)
        if output is not None and journal is not None:
            write_run(output, made)
            journal.close(remove=True)
        return len(made.scored)

    return run


def pydantic_evals(cases: Cases, folder: Path) -> Callable[[], int]:
    """A dataset with one evaluator."""
    del folder
    from pydantic_evals import Case, Dataset
    from pydantic_evals.evaluators import Evaluator, EvaluatorContext

    @dataclass
    class Scorer(Evaluator[str, Card, None]):
        def evaluate(self, ctx: EvaluatorContext[str, Card, None]) -> dict[str, float]:
            return cases.scores(ctx.inputs, ctx.output)

    async def task(name: str) -> Card:
        return cases.card(name)

    dataset: Any = Dataset(
        name="cards", cases=[Case(name=name, inputs=name) for name in cases.cards], evaluators=[Scorer()]
    )
    return lambda: len(dataset.evaluate_sync(task, progress=False).cases)


def inspect_ai(cases: Cases, folder: Path) -> Callable[[], int]:
    """A task with one scorer of several values, and a solver that asks no model."""
    import inspect_ai as inspect
    from inspect_ai.dataset import MemoryDataset, Sample
    from inspect_ai.scorer import Score, mean, scorer
    from inspect_ai.solver import solver

    @scorer(metrics={"*": [mean()]})
    def fields() -> Any:
        async def of(state: Any, target: Any) -> Score:
            del target
            return Score(value=dict(cases.scores(str(state.sample_id), cases.cards[str(state.sample_id)])))

        return of

    @solver
    def made() -> Any:
        async def solve(state: Any, generate: Any) -> Any:
            del generate
            state.output.completion = cases.card(str(state.sample_id)).headline.text
            return state

        return solve

    task = inspect.Task(
        dataset=MemoryDataset([Sample(id=name, input=name) for name in cases.cards]), solver=made(), scorer=fields()
    )

    def run() -> int:
        log = inspect.eval(task, model="mockllm/model", log_dir=str(folder / "logs"), display="none")[0]
        return len(log.samples or [])

    return run


WAYS: Final[dict[str, Callable[[Cases, Path], Callable[[], int]]]] = {
    "plain loop": plain, "evals": ours, "evals -o": ours_kept, "pydantic-evals": pydantic_evals, "inspect_ai": inspect_ai,
}  # fmt: skip


def worker(way: str, folder: Path) -> None:
    """Run one way once, and print the CPU seconds of the run and the cases it finished."""
    run = WAYS[way](Cases(folder), folder)
    began = time.process_time()
    finished = run()
    print(json.dumps({"seconds": time.process_time() - began, "cases": finished}))


def measured(way: str, folder: Path, count: int) -> tuple[float, float]:
    """CPU seconds of the run, and of its whole process.

    Raises:
        RuntimeError: it failed, or did not finish all cases.
    """
    command = [sys.executable, "-m", __spec__.name, "--worker", way, "--folder", str(folder)]
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors)
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        if process.returncode != 0:
            raise RuntimeError(f"{way} failed: {errors.read().decode(errors='replace')[-2000:]}")
    result = json.loads(output.splitlines()[-1])
    if result["cases"] != count:
        raise RuntimeError(f"{way} finished {result['cases']} of {count} cases")
    return result["seconds"], usage.ru_utime + usage.ru_stime


def main() -> int:
    """Print the table; 1 if ours takes too much."""
    parser = argparse.ArgumentParser(description="CPU time of eval harnesses on the same cases.")
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--worker", choices=sorted(WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        worker(options.worker, options.folder)
        return 0
    ways = ["plain loop", "evals", "evals -o", *(name for name, (module, _, _) in OTHERS.items() if find_spec(module))]
    figures: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name), options.cases)
        for _ in range(ROUNDS):
            for way in ways:  # in turn, so that a busy moment does not fall on one of them alone
                figures[way].append(measured(way, Path(name), options.cases))
    base = median(run for run, _ in figures["plain loop"])
    print(f"  {options.cases} cases, CPU seconds, median of {ROUNDS}")
    print(f"  {'':18}{'run':>8}{'harness':>10}{'process':>10}")
    own: dict[str, float] = {}
    for way in ways:
        run, process = (median(values) for values in zip(*figures[way], strict=True))
        own[way] = run - base
        print(f"  {way:18}{run:8.2f}{own[way]:10.2f}{process:10.2f}")
    over = False
    for way, (_, mine, limit) in OTHERS.items():
        if way not in own:
            print(f"  {way} is not installed")
            continue
        share = own[mine] / own[way]
        over |= share > limit
        print(f"  {mine} takes {share:.2f} of {way} (at most {limit:g}){'  OVER' if share > limit else ''}")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
