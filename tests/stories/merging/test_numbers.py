"""Rules of reading numbers in sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.subjects import subject_of, votes_in
from summarize.text.quantities import quantities
from summarize.text.tokens import tokens
from summarize.text.units import code_of


def read(sentence: str) -> list[tuple[str, float, str | None, str | None]]:
    """Each number as printed, its amount, unit and bound."""
    return [(sentence[n.start : n.end], n.amount, n.unit, n.bound) for n in numbers_in(sentence, 0, len(sentence))]


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Seven people were killed and 23 injured.", [("Seven", 7, None, None), ("23", 23, None, None)]),
        ("At least nine died.", [("nine", 9, None, "least")]),
        ("More than 5,400 people fled.", [("5,400", 5400, None, "least")]),
        ("It cost $2.4 billion.", [("$2.4 billion", 2.4e9, "USD", None)]),
        ("worth about 2.5 billion dollars", [("2.5 billion dollars", 2.5e9, "USD", "about")]),
        ("a fine of €14,000", [("€14,000", 14_000, "EUR", None)]),
        ("£3.1m was taken", [("£3.1m", 3.1e6, "GBP", None)]),
        ("up to 40% of homes, or 12 per cent", [("40%", 40, "%", "most"), ("12 per cent", 12, "%", None)]),
        (
            "twenty-three houses and a hundred cars",
            [("twenty-three", 23, None, None), ("a hundred", 100, None, "about")],
        ),
        ("Six or seven people are hurt", [("Six or seven", 7, None, "most")]),
        ("two dozen boats", [("two dozen", 24, None, None)]),
        ("Nearly 15,000 people marched", [("15,000", 15_000, None, "about")]),
        ("On Tuesday 12 men died at Berth 31 on Monday 9 May.", [("12", 12, None, None)]),
    ],
)
def test_numbers(sentence: str, numbers: list[tuple[str, float, str | None, str | None]]) -> None:
    """Figures and words are numbers, with their currency and what bounds them."""
    assert read(sentence) == numbers


@pytest.mark.parametrize(
    "sentence",
    [
        "It happened on 19 November at 9:40 p.m. in 2026.",
        "Ships at Berth 31 and on Line 7 waited.",
        "The crane driver, 47, saw it.",
        "A 66-year-old fisherman was there.",
        "The 12-storey tower stood.",
        "It flew an A380 on November 19.",
        "The 3rd man left at 8 o’clock.",
        "He was 40 years old, two years ago.",
        "A man and a dog went by.",
        "No one was killed, and not 12 either.",
        "None of the 12 injured is in danger.",
        "The one he saw was one of another kind.",
    ],
)
def test_what_is_no_figure(sentence: str) -> None:
    """Dates, times, ages, and the numbers of named things are no figures."""
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("Seven people were killed and 23 injured.", [("dead", "Seven"), ("injured", "23")]),
        ("The blast killed nine workers and injured 31.", [("dead", "nine"), ("injured", "31")]),
        ("The death toll rose to 41 on Sunday.", [("dead", "41")]),
        ("Two workers are still missing.", [("missing", "Two")]),
        ("Some 30 anglers have not been accounted for.", [("missing", "30")]),
        ("Forty men were lost at sea.", [("missing", "Forty")]),
        ("Nine pupils suffered burns.", [("injured", "Nine")]),
        ("Police arrested twelve men.", [("arrested", "twelve")]),
        ("In all 41 men were taken into custody.", [("arrested", "41")]),
        ("About 3,100 residents were evacuated.", [("evacuated", "3,100")]),
        ("The plant will shed 1,200 jobs.", [("jobs", "1,200")]),
        ("It will pay $2.4 billion for Brovik.", [("price", "$2.4 billion")]),
        ("He was jailed for 11 years.", [("prison term", "11")]),
        ("She got nine years in prison.", [("prison term", "nine")]),
        ("A magnitude 6.4 earthquake hit the valley.", [("magnitude", "6.4")]),
        ("The gauge measured 214 millimetres of rain.", [("rain", "214")]),
        ("Turnout fell to 43%.", [("turnout", "43%")]),
        ("About 140 firefighters are on the quay.", [("firefighters", "140")]),
        ("Three letters were written.", []),
    ],
)
def test_subjects(sentence: str, subjects: list[tuple[str, str]]) -> None:
    """What a number is of is told by the words beside it."""
    found = [
        (subject.about, sentence[number.start : number.end])
        for number in numbers_in(sentence, 0, len(sentence))
        if (subject := subject_of(sentence, 0, len(sentence), number))
    ]
    assert found == subjects


@pytest.mark.parametrize(
    ("sentence", "result"),
    [
        ("The Assembly voted 62-58 to raise it.", ("62", "58")),
        ("It passed by 61 votes to 58.", ("61", "58")),
        ("They voted by 61 to 58, with one abstention.", ("61", "58")),
        ("There were 61 in favour and 58 against.", ("61", "58")),
        ("The team won 3-2.", None),
        ("Between 2017-2022 nobody voted.", None),
    ],
)
def test_votes(sentence: str, result: tuple[str, str] | None) -> None:
    """The result of a vote is read where a vote is spoken of."""
    found = votes_in(sentence, 0, len(sentence))
    assert (found[0]["ayes"], found[0]["noes"]) == result if found and result else found is None and result is None


@given(st.text(alphabet=st.sampled_from("0123456789.,-– $€%abkilednoavty thousandmillion\n“”"), max_size=120))
def test_any_sentence(sentence: str) -> None:
    """Numbers of any text lie in it, in order, and do not overlap."""
    last = 0
    for number in numbers_in(sentence, 0, len(sentence)):
        assert last <= number.start < number.end <= len(sentence)
        last = number.end
        subject_of(sentence, 0, len(sentence), number)
    votes_in(sentence, 0, len(sentence))


@pytest.mark.parametrize(
    ("sentence", "amount", "unit"),
    [
        ("One and a half million people fled.", 1.5e6, None),
        ("It cost A$5m to mend.", 5e6, "AUD"),
        ("It cost 5 million Australian dollars.", 5e6, "AUD"),
        ("It cost $5m to mend.", 5e6, "USD"),
        ("A hundred thousand people fled.", 100_000, None),
        ("A hundred and five people fled.", 105, None),
        ("A fine of 3 lakh crore rupees", 3e12, "INR"),
        ("1 234 000 people fled.", 1_234_000, None),
    ],
)
def test_figures_are_those_of_the_one_reader(sentence: str, amount: float, unit: str | None) -> None:
    """Stories and statements read a number or a sum alike: each value here differed between the two."""
    assert [(number.amount, number.unit) for number in numbers_in(sentence, 0, len(sentence))] == [(amount, unit)]
    held = [quantity for quantity in quantities(tokens(sentence)) if quantity.values == {Decimal(str(amount))}]
    assert [code_of(quantity.unit) if quantity.unit else None for quantity in held] == [unit]
