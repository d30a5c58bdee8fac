"""How somebody left office, as accounts tell it. All texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

DAY = "2026-03-14"


def told(*accounts: str, days: tuple[str, ...] = (DAY, DAY), outlets: str = "AB") -> list[tuple[str, list[str]]]:
    """What accounts of one story differ about somebody's leaving, with the verbs of the sides."""
    cards = [card_of(text, outlet, day) for text, outlet, day in zip(accounts, outlets, days, strict=True)]
    return [
        (each.about, [side.value for side in each.sides])
        for each in story_of(*cards).disagreements
        if each.about.endswith("resigned or dismissed")
    ]


WENT = "The harbour minister of Brest, Marie Guillou, resigned on Friday over a lost letter about the old quay. The quay has been shut since May."


@pytest.mark.parametrize(
    ("other", "verb"),
    [
        ("Mayor Yann Kerbrat dismissed the harbour minister of Brest, Marie Guillou, on Friday after a letter about the old quay was lost.", "dismissed"),
        ("Marie Guillou was sacked as harbour minister of Brest on Friday because of a lost letter about the old quay.", "sacked"),
        ("Brest's mayor fired his harbour minister on Friday after a letter about the old quay was lost.", "fired"),
        ("Marie Guillou, who ran the harbour of Brest, was forced out on Friday over a lost letter about the old quay.", "forced out"),
    ],
)  # fmt: skip
def test_who_went_and_was_sent_away(other: str, verb: str) -> None:
    """Of one person, by name or by the role, one account tells that she went and the other that she was sent away: both stand side by side."""
    assert told(WENT, other) == [("Marie Guillou, resigned or dismissed", ["resigned", verb])]


def test_a_pronoun_is_who_the_sentence_names() -> None:
    """ "Marie Guillou's spokesman says that she resigned" is of her."""
    one = "Marie Guillou's spokesman says that she resigned on Friday over a lost letter about the old quay of Brest."
    other = (
        "Marie Guillou was removed as harbour minister of Brest on Friday because of a lost letter about the old quay."
    )
    assert told(one, other) == [("Marie Guillou, resigned or dismissed", ["resigned", "removed"])]


@pytest.mark.parametrize(
    "other",
    [
        "The harbour minister of Brest, Marie Guillou, stepped down on Friday over a lost letter about the old quay.",
        "Mayor Yann Kerbrat of Brest accepted the resignation of Marie Guillou on Friday over a lost letter about the old quay.",
        "Marie Guillou dismissed the captain of the port of Brest, Yann Kerbrat, on Friday over a lost letter about the old quay.",
        "Marie Guillou had been sacked as a teacher in Brest before she took over the harbour and its old quay.",
        "Mayor Yann Kerbrat of Brest would have dismissed Marie Guillou on Friday over a lost letter about the old quay.",
        "Mayor Yann Kerbrat of Brest dismissed it on Friday as a lost letter, and Marie Guillou left the old quay.",
        "Mayor Yann Kerbrat of Brest fired the transport minister on Friday over a lost letter about the old quay.",
        "“They fired Marie Guillou,” a docker in Brest said on Friday of the lost letter about the old quay.",
        "The opposition in Brest urged that Marie Guillou be dismissed on Friday over a lost letter about the old quay.",
        "Marie Guillou was dismissed in Brest on Friday over a lost letter about the old quay. Marie Guillou resigned, her office said.",
    ],
)  # fmt: skip
def test_what_is_no_other_way_to_go(other: str) -> None:
    """Not the same in other words, another person, what was before, what may be, what a quotation says, or an account that has both."""
    assert told(WENT, other) == []


def test_one_outlet_or_a_later_day_contradicts_nobody() -> None:
    """Two articles of one outlet are one account, and who resigned on one day may be sent away on the next."""
    other = (
        "Marie Guillou was sacked as harbour minister of Brest on Friday because of a lost letter about the old quay."
    )
    assert told(WENT, other, outlets="AA") == []
    assert told(WENT, other, days=(DAY, "2026-03-16")) == []
