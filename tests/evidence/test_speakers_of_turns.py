"""Rules of who speaks in live blogs, interviews, vox pops, obituaries and of texts that are quoted. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.passages import said

OPENING = (
    "Hanna Osei, the treasurer of the harbour board, came to the quay on Monday. “The pier is safe,” she said.\n\n"
)


def speakers(text: str, syntax: Syntax | None) -> list[str | None]:
    """Who speaks each quotation of a text, in order."""
    return [speaker for _, speaker in said(text, syntax)]


@pytest.mark.parametrize("line", ["21.40", "4.10pm", "TUESDAY", "Lena Frey, 34, carer", "Lena Frey (34), carer"])
def test_a_pronoun_means_nobody_before_a_line_that_turns_to_others(syntax: Syntax | None, line: str) -> None:
    """An hour, a day in capitals or the line of who is asked next ends whom "he" or "she" can mean."""
    text = "Tom Roe, the harbour master, came to the quay.\n\n{}\n\nThe hall was quiet at last. “Nobody told me a thing,” he said."
    assert speakers(text.format("It rained on the quay that day."), syntax) == ["Tom Roe"]
    assert speakers(text.format(line), syntax) == [None]


def test_a_turn_of_an_interview_speaks_of_the_one_before_it_at_most(syntax: Syntax | None) -> None:
    """Under a label, "he" is of that turn or of the one before: further up is another talk."""
    told = "MARSH: Tom Roe came to the quay.\n\n{}FREY: There was an old sailor, you know. And he said to me, “I never paid for a berth.”"
    assert speakers(told.format("HOST: What was it like?\n\nFREY: Cold.\n\nHOST: Who came?\n\n"), syntax) == [None]


@pytest.mark.parametrize(
    ("question", "speaker"), [("How will he vote?", "Tom Roe"), ("What did the board say?", "Hanna Osei")]
)
def test_a_question_about_somebody_is_answered_by_him(
    syntax: Syntax | None, question: str, speaker: str | None
) -> None:
    """Words right behind a question about "him" are his, and not of who spoke the quotation before."""
    text = f"“The pier is safe,” Hanna Osei said. Beside her sat Tom Roe, who has a vote. {question} “The same as my father always did.”"
    assert speakers(text, syntax)[-1] == speaker


def test_a_line_that_names_who_is_asked_gives_the_words_below_it(syntax: Syntax | None) -> None:
    """A name with an age and a trade on a line of its own says who speaks below, as far as the next."""
    text = (
        "On Fore Street we asked those behind the stalls.\n\nKeith Roe, 67, fishmonger\n“Nobody bought a thing from me today.” How will he vote? "
        "“The same as my father always did.”\n\nLena Frey, 34, carer\n“They only come here to look concerned.”"
    )
    assert speakers(text, syntax) == ["Keith Roe", "Keith Roe", "Lena Frey"]


@pytest.mark.parametrize("verb", ["begins", "ends", "opens with"])
def test_a_text_that_begins_so_speaks(syntax: Syntax | None, verb: str) -> None:
    """What a message begins or ends with is the message's, and not of who spoke before."""
    text = f"{OPENING}Hanna Osei added that the berths were sold. “I was not asked,” she said. A message was sent. The message {verb} “You went nowhere”."
    assert speakers(text, syntax)[-1] == "the message"


@pytest.mark.parametrize("lead", ["It ends, ", "It begins: ", "The last line reads: ", "Its closing sentence says: "])
def test_whoever_wrote_a_text_speaks_it(syntax: Syntax | None, lead: str) -> None:
    """ "It ends so" and "the last line reads" name nobody: neither who spoke before, nor a line."""
    text = f"{OPENING}Hanna Osei said “the board was never asked about it”. Her daughter showed me a letter. {lead}“I would not stand on it.”"
    assert speakers(text, syntax)[-1] is None


@pytest.mark.parametrize(
    ("author", "speaker"),
    [
        ("The engineer who wrote that report, Walter Roe, died in May.", "Walter Roe"),
        ("Walter Roe, who wrote the report, died in May.", "Walter Roe"),
        ("The engineer who wrote that report died in May.", None),
    ],
)
def test_a_report_that_somebody_wrote_is_his(syntax: Syntax | None, author: str, speaker: str | None) -> None:
    """Where the article tells who wrote "that report", the report's words are his; where it does not name him, nobody's that is named."""
    text = f"A report from April said the cribs were “beyond the reach of ordinary repair”. {author}"
    assert speakers(text, syntax) == [speaker]


def test_what_a_body_publishes_is_its_word(syntax: Syntax | None) -> None:
    """ "Its forecast said" is the body's word."""
    text = "The Harbour Board put the chance at one in ten. Its forecast, a dry text, said the summer would be “short of water, like the rest of us”."
    assert speakers(text, syntax) == ["Harbour Board"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Roe says Ben Hall looked up at him and said, “Get my rod out of there.”", "Ben Hall"),
        ("Tom Roe says that Ben Hall stood up and said, “Get my rod out of there.”", "Ben Hall"),
        ("Tom Roe said that Ben Hall was late and added, “Get my rod out of there.”", "Tom Roe"),
    ],
)
def test_the_nearest_subject_speaks_where_its_tense_or_whom_it_looks_at_tells(
    syntax: Syntax | None, text: str, speaker: str
) -> None:
    """ "Roe says Vang looked up at him and said": Vang speaks; "Roe said that Vang was late and added" goes on with Roe."""
    assert speakers(text, syntax) == [speaker]


def test_who_warned_in_a_year_speaks(syntax: Syntax | None) -> None:
    """Of "a report by the late X, who warned in 2019 that “…”", X speaks and not who points to it."""
    text = "Ann Lee, the officer for the west, points to a report by the late professor Ieuan Hopkin, who warned in 2019 that a timetable “is a promise, and no more”."
    assert speakers(text, syntax) == ["Ieuan Hopkin"]


def test_what_is_described_so_by_nobody_is_nobodys(syntax: Syntax | None) -> None:
    """ "Lee says he was described as “the late”": by whom, nobody says."""
    text = "Ann Lee wishes to inform readers that on Monday Tom Roe was described as “the late skipper”."
    assert speakers(text, syntax) == [None]


def test_words_before_a_clause_of_time_are_not_of_its_subject(syntax: Syntax | None) -> None:
    """“…,” whenever X announced something: X only says when."""
    text = "Ann Lee came. Tom Roe told the crew, “The tide does not read the budget,” whenever Ann Lee announced a cut."
    assert speakers(text, syntax) == ["Tom Roe"]


def test_who_stands_beside_is_named_behind_a_comma(syntax: Syntax | None) -> None:
    """“…,” said the trader opposite, Donna Roe: it is she."""
    text = "“They want us on the telly,” said the trader opposite, Donna Roe, to nobody in particular."
    assert speakers(text, syntax) == ["Donna Roe"]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [("liked to say that", "Joy Roe"), ("said on Monday that", None)],
)
def test_who_died_may_have_said_it_often(syntax: Syntax | None, told: str, speaker: str | None) -> None:
    """Behind somebody who died, "she" is she where it tells of a habit, else it stays open; who was told of before is not taken."""
    text = (
        f"“I closed my eyes,” said Ida Lee, a student nurse. That was for Joy Roe, the club’s founder, who died in March. Joy Roe died at home. "
        f"She {told} “a cup is only a bucket with manners”."
    )
    assert speakers(text, syntax)[-1] == speaker


def test_a_pronoun_takes_up_who_is_named_in_its_sentence(syntax: Syntax | None) -> None:
    """ "He married Ida Dahl in 1964; she wrote": Ida Dahl, not the woman of the sentence before."""
    text = "“He was late,” says Anna Roe, his captain. She was less fond of his timekeeping. He married Ida Dahl in 1964; she wrote in a diary, “C. proposed between two pans.”"
    text = f"Carl Lee tuned drums. {text}"
    assert speakers(text, syntax)[-1] == "Ida Dahl"


def test_it_means_no_body_of_another_paragraph(syntax: Syntax | None) -> None:
    """ "It said": the body is of the same paragraph."""
    inside, across = "The Harbour Board sold the berths. It said the price was “fair to all of us”.", "\n\n"
    assert speakers(inside, syntax) == ["Harbour Board"]
    assert speakers(inside.replace(". It", f".{across}It"), syntax) == [None]


@pytest.mark.parametrize(("who", "speaker"), [("The Press Secretary", None), ("The patient", "Anton Roe")])
def test_an_office_that_nobody_named_holds_is_somebody_else(
    syntax: Syntax | None, who: str, speaker: str | None
) -> None:
    """Behind a sentence about "The Press Secretary" "he" is not the one person named before, who holds another office."""
    text = f"The Finance Minister, Anton Roe, has a cold. {who} denies it. “The voice is only resting,” he said."
    assert speakers(text, syntax) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "“Did you sign it?” asked Ann Lee. “I did,” said Tom Reid. “Did you read it?” “No.”",
            ["Ann Lee", "Tom Reid", "Ann Lee", "Tom Reid"],
        ),
        ("“Did you sign it?” asked Ann Lee. “I did not,” she said. “Who did?”", ["Ann Lee", "Ann Lee"]),
        ("“I signed it,” said Ann Lee. “So did I,” said Tom Reid. “Who did not?”", ["Ann Lee", "Tom Reid"]),
        (
            "“Where is it?” asked the thief. “Behind you,” said Tom Reid. “And the door?”",
            ["the thief", "Tom Reid", "the thief"],
        ),
    ],
)
def test_a_question_behind_an_answer_is_the_askers(syntax: Syntax | None, text: str, speakers: list[str]) -> None:
    """Of two who ask and answer one asks again, and the other answers that; words of two are never one quotation."""
    assert [one for _, one in said(text, syntax)] == speakers
