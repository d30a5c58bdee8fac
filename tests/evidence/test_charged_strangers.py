"""Whose words and deeds where somebody is charged: of whom an article tells that he owned to it, and whose word a charge is.

The texts were written, and what is right of them, before the rules for them were; each is about somebody who would be wronged by the name."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.meant import found, opens_on, speaker_of


@pytest.mark.parametrize(
    "text",
    [
        "Three builders accused the mayor, Adam Roe, of taking bribes. They said he asked for “a little something” before each contract.",
        "Two builders accused councillor Roy Beck of corruption. They said that he wanted “a small gift for the family” before he signed.",
    ],
)
def test_words_told_in_an_accusation_are_not_the_word_of_the_accused(syntax: Syntax | None, text: str) -> None:
    """They are what who accuses him says that he said; they stay on the card, with nobody named as their speaker."""
    (quotation,) = found(text, syntax).quotations
    assert (quotation.kind, quotation.speaker, quotation.cue) == ("fragment", None, "said")


def test_words_told_without_an_accusation_are_who_says_them(syntax: Syntax | None) -> None:
    """Where nobody is accused, the clause that the words stand in has their speaker."""
    text = "The mayor, Adam Roe, came. The builders said he asked for “a little patience” before each contract."
    assert speaker_of(text, syntax) == "Adam Roe"


@pytest.mark.parametrize(
    "text",
    [
        "The clerk of Judge Ann Lee was arrested on Monday. Lee was on leave. She admitted selling files. “I am ashamed,” she said.",
        "A stalker of the actress Dana Whitlock was sentenced on Monday to two years. Whitlock was not in court. She had admitted sending 400 letters. “I needed help,” she said.",
        "A man stabbed the imam, Yusuf Adan, on Monday. Adan is in hospital. He told police that he had heard voices. He denies attempted murder. “I was ill,” he said.",
        "The brother of Governor Paul Drexler was convicted of fraud on Monday. Drexler did not attend. He had pleaded guilty to three counts. “I am sorry,” he said.",
        "A cleaner at the home of the minister, Eva Lindner, was arrested on Monday. Lindner was abroad. She denied stealing jewels. “I took cash,” she said.",
        "A bodyguard of President Adam Gorski was dismissed on Monday. Gorski declined to comment. He said that he had lost his gun in a bar. “I was drunk,” he said.",
        "A gunman opened fire on Mayor Ken Shaw on Monday. Shaw was unhurt. He shouted a slogan and ran. “Death to tyrants,” he shouted.",
        "The aide to Bishop Tom Roe resigned on Monday. Roe thanked him. He had taken £40,000. “I needed it,” he said.",
        "Paul Fine's gardener was found guilty on Monday. Fine was away. He had buried the money. “I hid it,” he said.",
        "Senator Tom Ash fired his driver on Monday. Ash gave no reason. He had crashed the car twice. “It was dark,” he said.",
        "Police arrested a driver on Monday near the house of Tom Ash. Ash was asleep. He apologised to the neighbours. “I was tired,” he said.",
    ],
)
def test_an_admission_where_somebody_described_is_charged_is_nobodys_by_name(syntax: Syntax | None, text: str) -> None:
    """Within four sentences of a charge or deed of somebody described, what "he" owns to, and the words right behind it, are open: no source, no bracket."""
    findings = found(text, syntax)
    assert opens_on(text, syntax) == []
    assert findings.quotations[-1].participant is None
    spoken = text.index("He " if " He " in text else "She ")
    owned = [one for one in findings.attributions if min(part.start for part in one.content) > spoken]
    assert [one.source for one in owned if one.participant is not None] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The driver of Ken Shaw was arrested on Monday. Shaw was arrested in Hull. He admitted selling files.", "Ken Shaw"),
        ("Police charged Mayor Ken Shaw and fined a clerk on Monday. Shaw was on leave. He admitted selling files.", "Ken Shaw"),
        ("A clerk met Judge Ann Lee on Monday. Lee was on leave. She admitted selling files.", "Ann Lee"),
        ("A man was arrested on Monday. Judge Ann Lee was on leave. She admitted selling files.", "Ann Lee"),
        ("A clerk was arrested in Hull on Monday. Ann Lee was at home. She opened the door.", "Ann Lee"),
        ("A driver has not been charged. Judge Ann Lee was on leave. She had asked for a report.", "Ann Lee"),
        ("A scout leader has been jailed. Declan Foy (57), of Hull, had pleaded not guilty. He had struck a neighbour.", "Declan Foy"),
        ("A clerk was arrested in Hull on Monday. It rained. It rained. It rained. It rained. Ken Shaw was away. He admitted an error.", "Ken Shaw"),
    ],
)  # fmt: skip
def test_an_admission_of_the_one_charged_is_his(syntax: Syntax | None, text: str, name: str) -> None:
    """Who is charged by name owns to it, and so does whoever is named where nobody else is charged near enough, or nothing is owned to."""
    assert name in opens_on(text, syntax) or name in [one.source for one in found(text, syntax).attributions]


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("A nurse told a tribunal that the surgeon, Kim Vale, had hit her. Vale said she had stolen morphine. She admitted taking two boxes. “I was tired,” she said.", True),
        ("Officers questioned the teacher, Robin Lake, after a pupil said that she had been struck. Lake denied it. She said she had a bruise. “It hurt,” she said.", True),
        ("A nurse accused the surgeon, Kim Vale, on Monday of hitting her. Vale said nothing. “I was tired,” she said.", True),
        ("A nurse told a tribunal that it rained. The surgeon, Kim Vale, was in Hull. Vale said nothing. “I was tired,” she said.", False),
    ],
)  # fmt: skip
def test_one_of_unknown_gender_beside_somebody_described_is_open(
    syntax: Syntax | None, text: str, is_open: bool
) -> None:
    """Where nothing tells whether who is named is a woman, "she" may be the nurse who tells of her."""
    assert (found(text, syntax).quotations[-1].participant is None) is is_open


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the indictment, Roy Beck boasted that the deal was “better than a pension”.", "the indictment"),
        ("According to the charge sheet he wrote to the bank: “Pay or weep.” Roy Beck denies it.", "the charge sheet"),
        ("Roy Beck boasted that the deal was “better than a pension”, prosecutors say.", "prosecutors"),
        ("“I was paid to be quiet,” Roy Beck told a friend, according to the lawsuit.", "the lawsuit"),
        ("Prosecutors say that Roy Beck told a friend: “I can get you anything.”", "Prosecutors"),
        ("A cook told an inquiry on Monday that Roy Beck told him to “forget it”. Beck denies it.", "A cook"),
        ("A cook said that Roy Beck boasted: “I bet on my own misses.” Beck denies it.", "A cook"),
    ],
)
def test_words_told_in_a_charge_are_whose_charge_it_is(syntax: Syntax | None, text: str, speaker: str) -> None:
    """What an indictment or a prosecutor says that somebody said is theirs; so is what somebody tells of another who denies it."""
    assert speaker_of(text, syntax) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "According to the indictment, Roy Beck took a bribe. “I took nothing,” Roy Beck told the court.",
        "Roy Beck told prosecutors that the deal was “clean”.",
        "According to the report, Roy Beck told the panel that the bridge was “a trap”.",
        "A cook said that Roy Beck boasted: “I bet on my own misses.” The league will meet.",
    ],
)
def test_words_beside_a_charge_are_who_says_them(syntax: Syntax | None, text: str) -> None:
    """What the accused says in court, to a prosecutor, or in what nobody denies, stays his own."""
    assert speaker_of(text, syntax) == "Roy Beck"
