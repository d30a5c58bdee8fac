"""Participants without a name: bodies that are only described, and act or speak."""

from __future__ import annotations

import pytest

from summarize.evidence.described_bodies import is_description
from summarize.evidence.syntax import Syntax
from tests.evidence.passages import found, mentions


def _bodies(text: str, syntax: Syntax | None = None) -> list[str]:
    _, findings = found(text, syntax)
    return [one.name for one in findings.participants if one.kind == "organisation"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rained. The fire spread, the health ministry said.", ["health ministry"]),
        ("It rained. The works council has agreed to it.", ["works council"]),
        ("The country's largest dockers' union said all had stopped.", ["country's largest dockers' union"]),
        ("It rained. The union of railway workers also claimed otherwise.", ["union of railway workers"]),
        ("It rained. The regional court in Lublin found so.", ["regional court in Lublin"]),
        ("It rained. A man ran, police said.", ["police"]),
        ("It rained. The railway operator, which has 40 trains, wants it shut.", ["railway operator"]),
        ("It rained. The Chilean navy sent a ship.", ["Chilean navy"]),
        (
            "A regional farmers' union refused, and the federal government agreed.",
            ["regional farmers' union", "federal government"],
        ),
        ("It rained. The works council has not yet replied.", ["works council"]),
        ("It rained. The labour inspectorate has joined the case.", ["labour inspectorate"]),
        ("It rained. The mining authority closed two shafts.", ["mining authority"]),
        ("It rained. The transport ministry is to meet both sides.", ["transport ministry"]),
        ("It rained. The wildlife agency was testing wells.", ["wildlife agency"]),
        ("It rained. The police used tear gas.", ["police"]),
        ("It rained. The central bank kept its main rate at 2 per cent.", ["central bank"]),
        ("It rained. The civil defence office gave a lower figure.", ["civil defence office"]),
        ("It rained. The water department declined to comment.", ["water department"]),
        ("It rained. A consumer group said so.", ["consumer group"]),
        ("It rained. The steelworkers' local has agreed to it.", ["steelworkers' local"]),
        ("It rained. The state mining company said so.", ["state mining company"]),
        ("It rained. The energy and mines ministry confirmed it.", ["energy and mines ministry"]),
        ("Kestrel Homes was fined. Ann Lee wept. The safety regulator said so.", ["Kestrel Homes", "safety regulator"]),
        ("Police raided Kestrel Homes. The tax authority said so.", ["Police", "Kestrel Homes", "tax authority"]),
        ("The transport union said so. Netflix denied it.", ["transport union", "Netflix"]),
        ("It rained. The anti-corruption bureau opened the case.", ["anti-corruption bureau"]),
        ("The health ministry asked. The state health ministry refused.", ["health ministry"]),
        (
            "A regional farmers' union refused, and so it ended, after the federal government agreed.",
            ["regional farmers' union", "federal government"],
        ),
        ("The Ministry of Health met. The finance ministry has agreed.", ["Ministry of Health", "finance ministry"]),
    ],
)
def test_a_body_that_acts_or_speaks_is_listed_by_its_description(text: str, names: list[str]) -> None:
    """An article, a noun for bodies with the words that say which, and a verb of which it is the subject."""
    assert _bodies(text) == names


def test_at_most_twelve_of_an_article_are_listed() -> None:
    """An article that describes twelve bodies has them all; the thirteenth is one of too many to be whom it is about."""
    kinds = "health mining water labour transport wildlife energy finance justice defence forestry fishing education".split()
    text = "It rained. " + " ".join(f"The {kind} ministry said no." for kind in kinds)
    assert _bodies(text) == [f"{kind} ministry" for kind in kinds[:12]]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry building collapsed in the storm.",
        "It rained. Officials at the health ministry said so.",
        "He was a member of the health committee said to be close to her.",
        "It rained. The police station was shut, and a police officer said so.",
        "Ann Lee, head of the works council, said it was bad.",
        "She works for the government and had no idea.",
        "The council-owned bus was late, and the union leaders said so.",
        "“The health ministry has lied,” Ann Lee said.",
        "It rained. Its board said so, and their union agreed.",
        "It rained. A committee said so, and the company agreed.",
        "The company based in Leeds fell. The hospital has closed.",
        "Talks between the union and the government failed.",
        "A bus hit the council offices.",
        "It rained. The council is in Leeds.",
        "It rained. The new cabinet has met.",
        "It rained. A note read by the federal government said so.",
        "He told the health committee said to be neutral.",
        "It rained. The circuit board melted. The solar panel cracked.",
        "It rained. The notice board said so.",
        "It rained. The tennis court flooded. The gas chamber opened.",
        "It rained. The river bank collapsed. The oval office emptied.",
        "It rained. The aircraft carrier sailed. The valve assembly failed.",
        "It rained. The terracotta army travelled. A fire ant army attacked.",
        "It rained. The dinner service ended. The sales commission doubled.",
        "It rained. The vaccine administration stopped. The garden survey counted 40.",
        "It rained. The crane operator said so. The lift operator denied it.",
        "It rained. The prison guard said so. The security guard confirmed it.",
        "It rained. The tap regulator broke. The customs union lasted. The telephone exchange closed.",
        "It rained. The mayor and health ministry said so. The pop group said so. The local said so. The Dutch company said so.",
        "It rained. The council is in Leeds. The works council is to blame.",
        "It rained. The office used to be warm. The bank was sitting empty.",
        "It rained. A fake bank said so. The grammar police complained.",
        "It rained. The fictional ministry in the novel said so.",
    ],
)
def test_what_does_nothing_itself_or_says_not_which_is_none(text: str, syntax: Syntax | None) -> None:
    """A part of another noun or of a role, what a preposition governs, words in marks, what belongs to another body."""
    assert _bodies(text, syntax) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Bank of Ghana cut its rate. The central bank said so.", "Bank of Ghana"),
        ("Kestrel Air cancelled flights. The budget airline said so.", "Kestrel Air"),
        ("The Ministry of Health was warned. The ministry said so.", "Ministry of Health"),
        ("Leeds City Council met. The local council said so.", "Leeds City Council"),
        ("The Perak Police said so. Police said the man ran.", "Perak Police"),
        ("The IEC met. The electoral commission has ruled.", "IEC"),
        ("Kestrel Homes, a housing association, lost. The housing association said so.", "Kestrel Homes"),
        ("It rained. Ofgem said so. The energy regulator has fined it.", "Ofgem"),
        ("The energy regulator has fined it. Ofgem said so.", "Ofgem"),
        ("Amnesty said so. The rights watchdog warned them.", "Amnesty"),
        ("The European Commission fined it. The antitrust watchdog said so.", "European Commission"),
        ("The Treasury Committee met. The cross-party committee warned them.", "Treasury Committee"),
        ("Netflix said so. The streaming service refused it. The video service agreed.", "Netflix"),
        ("The Bundestag met. The German parliament voted for it.", "Bundestag"),
        ("The Kremlin said so. The Russian government agreed.", "Kremlin"),
        ("The IDF said so. The Israeli army denied it. The Israeli military agreed.", "IDF"),
        ("The Kenyan government refused. Kenya's government agreed.", "Kenya's government"),
    ],
)
def test_what_takes_up_a_named_body_is_no_other(text: str, name: str) -> None:
    """One of the same noun by name or role, one with such initials, or a firm where any body was named before."""
    assert _bodies(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The army shelled Dori. The rebel army denied it had fled.", {"army": 1, "rebel army": 1}),
        ("The rebel army fled. The army said so.", {"rebel army": 1}),
        ("The government said so. The Swedish government refused.", {"government": 1, "Swedish government": 1}),
        ("The navy said so. The Indian navy refused.", {"navy": 1, "Indian navy": 1}),
        ("The works council refused. The council has agreed.", {"works council": 2}),
        ("The army fled. The army said so.", {"army": 2}),
    ],
)
def test_the_army_is_not_its_enemy(text: str, names: dict[str, int]) -> None:
    """Words that say which body it is make another of one without, and a body that stands alone is none that has them."""
    _, findings = found(text)
    assert {one.name: len(one.mentions) for one in findings.participants} == names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Police", True), ("police", True), ("Israeli army", True), ("health ministry", True), ("regional court in Lublin", True),
        ("country's largest dockworkers' union", True), ("union of railway workers", True),
        ("Ministry of Health", False), ("Israeli Army", False), ("Perak Police", False), ("Kenya's government", False), ("Ofgem", False),
    ],
)  # fmt: skip
def test_a_description_is_known_by_how_it_was_found(name: str, expected: bool) -> None:
    """Its noun in small letters, and before it no capital but that of a people: what an index and grouping leave out."""
    assert is_description(name) is expected


def test_the_same_description_is_one_participant() -> None:
    """What says no more than one before is a mention of that; what says something else is another."""
    text = "The works council refused. The council has agreed. The city council said nothing."
    assert mentions(text, "works council") == ["works council", "council"]
    assert _bodies(text) == ["works council", "city council"]


def test_a_name_with_the_noun_for_its_kind_is_no_other(syntax: Syntax | None) -> None:
    """ "The GMB union" is the GMB, whose name stands in it; what belongs to a body is another."""
    assert _bodies("It rained. The GMB union, which represents most, described it as late.", syntax) == ["GMB"]
