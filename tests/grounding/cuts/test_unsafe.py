"""Cuts that lose what changes the rest, and cuts that lose nothing of the kind: two tables, written before the rules or by who reviewed them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from summarize.evidence.syntax import Syntax
from tests.grounding.cuts.test_kinds import held

_HERE = Path(__file__).parent


def _rows(name: str) -> list[tuple[str, str]]:
    """The sentences of a table, each with its cut."""
    groups = tomllib.loads((_HERE / name).read_text(encoding="utf-8")).values()
    return [(sentence, cut) for group in groups for sentence, cut in group["cuts"]]


@pytest.mark.parametrize(("sentence", "cut"), _rows("unsafe.toml"))
def test_no_cut_loses_what_changes_the_rest(sentence: str, cut: str, syntax: Syntax | None) -> None:
    """What bounds, denies, narrows or takes back the rest stays, with the NLP model and without it."""
    assert held(sentence, cut, syntax) is None


@pytest.mark.parametrize(("sentence", "cut"), _rows("safe.toml"))
def test_a_cut_that_loses_nothing_of_that_stands(sentence: str, cut: str, model: Syntax) -> None:
    """In what something was said, who an unnamed source is, how badly some were hurt, and for whom a place is may be missing."""
    assert held(sentence, cut, model) is not None


@pytest.mark.parametrize(
    "sentence", ["The firm paid $", "The firm paid its $.", "It sold, among,", "But", "He paid and; closed"]
)
def test_a_sentence_that_breaks_off_is_read(sentence: str, model: Syntax) -> None:
    """A sign, a comma or a joining word with nothing behind it opens no part."""
    assert held(sentence, sentence, model) is not None
