"""How much a card holds: the last that has room is on it, and one more is not."""

from __future__ import annotations

import pytest

from summarize.draft import Draft, DraftParticipant, DraftStatement
from tests.grounding.articles import grounded, reasons

PIERS = "Hanna Osei closed the pier of Leeds. "


@pytest.mark.parametrize(("said", "held"), [(6, 6), (7, 6)])
def test_claims(said: int, held: int) -> None:
    """Six claims, in the article's order."""
    text = "It rained.\n\n" + "".join(f"The council said that it had closed pier {n} of Leeds. " for n in range(said))
    result = grounded(text, Draft(claims=tuple(range(1, said + 1))), alone=True)
    assert [int(claim.text.split()[-3]) for claim in result.claims] == list(range(held))


@pytest.mark.parametrize(("told", "held"), [(5, 5), (6, 5)])
def test_background(told: int, held: int) -> None:
    """Five sentences of background; the next is told to be too many."""
    text = "The pier of Leeds was closed on Monday.\n\n" + "".join(f"In 200{n} it had been mended. " for n in range(told))
    draft = Draft(background=tuple(DraftStatement(sentences=(n,)) for n in range(2, told + 2)))
    result = grounded(text, draft, alone=True)
    assert len(result.background) == held
    assert [reason for _, reason in reasons(result)] == ["a card has no more than 5 of them"] * (told - held)


@pytest.mark.parametrize(("mentions", "shown"), [(50, 50), (51, 50)])
def test_evidence_of_a_participant(mentions: int, shown: int) -> None:
    """Fifty mentions are shown; all are counted."""
    (who,) = grounded(PIERS * mentions, Draft(who=(DraftParticipant(participant=1),)), alone=True).who
    assert (who.mentions, len(who.evidence)) == (mentions, shown)
