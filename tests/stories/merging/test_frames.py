"""When two figures in clauses that say the same contradict each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from summarize.stories.merging.frames import _differ
from summarize.stories.merging.framing import Framed, _of
from summarize.stories.merging.sources import Source
from tests.stories.made import card_of


def source(text: str = "A ferry hit the pier.", outlet: str = "A", published: str = "2026-03-14") -> Source:
    return Source(1, card_of(text, outlet, published))


def framed(
    amount: float, frame: str, *, about: str = "crew", outlet: str = "B", unit: str | None = None, names: str = "", day: str = "2026-03-14"
) -> Framed:  # fmt: skip
    words = frozenset(frame.split())
    return Framed(
        source(outlet=outlet, published=day),
        about,
        amount,
        unit,
        (0, 1),
        words,
        frozenset(names.split()),
        frozenset(),
        (0, 1),
        frozenset(),
    )


ONE = framed(10, "ferry pier hit hard night", outlet="A")


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        (framed(12, "ferry pier hit"), True),
        (framed(10, "ferry pier hit"), False),
        (framed(40, "ferry pier hit"), True),
        (framed(41, "ferry pier hit"), False),
        (framed(0, "ferry pier hit"), False),
        (framed(12, "ferry pier hit", about="cars"), False),
        (framed(12, "ferry pier hit", outlet="A"), False),
        (framed(12, "ferry pier hit", day="2026-03-13"), False),
        (framed(12, "ferry pier hit", day="2026-03-15"), False),
        (framed(12, "ferry pier"), True),
        (framed(12, "ferry"), False),
        (framed(12, "ferry pier cars tide"), False),
        (framed(12, "ferry pier hit cars tide"), True),
    ],
)
def test_two_figures(other: Framed, differ: bool) -> None:
    """Of one kind, by two outlets on one day, not equal, at most four times the other, in clauses that share most words of the shorter."""
    assert _differ(ONE, other) is _differ(other, ONE) is differ


def test_a_share_is_framed_by_its_own_name() -> None:
    """Two shares of one thing contradict each other though a single word frames them; two counts do not."""
    shares = [framed(each, "turnout", outlet=outlet, unit="%") for each, outlet in ((51, "A"), (57, "B"))]
    counts = [framed(each, "turnout", outlet=outlet) for each, outlet in ((51, "A"), (57, "B"))]
    assert _differ(*shares)
    assert not _differ(*counts)


def test_names_keep_figures_apart() -> None:
    """Clauses that name different people or places are about two things; one that names nobody is not."""
    brest, leeds, none = (
        framed(each, "ferry pier hit", outlet=outlet, names=name)
        for each, outlet, name in ((10, "A", "brest"), (12, "B", "leeds"), (12, "B", ""))
    )
    assert not _differ(brest, leeds)
    assert _differ(brest, none)


@pytest.mark.parametrize(("minutes", "differ"), [(5, False), (6, True), (0, False), (600, True)])
def test_clocks(minutes: int, differ: bool) -> None:
    """Two clocks may be five minutes apart."""
    one = framed(500, "ferry pier hit", about="time", outlet="A")
    assert _differ(one, framed(500 + minutes, "ferry pier hit", about="time")) is differ


WORDS = "ferry pier hit"


@pytest.mark.parametrize(
    ("mine", "its", "differ"),
    [
        ({}, {}, True),
        ({"is_loose": True}, {}, False),
        ({}, {"aspects": frozenset({"of some"})}, False),
        ({"days": frozenset({"friday"})}, {}, True),
        ({"days": frozenset({"friday"})}, {"days": frozenset({"friday", "may"})}, True),
        ({"days": frozenset({"friday"})}, {"days": frozenset({"monday"})}, False),
        ({"of": ("crew",)}, {"of": ("crew",)}, True),
        ({"of": ("crew",)}, {}, False),
        ({"slack": 1}, {}, True),
        ({"slack": 2}, {}, False),
        ({}, {"slack": 2}, False),
        ({"about": "people"}, {"about": "passengers"}, True),
        ({"about": "people"}, {"about": "barges"}, False),
        ({"about": "dockers"}, {"about": "passengers"}, False),
        ({"is_all": True, "frame": frozenset({"ferry"})}, {}, False),
        ({"is_all": True, "frame": frozenset({"ferry"})}, {"is_all": True, "frame": frozenset({"ferry"})}, True),
        (
            {"is_all": True, "frame": frozenset({"ferry"})},
            {"is_all": True, "frame": frozenset({"ferry", "pier"})},
            True,
        ),
        (
            {"is_all": True, "frame": frozenset({"ferry"})},
            {"is_all": True, "frame": frozenset({"ferry", "barge"})},
            False,
        ),
        ({"is_all": True, "frame": frozenset({"pier"})}, {"is_all": True, "frame": frozenset({"ferry"})}, False),
        ({"is_all": True, "frame": frozenset()}, {"is_all": True, "frame": frozenset()}, False),
        ({"unit": "%", "frame": frozenset({"pier"})}, {"unit": "%"}, True),
        ({"unit": "%", "frame": frozenset({"pier", "barge"})}, {"unit": "%"}, False),
        ({"unit": "%", "frame": frozenset()}, {"unit": "%"}, False),
    ],
)
def test_what_keeps_figures_apart(mine: dict[str, Any], its: dict[str, Any], differ: bool) -> None:
    """Other aspects, days or wholes, how roughly either is told, and of totals what one account has no word of; people may be passengers."""
    one, other = replace(framed(10, WORDS, outlet="A"), **mine), replace(framed(12, WORDS), **its)
    assert _differ(one, other) is _differ(other, one) is differ


@pytest.mark.parametrize(
    ("mine", "its", "differ"),
    [
        ("", "", False),
        ("fell", "fell", True),
        ("fell", "rose", False),
        ("fell", "", False),
        ("fell", "fell rose", True),
    ],
)
def test_the_moment_of_a_clock(mine: str, its: str, differ: bool) -> None:
    """Times of one moment contradict each other whatever words stand beside them; of a moment and of none, or of two, they do not."""
    one, other = (
        replace(framed(minutes, words, about="time", outlet=outlet), instants=frozenset(moments.split()))
        for minutes, words, outlet, moments in ((500, "ferry pier", "A", mine), (520, "barge quay", "B", its))
    )
    assert _differ(one, other) is _differ(other, one) is differ


@pytest.mark.parametrize(
    ("about", "mine", "its", "differ"),
    [
        ("time", "", "", True),
        ("time", "fell", "", False),
        ("time", "fell", "rose", False),
        ("duration in minute", "fell", "", True),
        ("duration in minute", "fell", "fell", True),
    ],
)
def test_the_moment_of_the_same_words(about: str, mine: str, its: str, differ: bool) -> None:
    """A clock that is of a moment is not that of another, or of none, though the words beside them are the same; a length of time may be."""
    one, other = (
        replace(framed(minutes, WORDS, about=about, outlet=outlet), instants=frozenset(moments.split()))
        for minutes, outlet, moments in ((500, "A", mine), (520, "B", its))
    )
    assert _differ(one, other) is _differ(other, one) is differ


def given(text: str) -> list[tuple[str, float]]:
    return [(each.about, each.amount) for each in _of(source(text))]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The ferry hit the pier at 9.40 p.m. on Friday.", [("time", 1300.0)]),
        ("The ferry hit the pier at 13:05 on Friday.", [("time", 785.0)]),
        ("The ferry hit the pier at 9:40 on Friday.", []),
        ("The ferry was late by 40 minutes on Friday.", [("duration in minute", 40.0)]),
        ("The ferry hit one pier and two barges on Friday.", [("barges", 2.0)]),
        ("The ferry hit half a pier and 1.5 million mussels.", [("mussels", 1_500_000.0)]),
        ("“The ferry hit the pier at 9.40 p.m.,” said a pilot.", []),
        ("In 2019 a ferry hit the pier at 9.40 p.m. there.", []),
        ("In 2025 a ferry hit the pier at 9.40 p.m. there.", []),
        ("In 2026 a ferry hit the pier at 9.40 p.m. there.", [("time", 1300.0)]),
    ],
)
def test_what_is_framed(text: str, figures: list[tuple[str, float]]) -> None:
    """A time whose half of the day is known, lengths of time, and counts of more than one; nothing in quotation marks, and nothing of another year."""
    assert given(text) == figures
