"""Sentences that open on a pronoun or "The company": whom they surely mean, and how the card says so."""

from __future__ import annotations

import pytest

from summarize.engines.extractive import ExtractiveEngine
from summarize.grounding.ground import ground
from tests.evidence.passages import found


def _meant(text: str) -> str | None:
    _, findings = found(text)
    number = findings.sentences[-1].opens_on
    return None if number is None else findings.participants[number - 1].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peter Omolo won the seat on Monday. He beat his uncle.", "Peter Omolo"),
        ("Kestrel Holdings lost money again. The company blamed the rain.", "Kestrel Holdings"),
        ("Banff Town Council met on Monday. The council voted no.", "Banff Town Council"),
        ("Peter Omolo beat Adam Dida on Monday. He went home.", None),
        ("Peter Omolo beat Anna Dida on Monday. She went home.", "Anna Dida"),
        ("Peter Omolo met Kwaku-Bea Osu there. She went home.", None),
        ("Kestrel Holdings sued the Tarnwick Group. The company lost.", None),
        ("The Tarnwick Academy met on Monday. The bank voted no.", None),
        ("Anna Dida won. It was over in nine seconds.", None),
    ],
)
def test_an_opening_means_somebody_only_where_nobody_else_fits(text: str, name: str | None) -> None:
    """One person of the pronoun's gender, or one body that may be called so, in the two sentences before; else nobody."""
    assert _meant(text) == name


def test_a_line_of_news_that_opens_on_a_pronoun_names_whom_it_means() -> None:
    """The name stands in brackets with evidence of its own, and the sentence is not told again as a claim or as background."""
    article, findings = found(
        "Peter Omolo won the Kisumu seat on Tuesday with 18,204 votes of the 40,000 cast.\n\n"
        "He beat his uncle, the former minister Charles Omolo, by 311 votes in a second count on Tuesday night."
    )
    card = ground(ExtractiveEngine().choose(article, findings), article, findings)
    assert [one.text[:20] for one in card.what] == ["Peter Omolo won the ", "[Peter Omolo] beat h"]
    assert [part.text for part in card.what[1].evidence][1:] == ["Peter Omolo"]
    assert (card.background, card.claims) == ([], [])
