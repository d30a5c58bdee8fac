"""Mutants: small faults put into the code one at a time, to see whether the tests nearest to them notice.

    python -m tests.mutants --sample 200            what the tests miss, and the share that they notice
    python -m tests.mutants --sample 40 --seed 7    always the same forty
    python -m tests.mutants --under evidence/roles  those of one part

A fault is a comparison or "and" turned round, a number off by one, a "not" taken away, an answer replaced, a rule switched off, a word
of a table dropped. Each runs in a copy of the project. Tests that take five times as long as without the fault have noticed it.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from summarize.rules.ladder import EXPRESSIONS

ROOT: Final = Path(__file__).parent.parent
PACKAGES: Final = ("text", "languages", "rules", "evidence", "grounding", "stories", "layout", "engines/extractive")
COPIED: Final = ("summarize", "tests", "seeds", "evals", "prompts", "templates", "pyproject.toml")
QUICK: Final = ("tests/rules", "tests/evidence/test_goldens.py")
FINDERS: Final = tuple(
    f"tests/evidence/test_{name}.py"
    for name in ("mentions", "quotations", "speakers", "sentences", "marks", "heads", "frame", "find")
)
NEAREST: Final = {
    "languages": ("tests/languages", *QUICK, "tests/layout", *FINDERS),
    "rules": QUICK,
    "evidence": (*QUICK, *FINDERS),
    "evidence/times": ("tests/evidence/times", *QUICK),
    "evidence/attributions": ("tests/evidence/attributions", *QUICK),
    "evidence/neutral": ("tests/evidence/neutral",),
    "layout": (*QUICK, "tests/layout"),
    "engines/extractive": (*QUICK, "tests/engines/test_extractive.py"),
    "grounding": ("tests/grounding",),
    "stories": ("tests/stories",),
    "text": ("tests/text",),
    "text/dates": ("tests/evidence/times", "tests/layout"),
}
"""The tests of each package, those first that are quick and notice most."""
SKIPPED: Final = "not nlp and not model and not growth and not hostile and not linear and not grows and not any_text"
PATIENCE: Final = 5
"""How many times as long as without a mutant its tests may take: then it runs for ever, or nearly so."""
MIN_LIMIT: Final = 30
"""Seconds that they may take in any case."""
_TURNED: Final = {
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "==": "!=",
    "!=": "==",
    "in": "not in",
    "not in": "in",
    "is": "is not",
    "is not": "is",
}
_NOT_WORDS: Final = frozenset(
    "id verdict when kind mood language example counter_example lost left_out stays evidence claim counter_claim".split()
) | frozenset(EXPRESSIONS)
"""Keys of tables whose texts are no lists of words: names, examples, expressions."""
_OPERATOR: Final = re.compile(r"<=|>=|==|!=|<|>|not\s+in|is\s+not|\bin\b|\bis\b")


@dataclass(frozen=True)
class Mutant:
    """One fault: the code points from `start` to `end` of a file are replaced."""

    path: str
    start: int
    end: int
    new: str
    kind: str
    line: int
    old: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.kind}: {self.old.strip()[:60]!r} → {self.new.strip()[:60]!r}"


class _Source:
    """A module with the places of its nodes as offsets."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self._lines = [0]
        for line in text.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def offset(self, line: int, column: int) -> int:
        """`column` counts bytes of UTF-8, as the parser does."""
        begin = self._lines[line - 1]
        return begin + len(self.text[begin : self._lines[line]].encode()[:column].decode())

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self.offset(node.lineno, node.col_offset)

    def end(self, node: ast.expr | ast.stmt) -> int:
        return self.offset(node.end_lineno or 0, node.end_col_offset or 0)

    def mutant(self, start: int, end: int, new: str, kind: str) -> Mutant:
        return Mutant(self.path, start, end, new, kind, self.text.count("\n", 0, start) + 1, self.text[start:end])


def of_module(path: str, text: str) -> Iterator[Mutant]:
    """Every fault that one change can make in a module."""
    source = _Source(path, text)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare):
            for left, right in pairwise([node.left, *node.comparators]):
                yield from _turned(source, source.end(left), source.start(right))
        elif isinstance(node, ast.BoolOp):
            for left, right in pairwise(node.values):
                yield from _joined(source, source.end(left), source.start(right))
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            start = source.start(node)  # a bracket may stand between it and what it negates
            yield source.mutant(start, start + len("not"), "", "not")
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            yield from (
                source.mutant(source.start(node), source.end(node), f"({node.value + by})", "number") for by in (1, -1)
            )
        elif isinstance(node, ast.FunctionDef):
            yield from _answers(source, node)


def _turned(source: _Source, start: int, end: int) -> Iterator[Mutant]:
    match = _OPERATOR.search(source.text, start, end)
    if match is not None:
        turned = _TURNED[" ".join(match.group().split())]
        yield source.mutant(match.start(), match.end(), turned, "comparison")


def _joined(source: _Source, start: int, end: int) -> Iterator[Mutant]:
    match = re.search(r"\b(?:and|or)\b", source.text[start:end])
    if match is not None:
        new = "or" if match.group() == "and" else "and"
        yield source.mutant(start + match.start(), start + match.end(), new, "and/or")


def _answers(source: _Source, function: ast.FunctionDef) -> Iterator[Mutant]:
    is_bool = isinstance(function.returns, ast.Name) and function.returns.id == "bool"
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            for new in ("True", "False") if is_bool else ("None",):
                if source.text[source.start(node.value) : source.end(node.value)] != new:
                    yield source.mutant(source.start(node.value), source.end(node.value), new, "answer")


def of_table(path: str, text: str) -> Iterator[Mutant]:
    """Every row that can be dropped from a table or switched off, and every word from its lists; examples are left alone."""
    source = _Source(path, text)
    rows = list(re.finditer(r"^\[\[\w+\]\]\n(?:(?!\[).*\n?)*", text, re.MULTILINE))
    for row in rows:
        if row.group().startswith("[[rule]]"):
            # Switched off and not dropped, for its examples would be gone as well.
            key = next(key for key in EXPRESSIONS if f"\n{key} = " not in row.group())
            end = row.start() + len("[[rule]]\n")
            yield source.mutant(row.start(), end, f"[[rule]]\n{key} = '(?!)'\n", "row")
        else:
            yield source.mutant(row.start(), row.end(), "", "row")
    for match in re.finditer(r'^(\w+) = (?:"""(.*?)"""|"([^"\n]*)")', text, re.MULTILINE | re.DOTALL):
        if match[1] in _NOT_WORDS:
            continue
        group = 2 if match[2] is not None else 3
        for word in re.finditer(r"\S+", match[group]):
            start = match.start(group) + word.start()
            yield source.mutant(start, start + len(word.group()), "", "word")


def mutants(under: str = "") -> list[Mutant]:
    """Every mutant of the packages, or of what lies `under` a path below `summarize/`."""
    found: list[Mutant] = []
    for package in PACKAGES:
        for path in sorted((ROOT / "summarize" / package).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            if not name.removeprefix("summarize/").startswith(under):
                continue
            if path.suffix == ".py":
                found.extend(of_module(name, path.read_text(encoding="utf-8")))
            elif path.suffix == ".toml":
                found.extend(of_table(name, path.read_text(encoding="utf-8")))
    return found


def sample(found: list[Mutant], size: int, seed: int) -> list[Mutant]:
    """Some of the mutants: files in turn by their number of lines of code, and of words dropped from lists one in ten at most."""
    chance = random.Random(seed)
    words = [mutant for mutant in found if mutant.kind == "word"]
    others = [mutant for mutant in found if mutant.kind != "word"]
    count = min(len(words), size // 10)
    return [*chance.sample(others, min(len(others), size - count)), *chance.sample(words, count)]


def nearest(path: str) -> list[str]:
    """The tests that are nearest to a file, the most telling first."""
    inside = Path(path).relative_to("summarize")
    package = max((package for package in NEAREST if inside.as_posix().startswith(package)), key=len)
    own = [ROOT / "tests" / inside.parent / f"test_{inside.stem}.py", ROOT / "tests" / inside.parent]
    beside = [
        each.relative_to(ROOT).as_posix() for each in own if each.exists() and inside.parent.as_posix() not in NEAREST
    ]
    return [test for test in dict.fromkeys((*beside, *NEAREST[package])) if (ROOT / test).exists()]


def copy_of_project(folder: Path) -> Path:
    """A copy in which mutants can run."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


def passes(copy: Path, tests: list[str], limit: float) -> bool:
    """True if the tests pass in a copy of the project, within a limit in seconds."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-k", SKIPPED, *tests]
    try:
        done = subprocess.run(
            command,
            cwd=copy,
            capture_output=True,
            timeout=limit,
            check=False,
            env={**os.environ, "SUMMARIZE_NLP": "off"},
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def survives(copy: Path, mutant: Mutant, turn: int, limit: float) -> bool:
    """True if the nearest tests pass with a mutant in the code."""
    path = copy / mutant.path
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: mutant.start] + mutant.new + text[mutant.end :], encoding="utf-8")
    stamp = time.time() + 10 * turn
    os.utime(path, (stamp, stamp))  # compiled code is told by time and length, which may be those of the mutant before
    try:
        return passes(copy, nearest(mutant.path), limit)
    finally:
        path.write_text(text, encoding="utf-8")
        os.utime(path, (stamp + 5, stamp + 5))


def _limit(copy: Path, tests: tuple[str, ...]) -> float:
    """The seconds that tests may take with a mutant; they must pass without one."""
    begun = time.monotonic()
    if not passes(copy, list(tests), 600):
        raise SystemExit(f"these tests fail without any mutant: {' '.join(tests)}")
    return max(MIN_LIMIT, PATIENCE * (time.monotonic() - begun))


def main() -> int:
    """Run a sample, print what survives and the share that was killed; 1 if it is less than asked for."""
    parser = argparse.ArgumentParser(
        description="Put small faults into the code and see whether the nearest tests notice."
    )
    parser.add_argument("--sample", type=int, default=200, help="how many mutants (200)")
    parser.add_argument("--seed", type=int, default=1, help="which sample (1)")
    parser.add_argument("--under", default="", help="only files under this path below summarize/")
    parser.add_argument("--at-least", type=float, default=0.0, help="exit with 1 if a smaller share is killed")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    chosen = sample(mutants(options.under), options.sample, options.seed)
    killed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.workers) as pool:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(options.workers):
            copies.put(copy_of_project(Path(folder) / str(number)))

        def limit(tests: tuple[str, ...]) -> float:
            copy = copies.get()
            try:
                return _limit(copy, tests)
            finally:
                copies.put(copy)

        sets = sorted({tuple(nearest(mutant.path)) for mutant in chosen})
        limits = dict(zip(sets, pool.map(limit, sets), strict=True))

        def run(entry: tuple[int, Mutant]) -> tuple[Mutant, bool]:
            copy = copies.get()
            try:
                return entry[1], survives(copy, entry[1], entry[0], limits[tuple(nearest(entry[1].path))])
            finally:
                copies.put(copy)

        for mutant, lives in pool.map(run, enumerate(chosen, 1)):
            total[mutant.kind] += 1
            killed[mutant.kind] += not lives
            if lives:
                print(f"survives  {mutant}", flush=True)
    for kind in sorted(total):
        print(f"{kind:12}{killed[kind]:5} of {total[kind]}")
    share = killed.total() / max(1, total.total())
    print(f"killed {killed.total()} of {total.total()}: {share:.0%}")
    return int(share < options.at_least)


if __name__ == "__main__":
    sys.exit(main())
