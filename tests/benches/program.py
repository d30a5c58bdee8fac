"""What the program costs, against limits: start-up, warm articles, memory, and growth with the length of a text.

    python -m tests.benches.program [--quick]

Figures are CPU time (user and system, of the process and its threads), so other work on the machine disturbs them little. A
command is run many times, in turn with the others; its median counts, the minimum stands beside it. Exits 1 if a figure is
over its limit.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any, Literal

import summarize
from summarize import Settings, pipeline_for, read_text, render
from summarize.evidence.syntax import available
from summarize.settings import one_thread

SEEDS = Path("seeds")
ARTICLE = SEEDS / "harbour-fire.txt"
Mode = Literal["rules", "nlp"]
NLP_FLAG: dict[Mode, Literal["off", "on"]] = {"rules": "off", "nlp": "on"}
START_LIMITS: dict[Mode, float] = {"rules": 4, "nlp": 12}
"""Times the CPU of importing typer, pydantic and rich."""
IMPORT = [sys.executable, "-I", "-c", "import typer, pydantic, rich"]
HELP_LIMIT = 1.5
WARM_LIMITS: dict[Mode, float] = {"rules": 0.42, "nlp": 2.8}
"""Times the same import, for an article of `WARM_SIZE` characters: 20 and 150 ms where that import takes 54 ms, as it did on the machine on
which these limits were set. Milliseconds by themselves tell more of a machine than of the program: others took 70 to 175 for that import.

By rules it was .37 until people who are only described, charges and their answers, and roles told behind a name were read: docs/decisions.md, fifteenth round."""
WARM_SIZE = 5_000
SIZES = (10_000, 100_000, 1_000_000)
GROWTH_LIMIT = 370.0
"""Times the same import for the longest text: 20 s where it takes 54 ms."""


@dataclass
class Report:
    """Lines with a figure, its limit and whether it holds."""

    over: list[str] = field(default_factory=list)
    unit: float = 0.0
    """Milliseconds of CPU that the import of typer, pydantic and rich takes here."""

    def line(self, name: str, figure: str, limit: str = "", *, holds: bool = True) -> None:
        """Print a line, and remember it if it is over its limit."""
        verdict = ("ok" if holds else "OVER") if limit else ""
        print(f"  {name:34}{figure:>34}  {limit:>14}  {verdict}".rstrip(), flush=True)
        if not holds:
            self.over.append(name)


def cpu_of(command: list[str]) -> float:
    """Milliseconds of CPU that a command and its threads take from start to finish.

    Raises:
        RuntimeError: the command failed.
    """
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed with exit code {process.returncode}")
    return 1000 * (usage.ru_utime + usage.ru_stime)


def start_up(report: Report, modes: list[Mode], rounds: int) -> None:
    """Commands from start to finish, against the import of what any such command needs."""
    script = Path(sys.executable).parent / "summarize"
    program = [str(script)] if script.exists() else [sys.executable, "-I", "-m", "summarize"]
    commands: dict[str, list[str]] = {
        "import typer, pydantic, rich": IMPORT,
        "summarize --help": [*program, "--help"],
        **{f"summarize brief, {mode}": [*program, "brief", str(ARTICLE), "--nlp", NLP_FLAG[mode]] for mode in modes},
    }
    costs: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            cost = cpu_of(command)
            if turn:  # the first turn fills the file cache
                costs[name].append(cost)
    base, *others = costs
    limits = {"summarize --help": HELP_LIMIT, **{f"summarize brief, {mode}": START_LIMITS[mode] for mode in modes}}
    print(f"Start to finish, {rounds} runs each:")
    unit = report.unit = statistics.median(costs[base])
    report.line(base, f"{unit:.0f} ms (min {min(costs[base]):.0f})")
    for name in others:
        cost = statistics.median(costs[name])
        figure = f"{cost:.0f} ms (min {min(costs[name]):.0f}) = {cost / unit:.2f} times"
        report.line(name, figure, f"limit {limits[name]:g} times", holds=cost <= limits[name] * unit)


def long_text(size: int) -> str:
    """A text of `size` characters: a real head, then paragraphs of all the sample articles over and over."""
    head, _, _ = ARTICLE.read_text(encoding="utf-8").partition("\n\n")
    paragraphs = [
        paragraph
        for path in sorted(SEEDS.glob("*.txt"))
        for paragraph in read_text(path.read_text(encoding="utf-8")).article.text.split("\n\n")[1:]
    ]
    parts, length = [head], len(head)
    for paragraph in cycle(paragraphs):
        if length >= size:
            break
        parts.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(parts)[:size]


def _cpu(work: Callable[[str], None], text: str) -> float:
    """Seconds of CPU that the work on a text takes."""
    began = time.process_time()
    work(text)
    return time.process_time() - began


def _peak() -> float:
    """The most memory that this process has held at once, in megabytes."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measure(mode: Mode, rounds: int) -> Iterator[dict[str, Any]]:
    """The figures of one mode, in this process: one dict per line of the report."""
    one_thread()
    pipeline = pipeline_for(Settings(nlp=NLP_FLAG[mode]))

    def work(text: str) -> None:
        render(pipeline.card(read_text(text).article), "markdown")

    text = long_text(WARM_SIZE)
    work(text)
    imports: list[float] = []
    costs: list[float] = []
    # In turn with the import they are held against: a machine shared with others may be twice as slow a minute later.
    for _ in range(rounds):
        imports.append(cpu_of(IMPORT))
        work(text)  # the import took the processor's caches
        costs += [1000 * _cpu(work, text) for _ in range(3)]
    yield {"warm": statistics.median(costs), "least": min(costs), "unit": statistics.median(imports)}
    seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    turns = max(1, rounds // 6)
    seconds = sum(_cpu(work, seed) for _ in range(turns) for seed in seeds)
    yield {"speed": turns * len(seeds) / seconds, "megabytes": _peak()}
    before = 0.0
    for size in SIZES:
        long = long_text(size)
        seconds = _cpu(work, long)
        yield {"size": size, "seconds": seconds, "ratio": seconds / before if before else None, "megabytes": _peak()}
        before = seconds


def _tell(report: Report, mode: Mode, row: dict[str, Any]) -> None:
    if "warm" in row:
        limit, cost = WARM_LIMITS[mode], row["warm"] / row["unit"]
        figure = f"{row['warm']:.1f} ms (min {row['least']:.1f}) = {cost:.2f} times"
        report.line(
            f"an article of {WARM_SIZE // 1000} kB, {mode}", figure, f"limit {limit:g} times", holds=cost <= limit
        )
    elif "speed" in row:
        report.line(f"sample articles, {mode}", f"{row['speed']:.0f} per second and core")
        report.line(f"peak memory, {mode}", f"{row['megabytes']:.0f} MB")
    else:
        name = f"a text of {row['size'] // 1000:,} kB, {mode}"
        ratio = f", {row['ratio']:.1f} times" if row["ratio"] else ""
        longest, cost = row["size"] == SIZES[-1], 1000 * row["seconds"] / report.unit
        figure = f"{row['seconds']:.2f} s{ratio}, {row['megabytes']:.0f} MB"
        limit_text = f"limit {GROWTH_LIMIT * report.unit / 1000:.0f} s" if longest else ""
        report.line(name, figure, limit_text, holds=not longest or cost < GROWTH_LIMIT)


def main(arguments: list[str]) -> int:
    """Print every figure beside its limit."""
    parser = argparse.ArgumentParser(prog="python -m tests.benches.program", description="What the program costs.")
    parser.add_argument("--quick", action="store_true", help="fewer runs")
    parser.add_argument("--measure", choices=list(NLP_FLAG), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    rounds = 5 if options.quick else 15
    if options.measure:
        for row in measure(options.measure, 2 * rounds):
            print(json.dumps(row), flush=True)
        return 0
    # A checkout may run without bytecode of its own, an installed package never does.
    compileall.compile_dir(Path(summarize.__file__).parent, quiet=2)
    modes: list[Mode] = ["rules", "nlp"] if available() else ["rules"]
    report = Report()
    start_up(report, modes, rounds)
    for mode in modes:
        print(f"Warm, in one process, {mode}:")
        command = [
            sys.executable,
            "-m",
            "tests.benches.program",
            "--measure",
            mode,
            *(["--quick"] if options.quick else []),
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
            for line in process.stdout or ():
                _tell(report, mode, json.loads(line))
        if process.returncode:
            return process.returncode
    if "nlp" not in modes:
        print("The NLP model is not installed: measured by rules alone.")
    if report.over:
        print(f"Over their limits: {'; '.join(report.over)}")
    return 1 if report.over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
