"""Rules of who speaks. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.passages import found, participant, said

INTRODUCED = "Hanna Osei, the treasurer of the harbour board, came to the quay on Monday. "

DIRECT = [
    ("“The pier is safe and will stay open,” Hanna Osei said.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” said Hanna Osei.", "Hanna Osei"),
    ("Hanna Osei said, “The pier is safe and will stay open.”", "Hanna Osei"),
    ("Hanna Osei said “the pier is safe and will stay open”.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” said treasurer Hanna Osei.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” said the treasurer, Hanna Osei.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” the treasurer, Hanna Osei, said.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” said Hanna Osei, the treasurer.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Hanna Osei, the treasurer, said.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Hanna Osei told reporters on Monday.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Hanna Osei later added.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Ms Osei said.", "Osei"),
    ("“The pier is safe and will stay open,” Harbour Minister Hanna Osei said.", "Hanna Osei"),
    ("“Why is the pier still open?” asked Hanna Osei.", "Hanna Osei"),
    ("“Why is the pier still open?” Hanna Osei asked.", "Hanna Osei"),
    ("“Close the pier before it falls!” Hanna Osei shouted.", "Hanna Osei"),
    ("According to Hanna Osei, “the pier is safe and will stay open”.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” according to Hanna Osei.", "Hanna Osei"),
    ("Hanna Osei left the hall early, saying “the pier is safe and will stay open”.", "Hanna Osei"),
    ("Hanna Osei met the union and said: “The pier is safe and will stay open.”", "Hanna Osei"),
    ("“The pier is safe and will stay open,” the Harbour Ministry said.", "Harbour Ministry"),
    ("“The pier is safe and will stay open,” Hanna Osei, 52, said.", "Hanna Osei"),
    ("“The pier is safe and will stay open,” Hanna Osei (Lab) said.", "Hanna Osei"),
    ("Hanna Osei from Leeds said: “The pier is safe and will stay open.”", "Hanna Osei"),
    ("Hanna Osei from Leeds, Norddalshire said: “The pier is safe and will stay open.”", "Hanna Osei"),
]


@pytest.mark.parametrize(("text", "speaker"), DIRECT)
def test_the_name_beside_the_verb_speaks(syntax: Syntax | None, text: str, speaker: str) -> None:
    """The subject of the speech verb, before it or after it, with title or description, is the speaker."""
    assert [one for _, one in said(text, syntax)] == [speaker]


@pytest.mark.parametrize(
    "attribution",
    [
        "she said",
        "Osei said",
        "Ms Osei said",
        "said Osei",
        "the treasurer said",
        "Mrs Osei added",
        "she told reporters",
    ],
)
def test_a_short_form_speaks_for_the_full_name(syntax: Syntax | None, attribution: str) -> None:
    """A pronoun, a surname and a description stand for the person introduced by name."""
    assert said(f"{INTRODUCED}“We shall not sign,” {attribution}.", syntax) == [("We shall not sign,", "Hanna Osei")]


def test_a_participant_is_told_beside_the_speaker(syntax: Syntax | None) -> None:
    """A speaker who is a participant is referred to by number, and the words that say who speaks are marked."""
    article, findings = found(f"{INTRODUCED}“We shall not sign,” she said.", syntax)
    quotation = findings.quotations[0]
    assert quotation.participant == participant(findings, "Hanna Osei").number
    assert quotation.speaker_span is not None
    assert article.text[quotation.speaker_span.start : quotation.speaker_span.end] == "she"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We have seen nothing like it,” a harbour official said on Monday.", "a harbour official"),
        ("“We have seen nothing like it,” said one resident.", "one resident"),
        ("“We have seen nothing like it,” the union said in a statement.", "the union"),
        ("“We have seen nothing like it,” police said.", "police"),
        ("“We have seen nothing like it,” said a spokesman for the board.", "a spokesman for the board"),
        ("“We have seen nothing like it,” said a spokesman for Kestrel Energy.", "a spokesman for Kestrel Energy"),
        ("A woman said, “We have seen nothing like it,” and left the quay.", "A woman"),
    ],
)
def test_an_unnamed_speaker_is_described(syntax: Syntax | None, text: str, speaker: str) -> None:
    """A speaker without a name is given by the article's own description."""
    assert said(text, syntax) == [("We have seen nothing like it,", speaker)]


@pytest.mark.parametrize(
    "attribution",
    [
        "said a spokesman for Ms Osei",
        "Ms Osei’s spokesman said",
        "said a lawyer for Hanna Osei",
        "the Osei spokesman said",
        "a spokesman for Osei said on Monday",
    ],
)
def test_a_spokesman_is_not_whom_he_speaks_for(syntax: Syntax | None, attribution: str) -> None:
    """The words of somebody's spokesman or lawyer are not that person's."""
    [(_, speaker)] = said(f"{INTRODUCED}“We shall not sign,” {attribution}.", syntax)
    assert speaker not in {"Hanna Osei", "Osei"}
    assert speaker is None or "spokesman" in speaker or "lawyer" in speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee issued a statement saying “the bishop has our thanks”.", "Ann Lee"),
        ("The diocese issued a statement calling the sale “a clear violation of trust”.", "the diocese"),
        ("Ann Lee read out the contract, which says the road leads “to the market, or near it”.", "the contract"),
        ("Ann Lee of Leeds, Ala., derided the dam as “a wall with a fish problem”.", "Ann Lee"),
        ("A beekeeper in the next village, who gave no name, said: “There is a market for it.”", "A beekeeper"),
        ("“There is a market for it,” said a beekeeper.", "a beekeeper"),
        ("The tram company was relieved. “The first tram leaves at four,” it said.", "the tram company"),
        ("The app told customers on Sunday: “Your power is back.”", "the app"),
        ("Moderator: “One more question, please.”", "Moderator"),
        ("The power was back in 30,000 homes, spokesman Tom Lindqvist said. “It takes one branch.”", "Tom Lindqvist"),
        ("Tom Lindqvist said Ann Lee lied. “Now it is all in ashes and dust.”", "Tom Lindqvist"),
    ],
)
def test_who_says_it_is_no_container_place_or_last_subject(syntax: Syntax | None, text: str, speaker: str) -> None:
    """A statement is what somebody says something in, a town is where somebody is from; a text or an app can speak, by its description."""
    assert said(text, syntax) == [(text[text.index("“") + 1 : text.index("”")], speaker)]


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("The woman whose dog was killed told reporters", "the woman"),
        ("The farmer whose cows died said", "the farmer"),
        ("A teacher whose class won the cup said", "A teacher"),
        ("The lawyer whose client walked free told reporters", "the lawyer"),
        ("Tom Roe, whose wife is a doctor, said", "Tom Roe"),
        ("Ann Lee in a red cap said", "Ann Lee"),
        ("The man in the mask said", "the man in the mask"),
        ("The maker of the cake said", "the maker of the cake"),
        ("Ann Lee of the band Red Float said", "Ann Lee"),
        ("Ann Lee raised her hat saying", "Ann Lee"),
        ("SS Rajamouli said", "SS Rajamouli"),
        ("MV Murphy, a lawyer, said", "MV Murphy"),
        ("Importer Roe, 44, was jailed. He said", "Importer Roe"),
    ],
)
def test_what_stands_right_before_the_verb_is_not_always_who_speaks(
    syntax: Syntax | None, who: str, speaker: str
) -> None:
    """What befell somebody's own, and what he wears or makes, says nothing: he does."""
    assert said(f"{who}: “I want my money back from them.”", syntax)[0][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee, whose spokesman had called it “a blip for us all”, left the hall.", "spokesman"),
        ("Ann Lee, whose elder brother later said he was “a broken man now”, left.", "elder brother"),
        ("Ann Lee, whose lawyer said the claim was “a lie from start to end”, left.", "lawyer"),
    ],
)
def test_somebodys_own_people_speak_for_themselves(text: str, speaker: str) -> None:
    """Somebody who is another's and stands before the verb says it, and not the one whose he is."""
    assert said(text)[0][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "{} said: “It was a mess to us all.”",
        "{} said it was “a mess to us all”.",
        "“It was a mess to us all,” said {}.",
        "“It was a mess to us all,” {} told reporters.",
    ],
)
@pytest.mark.parametrize("name", ["Ann “The Hammer” Lee", "Pete ‘The Postman’ Lomax", "Hubert “Bertie” Lashley"])
def test_a_nickname_in_marks_is_part_of_who_speaks(syntax: Syntax | None, name: str, text: str) -> None:
    """What stands in marks inside a name is no quotation: the whole name says what is one."""
    assert [speaker for _, speaker in said(text.format(name), syntax)] == [name]


def test_a_nickname_in_marks_takes_no_title_into_the_name(syntax: Syntax | None) -> None:
    """A nickname of two words does not make a name too long for the title before it."""
    text = "Boxer Tony “The Bomber” Bellew Jones said: “We want our money back from them.”"
    assert said(text, syntax)[0][1] == "Tony “The Bomber” Bellew Jones"


def test_both_readings_agree_on_plain_prose(model: Syntax) -> None:
    """Where the forms are simple, rules alone and the NLP model find the same quotations and speakers."""
    for text, _ in DIRECT:
        assert said(text) == said(text, model)


def test_a_sentence_behind_a_full_stop_is_another(syntax: Syntax | None) -> None:
    """A full stop inside the marks ends the sentence: what opens behind it says nothing of who spoke."""
    text = "“Thirty days,” said Ann Lee. “I have them all written down.” A load of water now goes for 2,200."
    assert [one for _, one in said(text, syntax)] == ["Ann Lee"] * len(said(text, syntax))


def test_what_has_an_article_of_its_own_belongs_to_no_name_before_it(syntax: Syntax | None) -> None:
    """Who holds her grandson is the subject, and no grandson's name."""
    text = "At the gym, Ann Guidry held her grandson.\n\n“The water did not come up the street,” she said."
    assert said(INTRODUCED + "\n\n" + text, syntax)[-1][1] == "Ann Guidry"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Outside court his lawyer, Tom Daly, said the case was “a farce”.", "Tom Daly"),
        ("Hanna Osei was angry with the board and was told “not to come back”.", None),
        ("Hanna Osei was told by Tom Daly that the pier was “a wreck”.", "Tom Daly"),
        ("Tom Daly asked Hanna Osei why she was “not at home”.", "Tom Daly"),
    ],
)
def test_where_and_to_whom_is_nobody_who_speaks(syntax: Syntax | None, sentence: str, speaker: str | None) -> None:
    """A place is no speaker, and neither is who is told something by nobody that is named; who tells it is."""
    assert [one for _, one in said(f"{INTRODUCED}{sentence}", syntax)] == [speaker]
