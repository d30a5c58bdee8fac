"""Expressions in pieces that have names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest
import tomli

from summarize.languages.packs import path_of
from summarize.languages.pieces import MAX_WRITTEN, with_pieces

_SIGNS: Final = re.compile(r"\(\?|\\[bsdwSWD]|\{\w+\}|\|")
"""What only expressions have."""


def test_a_piece_stands_as_a_group_wherever_it_is_named() -> None:
    """Also in lists, in rows below its table and in other pieces; the keys of the pieces are gone."""
    table = {
        "piece": {"day": "Mon|Tues", "until": "until {day}"},
        "whole": "{day}day",
        "row": [{"piece": {"late": "late "}, "pattern": "{late}{until}{words}", "needs": ["{day}"]}],
    }
    assert with_pieces(table) == {
        "whole": "(?:Mon|Tues)day",
        "row": [{"pattern": "(?:late )(?:until (?:Mon|Tues)){words}", "needs": ["(?:Mon|Tues)"]}],
    }


def test_a_rows_own_piece_comes_before_its_tables() -> None:
    table = {"piece": {"a": "x"}, "all": "{a}", "row": [{"piece": {"a": "y"}, "own": "{a}"}, {"own": "{a}"}]}
    assert with_pieces(table) == {"all": "(?:x)", "row": [{"own": "(?:y)"}, {"own": "(?:x)"}]}


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({"piece": "a"}, "piece: a table of strings"),
        ({"piece": {"a": 1}, "b": "{a}"}, "piece: a table of strings"),
        ({"piece": {"a": "x"}, "a": "y", "b": "{a}"}, "piece.a: the table has a key of that name"),
        ({"piece": {"a": "{b}", "b": "{a}"}, "c": "{a}"}, "piece.a: it names itself"),
        ({"piece": {"a": "x"}, "b": "a"}, "piece.a: it is named nowhere"),
        ({"row": [{"piece": {"a": "x"}, "b": "a"}]}, "piece.a: it is named nowhere"),
    ],
)
def test_what_cannot_be_meant_is_refused(table: dict[str, object], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        with_pieces(table)


def test_no_expression_is_longer_than_a_reader_takes_in() -> None:
    """No table writes an expression, or a piece of one, with more characters; lists of words, sentences and examples may be longer."""
    tables = sorted(path_of("instructions.toml").parent.rglob("*.toml"))
    written = [one for table in tables for one in _strings(tomli.loads(table.read_text(encoding="utf-8")))]
    assert len(written) > 8000
    assert [one for one in written if len(one) > MAX_WRITTEN and _SIGNS.search(one)] == []


def _strings(value: object) -> Iterator[str]:
    """The strings of a table, but for its examples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if "example" not in name:
                yield from _strings(one)
