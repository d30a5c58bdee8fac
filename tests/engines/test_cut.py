"""Rules of the headline cut from a lead. All sentences were written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from summarize.engines.extractive.headline import cut, is_cut_of
from tests.evidence.texts import TEXTS

LEADS = [
    "The harbour board on Monday approved a second ferry terminal, after a debate of nine hours that ended in shouting.",
    "A fire destroyed four boats (all of them empty) in the old harbour early on Sunday, police said.",
    "Kestrel Energy, which owns the pier, sold its last three ships on Friday to pay a debt of 40 million pounds.",
    "Hanna Osei – a treasurer for nine years – resigned on Tuesday while the board was meeting, according to two members.",
    "Two people were hurt when a crane fell on the quay, the harbour master said on Saturday.",
]


@pytest.mark.parametrize("lead", LEADS)
def test_a_headline_is_cut_by_deleting_alone(lead: str) -> None:
    """A headline made from the lead holds the lead's words in the lead's order, fewer of them, and at least five."""
    headline = cut(lead)
    assert is_cut_of(headline, lead)
    assert 5 <= len(headline.split()) < len(lead.split())
    assert not headline.endswith((".", ",", ";", ":"))


@pytest.mark.parametrize(
    ("lead", "gone"),
    [
        (LEADS[0], "Monday"),
        (LEADS[1], "police said"),
        (LEADS[1], "all of them empty"),
        (LEADS[2], "which owns the pier"),
        (LEADS[3], "a treasurer for nine years"),
        (LEADS[4], "the harbour master said"),
    ],
)
def test_what_is_cut_is_what_a_headline_needs_least(lead: str, gone: str) -> None:
    """Attribution, asides, relative clauses and weekdays are what a cut headline leaves out."""
    assert gone in lead
    assert gone not in cut(lead)


def test_a_short_lead_stays_whole() -> None:
    """A lead that is short already loses only its stop."""
    assert cut("The old pier fell.") == "The old pier fell"


@pytest.mark.parametrize(
    ("headline", "lead", "expected"),
    [
        ("The board sold", "The board quickly sold the pier.", True),
        ("The pier sold", "The board sold the pier.", False),
        ("The board buys", "The board sold the pier.", False),
        ("", "The board sold the pier.", True),
        ("The board board", "The board sold the pier.", False),
    ],
)
def test_order_and_words_decide_what_is_a_cut(headline: str, lead: str, expected: bool) -> None:
    """A cut has no word that the lead lacks, and keeps the lead's order."""
    assert is_cut_of(headline, lead) is expected


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_sentence_is_cut_by_deleting_alone(text: str) -> None:
    """Whatever the sentence, cutting it never adds or moves a word."""
    assert is_cut_of(cut(text), text)
