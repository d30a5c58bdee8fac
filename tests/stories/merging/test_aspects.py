"""Figures of one name that are of two things: as they might be, over a longer time, of some, at a place, of parts that make a sum."""

from __future__ import annotations

import pytest

from summarize.languages.stories import AspectRow, figures
from summarize.stories.merging.disagreements import disagreements_of
from summarize.stories.merging.figures import figures_of
from summarize.stories.merging.sources import Source
from tests.stories.made import card_of

WORDS = figures("en")


@pytest.mark.parametrize("row", WORDS.aspect, ids=lambda row: row.name)
def test_rows(row: AspectRow) -> None:
    """A row finds its aspect in its examples, and not in its counter-example."""
    assert all(row.pattern.search(example) for example in row.examples)
    assert not row.pattern.search(row.counter_example)


def about(one: str, other: str) -> list[str]:
    """What two outlets are said to give differently."""
    sources = [Source(number, card_of(f"{text} It was on Saturday.", outlet, "2026-03-14")) for number, (text, outlet) in enumerate(((one, "A"), (other, "B")), 1)]
    return [each.about for each in disagreements_of(sources, figures_of(sources))[0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Losses at the bank could reach $80m if it sells, two traders said.", "The bank made a loss of $50m, it said."),
        ("Turnout was 41%, said the officer, Hugh Dray.", "Postal votes had a turnout of 63%, said Ann Lee."),
        ("A strike on the market killed 14 people.", "More than 60 people have been killed in the city since January."),
        ("The union said that 240 jobs would go at the Brest headquarters.", "The firm will cut 600 jobs, Ivo Hart said."),
        ("Seven women and four men died in the fire.", "The fire killed 11 people."),
        ("Seven women died in the fire.", "The fire killed 11 people."),
        ("Nine dockers arrested at Brest were released, the union said.", "Police arrested 14 people."),
        ("Slides killed 19 people in Kavre.", "Rescuers found eight bodies in Sindhu."),
        ("Eight jewels were stolen from the museum.", "Nine pieces were stolen from the museum but one was dropped in the street."),
        ("As many as six were missing.", "Three people were missing."),
        ("Hallam will pay $2.4bn for Orrin in a deal, it said.", "The maker Corvo paid $1.1bn for Salto in a deal."),
        ("Lee Marsh was jailed for six years for the fraud.", "Dean Marsh was jailed for four years for the fraud."),
        ("The regulator fined the bank Sorel £40m.", "The regulator fined three banks a total of £95m."),
        ("Nine people were hurt, three of them seriously.", "Three people were seriously hurt."),
        ("Police arrested 38 people overnight.", "Police have arrested 112 people since the riots in Brest began."),
        ("The army killed 14 militants.", "Nine villagers were killed."),
    ],
)  # fmt: skip
def test_of_two_things(one: str, other: str) -> None:
    """Two figures that are not of the same thing contradict nobody."""
    assert about(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("The wall could cost £40m, said the engineer, Ben Hale.", "The wall could cost £65m, said Ann Lee.", "cost"),
        ("The firm will cut 600 jobs at its mill, Ivo Hart said.", "The union said that 840 jobs would go at the mill.", "jobs"),
        ("The fire in Brest killed 14 people.", "A fire killed 11 people, police in Brest said.", "dead"),
        ("Nine dockers were hurt in Brest and later released, police said.", "Some 14 people were hurt.", "injured"),
        ("Eight jewels were stolen from the museum.", "Nine pieces were stolen from the museum.", "things stolen"),
        ("Nine people were missing.", "As many as six people were missing.", "missing"),
        ("Hallam will pay $2.4bn for Orrin, it said.", "Hallam will pay $2.9bn for Orrin, two bankers said.", "price"),
    ],
)  # fmt: skip
def test_of_one_thing(one: str, other: str, what: str) -> None:
    """Two that are do, whatever else their sentences say."""
    assert what in about(one, other)
