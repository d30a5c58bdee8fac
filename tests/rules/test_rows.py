"""Every row of every table of rules: its examples show it, its counter-examples show where it ends, and nothing else does its work."""

from __future__ import annotations

import pytest
from babel import Locale

from summarize.languages.loader import document
from summarize.languages.packs import FOLDER
from summarize.rules import Row
from tests.rules.subjects import TABLES

ROWS = [(name, row) for name, table in TABLES.items() for row in table.ladder.rows]
BY_ROW = pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{name}-{row.id}" for name, row in ROWS])


def test_every_table_of_rules_is_tested() -> None:
    """A table that holds rules stands among those whose rows are run."""
    named = {path.stem for path in FOLDER.glob("en/*.toml") if "rule" in document(f"en/{path.name}")}
    assert named == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_expressions(name: str) -> None:
    """Every expression of a table is a regular expression."""
    TABLES[name].ladder.compile()


def test_cues_of_countries_name_countries() -> None:
    """A verdict of `country_cues.toml` is codes of countries as ISO 3166-1 has them: what no country has would be lost without a word."""
    codes = [code for row in TABLES["country_cues"].ladder.rows for code in row.verdict.split() or ["none"]]
    assert {code for code in codes if len(code) != 2} | {*codes} - {*Locale("en").territories} == set()


@BY_ROW
def test_a_row_has_both(table: str, row: Row) -> None:
    """A row has an example and a counter-example; one that holds for all that is left has no counter-example, and stands last."""
    has_condition = any((row.when, row.before, row.after, row.text, row.within, row.whole))
    assert row.examples
    assert row.counter_examples or (not has_condition and TABLES[table].ladder.rows[-1].id == row.id)


@BY_ROW
def test_examples(table: str, row: Row) -> None:
    """In each example of a row it is that row that speaks."""
    for example in row.examples:
        decision = TABLES[table].explain(example, TABLES[table].beside(row))
        assert decision is not None, example
        assert (decision.rule, decision.verdict) == (row.id, row.verdict), example


@BY_ROW
def test_counter_examples(table: str, row: Row) -> None:
    """In no counter-example of a row does that row speak."""
    for example in row.counter_examples:
        decision = TABLES[table].explain(example, TABLES[table].beside(row))
        assert decision is None or decision.rule != row.id, example


@BY_ROW
def test_a_row_switched_off_is_missed(table: str, row: Row) -> None:
    """Without the row one of its examples is judged otherwise: no other row does the same work, and no example is idle."""
    ladder = TABLES[table].beside(row).without(row.id)
    decisions = [TABLES[table].explain(example, ladder) for example in row.examples]
    assert any(decision is None or decision.verdict != row.verdict for decision in decisions)
