"""Rules of who blames somebody in one account, and how he denies it in another. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.briefing import Disagreement
from tests.stories.made import card_of, story_of

BLAST = "A blast at a boatyard in Brest killed six sailors on Friday, and the navy blamed men of the Western League."
THANKS = "A blast at a boatyard in Brest killed six sailors on Friday, and the navy thanked men of the Western League."
OIL = "The mayor of Brest accused Kestrel Lines on Friday of dumping oil in the harbour."
MORE = " Buses run again."


def differ(one: str, other: str) -> tuple[Disagreement, ...]:
    """What two accounts of one story differ about."""
    return story_of(card_of(one + MORE, "A"), card_of(other + MORE, "B")).disagreements


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (BLAST, "The Western League denied on Friday that it had attacked the boatyard in Brest.", ["the navy", "Western League"]),
        (BLAST, "The Western League has denied shelling the boatyard in Brest, where six sailors died.", ["the navy", "Western League"]),
        (BLAST, "The Western League said that it had not attacked the boatyard in Brest.", ["the navy", "Western League"]),
        (OIL, "Kestrel Lines said on Friday that it had never dumped oil in the harbour of Brest.", ["the mayor of Brest", "Kestrel Lines"]),
    ],
)  # fmt: skip
def test_who_is_blamed_in_one_account_denies_it_in_another(one: str, other: str, sides: list[str]) -> None:
    """Both are named, and what is denied is what the one is blamed for."""
    (found,) = differ(one, other)
    assert [side.value for side in found.sides] == sides


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another matter, another body, who blames, nobody blamed.
        (BLAST, "The Western League denied that it would boycott the vote in Brest."),
        (OIL, "Kestrel Lines denied that it planned to sell its two ferries in Brest."),
        (BLAST, "The Eastern League denied that it had attacked the boatyard in Brest."),
        (BLAST, "The navy denied that it had attacked the boatyard in Brest."),
        (THANKS, "The Western League denied that it had attacked the boatyard in Brest."),
    ],
)
def test_who_denies_what_he_is_not_blamed_for_contradicts_nobody(one: str, other: str) -> None:
    """A denial of another matter, or of another body, is no other side."""
    assert not differ(one, other)


MET = "The minister met the banker Orlov in a hotel in Vienna on Friday."


@pytest.mark.parametrize(
    ("one", "other", "is_denied"),
    [
        (MET, "The minister has denied meeting the banker Orlov in a hotel in Vienna.", True),
        (
            "Rebels shelled the mill at Brest and killed nine people on Friday.",
            "The Western League denied shelling the mill at Brest on Friday.",
            True,
        ),
        # Another deed, why it was done, and what is refused.
        (MET, "The minister denied paying the banker Orlov in a hotel in Vienna.", False),
        (MET, "The minister has denied meeting the banker Orlov in Vienna to discuss sanctions.", False),
        (MET, "The airline denied boarding to the banker Orlov at a gate in Vienna.", False),
        (
            "The city funded the pool at Brest on Friday.",
            "The state denied funding for the pool at Brest on Friday.",
            False,
        ),
    ],
)
def test_what_somebody_denies_having_done_is_told_otherwise_elsewhere(one: str, other: str, *, is_denied: bool) -> None:
    """Behind "denied" the verb may stand without "that"."""
    assert bool(differ(one, other)) is is_denied
