"""One of two things told side by side, and clauses about one noun: what they deny or leave open bears on nothing outside them."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.grounding.cuts.test_kinds import held

MAY_GO = [
    ("The mill denied wrongdoing and said it would appeal.", "The mill said it would appeal."),
    ("The mill denied wrongdoing, and said it would appeal.", "The mill said it would appeal."),
    ("The owner left the hall, and told reporters that the mill would close.", "The owner told reporters that the mill would close."),
    ("Ministers rejected the report and said the figures were out of date.", "Ministers said the figures were out of date."),
    ("The pilot did not answer calls and has not been seen since Thursday.", "The pilot has not been seen since Thursday."),
    ("Rao did not give a reason for the decision and refused to take questions.", "Rao refused to take questions."),
    ("The bishop apologised to the families and promised to open the archive.", "The bishop promised to open the archive."),
    ("Kessler, who did not attend the hearing, was fined 4,000 euros.", "Kessler was fined 4,000 euros."),
    ("The three sailors, who could not swim, were pulled out by a boat.", "The three sailors were pulled out by a boat."),
    ("The plant, which is expected to employ 900 people, was opened by the king.", "The plant was opened by the king."),
    ("The board said the valve had been fitted the wrong way and that no engineer had checked it.", "The board said the valve had been fitted the wrong way."),
    ("The bank closed its branch and has not said where staff will go.", "The bank closed its branch."),
    ("The court freed him but did not say why.", "The court freed him."),
    ("The strike shut nine schools on Monday and is to spread to the port on Friday.", "The strike shut nine schools on Monday."),
]  # fmt: skip
MUST_STAY = {
    "a first deed that the second shares a word with, or stands on": [
        ("The man was not fined and jailed.", "The man was jailed."),
        ("The firm did not close the mine and cut the jobs.", "The firm cut the jobs."),
        ("The firm may close the mine and cut the jobs.", "The firm cut the jobs."),
        ("The clerk probably took the ring and left the town.", "The clerk left the town."),
        ("Nobody paid the fine and left the town.", "Nobody left the town."),
        ("Only two men paid the fine and left the town.", "Only two men left the town."),
        ("The firm rejected the report and said it was a fake.", "The firm said it was a fake."),
        ("The firm said the plant was damaged and closed for good.", "The firm closed for good."),
        ("If the clerk denied the theft and left the town, he lied.", "If the clerk left the town, he lied."),
        ("The minister resigned on Monday and was reinstated on Friday.", "The minister was reinstated on Friday."),
        ("The firm never paid the fine and left the town.", "The firm left the town."),
    ],
    "a second deed that takes the first its end or its sense": [
        ("The truce began at noon and did not last.", "The truce began at noon."),
        ("The firm signed the deal and did not mean it.", "The firm signed the deal."),
        ("The board sold the pier but was due to buy it back in May.", "The board will sell the pier."),
        ("The law took effect in May and is to be repealed in June.", "The law took effect in May."),
        ("Orlov confessed to the theft, but told the court that he had been beaten.", "Orlov confessed to the theft."),
        ("The board said the valve was safe and that this had not been tested.", "The board said the valve was safe."),
    ],
    "a clause that says that its noun is no such thing, or of whom it is not sure": [
        ("The bridge, which was never built, was opened on the map.", "The bridge was opened on the map."),
        ("Customs seized nine crates, which proved to be empty, on Tuesday.", "Customs seized nine crates on Tuesday."),
        ("The witness, who was not there, said Orlov fired first.", "The witness said Orlov fired first."),
        ("The woman, who was not at the wheel, hit the bus.", "The woman hit the bus."),
        ("All drivers, who did not sign, were fined.", "All drivers were fined."),
        ("Brandt bought a painting that turned out to be a copy.", "Brandt bought a painting."),
        ("The verdict, which may be overturned, was read on Friday.", "The verdict was read on Friday."),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "cut"), MAY_GO)
def test_what_bears_on_nothing_beside_it_may_go(sentence: str, cut: str, model: Syntax) -> None:
    """A first deed, a deed not done, a second reported clause and a clause about one noun may hold a denial or a doubt."""
    assert held(sentence, cut, model) is not None


@pytest.mark.parametrize(("sentence", "cut"), [pair for pairs in MUST_STAY.values() for pair in pairs])
def test_what_bears_on_the_rest_stays(sentence: str, cut: str, syntax: Syntax | None) -> None:
    """A shared helper, a pronoun that stands for what is gone, an end and an unmasking are not left out."""
    assert held(sentence, cut, syntax) is None
