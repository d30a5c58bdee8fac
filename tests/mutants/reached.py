"""Which tests reach which lines, as these told it (`marks.py`) when the tests ran without any fault.

It is recorded for each file of tests by itself, and kept in `build/mutants/` as long as neither the code nor that file changes; or for a sample of
faults alone, beside the tests of CI.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests.mutants.faults import ROOT, Mutant

QUICK: Final = 0.1
"""Tests of fewer seconds come first."""
COMMON: Final = 50
"""A word that stands in more modules, as `text` does in most, does not tell which of them ask for the key of that name."""


@dataclass
class Recorded:
    """What the tests of one file did."""

    file: str
    tests: list[str]
    """Their pytest ids."""
    seconds: list[float]
    failed: list[str]
    lines: dict[str, dict[int, list[int]]]
    """By file below the project, of those that were imported, and the first line of a statement of a function: the numbers of the tests that ran it."""
    tables: list[str]
    """The tables that were opened, as names below `summarize/languages/`."""

    @classmethod
    def read(cls, path: Path) -> Recorded:
        """From a file that `write` wrote."""
        held = json.loads(path.read_text(encoding="utf-8"))
        held["lines"] = {
            name: {int(line): tests for line, tests in lines.items()} for name, lines in held["lines"].items()
        }
        return cls(**held)

    def write(self, path: Path) -> None:
        """As JSON; a file is there whole or not at all."""
        part = path.with_suffix(".part")
        part.write_text(json.dumps(vars(self), separators=(",", ":")), encoding="utf-8")
        part.replace(path)


class Reached:
    """What all the tests did.

    Args:
        recorded: what the tests of each file did.
        enough: seconds of tests, as they took while they were recorded, that are run for one fault: the slowest are left out.
    """

    def __init__(self, recorded: Iterable[Recorded], enough: float) -> None:
        self.recorded, self.enough = list(recorded), enough
        self.seconds = {
            test: seconds for each in self.recorded for test, seconds in zip(each.tests, each.seconds, strict=True)
        }

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that can notice a fault, in the order in which they are best run: those named after its place first, then those of its folder, then quick ones that run its line.

        Those follow that run anything else of the file, for what is kept from one test to the next is only run by the first; and where no test
        runs the line, which is then run on import, all that import it.
        """
        ranks: tuple[set[str], ...]
        if mutant.path.endswith(".toml"):
            beside, key = self._beside_table(mutant), self._of_key(mutant)
            ranks = (self._of_row(mutant), key & beside, key, beside, self._of_table(mutant))
        else:
            lines = statement_lines((ROOT / mutant.path).read_text(encoding="utf-8"), mutant.line)
            at = self._at(mutant.path, lines)
            named = {test for test in at if f"/test_{Path(mutant.path).stem}.py::" in test}
            beside = {test for test in at if f"/{Path(mutant.path).parent.name}/" in test}
            ranks = (named, beside, at, self._at(mutant.path, None), set() if at else self._importing(mutant.path))
        return self._ordered(ranks)

    def _ordered(self, ranks: Iterable[set[str]]) -> list[str]:
        chosen: dict[str, None] = {}
        for rank in ranks:
            chosen.update(dict.fromkeys(sorted(rank - set(chosen), key=lambda test: (self.seconds[test], test))))
        spent = 0.0
        kept: list[str] = []
        for test in chosen:
            spent += self.seconds[test]
            if spent > self.enough and kept:
                break
            kept.append(test)
        return kept

    def _at(self, path: str, lines: Iterable[int] | None) -> set[str]:
        """The tests that run any of some lines of a file; of all its lines if none are given."""
        return {
            each.tests[number]
            for each in self.recorded
            for line, numbers in each.lines.get(path, {}).items()
            if lines is None or line in lines
            for number in numbers
        }

    def _importing(self, path: str) -> set[str]:
        return {test for each in self.recorded if path in each.lines for test in each.tests}

    def _of_row(self, mutant: Mutant) -> set[str]:
        """The tests that are named after the row in which the fault is, or after its table."""
        name = row_at((ROOT / mutant.path).read_text(encoding="utf-8"), mutant.start)
        file = f"/test_{Path(mutant.path).stem}.py::"
        is_of_row = re.compile(rf"[\[-]{re.escape(name or '')}\d*\]$").search
        return {test for test in self._of_table(mutant) if file in test or (name and is_of_row(test))}

    def _beside_table(self, mutant: Mutant) -> set[str]:
        """Of the tests that open the table, those in a folder or file called after it, "attributions" after "attribution"; of another language's, those that name it, and those of all such languages.

        Tables of other languages are read once and then kept: nearly all tests of a process run beside the one that opens them.
        """
        path = Path(mutant.path)
        code = path.parent.name if path.parent.name not in {"en", "languages"} else None
        is_beside = re.compile(rf"[\[-]{code}[-\]]|/neutral/" if code else rf"/(?:test_)?{path.stem}").search
        return {test for test in self._of_table(mutant) if is_beside(test)}

    def _of_table(self, mutant: Mutant) -> set[str]:
        name = mutant.path.removeprefix("summarize/languages/")
        return {test for each in self.recorded if name in each.tables for test in each.tests}

    def _of_key(self, mutant: Mutant) -> set[str]:
        """The tests that open the table and run a line that names the key in which the fault is."""
        keys = keys_at((ROOT / mutant.path).read_text(encoding="utf-8"), mutant.start)
        found = {test for key in keys for path, line in _naming(key) for test in self._at(path, {line})}
        return found & self._of_table(mutant)


def modules_asked(faults: Iterable[Mutant]) -> set[str]:
    """The modules of which it is asked which tests run their lines: those of faults, and those that name the keys of tables with faults."""
    found: set[str] = set()
    for mutant in faults:
        if mutant.path.endswith(".toml"):
            keys = keys_at((ROOT / mutant.path).read_text(encoding="utf-8"), mutant.start)
            found.update(path for key in keys for path, _ in _naming(key))
        else:
            found.add(mutant.path)
    return found


def statement_lines(text: str, line: int) -> range:
    """The lines of the innermost statement around a 1-based line; of one that holds others, its head."""
    found = range(line, line + 1)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0):
            body = getattr(node, "body", None)
            end = body[0].lineno - 1 if body else node.end_lineno or 0
            if line <= max(end, node.lineno):  # walked from the outside in: the last is the innermost
                found = range(node.lineno, max(end, node.lineno) + 1)
    return found


def row_at(text: str, start: int) -> str | None:
    """What the row of a table is called in which a place is."""
    begin = text.rfind("\n[[", 0, start + 3) + 1
    end = text.find("\n[[", start + 1)
    found = re.search(r'^(?:id|about|name|kind) = "(.*)"$', text[begin : end if end >= 0 else len(text)], re.MULTILINE)
    return found[1] if found else None


def keys_at(text: str, start: int) -> set[str]:
    """The key in which a place of a table is, and those of expressions that hold its words."""
    end = text.find("\n", start)
    heads = list(re.finditer(r"^(?:\[+(\w+)\]+|(\w+) = )", text[: end if end >= 0 else len(text)], re.MULTILINE))
    if not heads:
        return set()
    key = heads[-1][1] or heads[-1][2]
    return {key, *re.findall(rf"^(\w+) = .*\{{{re.escape(key)}\}}", text, re.MULTILINE)}


@cache
def _sources() -> tuple[tuple[str, int, frozenset[str]], ...]:
    return tuple(
        (path.relative_to(ROOT).as_posix(), number, frozenset(re.findall(r"\w+", line)))
        for path in sorted((ROOT / "summarize").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    )


@cache
def _naming(key: str) -> tuple[tuple[str, int], ...]:
    """The lines that name the key of a table; none where its name is a common word."""
    lines = tuple((path, number) for path, number, words in _sources() if key in words)
    return lines if len({path for path, _ in lines}) <= COMMON else ()
