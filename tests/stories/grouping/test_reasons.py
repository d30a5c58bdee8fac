"""Why two articles are in one group: every line of a reason is true of both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.stories.grouping import Member, group, member_of
from tests.stories.made import card_of

LEDE = "Divers found the wreck of the trawler Marigold off Skerry Point, harbour master Ana Sosa said."
MORE = "The wreck lies under 40 metres of water, and the crew of 12 is missing since the storm."


def member(number: int, text: str, published: str | None = "2026-03-14", **more: object) -> Member:
    fields = {"names": (("Ana Sosa", "person"),), "places": ("Skerry Point",), **more}
    return Member(number, None, text, published=published, publisher=f"Post {number}", **fields)  # type: ignore[arg-type]


def shared(one: Member, other: Member) -> tuple[str, ...]:
    """The lines of the reason why two articles are in one group."""
    (found,) = group([one, other])
    (reason,) = found.reasons
    assert reason.articles == (1, 2)
    return reason.shared


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        ("2026-03-14", "2026-03-14T09:00", "both on 14 March 2026"),
        ("2026-03-14", "2026-03-15", None),
        ("2026-03-14", None, None),
        (None, "2026-03-14", None),
        (None, None, None),
    ],
)
def test_same_day(first: str | None, second: str | None, line: str | None) -> None:
    """Two articles are "both on" a day only if both are known to be of it."""
    lines = shared(member(1, f"{LEDE} {MORE}", first), member(2, f"{MORE} {LEDE}", second))
    assert [each for each in lines if each.startswith("both on")] == ([line] if line else [])


def test_names_and_places_of_both() -> None:
    """A name counts that the other has whole, or by its last word; one that only one of them has does not."""
    other_words = (
        "The trawler Marigold, lost in the storm, lies off Skerry Point with its crew of 12, said Sosa of the harbour. "
        "Divers go down to the wreck at 40 metres again."
    )
    one = member(1, f"{LEDE} {MORE}", names=(("Ana Sosa", "person"), ("Kestrel Energy", "organisation")))
    other = member(2, other_words, names=(("Sosa", "person"), ("Tom Ward", "person")))
    lines = shared(one, other)
    assert "names: Ana Sosa" in lines
    assert "place: Skerry Point" in lines
    both = [
        replace(each, places=places)
        for each, places in ((one, ("Skerry Point", "Leeds")), (other, ("Leeds", "Skerry Point")))
    ]
    assert "places: Skerry Point, Leeds" in shared(*both)


def test_described_bodies_are_no_names() -> None:
    """Two articles are not about one event because police spoke in both."""
    card = card_of(
        "A house was raided in Leeds on Friday, said Hanna Osei. Police said so. The Israeli army said so as well.",
        "Outlet",
    )
    assert {who.name for who in card.who} == {"Hanna Osei", "Police", "Israeli army"}
    assert member_of(1, card).names == (("Hanna Osei", "person"),)


def test_a_reason_is_short() -> None:
    """Four names and two places are shown, the first that both have."""
    names = tuple((f"{each} Sosa", "person") for each in ("Ana", "Bea", "Cleo", "Dora", "Enid"))
    places = ("Skerry Point", "Leeds", "Hull")
    said = " ".join(name for name, _ in names)
    texts = (
        f"{LEDE} {MORE} {said} know.",
        f"{said} went to the trawler Marigold, lost in the storm off Skerry Point with 12.",
    )
    lines = shared(*(member(n, text, names=names, places=places) for n, text in enumerate(texts, 1)))
    assert "names: Ana Sosa, Bea Sosa, Cleo Sosa, Dora Sosa" in lines
    assert "places: Skerry Point, Leeds" in lines


def test_words_and_figures_of_a_reason_are_few() -> None:
    """Five words and three figures are shown, however many both articles have."""
    texts = (
        f"{LEDE} She counted 112 tonnes of coal. Of the ropes 347 metres were left. There were 589 bolts, and 731 rivets.",
        f"Of 731 rivets nothing was left. A diver brought up 589 bolts and 347 metres of rope. {LEDE} The 112 tonnes are coal.",
    )
    told = (line.partition(": ") for line in shared(*(member(n, text) for n, text in enumerate(texts, 1))))
    counts = {what: len(items.split(", ")) for what, _, items in told}
    assert (counts["words"], counts["figures"]) == (5, 3)
