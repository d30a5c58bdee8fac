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
