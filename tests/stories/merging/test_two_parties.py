"""Disagreements of two parties whom their accounts name or of whom there is one, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.stories.made import FIRE, card_of, story_of

SHIP = "A ferry ran aground off Tinos on Friday and 14 people were hurt. "
COINS = "Gold coins were stolen from a museum in Trieste on Friday. "
EGGS = "Salmonella has made 61 people ill in the Lyon region, the ministry said on Friday. "
BID = "Quay Group raised its offer for Kestrel Paper on Friday. "
LEAKED = "By noon 60 tonnes of fuel had leaked into the sea, the harbour master's office said."
TRAM = "One tram in ten was running in the morning, the union said."
BROKE_OUT = "The fire broke out at 2 a.m., the fire service said."
RUDDER = "The ship ran aground because its rudder failed, its owner said."
CLEANERS = "Two cleaners stole the coins, the carabinieri said."
DRYER = "The fire started in a dryer, the fire service said."
HENS = "The salmonella came from a hen house near Bourg, the ministry said."
VOTE = "Shareholders get €5 a share. They will vote on the offer on 20 March, Quay said."


def contested(opening: str, one: str, other: str) -> bool:
    return bool(story_of(card_of(opening + one, "A"), card_of(opening + other, "B")).disagreements)


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (FIRE, LEAKED, "According to the company, 35 tonnes of fuel had escaped by noon."),
        (FIRE, "The train was going at 140 km/h, the inspector said.", "The company said that the train was going at 90 km/h."),
        (FIRE, TRAM, "Half of the trams were running in the morning, the company said."),
        (FIRE, "Three quarters of staff stayed away, the union said.", "The company said that 20% of staff stayed away."),
        (FIRE, "There was one meeting, the minister said.", "There were three meetings with the minister, said Paul Le Bris."),
        (FIRE, "The fire broke out shortly after 2 a.m., the fire service said.", "It had started at 4.30am, said Paul Le Bris."),
        (FIRE, "The blast happened at 3.10 p.m., police said.", "The tank exploded at 3.55 p.m., the company said."),
        (SHIP, RUDDER, "The ship ran aground because the officer was asleep, the coastguard said."),
        (COINS, CLEANERS, "A gang from abroad was behind the theft, the museum's director said."),
        (EGGS, HENS, "The bug got into the eggs at the packing plant, said Gaston Perrachon."),
        (FIRE, DRYER, "The fire was the work of arsonists from Roscoff, said Paul Le Bris."),
        (BID, VOTE, "The chairman, Jean Kerdal, said that shareholders would vote on 27 March at a meeting in Brest."),
    ],
)  # fmt: skip
def test_two_parties_differ(opening: str, one: str, other: str) -> None:
    """Measures, shares, a lone one, moments, causes and plans differ where two parties give them otherwise."""
    assert contested(opening, one, other)


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (FIRE, LEAKED, "According to the company, 35 tonnes of fuel had been pumped out of the ship by noon."),
        (FIRE, LEAKED, "According to the company, at least 50 tonnes of fuel had leaked into the sea by noon."),
        (FIRE, LEAKED, "By Friday morning 35 tonnes of fuel had leaked into the sea, the company said."),
        (FIRE, TRAM, "Half of the trams were running by the evening, the company said."),
        (FIRE, TRAM, "Half of the buses were running in the morning, the company said."),
        (FIRE, "Half of the stalls burned, the mayor said.", "About 48% of the stalls burned, the company said."),
        (FIRE, "A third of the stalls were insured, the mayor said.", "Two thirds of the stalls were not insured, the company said."),
        (FIRE, "A fifth of the stalls burned in the north hall, the mayor said.", "Half of the stalls burned in the south hall, the company said."),
        (FIRE, "There was one meeting with the company, the mayor said.", "There were three meetings with the union, said Paul Le Bris."),
        (FIRE, BROKE_OUT, "The fire had been put out at 4.30 a.m., said Paul Le Bris."),
        (FIRE, BROKE_OUT, "A second fire broke out at 4 a.m., said Paul Le Bris."),
        (FIRE, BROKE_OUT, "The fire started before 4 a.m., said Paul Le Bris."),
        (FIRE, "The train left at 6.10pm, the company said.", "The train was to have left at 5.40pm, said Paul Le Bris."),
        (FIRE, "The union said that 340 stalls had been lost.", "The company said that 400 stalls would be lost."),
        (SHIP, RUDDER, "The ship had run aground because of a fault in its steering, the coastguard said."),
        (SHIP, RUDDER, "Passengers fell because the stairs were wet, the coastguard said."),
        (SHIP, RUDDER, "A day earlier the coastguard had said that the officer was asleep."),
        (COINS, CLEANERS, "Thieves stole the coins, the museum's director said."),
        (COINS, CLEANERS, "A gang from abroad stole paintings from a church in Udine, the museum's director said."),
        (COINS, CLEANERS, "The theft was the work of insiders, the director said."),
        (FIRE, DRYER, "Paul Le Bris said that the fire might have started in a kitchen."),
        (FIRE, DRYER, "The fire started at the market, said Paul Le Bris."),
        (EGGS, HENS, "The outbreak started in Lyon, said Paul Le Bris."),
        (BID, VOTE, "The chairman said that they would vote on his pay on 27 March."),
        (BID, "The shareholders of Kestrel Paper will vote on 20 March.", "Quay's chairman said that the shareholders of Quay Group would vote on 27 March."),
    ],
)  # fmt: skip
def test_what_only_looks_so(opening: str, one: str, other: str) -> None:
    """Another hour, part, thing, plan or bound, what may be one cause, and another matter's, contradict nobody."""
    assert not contested(opening, one, other)


def test_who_may_be_one_party() -> None:
    """Two descriptions that share a word may be of one party, which contradicts nobody."""
    union = "The union said that half of the stalls burned."
    assert not contested(FIRE, union, "The union's president said that a fifth of the stalls burned.")
    assert contested(FIRE, union, "Paul Le Bris said that a fifth of the stalls burned.")
