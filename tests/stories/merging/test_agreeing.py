"""When two figures of one thing say the same, or may."""

from __future__ import annotations

import pytest

from summarize.briefing import Cite, Figure, Line
from summarize.stories.merging.agreeing import agree, figure_with_bound, is_of_one_digit, may_be_same

BOUNDS: dict[str, str] = {
    "about": "about",
    "nearly": "about",
    "at least": "least",
    "more than": "least",
    "up to": "most",
    "fewer than": "most",
}
SCALES = {"million": 1e6, "billion": 1e9}
SMALL = {"seven": 7.0, "fifteen": 15.0, "six or seven": 7.0}


def figure(printed: str, *, about: str = "price", unit: str | None = "EUR", who: str | None = None) -> Figure:
    """A figure as printed, with what bounds it in front."""
    words = next((each for each in BOUNDS if printed.startswith(f"{each} ")), "")
    value = printed.removeprefix(f"{words} ")
    number, _, scale = value.partition(" ")
    amount = SMALL[value] if value in SMALL else float(number.replace(",", "")) * SCALES.get(scale, 1)
    text = f"It was {printed}."
    cite = Cite(article=1, start=0, end=len(text), text=text)
    line = Line(text=text, support="verbatim", evidence=(cite,))
    return Figure(
        about=about, value=value, amount=amount, unit=unit, bound=BOUNDS.get(words), attributed_to=who, line=line, evidence=(cite,)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("52", "52", True),
        ("52", "53", False),
        ("2.4 billion", "2.41 billion", True),
        ("2.4 billion", "2.46 billion", False),
        ("2 billion", "2.1 billion", False),
        ("1,100", "1,120", True),
        ("990", "994", False),
        ("about 100", "103", True),
        ("about 100", "104", False),
        ("about 100", "97", True),
        ("about 100", "96", False),
        ("about 103", "about 100", True),
        ("up to 50", "42", True),
        ("up to 50", "41", False),
        ("up to 50", "53", False),
        ("at least 30", "up to 30", True),
        ("more than 30", "fewer than 30", False),
        ("more than 30", "more than 30", True),
        ("at least 0", "3", False),
        ("at least 60", "60", True),
        ("at least 60", "65", True),
        ("at least 60", "66", False),
        ("at least 100", "149", True),
        ("at least 100", "150", False),
        ("at least 80", "87", True),
        ("at least 80", "88", False),
        ("at least 123", "130", False),
        ("at least 110", "119", True),
        ("at least 150", "180", True),
        ("at least 150", "181", False),
    ],
)
def test_figures_that_say_the_same(one: str, other: str, same: bool) -> None:
    """Equal ones, large ones of which one is rounded, what is called about so much within three in a hundred, and round bounds with what is not far beyond."""
    assert agree(figure(one), figure(other)) is agree(figure(other), figure(one)) is same


def test_what_cannot_say_the_same() -> None:
    """Figures of two units, and one without an amount."""
    assert not agree(figure("52"), figure("52", unit="USD"))
    assert not agree(figure("52"), figure("52").model_copy(update={"amount": None}))
    assert not may_be_same(figure("about 50 million"), figure("47 million", unit="USD"))


@pytest.mark.parametrize(("other", "same"), [("50", True), ("1", True), ("0", True), ("53", False)])
def test_up_to_so_many_dead(other: str, same: bool) -> None:
    """An upper bound of a toll that goes on changing holds however few."""
    assert agree(figure("up to 50", about="dead", unit=None), figure(other, about="dead", unit=None)) is same


@pytest.mark.parametrize(
    ("rough", "exact", "about", "same"),
    [
        ("about 50 million", "46 million", "price", True),
        ("about 50 million", "45 million", "price", False),
        ("about 50 million", "53 million", "price", True),
        ("nearly 50 million", "53 million", "price", False),
        ("nearly 50 million", "47 million", "price", True),
        ("about 52 million", "50 million", "price", False),
        ("50 million", "47 million", "price", False),
        ("at least 50 million", "47 million", "price", False),
        ("about 100", "110", "price", True),
        ("about 100", "111", "price", False),
        ("about 20", "22", "price", True),
        ("about 20", "23", "price", False),
        ("about 20", "19", "price", False),
        ("about 10", "11", "price", False),
        ("about 50", "47", "dead", False),
        ("at least seven", "8", "dead", True),
        ("at least seven", "9", "dead", False),
        ("at least seven", "6", "dead", False),
        ("at least 3", "4", "dead", True),
        ("at least 3", "5", "dead", False),
        ("at least 60", "72", "dead", True),
        ("at least 60", "73", "dead", False),
        ("at least seven", "8", "price", False),
        ("seven", "8", "dead", False),
    ],
)
def test_figures_of_one_day_that_may_be_the_same(rough: str, exact: str, about: str, same: bool) -> None:
    """One round digit that is called about so much, a tenth off at most, of twenty or more and no people; and a toll's lower bound in nobody's name."""
    assert may_be_same(figure(rough, about=about), figure(exact, about=about)) is same
    assert may_be_same(figure(exact, about=about), figure(rough, about=about)) is same


def test_somebodys_lower_bound() -> None:
    """Who gives a toll as a lower bound in his own name gives another than who gives one more."""
    assert not may_be_same(figure("at least seven", about="dead", who="the mayor"), figure("8", about="dead"))


@pytest.mark.parametrize(
    ("printed", "is_one"),
    [("50", True), ("3 million", True), ("seven", True), ("100", True), ("0.5 million", True), ("fifteen", False), ("5,400", False), ("101", False), ("0", True)],
)  # fmt: skip
def test_round_figures(printed: str, is_one: bool) -> None:
    """Those of one digit that stands for itself."""
    assert is_of_one_digit(figure(printed)) is is_one


@pytest.mark.parametrize(
    ("printed", "shown"),
    [("20", "20"), ("more than 20", "more than 20"), ("up to 20", "up to 20"), ("up to six or seven", "six or seven"), ("nearly 20", "nearly 20")],
)  # fmt: skip
def test_a_figure_with_its_bound(printed: str, shown: str) -> None:
    """In the words of its sentence; of "six or seven" the words say it already."""
    assert figure_with_bound(figure(printed)) == shown
