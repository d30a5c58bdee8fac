"""What the rules refuse of a claim in other words, and what they must let pass: one pair a rule."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.checking.check import check
from summarize.checking.reading import read_for_checks
from summarize.checking.refusing import Refusal, refusal
from summarize.evidence.syntax import Syntax

MINISTER = "Energy Minister Ida Holm said the dam would hold. Engineers said it could fail within a decade."
TOLL = "Officials said 12 people died in Arvik and 340 were hurt in Solberg."


def refused(claim: str, evidence: str, model: Syntax) -> Refusal | None:
    """The refusal of a claim that rests on a whole text."""
    return refusal(read_for_checks(claim, model), read_for_checks(evidence, model), [(0, len(evidence))])


@pytest.mark.parametrize(
    ("evidence", "claim", "rule"),
    [
        ("“We will close the line,” said Mayor Eva Brandt. Tram driver Otto Lund objected.", "“We will close the line,” said Otto Lund.", "quotation"),
        ("“We will close the line by May,” said Mayor Eva Brandt.", "“We may close the line by May,” said Eva Brandt.", "quotation"),
        ("“We will close the line,” said Mayor Eva Brandt.", "“Nobody asked the passengers first,” said Eva Brandt.", "quotation"),
        ("The council met on Tuesday about the library.", "Wolves were seen near a farm in winter.", "elsewhere"),
        ("The council closed the library in Arvik.", "The council closed the library in Telborg.", "name"),
        ("The fund lost 40 million dollars last year.", "The fund lost 90 million dollars last year.", "figure"),
        (TOLL, "Officials said 340 people died in Arvik.", "figure"),
        ("The bridge reopened on Monday after repairs.", "The bridge reopened on Friday after repairs.", "date"),
        ("The striker sued the club over his pay.", "The club sued the striker over his pay.", "roles"),
        ("The mine did not pollute the river.", "The mine polluted the river.", "denial"),
        (MINISTER, "The dam will fail within a decade, engineers said.", "mood"),
        ("The dam is unsafe, the engineers said.", "The dam is unsafe.", "source"),
        (MINISTER, "Ida Holm said the dam could fail within a decade.", "source"),
        ("Scientists have found gold on the moon, they reported. Mayor Eva Brandt was there.", "There is gold on the moon, Eva Brandt reports.", "source"),
        ("The lake has swollen. The village put in sirens.", "The village put in sirens because of the lake.", "need"),
    ],
)  # fmt: skip
def test_a_rule_refuses(evidence: str, claim: str, rule: str, model: Syntax) -> None:
    """Each rule refuses what it is for."""
    found = refused(claim, evidence, model)
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("Half of the staff fled and the fire killed 12 people and hurt 300.", "The fire killed 6 people."),
        ("Half of the staff fled and the fire killed 12 people and hurt 300.", "The fire hurt 150 people."),
        ("A third of the roof fell, and 300 people were hurt.", "Some 100 people were hurt."),
        ("Half of the staff and 300 guests were hurt.", "Police said 150 guests were hurt."),
        ("Half of the staff, 300 guests and a dog were hurt.", "150 guests were hurt."),
        ("Prices rose by a third, and 90 shops closed.", "Some 30 shops closed."),
        ("In 90 shops half of the staff were hurt.", "The staff of 45 shops were hurt."),
    ],
)
def test_a_part_of_one_thing_is_no_part_of_another(evidence: str, claim: str, model: Syntax) -> None:
    """A fraction makes a figure only of the one that stands right behind it as what it is a part of."""
    found = refused(claim, evidence, model)
    assert found is not None
    assert found.rule == "figure"


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("“We will close the line,” said Mayor Eva Brandt.", "The mayor, Eva Brandt, said: “We will close the line.”"),
        ("The council closed the library in Arvik.", "The library in Arvik was closed by the council."),
        ("The fund lost 40 million dollars last year and 20 million this year.", "The fund lost 60 million dollars."),
        ("Of the 480 members 241 voted for the strike.", "More than half of the 480 members voted for the strike."),
        ("The mine did not pollute the river.", "The river was not polluted by the mine."),
        ("The dam is unsafe, the engineers said.", "Engineers called the dam unsafe."),
        ("The dam is unsafe, Chief Engineer Lars Moe said.", "The dam is unsafe, according to an engineer."),
        ("The ministry plans to ban the nets.", "The ministry wants to ban the nets."),
        ("About half of the 140 residents have left the town.", "Roughly 70 residents have left the town."),
        ("About half of the village's 140 residents have left.", "Some 70 residents have left."),
        ("Half of its 140 drivers walked out.", "70 drivers walked out."),
        ("A third of the 90 shops closed.", "30 shops closed."),
        ("Scientists have found gold on the moon, they reported.", "There is gold on the moon, scientists report."),
    ],
)  # fmt: skip
def test_an_honest_claim_passes(evidence: str, claim: str, model: Syntax) -> None:
    """What is told shorter, more generally or the other way round is not refused."""
    assert refused(claim, evidence, model) is None


def test_it_is_contradicted_only_where_one_sentence_says_otherwise_in_its_words(model: Syntax) -> None:
    """A denial in a claim's own words contradicts it; one in other words only fails to show it."""
    near = refused("The mine polluted the river.", "The mine did not pollute the river.", model)
    far = refused(
        "The mine polluted the river in spring and killed the fish there.", "The mine did not pollute the river.", model
    )
    assert near is not None
    assert near.outcome == "contradicted"
    assert far is not None
    assert far.outcome == "not shown"


@pytest.mark.parametrize(
    "evidence",
    [
        "Ivo Brandt pleaded not guilty on Monday to killing his wife.",
        "Ivo Brandt was acquitted of killing his wife.",
        "Ivo Brandt was cleared on Monday of killing his wife.",
        "Ivo Brandt was found not guilty of killing his wife.",
    ],
)
def test_what_somebody_is_not_guilty_of_is_not_told_as_his_deed(evidence: str) -> None:
    """The deed without a hedge is refused, and no word for the denial or the charge is."""
    article = Article(text=f"{evidence} The trial was held in Leeds.", language="en")
    (deed,) = check("Ivo Brandt killed his wife.", article)
    assert (deed.verdict in {"not shown", "contradicted"}, deed.reason) == (True, "its evidence denies it")
    (denied,) = check("Ivo Brandt denied killing his wife.", article)
    assert denied.verdict == "cannot tell"
