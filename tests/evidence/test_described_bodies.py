"""Participants without a name: bodies that are only described, and act or speak."""

from __future__ import annotations

import pytest

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
        ("A regional farmers' union refused, and the federal government agreed.", ["regional farmers' union"]),
        (
            "A regional farmers' union refused, and so it ended, after the federal government agreed.",
            ["regional farmers' union", "federal government"],
        ),
        ("The Ministry of Health met. The finance ministry has agreed.", ["Ministry of Health", "finance ministry"]),
    ],
)
def test_a_body_that_acts_or_speaks_is_listed_by_its_description(text: str, names: list[str]) -> None:
    """An article, a noun for bodies with the words that say which, and a verb of which it is the subject."""
    assert _bodies(text)[: len(names)] == names


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
    ],
)
def test_what_takes_up_a_named_body_is_no_other(text: str, name: str) -> None:
    """One of the same noun by name or role, one with such initials, or a firm where any body was named before."""
    assert _bodies(text) == [name]


def test_the_same_description_is_one_participant() -> None:
    """What says no more than one before is a mention of that; what says something else is another."""
    text = "The works council refused. The council has met. The city council said nothing."
    assert mentions(text, "works council") == ["works council", "council"]
    assert _bodies(text) == ["works council", "city council"]
