"""Rules of whom a pronoun or an age takes up, where the sentence before describes somebody. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.passages import found, participant, said

_PRIEST = "The priest does not. “If it wanted to leave, it has come back,” he said."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"The priest, Tomas Kladno, rang it. Ben Silva wants it welded on. {_PRIEST}", "Tomas Kladno"),
        ("Mayor Ann Lee was at work. Eva Silva is her deputy. The mayor was tired. “We go home,” she said.", "Ann Lee"),
        ("Tomas Kladno rang it. Nobody came. The ringer was tired. “We go home,” he said.", "Tomas Kladno"),
        (
            "Tomas Kladno scored 66. Coach Ben Silva was out. Kladno had no complaint about the pitch. “It was checked,” said the 31-year-old.",
            "Tomas Kladno",
        ),
    ],
)
def test_a_pronoun_takes_up_whom_the_sentence_before_describes(syntax: Syntax | None, text: str, speaker: str) -> None:
    """Somebody named who is called so speaks, and the only one named; an age is that of the subject before."""
    assert [one for _, one in said(text, syntax)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Coach Anna Beck praised striker Luis Prado. The striker was tired. “He ran for two,” she said.", "Anna Beck"),
        ("Ann Berg, the mayor, met the engineer Tom Reid. The engineer was away. “We wait,” she said.", "Ann Berg"),
        (
            "Inspector Karen Holt leads the inquiry. A woman was found dead on Monday. “It was murder,” she said.",
            "Karen Holt",
        ),
        ("Inspector Karen Holt leads it. A girl drowned in the lake. “Keep away from it,” she said.", "Karen Holt"),
    ],
)
def test_neither_the_other_gender_nor_the_dead_speak(syntax: Syntax | None, text: str, speaker: str) -> None:
    """ "She" is no striker called Luis, and nobody who was found dead."""
    assert [one for _, one in said(text, syntax)] == [speaker]


def test_a_description_of_nobody_named_leaves_the_speaker_open(syntax: Syntax | None) -> None:
    """Of two who are named neither is the priest, so neither is given what he said."""
    text = f"Eleni Kladno wants it welded on. Ben Silva rang it. {_PRIEST}"
    assert [one for _, one in said(text, syntax)] == [None]


def test_what_reads_is_a_text(syntax: Syntax | None) -> None:
    """No body or country is given the words that a thing bears."""
    text = "Norway had lost a bell. Somebody kept the paper. It reads, “One (1) item, brass, loud”."
    assert [one for _, one in said(text, syntax)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The headmaster, Tomas Kladno, claimed by telephone that he had taught “wherever there was shade”.",
        "Tomas Kladno, who called the petition “politically sown”, said in Oslo he would obey the court.",
    ],
)
def test_neither_a_means_nor_a_place_speaks(syntax: Syntax | None, text: str) -> None:
    """What stands behind "by" without an article, and a place behind "in", is no speaker."""
    assert [one for _, one in said(text, syntax)] == ["Tomas Kladno"]


@pytest.mark.parametrize("word", ["Leg-spinner", "Vice-captain", "Co-founder"])
def test_words_joined_by_a_hyphen_that_open_a_sentence_are_no_part_of_the_name(
    syntax: Syntax | None, word: str
) -> None:
    """No name goes on in small letters behind a hyphen."""
    text = f"{word} Ben Silva met the board on Monday."
    assert participant(found(text, syntax)[1], "Ben Silva").kind == "person"


def test_a_word_for_a_body_that_opens_a_sentence_is_no_town(syntax: Syntax | None) -> None:
    """Union is a town in several countries, and none where an organiser of one opens the sentence."""
    text = "Trains stopped at Ballina on Tuesday. Union organiser Ben Silva was blunt about the signals."
    assert [place.name for place in found(text, syntax)[1].places] == ["Ballina"]


def _denier(text: str, syntax: Syntax | None) -> str | None:
    """Who denies or replies in the last sentence of a text that is somebody's word."""
    _, findings = found(text, syntax)
    number = max(findings.attributions, key=lambda one: one.cue_span.start).participant
    return findings.participants[number - 1].name if number is not None else None


_COURT = "The nurse, Sarah Boone, told the court of a letter on Monday. "
_SHIP = "“The pier is no bank,” said the harbour master, Kim Dahl. "
_TWO = "The harbour master, Kim Dahl, came. The deputy minister, Robin Marsh, "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (_COURT + "Quin Marlow, defending, put it to her that she had written it. She denied it.", "Sarah Boone"),
        (_COURT + "Kate Marlow, defending, suggested to her that she had written it. She denied it.", "Sarah Boone"),
        (
            _SHIP + "The deputy minister, Robin Marsh, dismissed it as “noise”. She replied that he should row.",
            "Kim Dahl",
        ),
        ("Mayor Linda Shaw came. Robin Marsh called it a waste. She answered that he should read it.", "Linda Shaw"),
        ("Mayor Linda Shaw came. Robin Marsh called it a waste. She denied it.", "Linda Shaw"),
        ("Mayor Linda Shaw met Anna Dorn. Dorn called it a waste. She denied that it was.", None),
        ("Mayor Linda Shaw told reporters it was shut. She denied that it was late.", "Linda Shaw"),
        (_TWO + "called it a waste. She denied that his club was full.", None),
        ("Mayor Linda Shaw came. Robin Marsh leads the council. She denied that it was late.", "Robin Marsh"),
    ],
)
def test_whoever_replies_is_not_who_is_replied_to(syntax: Syntax | None, text: str, who: str | None) -> None:
    """A reply or a denial is not of who just spoke, nor of who put it to "her"; where that is as likely, of nobody by name."""
    assert _denier(text, syntax) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mayor Linda Shaw came. Robin Marsh leads the club. She said that his club was full.", "Linda Shaw"),
        (_TWO + "leads the club. She said that his club was full.", None),
        ("The harbour master, Kim Dahl, came. Tom Reid leads the club. She said that his club was full.", "Kim Dahl"),
        (_TWO + "leads the club. She said that the club was full.", "Robin Marsh"),
    ],
)
def test_one_who_must_be_he_is_not_she(syntax: Syntax | None, text: str, who: str | None) -> None:
    """A "his" beside "she" is somebody else: the one whose gender nothing tells, if nobody else is a man; of two such either is open."""
    assert _denier(text, syntax) == who
