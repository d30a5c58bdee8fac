"""Which tests are run for a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutants.faults import ROOT, mutants
from tests.mutants.reached import COMMON, Reached, Recorded, keys_at, modules_asked, row_at, statement_lines

CODE = """\
LIMIT = 3
def f(
    a, b
):
    if (
        a
        < b
    ):
        return [
            1,
            2,
        ]
    return LIMIT
"""


@pytest.mark.parametrize(
    ("line", "lines"), [(1, [1]), (3, [2, 3, 4]), (7, [5, 6, 7, 8]), (11, [9, 10, 11, 12]), (13, [13])]
)
def test_statements(line: int, lines: list[int]) -> None:
    """A place belongs to the whole of its statement, and to the head of one that holds others."""
    assert list(statement_lines(CODE, line)) == lines


def test_keys() -> None:
    """A word of a table belongs to its list, and to the expressions that hold the list; a row to its kind."""
    table = 'verbs = """\nsaid told\n"""\nspoken = "\\\\b{verbs}"\n[[holiday]]\nname = "x"\n'
    assert keys_at(table, table.index("told")) == {"verbs", "spoken"}
    assert keys_at(table, table.index("[[holiday")) == {"holiday"}


def test_what_a_key_is_asked_by() -> None:
    """A fault in a table asks of the modules that name its key, but not where the name is a common word: nearly all would be asked."""
    faults = [each for each in mutants("languages/en/speakers") if each.path.endswith("speakers.toml")]
    text = (ROOT / faults[0].path).read_text(encoding="utf-8")
    by_key = {frozenset(keys_at(text, each.start)): modules_asked([each]) for each in faults}
    assert "text" in {key for keys in by_key for key in keys}
    assert max(map(len, by_key.values())) <= 2 * COMMON
    assert any(by_key.values())


def test_rows() -> None:
    """A place of a table belongs to the row that it stands in, from its head to the next; a table without rows has none."""
    table = 'words = "a"\n\n[[rule]]\nid = "one two"\nwhole = "x"\n\n[[rule]]\nid = "three"\n'
    places = (table.index("[[rule]]"), table.index("whole"), table.index('[[rule]]\nid = "three'), len(table) - 2)
    assert [row_at(table, place) for place in places] == ["one two", "one two", "three", "three"]
    assert row_at('words = "a b"', 9) is None
    assert row_at('[[instant]]\nabout = "sinking"\nwords = "a b"', 20) == "sinking"


def recorded(tests: dict[str, float], lines: dict[int, list[int]], path: str, file: str = "t.py") -> Recorded:
    return Recorded(file, list(tests), list(tests.values()), [], {path: lines}, [])


def test_the_order() -> None:
    """Tests that run the line come first, the quickest first; then those that run anything else of the file, and none that does not."""
    mutant = next(each for each in mutants("rules/ladder.py") if each.kind == "answer")
    lines = {mutant.line: [0, 1], 10_000: [2]}
    known = Reached(
        [
            recorded({"t.py::slow": 0.5, "t.py::quick": 0.1, "t.py::beside": 0.01}, lines, mutant.path),
            recorded({"u.py::other": 0.01}, {5: [0]}, "summarize/elsewhere.py", "u.py"),
        ],
        60.0,
    )
    assert known.tests_of(mutant) == ["t.py::quick", "t.py::slow", "t.py::beside"]


def test_those_named_after_its_place_come_first() -> None:
    """Of all that run a line, the slow test of the module's own file is run before quick ones of others."""
    mutant = next(each for each in mutants("rules/ladder.py") if each.kind == "answer")
    tests = {"a/test_x.py::quick": 0.1, "a/test_ladder.py::slow": 0.9}
    known = Reached([recorded(tests, {mutant.line: [0, 1]}, mutant.path)], 60.0)
    assert known.tests_of(mutant) == ["a/test_ladder.py::slow", "a/test_x.py::quick"]


def test_those_of_its_folder_come_next() -> None:
    """The slow test of a module's folder is run before quick ones of other folders."""
    mutant = next(each for each in mutants("rules/ladder.py") if each.kind == "answer")
    tests = {"tests/a/test_x.py::quick": 0.1, "tests/rules/test_x.py::slow": 0.9}
    known = Reached([recorded(tests, {mutant.line: [0, 1]}, mutant.path)], 60.0)
    assert known.tests_of(mutant) == ["tests/rules/test_x.py::slow", "tests/a/test_x.py::quick"]


def test_tests_of_a_language_come_first() -> None:
    """A fault in a table of another language than English asks first those that name the language, then any other that opens the table; in one of English those of its folder."""
    tests = {"t/test_x.py::quick": 0.1, "t/test_x.py::of_all[fr-2]": 0.1, "t/test_x.py::of_all[it-2]": 0.9}
    table = Recorded("t/test_x.py", list(tests), list(tests.values()), [], {}, ["it/basics.toml", "en/times.toml"])
    mutant = next(each for each in mutants("languages/it") if each.kind == "list")
    assert Reached([table], 60.0).tests_of(mutant)[0] == "t/test_x.py::of_all[it-2]"
    tests = {"t/test_x.py::quick": 0.1, "t/times/test_x.py::slow": 0.9}
    table = Recorded("t", list(tests), list(tests.values()), [], {}, ["en/times.toml"])
    mutant = next(each for each in mutants("languages/en/times") if each.kind == "list")
    assert Reached([table], 60.0).tests_of(mutant) == ["t/times/test_x.py::slow", "t/test_x.py::quick"]


def test_what_is_run_on_import() -> None:
    """Where nothing of a file is run but on import, all tests that import it may notice."""
    mutant = next(each for each in mutants("rules/ladder.py") if each.kind == "answer")
    known = Reached([recorded({"t.py::a": 0.1, "t.py::b": 0.2}, {}, mutant.path)], 60.0)
    assert known.tests_of(mutant) == ["t.py::a", "t.py::b"]


def test_not_for_ever() -> None:
    """The slowest are left out where all of them would take minutes, and one is always left."""
    mutant = next(each for each in mutants("rules/ladder.py") if each.kind == "answer")
    tests = {f"t.py::{number}": 50.0 + number for number in range(3)}
    known = Reached([recorded(tests, {mutant.line: [0, 1, 2]}, mutant.path)], 60.0)
    assert known.tests_of(mutant) == ["t.py::0"]
    assert Reached([recorded({"t.py::0": 90.0}, {mutant.line: [0]}, mutant.path)], 60.0).tests_of(mutant) == ["t.py::0"]


def test_written_and_read(tmp_path: Path) -> None:
    """What was recorded is read as it was written."""
    held = recorded({"t.py::a[x]": 0.25}, {3: [0]}, "summarize/rules/ladder.py")
    held.write(tmp_path / "t.json")
    assert Recorded.read(tmp_path / "t.json") == held
    assert (ROOT / "pyproject.toml").exists()
