"""Where what tests reach is kept: in `build/mutants/`, by the code that they reach."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.mutants.faults import ROOT

TESTED: Final = """
text languages rules layout evidence grounding stories labels checking engines/test_extractive.py engines/test_days_in_one_sentence.py
engines/test_place_weights.py engines/test_main_place.py engines/test_main_day.py
""".split()
"""The tests that may notice, below `tests/`: those that need no other process, no network and no model's recordings."""
LEFT_OUT: Final = frozenset({"test_weak_models.py"})
"""Files among them whose tests make whole cards of whole articles by the dozen: a quarter of the time, and they notice little that others do not."""
KEPT: Final = ROOT / "build" / "mutants"


def test_files() -> list[Path]:
    """The files of tests that may notice a fault."""
    folders = (ROOT / "tests" / name for name in TESTED)
    files = (path for each in folders for path in ([each] if each.is_file() else each.rglob("test_*.py")))
    return sorted(path for path in files if path.name not in LEFT_OUT)


def named_alike(path: Path) -> list[Path]:
    """A file of tests with what is called so beside it: `details.py` and `details.txt` beside `test_details.py`."""
    name = path.stem.removeprefix("test_")
    return [path, *sorted(each for each in path.parent.glob(f"{name}.*") if each.suffix != ".pyc")]


def digest(paths: Iterable[Path]) -> str:
    """A name for what some files hold."""
    held = hashlib.sha256()
    for path in paths:
        held.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return held.hexdigest()[:16]


def code_digest() -> str:
    """A name for the code and the tables of the package."""
    return digest(path for path in sorted((ROOT / "summarize").rglob("*")) if path.suffix in {".py", ".toml"})


def beside(worker: str) -> Path:
    """Where a worker of the suite keeps what its tests reach; `*` for all of them."""
    return KEPT / "beside" / f"{code_digest()}-{worker}.json"
