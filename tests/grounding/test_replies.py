"""Rules of what a sentence has to do with the one before it."""

from __future__ import annotations

import pytest

from summarize.findings import AttributionKind
from summarize.grounding.replies import Said, does, is_answer, is_reply

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
    ],
)  # fmt: skip
def test_an_answer(told: str, source: str | None, kind: AttributionKind | None, reply: str, by: str) -> None:
    """The accused's own word behind a charge, a word that it is untrue, and another's figure for the same answer what stands before them."""
    assert is_reply(Said(told, source, kind), Said(reply, by, "said"))


@pytest.mark.parametrize(
    ("told", "source", "kind", "reply", "by"),
    [
        ("The mayor thanked Kestrel Lines for the ferry.", "the mayor", "said", "Kestrel Lines said bookings would open in May.", "Kestrel Lines"),
        ("Police said 200 people marched.", "police", "said", "The mayor said it was the 3rd march this year.", "the mayor"),
        ("The union accused the company of lying.", "the union", "alleged", "The union said members would strike.", "the union"),
        ("Residents blamed the storm.", "residents", "alleged", "Forecasters said rain would ease by Sunday.", "forecasters"),
        ("The ministry said 40 schools would open.", "the ministry", "said", "The minister said it was on 3 May that parents would know.", "the minister"),
        ("The farm said it had lost 300 sheep.", "the farm", "said", "The vet said there were signs of a virus in 2024.", "the vet"),
    ],
)  # fmt: skip
def test_no_answer(told: str, source: str, kind: AttributionKind, reply: str, by: str) -> None:
    """Who is thanked, who goes on, who speaks of something else and who gives a date or an order answer nobody."""
    assert not is_reply(Said(told, source, kind), Said(reply, by, "said"))


@pytest.mark.parametrize("who", ["Lin Okafor", "Ida Roe"])
def test_a_denial_answers_whoever_denies(who: str) -> None:
    """A denial right behind a sentence denies it, whether or not that names who denies."""
    assert is_reply(LEASE, Said(f"{who} denied it.", who, "denied"))


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
    ],
)
def test_what_points_back(sentence: str, points: bool) -> None:
    """A sentence that says nothing without the one before it points back; one with the same words in other uses does not."""
    assert does("points", sentence) is points
