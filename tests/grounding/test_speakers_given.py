"""The speaker that an engine gives for a quotation, against what the article says of it."""

from __future__ import annotations

import pytest

from summarize.grounding.index import Index
from summarize.grounding.speakers import Speaker, correct_speaker
from tests.grounding.articles import article, number_of

MET = "Ann Lee met {} in Leeds. “We go,” "
FAR = "It was cold in the old hall of the town that winter and nobody came to it. "


def given(text: str, name: str, *, as_number: bool = False, was_open: bool = False) -> str | None:
    """The name that then stands on the card, or why none does; None where nothing changes. Findings count as open where `was_open`."""
    index = Index(*article(text))
    quotation = index.findings.quotations[0]
    number = number_of(text, name) if as_number else None
    found = Speaker(None, None) if was_open else Speaker(quotation.speaker, quotation.participant)
    result = correct_speaker(index, quotation, found, number, None if as_number else name)
    return f"= {result.name}" if isinstance(result, Speaker) else result


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (MET.format("Bob Roe") + "she said.", "Bob Roe", "“she” is not Bob Roe"),
        (MET.format("Bob Roe") + "she said.", "Ann Lee", None),
        (MET.format("Eva Roe") + "she said.", "Eva Roe", "= Eva Roe"),
        ("Ann Lee came. Eva Roe left. “We go,” she said.", "Ann Lee", "Eva Roe is named nearer to the words"),
        (MET.format("Bob Roe") + "said Bob Roe.", "Ann Lee", "the article names Bob Roe beside the words"),
        (MET.format("Bob Roe") + "the mayor said.", "Ann Lee", "= Ann Lee"),
        (MET.format("Bob Roe") + "the mayor said.", "Bob Roe", "= Bob Roe"),
        (MET.format("Bob Roe") + "another man said.", "Bob Roe", "“another man” is somebody not named before"),
        ("Bob Roe told Ann Lee: “We go.”", "Ann Lee", "the article names Bob Roe beside the words"),
        ("Bob Roe told Ann Lee: “We go.”", "Bob Roe", None),
    ],
)
def test_participants(text: str, name: str, expected: str | None) -> None:
    """Nobody speaks whom the words beside the quotation rule out: another name, the other gender, somebody nearer or not named before."""
    assert given(text, name, as_number=True) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ann Lee left Leeds. “We go,” the mayor said.", "Leeds", "it is a place"),
        ("Ann Lee left. “We go,” it was said.", "the mayor", "the name does not stand in the article"),
        (
            f"The mayor stayed. {FAR}“We go,” it was said.",
            "the mayor",
            "the description does not stand beside the words",
        ),
        (f"The mayor stayed in {'x' * 46}. “We go,” it was said.", "the mayor", "= The mayor"),
        ("Ann Lee left. “We go,” the mayor said.", "the mayor", None),
        ("Ann Lee left. “We go,” the mayor said.", "He", "it names nobody"),
        ("Ann Lee left. “We go to Roe Hall,” the mayor said.", "Roe Hall", "the name stands in somebody's words alone"),
        ("Ann Lee left. “We go,” the mayor said.", "Zed Nil", "the name does not stand in the article"),
        ("Ann Lee left. “We go,” it was said.", "Ann  Lee", "= Ann Lee"),
        ("Ann Lee left. “We go,” it was said.", "", None),
        ("Ann Lee left. They told Zed Nil: “We go.”", "Zed Nil", "the words are addressed to Zed Nil"),
        ("Ann Lee left. Zed Nil was there. “We go,” it was said.", "Zed Nil", "= Zed Nil"),
        (f"Zed Nil was there. {FAR * 5}“We go,” it was said.", "Zed Nil", "the name does not stand near the words"),
    ],
)
def test_names(text: str, name: str, expected: str | None) -> None:
    """A name stands near the words and outside of them, is no place and is not spoken to; a description stands beside them."""
    assert given(text, name) == expected


DOCTOR = "Ann Lee, a doctor, resigned in Harwick. "
BODIES = "The Harwick Bank closed, and the Leeds Union struck. "
MAYORS = "Ann Lee, the mayor of Harwick, met Eva Roe, the mayor of Solberg. "
DEPUTY = "Governor Ann Lee met Deputy Governor Eva Roe. "


@pytest.mark.parametrize(
    ("before", "description", "name"),
    [
        (DOCTOR, "the mayor of Harwick", "Ann Lee"),
        (DOCTOR, "the woman in charge of trains", "Ann Lee"),
        (DOCTOR, "the woman who runs the trains", "Ann Lee"),
        (DOCTOR, "the company’s boss", "Ann Lee"),
        (DOCTOR, "the tired doctor", "Ann Lee"),
        (BODIES, "the bank", "Harwick Bank"),
        (BODIES, "the union", "Leeds Union"),
        (BODIES, "the lender", "Leeds Union"),
        (MAYORS, "the mayor of Solberg", "Eva Roe"),
        (DEPUTY, "the governor", "Ann Lee"),
        (DEPUTY, "the deputy governor", "Eva Roe"),
    ],
)
def test_a_participant_may_be_called_by_the_head_of_a_description(before: str, description: str, name: str) -> None:
    """The noun that a description hangs on is one's that is told of it in the article, or of a person of whom nothing else is told."""
    text = f"{before}“We are tired of it,” {description} said."
    assert given(text, name, as_number=True, was_open=True) == f"= {name}"


@pytest.mark.parametrize(
    ("before", "description", "name"),
    [
        (DOCTOR, "the women", "Ann Lee"),
        (DOCTOR, "the people of Harwick", "Ann Lee"),
        (DOCTOR, "the committee", "Ann Lee"),
        (DOCTOR, "it", "Ann Lee"),
        (DOCTOR, "they", "Ann Lee"),
        (DOCTOR, "the spokesman", "Ann Lee"),
        (DOCTOR, "the Prime Minister", "Ann Lee"),
        (DOCTOR + "She met a senior harbour official. ", "the official", "Ann Lee"),
        (DOCTOR + "Eva Roe, a nurse, came. ", "the nurse", "Ann Lee"),
        ("Ann Lee, head of the Harwick Bank, resigned. ", "the bank", "Ann Lee"),
        (BODIES, "the bank", "Leeds Union"),
        (BODIES, "the union", "Harwick Bank"),
        (BODIES, "the mayor", "Leeds Union"),
        ("The Harwick Bank sued the Leeds Bank. ", "the bank", "Leeds Bank"),
        (MAYORS, "the mayor of Harwick", "Eva Roe"),
        (MAYORS, "the mayor", "Eva Roe"),
        (DEPUTY, "the governor", "Eva Roe"),
        (DEPUTY, "the deputy governor", "Ann Lee"),
        ("Deputy Governor Eva Roe came. ", "the governor", "Eva Roe"),
    ],
)
def test_nobody_is_called_by_what_is_anothers(before: str, description: str, name: str) -> None:
    """A person is no body and no several people, a body no person; what another is called, or two are, or another office or town, is not theirs."""
    refused = given(f"{before}“We are tired of it,” {description} said.", name, as_number=True, was_open=True)
    assert refused == f"the article does not call {name} “{description}”"


@pytest.mark.parametrize("body", ["police", "committee of doctors"])
def test_a_described_body_speaks_for_itself(body: str) -> None:
    """Words of a body that has a description and no name are nobody else's: the body is a participant of its own."""
    refused = given(f"{DOCTOR}“We are tired of it,” the {body} said.", "Ann Lee", as_number=True, was_open=True)
    assert refused == f"the article names {body} beside the words"


def test_there_is_no_such_participant() -> None:
    """A number that is no participant's is refused."""
    text = "Ann Lee left. “We go,” the mayor said."
    index = Index(*article(text))
    words = index.findings.quotations[0]
    for number in (0, len(index.findings.participants) + 1):
        assert correct_speaker(index, words, Speaker(None, None), number, None) == f"there is no participant {number}"
