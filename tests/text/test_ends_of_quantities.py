"""Where quantities begin and end, and what belongs to them."""

from __future__ import annotations

import pytest

from summarize.text.quantities import Quantity, quantities
from summarize.text.tokens import Token, tokens


def shown(one: Quantity, sequence: list[Token]) -> str:
    """A quantity's own words, its values and unit, in brackets its words with those of its unit, what it is besides, and its time of day."""
    figure, whole = (
        "".join(token.text for token in sequence[begin:end])
        for begin, end in ((one.at, one.until), (one.before, one.after))
    )
    is_of = (
        (one.is_ordinal, "ordinal"),
        (one.is_halved, "halved"),
        (one.is_scaled, "scaled"),
        (one.is_fraction, "part"),
    )
    told = [name for is_so, name in is_of if is_so] + ([f"{one.clock[0]}:{one.clock[1]:02d}"] if one.clock else [])
    values = "|".join(sorted(f"{value:.7g}" for value in one.values))
    return " ".join(filter(None, (f"{figure}={values}", one.unit, f"[{whole}]", *told)))


def all_shown(text: str) -> str:
    """The quantities of a text, as `shown`."""
    sequence = tokens(text)
    return "; ".join(shown(one, sequence) for one in quantities(sequence))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5m euros now", "5m=5000000 EUR [5meuros] scaled"), ("5m now", "5m=5|5000000 [5m] scaled"), ("$5m now", "5m=5000000 dollar [$5m] scaled"),
        ("5 m now", "5=5 [5]"), ("5k now", "5k=5000 [5k] scaled"), ("5 k now", "5=5 [5]"), ("$5 k now", "5k=5000 dollar [$5k] scaled"),
        ("5 million euros now", "5million=5000000 EUR [5millioneuros] scaled"), ("5-million", "5-million=5000000 [5-million] scaled"),
        ("5- million", "5-million=5000000 [5-million] scaled"), ("5 -million now", "5=5 [5]"), ("5mm", "5=5 mm [5mm]"), ("5mk", "5=5 [5]"),
        ("5 m euros", "5=5 [5]"), ("3 lakh crore", "3lakhcrore=3.000000e+12 [3lakhcrore] scaled"), ("5 and a half now", "5andahalf=5.5 [5andahalf]"),
        ("5 and a half million now", "5andahalfmillion=5500000 [5andahalfmillion] scaled"), ("5-and-a-half", "5-and-a-half=5.5 [5-and-a-half]"),
        ("5th now", "5th=5 [5th] ordinal"), ("5 th now", "5=5 [5]"), ("5millionth", "5=5 [5]"), ("21st", "21st=21 [21st] ordinal"),
        ("$5k now", "5k=5000 dollar [$5k] scaled"), ("$ 5m", "5m=5000000 dollar [$5m] scaled"), ("$5 m now", "5m=5000000 dollar [$5m] scaled"),
        ("5b now", "5b=5|5.000000e+9 [5b] scaled"), ("5 k", "5=5 [5]"), ("$5 million m", "5million=5000000 dollar [$5million] scaled"),
    ],
)  # fmt: skip
def test_what_belongs_to_a_figure(text: str, told: str) -> None:
    """A letter for a scale belongs to a figure that it is joined to or that has a currency, a word for one, a half or an ending of an order right behind it; a unit follows."""
    assert all_shown(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1 234 now", "1=1 [1]; 234=234 [234]"), ("12 345 678 now", "12345678=1.234568e+7 [12345678]"), ("$1 234 now", "1234=1234 dollar [$1234]"),
        ("1234 567 678 now", "1234=1234 [1234]; 567=567 [567]; 678=678 [678]"), ("1 234 56 now", "1=1 [1]; 234=234 [234]; 56=56 [56]"),
        ("1  234 567", "1=1 [1]; 234=234 [234]; 567=567 [567]"), ("000 123 456", "000=0 [000]; 123=123 [123]; 456=456 [456]"),
        ("0 123 456", "0=0 [0]; 123=123 [123]; 456=456 [456]"), ("0 123", "0=0 [0]; 123=123 [123]"), ("100 000 000", "100000000=1.000000e+8 [100000000]"),
        ("12 345 678", "12345678=1.234568e+7 [12345678]"), ("12 345", "12=12 [12]; 345=345 [345]"), ("$1 23 now", "1=1 dollar [$1]; 23=23 [23]"),
    ],
)  # fmt: skip
def test_groups_of_three_figures(text: str, told: str) -> None:
    """Groups of three with one space before each are one number, two of them at least where there is no currency, and none behind noughts alone."""
    assert all_shown(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("half of it", "half=0.5 [half] part"), ("half an hour", "halfanhour=30 minute [halfanhour]"),
        ("half an hour on", "halfanhour=30 minute [halfanhour]"), ("half a mile", "half=0.5 [half] part"),
        ("half a million", "halfamillion=500000 [halfamillion] scaled"), ("half a million euros now", "halfamillion=500000 EUR [halfamillioneuros] scaled"),
        ("half", "half=0.5 [half] part"), ("a third of it", "athird=0.3333333 [athird] part"), ("two thirds", "twothirds=0.6666667 [twothirds] part"),
        ("two thirds of a mile", "twothirds=0.6666667 mi [twothirdsofamile] part"), ("two-thirds", "two-thirds=0.6666667 [two-thirds] part"),
        ("one in three", "three=3 [three]"), ("twice", "twice=2 [twice]"), ("a dozen", "adozen=12 [adozen] scaled"),
        ("a hundred", "ahundred=100 [ahundred] scaled"), ("the first one", ""), ("the twenty-first day", "twenty-first=21 [twenty-first] ordinal"),
        ("three quarters of an inch", "threequarters=0.75 in [threequartersofaninch] part"),
        ("three quarters of", "threequarters=0.75 [threequarters] part"), ("a quarter", ""), ("one third", "third=3 [third] ordinal"),
        ("one fifth of", "onefifth=0.2 [onefifth] part"), ("the fifth of", "fifth=5 [fifth] ordinal"),
        ("three quarters of a million dollars now", "threequartersofamillion=750000.0 dollar [threequartersofamilliondollars] scaled"),
        ("two thirds of one million now", "twothirdsofonemillion=666666.7 [twothirdsofonemillion] scaled"),
        ("a quarter of a percentage point now", "aquarter=0.25 points [aquarterofapercentagepoint] part"),
        ("two thirds of the mile", "twothirds=0.6666667 [twothirds] part"), ("two thirds of them", "twothirds=0.6666667 [twothirds] part"),
        ("one quarter of it", "onequarter=0.25 [onequarter] part"), ("one quarter now", ""), ("four fifths now", "fourfifths=0.8 [fourfifths] part"),
        ("five fifths now", "five=5 [five]"), ("five hundred dollars now", "fivehundred=500 dollar [fivehundreddollars] scaled"),
        ("one hundred and five million now", "onehundredandfivemillion=1.050000e+8 [onehundredandfivemillion] scaled"),
        ("five thousand and five now", "fivethousandandfive=5005 [fivethousandandfive]"), ("nineteen-first now", "nineteen=19 [nineteen]"),
        ("twenty -first now", "twenty-first=21 [twenty-first] ordinal"), ("twenty-third now", "twenty-third=23 [twenty-third] ordinal"),
        ("twenty - third", "twenty-third=23 [twenty-third] ordinal"), ("one man", ""), ("one dollar now", "one=1 dollar [onedollar]"),
        ("dozen men", "dozen=12 [dozen]"), ("two dozen men", "twodozen=24 [twodozen] scaled"), ("third man", "third=3 [third] ordinal"),
    ],
)  # fmt: skip
def test_where_a_quantity_in_words_ends(text: str, told: str) -> None:
    """A fraction has up to four parts and what it is one of behind it, an order a hyphen behind a ten; one alone is none."""
    assert all_shown(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("14 to 18 percent", "14=14 % [14]; 18=18 % [18percent]"), ("14 percent to 18", "14=14 % [14percent]; 18=18 [18]"),
        ("14 to the 18 percent", "14=14 [14]; 18=18 % [18percent]"), ("14 or 18 percent", "14=14 % [14]; 18=18 % [18percent]"),
        ("14-18 percent", "14=14 % [14]; 18=18 % [18percent]"), ("14, 18 percent", "14=14 [14]; 18=18 % [18percent]"),
        ("14 km to 18 miles", "14=14 km [14km]; 18=18 mi [18miles]"), ("14 and 18 percent", "14=14 % [14]; 18=18 % [18percent]"),
        ("14 with 18 percent", "14=14 [14]; 18=18 % [18percent]"), ("14 to 16 to 18 percent", "14=14 % [14]; 16=16 % [16]; 18=18 % [18percent]"),
        ("14 to $18", "14=14 dollar [14]; 18=18 dollar [$18]"), ("14 to 18", "14=14 [14]; 18=18 [18]"),
    ],
)  # fmt: skip
def test_which_figures_share_a_unit(text: str, told: str) -> None:
    """Only what joins two figures gives the first the unit of the second, where it has none."""
    assert all_shown(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9:30", "9:30=30|9 [9:30] 9:30"), ("9:30 am now", "9:30am=30|9 [9:30am] halved 9:30"), ("9.30 am now", "9.30am=9.30 [9.30am] halved 9:30"),
        ("9.30 now", "9.30=9.30 [9.30]"), ("9 am now", "9am=9 [9am] halved 9:00"), ("9 now", "9=9 [9]"), ("24:00", "24:00=0|24 [24:00] 24:00"),
        ("12 am", "12am=12 [12am] halved 0:00"), ("12 pm", "12pm=12 [12pm] halved 12:00"), ("123 pm", "123=123 [123]"), ("6pm", "6pm=6 [6pm] halved 18:00"),
        ("٦ pm", "٦pm=6 [٦pm] halved 18:00"), ("5.00 am", "5.00am=5.00 [5.00am] halved 5:00"), ("12:00", "12:00=0|12 [12:00] 12:00"),
        ("00:00", "00:00=0 [00:00] 0:00"), ("9:00 pm", "9:00pm=0|9 [9:00pm] halved 21:00"), ("11:59 pm", "11:59pm=11|59 [11:59pm] halved 23:59"),
        ("12:30 am", "12:30am=12|30 [12:30am] halved 0:30"),
    ],
)  # fmt: skip
def test_where_a_time_of_day_ends(text: str, told: str) -> None:
    """Am or pm belongs to an hour that there is, and makes a time of figures that a point parts."""
    assert all_shown(text) == told
