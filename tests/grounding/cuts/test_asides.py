"""Rules of what stands between commas, behind "in", behind "and" or in a clause of its own, and looks as if it might be missing."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.grounding.cuts.test_kinds import held

HONEST = [
    ("Brandt said Wednesday that the pier was safe.", "Brandt said that the pier was safe."),
    ("The bank, based in Leeds, owns 40 ships.", "The bank owns 40 ships."),
    ("The nurses walked out at dawn on Tuesday.", "The nurses walked out on Tuesday."),
    ("The museum, founded in 1903, charges a fee.", "The museum charges a fee."),
    ("Divers searched the hull in May and found nothing wrong.", "Divers searched the hull in May."),
]  # fmt: skip
"""What says when, where from or since when, of what is so all the same."""
BOUND = [
    ("The museum shows barely a tenth of its works.", "The museum shows a tenth of its works."),
    ("The town was largely destroyed.", "The town was destroyed."),
    ("The clerk had done nothing wrong.", "The clerk had done nothing."),
    ("The mayor, a report said, took a bribe.", "The mayor took a bribe."),
    ("The mayor took a bribe, a claim by his rival, in May.", "The mayor took a bribe in May."),
    ("The mayor took a bribe, an accusation by his rival, in May.", "The mayor took a bribe in May."),
    ("The mayor took a bribe, a theory of his rival, in May.", "The mayor took a bribe in May."),
    ("After the storm, a boat with two men on board, sank.", "After the storm sank."),
    ("The drug, in Leeds, was legal.", "The drug was legal."),
    ("The drug, above 40 degrees, was a poison.", "The drug was a poison."),
    ("Prices rose, including tax, by 4 percent.", "Prices rose by 4 percent."),
    ("The ban holds, with two exceptions, until May.", "The ban holds until May."),
    ("The bank said Monday flights would stop.", "The bank said flights would stop."),
    ("The minister faces a charge, contests every word and stays in office.", "The minister faces a charge and stays in office."),
    ("The minister faces a charge and rejects it.", "The minister faces a charge."),
    ("The offer stands and expires in May.", "The offer stands."),
    ("The clerk, who did not see the driver, blamed Brandt.", "The clerk blamed Brandt."),
    ("The mayor, who was acquitted of fraud in May, was jailed.", "The mayor was jailed."),
    ("The attack, which never happened, was in the paper.", "The attack was in the paper."),
    ("The bank fined customers who paid late.", "The bank fined customers."),
    ("Residents who boiled their water were safe.", "Residents were safe."),
    ("The duty was imposed on goods from China.", "The duty was imposed on goods."),
    ("The drug halved the pain in women.", "The drug halved the pain."),
    ("The drug cured the pain in a small trial.", "The drug cured the pain."),
    ("The drug cured the pain in heavier patients.", "The drug cured the pain."),
    ("The clerk was guilty on one count.", "The clerk was guilty."),
    ("The clerk was found guilty on one count.", "The clerk was found guilty."),
    ("The firm planned to search the wreck in an inflatable boat.", "The firm planned to search the wreck."),
    ("The firm did not search the wreck in an inflatable boat.", "The firm did not search the wreck."),
    ("No lorries from Leeds used the road.", "No lorries used the road."),
]  # fmt: skip
"""Words of degree, exceptions and denials that bound what is beside them."""
TAKEN_BACK = [
    ("The judge fined Orlov for theft, a ruling struck out in June, after two days.", "The judge fined Orlov for theft after two days."),
    ("The board sacked Orlov, a step since undone, in May.", "The board sacked Orlov in May."),
    ("The club bought Orlov, a transfer halted by the league, for 2 million.", "The club bought Orlov for 2 million."),
    ("Adeyemi won the seat, a result declared void in July, by 40 votes.", "Adeyemi won the seat by 40 votes."),
    ("Adeyemi won the seat, a provisional count, by 40 votes.", "Adeyemi won the seat by 40 votes."),
    ("The clerk hid the money, a hypothesis of the detectives, in May.", "The clerk hid the money in May."),
    ("The clerk hid the money, a suggestion by his cousin, in May.", "The clerk hid the money in May."),
    ("The clerk hid the money, the gossip in the office, in May.", "The clerk hid the money in May."),
    ("The clerk hid the money, his partner's version, in May.", "The clerk hid the money in May."),
    ("The clerk hid the money, a joke on the radio, in May.", "The clerk hid the money in May."),
]  # fmt: skip
"""Asides that take a deed back, leave it open, or say whose word it is."""
SECOND = [
    ("The licence allows hunting and needs a test.", "The licence allows hunting."),
    ("The treaty binds nine states and requires a vote.", "The treaty binds nine states."),
    ("The rule bans guns and spares knives.", "The rule bans guns."),
    ("The train links nine towns and skips ours.", "The train links nine towns."),
    ("The tax hits all vans and skips lorries.", "The tax hits all vans."),
    ("The survey links coffee to stress and omits smokers.", "The survey links coffee to stress."),
    ("The drug helps adults and harms babies.", "The drug helps adults."),
    ("The plan brings nine jobs and takes ninety.", "The plan brings nine jobs."),
    ("The swap frees six captives and keeps sixty.", "The swap frees six captives."),
    ("The ceasefire holds in the north and fails at night.", "The ceasefire holds in the north."),
    ("The party supports the pact and demands changes.", "The party supports the pact."),
    ("The inquiry cleared Orlov and blamed his driver.", "The inquiry cleared Orlov."),
    ("The inquiry clears Orlov and criticises his driver.", "The inquiry clears Orlov."),
    ("The ticket gives a free ride and costs 40 euros.", "The ticket gives a free ride."),
    ("The scheme saved 40 million and cost 90 million.", "The scheme saved 40 million."),
    ("The permit allows hunting and carries a fee.", "The permit allows hunting."),
    ("The firm buys nine ships and sells forty.", "The firm buys nine ships."),
    ("The jab protects adults and works for a week.", "The jab protects adults."),
    ("The pool opens on Monday and charges a fee.", "The pool opens on Monday."),
    ("The union welcomed the deal and demanded a vote.", "The union welcomed the deal."),
    ("The union welcomed the deal and insisted on a vote.", "The union welcomed the deal."),
]  # fmt: skip
"""Second verbs that set a condition, exempt, or weigh against the first."""
WITHIN = [
    ("The gel cured the rash in a rabbit.", "The gel cured the rash."),
    ("The gel cured the rash in a dish.", "The gel cured the rash."),
    ("The dam broke the flood in a simulation.", "The dam broke the flood."),
    ("Chebet won the seat in a mock poll.", "Chebet won the seat."),
    ("Chebet lost the seat in a projection.", "Chebet lost the seat."),
    ("Chebet killed the king in a novel.", "Chebet killed the king."),
    ("Chebet published the book under a pen name.", "Chebet published the book."),
    ("Workers restored the water in a suburb.", "Workers restored the water."),
    ("The army found the tank in a film.", "The army found the tank."),
]  # fmt: skip
"""What a deed was done in, where it was no such deed or holds of that alone."""
OF_WHICH = [
    ("Inflation, including fuel, was 6 percent.", "Inflation was 6 percent."),
    ("The blast hurt 20 people, including suspected cases.", "The blast hurt 20 people."),
    ("Swimming, off Whitby, was forbidden.", "Swimming was forbidden."),
    ("Dogs, along the canal, were outlawed.", "Dogs were outlawed."),
    ("Tenants, born after 1990, lost the grant.", "Tenants lost the grant."),
    ("Ships, owned by Russians, were seized.", "Ships were seized."),
    ("Trains, run by the state, will stop.", "Trains will stop."),
    ("The pill, taken before meals, cuts weight.", "The pill cuts weight."),
    ("Drivers, over 80, lost their licences.", "Drivers lost their licences."),
    ("The company made 4 million, before a fine of 9 million.", "The company made 4 million."),
    ("All firms, owned by foreigners, were fined.", "All firms were fined."),
    ("Every club, founded in 1903, must close.", "Every club must close."),
    ("The loss was 30 million, less a grant of 20 million.", "The loss was 30 million."),
]  # fmt: skip
"""What says which are meant, or of what a figure is."""
CLAUSES = [
    ("Orlov, who has not been charged, robbed the shop.", "Orlov robbed the shop."),
    ("Orlov, whose part nobody showed, robbed the shop.", "Orlov robbed the shop."),
    ("The woman, who was not at the wheel, hit the bus.", "The woman hit the bus."),
    ("The club hired Orlov, who has not signed a contract, for a year.", "The club hired Orlov for a year."),
    ("The council fined shops that had sold knives.", "The council fined shops."),
    ("The council evicted tenants who had paid nothing.", "The council evicted tenants."),
    ("The police arrested Orlov, who was not there, on Monday.", "The police arrested Orlov on Monday."),
    ("The mayor opened a garden beside the canal, the church and the mill.", "The mayor opened a garden, the church and the mill."),
    ("The jury found Orlov guilty, telling the judge it was split.", "The jury found Orlov guilty."),
    ("The clerk took the money, telling his wife it was a loan.", "The clerk took the money."),
]  # fmt: skip
"""Clauses that deny the deed, say which are meant, or give its doer's word."""
LISTS = [
    ("Thieves emptied a shop near the bank, the library and the museum.", "Thieves emptied a shop, the library and the museum."),
    ("Tenants, born after 1990, lost the grant.", "Tenants lost the grant."),
]  # fmt: skip
"""Places whose noun heads a list, which would be left behind as more of what was done."""


@pytest.mark.parametrize(("sentence", "claim"), HONEST)
def test_what_is_so_all_the_same_may_be_missing(model: Syntax, sentence: str, claim: str) -> None:
    """The day of saying, the time of day, and where somebody is based or since when may be missing."""
    assert held(sentence, claim, model) is not None


@pytest.mark.parametrize(("sentence", "claim"), [*BOUND, *TAKEN_BACK, *SECOND, *WITHIN, *OF_WHICH, *CLAUSES, *LISTS])
def test_what_bounds_or_takes_back_may_not(model: Syntax, sentence: str, claim: str) -> None:
    """What bounds, denies, doubts or takes back what stays, or says whose word it is, may not be missing, whatever marks stand around it."""
    assert held(sentence, claim, model) is None
