"""Which lines run: each statement of a function says so itself, by a call that is put before it as its module is compiled.

Tracing tells the same, and slows everything that runs. What is put in costs something where it stands alone, so that the tests of CI can tell by
the way what they reach of the few modules that are asked about.
"""

from __future__ import annotations

import ast
import builtins
import os
from collections.abc import Iterable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any, Final

NAME: Final = "__runs__"
"""The function that is called, among the builtins."""


class Marks:
    """What ran of some modules since it was last asked. Made before they are imported, once in a process.

    Args:
        root: the folder of the project.
        paths: the modules, as paths below it.
    """

    def __init__(self, root: Path, paths: Iterable[str]) -> None:
        self._paths = {os.path.realpath(root / path): path for path in paths}
        self._places: list[tuple[str, int]] = []
        self._ran: set[int] = set()
        self.imported: set[str] = set()
        """The modules that were compiled, which is what an import begins with."""
        setattr(builtins, NAME, self._ran.add)
        self._hook()

    def _hook(self) -> None:
        path_stats, source_to_code = SourceFileLoader.path_stats, SourceFileLoader.source_to_code

        def stats(loader: SourceFileLoader, path: str) -> Any:
            if os.path.realpath(path) in self._paths:
                raise OSError("compiled code of the file would say nothing, nor is this to be kept")
            return path_stats(loader, path)

        def code(loader: SourceFileLoader, data: Any, path: str, **named: Any) -> Any:
            if (name := self._paths.get(os.path.realpath(path))) is not None:
                self.imported.add(name)
                data = self.marked(name, bytes(data).decode())
            return source_to_code(loader, data, path, **named)

        SourceFileLoader.path_stats = stats  # type: ignore[method-assign, assignment]
        SourceFileLoader.source_to_code = code  # type: ignore[method-assign, assignment]

    def marked(self, name: str, text: str) -> ast.Module:
        """A module with a call before each statement of its functions."""
        tree = ast.parse(text)
        self._put_in(tree, name, is_inside=False)
        return ast.fix_missing_locations(tree)

    def _put_in(self, node: ast.AST, name: str, *, is_inside: bool) -> None:
        is_inside = is_inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for child in ast.iter_child_nodes(node):
            self._put_in(child, name, is_inside=is_inside)
        for field in ("body", "orelse", "finalbody") if is_inside else ():
            block = getattr(node, field, None)
            if isinstance(block, list):
                setattr(node, field, [each for one in block for each in (*self._call(name, one), one)])

    def _call(self, name: str, statement: ast.stmt) -> list[ast.stmt]:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            return []  # a docstring stands first
        self._places.append((name, statement.lineno))
        call = ast.Call(ast.Name(NAME, ast.Load()), [ast.Constant(len(self._places) - 1)], [])
        return [ast.copy_location(ast.Expr(call), statement)]

    def taken(self) -> set[tuple[str, int]]:
        """The modules and 1-based first lines of the statements that ran since this was last asked."""
        ran = {self._places[number] for number in self._ran}
        self._ran.clear()
        return ran
