"""Counts, measures, shares, costs and moments that two parties give: of one thing by what is said to have been done. All texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.stories.made import FIRE, card_of, story_of

CARGO = "A freighter lost its cargo in a gale off Brest on Friday. "
LEAK = "A tank leaked at the Kerdal works in Brest on Friday. "
STRIKE = "Drivers went on strike at the depot in Brest on Friday. "
HACKED = "Hackers broke into the computers of Breizh Mobile in Brest on Friday. "
BRIDGE = "A bridge over the Penfeld at Brest is to be rebuilt, it was said on Friday. "
STORM = "A storm hit the coast near Brest on Friday. "
FALLEN = "A bridge in Brest fell on Friday and two people died. "
DAM = "A dam above Brest burst on Friday. "
RAID = "Robbers raided a jeweller in Brest on Friday. "
LOST = "The coastguard said that 62 containers had been lost overboard."
RAN = "Some 12,000 litres ran into the river, the River Office said."
TAKEN = "The company said that the records of 210,000 customers had been taken."
BURNED = "The mayor said that 45 stalls had burned."
COSTS = "The bridge will cost €24 million, the mayor said."


def contested(opening: str, one: str, other: str) -> bool:
    return bool(story_of(card_of(opening + one, "A"), card_of(opening + other, "B")).disagreements)


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (CARGO, LOST, "“Our own count from the air is 41 containers,” managing director Jean Kerdal said."),
        (CARGO, "The owner said that the ship had lost 90 logs.", "Fishermen counted 150 logs, said Paul Le Bris."),
        (LEAK, RAN, "The company put the loss at 4,500 litres."),
        (HACKED, TAKEN, "The commissioner, Ugo Bassi, said that hackers took the records of 1.3 million customers."),
        (FIRE, BURNED, "The traders' union put the number of stalls at 63."),
        (STRIKE, "Sixty passengers were stranded, the company said.", "Some 85 people were stranded, the union said."),
        (BRIDGE, COSTS, "The region's auditor said that it would cost €31 million."),
        (BRIDGE, "The project will still cost €24 million, the company insisted.", "The bridge will cost €29 million, the court of auditors said."),
        (STORM, "A third of the homes in the city had lost power, the mayor said.", "The grid company said that 15% of the homes had lost power."),
        (STORM, "Half of the roofs were damaged, the mayor said.", "An insurer, Jean Kerdal, said that one roof in ten was damaged."),
        (STORM, "The hospital said that 40% of its nurses had stayed away.", "Two thirds of the nurses stayed away, their union said."),
        (FALLEN, "It collapsed at 6.10 a.m., the mayor said.", "The bridge gave way at 5.20 a.m., said Paul Le Bris."),
        (DAM, "It burst at 4.10 a.m., the governor said.", "The dam broke at 3.15 a.m., said Paul Le Bris."),
        (RAID, "The raid began at 9.10 a.m., police said.", "The robbers burst into the shop at 8.30 a.m., its owner said."),
        (FIRE, "Turnout at the market was 64%, the mayor said.", "Turnout was 51% at the market, said Paul Le Bris, who had counted the visitors at the gates."),
        (FIRE, "Turnout at the market was 64%, the mayor said, four points more than five years ago.", "Turnout was 51% at the market, said Paul Le Bris."),
    ],
)  # fmt: skip
def test_what_two_parties_count_differs(opening: str, one: str, other: str) -> None:
    """The only counts or shares of a noun, measures in a unit or costs of two accounts differ where the same was done, or one party only counts."""
    assert contested(opening, one, other)


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (CARGO, LOST, "The owner said that 41 containers had been recovered."),
        (CARGO, LOST, "The owner said that 180 containers had been on board."),
        (CARGO, LOST, "The owner said that 20 of the containers that were lost held toys."),
        (CARGO, LOST, "The owner said that 20 empty containers had been lost."),
        (CARGO, "The owner said that the ship had lost 90 logs.", "The coastguard said that at least 50 logs had been lost."),
        (CARGO, "The owner said that the ship had lost 90 logs.", "The coastguard said that 45 logs had washed up on the beach at Crozon."),
        (LEAK, RAN, "The company said that the tank held 30,000 litres."),
        (LEAK, RAN, "The company said that it had pumped out 4,500 litres."),
        (HACKED, TAKEN, "The commissioner said that 90,000 customers had taken a new card."),
        (HACKED, TAKEN, "The passwords of 38,000 customers were taken too, the police said."),
        (HACKED, "The police have taken 12 computers, they said.", "The company said that hackers had taken over 40 computers."),
        (FIRE, BURNED, "The traders' union said that 63 stalls were not insured."),
        (FIRE, BURNED, "The market has 63 stalls, the traders' union said."),
        (FIRE, f"{BURNED} Another 18 stalls were wet, he said.", "The traders' union said that 63 stalls had burned or were wet."),
        (FIRE, "The mayor said that he had received 300 letters.", "The company said that it had received 700 letters."),
        (FIRE, "The mayor said that 30 families had been offered rooms.", "The church said that it had offered rooms to 12 families."),
        (STRIKE, "Sixteen drivers were sent letters by the company, it said.", "The union said that eleven drivers need longer breaks."),
        (STRIKE, "Sixty passengers were stranded in Brest, the company said.", "Some 85 people were stranded in Morlaix, the union said."),
        (BRIDGE, COSTS, "The ramps will cost €6 million, the region's auditor said."),
        (BRIDGE, COSTS, "The old bridge cost €9 million, said Paul Le Bris."),
        (BRIDGE, COSTS, "A tunnel would cost €60 million, the region's auditor said."),
        (STORM, "A third of the homes in the city had lost power, the mayor said.", "The grid company said that 15% of the homes were still without power by the evening."),
        (STORM, "A third of the homes had lost power, the mayor said.", "In Morlaix 15% of the homes had lost power, said Paul Le Bris."),
        (STORM, "Half of the roofs were damaged, the mayor said.", "A tenth of the roofs were destroyed, said Paul Le Bris."),
        (STORM, "Half of the roofs were damaged, the mayor said.", "A tenth of the roofs that are older than the war were damaged, said Paul Le Bris."),
        (STORM, "The hospital said that 40% of its nurses had stayed away.", "The union said that two thirds of the nurses had voted to stay away."),
        (FALLEN, "It collapsed at 6.10 a.m., the mayor said.", "It was closed to lorries at 5.20 a.m., said Paul Le Bris."),
        (FALLEN, "It collapsed at 6.10 a.m., the mayor said.", "A crane collapsed at 9.20 a.m., said Paul Le Bris."),
        (DAM, "It burst at 4.10 a.m., the governor said.", "The water reached the town at 5.15 a.m., said Paul Le Bris."),
        (RAID, "The raid began at 9.10 a.m., police said.", "Police were called at 9.40 a.m., its owner said."),
        (RAID, "The raid began at 9.10 a.m., police said.", "The shop opens at 8.30 a.m., its owner said."),
        (FIRE, "The mayor said that 45 stalls had burned.", "The union had counted 60 stalls on Thursday, it said."),
    ],
)  # fmt: skip
def test_what_only_looks_so_does_not(opening: str, one: str, other: str) -> None:
    """Something else that was done, a part, a bound, what each party did itself, and what another thing costs contradict nobody."""
    assert not contested(opening, one, other)
