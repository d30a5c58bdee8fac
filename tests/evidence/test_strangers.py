"""Whose words and deeds: somebody who is only described between a name and a pronoun is not passed over.

The texts were written, and what is right of them, before the rules for them were; each is about somebody who would be wronged by the name.
"""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.meant import found, opens_on, speaker_of


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
    assert speaker_of(text, syntax) == speaker


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
    named = {one.number for one in found(text, syntax).participants if one.kind == "person"}
    assert found(text, syntax).quotations[-1].participant not in named


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
    assert speaker_of(text, syntax) == speaker


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
    assert opens_on(text, syntax) == []


def test_who_is_told_of_as_she_is_not_he(syntax: Syntax | None) -> None:
    """What its own sentence calls somebody described says whom a pronoun cannot mean."""
    text = "A clerk at the bank in Leeds said that she had seen nothing. He laughed. “It was me,” he said."
    assert speaker_of(text, syntax) is None


def test_a_pronoun_far_from_somebody_described_leaves_the_next_open(syntax: Syntax | None) -> None:
    """Where the pronoun before was not sure, neither is the one that goes on from it."""
    text = "Ann Lee saw it. Her husband was asleep.\n\nIt rained. The sea rose. The wall fell. He laughed. “I ran,” he said."
    assert speaker_of(text, syntax) is None


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
    assert opens_on(text, syntax) == (["Leon Whitlock"] if opened else [])


def test_an_apposition_is_nobody_else(syntax: Syntax | None) -> None:
    """What somebody is said to be in commas leaves no doubt whom a pronoun means."""
    text = "Mayor Luis Ortega, a doctor, was jailed for six years on Thursday. He had sold council land to his cousin."
    assert opens_on(text, syntax) == ["Luis Ortega"]


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
    assert [one.role for one in found(text).participants if one.name == name] == [role]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The actress Dana Whitlock sued a club on Monday. Whitlock had left it. He said that she owed him money.", None),
        ("Dana Whitlock and her manager settled a lawsuit. Whitlock had left. He said that the club owed him money.", None),
        ("The man Dana Whitlock met was late. Whitlock had left. She said that the club was shut.", "Dana Whitlock"),
    ],
)  # fmt: skip
def test_the_articles_own_nouns_tell_who_is_no_he(syntax: Syntax | None, text: str, source: str | None) -> None:
    """The noun right before a full name, and what is hers beside it, say that a given name of no known gender is a woman's."""
    (said,) = [one for one in found(text, syntax).attributions if one.cue == "said"]
    assert said.source == source


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Witness Bill Ross told a court that Tom Hall had hit him. “You started it,” Hall shouted. “I did not,” he answered.", ["Tom Hall", "Witness Bill Ross"]),
        ("Governor Ruth Kane met Senator Anna Park. “You took the money,” Park told the governor. “I did not,” she replied.", ["Senator Anna Park", "Ruth Kane"]),
        ("Tom Hall came to court. “You started it,” Hall shouted. “I did not,” he answered.", ["Tom Hall", None]),
        ("Tom Hall came to court. “It is done,” Hall said. “I did not see it,” he replied when asked about the gun.", ["Tom Hall", "Tom Hall"]),
        ("Tom Hall came to court. Hall said it was done. “I did not see it,” he replied.", ["Tom Hall"]),
    ],
)  # fmt: skip
def test_who_answers_is_not_who_spoke(syntax: Syntax | None, text: str, speakers: list[str | None]) -> None:
    """Words right behind somebody's words, with which "he" answers, are another's, unless they answer a question."""
    assert [one.speaker for one in found(text, syntax).quotations] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The website NaijaBuzz reported on Monday, citing a nurse, that the singer Tunde Bello “took pills every night”.",
        "The Daily Echo reported on Monday that minister Ann Rowe “hid the letter”, quoting two aides.",
    ],
)
def test_words_that_a_report_cites_are_not_of_whom_it_tells(syntax: Syntax | None, text: str) -> None:
    """They are the word of who is cited, or open."""
    assert speaker_of(text, syntax) not in {"Tunde Bello", "Ann Rowe"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The lawyer, Mona Egli, produced a recording in which a voice said: “Burn it.”", "a voice"),
        ("A rebel commander said that they would free prisoners. The envoy's driver was wounded. He said shots came from a hill. “They knew the car,” he said.", None),
        ("The ministry's lawyer told a court that the clerk had confessed. He said that he was sorry. “I have two children,” he told the judge.", None),
    ],
)  # fmt: skip
def test_somebody_between_is_not_passed_over(syntax: Syntax | None, text: str, speaker: str | None) -> None:
    """A voice in a recording speaks itself; "he" behind a sentence about another, or of what another confessed, is open."""
    assert speaker_of(text, syntax) == speaker


@pytest.mark.parametrize(
    "text", ["A man stabbed the imam, Tom Roe, on Monday.", "A driver hit the imam, Tom Roe, on Monday."]
)
def test_a_deed_is_no_role(text: str) -> None:
    """What somebody did to the one who is named says what he is only behind the verb."""
    assert [one.role for one in found(text).participants if one.name == "Tom Roe"] == ["imam"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Tom Roe chairs the club. Its rules allow the board to appoint a caretaker. “It is a formality,” he said.",
            "Tom Roe",
        ),
        (
            "Tom Roe chairs the club. He is looking for a caretaker. “It is a formality,” he said.",
            "Tom Roe",
        ),
        (
            "Ann Lee left early. Among those who stayed was Ken Shaw, a plumber in a red vest. “I like it here,” he said.",
            "Ken Shaw",
        ),
    ],
)
def test_whom_nobody_met_does_not_stand_in_the_way(syntax: Syntax | None, text: str, speaker: str) -> None:
    """Somebody who is only looked for may never be found, and what is told behind a name's comma is told of that name."""
    assert speaker_of(text, syntax) == speaker


def test_somebody_who_was_met_does(syntax: Syntax | None) -> None:
    """Somebody whom a sentence only describes, and who was there, keeps it open whom the pronoun means."""
    text = "Tom Roe chairs the club. On Monday he met a caretaker in the hall. “It is a formality,” he said."
    assert speaker_of(text, syntax) != "Tom Roe"
