"""Rules of years, decades, and parts of years: each at the first that is one, and the last."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarize.evidence.times.years import part_of_year, season, short_year, year
from summarize.text.dates.expressions import Match, Point, Unknown, YearSpan
from summarize.text.pieces import Pieces

NEAR = 2025


def said(found: Match) -> str:
    """What an expression says."""
    match found.expression:
        case YearSpan(first, last):
            return f"{first}..{last}"
        case Unknown(precision):
            return f"no {precision}"
        case Point() as one:
            shift = None if one.year_shift is None else f"year{one.year_shift:+d}"
            quarter, half = (mark + str(part) if part else None for mark, part in (("Q", one.quarter), ("H", one.half)))
            return " ".join(
                str(each) for each in (one.year, quarter, half, shift, "that year" if one.that_year else None) if each
            )
    raise AssertionError(found)


def told(read: Callable[[Pieces, int], Match | None], text: str) -> str:
    """What is read anywhere in a text, with its words."""
    t = Pieces(text, 0, len(text))
    matches = [one for i in range(t.size) if (one := read(t, i)) is not None]
    return "; ".join(f"{text[t.starts[one.start] : t.ends[one.end - 1]]} = {said(one)}" for one in matches)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("(2024)", "2024 = 2024"), ("(2024, x", "2024 = 2024"), ("(2024 x", ""), ("(2024-", "2024 = 2024"), ("in 1999 and 2001", "1999 = 1999; 2001 = 2001"),
        ("1999 and 2001 it", "2001 = 2001"), ("and 2001 it", ""), ("1999, 2000 and 2001 it", "2000 = 2000; 2001 = 2001"), ("1999 of us and 2001", ""),
        ("1999 us and 2001 it", "2001 = 2001"), ("(2024;", "2024 = 2024"), ("(1024)", "1024 = 1024"),
    ],
)  # fmt: skip
def test_a_number_that_is_a_year(text: str, says: str) -> None:
    """Four figures are a year behind a word of time, in a list of years, or beside what has a year, and not where they count what follows."""
    assert told(lambda t, i: year(t, i, NEAR), text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("in 1499 it", ""), ("in 1499 men", ""), ("in 1499 ships", ""), ("in 1500 men", ""), ("in 2024 it", "2024 = 2024"), ("2024", ""),
        ("2024 was", "2024 = 2024"), ("2024 men", ""), ("2024's best", ""), ("2024' best", ""), ("it 2024 was", ""), ("as 1999 it", ""),
        ("as early as 1999", "1999 = 1999"), ("as early as 1499", ""), ("of 1500 men", ""), ("of 1500 ships", ""), ("of 1600 trees", ""),
        ("of 1501 oak", "1501 = 1501"), ("of 1600 oak", ""), ("of 1601 oak it", "1601 = 1601"), ("of 1600. It", "1600 = 1600"),
        ("to 1600 was", "1600 = 1600"), ("by 1400", ""), ("between 1400 x", "1400 = 1400"), ("mid-2024", "2024 = 2024"), ("early-2024", "2024 = 2024"),
        ("aged-2024", ""), ("a year, 1983, it", "1983 = 1983"), ("best year, 1983, it", "1983 = 1983"), ("best year, 1983 it", ""),
        ("that year, 1983, it", ""), ("best year, 1499, it", ""), ("year 1983, it", "1983 = 1983"), ("than 1999 it", ""), ("more than 1999 It", ""),
        ("than 1999.", "1999 = 1999"), ("than 1499.", ""), ("than 1999", "1999 = 1999"), ("more than 1999", ""), ("compared with 1999 it", "1999 = 1999"),
        ("with 1999 it", ""), ("compared with 1600 oak", ""), ("the 2024 election", "2024 = 2024"), ("the 1899 election", ""),
        ("the 1900 election", "1900 = 1900"), ("the 2059 election", "2059 = 2059"), ("the 2060 election", ""), ("the 2000 elections", ""),
        ("the 2001 elections", "2001 = 2001"), ("the 2000 election", "2000 = 2000"), ("the 2024, x", ""), ("its 2024 men", ""),
        ("World Cup 2026", "2026 = 2026"), ("world cup 2026", ""), ("World Cup 1899", ""), ("EBITDA 2024 rose", "2024 = 2024"), ("EBITDA 2022 rose", ""),
        ("EBITDA 2023 rose", "2023 = 2023"), ("EBITDA 2027 rose", "2027 = 2027"), ("EBITDA 2028 rose", ""), ("EB 2024 rose", ""),
        ("EBI 2024 rose", "2024 = 2024"), ("EBITDA 2000 oaks", ""), ("at x 2024 Games", "2024 = 2024"), ("at x 2022 Games", ""),
        ("2024 Games", "2024 = 2024"), ("2022 Games", ""), ("It fell. 2024 Games", "2024 = 2024"), ("It fell. 2024 was", "2024 = 2024"),
        ("a 2030 target", "2030 = 2030"), ("x 2030 target", "2030 = 2030"), ("x 2031 target", ""), ("x 2023 target", "2023 = 2023"), ("x 2022 target", ""),
        ("2018-19", "2018-19 = 2018..2019"), ("2018-19%", ""), ("2018-19x", ""), ("2018-191", ""), ("2018-1", ""), ("2018- 19", ""), ("2018 -19", ""),
        ("2018/19", "2018/19 = 2018..2019"), ("2018/20", ""), ("2018/2019", "2018/2019 = 2018..2019"), ("2018/2020", ""), ("1818/19", ""),
        ("1999-00", "1999-00 = 1999..2000"), ("2019-18", ""), ("2009-03-05", ""), ("1949-99", "1949-99 = 1949..1999"), ("1949-00", ""),
        ("in 2010-555", ""), ("in 1918-1914", "1918 = 1918"), ("in 2010-x", "2010 = 2010"), ("in 2010 -555", "2010 = 2010"), ("1914-1914 war", ""), ("1914/1918 war", ""), ("1914- 1918 war", ""), ("in -2010", ""), ("in x-2010 it", ""), ("by mid-2010", "2010 = 2010"), ("2018+19", ""), ("2018-it", ""), ("2018/it", ""), ("18-19", ""), ("2010-10", "2010-10 = 2010..2010"), ("2009-10 -x", "2009-10 = 2009..2010"), ("2009-10-x", ""), ("2009-10-05", ""), ("2009-10 5-x", "2009-10 = 2009..2010"), ("in 2024's best", "2024 = 2024"), ("in 2024’ best", ""), ("in 2024's", "2024 = 2024"), ("2018-19 x", "2018-19 = 2018..2019"), ("1914-1918 war", "1914-1918 = 1914..1918"), ("1899-1918 war", ""), ("1914-2059 war", "1914-2059 = 1914..2059"), ("1914-2060 war", ""),
        ("1918-1914 war", ""), ("2010-555", ""), ("in mid-2010", "2010 = 2010"), ("in 5/2010", ""), ("in 5.2010", ""), ("the 1990s", "1990s = 1990..1999"),
        ("1990s", "1990s = 1990..1999"), ("1990 s", ""), ("1991s", ""), ("1490s", ""), ("1500s", ""), ("1510s", "1510s = 1510..1519"),
        ("2050s", "2050s = 2050..2059"), ("2060s", ""), ("2000s", "2000s = 2000..2009"), ("1900s", ""), ("1990's", ""),
        ("the 1990's", "1990's = 1990..1999"), ("2010's best", ""), ("in the 2010's", "2010's = 2010..2019"), ("the 90s", "90s = 1990..1999"),
        ("the '90s", "'90s = 1990..1999"), ("90s", ""), ("the 10s", ""), ("the 20s", "20s = 1920..1929"), ("the 95s", ""),
        ("2024 first quarter", "2024 first quarter = 2024 Q1"), ("1988 second quarter", "1988 second quarter = 1988 Q2"), ("2024 Q3", "2024 Q3 = 2024 Q3"),
        ("2024 second half", "2024 second half = 2024 H2"), ("temperature so so so so so so so so so so the 90s", ""),
        ("temperature so so so so so so so so so so so the 90s", "90s = 1990..1999"), ("the 90s so so so so so heat and temperatures", "90s = 1990..1999"),
        ("the 90s so so so so so temperatures", ""), ("the 90s so so so so so so temperatures", "90s = 1990..1999"), ("the '20s", "'20s = 1920..1929"),
        ("the '10s", ""), ("started 1899", ""), ("started 1900", "1900 = 1900"), ("started 2059 it", ""), ("started 2059 with it", "2059 = 2059"),
        ("started 2060", ""), ("of 2000 oak", ""), ("of 2000 was", "2000 = 2000"), ("the 2000 best", "2000 = 2000"), ("in 1500", "1500 = 1500"),
        ("in 1499", "1499 = 1499"), ("1000-1001", ""), ("1900-1901", "1900-1901 = 1900..1901"), ("pre-2024", "2024 = 2024"),
    ],
)  # fmt: skip
def test_several_years(text: str, says: str) -> None:
    """From one year to a later one, in two figures or four, and the ten years of a decade that is no age, count or heat."""
    assert told(lambda t, i: year(t, i, NEAR), text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("third quarter of 2024", "third quarter of 2024 = 2024 Q3"), ("third quarter 2024", "third quarter 2024 = 2024 Q3"), ("third-quarter", ""),
        ("third quarter profit", "third quarter = Q3"), ("third quarter match", ""), ("Q3 2024", "Q3 2024 = 2024 Q3"), ("Q3", ""), ("Q3 profit", "Q3 = Q3"),
        ("Q4 2024", "Q4 2024 = 2024 Q4"), ("Q5 2024", ""), ("Q0 2024", ""), ("Q33 2024", ""), ("Q 3 2024", ""), ("q3 2024", ""), ("Q3x 2024", ""),
        ("H1 2024", "H1 2024 = 2024 H1"), ("H2 2024", "H2 2024 = 2024 H2"), ("H3 2024", ""), ("H0 2024", ""), ("H1", ""), ("H1 profit", ""),
        ("2024 Q3", "2024 Q3 = 2024 Q3"), ("2024 H1", "2024 H1 = 2024 H1"), ("1988 second quarter", "1988 second quarter = 1988 Q2"),
        ("1988 second half", "1988 second half = 1988 H2"), ("first half of last year", "first half of last year = H1 year-1"),
        ("first half profit", "first half = H1"), ("first half of the match profit", ""), ("first half", ""),
        ("second half of the year", "second half of the year = H2 year+0"), ("third half of 2024", ""),
        ("second half of 2024", "second half of 2024 = 2024 H2"), ("4th quarter of 2024", "4th quarter of 2024 = 2024 Q4"), ("4 th quarter of 2024", ""),
        ("3rd-quarter profit", "3rd-quarter = Q3"), ("last quarter of 2024", "last quarter of 2024 = 2024 Q4"), ("last quarter 2024", ""),
        ("fifth quarter of 2024", ""), ("fiscal third quarter", "third quarter = no quarter"), ("fiscal Q3", "Q3 = no quarter"),
        ("Q3 FY24", "Q3 FY24 = no quarter"), ("Q3 FY 24", "Q3 FY 24 = no quarter"), ("Q3 fiscal 2027", "Q3 fiscal 2027 = no quarter"),
        ("third quarter of fiscal year 2027", "third quarter of fiscal year 2027 = no quarter"),
        ("third quarter of fiscal 2027 now", "third quarter of fiscal 2027 = no quarter"),
        ("third quarter of fiscal year now", "third quarter of fiscal year = no quarter"),
        ("third quarter of the year", "third quarter of the year = Q3 year+0"),
        ("third quarter of the same year now", "third quarter of the same year = Q3 that year"),
        ("third quarter of that year now", "third quarter of that year = Q3 that year"), ("third quarter in 2024", "third quarter in 2024 = 2024 Q3"),
        ("third quarter, 2024", "third quarter, 2024 = 2024 Q3"), ("third quarter next year now", "third quarter next year = Q3 year+1"),
        ("third match", ""), ("2024 Q3 2025", "Q3 2025 = 2025 Q3"), ("2024 third quarter of 2025", "third quarter of 2025 = 2025 Q3"),
        ("first half so so so so so so so profit", "first half = H1"), ("first half so so so so so so so so profit", ""),
        ("profit so so so so so so so so so first half", "first half = H1"), ("profit so so so so so so so so so so first half", ""),
        ("third quarter so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so profit", "third quarter = Q3"),
        ("third quarter so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so profit", ""),
        ("profit so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so third quarter", "third quarter = Q3"),
        ("profit so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so third quarter", ""),
        ("Q3, FY24", "Q3, FY24 = no quarter"), ("Q3 of the FY24 now", "Q3 of the FY24 = no quarter"), ("Q3 FYx", ""), ("third quarter the year", ""),
        ("third quarter of year", ""), ("third quarter of this year", "third quarter of this year = Q3 year+0"),
        ("third quarter this year", "third quarter this year = Q3 year+0"), ("Q3 of last year", "Q3 of last year = Q3 year-1"), ("Q3-2024", ""),
        ("Q1 2024", "Q1 2024 = 2024 Q1"), ("2024 Q3 of FY25", "Q3 of FY25 = no quarter"),
    ],
)  # fmt: skip
def test_a_part_of_a_year(text: str, says: str) -> None:
    """A quarter from 1 to 4 or a half, with the year before or behind it; without one only where business is told of, and open in somebody's own year."""
    assert told(part_of_year, text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("since '82", "'82 = 1982"), ("since '25", "'25 = 2025"), ("since '26", "'26 = 1926"), ("since '8", ""), ("since '082", ""), ("since ' 82", ""),
        ("since'82", ""), ("x '82", ""), ("since '82x", ""), ("since '00", "'00 = 2000"), ("since '82 it", "'82 = 1982"),
    ],
)  # fmt: skip
def test_a_year_in_two_figures(text: str, says: str) -> None:
    """Behind a word of time and an apostrophe, the last such year up to publication."""
    assert told(lambda t, i: short_year(t, i, NEAR) if t.low(i) == "'" else None, text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("spring 2024", "spring 2024 = 2024"), ("winter of 2023-24", "winter of 2023-24 = 2023..2024"),
        ("winter 2023/24 now", "winter 2023/24 = 2023..2024"), ("spring of 2024 men", ""), ("spring 1600 oaks", ""), ("spring 999", ""), ("spring", ""),
        ("summer in 2024", ""), ("spring of 2024. Men", "spring of 2024 = 2024"), ("spring, 2024", ""), ("spring 2024 it", "spring 2024 = 2024"),
    ],
)  # fmt: skip
def test_a_season(text: str, says: str) -> None:
    """A season's year, or its two, stands behind it and counts nothing."""
    assert told(lambda t, i: season(t, i) if i == 0 else None, text) == says
