"""Cuts that lose what changes the rest: none may stand, whatever is let go elsewhere."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from summarize.evidence.syntax import Syntax
from tests.grounding.cuts.test_kinds import held


def cuts() -> list[tuple[str, str]]:
    rows = tomllib.loads((Path(__file__).parent / "unsafe.toml").read_text())
    return [(sentence, claim) for kind in rows.values() for sentence, claim in kind["cuts"]]


@pytest.mark.parametrize(("sentence", "claim"), cuts())
def test_no_unsafe_cut_stands(model: Syntax, sentence: str, claim: str) -> None:
    """What loses how many, which, in what, of whom, or what takes the rest back is no cut, with the parse or without."""
    assert held(sentence, claim, model) is None
    assert held(sentence, claim, None) is None


HONEST = [
    ("Northway will hire 200 people, most of them engineers.", "Northway will hire 200 people."),
    ("Some 900 people were stranded, about half of them at Skarholm, the navy said.", "Some 900 people were stranded, the navy said."),
    ("Marlow told reporters at a meeting on Monday that the pier was safe.", "Marlow told reporters that the pier was safe."),
    ("The council scrapped a contract for the Skarholm bridge on Friday.", "The council scrapped a contract on Friday."),
    ("The ferry sank before Christmas.", "The ferry sank."),
    ("Thieves escaped with watches worth 2 million euros.", "Thieves escaped with watches."),
]  # fmt: skip
"""What looks like them and may go."""


@pytest.mark.parametrize(("sentence", "claim"), HONEST)
def test_what_looks_like_them_may_go(model: Syntax, sentence: str, claim: str) -> None:
    """Who some of many are, in what it is said, for what one thing is, and what some things are worth may be missing."""
    assert held(sentence, claim, model) is not None
