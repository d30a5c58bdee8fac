"""Rules of how brackets and answers are counted."""

from __future__ import annotations

import pytest

from tests.corpora.openings import charges, is_one_of, openings
from tests.stories.made import card_of

TEXT = "Orlan Mining was accused of dumping acid on Monday. It denied the charge."


@pytest.mark.parametrize(
    ("who", "verdict"), [(["Orlan Mining"], "right"), (["Orlan"], "right"), (["a village"], "wrong"), ([], "wrong")]
)
def test_a_bracket_is_right_if_it_is_one_of_the_names(who: list[str], verdict: str) -> None:
    """A name in brackets is right if it is a label's, longer or shorter; where the label leaves it open, any is wrong."""
    found = [verdict for verdict, _ in openings(card_of(TEXT), [{"words": "It denied the", "who": who}])]
    assert found == [f"bracket {verdict}", f"source {verdict}"]


def test_no_bracket_is_told_apart_by_what_stands_before() -> None:
    """A sentence without a bracket stands with the one before it, or bare."""
    text = "Kestrel Foods accused a supplier of theft on Monday. It denied wrongdoing."
    found = [
        verdict for verdict, _ in openings(card_of(text), [{"words": "It denied wrongdoing", "who": ["a supplier"]}])
    ]
    assert found == ["bracket none, with the sentence before", "source open"]


def test_a_charge_has_its_answer_or_stands_alone() -> None:
    """Of the charges on a card it is told whether the answer is there too; of others that they are left out."""
    answered = {"charge": "was accused of dumping", "answer": "denied the charge"}
    alone = {"charge": "was accused of dumping", "answer": None}
    lost = {"charge": "was accused of spilling", "answer": None}
    found = [verdict for verdict, _ in charges(card_of(TEXT), [answered, alone, lost])]
    assert found == ["charge with its answer", "charge without an answer on the card", "label not in its article"]


def test_articles_are_no_part_of_a_name() -> None:
    """ "The union" is no name of every body with an article."""
    assert not is_one_of("The union", ["The council"])
    assert is_one_of("The Supreme Court", ["Supreme Court"])
