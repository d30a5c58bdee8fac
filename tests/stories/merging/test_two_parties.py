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
        (FIRE, "One child in ten is ill, the hospital said.", "Half of the children are ill, the union said."),
        (FIRE, "Three quarters of staff stayed away, the union said.", "The company said that 20% of staff stayed away."),
        (FIRE, "There was one meeting, the minister said.", "There were three meetings with the minister, said Paul Le Bris."),
        (FIRE, "The fire broke out shortly after 2 a.m., the fire service said.", "The fire had started at 4.30am, said Paul Le Bris."),
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
        (SHIP, "It ran aground at 6.15 p.m., the coastguard said.", "It sank at 9 p.m., its owner said."),
        (SHIP, "The crash happened at 6.15 a.m., police said.", "A tow truck overturned at 8.50 a.m., said Paul Le Bris."),
        (FIRE, BROKE_OUT, "The market was full for a concert. It began at 8 p.m., said Paul Le Bris."),
        (FIRE, BROKE_OUT, "The fire broke out again at 4 a.m., said Paul Le Bris."),
        (FIRE, BROKE_OUT, "The fire broke out at 3 a.m. Finnish time, said Paul Le Bris."),
        (FIRE, "The first shots were fired at 9.20 p.m., the mayor said.", "Officers opened fire at 9.45 p.m., said Paul Le Bris."),
        (FIRE, "The lights went out at 5.40 p.m., the mayor said.", "The hospital's owner said that power was cut at 6.20 p.m. when its generator ran dry."),
        (FIRE, TRAM, "Half of the trams were running in the morning on the line to Morlaix, the company said."),
        (FIRE, "Half of the patients had been vaccinated, the hospital said.", "A fifth of the patients under 40 had been vaccinated, said Paul Le Bris."),
        (FIRE, "A tenth of nurses were ill in January, the hospital said.", "Half of nurses were ill in February, the union said."),
        (FIRE, "A tenth of nurses are ill, the hospital said.", "In a survey by the union, half of nurses were ill, the union said."),
        (FIRE, "Half of the drivers voted, the union said.", "A fifth of the drivers voted for the strike, the company said."),
        (FIRE, "A fifth of the stalls burned, the mayor said.", "Half of the stalls burned or were soaked, the company said."),
        (FIRE, "The union first said that one tram in ten was running. It later corrected that.", "Half of the trams were running, the company said."),
        (FIRE, "Boats landed 400 tonnes of cod at the port last month, the union said.", "Boats landed 250 tonnes of hake at the port last month, the ministry said."),
        (FIRE, "The hospital used 400 litres of oxygen on Thursday, it said.", "The hospital used 700 litres of oxygen on Friday, the union said."),
        (FIRE, "The hospital needs 400 litres of oxygen, it said.", "The hospital has 900 litres of oxygen, the union said."),
        (FIRE, "The firemen used 300,000 litres of water, the brigade said.", "The company said that firemen had used 80,000 litres of water by midnight."),
        (FIRE, "There was one meeting in the town hall, the mayor said.", "There were three meetings of the committee in the town hall, said Paul Le Bris."),
        (FIRE, "The fire started on the third floor, the fire service said.", "The fire started in a spotlight, said Paul Le Bris."),
        (FIRE, "The fire started in the foyer, the fire service said.", "The fire was the work of arsonists, said Paul Le Bris."),
        (FIRE, "The fire was the result of a fault in a lamp, the fire service said.", "The delay was the fault of a signal on the railway, said Paul Le Bris."),
        (COINS, CLEANERS, "Two teenagers stole the van that the thieves drove, said its owner, Ugo Bassi."),
        (BID, VOTE, "If the offer is changed, shareholders will vote on it on 27 March, said Paul Le Bris."),
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
