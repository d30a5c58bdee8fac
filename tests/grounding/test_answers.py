"""Rules of charges on a card: what answers them stands with them. All articles were written for these tests."""

from __future__ import annotations

import pytest

from summarize.grounding.replies import Said, is_silence
from tests.grounding.articles import FILLER, LEAD, told
from tests.stories.made import card_of


@pytest.mark.parametrize(
    ("charge", "answer"),
    [
        ("Hassan Bello alleged that the builder, Kestrel Homes, had hidden the cracks.", "Kestrel Homes said every crack was in its report."),
        ("The union accused Dockland Pools of underpaying its cleaners.", "Dockland Pools denied that anybody was underpaid."),
        ("Police said that 40 bathers were in the water.", "The lifeguards' union says there were more than 90."),
        ("Police said that the repairs would cost 40,000 pounds.", "The independent Audit Board put the figure at 95,000 pounds in its report."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("crowd", ["", FILLER])
def test_a_charge_and_its_answer(charge: str, answer: str, crowd: str) -> None:
    """However much else there is to claim, a charge stands on the card with its answer or not at all; so does a figure with another's."""
    text = told(card_of(f"{LEAD}\n\n{charge} {answer}\n\n{crowd}"))
    assert (charge in text) <= (answer in text)
    assert crowd or charge in text


def test_the_answer_to_the_news_is_on_the_card() -> None:
    """What answers the news itself is a claim before all others."""
    lead = "A court in Accra fined Kestrel Mines 2 million cedis on Monday for dumping acid in the Pra river."
    answer = "Kestrel Mines said that it would appeal."
    card = card_of(f"{lead} {answer}\n\n{FILLER}")
    assert answer in told(card)


def test_thanks_make_no_claim() -> None:
    """Who is thanked and speaks next answers no charge: it is a claim only where there is room."""
    others = " ".join(
        f"{name} Lee, who runs a shop there, said that trade was slow." for name in ("Ann", "Tom", "Una", "Jon")
    )
    text = f"{LEAD}\n\n{FILLER}\n\n{others}\n\nThe mayor thanked Kestrel Lines. The lines' office said that tickets were free."
    assert "tickets" not in told(card_of(text))


def test_what_nobody_says_is_untrue() -> None:
    """In an interview an answer has no name: a charge to which it is the answer is left out with it."""
    charge = "The minister of sport, Karla Weiss, says that she was told all was well."
    assert charge in told(card_of(f"{LEAD}\n\n{charge}\n\nShe came on Monday."))
    assert charge not in told(card_of(f"{LEAD}\n\n{charge}\n\nThat is not true."))


@pytest.mark.parametrize(
    "text",
    [
        "Staff accused him of bullying. He denies it.",
        "Staff accused Tom Ash of bullying on Monday. He denies it.",
        "Mayor Ann Lee resigned on Monday over a charge that she took a bribe. She denies it.",
        f"Mayor Ann Lee resigned on Monday over a charge that she took a bribe. Her deputy, Tom Roe, takes over.\n\n{FILLER}\n\nLee denies that she took money.",
    ],
)
def test_a_denial_is_on_the_card(text: str) -> None:
    """However short an article is, or however far down it stands, who is charged is told to deny it."""
    text_of_card = told(card_of(text))
    assert "denies" in text_of_card
    assert "He denies it." not in text_of_card.split("\n")


def test_a_denial_is_told_with_what_is_denied() -> None:
    """That somebody says it is a lie is told with what it is, and never behind another charge."""
    charge, answer = (
        "Tenants of Canal Court accused Rowe Estates of cutting off the heating.",
        "The firm said a boiler had failed.",
    )
    lie = "The tenants' association said that was a lie."
    card = card_of(f"{charge} {answer} {lie}\n\nThe city council sent an inspector on Friday.")
    assert f"{answer} {lie}" in told(card).replace("\n", " ")


@pytest.mark.parametrize(
    "refuted",
    [
        "She was found to have lied.",
        "He was later acquitted.",
        "The charges were dropped.",
        "She withdrew the complaint.",
    ],
)
@pytest.mark.parametrize(
    "before", ["", "The council of Leeds met on Friday about its new buses and trams, the mayor said. "]
)
def test_what_refutes_a_charge_stands_with_it(before: str, refuted: str) -> None:
    """In whichever field a charge stands, what came of it right behind is told in the same line, though it is nobody's word."""
    text = f"{before}Sara Nye accused the author Max Holm of stealing a manuscript from her desk, and said she saw it. {refuted}"
    card = card_of(text)
    lines = [one.text for one in (*card.what, *card.claims) if "accused" in one.text]
    assert lines
    assert all(line.endswith(refuted) for line in lines)


def test_what_is_cleared_otherwise_refutes_nothing() -> None:
    """A road that is cleared of snow has nothing to do with the charge before it."""
    card = card_of(
        "Sara Nye accused the author Max Holm of stealing her work, and said she saw it. The road was cleared of snow."
    )
    assert not any("accused" in one.text and "snow" in one.text for one in (*card.what, *card.claims))


@pytest.mark.parametrize(
    ("charge", "answer"),
    [
        ("The regulator fined Kestrel Foods 2 million pounds on Monday for dumping acid.", "Kestrel Foods agreed to the fine."),
        ("Prosecutors arraigned Obi Nwankwere on Monday on a charge of fraud.", "Nwankwere pleaded not guilty."),
        ("Her parents filed a lawsuit on Monday against a bus firm, alleging that it had left her behind.", "The company said it intends to fight the suit."),
    ],
)  # fmt: skip
def test_the_answer_further_on(charge: str, answer: str) -> None:
    """A charge takes along what whom it charges owns to, pleads, or will fight, wherever that stands."""
    between = "The hall was full.\n\nAnna Lee, a baker, said that she expected rain. It is cold there in May."
    assert answer in told(card_of(f"{charge}\n\n{between}\n\n{answer}"))


def test_silence_is_told_with_what_is_said() -> None:
    """Of whom nobody could reach it is told behind what is said of him, in one line, which stays the word of whoever says it."""
    said, silent = (
        "Anna Lee, a baker, said that the mill had lost the grain.",
        "The mill could not be reached for comment.",
    )
    card = card_of(f"{LEAD}\n\n{'The road is long and old. ' * 16}\n\n{said} {silent}")
    (line,) = [one for one in (*card.what, *card.claims, *card.background) if silent in one.text]
    assert line.text == f"{said} {silent}"
    assert line.attribution is not None
    assert line.attribution.source == "Anna Lee"


def test_an_answer_brings_its_charge() -> None:
    """An answer to what the article itself tells right before is told with it."""
    charge, answer = "The guild of carters expelled Dora Pell on Friday.", "Pell called the decision hasty."
    text = told(card_of(f"{LEAD}\n\n{FILLER}\n\n{charge} {answer}")).replace("\n", " ")
    assert answer not in text or f"{charge} {answer}" in text
    long = told(card_of(f"{LEAD}\n\n{'The road is long and old. ' * 16}\n\n{charge} {answer}"))
    assert f"{charge} {answer}" in long


@pytest.mark.parametrize(
    ("charge", "between", "denial"),
    [
        ("A cook told a tribunal that he was sacked because he is deaf.", "Ann Lee, a waiter, said she had seen nothing.", "The hotel denies the claim."),
        ("Ann Lee and Tom Ash conspired to steal money, prosecutors said.", "Judge Lena Voss listened.", "Tom Ash denied it."),
    ],
)  # fmt: skip
def test_a_denial_is_not_behind_another_word(charge: str, between: str, denial: str) -> None:
    """What is denied is the charge: the denial stands on the card with it, and never behind a witness' word or what is no word at all alone."""
    card = card_of(f"Case heard\n\n12 November 2026\n\n{charge} {between} {denial}")
    texts = [one.text for one in (*card.what, *card.claims)]
    assert any(denial in text for text in texts)
    assert any(charge in text for text in texts)
    assert not any(text.startswith(between) and denial in text for text in texts)


@pytest.mark.parametrize(
    ("silence", "is_answer"),
    [
        ("The council declined to comment on a separate row over bins.", False),
        ("The council declined to comment on a strike by its drivers.", False),
        ("The council declined to comment.", True),
        ("The council declined to comment on a pending case.", True),
        ("The council declined to comment on the sale.", True),
    ],
)
def test_silence_about_another_thing_answers_no_charge(silence: str, is_answer: bool) -> None:
    """Who is silent about something that was not told of before answers nothing."""
    charge = "Three villagers filed a complaint against Harwick Council on Monday."
    assert is_silence(Said(charge), silence) is is_answer


@pytest.mark.parametrize("answer", ["Lee dismissed the claim as a stunt.", "Lee dismissed this accusation as a lie."])
def test_who_dismisses_a_charge_answers_it(answer: str) -> None:
    """Whoever dismisses the claim as something answers the charge before it."""
    assert answer in told(
        card_of(
            f"Row\n\n12 November 2026\n\nTwo clerks accused the mayor, Ann Lee, on Monday of theft. {answer} The union wept."
        )
    )
    other = "Lee dismissed the clerk as a precaution."
    assert other not in [
        one.text
        for one in card_of(
            f"Row\n\n12 November 2026\n\nTwo clerks accused the mayor, Ann Lee, on Monday of theft. {other}"
        ).claims
    ]


@pytest.mark.parametrize(
    ("between", "silence", "shown"),
    [
        ("Ann Lee's lawyer acknowledged that the roof leaked. Lee was cleared of a parking offence in May.", "She did not reply to messages.", "[Ann Lee] did not reply to messages."),
        ("They want her to go. The hall was full.", "Lee could not be reached for comment.", "Lee could not be reached for comment."),
        ("They want her to go. The hall was full.", "Ann Lee, who is 41, has not commented.", "Ann Lee, who is 41, has not commented."),
    ],
)  # fmt: skip
def test_silence_further_on_answers_the_charge(between: str, silence: str, shown: str) -> None:
    """That somebody who is charged is silent stands on the card with the charge, also where other sentences stand between."""
    charge = "Two clerks accused the mayor, Ann Lee, on Monday of theft."
    assert shown in told(card_of(f"Mayor accused\n\n12 November 2026\n\n{charge} {between} {silence} The union wept."))


def test_silence_of_somebody_else_answers_no_charge() -> None:
    """Whoever is not charged is silent about something else."""
    charge, silence = (
        "Two clerks accused the mayor, Ann Lee, on Monday of theft.",
        "Tom Ash, a baker, has not commented.",
    )
    card = card_of(
        f"Mayor accused\n\n12 November 2026\n\n{charge} They want her to go. The hall was full. {silence} The union wept."
    )
    assert not any(one.attribution is not None and one.attribution.source == "Tom Ash" for one in card.claims)


def test_silence_behind_the_answer_of_the_charged() -> None:
    """Where whom a charge charges owns to one thing and is silent about another, both are told together."""
    charge, answer = "The union accused Kestrel Foods of locking fire doors on Monday.", "Kestrel Foods conceded that its pay was low."  # fmt: skip
    silence = "It did not respond to questions about the doors."
    assert f"{answer} {silence}" in told(
        card_of(f"Firms accused\n\n12 November 2026\n\n{charge} {answer} {silence} The union said it would strike.")
    )


@pytest.mark.parametrize(
    "denial",
    [
        "Its chairman, Victor Balan, said in a statement that the ministry's claim was false.",
        "Its agent, Jorge Lima, said that it was all a mistake of hearing.",
        "Mr Kerr, the firm's owner, said in an email that he had known nothing of any offer.",
        "Mr Yadav's lawyer, Pankaj Jha, said that his client was innocent.",
    ],
)
def test_a_denial_by_any_words_comes_before_what_is_said(denial: str) -> None:
    """Somebody denies by what he says as well as by the verb: it is a claim before those things that are merely said, though it stands last."""
    charge = "The ministry accused the grain's owner, Danube Grain, of having mixed two cargoes."
    said = " ".join(f"{name} Lee, who runs a shop there, said that trade was slow." for name in ("Ann", "Tom", "Una"))
    others = f"{said}\n\nJon Roe, a baker, said that he would stay. The mayor, Ada Fry, promised a new road."
    text = told(card_of(f"{LEAD}\n\n{charge}\n\n{others}\n\nThe port is old.\n\n{denial}"))
    assert denial in text


@pytest.mark.parametrize(
    ("charge", "answer"),
    [
        ("Poland's competition office fined two dairies on Monday for agreeing on the price of butter.", "Neither dairy accepts the finding."),
        ("The trial of nine men accused of an ambush on a bus opened in Yaounde on Monday.", "All of them deny it."),
    ],
)  # fmt: skip
def test_all_who_are_charged_answer(charge: str, answer: str) -> None:
    """What all of them or none of them say answers the last charge, though other things stand between."""
    assert answer in told(card_of(f'{charge}\n\n"I counted nine," said a driver, Paul Che.\n\n{answer}'))
