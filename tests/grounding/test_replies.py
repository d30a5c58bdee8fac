"""Rules of what a sentence has to do with the one before it."""

from __future__ import annotations

import pytest

from summarize.findings import AttributionKind
from summarize.grounding.replies import Said, charges, does, is_answer, is_reply
from tests.stories.made import card_of

LEASE = Said("Hassan said the mayor had lied to the council about the lease.", "Hassan", "said")


@pytest.mark.parametrize(
    ("told", "source", "kind", "reply", "by"),
    [
        (
            "Residents allege that the municipal corporation dumped waste in Lake Ulsoor.", "residents", "alleged",
            "A spokesperson for the corporation said no waste had been dumped since 2024.", "A spokesperson for the corporation",
        ),
        (
            "The union accused Dockland Rugby Club of underpaying its cleaners.", "the union", "alleged",
            "Its chairman, Bruce Hale, said the books were open to anyone.", "Bruce Hale",
        ),
        (
            "Police arrested the principal of St Anne's, Mary Quirke, on suspicion of fraud.", None, None,
            "Her solicitor, Tom Daly, said she would fight the case.", "Tom Daly",
        ),
        (
            "The inquiry found that Hotel Miramar had ignored three fire notices.", "an inquiry", "found",
            "The hotel said it had replaced every door.", "The hotel",
        ),
        (
            "Tarvos Metals said the letter was about another dam.", "Tarvos Metals", "said",
            "The union's secretary, Pavel Orlik, said the company was lying.", "Pavel Orlik",
        ),
        ("Police put the crowd at 8,000.", "police", "said", "Organisers said there were 60,000.", "organisers"),
        (
            "The dam will cost 2 billion rand, the ministry said.", "the ministry", "said",
            "The audit office puts the figure at 3.4 billion.", "the audit office",
        ),
        ("Police put the crowd at 900.", None, None, "The organisers, Save Our Shelves, said 2,500 had come.", "Save Our Shelves"),
        ("Forty people would lose their jobs, the council said.", "the council", "said", "The union Marsden put it at 58.", None),
    ],
)  # fmt: skip
def test_an_answer(told: str, source: str | None, kind: AttributionKind | None, reply: str, by: str | None) -> None:
    """The accused's own word behind a charge, a word that it is untrue, and another's figure for the same answer what stands before them."""
    assert is_reply(Said(told, source, kind), Said(reply, by, "said" if by else None))


@pytest.mark.parametrize(
    ("told", "source", "kind", "reply", "by"),
    [
        ("The mayor thanked Kestrel Lines for the ferry.", "the mayor", "said", "Kestrel Lines said bookings would open in May.", "Kestrel Lines"),
        ("Police said 200 people marched.", "police", "said", "The mayor said it was the 3rd march this year.", "the mayor"),
        ("The union accused the company of lying.", "the union", "alleged", "The union said members would strike.", "the union"),
        ("The union said 300 had come.", "the union", "said", "The port said 30 ships had come.", "the port"),
        ("Residents blamed the storm.", "residents", "alleged", "Forecasters said rain would ease by Sunday.", "forecasters"),
        ("The ministry said 40 schools would open.", "the ministry", "said", "The minister said it was on 3 May that parents would know.", "the minister"),
        ("The farm said it had lost 300 sheep.", "the farm", "said", "The vet said there were signs of a virus in 2024.", "the vet"),
    ],
)  # fmt: skip
def test_no_answer(told: str, source: str, kind: AttributionKind, reply: str, by: str) -> None:
    """Who is thanked, who goes on, who speaks of something else and who gives a date or an order answer nobody."""
    assert not is_reply(Said(told, source, kind), Said(reply, by, "said"))


@pytest.mark.parametrize("who", ["Lin Okafor", "the mayor"])
def test_a_denial_of_what_names_nobody(who: str) -> None:
    """A denial right behind a charge against somebody without a name answers it: whoever denies may be the one."""
    assert is_reply(LEASE, Said(f"{who} denied it.", who, "denied"))


SHAW = Said("The nurse accused the manager, Dawn Shaw, of shredding letters.", "The nurse", "alleged")


@pytest.mark.parametrize(
    ("reply", "who", "answers"),
    [
        ("Dawn Shaw denied it.", "Dawn Shaw", True),
        ("Tom Daly, her lawyer, denied it.", "Tom Daly", True),
        ("Alan Lee denied it.", "Alan Lee", False),
        ("The nurse denied that she had made it up.", "the nurse", False),
    ],
)
def test_one_person_does_not_answer_for_another(reply: str, who: str, answers: bool) -> None:
    """Of a charge against a person by name the denial of another is no answer, unless he speaks for the first; nor is that of whoever charges."""
    assert is_reply(SHAW, Said(reply, who, "denied")) is answers


def test_who_charges_goes_on() -> None:
    """ "The union" behind what a union charges is the union, and no answer by the body that it charges."""
    said = Said("The Dock Workers' Union accused the Harbour Board of lying.", "Dock Workers' Union", "alleged")
    assert not is_reply(said, Said("The union said it had proof.", "the union", "said"))
    assert is_reply(said, Said("The board said it had told all it knew.", "the board", "said"))


@pytest.mark.parametrize(
    ("reply", "kind", "answers"),
    [
        ("It denied wrongdoing.", "denied", True),
        ("It said every lorry had been inspected.", "said", True),
        ("It accused the union of lying.", "alleged", False),
    ],
)
def test_what_it_says_behind_a_charge(reply: str, kind: AttributionKind, answers: bool) -> None:
    """What "it" says behind a charge is told with the charge, whoever it is; a further charge is not."""
    said = Said("Kestrel Foods accused a supplier of theft.", "Kestrel Foods", "alleged")
    assert is_reply(said, Said(reply, None, kind, is_open=True)) is answers


@pytest.mark.parametrize(
    ("sentence", "source", "is_charged"),
    [
        ("The nurse blamed the Portland Clinic for ignoring four complaints.", "the clinic", True),
        ("The nurse took Harbour Bank to court over unpaid overtime.", "the bank", True),
        ("Hollis Bakeries was sued on Wednesday by a customer.", "Hollis Bakeries", True),
        ("The Harbour Bank accused the union of lying.", "Harbour Bank", False),
    ],
)
def test_whom_a_sentence_charges(sentence: str, source: str, is_charged: bool) -> None:
    """Whom a sentence charges stands behind its verb, or before one in the passive."""
    assert charges(sentence, source) is is_charged


def test_what_nobody_says_answers_nobody() -> None:
    """The article's own word behind a charge is no answer by the accused."""
    assert not is_reply(LEASE, Said("The mayor was re-elected in May."))


@pytest.mark.parametrize(
    ("words", "answers"), [("“She has my trust,” he said.", True), ("He left by a side door.", False)]
)
def test_what_is_said_after_all(words: str, answers: bool) -> None:
    """What somebody says who declined to answer is one with that he declined."""
    assert is_answer([Said("The mayor declined to answer questions.", "the mayor", "planned")], Said(words)) is answers


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("Rowley rejected that in evidence, saying she had warned Pell twice in writing.", True),
        ("Okafor disputed those figures.", True),
        ("Neither would comment.", True),
        ("The board rejected that offer of 5 million pounds on Monday.", True),
        ("It is feared that 40 people drowned, officials said.", False),
        ("Both the army and the rebels said they had won.", False),
        ("That a judge would say so surprised the lawyers, Roe said.", False),
        ("The minister denied that, when in office, he took gifts.", False),
        ("Skerry Air rejected the claim.", True),
        ("The owner, Kestrel Lines, rejected the claims on Friday.", True),
        ("Skerry Air rejected the claim of the pilots.", False),
        ("Skerry Air rejected the claim that its brakes had failed.", False),
        ("Pilots were accused of sleeping, and rejected the claims.", False),
    ],
)
def test_what_points_back(sentence: str, points: bool) -> None:
    """A sentence that says nothing without the one before it points back; one with the same words in other uses does not."""
    assert does("points", sentence) is points


def test_a_denial_does_not_stand_behind_a_victim_without_the_charge() -> None:
    """ "He denies robbery" behind the baker who ran is read as his: it stands with what is charged, or not at all."""
    text = (
        "Tom Ash is accused of robbing a baker. The baker, a man of 60, ran into a street in Harwick on Monday. "
        "He denies robbery and says he was in Leeds. The council of Harwick met on Wednesday to talk about its buses."
    )
    card = card_of(text)
    told = [line.text for line in (*card.what, *card.claims)]
    assert not any("denies robbery" in line and "accused" not in line for line in told)
    assert not any(line.attribution and line.attribution.source == "the baker" for line in card.claims)


def test_a_charge_stands_once_with_its_answer() -> None:
    """What a claim tells with its answer is not told again, without it, as background."""
    card = card_of(
        "A coach ran into a parked lorry near Sinnar on Saturday, and nine people were killed.\n\n"
        "The coach was on its way from Pune to Dhule. Villagers broke a window and pulled people out.\n\n"
        "An official of the licensing office, who did not want to be named, said the coach had been fined four times "
        "since April. Its owner, Rajen Gode, denied this. He said its papers were in order.\n\n"
        "The police went on with their work on Sunday. The road was closed until the evening."
    )
    (claim,) = [one for one in card.claims if "fined four times" in one.text]
    assert "denied this" in claim.text
    assert not [one for one in card.background if "fined four times" in one.text]


INSPECTORS = Said("Hassan said the inspectors had come late.", "Hassan", "said")


@pytest.mark.parametrize(
    "reply",
    [
        "Red Shield conceded that two guards had left.",
        "Red Shield agreed to the fine.",
        "Red Shield had no recollection of it.",
        "Red Shield called the remark unfair.",
        "Red Shield will contest the ruling.",
        "Red Shield declined to comment.",
    ],
)
def test_who_answers_by_the_verb_alone(reply: str) -> None:
    """Who owns to something, knows nothing of it, fights it, or is silent answers what another says, whoever that is about."""
    assert is_reply(INSPECTORS, Said(reply, "Red Shield", "said"))
    assert not is_reply(Said("The road is four miles long."), Said(reply, "Red Shield", "said"))
    assert not is_reply(INSPECTORS, Said(reply.replace("Red Shield", "Hassan"), "Hassan", "said"))


@pytest.mark.parametrize(
    "reply",
    [
        "Town conceded two goals.",
        "Red Shield agreed to the date of the talks.",
        "Red Shield had no memory of the crash.",
        "Red Shield called the clerk early.",
        "Red Shield will fight the fire.",
        "Red Shield declined to stand again.",
    ],
)
def test_who_does_something_else_by_such_a_verb(reply: str) -> None:
    """Goals, dates, fires and elections answer nothing that was said."""
    assert not is_reply(INSPECTORS, Said(reply, "Red Shield", "said"))


@pytest.mark.parametrize(
    ("reply", "answers"),
    [
        ("The inspectors did not answer calls.", True),
        ("The maker could not be reached for comment.", True),
        ("Hassan did not say why.", False),
        ("He did not say why.", False),
        ("The hut could not be reached by road.", False),
        ("The patient did not respond to treatment.", False),
    ],
)
def test_silence(reply: str, answers: bool) -> None:
    """Who does not answer is told with what is said; who said it, or may have, is not, nor what cannot be reached by road."""
    assert is_reply(INSPECTORS, Said(reply)) is answers


def test_whom_a_claim_tells_of_speaks_next() -> None:
    """Behind what one says that another did, the other's own word answers it; of whom it says nothing, it does not."""
    said = Said("Wurst said a kitchen hand had filled in the book.", "Wurst", "said")
    assert is_reply(said, Said("The kitchen hand said she was told to.", "the kitchen hand", "said"))
    assert not is_reply(said, Said("The baker said she was told to.", "the baker", "said"))


@pytest.mark.parametrize(
    ("charge", "reply", "who", "answers"),
    [
        ("The mayor, Kurt Aas, said the town had warned of the cracks in a letter.", "Rolf Dahl said the office had never had such a letter.", "Rolf Dahl", True),
        ("The mayor, Kurt Aas, said the town had warned of the cracks in a letter.", "Rolf Dahl said the office had never had so many guests.", "Rolf Dahl", False),
        ("The commission blames a printer in the capital.", "The printing company, Tolk Press, says it used the file that was sent.", "Tolk Press", True),
        ("The commission blames a printer in the capital.", "The postal company, Tolk Mail, says it used the lists that were sent.", "Tolk Mail", False),
        ("The commission blames Roe Press.", "The printing company, Tolk Press, says it used the file that was sent.", "Tolk Press", True),
        ("The commission blames a baker in the capital.", "The brewery, Tolk Ales, says it has other clients.", "Tolk Ales", False),
    ],
)  # fmt: skip
def test_who_has_the_letter_and_who_is_of_the_trade(charge: str, reply: str, who: str, answers: bool) -> None:
    """A charge is answered by who says that he never had what it tells of, and by the body whose trade it blames."""
    assert (
        is_reply(Said(charge, "the mayor" if "mayor" in charge else "the commission", "said"), Said(reply, who, "said"))
        is answers
    )


def test_who_refuses_what_somebody_asked_for_answers_no_charge() -> None:
    """It is told behind who asked for it."""
    said = Said("The commission blames a printer in the capital.", "the commission", "said")
    assert not is_reply(said, Said("Harbour master Ivo Lind rejected a delay.", "Ivo Lind", "denied"))
    assert is_reply(said, Said("The printer, Ivo Lind, rejected the charge.", "Ivo Lind", "denied"))
