"""Rules of what goes with a line that is taken off a card, and of what is said then."""

from __future__ import annotations

from typing import Any

import pytest

from summarize.card import Card
from summarize.correcting import Change, correct
from tests.stories.made import card_of

NAMED = "Staff at Harrow Lane accused the headteacher, Colin Marsh, of bullying on Friday. Marsh denies wrongdoing."
OPEN = "Lowther Haulage accused a rival operator on Tuesday of theft. It denied wrongdoing."


def corrected(card: Card, **change: Any) -> tuple[Card, list[str]]:
    """The card with a change, and what was said of it."""
    told: list[str] = []
    return correct(card, [Change.model_validate(change)], by="Mei Tanaka", tell=told.append), told


def test_a_charge_takes_its_answer_along() -> None:
    """The answers to a charge that is taken off go with it, each a correction of its own, and it is said."""
    new, told = corrected(card_of(NAMED), field="what", item=1, drop=True)
    assert not new.what
    assert not new.claims
    assert [one.before for one in new.corrections] == NAMED.replace("Friday. ", "Friday.\n").split("\n")
    assert told == ["“Marsh denies wrongdoing.” answers what was taken off, and went with it"]
    assert new.standing == "sealed"


@pytest.mark.parametrize("text", [NAMED, OPEN])
def test_a_charge_that_loses_its_answer_is_named(text: str) -> None:
    """An answer may be taken off, alone or with the charge before it once more; that the charge stands without it is said."""
    card = card_of(text)
    new, told = corrected(card, field="claims", item=1, drop=True)
    assert new.what == card.what
    assert told == [f"what 1 stands without its answer now: “{card.what[0].text}”"]


def test_a_line_that_is_a_charge_and_its_answer() -> None:
    """Where a line holds both, and no other has the charge, it is said that both are gone."""
    text = f"The council closed its pool on Monday, the mayor said.\n\n{OPEN}"
    card, _ = corrected(card_of(text), field="what", item=1, drop=True)
    number = next((at for at, one in enumerate(card.claims, 1) if "It denied" in one.text), 0)
    for at, one in reversed(list(enumerate(card.what, 1))):
        if one.text.startswith("Lowther"):
            card = card.model_copy(update={"what": (*card.what[: at - 1], *card.what[at:])})
    _, told = corrected(card, field="claims", item=number, drop=True)
    assert told == [f"claim {number} held a charge and the answer to it: both are off the card"]


def test_a_line_of_its_own_goes_without_a_word() -> None:
    """A line that answers nothing and that nothing answers is taken off, and nothing is said of it."""
    card = card_of(
        "The council closed its pool on Monday.\n\nAnna Leeby, who runs a bakery, said it would open in May."
    )
    assert corrected(card, field="what", item=1, drop=True)[1] == []


def test_a_date_that_rules_read_otherwise() -> None:
    """A date that is another than rules make of its words holds, for they may be wrong; that it is so is said."""
    card = card_of("The council closed its pool yesterday, the mayor said.")
    _, told = corrected(card, field="when", item=1, date="2031-05-01")
    assert told == ["by the rules “yesterday” means 2026-03-13; the card says 2031-05-01 now"]
    assert corrected(card, field="when", item=1, date="2026-03")[1] == []


def test_the_words_that_introduce_a_quotation_by_a_pronoun_stay() -> None:
    """Where the article has "she admitted", whoever she is admitted it: only words that it has of somebody by name go with the name."""
    card = card_of("Ann Lee met Ida Roe on the pier at Brest. “The pier leans badly to the left,” she admitted.")
    (quote,) = card.quotes
    other = "Ida Roe" if quote.speakers == ("Ann Lee",) else "Ann Lee"
    new, _ = corrected(card, field="quotes", item=1, speakers=[other])
    assert (quote.cue, new.quotes[0].cue) == ("admitted", "admitted")


COUNTS = (
    "Marta Lindqvist, a former deputy at the port of Varnholm, pleaded guilty to one count of breach of confidence on Monday. "
    "She denied a second count, of bribery."
)


def test_of_two_counts_each_stands_for_itself() -> None:
    """A plea of guilty to one count is not answered by the denial of another: neither goes with the other, and nothing is said."""
    card = card_of(COUNTS)
    assert "a second count" in " ".join(one.text for one in card.claims)
    assert corrected(card, field="what", item=1, drop=True)[1] == []
    assert corrected(card, field="claims", item=1, drop=True)[1] == []


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_charge_and_what_a_lawyer_says_to_it(mark: str) -> None:
    """Whichever apostrophe an article has, what the accused's lawyer says goes with the charge, and is missed where it is taken off alone."""
    text = (
        "The trial of Henrik Dahl, who ran the port of Varnholm, opened on Monday.\n\n"
        "According to the indictment, Dahl boasted in a message to a friend that the deal was “better than a pension”.\n\n"
        f"Dahl{mark}s lawyer, Ingrid Sand, said the message was about the sale of a boat."
    )
    card = card_of(text)
    lines = [(name, at, one.text) for name in ("what", "claims") for at, one in enumerate(getattr(card, name), 1)]
    charge = next((name, at) for name, at, line in lines if line.startswith("According"))
    answer = next((name, at) for name, at, line in lines if "Ingrid Sand" in line)
    _, told = corrected(card, field=charge[0], item=charge[1], drop=True)
    assert [one.endswith("answers what was taken off, and went with it") for one in told] == [True]
    _, told = corrected(card, field=answer[0], item=answer[1], drop=True)
    assert ["stands without its answer now" in one for one in told] == [True]
