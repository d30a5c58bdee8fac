"""Rules of longer parts that may be missing, by kind, each with what looks like it and must stay. Written for these tests before the rules were."""

from __future__ import annotations

import pytest

from summarize.article import Article, article_id
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.grounding.cuts import Cut, cut_from, moved_from

HONEST = {
    "appositions and asides": [
        ("Rents in Halvik rose 9 percent in May, the largest rise since records began in 2004.", "Rents in Halvik rose 9 percent in May."),
        ("Rents rose 9 percent in May, the tenants' league said, the largest rise in about ten years.", "Rents rose 9 percent in May, the tenants' league said."),
        ("The brothers, Aron Tveit and Jonas Tveit, sold the yard in March.", "The brothers sold the yard in March."),
        ("A violin worth about 40,000 euros was taken from a parked car in Lunde.", "A violin was taken from a parked car in Lunde."),
        ("The rings, worth an estimated $9,000, were found in a drain.", "The rings were found in a drain."),
        ("The union said 300 drivers had walked out, about half of the workforce.", "The union said 300 drivers had walked out."),
        ("The line carried 74 million people, up from 51 million a year earlier, it said.", "The line carried 74 million people, it said."),
        ("The board paid a fine of 30,000 crowns on Friday.", "The board paid a fine on Friday."),
    ],
    "clauses of time and reason": [
        ("Nine sailors were picked up after their trawler sank off Lunde.", "Nine sailors were picked up."),
        ("All nine sailors were picked up safely after their trawler sank off Lunde, the navy said.", "All nine sailors were picked up safely, the navy said."),
        ("Rebels shelled the bridge on Friday, villagers said, hours after the army had agreed to leave.", "Rebels shelled the bridge on Friday, villagers said."),
        ("Northway Rail lost 40 million crowns in May, as ticket sales fell 12 percent.", "Northway Rail lost 40 million crowns in May."),
        ("The court fined Northway Rail 40 million crowns for hiding three crashes from its inspectors.", "The court fined Northway Rail 40 million crowns."),
        ("The college closed two halls after a study found asbestos in the walls.", "The college closed two halls."),
    ],
    "second deeds and participles": [
        ("Inspectors had checked the dam in May and found nothing wrong.", "Inspectors had checked the dam in May."),
        ("The navy denied sinking the trawler and said it had gone down in a storm.", "The navy denied sinking the trawler."),
        ("Northway said it would repay the fares, adding that the letters were sent in error.", "Northway said it would repay the fares."),
        ("Three people were hurt in the stampede, the army said, rejecting reports of deaths as false.", "Three people were hurt in the stampede, the army said."),
    ],
    "relative clauses": [
        ("Police seized 40 crates of rum which they believe came from Portugal.", "Police seized 40 crates of rum."),
        ("The village was emptied on Monday as a fire that had doubled in size reached its fields.", "The village was emptied on Monday as a fire reached its fields."),
    ],
    "reported clauses": [
        ("Clerk Eva Brandt said the safe was opened on Sunday and that two guards had been suspended.", "Clerk Eva Brandt said that two guards had been suspended."),
        ("Brandt said the safe was opened on Sunday and that two guards had been suspended.", "Brandt said the safe was opened on Sunday."),
    ],
}  # fmt: skip
DANGEROUS = {
    "appositions and asides": [
        ("The house is worth about 40,000 euros.", "The house is."),
        ("About 40 people live there, a figure that could not be checked.", "About 40 people live there."),
        ("Tests found lead in a third of 612 wells.", "Tests found lead in a third."),
        ("The flood caused the death of 40 people.", "The flood caused the death."),
        ("The teacher, the driver and nine pupils were hurt.", "The teacher and nine pupils were hurt."),
        ("The minister took 3 million crowns, the largest bribe ever paid in Halvik, a lawsuit alleges.", "The minister took 3 million crowns."),
        ("The bridge was shut, a measure that holds only until June.", "The bridge was shut."),
    ],
    "clauses of time and reason": [
        ("The ferry will sail after the storm has passed Lunde.", "The ferry will sail."),
        ("The mine did not close after the crash killed two men.", "The mine did not close."),
        ("Northway was profitable before it bought two ferries in 2019.", "Northway was profitable."),
        ("Only two guards were on duty after the strike began.", "Only two guards were on duty."),
        ("Brandt was cleared after the court heard the clerk and was told of as many as nine others.", "Brandt was cleared of as many as nine others."),
        ("The clerk stole the ring, as a letter to the court alleges.", "The clerk stole the ring."),
        ("The fire moved as fast as a car drove on the road.", "The fire moved."),
        ("Lenders planned to close the mine after it lost 4 million crowns.", "Lenders planned to close the mine."),
        ("The mayor was cleared of taking bribes after a court heard the clerk.", "The mayor was taking bribes."),
        ("The road is closed after it rains.", "The road is closed."),
        ("Brandt took the ring after the wedding ended, police said.", "Brandt took the ring."),
    ],
    "second deeds and participles": [
        ("The bank announced a dividend and withdrew it an hour later.", "The bank announced a dividend."),
        ("Brandt took the money and denied that it was a bribe.", "Brandt took the money."),
        ("The court convicted Brandt and then quashed the verdict.", "The court convicted Brandt."),
        ("Shares fell 7 percent and closed up 2 percent.", "Shares fell 7 percent."),
        ("Brandt took the money and hid it, prosecutors said.", "Brandt took the money."),
        ("The navy did not sink the trawler and save its crew.", "The navy did not sink the trawler."),
        ("The minister resigned, saying that the resignation might be withdrawn.", "The minister resigned."),
        ("The club has won nothing, saying that it lacked the money to win.", "The club has won."),
        ("The dam was safe, the owner said, adding that nobody had checked it since May.", "The dam was safe, the owner said."),
    ],
    "relative clauses": [
        ("Police shut the shops that had sold the rum.", "Police shut the shops."),
        ("Drivers who drank were fined.", "Drivers were fined."),
        ("The chief, who denies the charge, took a bribe, prosecutors say.", "The chief took a bribe, prosecutors say."),
    ],
    "reported clauses": [
        ("Brandt denied that the safe was opened and that two guards had been paid.", "Brandt denied that two guards had been paid."),
        ("Brandt did not say that the safe was opened and that two guards had been paid.", "Brandt did not say that two guards had been paid."),
        ("Police said Brandt had denied that he was drunk and that he had hit a child.", "Police said that he had hit a child."),
        ("Brandt said the safe was opened but that two guards had been paid.", "Brandt said two guards had been paid."),
        ("Brandt said that if the safe was opened and that was proved, two guards would go.", "Brandt said two guards would go."),
    ],
}  # fmt: skip
MOVED = [
    ("A coroner has found that two guides could not have seen the slab.", "Two guides could not have seen the slab, a coroner has found."),
    ("Halvik Bank said on Friday that the names of 900 clients had been copied.", "The names of 900 clients had been copied, Halvik Bank said on Friday."),
    ("The names of 900 clients had been copied, Halvik Bank said on Friday.", "Halvik Bank said that the names of 900 clients had been copied."),
    ("Brandt said the mine had closed.", "Brandt said that the mine had closed."),
]  # fmt: skip
NOT_MOVED = [
    ("A coroner has found that two guides could not have seen the slab.", "Two guides could have seen the slab, a coroner has found."),
    ("Halvik Bank did not say that names had been copied.", "Names had been copied, Halvik Bank said."),
    ("Halvik Bank denied that names had been copied.", "Names had been copied, Halvik Bank denied."),
    ("If Halvik Bank says that names were copied, clients may leave.", "Names were copied, Halvik Bank says."),
    ("Halvik Bank said that names had been copied if the logs were right.", "Names had been copied, Halvik Bank said."),
    ("Halvik Bank said that the mine had closed.", "The mine had closed."),
    ("Police said Brandt told them that the mine had closed.", "The mine had closed, police said."),
    ("Halvik Bank may have said that names had been copied.", "Names had been copied, Halvik Bank said."),
]  # fmt: skip


def held(sentence: str, claim: str, syntax: Syntax | None) -> Cut | None:
    """The claim as a cut of the sentence, its attribution in its place or moved; None if it is none."""
    findings = find(Article(id=article_id(sentence), source="x", language="en", text=sentence), syntax)
    (found,) = findings.sentences
    cut = cut_from(claim, sentence, found)
    return cut if isinstance(cut, Cut) else moved_from(claim, sentence, found, findings.attributions)


ADDED = [
    ("The gale sank a ferry and injured nine sailors.", "The gale sank a ferry."),
    ("The minister resigned and will visit the northern towns.", "The minister resigned."),
    ("The fire gutted the hall, and smoke damaged a school.", "The fire gutted the hall."),
    ("The sailors were picked up by a tug and treated for cuts.", "The sailors were picked up by a tug."),
    (
        "Inspectors are due to check the lifts, and any tenant who has not had heat will be moved.",
        "Inspectors are due to check the lifts.",
    ),
    ("The fire gutted the hall; smoke damaged a school.", "The fire gutted the hall."),
]
TAKEN_BACK = [
    ("The boy vanished on Monday and was found unhurt on Tuesday.", "The boy vanished on Monday."),
    ("The clerk named Brandt and disowned the account.", "The clerk named Brandt."),
    ("The judge fined the captain and waived the fine on Friday.", "The judge fined the captain."),
    ("The motion passed the council and foundered in the cabinet.", "The motion passed the council."),
    ("The prisoner fled the yard and was caught within an hour.", "The prisoner fled the yard."),
    ("The firm dismissed the crew in May and rehired the men in June.", "The firm dismissed the crew in May."),
    ("The firm lost 3 million crowns in May and made 5 million crowns in June.", "The firm lost 3 million crowns in May."),
    ("The firm lost 3 million crowns in May and made 5 million crowns in June.", "The firm made 5 million crowns in June."),
    ("The minister resigned on Monday and was reinstated on Friday.", "The minister was reinstated on Friday."),
    ("The jet dropped off the screen, and the crew landed in Bergen.", "The jet dropped off the screen."),
    ("The boy vanished on Monday; a neighbour found him on Tuesday.", "The boy vanished on Monday."),
    ("The prisoner fled the yard before he was caught.", "The prisoner fled the yard."),
    ("The prisoner fled the yard before being caught.", "The prisoner fled the yard."),
    ("The court convicted the driver, and a judge who had injured two men annulled the verdict.", "The court convicted the driver."),
    ("The boy vanished on Monday; a neighbour who was hurt found him.", "The boy vanished on Monday."),
    ("The man was given nine years, which were later reduced to two.", "The man was given nine years."),
    ("The police held a baker and said he had been freed.", "The police held a baker."),
]  # fmt: skip


def pairs(kinds: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    return [pair for listed in kinds.values() for pair in listed]


@pytest.mark.parametrize(("sentence", "claim"), pairs(HONEST))
def test_what_is_beside_the_news_may_be_missing(model: Syntax, sentence: str, claim: str) -> None:
    """Asides, what a past deed came after, second deeds, what is known of one of many, and one of two reported clauses may be missing."""
    assert held(sentence, claim, model) is not None


@pytest.mark.parametrize(("sentence", "claim"), pairs(DANGEROUS))
def test_what_the_news_hangs_on_may_not(model: Syntax, sentence: str, claim: str) -> None:
    """What bounds a figure, a state or something still to come, takes a deed back, picks out, or says whose word it is must stay."""
    assert held(sentence, claim, model) is None


@pytest.mark.parametrize(("sentence", "claim"), MOVED)
def test_who_says_it_may_stand_elsewhere(model: Syntax, sentence: str, claim: str) -> None:
    """A source with its verb may stand in front or at the end, with or without "that"; what is kept are ranges of the sentence, in its order."""
    cut = held(sentence, claim, model)
    assert cut is not None
    assert list(cut.kept) == sorted(cut.kept, key=lambda span: span.start)


@pytest.mark.parametrize(("sentence", "claim"), NOT_MOVED)
def test_no_denial_or_condition_is_lost_in_moving(model: Syntax, sentence: str, claim: str) -> None:
    """What somebody did not say, or denies, or says on a condition, does not become what they say."""
    assert held(sentence, claim, model) is None


@pytest.mark.parametrize(("sentence", "claim"), ADDED)
def test_a_deed_that_adds_to_any_other_may_be_missing(model: Syntax, sentence: str, claim: str) -> None:
    """A second deed may be missing if its verb is known to add to whatever was done, or if it is still to come."""
    assert held(sentence, claim, model) is not None


@pytest.mark.parametrize(("sentence", "claim"), TAKEN_BACK)
def test_a_deed_that_may_take_the_other_back_stays(model: Syntax, sentence: str, claim: str) -> None:
    """Of two deeds neither may be missing where the later may undo the first: its verb is not known to add. The same holds of a clause beside it."""
    assert held(sentence, claim, model) is None
