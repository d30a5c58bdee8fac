"""Rules of who speaks where whoever does is described by somebody else. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.meant import found
from tests.evidence.passages import said

ANOTHERS = [
    ("The widow of murdered teacher Ann Lee said she was “sorry for it”.", "the widow of murdered teacher Ann Lee"),
    ("The brother of slain reporter Tom Roe said: “Sorry for it.”", "the brother of slain reporter Tom Roe"),
    ("The lawyer for jailed banker Tom Roe told reporters: “Sorry.”", "the lawyer for jailed banker Tom Roe"),
    ("“We are sorry,” said the son of late architect Ann Lee.", "the son of late architect Ann Lee"),
]
OWN = [
    "Murdered teacher Tom Roe said in 2019 he was “sorry for it”.",
    "The widow of murdered teacher Ann Lee, Tom Roe, said: “Sorry for it.”",
    "The club captain Tom Roe said he was “sorry for it”.",
    "Tom Roe, the son of late president Ann Lee, said he was “sorry for it”.",
]


@pytest.mark.parametrize(("text", "speaker"), ANOTHERS)
def test_whoever_is_described_by_a_name_is_not_that_person(syntax: Syntax | None, text: str, speaker: str) -> None:
    """Of "the widow of murdered teacher Ann Lee" the widow speaks, whatever is told of Ann Lee."""
    assert [one for _, one in said(text, syntax)] == [speaker]


@pytest.mark.parametrize("text", OWN)
def test_a_name_of_his_own_is_that_of_who_speaks(syntax: Syntax | None, text: str) -> None:
    """A name behind a comma, or with a role and nobody's, is the speaker's."""
    assert [one for _, one in said(text, syntax)] == ["Tom Roe"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mother of missing boy Ned Parr said she was hopeful on Monday.", "the mother of missing boy Ned Parr"),
        ("The head of the school, Ned Parr, said he was hopeful on Monday.", "Ned Parr"),
        ("Missing boy Ned Parr said he was hopeful on Monday.", "Ned Parr"),
    ],
)
def test_a_claim_of_somebodys_mother_is_hers(syntax: Syntax | None, text: str, source: str) -> None:
    """The source of a claim is whoever is described, and not the name that describes her."""
    assert [one.source for one in found(text, syntax).attributions] == [source]
