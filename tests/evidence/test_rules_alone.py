"""Rules of what is read without a parse: a subject with words in commas, nouns that look like verbs, days that name a habit, words that are no role.

All sentences were written, and labelled, before the rules for them were.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from summarize.article import Article, article_id
from summarize.evidence.find import find
from summarize.findings import Findings


class Case(NamedTuple):
    """A sentence and all that is in it: "source: cue" of attributions, "words = value" of times ("?" if open), "name: role"."""

    text: str
    found: tuple[str, ...] = ()


SUBJECTS = [
    Case("The seller, a family of farmers, confirmed the price.", ("The seller: confirmed",)),
    Case("The mill will reopen in the spring, said the council.", ("the council: said",)),
    Case("The bakery, a fixture of the street for a century, announced its closure.", ("The bakery: announced",)),
    Case("The chairwoman, a former judge, admitted the delay.", ("The chairwoman: admitted",)),
    Case("Nobody was hurt when the wall fell, added Mr Keane.", ("Keane: added",)),
]
NOUNS = [
    Case("A two-year dispute over the mill has ended."),
    Case("A steep decline in bookings followed the storm."),
    Case("Residents dispute the figure.", ("Residents: dispute",)),
    Case("A housing project near the canal won the prize."),
    Case("The museum's aims remain the same."),
]
DAYS = [
    Case("Sunday opening began in 1994 and was never popular.", ("1994 = 1994",)),
    Case("Sunday trading is still banned on the island."),
    Case("The bridge reopened on Sunday.", ("Sunday = 2026-03-01",)),
    Case("Monday closing has saved the library money."),
    Case("Sunday's opening drew 300 people.", ("Sunday = 2026-03-01",)),
]
ROLES = [
    Case("Ann Keane, running for mayor, said the road was unsafe."),
    Case("Tom Birch, left with three broken ribs, said he would sue."),
    Case("Joan Pell, head of the school, said lessons would go on.", ("Joan Pell: head of the school",)),
    Case("Leo Marsh, sacked as captain last year, said he would return."),
    Case("Dora Finch, speaking outside the court, said the ruling was wrong."),
]


# Held back until the rules were done.
SUBJECTS += [
    Case("Farmers have lost half their lambs, warns the union.", ("the union: warns",)),
    Case("The charity, founded by two nurses, reported a loss.", ("The charity: reported",)),
    Case("The tenants, most of them pensioners, rejected the offer.", ("The tenants: rejected",)),
]
NOUNS += [
    Case("Two earlier answers from the ministry were wrong."),
    Case("The agency projects growth of two per cent.", ("The agency: projects",)),
    Case("Heavy stress on the dam led to the closure."),
]
DAYS += [
    Case("The Saturday market moved to the square in 2019.", ("2019 = 2019",)),
    Case("Friday buses run until midnight."),
]
ROLES += [
    Case("Ivo Brandt, elected in May, said the road was unsafe."),
    Case("Mira Sand, keeper of the light, said it would stay lit.", ("Mira Sand: keeper of the light",)),
]


def findings(text: str) -> Findings:
    """What is found in a text published on a Tuesday."""
    return find(Article(id=article_id(text), source="x", language="en", published="2026-03-03", text=text), None)


def sources(text: str) -> tuple[str, ...]:
    """Who says something, by which word."""
    return tuple(f"{one.source}: {one.cue}".casefold() for one in findings(text).attributions)


def times(text: str) -> tuple[str, ...]:
    """The dates, each with its value."""
    return tuple(f"{text[one.span.start : one.span.end]} = {one.start or '?'}" for one in findings(text).times)


def roles(text: str) -> tuple[str, ...]:
    """The roles, each behind whose it is."""
    return tuple(f"{one.name}: {one.role}" for one in findings(text).participants if one.role)


@pytest.mark.parametrize("case", SUBJECTS, ids=lambda case: case.text[:30])
def test_a_verb_behind_words_in_commas_is_its_subjects(case: Case) -> None:
    """The words behind a verb of saying are who says it only where it stands behind what is said, and not behind its subject."""
    assert sources(case.text) == tuple(each.casefold() for each in case.found)


@pytest.mark.parametrize("case", NOUNS, ids=lambda case: case.text[:30])
def test_a_noun_that_looks_like_a_verb_reports_nothing(case: Case) -> None:
    """ "Dispute", "project" and "decline" report something only where they are verbs."""
    assert sources(case.text) == tuple(each.casefold() for each in case.found)


@pytest.mark.parametrize("case", DAYS, ids=lambda case: case.text[:30])
def test_a_weekday_that_names_a_habit_is_no_date(case: Case) -> None:
    """ "Sunday opening" is a habit, as "every Sunday" is; "Sunday's opening" was once."""
    assert times(case.text) == case.found


@pytest.mark.parametrize("case", ROLES, ids=lambda case: case.text[:30])
def test_what_somebody_does_is_no_role(case: Case) -> None:
    """Words in commas behind a name are a role if they say what somebody is, not what he or she did or met with."""
    assert roles(case.text) == case.found
