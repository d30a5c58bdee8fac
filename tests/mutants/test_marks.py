"""Rules of what modules tell of their lines."""

from __future__ import annotations

import builtins
import sys
from importlib import import_module
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

from tests.mutants.marks import NAME, Marks

CODE = '''\
"""A module."""

from __future__ import annotations

LIMIT = 3


class Thing:
    """A class."""

    size: int = LIMIT


def told(number: int) -> str:
    """A function."""
    global LIMIT
    if number > LIMIT:
        return "more"
    elif number == LIMIT:
        LIMIT = number
    for each in range(number):
        match each:
            case 7:
                return "seven"
            case _:
                pass
    try:
        return str(
            1 // number
        )
    except ZeroDivisionError:
        return "none"
    finally:
        number = 0
'''


@pytest.fixture
def marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Marks:
    """Of a module that can be imported and of none besides; it ends with the test."""
    (tmp_path / "module_that_tells.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "module_that_is_silent.py").write_text(CODE, encoding="utf-8")
    for name in ("path_stats", "source_to_code"):
        monkeypatch.setattr(SourceFileLoader, name, getattr(SourceFileLoader, name))
    monkeypatch.setattr(builtins, NAME, None, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("module_that_tells", "module_that_is_silent"):
        monkeypatch.setitem(sys.modules, name, None)
        monkeypatch.delitem(sys.modules, name)
    return Marks(tmp_path, ["module_that_tells.py"])


@pytest.mark.parametrize(
    ("number", "answer", "lines"),
    [(4, "more", {16, 17, 18}), (3, "0", {16, 17, 19, 20, 21, 22, 26, 27, 28, 34}), (0, "none", {16, 17, 19})],
)
def test_statements_tell_that_they_ran(marks: Marks, number: int, answer: str, lines: set[int]) -> None:
    """Each statement of a function that ran is told by its first line, once, and nothing else changes."""
    module = import_module("module_that_tells")

    assert (module.__doc__, module.Thing.__doc__, module.told.__doc__) == ("A module.", "A class.", "A function.")
    assert marks.taken() == set()
    assert module.told(number) == answer
    told = marks.taken()
    assert {path for path, _ in told} == {"module_that_tells.py"}
    assert lines <= {line for _, line in told}
    assert marks.taken() == set()


def test_others_do_not(marks: Marks) -> None:
    """A module that nobody asked about says nothing, and is not called imported."""
    module = import_module("module_that_is_silent")

    assert module.told(4) == "more"
    assert (marks.taken(), marks.imported) == (set(), set())
    import_module("module_that_tells")

    assert marks.imported == {"module_that_tells.py"}


def test_nothing_of_it_is_kept(marks: Marks, tmp_path: Path) -> None:
    """What is compiled with the calls is not found by another process."""
    import_module("module_that_tells")

    assert not list((tmp_path / "__pycache__").glob("module_that_tells*"))
    assert marks.imported
