"""Who takes part by the parse though nobody names them: people and bodies in whatever clause."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.passages import found


def _names(text: str, syntax: Syntax | None, kind: str) -> list[str]:
    _, findings = found(text, syntax=syntax)
    return [one.name for one in findings.participants if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A gardener found the cash box under the stairs.", "A gardener"),
        ("A passing sailor heard his whistle after 14 hours in the water.", "A passing sailor"),
        ("About 1,900 people are being moved from two villages.", "About 1,900 people"),
        ("Women due to give birth in the next six weeks are being flown to Townsville.", "Women"),
        ("Investors sold bank shares on Friday.", "Investors"),
        ("The water is bad. Two people have been admitted to hospital.", "Two people"),
        ("Around 340 residents of Bhongweni must spend the night in the town hall.", "Around 340 residents"),
        ("Cholera has killed 29 people in the north since January.", "29 people"),
        ("A tanker rolled on Monday. The driver was taken to hospital.", "The driver"),
        ("A car hit a tree. The children's mother was taken to hospital.", "The children's mother"),
        ("The club has not paid. The head coach, who has not been paid either, took a session.", "The head coach"),
        ("A team of Japanese researchers has discovered a bacterium.", "A team of Japanese researchers"),
        ("A pilot and his five passengers walked away.", "his five passengers"),
        ("Armed men in two boats intercepted the crew.", "Armed men"),
    ],
)
def test_people_take_part_whose_deed_or_suffering_is_told(text: str, name: str, model: Syntax) -> None:
    """Subject, object and agent of what happened are listed, whatever stands between them and their verb."""
    assert name in _names(text, model, "unnamed")


@pytest.mark.parametrize(
    "text",
    [
        "Anyone who smokes can apply for the course.",
        "It rained. People who smoke die younger.",
        "The firm recalled the meal. Customers can return it for a refund.",
        "If a driver is caught, he will be fined.",
        "The number of patients rose by a third.",
        "No residents were moved from the street.",
        "The quake struck at 4am, when most people were asleep.",
        "A teacher should be paid more, the union said.",
        "Prices rose. The steers averaged $1482.",
        "The career lasted nine years.",
        "The reef was dead. The speakers played recordings of it.",
        "Abena Sarfo, the minister, flew home. The minister signed the loan.",
        "The coach, former international Idris Okello, drove him to the ground.",
        "Ann Lee scored. The winner came off the post.",
        "He is survived by his wife and his two daughters.",
        "In 2019 villagers held a funeral for the glacier.",
        "Students will have to lock their phones.",
        "It rained. The solar panel powered the house. The river bank hid a boat.",
        "It rained. The agency hopes that on such nights fishermen carry a beacon.",
        "Two in three drivers have been fined.",
        "It rained. The victims were taken away.",
        "“A gunman shot my dog,” Ann Lee said.",
    ],
)
def test_nobody_in_particular_is_nobody(text: str, syntax: Syntax | None) -> None:
    """What is not, may be or always is, things called as people are, and whoever is named are no unnamed participants."""
    assert _names(text, syntax, "unnamed") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The city's only hospital closed its birthing unit today.", "city's only hospital"),
        ("The water agency is backing a plan which failed.", "water agency"),
        ("It rained. A plan which the water agency is backing failed.", "water agency"),
        ("He was arrested by the anti-graft agency in 2024.", "anti-graft agency"),
        ("The state airline, which lost its licence, has 40 pilots.", "state airline"),
    ],
)
def test_a_body_takes_part_in_whatever_clause(text: str, name: str, model: Syntax) -> None:
    """A described body is listed as subject or agent, before whatever verb."""
    assert name in _names(text, model, "organisation")
