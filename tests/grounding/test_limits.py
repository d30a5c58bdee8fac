"""How much a card holds: the last that has room is on it, and one more is not."""

from __future__ import annotations

import pytest

from summarize.draft import Draft, DraftParticipant, DraftStatement
from summarize.grounding.rejections import Rejections
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
    text = "The pier of Leeds was closed on Monday.\n\n" + "".join(
        f"In 200{n} it had been mended. " for n in range(told)
    )
    draft = Draft(background=tuple(DraftStatement(sentences=(n,)) for n in range(2, told + 2)))
    result = grounded(text, draft, alone=True)
    assert len(result.background) == held
    assert [reason for _, reason in reasons(result)] == ["a card has no more than 5 of them"] * (told - held)


@pytest.mark.parametrize(("mentions", "shown"), [(50, 50), (51, 50)])
def test_evidence_of_a_participant(mentions: int, shown: int) -> None:
    """Fifty mentions are shown; all are counted."""
    (who,) = grounded(PIERS * mentions, Draft(who=(DraftParticipant(participant=1),)), alone=True).who
    assert (who.mentions, len(who.evidence)) == (mentions, shown)


@pytest.mark.parametrize(("told", "shown", "last"), [(50, 50, "49"), (51, 50, "2 more"), (53, 50, "4 more")])
def test_refusals(told: int, shown: int, last: str) -> None:
    """Fifty lines of what was refused, each once; the last says how many more there were."""
    rejections = Rejections()
    for number in range(told):
        for _ in range(2):
            rejections.add("who", str(number), "nobody")
    found = rejections.rejections()
    assert (len(found), found[-1].value) == (shown, last)


@pytest.mark.parametrize(("length", "shown"), [(200, "x" * 200), (201, "x" * 199 + "…")])
def test_a_refused_claim_is_short(length: int, shown: str) -> None:
    """Two hundred characters of it are shown."""
    rejections = Rejections()
    rejections.add("who", "x" * length, "nobody")
    assert [one.value for one in rejections.rejections()] == [shown]


def test_refusals_are_in_the_cards_order() -> None:
    """By their field, whatever came first; a part of a field is with it."""
    rejections = Rejections()
    for field in ("quotes.speaker", "where", "headline", "who.role", "article"):
        rejections.add(field, "x", "y")
    assert [one.field for one in rejections.rejections()] == [
        "article",
        "headline",
        "who.role",
        "where",
        "quotes.speaker",
    ]


@pytest.mark.parametrize(("words", "reason"), [(6, []), (7, ["it is too long to be a title or a name"])])
def test_words_that_nobody_says(words: int, reason: list[str]) -> None:
    """A model may call up to six words in marks a title; more stay on the card."""
    text = f"The pier closed on Monday. Visitors stood before “{' '.join(['we'] * words)}” in the hall."
    result = grounded(text, Draft(unsaid=(1,)), alone=True)
    assert [why for _, why in reasons(result)] == reason
