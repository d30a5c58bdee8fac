"""Who alleges it where somebody is said to be accused, and what stands beside "state"."""

from __future__ import annotations

import pytest

from summarize.evidence.find import find
from summarize.reading import read_text


def sources(text: str) -> list[str | None]:
    """Who says what, by the rules alone."""
    return [
        each.source
        for each in find(read_text(f"A wall fell in Brest.\n\n{text}", "A.md", "2027-02-15").article).attributions
    ]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Leonard Achebe went on trial on Monday accused of taking bribes from a builder.", False),
        ("The builder was blamed by Ann Lee for the collapse of the wall at Brest.", False),
        ("The builder, blamed for the collapse of the wall at Brest, left town.", False),
        ("Ann Lee accused the minister of taking bribes from a builder.", True),
        ("The town fell out with Ann Lee after it seized two boats it accused of spying.", True),
    ],
)
def test_accused(text: str, said_by: bool) -> None:
    """Whoever is accused of something is not who alleges it; whoever accuses somebody is."""
    assert any(sources(text)) is said_by


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The fish were killed by algae, state biologist Karen Holm said on Monday.", ["Karen Holm"]),
        ("The fish died of the heat, state media reported on Monday.", ["state media"]),
        ("The fish were killed by algae, says Ann Lee.", ["Ann Lee"]),
        ("Officials state that the fish died of the heat.", ["Officials"]),
    ],
)
def test_state(text: str, who: list[str]) -> None:
    """Behind a clause, "state" in front of whom it belongs to is no verb."""
    assert sources(text) == who
