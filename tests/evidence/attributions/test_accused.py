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


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The owner of a chemical plant in Korangi denied on Wednesday that the gas had leaked.",
            ["the owner of a chemical plant"],
        ),
        ("A court on Wednesday ruled that the march would pass.", ["A court"]),
        ("The skipper of a trawler that sank in June claimed that the hatch was open.", ["the skipper of a trawler"]),
        ("In 2019 Ann Lee won. In 2020 she denied that she had cheated.", ["Ann Lee"]),
        ("The band left in June and Ann Lee said that the hall was too cold.", ["Ann Lee"]),
    ],
)
def test_where_and_when_say_nothing(text: str, who: list[str]) -> None:
    """What a preposition leads to between the subject and its verb is where or when, and the subject says it."""
    assert sources(text) == who


def test_whose_claim_is_no_verb() -> None:
    """Behind somebody's genitive stands a noun: "Berg's claim that" is no sentence of whoever dismissed it."""
    text = "Ann Lee dismissed the diver Nils Berg's claim that the harbour was full of oil."
    assert not any("Ann" in (who or "") for who in sources(text))


def test_who_is_described_before_the_name_accuses() -> None:
    """Behind a description and its name the comma leads to the verb, and whoever follows is accused."""
    told = "A builder, Anna Fry, accused Councillor Dean Cole on Monday of selling permits for cash."
    assert sources(told) == ["Anna Fry"]
