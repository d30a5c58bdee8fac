"""The faults: a comparison or "and" turned round, a number moved, a "not" taken away, an answer replaced, a rule switched off, a row or a
word of a table dropped.

Nobody could see some changes, and they are not made: of what only type checkers read, and of how much a cache keeps. A number of 20 or
more is doubled or halved, for most of them are lengths of reach, and nobody's article stands exactly one character further; for the same
reason a comparison with such a number, or with a share, is turned round and not moved by one. A row that carries its own examples is
switched off and keeps them, for dropped with them it would take its test away; one of nothing but names counts as a word of a list.

Nor is what leaves everything as it was:

- A regular expression that is to search from -1 begins at 0, as it does from `max(0, …)`.
- Behind the position in what is looked up by bisection stand ends and numbers, none below 0 and none near `1 << 30`: nothing is sorted between 0 and -1,
  nor between that and `1 << 60`.
- The first part is the same however many more `split` makes, and so is the last of `rsplit`.
- What an aspect of figures or an instant is called is compared with itself alone, unless the name stands elsewhere too; no reader sees it.

A list of words is made to hold none, which asks whether anything uses it. That one of its words is dropped asks whether the texts of the tests have this very
word: a list is a dictionary and not a decision, so words are tried, and told apart.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from summarize.rules.ladder import EXPRESSIONS

ROOT: Final = Path(__file__).parent.parent.parent
PACKAGES: Final = ("text", "languages", "rules", "evidence", "grounding", "stories", "layout", "engines/extractive")
SMALL: Final = 20
"""Numbers below it are moved by one."""
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
_OPPOSITE: Final = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_NOT_WORDS: Final = frozenset(
    "id verdict when kind mood language example counter_example lost left_out stays with evidence claim counter_claim "
    "reason why same example_claim example_of_both claim_of_both counter_of_both example_evidence counter_evidence counter_cut".split()
) | frozenset(EXPRESSIONS)
"""Keys of tables whose texts are no lists of words: names, examples, expressions, and what readers are told."""
_NAMES: Final = frozenset({("aspect", "name"), ("instant", "about")})
"""Kinds of row and the key by which those of a kind are told apart."""
_PATTERN: Final = re.compile(
    r"^(?:pattern|before|after|part|opens|words) = ('{3}.*?'{3}|'[^'\n]*'|\"(?:[^\"\\\n]|\\.)*\")$",
    re.MULTILINE | re.DOTALL,
)
_LIST: Final = re.compile(rf'^(?!(?:{"|".join(_NOT_WORDS)}) )\w+ = "([^"\n]*)"$', re.MULTILINE)
"""The first list of words of a row without an expression."""
_NO_WORD: Final = "qxzzqj"
"""A word of no language: a list of nothing would not be read at all."""
_EXAMPLE: Final = re.compile(r"^examples? = ", re.MULTILINE)
_SEARCHES: Final = frozenset("search match fullmatch finditer findall".split())
"""Methods of regular expressions alone, whose second argument is where to begin."""
_BISECTIONS: Final = frozenset("bisect bisect_left bisect_right".split())
_ENDS: Final = {"split": "0", "rsplit": "-1"}
"""The part that is the same however often a text is parted."""
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
        self.reaches = frozenset[str]()
        """Names of the module that stand for numbers which nobody meets exactly."""
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
    tree = ast.parse(text)
    source.reaches = frozenset(_reaches(tree))
    unseen = frozenset(_unseen(tree))
    for node in _seen(tree):
        if isinstance(node, ast.Compare):
            for left, right in pairwise([node.left, *node.comparators]):
                yield from _turned(source, left, right)
        elif isinstance(node, ast.BoolOp):
            for left, right in pairwise(node.values):
                yield from _joined(source, source.end(left), source.start(right))
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            start = source.start(node)  # a bracket may stand between it and what it negates
            yield source.mutant(start, start + len("not"), "", "not")
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            moved = (node.value + 1, node.value - 1) if node.value < SMALL else (node.value * 2, node.value // 2)
            yield from (
                source.mutant(source.start(node), source.end(node), f"({to})", "number")
                for to in moved
                if (node, to) not in unseen
            )
        elif isinstance(node, ast.FunctionDef):
            yield from _answers(source, node)


def _seen(node: ast.AST) -> Iterator[ast.AST]:
    """A node and those below it, without what nobody could see changed."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id == "lru_cache":
            continue
        yield from _seen(child)


def _unseen(tree: ast.Module) -> Iterator[tuple[ast.AST, int]]:
    """Numbers with what each can be moved to and leave everything as it was."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _called(node)
            if name in _SEARCHES and len(node.args) > 1 and _called(node.args[1]) == "max":
                yield from ((each, -1) for each in ast.iter_child_nodes(node.args[1]) if _number(each) == 0)
            elif name in _BISECTIONS and isinstance(node.args[1], ast.Tuple):
                yield from ((each, -1) for each in node.args[1].elts[1:] if _number(each) == 0)
                shifted = (
                    each
                    for each in node.args[1].elts[1:]
                    if isinstance(each, ast.BinOp) and isinstance(each.op, ast.LShift)
                )
                yield from (
                    (number, to)
                    for each in shifted
                    for number, to in ((each.left, 2), (each.right, 120), (each.right, 30))
                )
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Call):
            given = (*node.value.args[1:], *(each.value for each in node.value.keywords if each.arg == "maxsplit"))
            if _ENDS.get(_called(node.value)) == ast.unparse(node.slice):
                yield from (
                    (each, number + 1) for each in given if (number := _number(each)) is not None and number > 0
                )


def _called(node: ast.AST) -> str:
    """The name of the function or method that is called; "" for what is no call."""
    called = node.func if isinstance(node, ast.Call) else None
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def _number(node: ast.AST) -> int | None:
    return node.value if isinstance(node, ast.Constant) and type(node.value) is int else None


def _turned(source: _Source, left: ast.expr, right: ast.expr) -> Iterator[Mutant]:
    match = _OPERATOR.search(source.text, source.end(left), source.start(right))
    if match is not None:
        operator = " ".join(match.group().split())
        is_reach = any(
            _is_reach(side) or (isinstance(side, ast.Name) and side.id in source.reaches) for side in (left, right)
        )
        turned = _OPPOSITE.get(operator, _TURNED[operator]) if is_reach else _TURNED[operator]
        yield source.mutant(match.start(), match.end(), turned, "comparison")


def _is_reach(node: ast.expr | None) -> bool:
    """A number that nobody meets exactly: one of `SMALL` or more, or a share."""
    return isinstance(node, ast.Constant) and (
        (type(node.value) is int and node.value >= SMALL) or type(node.value) is float
    )


def _reaches(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        if targets and isinstance(node, ast.Assign | ast.AnnAssign) and _is_reach(node.value):
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _joined(source: _Source, start: int, end: int) -> Iterator[Mutant]:
    match = re.search(r"\b(?:and|or)\b", source.text[start:end])
    if match is not None:
        new = "or" if match.group() == "and" else "and"
        yield source.mutant(start + match.start(), start + match.end(), new, "and/or")


def _answers(source: _Source, function: ast.FunctionDef) -> Iterator[Mutant]:
    is_bool = isinstance(function.returns, ast.Name) and function.returns.id == "bool"
    for node in _own(function):
        if isinstance(node, ast.Return) and node.value is not None:
            for new in ("True", "False") if is_bool else ("None",):
                if source.text[source.start(node.value) : source.end(node.value)] != new:
                    yield source.mutant(source.start(node.value), source.end(node.value), new, "answer")


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """What is below a function, without the functions in it: their answers are not its own."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield from _own(child)


def of_table(path: str, text: str) -> Iterator[Mutant]:
    """Every row that can be dropped from a table or switched off, and every list and word of one; examples are left alone."""
    source = _Source(path, text)
    rows = list(re.finditer(r"^\[\[(\w+)\]\]\n(?:(?!\[).*\n?)*", text, re.MULTILINE))
    for row in rows:
        if row.group().startswith("[[rule]]"):
            # Switched off and not dropped, for its examples would be gone as well.
            key = next(key for key in EXPRESSIONS if f"\n{key} = " not in row.group())
            end = row.start() + len("[[rule]]\n")
            yield source.mutant(row.start(), end, f"[[rule]]\n{key} = '(?!)'\n", "row")
        elif (pattern := _PATTERN.search(text, row.start(), row.end())) and _EXAMPLE.search(row.group()):
            yield source.mutant(*pattern.span(1), "'(?!)'", "row")
        elif (listed := _LIST.search(text, row.start(), row.end())) and _EXAMPLE.search(row.group()):
            yield source.mutant(*listed.span(1), _NO_WORD, "row")
        else:
            yield source.mutant(row.start(), row.end(), "", "row" if _EXAMPLE.search(row.group()) else "word")
    for match in re.finditer(r'^(\w+) = (?:"""(.*?)"""|"([^"\n]*)")', text, re.MULTILINE | re.DOTALL):
        if match[1] in _NOT_WORDS:
            continue
        group = 2 if match[2] is not None else 3
        kind = max((row for row in rows if row.start() < match.start()), key=lambda row: row.start(), default=None)
        if kind is not None and (kind[1], match[1]) in _NAMES and text.count(f'"{match[group]}"') == 1:
            continue
        words = list(re.finditer(r"\S+", match[group]))
        if len(words) > 1:
            yield source.mutant(*match.span(group), _NO_WORD, "list")
        for word in words:
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
