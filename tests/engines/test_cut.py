"""Rules of the headline cut from a lead. All sentences were written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from summarize.engines.extractive.headline import cut, is_cut_of
from summarize.languages.tables import Kept, kept_words
from tests.evidence.texts import TEXTS

LEADS = [
    "The harbour board on Monday approved a second ferry terminal, after a debate of nine hours that ended in shouting.",
    "A fire destroyed four boats (all of them empty) in the old harbour early on Sunday, police said.",
    "Kestrel Energy, which owns the pier, sold its last three ships on Friday to pay a debt of 40 million pounds.",
    "Hanna Osei – a treasurer for nine years – resigned on Tuesday while the board was meeting, according to two members.",
    "Two people were hurt on Saturday when a crane fell on the quay, the harbour master said.",
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
        (LEADS[1], "all of them empty"),
        (LEADS[2], "which owns the pier"),
        (LEADS[3], "a treasurer for nine years"),
        (LEADS[4], "Saturday"),
    ],
)
def test_what_is_cut_is_what_a_headline_needs_least(lead: str, gone: str) -> None:
    """Asides, relative clauses and weekdays are what a cut headline leaves out."""
    assert gone in lead
    assert gone not in cut(lead)


@pytest.mark.parametrize(
    ("lead", "kept"),
    [
        ("The actor beat his wife at their home in June, a lawsuit filed on Thursday alleges.", "a lawsuit filed"),
        ("A drone struck a fuel depot outside the city early on Monday, state media said.", "state media said"),
        (
            "The mayor took money from two builders, according to a former driver who gave evidence on Friday.",
            "according to",
        ),
        (
            "Six people died in the crush at the stadium gate, hospital sources told the Evening Chronicle.",
            "hospital sources told",
        ),
        (
            "The bank moved the money abroad (its lawyers deny this) before the court froze its accounts on Monday.",
            "deny",
        ),
        (
            "The plant will reopen in the spring, but only if the council approves the new chimney.",
            "only if the council",
        ),
        ("The union will end its strike on Sunday unless the company withdraws its offer of last week.", "unless"),
        (
            "The bridge may have to close for a year, because two of its cables are thought to be broken.",
            "thought to be",
        ),
        (
            "The driver, who denies causing death by dangerous driving, drove at 90 mph through the village.",
            "who denies",
        ),
        (
            "The drug cuts deaths by half, a study paid for by its maker found, after three years of trials.",
            "a study paid for",
        ),
        ("The man who was shot outside the club, who had been in a coma since May, died on Friday.", "died"),
        ("The ferry left the harbour for the last time at 5 a.m.", "5 a.m."),
        ("Rebels hold the town, in a claim that the army rejected as absurd within the hour.", "the army rejected"),
        ("Ministers want to ban the sale of fireworks, after rumours of a third accident proved false.", "false"),
    ],
)
def test_no_cut_changes_what_is_said(lead: str, kept: str) -> None:
    """Who says it, who denies it, a condition, a doubt and the main verb stay in a cut headline."""
    assert kept in lead
    assert kept in cut(lead)


@pytest.mark.parametrize("row", kept_words("en"), ids=lambda row: row.kind)
def test_rows_of_kept_words(row: Kept) -> None:
    """Each row's example holds its words where it is marked, and no cut loses them."""
    assert row.lost in row.example
    assert row.pattern.search(row.lost)
    assert row.lost.strip(" ,.") in cut(row.example)


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
