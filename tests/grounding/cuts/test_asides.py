"""Rules of what stands between commas, of when something was said, and of several things that are so, each with what looks like it and must stay."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.grounding.cuts.test_kinds import held

HONEST = [
    ("The board barred lorries from Mill Street, a narrow lane beside the school, after two crashes.", "The board barred lorries from Mill Street after two crashes."),
    ("An engineer said the detour, along the Mill Road, was too narrow.", "An engineer said the detour was too narrow."),
    ("The club signed nine players, among them two Danes, in May.", "The club signed nine players in May."),
    ("Four ships, including a tanker from Oslo, were searched.", "Four ships were searched."),
    ("Ostrow said on Tuesday it had sold the pier for 40 million, less than analysts had forecast.", "Ostrow said it had sold the pier for 40 million."),
    ("Brandt said Wednesday that the pier was safe.", "Brandt said that the pier was safe."),
    ("The park has nine lifts, employs 40 people and feeds a town.", "The park has nine lifts and feeds a town."),
    ("The mill employs 40 people and runs nine lorries.", "The mill employs 40 people."),
    ("The bank, based in Leeds, owns 40 ships.", "The bank owns 40 ships."),
    ("The ban, which was first proposed in 2023, takes effect in June.", "The ban takes effect in June."),
    ("The court jailed Brandt, who has no convictions, on Friday.", "The court jailed Brandt on Friday."),
    ("Crowds threw stones at students who had gathered on the bridge.", "Crowds threw stones at students."),
    ("Inspectors from the agency burned nine hives.", "Inspectors burned nine hives."),
    ("The ferry hit a rock and was refloated on the tide.", "The ferry hit a rock and was refloated."),
    ("The crew reached the wreck in an inflatable boat.", "The crew reached the wreck."),
    ("The nurses walked out at dawn on Tuesday.", "The nurses walked out on Tuesday."),
]  # fmt: skip
FALSE = [
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


@pytest.mark.parametrize(("sentence", "claim"), HONEST)
def test_what_stands_beside_may_be_missing(model: Syntax, sentence: str, claim: str) -> None:
    """Descriptions, days of saying, some of those that are told of, and further things that are so may be missing."""
    assert held(sentence, claim, model) is not None


@pytest.mark.parametrize(("sentence", "claim"), FALSE)
def test_what_looks_like_it_may_not(model: Syntax, sentence: str, claim: str) -> None:
    """What bounds, denies or doubts what stays, or says whose word it is, may not be missing, whatever marks stand around it."""
    assert held(sentence, claim, model) is None
