"""Rules of what is said beside the news of a deed that was done, each with what looks like it and must stay."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.grounding.cuts.test_kinds import held

HONEST = [
    ("Officers found the boat in a cave in Peru on Friday.", "Officers found the boat in Peru."),
    ("The club confirmed on its website that Brandt would leave.", "The club confirmed that Brandt would leave."),
    ("A teacher from Leeds won the prize.", "A teacher won the prize."),
    ("The council spent 2 million crowns on ferries over three years.", "The council spent 2 million crowns on ferries."),
    ("A 52-year-old worker was hurt by a saw.", "A worker was hurt."),
    ("Brandt denied through her lawyer that she took the ring.", "Brandt denied that she took the ring."),
    ("The manager does not accept that the dam broke, and says all of the fish lived.", "The manager does not accept that the dam broke."),
    ("Two may be left, the authors write, and the herd could die out unless a road is shut.", "Two may be left, the authors write."),
    ("Police said the man was well and was expected to leave unless a wound was found.", "Police said the man was well."),
    ("The owner, which was cited twice in 2024, has not said why.", "The owner has not said why."),
    ("The statue, cast in about 1650 and bought by a soldier, has stood in the hall.", "The statue has stood in the hall."),
    ("The road was washed away, so diggers were flown in by helicopter.", "The road was washed away."),
    ("The horse will be returned after a museum gave up its claim.", "The horse will be returned."),
    ("Crews searched the slope, while the navy sent a ship.", "Crews searched the slope."),
    ("The minister resigned, plunging the party into a crisis.", "The minister resigned."),
    ("Growers in the valley lost their crop to frost.", "Growers lost their crop to frost."),
    ("The plan, which passed after a debate that lasted until midnight, now goes to the king.", "The plan now goes to the king."),
    ("The board did not answer the report, which was printed on Sunday.", "The board did not answer the report."),
    ("The board bought the ship in 1998 and would sell the pier if prices rose.", "The board bought the ship."),
    ("Her lawyer said Brandt bought the pier and would sue if prices rose.", "Her lawyer said Brandt bought the pier."),
]  # fmt: skip
FALSE = [
    ("The board may sell the ship and will close the pier if no buyer is found.", "The board may sell the ship."),
    ("None of the men took the ring and sold the boat.", "None of the men took the ring."),
    ("Brandt denied that she took the ring and sold the boat.", "Brandt denied that she took the ring."),
    ("The court convicted Brandt and quashed the verdict.", "The court convicted Brandt."),
    ("The clerk hit the mayor and paid him to keep quiet.", "The clerk paid him to keep quiet."),
    ("The clerk saw the mayor and said the ring was gone.", "The mayor said the ring was gone."),
    ("A painting, bought in May and hung for years in a hall, is to be sold.", "A painting, bought in May."),
    ("The pilot was found at fault for the landing.", "The pilot was found for the landing."),
    ("Only four of the lifts, all of which were to be replaced, work every day, a count shows.", "Only four of the lifts a count shows."),
    ("Officials say the letters, eleven of which were posted, are old.", "Officials say the letters, eleven were posted, are old."),
    ("Archaeologists working near a road found a ship.", "Archaeologists working found a ship."),
    ("The mine will close, and 400 jobs will go, if no buyer is found.", "The mine will close."),
    ("If the dam holds, the road will open, and the school will reopen.", "The road will open."),
    ("The clerk took the ring, and the court found that the story was false.", "The clerk took the ring."),
    ("The clerk took the ring, and this was later shown to be a lie.", "The clerk took the ring."),
    ("The minister took a bribe, and two of his aides hid the money, prosecutors said.", "The minister took a bribe."),
    ("The minister took a bribe, hiding the money in a safe, prosecutors said.", "The minister took a bribe."),
    ("The minister took a bribe, and two of his aides hid the money, according to prosecutors.", "The minister took a bribe."),
    ("The army denied bombing the school, killing nine.", "The army bombing the school."),
    ("The mayor, the court found, was drunk.", "The mayor was drunk."),
    ("The mayor, according to two aides, was drunk.", "The mayor was drunk."),
    ("The bill, if it passes, will end the strike.", "The bill will end the strike."),
    ("The suspect, accused of stealing a car, denies it.", "The suspect denies it."),
    ("The man was not killed by the police.", "The man was not killed."),
    ("Dogs were banned in the gardens.", "Dogs were banned."),
    ("Lorries may be parked in the yard.", "Lorries may be parked."),
    ("Crews did not replace two kilometres of track.", "Crews did not replace track."),
    ("The bridge was reopened, with only one lane in use.", "The bridge was reopened."),
    ("The strike was ended, while the union says it never began.", "The strike was ended."),
    ("The museum would be shut after it failed a test.", "The museum would be shut."),
    ("The pool was closed and children were sent home if it rained.", "The pool was closed."),
    ("Brandt took the money and says the money was not a bribe.", "Brandt took the money."),
    ("The council stopped night flights.", "The council stopped flights."),
    ("A frog was found in a forest in Peru, a team reports in a journal.", "A frog was found in Peru."),
    ("The clerk was ill only because of the fire.", "The clerk was ill."),
    ("The plant was shut, so two workers told a court.", "The plant was shut."),
    ("The vaccine, taken twice, halves the risk.", "The vaccine halves the risk."),
    ("Profit, adjusted for inflation, rose.", "Profit rose."),
    ("The ban, parts of which were struck down, took effect.", "The ban took effect."),
    ("Fares will rise, except on accounts that were opened before 2015.", "Fares will rise, except on accounts that were opened."),
    ("A deputy fired by mistake in the corridor.", "A deputy fired in the corridor."),
    ("The mayor, who was acquitted of fraud in May, was jailed.", "The mayor was jailed."),
    ("The drug halved the pain in women.", "The drug halved the pain."),
    ("The mayor killed two rivals in a film.", "The mayor killed two rivals."),
    ("The man was mistaken for a thief.", "The man was mistaken."),
    ("The council banned dogs from the park.", "The council banned dogs."),
    ("The council banned smoking on trains.", "The council banned smoking."),
    ("Few shops closed their doors on the first day.", "Few shops closed their doors."),
    ("The club won no match on the road.", "The club won no match."),
    ("The firm planned to close the mine for a year.", "The firm planned to close the mine."),
    ("The bank cut its rate for new clients.", "The bank cut its rate."),
    ("Police said the man was shot by mistake.", "Police said the man was shot."),
    ("The fire was started on purpose.", "The fire was started."),
    ("The tax was raised for the richest.", "The tax was raised."),
    ("The trade was ended on paper.", "The trade was ended."),
    ("The party lost the vote in two of nine towns.", "The party lost the vote."),
    ("The army shot two men during a drill.", "The army shot two men."),
    ("Profit, excluding the sale of two ferries, rose.", "Profit rose."),
    ("The road is open, depending on the weather.", "The road is open."),
    ("The team won the cup, assuming the appeal fails.", "The team won the cup."),
    ("The firm made a profit, excluding the sale of two ferries.", "The firm made a profit."),
    ("The firm made a profit, not counting the sale of two ferries.", "The firm made a profit."),
    ("Patients on the drug recovered.", "Patients recovered."),
    ("Dogs in the gardens were banned.", "Dogs were banned."),
    ("More nurses left in Arvik than in Lunde.", "More nurses left than in Lunde."),
    ("Nurses were happier in Arvik.", "Nurses were happier."),
    ("The council did not close the road despite complaints.", "The council did not close the road."),
    ("The police confused the man with a thief.", "The police confused the man."),
    ("The mayor, subject to a vote, was confirmed.", "The mayor was confirmed."),
    ("The mayor, provided he wins, was promised a car.", "The mayor was promised a car."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claim"), HONEST)
def test_what_more_is_said_of_a_deed_may_be_missing(model: Syntax, sentence: str, claim: str) -> None:
    """How, where and for how long something was done, what describes its subject, and what else happened may be missing."""
    assert held(sentence, claim, model) is not None


@pytest.mark.parametrize(("sentence", "claim"), FALSE)
def test_what_bounds_a_deed_may_not(model: Syntax, sentence: str, claim: str) -> None:
    """In denials, plans, conditions, bans and rankings, of "few" and of what holds of some alone, each word counts; so does whose word it is."""
    assert held(sentence, claim, model) is None
