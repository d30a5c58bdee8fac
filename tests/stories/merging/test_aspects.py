"""Figures of one name that are of two things: as they might be, over a longer time, of some, at a place, of parts that make a sum."""

from __future__ import annotations

import pytest

from summarize.briefing import Figure
from summarize.languages.figures import AspectRow, figures
from summarize.stories.merging.aspects import are_of_two, aspects_of
from summarize.stories.merging.disagreements import disagreements_of
from summarize.stories.merging.figures import figures_of
from summarize.stories.merging.sources import Source
from tests.stories.made import card_of

WORDS = figures("en")


@pytest.mark.parametrize("row", WORDS.aspect, ids=lambda row: row.name)
def test_rows(row: AspectRow) -> None:
    """A row finds its aspect in its examples, and not in its counter-example."""
    assert all(row.pattern.search(example) for example in row.examples)
    assert not row.pattern.search(row.counter_example)


def about(one: str, other: str) -> list[str]:
    """What two outlets are said to give differently."""
    sources = [
        Source(number, card_of(f"{text} It was on Saturday.", outlet, "2026-03-14"))
        for number, (text, outlet) in enumerate(((one, "A"), (other, "B")), 1)
    ]
    return [each.about for each in disagreements_of(sources, figures_of(sources))[0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Losses at the bank could reach $80m if it sells, two traders said.", "The bank made a loss of $50m, it said."),
        ("Turnout was 41%, said the officer, Hugh Dray.", "Postal votes had a turnout of 63%, said Ann Lee."),
        ("A strike on the market killed 14 people.", "More than 60 people have been killed in the city since January."),
        ("The union said that 240 jobs would go at the Brest headquarters.", "The firm will cut 600 jobs, Ivo Hart said."),
        ("Seven women and four men died in the fire.", "The fire killed 11 people."),
        ("Seven women died in the fire.", "The fire killed 11 people."),
        ("Nine dockers arrested at Brest were released, the union said.", "Police arrested 14 people."),
        ("Slides killed 19 people in Kavre.", "Rescuers found eight bodies in Sindhu."),
        ("Eight jewels were stolen from the museum.", "Nine pieces were stolen from the museum but one was dropped in the street."),
        ("As many as six were missing.", "Three people were missing."),
        ("Hallam will pay $2.4bn for Orrin in a deal, it said.", "The maker Corvo paid $1.1bn for Salto in a deal."),
        ("Lee Marsh was jailed for six years for the fraud.", "Dean Marsh was jailed for four years for the fraud."),
        ("The regulator fined the bank Sorel £40m.", "The regulator fined three banks a total of £95m."),
        ("Nine people were hurt, three of them seriously.", "Three people were seriously hurt."),
        ("Police arrested 38 people overnight.", "Police have arrested 112 people since the riots in Brest began."),
        ("The army killed 14 militants.", "Nine villagers were killed."),
        ("Four soldiers died in a heavy fire at the mill in Brest.", "Six soldiers died in the fighting near Brest, the army said."),
        ("Fourteen people died in the fire at the mill in Brest on Thursday.", "The number of people killed in Friday’s air raid rose to nine, Ann Lee said."),
        ("The number of those killed in Thursday’s explosion rose to 14.", "At least nine people died in the air raid."),
        ("Fourteen people have died in the outbreak, the ministry said.", "Nine people died in the flood."),
        ("Thursday’s crash killed 14 people.", "Friday’s crash killed nine people."),
        ("Fourteen people are missing.", "Nine people from Ouessant are missing."),
    ],
)  # fmt: skip
def test_of_two_things(one: str, other: str) -> None:
    """Two figures that are not of the same thing contradict nobody."""
    assert about(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("The wall could cost £40m, said the engineer, Ben Hale.", "The wall could cost £65m, said Ann Lee.", "cost"),
        ("The firm will cut 600 jobs at its mill, Ivo Hart said.", "The union said that 840 jobs would go at the mill.", "jobs"),
        ("The fire in Brest killed 14 people.", "A fire killed 11 people, police in Brest said.", "dead"),
        ("Nine dockers were hurt in Brest and later released, police said.", "Some 14 people were hurt in Brest.", "injured"),
        ("Eight jewels were stolen from the museum.", "Nine pieces were stolen from the museum.", "things stolen"),
        ("Nine people were missing.", "As many as six people were missing.", "missing"),
        ("Hallam will pay $2.4bn for Orrin, it said.", "Hallam will pay $2.9bn for Orrin, two bankers said.", "price"),
        ("Fourteen people died in the crash of the coach at Brest.", "Nine people died in the blaze, the fire brigade said.", "dead"),
        ("An attack on the mill at Brest killed 14 people.", "Nine people died in the explosion at the mill.", "dead"),
        ("Thursday’s crash killed 14 people.", "Nine people died in the crash on Thursday.", "dead"),
        ("Fourteen people died in the fire at Brest, and a storm kept boats away.", "The fire killed nine people.", "dead"),
        ("Fourteen people are missing.", "About nine people are missing after the ferry from Ouessant sank.", "missing"),
        ("Fourteen people died in the air raid on Brest.", "The raid killed nine people, the army said.", "dead"),
        ("Four soldiers were killed in an exchange of artillery fire with rebels near Brest.", "Six soldiers died in the fighting near Brest, the army said.", "dead"),
    ],
)  # fmt: skip
def test_of_one_thing(one: str, other: str, what: str) -> None:
    """Two that are do, whatever else their sentences say."""
    assert what in about(one, other)


@pytest.mark.parametrize(
    "one",
    [
        "A blast near a private hospital at Kano killed nine people, police said.",
        "A blast near an international school at Kano killed nine people, police said.",
        "A blast at Kano, a meeting place for many residents, killed nine people, police said.",
        "A blast at the market of Kano, which reopened this month, killed nine people, police said.",
        "A blast that was likely an accident killed nine people at Kano, police said.",
        "A combined team of soldiers said that a blast at Kano killed nine people.",
        "The worst blast at Kano since 2019 killed nine people, police said.",
        "A blast at Kano killed nine people at Sabo, police said.",
        "A blast at Kano at 0430 GMT killed nine people, police said.",
    ],
)
def test_what_is_said_of_the_event_is_said_of_no_figure(one: str) -> None:
    """Words of a sentence that are not the number's own set no toll apart from another's."""
    assert about(one, "A blast at Kano killed 12 people, the Red Cross said.") == ["dead"]
    assert aspects_of(_figure(one)) == frozenset()


def _figure(sentence: str) -> Figure:
    return figures_of([Source(1, card_of(f"{sentence} It was on Saturday.", "A", "2026-03-14"))])[0].figure


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("More than 60 people have been killed in the city since January.", {"over a time"}),
        ("Since January, 60 people have been killed in the city.", {"over a time"}),
        ("The collapse could kill 60 people.", {"supposed"}),
        ("The blast seriously wounded 60 people.", {"badly hurt"}),
        ("The regulator fined three banks a total of £95m.", {"together"}),
        ("The first phase of the bridge will cost £12m.", {"of some"}),
        ("The bridge will cost £12m.", set()),
    ],
)
def test_aspects_of(sentence: str, names: set[str]) -> None:
    """An aspect is one of the figure where its words are in the number's own clause."""
    assert aspects_of(_figure(sentence)) == names


@pytest.mark.parametrize(
    ("one", "other", "is_of_two"),
    [
        ("The fire killed nine people.", "The fire killed 12 people.", False),
        ("Seven women died in the fire.", "The fire killed 12 people.", True),
        ("Slides killed 19 people in Kavre.", "Slides killed eight people in Sindhu.", True),
        ("Slides killed 19 people in Kavre.", "Slides in Kavre killed eight people.", False),
        ("Hallam made a profit of £2m.", "Corvo, of the Orrin group, made a profit of £5m at Salto.", False),
        ("The maker Hallam made a profit of £2m.", "The maker Corvo made a profit of £5m.", True),
        ("More than 60 people have been killed since January.", "The blast killed 12 people.", True),
    ],
)
def test_are_of_two(one: str, other: str, is_of_two: bool) -> None:
    """Two figures are of two things by how, where, of which firm and of whom each is counted."""
    assert are_of_two(_figure(one), _figure(other)) is is_of_two


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A boy aged nine died in the fire.", []),
        ("A quake at 0430 GMT on Thursday killed nine.", [9.0]),
        ("The fire killed nine boys aged four to six.", [9.0]),
    ],
)
def test_an_age_and_a_time_are_no_toll(sentence: str, told: list[float]) -> None:
    """Neither how old somebody was nor when it was counts the dead."""
    found = figures_of([Source(1, card_of(f"{sentence} It was on Saturday.", "A", "2026-03-14"))])
    assert [each.figure.amount for each in found if each.figure.about == "dead"] == told


@pytest.mark.parametrize(
    ("when", "differ"),
    [("by Saturday afternoon", True), ("by Friday afternoon", False), ("by Saturday", True), ("by Friday", False)],
)
def test_a_count_by_the_day_on_which_it_is_told_is_of_now(when: str, differ: bool) -> None:
    """ "By Saturday afternoon" in an article of Saturday is no other time than the other article's; "by Friday" is."""
    one = f"Nineteen bodies had been found {when} in the mud at Brest, the governor, Ivo Hart, said."
    assert (about(one, "A slide killed 14 people at Brest, the interior ministry said.") == ["dead"]) is differ
