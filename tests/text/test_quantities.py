"""Rules of quantities: values, units, currencies, in figures and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.quantities import quantities
from summarize.text.tokens import tokens
from summarize.text.units import code_of

FIVE_MILLION = Decimal(5_000_000)
MONEY = {
    "A$5m": "AUD",
    "AU$5 million": "AUD",
    "5 million Australian dollars": "AUD",
    "AUD 5m": "AUD",
    "5m AUD": "AUD",
    "US$5m": "USD",
    "US $5m": "USD",
    "5 million U.S. dollars": "USD",
    "$5m": "dollar",
    "5 million dollars": "dollar",
    "5 million Barbadian dollars": "dollar",
    "C$5m": "CAD",
    "R$5m": "BRL",
    "NT$5 million": "TWD",
    "R5m": "ZAR",
    "€5m": "EUR",
    "5 million €": "EUR",
    "5m EUR": "EUR",
    "£5m": "pound",
    "5 million pounds sterling": "GBP",
    "Rs 50 lakh": "rupee",
    "Rs. 50 lakh": "rupee",
    "50 lakh rupees": "rupee",
    "₹0.5 crore": "rupee",
    "5 million won": "KRW",
    "5 million Swiss francs": "CHF",
    "5 million kroner": "krone",
    "five million euros": "EUR",
}


@pytest.mark.parametrize(("text", "unit"), MONEY.items())
def test_one_table_of_currencies(text: str, unit: str) -> None:
    """A sum has the currency of its sign, code or name; a name that several currencies share stays that name."""
    (found,) = quantities(tokens(f"It cost {text}."))
    assert found.unit == unit
    assert found.values == {FIVE_MILLION}


VALUES = {
    "one and a half million people": "1500000",
    "1 and a half million people": "1500000",
    "half a million people": "500000",
    "three quarters of a million people": "750000",
    "a hundred and five people": "105",
    "1 234 000 people": "1234000",
    "3 lakh crore": "3000000000000",
    "5-million people": "5000000",
    "5 bn": "5000000000",
    "12k people": "12000",
    "two thirds of them": "0.6666666666666666666666666667",
    "half an hour": "30",
    "a dozen people": "12",
    "twice": "2",
    "two hundred and a half": "200.5",
    "two and a half hundred": "250",
    "five thousand and a half million": "5500000000",
    "three lakh crore rupees": "3000000000000",
    "two thirds of a mile": "0.6666666666666666666666666667",
    "three quarters of an inch": "0.75",
}


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_values(text: str, value: str) -> None:
    """A quantity in figures or words has one value, with its scale and its fraction."""
    found = quantities(tokens(text))
    assert [each.values for each in found] == [{Decimal(value)}]


UNITS = {
    "5 per cent": "%",
    "5 %": "%",
    "5 percentage points": "points",
    "25 basis points": "bps",
    "5 km": "km",
    "5 kilometres": "km",
    "90 km/h": "km/h",
    "90 kilometres per hour": "km/h",
    "5 tonnes": "t",
    "5 tons": "ton",
    "5-year-old": "year",
    "35 degrees Celsius": "°",
    "12 won": None,
    "5 people": None,
    "5 all": None,
    "COP 29": None,
}


@pytest.mark.parametrize(("text", "unit"), UNITS.items())
def test_units(text: str, unit: str | None) -> None:
    """A unit is the same by any of its names; what is a word as well is no currency."""
    assert [each.unit for each in quantities(tokens(text))] == [unit]


def test_two_figures_share_the_unit_of_the_second() -> None:
    """In "14 to 18 percent" both are percentages."""
    assert [each.unit for each in quantities(tokens("14 to 18 percent"))] == ["%", "%"]


def test_single_groups_of_thousands() -> None:
    """Two numbers side by side are two in English, but not behind a currency's sign, and one in other languages."""
    assert [each.values for each in quantities(tokens("in room 12 300 people"))] == [{12}, {300}]
    assert [each.values for each in quantities(tokens("R5 000 a month"))] == [{5_000}]
    assert [each.values for each in quantities(tokens("12 300 habitants"), language="fr")] == [{12_300}]


def test_what_a_currency_means_as_a_rule() -> None:
    """As a rule "$" is US$; a currency is itself, and so is a family without a rule."""
    assert (code_of("dollar"), code_of("AUD"), code_of("peso")) == ("USD", "AUD", "peso")


PIECES = "A$ 5 m million half a an and one 12 000 , . % per cent R Rs . km / h - year old dozen third of pm 7:30 £ point".split()


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", " "]), st.sampled_from(["en", "de", None]))
def test_quantities_lie_within_any_text(parts: list[str], joint: str, language: str | None) -> None:
    """Whatever stands beside whatever, quantities are in order, do not overlap, lie within the text, and have values or are too long."""
    sequence = tokens(joint.join(parts))
    last = 0
    for each in quantities(sequence, language=language):
        assert last <= each.at < each.until <= each.after <= len(sequence)
        assert 0 <= each.before <= each.at
        assert each.values
        last = each.until


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    """Any text can be read."""
    quantities(tokens(text))


@given(
    st.sampled_from(list(enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2))),
    st.sampled_from([(1, "first"), *enumerate("third fourth fifth sixth seventh eighth ninth".split(), 3)]),
)
def test_ordinals_in_two_words(tens: tuple[int, str], ones: tuple[int, str]) -> None:
    """A ten and an ordinal with a hyphen between are one number, which is a place in an order and no count."""
    (found,) = quantities(tokens(f"It was the {tens[1]}-{ones[1]} delay of the year."))
    assert (found.values, found.is_ordinal) == (frozenset({Decimal(10 * tens[0] + ones[0])}), True)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14:40 it", (14, 40)),
        ("9.30 a.m. it", (9, 30)),
        ("9.30 km it", None),
        ("6pm it", (18, 0)),
        ("6 pm it", (18, 0)),
        ("12 am it", (0, 0)),
        ("12 pm it", (12, 0)),
        ("12:59 am it", (0, 59)),
        ("11 pm it", (23, 0)),
        ("0:00 it", (0, 0)),
        ("23:59 it", (23, 59)),
        ("24:00 it", (24, 0)),
        ("25:00 it", None),
        ("14:60 it", None),
        ("123 pm it", None),
        ("6 it", None),
    ],
)
def test_times_of_day(text: str, clock: tuple[int, int] | None) -> None:
    """Figures with a colon, or with a point or alone before am or pm, are an hour and a minute that there are."""
    assert quantities(tokens(text))[0].clock == clock


@pytest.mark.parametrize(
    ("text", "alone", "asked"),
    [("one of them", [], ["1"]), ("one dollar", ["1"], ["1"]), ("one hundred of", ["100"], ["100"]), ("two of", ["2"], ["2"])],
)  # fmt: skip
def test_one_alone_is_a_pronoun(text: str, alone: list[str], asked: list[str]) -> None:
    """It counts where it has a unit or a scale, or where it is asked for."""
    for with_lone_one, values in ((False, alone), (True, asked)):
        found = quantities(tokens(text), with_lone_one=with_lone_one)
        assert [str(value) for each in found for value in each.values] == values
