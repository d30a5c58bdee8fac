"""Figures and dates of one deed in two accounts' own words, denials, and what only looks like a disagreement."""

from __future__ import annotations

import pytest

from summarize.briefing import Disagreement
from tests.stories.made import FIRE, card_of, story_of


def told(one: str, other: str, opening: str = FIRE) -> list[Disagreement]:
    return list(story_of(card_of(opening + one, "A"), card_of(opening + other, "B")).disagreements)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The firm said that 22,000 fish, with an average weight of 4 kg, got away.", "Some 60,000 farmed salmon are loose, said Ann Le Bris."),
        ("The clerk took 2.3 million euros from the fund, prosecutor Paul Le Bris said.", "The fund had lost €410,000, said his lawyer, Ann Roux."),
        ("Twenty-two percent of teachers stayed away, the ministry said.", "In the schools, the union said, 71% of the staff had not turned up."),
        ("The painting is worth 3 million euros, the insurer said.", "The painting would fetch €11m on any day, said Paul Le Bris."),
        ("The ship drifted for six hours, the coastguard said.", "The ship drifted for nine hours before tugs came."),
        ("A cable 140km long will run beneath the sea.", "It measures 118km from the substation to the beach."),
        ("The eruption sent a column of ash nine kilometres into the air, the agency said.", "The mountain threw ash 12.5 kilometres up, said Paul Le Bris."),
        ("The company said that 17 persons had been underground.", "The union says that 23 miners were below ground."),
        ("Police put the number of demonstrators in the avenue by the sea at 18,000.", "By noon sixty thousand people were standing in the avenue, the union said."),
        ("Some 40 people are missing, the governor said.", "Sixty-four people have not been found, the Red Cross says."),
    ],
)  # fmt: skip
def test_figures_of_one_deed_differ_in_whatever_words(one: str, other: str) -> None:
    """Two accounts that give different figures of one deed differ, whatever words each has for it."""
    assert len(told(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Rounded, a bound, and both figures in one account.
        ("The firm said that 22,000 fish got away.", "About 21,000 salmon are loose, said Ann Le Bris."),
        ("The firm said that 22,000 fish got away.", "At least 60,000 salmon are loose, said Ann Le Bris."),
        ("The firm said that 22,000 fish got away.", "Some 60,000 salmon are loose, said Ann Le Bris. The firm speaks of 22,000."),
        # Some of them, and at a place of which the other account does not tell.
        ("The ship carried 371 passengers and 41 crew.", "There were 412 people on board, the coastguard said."),
        ("In Cayma, 640 houses were damaged.", "Across the region, 1,150 houses have been damaged."),
        ("The storm flattened 20 houses in Audierne, police said.", "The storm flattened 60 houses, the mayor said."),
        ("The diver said that she had found 40 coins.", "Police said that 90 coins had been found."),
        # Another deed, noun, unit, time.
        ("The firm said that 22,000 fish were sold.", "Some 60,000 salmon are loose, said Ann Le Bris."),
        ("The storm destroyed 20 houses, police said.", "The storm destroyed 60 cars, the mayor said."),
        ("The ship drifted for six hours, the coastguard said.", "The ship drifted for six days, said Paul Le Bris."),
        ("The firm said that 22,000 fish got away.", "In 2019, 60,000 salmon escaped, said Ann Le Bris."),
        ("The bridge is 400 metres long, the mayor said.", "The tunnel is 900 metres long, said Ann Le Bris."),
        # Nobody escapes twice as a thing: who died, or is missing, is told by tolls.
        ("Two men were taken off the roof.", "One man is missing."),
        # Two hours and what came two hours before it.
        ("The ship drifted for six hours, the coastguard said.", "Nine hours before the ship drifted, it left Brest."),
    ],
)  # fmt: skip
def test_figures_that_may_be_of_two_things_do_not(one: str, other: str) -> None:
    """A rounded figure, a bound, a part, another deed, noun, unit, place or time contradict nobody."""
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("The data of 1.2 million current and former pupils of Orme College were copied, its head said.", "Files of 1.9 million pupils were copied at Orme College, a report says.", "pupils"),
        ("The council has planted 400 trees along the canal, it said.", "Along the canal 250 trees were planted, the Gardeners' Guild said.", "trees"),
        ("The insurer handed €3m to the pirates who held the tug, Ann Roux said.", "Paul Le Bris said that the pirates of the tug had been handed €4.5m.", "handed"),
        ("Vandals slashed 40 sails in the harbour at night, the club said.", "Police said that 65 sails had been slashed in the harbour.", "sails"),
    ],
)  # fmt: skip
def test_the_only_figures_of_a_noun_differ_where_the_same_is_said(one: str, other: str, about: str) -> None:
    """Two accounts that each have one amount of a noun or of money differ, where their clauses share what is done and their sentences one word more."""
    assert [each.about for each in told(one, other)] == [about]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another deed, of some, of one kind, another amount of the noun besides, a bound, the whole and its part, as it will be.
        ("The council has planted 400 trees along the canal.", "The storm felled 250 trees in the park."),
        ("The council has planted 400 trees along the canal.", "Along the canal the school has planted 250 cherry trees."),
        ("The council has planted 400 trees along the canal.", "Along the canal 250 trees were planted. It has 90 trees in the park."),
        ("The council has planted 400 trees along the canal.", "Along the canal at least 250 trees were planted."),
        ("The council has planted 400 trees along the canal.", "Along the canal 150 of the 650 trees were planted."),
        ("The council has planted 400 trees along the canal.", "Along the canal 250 trees were planted each year."),
        ("The council has planted 400 trees along the canal.", "Along the canal 250 trees were to be planted."),
        ("The council has planted 400 trees along the canal.", "Along the canal 402 trees were planted."),
        ("The council planted 400 trees along the canal on Monday.", "Along the canal 250 trees were planted on Friday."),
        ("The council has planted 400 trees along the canal.", "The school planted 250 trees along the canal."),
        ("Police stopped 40 lorries at the gate of the market.", "Police stopped 15 lorries at the bridge on the way to the market."),
        ("The park along the canal has 400 trees and a mill.", "The park along the canal lost 250 trees at night."),
        ("The insurer paid €3m to the pirates who held the tug.", "The tug paid €200,000 for oil. The pirates asked for €9m."),
    ],
)  # fmt: skip
def test_the_only_figures_of_two_things_do_not(one: str, other: str) -> None:
    """Not of something else, of some, with another amount of the noun beside it, a bound, a whole, over a time, as planned, near, on two days, at two places, or by two doers."""
    assert told(one, other) == []


def test_two_named_sources_of_one_account_differ() -> None:
    """An account that lets two parties give two figures of a thing tells a disagreement by itself; one party's two figures are none."""
    firm, agency = (
        "The company said that it knew of 14 fires.",
        "Product Safety Canada said that it had confirmed 27 fires.",
    )
    assert len(told(f"{firm} {agency}", "The batteries were sold in June.")) == 1
    again = "The company said that it had confirmed 27 fires."
    assert told(f"{firm} {again}", "The batteries were sold in June.") == []


@pytest.mark.parametrize(
    ("one", "other", "is_told"),
    [
        ("The unions have called a second strike for 24 March.", "They would down tools once more on Thursday 26 March.", True),
        ("The sentence will be read on 19 March.", "He said that the sentence would be given on 26 March.", True),
        ("The president would name another candidate on 20 March.", "A new candidate would be named on 23 March.", True),
        ("The sentence will be read on 19 March.", "The court will sit on 26 March.", False),
        ("The unions have called a strike for 24 March.", "The unions have called another strike for 26 March.", False),
        ("The sentence will be read on 19 March.", "Ann Roux will be sentenced on 19 March and Ida Roe on 26 March.", False),
    ],
)  # fmt: skip
def test_dates_to_come_of_one_deed_differ(one: str, other: str, is_told: bool) -> None:
    """Two accounts that each give one date of a deed to come differ, in whatever words; a further one is another."""
    assert bool(told(one, other)) is is_told


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        ("Norland has denied that any patrol of its army crossed the river or fired.", True),
        ("Norland has denied that it sold any rifle.", False),
        ("Norland has denied that any army patrol was near the river on Friday.", False),
        ("The ministry said that a patrol of Norland's army crossed the river.", False),
    ],
)
def test_what_is_told_and_denied_is_a_disagreement(other: str, is_told: bool) -> None:
    """Whether something happened is what an account that tells it and one that opens on its denial differ about."""
    tells = "An army patrol of Norland crossed the river and opened fire at Brest on Friday, the ministry said."
    found = story_of(card_of(tells, "A"), card_of(other, "B")).disagreements
    assert bool([each for each in found if each.about == "whether it happened"]) is is_told


def test_a_cause_is_given_by_who_she_is() -> None:
    """ "She said" gives a cause to whoever spoke in the sentence before, and "it was the quarry that brought down the hill" names one."""
    hill = "A hill fell on the village of Brest on Friday. "
    quarry = (
        "“They blast,” said Ann Roux, head of the village. It was the quarry, she said, that brought down the hill."
    )
    rain = "The minister, Paul Le Bris, flew over the hill and said that rain was the cause."
    assert [each.about for each in told(quarry, rain, hill)] == ["cause"]


@pytest.mark.parametrize(
    ("one", "other", "titles", "count"),
    [
        ("The cable car was back after nine hours of rest, the company said.", "Guests of the cable car hung for 14 hours, says the Guild of Guides.", ("Cable car runs again", "Queues at cable car"), 1),
        # Nobody gives it, no title has it, a second length of time, and the same.
        ("The cable car was back after nine hours of rest.", "Guests of the cable car hung for 14 hours, says the Guild of Guides.", ("Cable car runs again", "Queues at cable car"), 0),
        ("The cable car was back after nine hours of rest, the company said.", "Guests of the cable car hung for 14 hours, says the Guild of Guides.", ("Back again", "Long queues"), 0),
        ("The cable car was back after nine hours of rest, the company said. The shop was shut for three hours.", "Guests of the cable car hung for 14 hours, says the Guild of Guides.", ("Cable car runs again", "Queues at cable car"), 0),
        ("The cable car was back after nine hours of rest, the company said.", "Guests of the cable car hung for nine hours, says the Guild of Guides.", ("Cable car runs again", "Queues at cable car"), 0),
    ],
)  # fmt: skip
def test_what_both_titles_have_lasted_differently(one: str, other: str, titles: tuple[str, str], count: int) -> None:
    """Two lengths of time differ where each is its account's only one, is given by somebody, and is of what both titles have."""
    cards = [card_of(text, outlet, title=title) for text, outlet, title in zip((one, other), "AB", titles, strict=True)]
    assert len(story_of(*cards).disagreements) == count
