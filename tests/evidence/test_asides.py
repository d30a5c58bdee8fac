"""Rules of whose words they are that a sentence has behind an aside about somebody. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.passages import said

TOLD = [
    "Ann Lee said diver Tom Roe, who admitted a mistake on Monday, “{}”.",
    "Ann Lee said the diver Tom Roe, who denied the charge in May, “{}”.",
    "Ann Lee said striker Tom Roe, who conceded a penalty, “{}”.",
    "Ann Lee told reporters that Tom Roe, who announced his retirement last week, “{}”.",
    "Ann Lee insisted that Tom Roe, who claimed two wickets, still “{}”.",
    "Ann Lee, the mayor, said diver Tom Roe, who denied the charge, “{}”.",
]
HIS = [
    "Ann Lee met Tom Roe, who denied the charge as “{}”.",
    "Ann Lee said she had met Tom Roe, who told her he was “{}”, on Friday.",
    "Tom Roe, who admitted a mistake on Monday, said it was “{}”.",
    "“We lost the pier,” said diver Tom Roe, who admitted a mistake, “{}”.",
    "Ann Lee was to leave, said her deputy Tom Roe, who told staff on Monday, “{}”.",
    "Reporters met Tom Roe, who told them on Saturday, “{}”.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_verb_of_an_aside_takes_no_words_behind_it(syntax: Syntax | None, text: str) -> None:
    """What is said of somebody behind "who denied the charge," is the word of whoever says it, and not his."""
    assert said(text.format("has to be braver"), syntax) == [("has to be braver", "Ann Lee")]


@pytest.mark.parametrize("text", HIS)
def test_a_verb_of_who_takes_its_own_words(syntax: Syntax | None, text: str) -> None:
    """What stands within "who told them …", or has a verb of his own before it, is his word."""
    assert said(text.format("more than sorry for it"), syntax)[-1] == ("more than sorry for it", "Tom Roe")
