"""Units of measure by each of their names, in figures and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import get_currency_name

from summarize.languages.tables import table
from summarize.text.quantities import quantities
from summarize.text.tokens import tokens
from summarize.text.units import is_time

NAMES = {
    "%": ("%", "percent", "per cent", "pct"),
    "points": ("percentage points", "percent points", "per cent points", "% points"),
    "bps": ("basis points", "bps"),
    "second": ("seconds",),
    "minute": ("minutes", "mins"),
    "hour": ("hours", "hrs"),
    "day": ("days",),
    "week": ("weeks",),
    "month": ("months",),
    "year": ("years", "yrs"),
    "decade": ("decades",),
    "century": ("centuries",),
    "mm": ("millimetres", "millimeters", "mm"),
    "cm": ("centimetres", "centimeters", "cm"),
    "m": ("metres", "meters"),
    "km": ("kilometres", "kilometers", "km"),
    "km/h": ("kilometres an hour", "kilometers per hour", "km per hour", "kph"),
    "mph": ("miles an hour", "miles per hour", "mph"),
    "knot": ("knots",),
    "mi": ("miles",),
    "ft": ("feet", "ft"),
    "in": ("inches",),
    "yard": ("yards",),
    "acre": ("acres",),
    "ha": ("hectares", "ha"),
    "t": ("tonnes", "metric tons"),
    "ton": ("tons",),
    "kg": ("kilograms", "kilos", "kg"),
    "g": ("grams",),
    "l": ("litres", "liters"),
    "gallon": ("gallons",),
    "bbl": ("barrels",),
    "kW": ("kilowatts", "kW"),
    "MW": ("megawatts", "MW"),
    "GW": ("gigawatts", "GW"),
    "°": ("degrees", "degrees Celsius", "degrees Fahrenheit"),
    "cent": ("cents",),
    "penny": ("pence",),
}
SINGULAR = {
    "centuries": "century", "feet": "foot", "inches": "inch", "pence": "penny", "degrees Celsius": "degree Celsius",
    "degrees Fahrenheit": "degree Fahrenheit", "kilometres an hour": "kilometre an hour", "miles an hour": "mile an hour",
    "kilometers per hour": "kilometer per hour", "miles per hour": "mile per hour",
}  # fmt: skip
SHORT = {
    "BAM": "convertible marks",
    "TTD": "Trinidad and Tobago dollars", "NGN": "naira", "KRW": "won", "ISK": "Icelandic kronur", "ZAR": "rand", "BRL": "reais",
    "IDR": "rupiah", "MYR": "ringgit", "ILS": "shekels", "BDT": "taka", "ETB": "birr",
}  # fmt: skip
"""How the press calls currencies that CLDR calls otherwise."""
ALL = [(unit, name) for unit, names in NAMES.items() for name in names]
ONE = [
    (unit, SINGULAR.get(name, name.removesuffix("s")))
    for unit, name in ALL
    if (name.endswith("s") and name != "bps") or name in SINGULAR
]


@pytest.mark.parametrize(("unit", "name"), ALL)
def test_names(unit: str, name: str) -> None:
    """Each name is its unit's, behind figures and behind words."""
    for number in ("5", "five"):
        (found,) = quantities(tokens(f"There were {number} {name} of it."))
        assert (found.unit, found.values) == (unit, frozenset({Decimal(5)}))


@pytest.mark.parametrize(("unit", "name"), ONE)
def test_names_of_one(unit: str, name: str) -> None:
    """A unit's singular is the same unit."""
    (found,) = quantities(tokens(f"There was 1 {name} of it."))
    assert (found.unit, found.values) == (unit, frozenset({Decimal(1)}))


@pytest.mark.parametrize("code", [row["code"] for row in table("currencies.toml")["currency"]])
def test_currencies(code: str) -> None:
    """A currency is known by the name that CLDR gives several of it, or the one that the press does."""
    name = SHORT.get(code) or get_currency_name(code, count=2, locale="en")
    (found,) = quantities(tokens(f"It cost 5 million {name} to build."))
    assert (found.unit, found.values) == (code, frozenset({Decimal(5_000_000)}))


def test_units_of_time() -> None:
    """Lengths of time are told from what else is measured."""
    times = {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
    assert {unit for unit in NAMES if is_time(unit)} == times
    assert not is_time(None)
    assert not is_time("USD")


@pytest.mark.parametrize(
    ("text", "is_scaled"),
    [("five million people", True), ("five people", False), ("5 million people", True), ("5 people", False)],
)
def test_scales(text: str, is_scaled: bool) -> None:
    """A figure tells whether a word for its scale belongs to it."""
    (found,) = quantities(tokens(text))
    assert found.is_scaled is is_scaled
    assert found.values == frozenset({Decimal(5_000_000 if is_scaled else 5)})


def test_scales_of_other_languages() -> None:
    """ "5 Millionen" is five million in a German text."""
    (found,) = quantities(tokens("Es kostet 5 Millionen Euro."), language="de")
    assert (found.unit, found.values) == ("EUR", frozenset({Decimal(5_000_000)}))


@pytest.mark.parametrize(
    ("text", "unit", "whole"),
    [
        ("cost Rs. 50 now", "rupee", "Rs.50"), ("cost Rs 50 now", "rupee", "Rs50"), ("cost A$.50 now", "AUD", "A$.50"), ("cost US $5 now", "USD", "US$5"),
        ("US $5", "USD", "US$5"), ("us A $5 now", "AUD", "A$5"), ("cost A $ 5 now", "AUD", "A$5"), ("cost €-5 now", None, "5"), ("cost . 5 now", None, "5"),
        ("about RM5 now", "MYR", "RM5"), ("about RM 5 now", None, "5"), ("about RM.5 now", "MYR", "RM.5"), ("5 €", "EUR", "5€"), ("5 € now", "EUR", "5€"),
        ("5 R now", None, "5"), ("5-km", "km", "5-km"), ("5-km run", "km", "5-km"), ("5-", None, "5"), ("5- km", None, "5"), ("5 -km", "km", "5-km"),
        ("5 Fijian dollars", "FJD", "5Fijiandollars"), ("5 Utopian dollars", "dollar", "5Utopiandollars"), ("5 Utopian", None, "5"), ("5 worn dollars", None, "5"),
        ("5 Utopian km", None, "5"), ("5-year-old", "year", "5-year-old"), ("5-year-olds won", "year", "5-year-olds"), ("5-year", "year", "5-year"),
        ("5-year-", "year", "5-year"), ("5-year-long row", "year", "5-year"), ("5-year (old) row", "year", "5-year"), ("5 km", "km", "5km"), ("5", None, "5"),
    ],
)  # fmt: skip
def test_a_unit_begins_and_ends_with_its_words(text: str, unit: str | None, whole: str) -> None:
    """A sign before a figure may stand apart from its letters and have a stop; behind a figure a hyphen, or for money an adjective, may stand before the unit."""
    sequence = tokens(text)
    (found,) = quantities(sequence)
    assert (found.unit, "".join(token.text for token in sequence[found.before : found.after])) == (unit, whole)
