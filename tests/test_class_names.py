"""Names of classes can be searched for."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "summarize"
PUBLIC_TWICE = {"Change"}
"""A correction's is part of the public API, a briefing's of its JSON schema."""


def test_no_class_name_stands_twice() -> None:
    """Two classes that others can use have two names, so that a search finds one."""
    names = Counter(
        node.name
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert {name for name, count in names.items() if count > 1} == PUBLIC_TWICE
