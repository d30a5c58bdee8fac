"""Rules of dates with a month's name in running text, before anything is known of when it was written."""

from __future__ import annotations

import pytest

from summarize.text.dates import vocabulary
from summarize.text.dates.expressions import Ended, Point, Range, Unknown
from summarize.text.dates.written import day_first, month_first
from summarize.text.pieces import Pieces


def point(said: object) -> str:
    """Year, month and day, and how many months from now; what is not given is left out."""
    assert isinstance(said, Point)
    shift = "" if said.month_shift is None else f" month{said.month_shift:+d}"
    return f"{said.year or ''}-{said.month or ''}-{said.day or ''}{shift}"


def told(text: str) -> tuple[str, str] | None:
    """What the date says that begins with the first figure or month of a text, and its words."""
    t = Pieces(text, 0, len(text))
    first = next(i for i in range(t.size) if t.is_number(i) or t.low(i) in vocabulary.MONTHS)
    found = day_first(t, first) if t.is_number(first) else month_first(t, first)
    if found is None:
        return None
    match found.expression:
        case Range(one, other):
            says = f"{point(one)}..{point(other)}"
        case Ended(months, end):
            says = f"{months} to {point(end)}"
        case Unknown(precision):
            says = f"no {precision}"
        case other:
            says = point(other)
    return says, text[t.starts[first] : t.ends[found.end - 1]]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("on 5 March", ("-3-5", "5 March")), ("on 005 March", None), ("on 5th March now", ("-3-5", "5th March")),
        ("on 5th of March", ("-3-5", "5th of March")), ("on 5 x March", None), ("on 5xx March", None), ("on 31 March", ("-3-31", "31 March")),
        ("on 32 March", None), ("on 0 March", None), ("on 31 April", None), ("on 30 February", None), ("on 29 February", ("-2-29", "29 February")),
        ("on 29 February 2024", ("2024-2-29", "29 February 2024")), ("on 29 February 2025", None), ("5 March 2026 now", ("2026-3-5", "5 March 2026")),
        ("5 March, 2026", ("2026-3-5", "5 March, 2026")), ("5 March of 2026", ("2026-3-5", "5 March of 2026")), ("5 March 999", ("no day", "5 March 999")),
        ("5 March 1000", ("1000-3-5", "5 March 1000")), ("5 March 2099", ("2099-3-5", "5 March 2099")), ("5 March 2100", ("no day", "5 March 2100")),
        ("5 March 800", ("no day", "5 March 800")), ("5 March 80", ("-3-5", "5 March")), ("5 March 800 men", ("-3-5", "5 March")),
        ("5 March, 800.", ("no day", "5 March, 800")), ("5 March 2100 the", ("no day", "5 March 2100")), ("5 March 2100 men", ("-3-5", "5 March")),
        ("5 March 2100 in", ("no day", "5 March 2100")), ("5 March 9999", ("no day", "5 March 9999")), ("5-March-2026", ("2026-3-5", "5-March-2026")),
        ("5 - March - 2026", ("2026-3-5", "5 - March - 2026")), ("5 March-2026", ("2026-3-5", "5 March-2026")),
        ("5-6 March 2026", ("2026-3-5..2026-3-6", "5-6 March 2026")), ("5-6 March", ("-3-5..-3-6", "5-6 March")), ("6-5 March", None),
        ("5 to 9 March", ("-3-5..-3-9", "5 to 9 March")), ("5 and 6 March", ("-3-5..-3-6", "5 and 6 March")), ("5 and 9 March", None),
        ("between 5 and 9 March", ("-3-5..-3-9", "5 and 9 March")), ("5 or 6 March", None), ("between 5 or 9 March", ("-3-5..-3-9", "5 or 9 March")),
        ("5, 6 March", None), ("5-5 March", None), ("5-31 April", None), ("on 5, 7 and 9 March 2026", ("2026-3-5", "5")),
        ("on 5, 7 and 9 March", ("-3-5", "5")), ("5, 7 and 9 March", None), ("on 5, 7, 9, 11, 13, 15 and 17 March", ("-3-5", "5")),
        ("on 5, 7, 9, 11, 13 and 15 March", ("-3-5", "5")), ("on 3, 5, 7, 9, 11, 13, 15 and 17 March", None), ("on 31 and 3 April", None), ("0-5 March", None), ("between 5 and 5 March", None), ("9 to 5 March", None), ("5-March-800", ("no day", "5-March-800")), ("5 March-800", ("no day", "5 March-800")), ("5 March -800", ("-3-5", "5 March")), ("5 March- 800", ("-3-5", "5 March")), ("5 March 2026, 800.", ("2026-3-5", "5 March 2026")), ("5th of last month 800.", ("--5 month-1", "5th of last month")), ("on 5 and Friday 7 March", ("-3-5", "5")),
        ("the 5th of last month", ("--5 month-1", "5th of last month")), ("the 5 of last month", None),
        ("the 5th of next month now", ("--5 month+1", "5th of next month")), ("the 5th of next year", None), ("5 March 12 men", ("-3-5", "5 March")),
        ("5 2,000 March", None), ("$5 March", None), ("5 march", None), ("5 Mar. 2026", ("2026-3-5", "5 Mar. 2026")), ("5 Sept. now", ("-9-5", "5 Sept.")),
        ("5 March. Now", ("-3-5", "5 March")), ("on 5 May said", ("-5-5", "5 May")), ("on 1 March", ("-3-1", "1 March")),
        ("on 12 March", ("-3-12", "12 March")), ("on 5th, March", None), ("5 March 12,000 men", ("-3-5", "5 March")), ("No. 5 March", None),
        ("5% March", None), ("on 5, and 9 March", ("-3-5", "5")), ("on 5 and 9", None), ("on 5, 9", None),
        ("5th of the month", ("--5 month+0", "5th of the month")), ("the 5th of this month", ("--5 month+0", "5th of this month")),
        ("5 May", ("-5-5", "5 May")),
        ("5-October-2026", ("2026-10-5", "5-October-2026")),
    ],
)  # fmt: skip
def test_a_day_before_its_month(text: str, says: tuple[str, str] | None) -> None:
    """A day that its month has stands before it, with an ending, "of", the last of a range or list, and a year from 1000 to 2099 behind it; another year leaves it open."""
    assert told(text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("in March 12 people fell", ("-3-", "March")), ("on March 12 people fell", ("-3-12", "March 12")), ("in March 12, people", ("-3-12", "March 12")),
        ("in March 12 a", ("-3-12", "March 12")), ("in March 12 of", ("-3-12", "March 12")), ("in Mar 12 people", ("-3-12", "Mar 12")),
        ("March 12th people", ("-3-12", "March 12th")), ("March 5", ("-3-5", "March 5")), ("March 05", ("-3-5", "March 05")), ("March 32", None),
        ("March 31", ("-3-31", "March 31")), ("April 31", None), ("April 30", ("-4-30", "April 30")), ("February 29", ("-2-29", "February 29")),
        ("March 5-9", ("-3-5..-3-9", "March 5-9")), ("March 9-5", ("-3-9", "March 9")), ("March 5-5", ("-3-5", "March 5")), ("February 30", ("-2-", "February")), ("March 5 and 6", ("-3-5..-3-6", "March 5 and 6")),
        ("March 5 and 9", ("-3-5", "March 5")), ("between March 5 and 9", ("-3-5..-3-9", "March 5 and 9")), ("March 5 to 9 April", ("-3-5", "March 5")),
        ("March 5-9 men", ("-3-5", "March 5")), ("March 5-31", ("-3-5..-3-31", "March 5-31")), ("April 5-31", ("-4-5", "April 5")),
        ("March 24, 24", ("-3-24", "March 24")), ("September 11 attacks", ("2001-9-11", "September 11")),
        ("September 11 terrorist attacks", ("2001-9-11", "September 11")), ("September 11", ("-9-11", "September 11")),
        ("September 12 attacks", ("-9-12", "September 12")), ("between March 5 and 6", ("-3-5..-3-6", "March 5 and 6")),
        ("April 5 to 30", ("-4-5..-4-30", "April 5 to 30")), ("December 5", ("-12-5", "December 5")), ("May 5", ("-5-5", "May 5")),
        ("Mar. 5", ("-3-5", "Mar. 5")), ("Mar.5", ("-3-5", "Mar.5")),
        ("in March 12 People", ("-3-12", "March 12")), ("in March 12 x men", ("-3-12", "March 12")), ("in March 12 ex-men", ("-3-", "March")),
        ("Salt May 5", None), ("salt March 5", ("-3-5", "March 5")), ("Long March 5", None), ("long March 5", ("-3-5", "March 5")),
    ],
)  # fmt: skip
def test_a_day_behind_its_month(text: str, says: tuple[str, str] | None) -> None:
    """A day that its month has stands behind it, alone or with the last of a range, where it does not count what follows."""
    assert told(text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("February 29, 2024", ("2024-2-29", "February 29, 2024")), ("February 29, 2025", None),
        ("March 5 to 9, 2026 now", ("2026-3-5..2026-3-9", "March 5 to 9, 2026")), ("Nov. 26 to 28, 2025", ("2025-11-26..2025-11-28", "Nov. 26 to 28, 2025")),
        ("March 2024", ("2024-3-", "March 2024")), ("March, 2024 now", ("2024-3-", "March, 2024")), ("March of 2024", ("2024-3-", "March of 2024")),
        ("September quarter 2025 now", ("3 to 2025-9-", "September quarter 2025")), ("September 11 2024 attacks", ("2024-9-11", "September 11 2024")),
        ("Mar 2024", ("2024-3-", "Mar 2024")), ("April 800", None), ("April 800 BC", None), ("in June 2100 it shut", ("no month", "June 2100")),
        ("in June 2100 jobs went", ("-6-", "June")), ("in June 2100", ("no month", "June 2100")), ("June 2100-3", None),
        ("June 1000", ("1000-6-", "June 1000")), ("June 999", None), ("June 2099", ("2099-6-", "June 2099")), ("Sept. 2024", ("2024-9-", "Sept. 2024")),
        ("March 5, 2026.", ("2026-3-5", "March 5, 2026")), ("March 5 2,026", ("-3-5", "March 5")), ("March 5 0999", ("no day", "March 5 0999")), ("March 5 20266", ("no day", "March 5 20266")),
        ("March 5 2026-27", ("2026-3-5", "March 5 2026")), ("March 5 2026x", ("-3-5", "March 5")),
    ],
)  # fmt: skip
def test_a_year_behind_a_month(text: str, says: tuple[str, str] | None) -> None:
    """A year from 1000 to 2099 belongs to what stands before it; another that nothing counts leaves it open."""
    assert told(text) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("in March", ("-3-", "March")), ("since March", ("-3-", "March")), ("In May", ("-5-", "May")), ("may", None), ("in MAY", ("-5-", "MAY")),
        ("May said", None), ("in May said", ("-5-", "May")), ("the September quarter", ("3 to -9-", "September quarter")), ("March September quarter", None),
        ("Black September", None), ("Women's March drew", None), ("the Women's March drew", None), ("April Jones", None), ("every year in July", None),
        ("each year in July", None), ("year in July", ("-7-", "July")), ("early in July", ("-7-", "July")), ("Former May", None), ("in Mar", None),
        ("since Sept now", ("-9-", "Sept")), ("$March", None), ("in May", ("-5-", "May")), ("by May", None), ("for MAY", None),
        ("May next year", ("-5-", "May")), ("May next month", None), ("May of next year", None), ("Jones April next year", ("-4-", "April")),
        ("Salt March began", None), ("the Salt March", None), ("Death March", None), ("x Long March", None), ("in SEPT", ("-9-", "SEPT")), ("in MAR", None),
        ("by APRIL", None), ("by April", ("-4-", "April")), ("near April", None), ("near March", None), ("The March", None),
        ("the April rain", ("-4-", "April")), ("an April rain", ("-4-", "April")), ("the May rain", None), ("the April's", None), ("the April was", None),
        ("from May to June", ("-5-", "May")), ("April fell", None), ("in April fell", ("-4-", "April")), ("and April rain", None),
        ("On Black September", None), ("Friday March", None), ("Friday September", ("-9-", "September")), ("early May", ("-5-", "May")),
        ("late May", ("-5-", "May")), ("early of May", None), ("of May", None), ("start of May", ("-5-", "May")), ("middle of May", ("-5-", "May")),
        ("every July", ("-7-", "July")), ("every year in, July", ("-7-", "July")),
    ],
)  # fmt: skip
def test_a_month_alone(text: str, says: tuple[str, str] | None) -> None:
    """A month's name alone is one where no name, verb or word of every year stands beside it."""
    assert told(text) == says
