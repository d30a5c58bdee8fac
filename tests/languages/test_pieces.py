"""Expressions in pieces that have names."""

from __future__ import annotations

import pytest

from summarize.languages.pieces import with_pieces


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
