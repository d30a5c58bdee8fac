"""What many articles cost: `summarize batch` and the Daft column beside a bare loop, on the built-in engine.

    python -m tests.benches.batch [--articles 10000] [--processes 2] [--daft 2000] [--growth-only]

Prints cards a second of CPU time for each, how many cores were busy, and the most memory that all processes had together; a quarter of the
articles is done as well, to see growth. With `--growth-only` it is seen within the one run, of articles that end after their first paragraphs: what a
run does for each grows in the same way however short they are, and shows sooner. A limit that is not kept is told, and ends with exit code 1.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tests.benches.daily import DAY, articles

_OF_BARE = 0.9
"""The share of the bare loop's speed per core that a run has at least."""
_MOST_MB = 400
_MOST_ADDED_MB = 20
"""What a run may come to hold behind its first quarter: the lines alone of the cards that follow, short as their articles are, come to 28."""
_MOST_GROWTH = 1.15
"""What an article of the large run may take, in times of one of a run a quarter its size."""
_MOST_GROWTH_BESIDE = 1.4
"""The same where other work may run on the machine, as in CI: far below the 5 that a quadratic run shows behind its first quarter."""
_FIRST = 4
"""Paragraphs of an article, its title among them, where growth alone is asked."""
_DAFT = 1.3


@dataclass(frozen=True, slots=True)
class Measured:
    """A run."""

    count: int
    cpu: float
    """Seconds, of all processes."""
    wall: float
    megabytes: int

    @property
    def rate(self) -> float:
        """Cards for each second of CPU time."""
        return self.count / self.cpu

    def told(self, name: str) -> str:
        """The run in a line."""
        return f"{name:16} {self.count:7,} articles {self.rate:6.1f} a second of CPU, {self.cpu / self.wall:4.2f} cores, peak {self.megabytes} MB"


def written(count: int, folder: Path, bad: int = 0, paragraphs: int | None = None) -> Path:
    """A file of so many articles, every `bad`-th of them without a text; of each its first paragraphs, if it is said how many."""
    source = folder / f"{count}-{bad}.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for number, text in enumerate(islice(articles(), count)):
            held = None if bad and number % bad == 0 else "\n\n".join(text.split("\n\n")[:paragraphs])
            file.write(json.dumps({"text": held, "published": DAY}) + "\n")
    return source


def batch(source: Path, count: int, processes: int, look: Callable[[int], None] = lambda _: None) -> Measured:
    """A run of `summarize batch` over a file of so many articles, from nothing; `look` is told its process again and again."""
    folder = source.parent
    out = folder / f"out-{count}"
    command = [
        sys.executable,
        "-m",
        "summarize",
        "batch",
        str(source),
        "-o",
        str(out),
        "--nlp",
        "off",
        "--engine",
        "extractive",
    ]
    return _measured(count, [*command, "--processes", str(processes)], look=look)


def _measured(
    count: int, command: list[str], at_once: int = 1, look: Callable[[int], None] = lambda _: None
) -> Measured:
    """A command, or several of them at the same time, which make `count` cards each."""
    before, began, peak = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic(), 0
    children = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for _ in range(at_once)]
    while any(child.poll() is None for child in children):
        peak = max(peak, sum(_megabytes(pid) for child in children for pid in _family(child.pid)))
        look(children[0].pid)
        time.sleep(0.25)  # between looks at memory: more often would cost what is measured
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if any(child.returncode for child in children):
        raise SystemExit(f"failed: {' '.join(command)}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(count * at_once, cpu, time.monotonic() - began, peak)


def _family(pid: int) -> Iterator[int]:
    """A process and all that came of it."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _megabytes(pid: int) -> int:
    """Memory that a process has, its share of what it has together with others."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0) // 1000


def _seconds(pid: int) -> float:
    """CPU time that a process has taken so far, and those of its children that have ended."""
    try:
        taken = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:15]
    except OSError:
        return 0.0
    return sum(map(int, taken)) / os.sysconf("SC_CLK_TCK")


class Quarter:
    """What the first quarter of a run took: asked again and again, it looks once that many cards are there.

    Args:
        cards: the file that takes a card a line.
        count: of all articles.
    """

    def __init__(self, cards: Path, count: int) -> None:
        self._cards, self._count, self._read = cards, count, 0
        self.made, self.cpu, self.megabytes = 0, 0.0, 0
        """Cards at that moment, and seconds and memory of all processes."""

    def look(self, pid: int) -> None:
        """Look at the run of a process."""
        if self.made >= self._count // 4 or not self._cards.exists():
            return
        with self._cards.open("rb") as file:
            file.seek(self._read)
            added = file.read()
        self._read += len(added)
        self.made += added.count(b"\n")
        self.cpu = sum(map(_seconds, _family(pid)))
        self.megabytes = max(self.megabytes, sum(map(_megabytes, _family(pid))))

    def growth(self, run: Measured) -> float:
        """What an article took later in the run, in times of one of its first quarter."""
        return (run.cpu - self.cpu) / (self._count - self.made) / (self.cpu / self.made)


_DAFT_PROGRAM = """
import sys
import daft
from summarize.integrations.daft import cards
from summarize.settings import Settings
rows = daft.read_json(sys.argv[1])
made = rows.with_column("made", cards(rows["text"], published=rows["published"], settings=Settings(nlp="off", engine="extractive")))
errors = made.select(made["made"]["error"]).to_pydict()["error"]
assert sum(error is not None for error in errors) == len(errors) // 10, "a bad row is a value"
"""
_LOOP_PROGRAM = """
import json, sys
from summarize.errors import SummarizeError
from summarize.pipeline import pipeline_for
from summarize.reading.records import read_record
from summarize.rendering.json import json_line
from summarize.settings import Settings
pipeline = pipeline_for(Settings(nlp="off", engine="extractive"))
made = []
for line in open(sys.argv[1], encoding="utf-8"):
    try:
        made.append(json_line(pipeline.card(read_record(json.loads(line), "a row", None).article)))
    except SummarizeError as error:
        made.append(str(error))
"""


def loop(source: Path, count: int, at_once: int) -> Measured:
    """Bare loops over a file, as many at the same time as a run has processes: what cores share slows both alike."""
    return _measured(count, [sys.executable, "-c", _LOOP_PROGRAM, str(source)], at_once)


def daft(count: int, folder: Path) -> tuple[Measured, Measured]:
    """A bare loop and the Daft column over the same rows, of which every tenth is bad; each a program from its start."""
    source = written(count, folder, bad=10)
    os.environ["DO_NOT_TRACK"] = "true"
    return loop(source, count, 1), _measured(count, [sys.executable, "-c", _DAFT_PROGRAM, str(source)])


def growth_only(count: int, processes: int, folder: Path) -> list[str]:
    """A run, printed; what was not kept of memory and growth."""
    quarter = Quarter(folder / f"out-{count}" / "cards.jsonl", count)
    run = batch(written(count, folder, paragraphs=_FIRST), count, processes, quarter.look)
    growth, added = quarter.growth(run), run.megabytes - quarter.megabytes
    print(
        run.told("summarize batch"),
        f"behind the first {quarter.made:,}: growth {growth:.2f}, {added} MB more",
        sep="\n",
    )
    missed = _memory(run) + ([f"growth of {growth:.2f}"] if growth > _MOST_GROWTH_BESIDE else [])
    return missed + ([f"{added} MB more behind the first quarter"] if added > _MOST_ADDED_MB else [])


def beside_loops(count: int, processes: int, folder: Path) -> list[str]:
    """A run and one a quarter its size beside bare loops, printed; what was not kept."""
    quarter = count // 4
    at_once = written(quarter, folder)
    bare = loop(at_once, quarter, processes)
    small, large = (batch(written(each, folder), each, processes) for each in (quarter, count))
    # Once more, as other work on the machine comes and goes.
    again = loop(at_once, quarter, processes)
    of_bare, growth = large.rate / ((bare.rate + again.rate) / 2), small.rate / large.rate
    print(
        bare.told("bare loops"),
        small.told("summarize batch"),
        large.told("summarize batch"),
        again.told("bare loops"),
        sep="\n",
    )
    print(
        f"of the bare loops' speed per core {of_bare:.2f}, growth {growth:.2f}, memory {small.megabytes} to {large.megabytes} MB"
    )
    missed = [f"{of_bare:.2f} of the bare loops' speed"] if of_bare < _OF_BARE else []
    return missed + _memory(large) + ([f"growth of {growth:.2f}"] if growth > _MOST_GROWTH else [])


def _memory(run: Measured) -> list[str]:
    return [f"{run.megabytes} MB"] if run.megabytes > _MOST_MB else []


def beside_loop(count: int, folder: Path) -> list[str]:
    """The Daft column beside a bare loop, printed; what was not kept."""
    single, column = daft(count, folder)
    times = column.cpu / single.cpu
    print(single.told("bare loop"), column.told("Daft column"), f"times the loop's CPU: {times:.2f}", sep="\n")
    return [f"{times:.2f} times the loop's CPU with Daft"] if times > _DAFT else []


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--daft", type=int, default=2_000, help="rows of the Daft column; 0 leaves it out")
    parser.add_argument("--growth-only", action="store_true", help="memory and growth alone, as CI measures them")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.growth_only:
            missed = growth_only(arguments.articles, arguments.processes, folder)
        else:
            missed = beside_loops(arguments.articles, arguments.processes, folder)
            missed += beside_loop(arguments.daft, folder) if arguments.daft else []
    for each in missed:
        print(f"not kept: {each}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
