"""Rules of what counts as an independent source."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from summarize.stories.merging.merge import independent
from tests.stories.made import card_of, story_of

LEAD = "Seven people were killed when a bus hit a bridge in Corran on Friday, police said. The road is closed."


@pytest.mark.parametrize(
    ("accounts", "count"),
    [
        ([("a", "a"), ("b", "b"), ("c", "c")], 3),
        ([("a", "a"), ("a", "a")], 1),
        ([("a", "wire"), ("b", "wire")], 1),
        ([("wire", "wire"), ("b", "wire")], 1),
        ([("a", "one"), ("a", "two"), ("a", "three")], 1),
        ([("a", "one"), ("b", "one"), ("b", "two")], 2),
        ([("a", "one"), ("a", "two"), ("b", "one"), ("c", "two"), ("c", "three")], 3),
    ],
)
def test_no_two_share_an_outlet_or_an_agency(accounts: list[tuple[str, str]], count: int) -> None:
    """Counted are the most accounts of which no two share the outlet or whose word they print."""
    assert independent(accounts) == count


def test_it_is_the_most_and_nothing_added_makes_it_less() -> None:
    """On small days the count is that of trying all choices; one more account never lowers it."""
    chance = random.Random(3)
    for _ in range(200):
        accounts = [(chance.choice("abcd"), chance.choice("abcdwxyz")) for _ in range(chance.randint(1, 7))]
        fits = [
            size
            for size in range(1, len(accounts) + 1)
            for chosen in combinations(accounts, size)
            if len({outlet for outlet, _ in chosen}) == len({voice for _, voice in chosen}) == size
        ]
        assert independent(accounts) == max(fits)
        assert independent(accounts[:-1]) <= independent(accounts)


def test_names_and_agencies_that_a_host_claims_are_one_source() -> None:
    """Three pages fetched from one host, under three famous names and crediting three agencies, are one source; three files are three."""
    cards = [
        card_of(f"{LEAD} Crew number {number} came first. (Reporting by {agency})", name)
        for number, (name, agency) in enumerate([("Reuters", "Reuters"), ("BBC", "AP"), ("Le Monde", "AFP")])
    ]
    assert story_of(*cards).coverage.independent == 3
    fetched = [
        card.model_copy(
            update={"article": card.article.model_copy(update={"source": f"https://tidings.example/{number}"})}
        )
        for number, card in enumerate(cards)
    ]
    coverage = story_of(*fetched).coverage
    assert (coverage.outlets, coverage.independent) == (1, 1)
