"""What can be a name, a description of somebody, a date, and what stands whole in a text."""

from __future__ import annotations

from datetime import date

import pytest

from summarize.article import Span
from summarize.findings import TimeExpression
from summarize.grounding.form import _quoted_pieces, _runs, _stands_in, _stands_whole, why_malformed
from summarize.grounding.shapes import (
    MAX_DESCRIPTION,
    MAX_NAME,
    is_caseless,
    is_date,
    is_pronoun,
    no_description,
    no_name,
)
from summarize.grounding.speech import _closes, _first_mark, _is_apostrophe, _is_whole, _last_mark, _opens, _pair
from summarize.grounding.times import _distance, coarse


@pytest.mark.parametrize(
    "name",
    [
        "Hanna Osei", "Osei", "Room 12", "Bank of England", "Li Na 2", "李娜", "the Board", "A b c D", "Leeds 1998", "Snow",
        "X" * MAX_NAME,
    ],
)  # fmt: skip
def test_names(name: str) -> None:
    """A name has a capital, or is of a script without them; figures, single letters and small words may be part of it."""
    assert no_name(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "", "12", "He", "hanna osei", "March", "Monday March", "Tuesday", "The", "Police", "Hanna Osei.", "Hanna (Osei)",
        "Hanna drowned", "X" * (MAX_NAME + 1), "Ann\nLee",
    ],
)  # fmt: skip
def test_no_names(name: str) -> None:
    """A pronoun, a date, words in small letters, what opens a sentence, and what has marks or several lines are no name."""
    assert no_name(name) is not None


def test_a_word_of_the_article_is_no_name() -> None:
    """A single word that the article writes in small letters elsewhere has its capital from a sentence; two have not."""
    assert no_name("Snow", {"snow"}) is not None
    assert no_name("Snow", {"rain"}) is None
    assert no_name("Snow Hill", {"snow"}) is None


@pytest.mark.parametrize(
    "words",
    [
        "a retired bus driver", "head of works", "driver", "the man", "Secretary", "her lawyer", "its owner", "Sold", "naked man",
        "one resident", "X" * MAX_DESCRIPTION,
    ],
)  # fmt: skip
def test_descriptions(words: str) -> None:
    """A noun with what belongs to it describes somebody; a capital makes one of any word."""
    assert no_description(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "he", "the", "an", "12", "", "of works", "works of", "was shot", "sold", "arrested", "said", "quickly", "a driver who was",
        "they who ran", "a “driver”", "X" * (MAX_DESCRIPTION + 1),
    ],
)  # fmt: skip
def test_no_descriptions(words: str) -> None:
    """A verb, an adverb, a pronoun, half a phrase, and what has marks describe nobody."""
    assert no_description(words) is not None


@pytest.mark.parametrize(
    ("words", "is_one", "is_foreign_one"),
    [
        ("Friday", True, True),
        ("12 May", True, True),
        ("12/5/2026", True, True),
        ("2026-05", True, True),
        ("1998", True, True),
        ("since 1998", True, True),
        ("late 1998", True, True),
        ("1998 and 1999", True, True),
        ("next week", True, True),
        ("the day", True, True),
        ("dawn", True, True),
        ("6pm", True, True),
        ("4 am", True, True),
        ("two days", False, True),
        ("he Friday", False, True),
        ("Friday people", False, True),
        ("工事は12月5日", False, True),
        ("2198", True, True),
        ("day", False, False),
        ("pm", False, False),
        ("12", False, False),
        ("people", False, False),
        ("1998 people", False, False),
        ("1498", False, False),
        ("2298", False, False),
        ("$5 May", False, False),
        ("May (5)", False, False),
        ("at noon on 1 May last year 2025", True, True),
        ("at noon on the 1 May last year 2025", False, False),
        ("the end of the last week of May last year", False, False),
    ],
)
def test_dates(words: str, is_one: bool, is_foreign_one: bool) -> None:
    """Words of time and figures alone are a date; in other languages any words beside them, and never an amount, or more than eight."""
    assert is_date(words) is is_one
    assert is_date(words, is_english=False) is is_foreign_one


def test_scripts_without_case() -> None:
    """Chinese and Devanagari letters have no case; Latin, Greek and Arabic letters, figures and marks are not asked for."""
    assert [is_caseless(character) for character in "李あกa1Ωئ。"] == [
        True,
        True,
        True,
        False,
        False,
        False,
        False,
        False,
    ]
    assert is_pronoun(" She ")
    assert not is_pronoun("Shed")


@pytest.mark.parametrize(
    ("run", "held", "stands"),
    [
        ("a gift", "a gift", True),
        ("gift", "a gift to us", True),
        ("gift", "gifts", False),
        ("gift", "a regift", False),
        ("gift", "the-gift", True),
        (", a", "gift, a", True),
        ("ift", "gift", False),
        ("gift", "a present", False),
    ],
)
def test_words_within_words(run: str, held: str, stands: bool) -> None:
    """Quoted words stand in a sentence as whole words, not as pieces of others."""
    assert _stands_in(run, held) is stands


@pytest.mark.parametrize(
    ("found", "part", "stands"),
    [
        ("kestrel.com", "See Kestrel.com.", True),
        ("kestrel.com", "See my-kestrel.com.", False),
        ("kestrel.com", "See kestrel.com.evil", False),
        ("fell", "It fell.", True),
        ("fell", "It felled him", False),
    ],
)
def test_what_stands_whole(found: str, part: str, stands: bool) -> None:
    """Whatever its capitals; a piece of a longer word or address does not."""
    assert _stands_whole(found, [part]) is stands


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("no marks", []),
        ("“one” and “two.”", ["one", "two"]),
        ("“one” and “two", None),
        ("he said 'one two' there", ["one two"]),
        ("the workers' boats and the workers' pier", []),
        ("「一」", ["一"]),
    ],
)
def test_runs(text: str, runs: list[str] | None) -> None:
    """Each pair of marks holds a run, without its stops; None where they do not pair."""
    assert _runs(text) == runs


@pytest.mark.parametrize(
    ("part", "held"),
    [
        ("He said “one” and “two”.", {"one", "two"}),
        ("He said “one and two.", {"one and two."}),
        ("one and two,” he said.", {"one and two,"}),
        ("none at all", set()),
        ("“one”", {"one"}),
    ],
)
def test_what_a_sentence_holds_in_marks(part: str, held: set[str]) -> None:
    """A mark without its fellow reaches to the end of the sentence, or to its start."""
    assert held <= set(_quoted_pieces(part))
    assert bool(_quoted_pieces(part)) is bool(held)


@pytest.mark.parametrize("text", ["a\u202eb", "a\u0007b", "a\ue000b", "a\u2028b"])
def test_control_characters(text: str) -> None:
    """What turns a line round or breaks it is refused, and the joiners of Persian and Hindi are not."""
    assert why_malformed(text, []) == "it holds control characters"
    assert why_malformed("می\u200cخواهم क्\u200dष", []) is None


@pytest.mark.parametrize(
    ("text", "at", "opens", "closes"),
    [
        ("say “yes” now", 4, True, False),
        ("say “yes” now", 8, False, True),
        ("say ” no", 4, False, False),
        ("say“yes”", 3, False, False),
        ("“yes”no", 4, False, False),
        ('"yes"', 0, True, False),
        ('"yes"', 4, False, True),
        ('say "yes"', 4, True, False),
    ],
)
def test_opening_and_closing_marks(text: str, at: int, opens: bool, closes: bool) -> None:
    """A mark opens before a word and behind none, and closes behind a word and before none."""
    assert (_opens(text, at), _closes(text, at)) == (opens, closes)


def test_marks_and_apostrophes() -> None:
    """An apostrophe within a word is no mark, when the next one is looked for on either side."""
    text = "It’s “far, isn’t it” now"
    assert [at for at in range(len(text)) if _is_apostrophe(text, at)] == [2, 14]
    assert (_first_mark(text, 0, len(text)), _last_mark(text, 0, len(text))) == (5, 19)
    assert (_first_mark(text, 6, 19), _last_mark(text, 0, 5)) == (None, None)
    assert (_first_mark(text, 6, 20), _last_mark(text, 5, 6)) == (19, 5)
    assert [_pair(*marks) for marks in ("“”", "‘’", "“’", "‘”", "''", "'\"")] == [True, True, False, False, True, False]


@pytest.mark.parametrize(
    ("start", "end", "is_whole"),
    [(4, 8, True), (3, 8, True), (5, 8, False), (4, 7, False), (4, 9, True), (0, 3, True), (9, 13, True)],
)
def test_whole_words(start: int, end: int, is_whole: bool) -> None:
    """A range ends between words, at a mark or at the end of the text."""
    assert _is_whole("the pier fell", start, end) is is_whole


@pytest.mark.parametrize(
    ("start", "days"),
    [
        ("2026-03-13", 1), ("2026-03-15", 1), ("2026-03-14T09:00", 0), ("2026-03", 13), ("2026-04", 18), ("2025", 0), ("2027", 0),
        ("2024", 367), ("2028", 367), ("2026-Q1", None), ("2026-02-30", None), (None, None),
    ],
)  # fmt: skip
def test_how_far_a_date_is_off(start: str | None, days: int | None) -> None:
    """Days to the publication date; of a month to its first day; a year beside its own is as near, and any other further than a year."""
    time = TimeExpression(number=1, span=Span(start=0, end=1), start=start, end=None, precision="day", quoted=False)
    assert _distance(time, date(2026, 3, 14)) == days
    assert _distance(time, None) is None


@pytest.mark.parametrize(
    ("precision", "is_coarse"), [("day", False), ("time", False), ("month", True), ("quarter", True), ("year", True)]
)
def test_coarse_dates(precision: str, is_coarse: bool) -> None:
    """A month and what is longer is coarse; a day, an hour, and nothing at all are not."""
    time = TimeExpression(
        number=1, span=Span(start=0, end=1), start="2026", end=None, precision=precision, quoted=False
    )
    assert coarse(time) is is_coarse
    assert coarse(None) is False
