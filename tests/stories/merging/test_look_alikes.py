"""Pairs of accounts that give two figures or dates, and do not disagree: of two doers, days, kinds, places, or of a part and the whole."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two doers, and two days.
        ("Toyota recalled 1.2 million cars over airbags on Friday, it said.", "Honda recalled 400,000 cars over airbags on Friday, the regulator said."),
        ("Russia freed 84 prisoners in an exchange on Friday, its ministry said.", "Ukraine released 115 prisoners in an exchange on Friday, its president said."),
        ("KLM cancelled 92 flights for Saturday because of snow, it said.", "KLM cancelled 300 flights on Friday because of snow, the airport said."),
        ("Police arrested 85 people on Thursday in Brest, the force said.", "Police arrested 31 people on Friday in Brest, a rights group said."),
        ("The fire at Brest had burned 3,000 hectares by Thursday, the brigade said.", "The fire at Brest has burned 7,500 hectares, the agency said on Friday."),
        # Another time, a plan and what came of it, a rise and a level, net and in all, a part and the whole.
        ("A blast at the mine at Brest killed nine miners on Friday, an official said.", "The mine at Brest blew up on Friday. A blast there killed 23 miners in 2018, the union said."),
        ("The ministry had planned to plant 5 million trees at Brest, Ann Roux said.", "The ministry planted 3.2 million trees at Brest, the forest department said."),
        ("Some 120 mm of rain fell on Brest in an hour on Friday, the agency said.", "Some 400 mm of rain fell on Brest on Friday, the region said."),
        ("Amazon created 30,000 jobs in Spain, it said.", "Amazon created 12,000 net jobs in Spain, the ministry said."),
        ("Siemens will cut 2,850 jobs in Germany, it said.", "Siemens will cut 6,000 jobs worldwide, the union said."),
        ("The fire at Brest has burned 600 hectares of olive trees, farmers said.", "The fire at Brest has burned 4,000 hectares, the agency said."),
        ("The fire destroyed 90 houses in Brest, the brigade said.", "The fire in Brest damaged 240 houses, the county said."),
        # Dates of two deeds, of two things, and of a thing and its end.
        ("The trial of the banker Marco Weiss opens on 20 April in Brest, the prosecutor said on Friday.", "The banker Marco Weiss will be sentenced on 3 June in Brest, his lawyer said on Friday."),
        ("The ceasefire in Sudan will begin on Sunday, the mediators said on Friday.", "The ceasefire in Sudan will end on 29 March, the army said on Friday."),
        ("The court at Brest will rule on the appeal on 8 April, it said.", "The court at Brest will rule on the loan on 19 March, the lawyer said."),
        ("Lorry drivers in Italy will strike on 20 March, the union said.", "Train drivers in Italy will strike on 27 March, the union said."),
        ("The line at Brest will open to the press on 20 March, the mayor said.", "The line at Brest will open to passengers on 2 April, the operator said."),
        # What is denied is only what for.
        ("The minister met the banker Orlov in Vienna on Friday, aides said.", "The minister denied that he met the banker Orlov in Vienna to discuss sanctions."),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_disagreement_is_none(one: str, other: str) -> None:
    """Figures of two doers, days, times, or of a part and the whole, and dates of two deeds, contradict nobody."""
    assert not story_of(card_of(one, "A"), card_of(other, "B")).disagreements


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Toyota recalled 1.2 million cars over airbags on Friday, it said.", "Toyota recalled 400,000 cars over airbags on Friday, the regulator said."),
        ("Siemens will cut 2,850 jobs worldwide, it said.", "Siemens will cut 6,000 jobs worldwide, the union said."),
        ("Lorry drivers in Italy will strike on 20 March, the union said.", "Lorry drivers in Italy will strike on 27 March, the ministry said."),
    ],
)  # fmt: skip
def test_the_same_by_one_doer_of_one_time_is_one(one: str, other: str) -> None:
    """Two accounts of what one doer did, or will do, differ."""
    assert len(story_of(card_of(one, "A"), card_of(other, "B")).disagreements) == 1
