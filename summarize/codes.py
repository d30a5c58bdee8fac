"""Which version of the program's code made a result: a digest of its sources, as a version number does not change while one works on it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

FINDING: Final = (
    "article.py",
    "document.py",
    "expressions.py",
    "findings.py",
    "plugins.py",
    "languages",
    "rules",
    "text",
    "layout",
    "gazetteer",
    "evidence",
)
"""What the findings of an article depend on."""
DRAFTING: Final = (
    *FINDING,
    "reading",
    "draft.py",
    "card",
    "grounding",
    "engines",
    "pipeline.py",
    "evaluation/scoring",
    "evaluation/gold",
)
"""What its card and the card's scores depend on."""


@cache
def code_digest(parts: tuple[str, ...]) -> str:
    """The digest of all files of some parts of the package, compiled ones aside.

    Raises:
        FileNotFoundError: there is no such part: a package was renamed, and what was kept under its old name would never be made anew.
    """
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for part in parts:
        path = root / part
        if not path.exists():
            raise FileNotFoundError(f"summarize has no {part}: name what it became in codes.py")
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:32]
