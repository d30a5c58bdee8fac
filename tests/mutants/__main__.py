"""Put small faults into the code, one at a time, and see whether the tests that reach them notice.

python -m tests.mutants --sample 200            what no test notices, and the share that is noticed
python -m tests.mutants --sample 40 --seed 7    always the same forty
python -m tests.mutants --under evidence/roles  those of one part
python -m tests.mutants --again                 what the run before did not notice
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from itertools import count, islice
from pathlib import Path
from typing import Final

from tests.mutants.children import LEAST, PATIENCE, attempt, in_children, record, warm
from tests.mutants.faults import ROOT, Mutant, mutants, sample
from tests.mutants.kept import KEPT, beside, code_digest, digest, named_alike, test_files
from tests.mutants.reached import Reached, Recorded

COPIED: Final = (
    "summarize",
    "tests",
    "seeds",
    "schemas",
    "docs",
    "share",
    "prompts",
    "templates",
    "pyproject.toml",
    "README.md",
)
LINKED: Final = ("evals",)
LOT: Final = 8
"""Files of tests that one process runs to see what they reach: what it keeps from one to the next, the next do not reach."""
MISSED: Final = KEPT / "missed.txt"


def copied(folder: Path) -> Path:
    """A copy of the project: it stays as it is while somebody writes."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    return folder


def reached(workers: int, enough: float) -> Reached:
    """What each test reaches, recorded where it is not known.

    Raises:
        SystemExit: tests fail without any fault.
    """
    code = code_digest()
    files = {path: KEPT / f"{code}-{digest(named_alike(path))}.json" for path in test_files()}
    for old in set(KEPT.glob("*.json")) - set(files.values()):
        old.unlink()
    KEPT.mkdir(parents=True, exist_ok=True)
    missing = {path.relative_to(ROOT).as_posix(): kept for path, kept in files.items() if not kept.exists()}
    # Several in one process, for most take longer to begin than to run.
    lots = [dict(islice(missing.items(), begin, begin + LOT)) for begin in range(0, len(missing), LOT)]
    jobs = ((", ".join(lot), 0.0, record, (lot,)) for lot in lots)
    problems = [f"{name}: {answer}" for name, answer in in_children(jobs, workers) if answer]
    return _sound([Recorded.read(kept) for kept in files.values() if kept.exists()], problems, enough)


def reached_beside(faults: list[Mutant], enough: float) -> Reached:
    """What each test reaches of the modules with some faults, as the suite has told by the way.

    Raises:
        SystemExit: it has not, or tests fail without any fault.
    """
    every = beside("*")
    recorded = [Recorded.read(path) for path in sorted(every.parent.glob(every.name))]
    if missing := {fault.path for fault in faults if fault.path.endswith(".py")}.difference(
        *(each.lines for each in recorded)
    ):
        raise SystemExit(f"no tests told what they reach of {', '.join(sorted(missing))}: see tests/mutants/beside.py")
    return _sound(recorded, [], enough)


def _sound(recorded: list[Recorded], problems: list[str], enough: float) -> Reached:
    problems = [*problems, *(test for each in recorded for test in each.failed)]
    if problems:
        raise SystemExit("these tests fail without any fault:\n" + "\n".join(problems))
    return Reached(recorded, enough)


def chosen(options: argparse.Namespace) -> list[Mutant]:
    """The faults to make."""
    found = mutants(options.under)
    if options.again:
        missed = frozenset(MISSED.read_text(encoding="utf-8").splitlines())
        return [mutant for mutant in found if _line(mutant) in missed]
    return sample(found, options.sample, options.seed)


def _line(mutant: Mutant) -> str:
    """By what a fault is known again: a line may have two of one kind."""
    return f"{mutant.start} {mutant}"


def main() -> int:
    """Run a sample, print what is not noticed and the share that is; 1 if it is less than asked for."""
    parser = argparse.ArgumentParser(description="Put small faults into the code and see whether the tests notice.")
    parser.add_argument("--sample", type=int, default=200, help="how many faults (200)")
    parser.add_argument("--seed", type=int, default=1, help="which sample (1)")
    parser.add_argument("--under", default="", help="only files under this path below summarize/")
    parser.add_argument("--again", action="store_true", help="what the run before did not notice")
    parser.add_argument("--at-least", type=float, default=0.0, help="exit with 1 if a smaller share is noticed")
    parser.add_argument("--seconds", type=float, default=30.0, help="of tests for one fault at most (30)")
    parser.add_argument(
        "--show", type=int, default=sys.maxsize, help="how many of those that no test notices are printed (all)"
    )
    parser.add_argument("--beside", action="store_true", help="tests have told by the way what they reach: beside.py")
    parser.add_argument("--workers", type=int, default=2, help="how many run at a time (2)")
    options = parser.parse_args()
    faults = chosen(options)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        warm(copied(Path(folder).resolve()))
        known = reached_beside(faults, options.seconds) if options.beside else reached(options.workers, options.seconds)
        print(f"{len(known.seconds)} tests, {time.monotonic() - began:.0f} s to know what they reach", flush=True)
        answers = _answers(faults, known, options)
    missed = [mutant for mutant, answer in answers.items() if _kind(answer) in {"survives", "not run"}]
    MISSED.write_text("".join(f"{_line(mutant)}\n" for mutant in missed), encoding="utf-8")
    return _reported(answers, time.monotonic() - began, options.at_least)


def _answers(faults: list[Mutant], known: Reached, options: argparse.Namespace) -> dict[Mutant, str]:
    answers: dict[Mutant, str] = {}
    jobs = []
    left = count(options.show, -1)
    for mutant in faults:
        tests = known.tests_of(mutant)
        if tests:
            limit = LEAST + PATIENCE * sum(known.seconds[test] for test in tests)
            jobs.append((mutant, limit, attempt, (mutant, tests, known.seconds)))
        else:
            answers[mutant] = "not run"
            if next(left) > 0:
                print(f"not run   {mutant}", flush=True)
    for done, (mutant, answer) in enumerate(in_children(jobs, options.workers), 1):
        answers[mutant] = answer
        if sys.stderr.isatty() or done % 20 == 0:
            print(f"{done} of {len(jobs)}", end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)
        if not answer.startswith("killed") and next(left) > 0:
            print(f"{answer:9} {mutant}", flush=True)
    return answers


def _kind(answer: str) -> str:
    """An answer without what differs from one fault to the next: a process that was ended took too long, or too much memory."""
    return "killed" if answer.startswith("killed") else "ended" if answer.startswith("ended") else answer


def _reported(answers: dict[Mutant, str], seconds: float, at_least: float) -> int:
    for kind in sorted({mutant.kind for mutant in answers}):
        counts = Counter(_kind(answer) for mutant, answer in answers.items() if mutant.kind == kind)
        print(f"{kind:12}{counts['killed'] + counts['ended']:5} of {counts.total()}")
    counts = Counter(_kind(answer) for mutant, answer in answers.items() if mutant.kind != "word")
    noticed = counts["killed"] + counts["ended"]
    share = noticed / max(1, counts.total())
    print(f"{', '.join(f'{number} {kind}' for kind, number in counts.most_common())}; {seconds:.0f} s")
    print(f"killed {noticed} of {counts.total()}, words apart: {share:.0%}")
    return int(share < at_least)


if __name__ == "__main__":
    sys.exit(main())
