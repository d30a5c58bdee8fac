"""Every list of words of a table of rules: some rule that names it judges one of its examples by it."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, Final

import pytest

from summarize.languages.loader import load
from summarize.rules import Ladder, Row
from summarize.rules import ladder as ladder_module
from summarize.rules.ladder import EXPRESSIONS, RuleTable
from tests.rules.subjects import TABLES

_NO_WORD: Final = "qxzzqj"


def _table(name: str) -> RuleTable:
    return load(RuleTable, f"en/{name}.toml")


def _naming(name: str, held: str) -> Iterator[Row]:
    """The rules whose expressions hold a list."""
    for row in TABLES[name].ladder.rows:
        if any(f"{{{held}}}" in getattr(row, key) for key in EXPRESSIONS):
            yield row


CLASSES = [(name, held) for name in TABLES for held in _table(name).classes]


@pytest.fixture
def emptied(table: str, held: str, monkeypatch: pytest.MonkeyPatch) -> Ladder[Any]:
    """The rules of a table with no word in one of its lists."""
    whole = _table(table)
    without = SimpleNamespace(classes={**whole.classes, held: _NO_WORD}, rule=whole.rule)

    def loaded(kind: type[RuleTable], name: str) -> Any:
        return without if name == f"en/{table}.toml" else load(kind, name)

    with monkeypatch.context() as patch:
        patch.setattr(ladder_module, "load", loaded)
        ladder: Ladder[Any] = getattr(TABLES[table].module, TABLES[table].rules).__wrapped__()
    return ladder


@pytest.mark.parametrize(("table", "held"), CLASSES, ids=[f"{table}-{held}" for table, held in CLASSES])
def test_a_list_of_words_is_used(table: str, held: str, emptied: Ladder[Any]) -> None:
    """With no word in a list, an example of a rule that names it is judged otherwise, or a counter-example is no longer kept out."""
    rows = list(_naming(table, held))
    assert rows, "no rule names the list"
    for row in rows:
        asked = emptied.only(row.verdict) if TABLES[table].apart else emptied
        for example in (*row.examples, *row.counter_examples):
            plain, without = (
                TABLES[table].explain(example, TABLES[table].beside(row)),
                TABLES[table].explain(example, asked),
            )
            if (plain and plain.rule) != (without and without.rule):
                return
    pytest.fail("no example or counter-example of the rules that name the list has a word of it")
