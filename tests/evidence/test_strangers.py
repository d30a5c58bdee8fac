"""Whose words and deeds: somebody who is only described between a name and a pronoun is not passed over.

The texts were written, and what is right of them, before the rules for them were; each is about somebody who would be wronged by the name.
"""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings


def _found(text: str, syntax: Syntax | None = None) -> Findings:
    return find(Article(text=text, language="en"), syntax)


def _speaker(text: str, syntax: Syntax | None = None) -> str | None:
    return _found(text, syntax).quotations[-1].speaker


def _opened(text: str, syntax: Syntax | None = None) -> list[str]:
    """Whom the opening words of sentences mean."""
    findings = _found(text, syntax)
    return [findings.participants[one.opens_on - 1].name for one in findings.sentences if one.opens_on]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ken Shaw, 40, met a rioter. The rioter confessed. “I did it,” he said.", "the rioter"),
        (
            "Daniel Orme, 44, runs a bakery in Hull. On Monday he found a burglar in the cellar. The burglar wept. “I took the money,” he said.",
            "the burglar",
        ),
        (
            "His nephew, who lives with Robert Tait in Ayr, was arrested on Friday. Robert Tait, 61, is the mayor.\n\nHis nephew, who is 19, shook his head. “I set the fire,” he said.",
            "His nephew",
        ),
        (
            "Tom Roe opened the market. A porter came forward last week. He told the court he had held the door. “He was crying,” he said.",
            "A porter",
        ),
    ],
)
def test_who_is_told_of_more_than_once_speaks(syntax: Syntax | None, text: str, speaker: str) -> None:
    """Somebody described twice, or taken up by a pronoun before, who is the subject of the sentence before the words."""
    assert _speaker(text, syntax) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Graham Pell, a councillor in Ware, went to the prison on Tuesday. He met there an inmate for an hour. “I killed two men,” he said.",
        "Tom Beale teaches chemistry in Corby. A former pupil of Tom Beale was jailed last week. “I sold the drugs for years,” he said in a letter.",
        "Owen Marsh, the chief executive, met a delegation of strikers on Monday. A striker shouted at him from the gate. Shares fell. “You have lied to us for years,” he said.",
        "A clerk at the bank in Leeds said that she had seen nothing. He laughed. “It was me,” he said.",
        "Ken Shaw, 40, was jailed for two years. The judge was scathing. “You are a menace,” he said.",
        "Helen Frost sentenced the driver to nine years. The driver, who had been drinking, wept in the dock. “I am a coward,” she said.",
        "Ines Duarte has run the port for ten years. Her deputy resigned last week. In an interview on Friday she described the row as “a storm in a teacup”.",
        "When Ken Shaw arrived, a rioter was waiting at the gate. “I burned the shop,” he said.",
        "Ken Shaw met the press on Monday. Shaw's lawyer wept. “I forged it,” he said.",
        "The spokesman for Ken Shaw was arrested on Friday. “I lied to you all,” he said.",
        "Ken Shaw, 40, was in the crowd. “They lied,” he said. The rioter shrugged. “I threw the stone myself.”",
        "Ken Shaw, 40, was hit by a stone. The rioter was blunt. “He deserved every bit of it.”",
    ],
)
def test_who_may_be_somebody_described_is_open(syntax: Syntax | None, text: str) -> None:
    """Where a sentence since the name tells of somebody who may be meant as well, nobody named speaks."""
    named = {one.number for one in _found(text, syntax).participants if one.kind == "person"}
    assert _found(text, syntax).quotations[-1].participant not in named


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A man had run from the shop, Inspector Mark Holt said on Monday. “I saw him drop the bag,” he said.", "Mark Holt"),
        ("Tom Beale lost his home in the flood. A neighbour had warned him, he said. “I did not listen,” he added.", "Tom Beale"),
        ("Mark Holt told the court that a man had run from the shop. “I saw him drop the bag,” he said.", "Mark Holt"),
        ("Judge Helen Frost was stern. The judge told the driver to stand. “You are a coward,” she said.", "Helen Frost"),
        ("Graham Pell, the club's manager, praised the striker. “He was superb,” he said.", "Graham Pell"),
        ("Graham Pell, 50, was jailed on Monday. The court heard that he stole £4,000. “I am sorry,” he said.", "Graham Pell"),
        ("A nurse told the inquiry that she had seen nothing. She nodded to the chairman, Paul Finn. He frowned. “I do not believe you,” he said.", "Paul Finn"),
        ("Carl Dunn opened the bridge on Friday. The crowd cheered. It rained. “It is safe now,” he said.", "Carl Dunn"),
        ("Adam Stroud left the court on Monday after a brief hearing. He is charged with tax fraud, which he called “a witch-hunt”.", "Adam Stroud"),
        ("Ann Lee came to the studio when a colleague lost his voice. “I was told to sound like a man,” she said.", "Ann Lee"),
    ],
)  # fmt: skip
def test_somebody_described_beside_the_point_takes_nothing_away(syntax: Syntax | None, text: str, speaker: str) -> None:
    """Who stands in somebody's own words, is of the other gender, is the one named, or is only spoken to."""
    assert _speaker(text, syntax) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The brother of Ken Shaw, a singer, was jailed on Monday in Leeds. He had beaten his wife for 12 years.",
        "The driver of Senator Alan Reeve, a former boxer, was arrested in Dover on Monday. He had hidden 40 kilos of cocaine in the car.",
        "The wife of Bishop Edwin Hale was charged with fraud on Tuesday. She had stolen £90,000 from a charity.",
        "The lawyer for Anna Weiss was fined on Monday in Berlin. She had forged two letters.",
        "The conductor of the Halle Ensemble was dismissed on Monday. He had struck a violinist during a rehearsal.",
        "The director of Teatr Nowa was in Gdansk on Monday. He says the hall will open in May with 300 seats.",
        "The widow of Mayor Ann Lee's brother was jailed in Hull on Friday. She had poisoned a neighbour.",
        "Ann Lee's wife was arrested on Friday in Hull. She had poisoned a neighbour.",
        "Ken Shaw, 51, was replaced by his deputy in May. He had taken bribes of £2m.",
        "Ken Shaw, 51, met a gangster in May. He had killed four men.",
        "Ken Shaw, 51, was in Hull on Monday. A man was arrested. He had killed four men.",
    ],
)
def test_no_deed_of_somebody_described_gets_a_name(syntax: Syntax | None, text: str) -> None:
    """An opening pronoun means nobody for certain where the sentences before tell of somebody described who may be meant."""
    assert _opened(text, syntax) == []


def test_who_is_told_of_as_she_is_not_he(syntax: Syntax | None) -> None:
    """What its own sentence calls somebody described says whom a pronoun cannot mean."""
    text = "A clerk at the bank in Leeds said that she had seen nothing. He laughed. “It was me,” he said."
    assert _speaker(text, syntax) is None


def test_a_pronoun_far_from_somebody_described_leaves_the_next_open(syntax: Syntax | None) -> None:
    """Where the pronoun before was not sure, neither is the one that goes on from it."""
    text = "Ann Lee saw it. Her husband was asleep.\n\nIt rained. The sea rose. The wall fell. He laughed. “I ran,” he said."
    assert _speaker(text, syntax) is None


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("The ward had asked for a doctor. Leon Whitlock, 50, works at the infirmary. He will not be heard.", True),
        ("Leon Whitlock, 50, met a gangster in May. It rained in Hull. He had killed four men.", False),
    ],
)
def test_a_sentence_about_somebody_named_parts_him_from_those_before(
    syntax: Syntax | None, text: str, opened: bool
) -> None:
    """Only who is described in the last sentence can be meant instead, where that sentence is about who is named."""
    assert _opened(text, syntax) == (["Leon Whitlock"] if opened else [])


def test_an_apposition_is_nobody_else(syntax: Syntax | None) -> None:
    """What somebody is said to be in commas leaves no doubt whom a pronoun means."""
    text = "Mayor Luis Ortega, a doctor, was jailed for six years on Thursday. He had sold council land to his cousin."
    assert _opened(text, syntax) == ["Luis Ortega"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The driver of Bishop Adam Roe was held on Monday.", "Adam Roe", "Bishop"),
        ("The widow of farmer Tom Ash was jailed.", "Tom Ash", "farmer"),
        ("Patients accused Dr Jane Bell of neglect.", "Jane Bell", None),
        ("The brother of Ken Shaw, a former spy, was jailed.", "Ken Shaw", None),
        ("Department of Health spokesman Tom Ash said no.", "Tom Ash", "Department of Health spokesman"),
        ("The accused doctor Ann Lee wept.", "Ann Lee", "accused doctor"),
    ],
)
def test_a_role_is_of_whom_it_is_told(text: str, name: str, role: str | None) -> None:
    """No verb is a role, and what somebody's relative or servant is he is not."""
    assert [one.role for one in _found(text).participants if one.name == name] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Three builders accused the mayor, Adam Roe, of taking bribes. They said he asked for “a little something” before each contract.",
        "Two builders accused councillor Roy Beck of corruption. They said that he wanted “a small gift for the family” before he signed.",
    ],
)
def test_words_told_in_an_accusation_are_not_the_word_of_the_accused(syntax: Syntax | None, text: str) -> None:
    """They are what who accuses him says that he said; they stay on the card, with nobody named as their speaker."""
    (quotation,) = _found(text, syntax).quotations
    assert (quotation.kind, quotation.speaker, quotation.cue) == ("fragment", None, "said")


def test_words_told_without_an_accusation_are_who_says_them(syntax: Syntax | None) -> None:
    """Where nobody is accused, the clause that the words stand in has their speaker."""
    text = "The mayor, Adam Roe, came. The builders said he asked for “a little patience” before each contract."
    assert _speaker(text, syntax) == "Adam Roe"


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
    assert _speaker(text, syntax) == speaker


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
    assert _speaker(text, syntax) == "Roy Beck"
