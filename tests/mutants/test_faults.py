"""The mutants that the tests are measured by."""

from __future__ import annotations

import ast

import pytest

from tests.mutants.faults import ROOT, Mutant, mutants, of_module, of_table, sample


def changed(text: str, mutant: Mutant) -> str:
    return text[: mutant.start] + mutant.new + text[mutant.end :]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("x = a < b", {"x = a <= b"}),
        ("x = a < 20", {"x = a >= 20", "x = a < (40)", "x = a < (10)"}),
        ("x = 0.5 >= a", {"x = 0.5 < a"}),
        ("x = a == 20", {"x = a != 20", "x = a == (40)", "x = a == (10)"}),
        (
            "_MOST = 80\nx = a > _MOST",
            {"_MOST = 80\nx = a <= _MOST", "_MOST = (160)\nx = a > _MOST", "_MOST = (40)\nx = a > _MOST"},
        ),
        (
            "_MOST = 8\nx = a > _MOST",
            {"_MOST = 8\nx = a >= _MOST", "_MOST = (9)\nx = a > _MOST", "_MOST = (7)\nx = a > _MOST"},
        ),
        ("x = a not in b", {"x = a in b"}),
        ("x = a is not None", {"x = a is None"}),
        ("x = a == b != c", {"x = a != b != c", "x = a == b == c"}),
        ("x = a and b", {"x = a or b"}),
        ("x = a or b and c", {"x = a and b and c", "x = a or b or c"}),
        ("x = not a", {"x =  a"}),
        ("x = not (a)", {"x =  (a)"}),
        ("x = f('é', 3)", {"x = f('é', (4))", "x = f('é', (2))"}),
        ("x = f(300)", {"x = f((600))", "x = f((150))"}),
        (
            "x = p.search(s, max(0, a), 3)",
            {f"x = p.search(s, max({i}, a), {j})" for i, j in ((0, "(4)"), (0, "(2)"), ("(1)", 3))},
        ),
        ("x = s[max(0, a)]", {"x = s[max((1), a)]", "x = s[max((-1), a)]"}),
        (
            "x = bisect_left(s, (0, 0))",
            {f"x = bisect_left(s, {each})" for each in ("((1), 0)", "((-1), 0)", "(0, (1))")},
        ),
        ("x = bisect(s, (a, 1 << 60))", {"x = bisect(s, (a, (0) << 60))"}),
        ("x = s.split(',', 1)[0]", {f"x = s.split(',', {each}" for each in ("(0))[0]", "1)[(1)]", "1)[(-1)]")}),
        (
            "x = s.rsplit(maxsplit=1)[-1]",
            {f"x = s.rsplit(maxsplit={each}" for each in ("(0))[-1]", "1)[-(2)]", "1)[-(0)]")},
        ),
        ("x = s.split(maxsplit=1)[a]", {f"x = s.split(maxsplit={each})[a]" for each in ("(2)", "(0)")}),
        ("x = 'a < b and 3'", set()),
        ("@lru_cache(maxsize=128)\ndef f() -> None: ...", set()),
        ("if TYPE_CHECKING:\n    x = a < b", set()),
        ("x = True", set()),
    ],
)
def test_faults_of_a_line(line: str, expected: set[str]) -> None:
    """Each fault changes one thing, at its own place, also behind letters that take two bytes; texts are left alone."""
    assert {changed(line, mutant) for mutant in of_module("m.py", line)} == expected


def test_answers() -> None:
    """An answer is replaced by None, that of a question by yes and no; a function's own, and each once."""
    assert {
        changed("def f() -> str:\n    return x", m)[-4:] for m in of_module("m.py", "def f() -> str:\n    return x")
    } == {"None"}
    nested = "def f() -> str:\n    def g() -> str:\n        return y\n    return x"
    assert len([mutant for mutant in of_module("m.py", nested) if mutant.kind == "answer"]) == 2
    text = "def f() -> bool:\n    return x"
    assert {changed(text, mutant).split()[-1] for mutant in of_module("m.py", text)} == {"True", "False"}


def test_tables() -> None:
    """A rule is switched off, and keeps its examples and its reason; a row of names, and each word of a list, are dropped as words; a list has none left."""
    text = 'words = "one two"\nexample = "They met."\ncounter_claim = "They did not."\nreason = "it was not so"\n\n[[rule]]\nid = "a b"\nexamples = ["x y"]\n\n[[rule]]\nid = "c"\nbefore = "x"\n\n[[verbs]]\nkind = "said"\n'
    first, second, third, emptied, *words = of_table("t.toml", text)
    assert [mutant.kind for mutant in (first, second, third)] == ["row", "row", "word"]
    assert "[[rule]]\nwhole = '(?!)'\nid = \"a b\"" in changed(text, first)
    assert "[[rule]]\nwhole = '(?!)'\nid = \"c\"" in changed(text, second)
    assert "[[verbs]]" not in changed(text, third)
    assert changed(text, emptied) == text.replace("one two", "qxzzqj")
    assert [(mutant.kind, mutant.old) for mutant in words] == [("word", "one"), ("word", "two")]


def test_names_that_nobody_sees() -> None:
    """What a kind of figure is called is no list of words, unless something else is called so; nor is what is told to readers."""
    row = '[[aspect]]\nname = "of some"\npattern = \'x\'\nexample = "x"\nwhy = "which says whose"\n'
    assert [mutant.kind for mutant in of_table("t.toml", row)] == ["row"]
    assert "list" in {mutant.kind for mutant in of_table("t.toml", row + '[[other]]\nbut = "of some"\n')}
    assert "list" in {mutant.kind for mutant in of_table("t.toml", row.replace("aspect", "toll"))}


@pytest.mark.parametrize("pattern", ["'a b'", '"a \\"b\\""', "'''a\nb'''"])
def test_rows_with_their_own_examples(pattern: str) -> None:
    """A row that has a pattern and an example for it keeps the example, and its pattern never holds."""
    text = f'[[row]]\npattern = {pattern}\nexample = "a b"\n'
    (mutant,) = (mutant for mutant in of_table("t.toml", text) if mutant.kind == "row")
    assert changed(text, mutant) == text.replace(pattern, "'(?!)'")


def test_every_mutant_of_the_program_is_a_program() -> None:
    """What a fault leaves can still be parsed."""
    for mutant in sample(mutants(), 150, 5):
        text = (ROOT / mutant.path).read_text(encoding="utf-8")
        assert text[mutant.start : mutant.end] == mutant.old
        if mutant.path.endswith(".py"):
            ast.parse(changed(text, mutant))


def test_a_seed_gives_the_same_sample() -> None:
    """The same seed gives the same mutants, another seed others."""
    found = mutants("rules")
    assert sample(found, 10, 1) == sample(found, 10, 1) != sample(found, 10, 2)
