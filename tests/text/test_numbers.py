"""Rules of the number reader: figures by the language's separators, and numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages.measures import number_words
from summarize.text.numbers import Read, number_in_words, readings
from summarize.text.tokens import tokens

IN_WORDS = {
    "zero": 0,
    "seven": 7,
    "forty-seven": 47,
    "twenty one": 21,
    "a hundred and five": 105,
    "two hundred and fourteen": 214,
    "fifteen hundred": 1_500,
    "a hundred thousand": 100_000,
    "two hundred and fifty thousand": 250_000,
    "two thousand and twenty-six": 2_026,
    "ten million two hundred thousand and five": 10_200_005,
    "a thousand million": 10**9,
    "three lakh": 300_000,
    "three lakh crore": 3 * 10**12,
    "two crore": 20_000_000,
    "two dozen": 24,
    "half a dozen": 6,
    "half a million": 500_000,
    "one and a half million": 1_500_000,
    "one-and-a-half million": 1_500_000,
    "a million and a half": 1_500_000,
    "two and a half": Decimal("2.5"),
    "three and a quarter": Decimal("3.25"),
    "one point five million": 1_500_000,
}


@pytest.mark.parametrize(("words", "value"), IN_WORDS.items())
def test_numbers_in_words(words: str, value: int) -> None:
    """A number in words is read whole, to its last word, with what is joined to it."""
    sequence = tokens(words)
    assert number_in_words(sequence, 0) == Read(Decimal(value), len(sequence))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one two", 1),
        ("five hundred and", 500),
        ("two million and three died", 2_000_000),
        ("one in two and a quarter of", 1),
    ],
)
def test_a_number_in_words_ends_where_another_begins(words: str, value: int) -> None:
    """What does not go on with a number is not taken into it."""
    number = number_in_words(tokens(words), 0)
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize(
    ("words", "value", "count"),
    [
        ("a dozen of", 12, 2), ("one dozen of", 12, 2), ("ninety-nine dozen of", 1_188, 4), ("a hundred dozen of", 100, 2), ("zero dozen", 0, 1),
        ("two thousand five dozen", 2_005, 3), ("two dozen and a half", 24, 2), ("two dozen thousand", 24_000, 3), ("five-dozen", 60, 3),
        ("zero twenty", 0, 1), ("zero five", 0, 1), ("five twenty", 5, 1), ("fifty twenty", 50, 1), ("fifty eleven", 50, 1), ("ten five", 10, 1),
        ("twenty ten", 20, 1), ("twenty nine", 29, 2), ("twenty zero", 20, 1), ("one hundred and ten five", 110, 4), ("one hundred fifty five", 155, 4),
        ("zero hundred", 0, 1), ("one hundred hundred", 100, 2), ("ninety hundred", 9_000, 2), ("zero thousand", 0, 1),
        ("three million million", 3 * 10**12, 3), ("three crore lakh", 30_000_000, 2), ("two thousand million five", 2_000_000_005, 4),
        ("one point ten", 1, 1), ("one point nine", Decimal("1.9"), 3), ("one point zero", 1, 3), ("one point five point five", Decimal("1.5"), 3), ("one point", 1, 1),
        ("twenty-", 20, 1), ("twenty- five", 20, 1), ("twenty -five", 20, 1), ("twenty-nine", 29, 3), ("twenty-zero", 20, 1), ("twenty-ten", 20, 1),
        ("ten-five", 10, 1), ("twenty-one-two", 21, 3), ("a hundred-five", 100, 2), ("five-million", 5_000_000, 3),
        ("twenty-man", 20, 1), ("one hundred and ten-five", 110, 4), ("zero and five", 0, 1), ("fifty and five", 50, 1), ("twenty and five", 20, 1), ("one hundred and fifty and five", 150, 4), ("one hundred and zero", 100, 2), ("one hundred and one", 101, 4), ("one hundred and men", 100, 2),
        ("two hundred and ninety", 290, 4), ("two thousand and one", 2_001, 4), ("two lakh and one", 200_000, 2),
        ("two and a half of them", Decimal("2.5"), 4), ("two and a quarter of them", 2, 1), ("two and a quarter of", 2, 1), ("two and a quarter mile", Decimal("2.25"), 4),
        ("two and a man", 2, 1), ("two and a third", 2, 1), ("half a dozen men", 6, 3), ("half a thousand", 500, 3),
    ],
)  # fmt: skip
def test_a_number_in_words_has_its_place_in_a_greater_one(words: str, value: int, count: int) -> None:
    """Words go on with a number where their worth fills a place that is free: ones behind tens, both behind hundreds, a scale behind what is smaller."""
    assert number_in_words(tokens(words), 0) == Read(Decimal(value), count)


@pytest.mark.parametrize(
    "words",
    [
        "million",
        "dozen",
        "and five",
        "-five",
        "a five",
        "a point five",
        "half an hour",
        "half a five",
        "half million",
        "a man",
        "and",
        "hundred",
        "half of it",
        "point",
        "",
    ],
)
def test_what_is_not_a_number_in_words(words: str) -> None:
    """An article, a joiner or a scale alone is not a number."""
    assert number_in_words(tokens(words), 0) is None


def test_a_language_without_a_table_has_no_numbers_in_words() -> None:
    """No words of English are read for another language."""
    assert number_in_words(tokens("five"), 0, "de") is None


def spelled(value: int) -> str:
    """English words for a number under a thousand million."""
    words = number_words("en")
    assert words is not None
    ones, tens = list(words.ones), list(words.tens)
    for scale, worth in (("million", 10**6), ("thousand", 1_000), ("hundred", 100)):
        if value >= worth:
            rest = value % worth
            joiner = " and " if 0 < rest < 100 and scale != "million" else " "
            return f"{spelled(value // worth)} {scale}" + (joiner + spelled(rest) if rest else "")
    if value < len(ones):
        return ones[value]
    return tens[value // 10 - 2] + (f"-{ones[value % 10]}" if value % 10 else "")


@given(st.integers(0, 10**9 - 1))
def test_a_number_written_in_words_is_read_as_itself(value: int) -> None:
    """Round trip: any whole number up to a thousand million, written out, is read with its value and to its end."""
    sequence = tokens(spelled(value))
    assert number_in_words(sequence, 0) == Read(Decimal(value), len(sequence))


@given(
    st.lists(
        st.sampled_from("a one twenty hundred and half million dozen point - five quarter lakh man".split()), max_size=9
    )
)
def test_any_row_of_number_words_is_read_within_its_bounds(words: list[str]) -> None:
    """Whatever the order of the words, a number ends behind its beginning and within the text, and is not negative."""
    sequence = tokens(" ".join(words))
    for at in range(len(sequence)):
        number = number_in_words(sequence, at)
        if number is not None:
            assert at < number.until <= len(sequence)
            assert number.value >= 0


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("1.234,56", "de", ["1234.56"]),
        ("1,234.56", "en", ["1234.56"]),
        ("1,234.56", "de", ["1234.56"]),
        ("2.300", "de", ["2300", "2.300"]),
        ("2.300", "en", ["2.300"]),
        ("2,300", "fr", ["2.300", "2300"]),
        ("2,300", "en", ["2300"]),
        ("2.300", None, ["2300", "2.300"]),
        ("2,5", "fr", ["2.5"]),
        ("123,456", "en", ["123456"]),
        ("1234,567", "en", ["1234.567"]),
        ("1,2345", "en", ["1.2345"]),
        ("1.234.5678", "de", ["1", "234", "5678"]),
        ("1234.567.890", "de", ["1234", "567", "890"]),
        ("9" * 24, "en", ["9" * 24]),
        ("12,34,567", "en", ["1234567"]),
        ("1\u202f234\u202f000", "fr", ["1234000"]),
        ("1 234 000", "fr", ["1234000"]),
        ("١٬٢٣٤٫٥", "ar", ["1234.5"]),
        ("14:40", "en", ["14", "40"]),
        ("9.1.2026", "de", ["9", "1", "2026"]),
        ("9" * 25, "en", []),
    ],
)
def test_figures_by_the_separators_of_their_language(text: str, language: str | None, values: list[str]) -> None:
    """The language decides what a comma and a point are; its own reading comes first, and both are kept where doubt remains."""
    assert readings(text, language) == [Decimal(value) for value in values]


@given(st.integers(0, 10**14), st.integers(0, 99))
def test_figures_are_read_as_they_were_written(whole: int, cents: int) -> None:
    """Round trip: a number written with the separators of English or German has its value in each."""
    english = f"{whole:,}.{cents:02}"
    german = english.translate(str.maketrans(",.", ".,"))
    value = Decimal(f"{whole}.{cents:02}")
    assert readings(english, "en")[0] == value
    assert readings(german, "de")[0] == value


@given(
    st.from_regex(r"[0-9]{1,30}([.,:\u00a0][0-9]{1,6}){0,6}", fullmatch=True), st.sampled_from(["en", "de", None, "xx"])
)
def test_no_figures_raise(text: str, language: str | None) -> None:
    """Whatever the separators, reading ends in values."""
    assert all(value >= 0 for value in readings(text, language))
