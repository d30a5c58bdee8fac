"""Everything that is found in the articles of `articles.py` and `more.py`, a line each, to be read beside them.

`python -m tests.evidence.neutral.goldens` writes `golden.txt` anew. A change of it is a change of what users get: look whether it is better.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.evidence.details import lines
from tests.evidence.neutral.articles import CASES, Case
from tests.evidence.neutral.more import MORE

ALL: Final = (*CASES, *(Case(language, text, (), (), ()) for language, text in MORE))
FILE: Final = Path(__file__).parent / "golden.txt"


def listed(case: Case) -> str:
    """The findings of one article."""
    return "\n".join((f"== {case.language}", *lines(case.article)))


def main() -> None:
    """Write the file anew."""
    FILE.write_text("\n\n".join(map(listed, ALL)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
