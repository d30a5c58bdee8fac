"""Whom a description behind a quotation takes up."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.passages import found, said


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Anna Osei, a spokesman for the port, left. “We go,” the spokesman said.", ["the spokesman"]),
        ("Anna Osei, a spokeswoman for the port, left. “We go,” the spokeswoman said.", ["Anna Osei"]),
        ("Mark Osei, a spokesman for the port, left. “We go,” the spokesman said.", ["Mark Osei"]),
        (
            "Ana Sosa, the chairwoman, and Luis Brandt, the chairman, met. “Yes,” the chairman said. “No,” the chairwoman said.",
            ["Luis Brandt", "Ana Sosa"],
        ),
        ("Mark Osei, a spokesman for the port, left. “We go,” the pilot said.", ["the pilot"]),
        ("“We go,” the spokesman said. Mark Osei, a spokesman for the port, left.", ["the spokesman"]),
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    """Somebody who was called so before, and whose given name is of that gender; nobody who is named only later."""
    assert [speaker for _, speaker in said(text)] == speakers


@pytest.mark.parametrize(
    ("role", "described", "speaker"),
    [
        ("head of the Harwick Bank", "the bank", "the bank"),
        ("a union leader", "the union", "the union"),
        ("who runs the bank", "the bank", "the bank"),
        ("chief executive of the bank", "the chief executive", "Anna Osei"),
        ("chief executive of the bank", "the executive", "Anna Osei"),
    ],
)
def test_somebody_is_described_by_what_he_or_she_is(role: str, described: str, speaker: str) -> None:
    """A word of a role that names a body or an owner does not describe the person: the bank is not its head."""
    assert said(f"Anna Osei, {role}, left on Monday. “We go,” {described} said.") == [("We go,", speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kestrel Rail, whose spokesman had called it “a small blip”, was fined.", "spokesman"),
        ("Kestrel Rail, whose spokesman had earlier called it “a small blip”, was fined.", "spokesman"),
        ("Anna Osei, whose lawyer said the claim was “quite dead”, won.", "lawyer"),
        ("Anna Osei, whose aides quietly said the plan was “quite dead”, won.", "aides"),
        ("Anna Osei, whose house burnt down, called it “a disaster”.", "Anna Osei"),
        ("Anna Osei, whose wife is ill, said she was “very tired”.", "Anna Osei"),
    ],
)
def test_whose_words_are_not_its_owners(text: str, speaker: str) -> None:
    """Behind "whose" the one who speaks is somebody else's; a clause in between that a comma closes changes nothing."""
    assert [one for _, one in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Osei wore a shirt that read: “No more mines”.", []),
        ("Anna Osei, in a T-shirt that said “Save the pier”, climbed on the roof.", []),
        ("Anna Osei carried a banner which read “Save the pier”.", []),
        ("Anna Osei, wearing a hat, said: “The pier leans.”", [("The pier leans.", "Anna Osei")]),
        ("Anna Osei took off her hat, saying: “The pier leans.”", [("The pier leans.", "Anna Osei")]),
    ],
)
def test_what_is_written_on_a_shirt_is_nobodys_speech(text: str, expected: list[tuple[str, str]]) -> None:
    """Words on what somebody wears or carries are not that person's; whoever only wears something speaks for himself."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hanna Osei called the plan “a sorry farce”, but Mark Roe said it was good.", ["Hanna Osei"]),
        ("Although Hanna Osei dubbed it “a sorry farce”, the mayor said it would go on.", ["Hanna Osei"]),
        ("Calling the plan “a sorry farce”, Mark Roe said it would fail.", ["Mark Roe"]),
        ("The plan was called “a sorry farce”, Mark Roe said on Monday.", ["Mark Roe"]),
        ("To call the plan “a sorry farce”, Mark Roe said, is unfair.", ["Mark Roe"]),
        ("The plan was “a sorry farce”, but Mark Roe said it was good.", []),
    ],
)
def test_what_somebody_calls_something_is_his_word(text: str, expected: list[str]) -> None:
    """Behind "called the plan" stand the words of who called it so, whoever speaks next; across "but" nobody's words are told."""
    assert [speaker for _, speaker in said(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hanna Osei told staff that no one would go. Union delegate Mark Roe was sceptical: “They said so.”",
            ["Mark Roe"],
        ),
        (
            "“We go,” Hanna Osei said. Union delegate Zorro Ferrick laughed loudly: “They said so.”",
            ["Hanna Osei", "Zorro Ferrick"],
        ),
        ("“We go,” Hanna Osei said. Asked about Zorro Ferrick, she was blunt: “They said so.”", ["Hanna Osei"] * 2),
        ("“We go,” Hanna Osei said. Police told spokesman Zorro Ferrick: “They said so.”", ["Hanna Osei", "Police"]),
        ("Nobody fell, according to a nurse who was there. She said: “They said so.”", ["a nurse"]),
        ("Hanna Osei fell, according to a nurse. She said: “They said so.”", [None]),
        ("It is late, said Kestrel Bank’s head of research, Hanna Osei. “They said so,” she said.", ["Hanna Osei"]),
        ("Anna Osei owns the pier, which worries Kestrel Roe, chair of the board. “They said so,” she said.", [None]),
    ],
)
def test_whose_words_behind_somebody_else(text: str, expected: list[str | None]) -> None:
    """Words behind a colon are those of whom their sentence is about, and nobody's before; a pronoun that two fit stays open."""
    assert [speaker for _, speaker in said(text)] == expected


def test_whose_spokesman_is_no_part_of_the_description(syntax: Syntax | None) -> None:
    """Who belongs to whom a sentence is about is called by what he is alone, with the NLP model as by rules."""
    _, findings = found("It rained. Mr Hill, whose spokesman had called it a farce, lost his seat.", syntax)
    assert [one.source for one in findings.attributions] == ["spokesman"]
