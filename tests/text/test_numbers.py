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


@pytest.mark.parametrize("words", ["a man", "and", "hundred", "half of it", "point", ""])
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
