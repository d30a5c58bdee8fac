"""Roles by any noun beside a name: the group before it, the description with its comma, what a body is called."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


def _roles(text: str) -> dict[str, str | None]:
    _, findings = found(text)
    return {one.name: one.role for one in findings.participants}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The hearse belongs to undertaker Orla Lynch.", "Orla Lynch", "undertaker"),
        ("Shop steward Anna Penhale said it was over.", "Anna Penhale", "Shop steward"),
        ("Four hours, city fire chief Ramiro Olvera said.", "Ramiro Olvera", "city fire chief"),
        ("It was WorkHarbour area investigation manager Omar Lakhani.", "Omar Lakhani", "area investigation manager"),
        ("Her predecessor at the council, Adam Dida, left.", "Adam Dida", "predecessor at the council"),
        ("It took two years. Lakhani’s brother Omar Lakhani said so.", "Omar Lakhani", "Lakhani’s brother"),
        ("It rained. The temp, Anna Penhale, watched.", "Anna Penhale", "temp"),
        ("A vet who had no part in it, Anna Penhale of Leeds, laughed.", "Anna Penhale", "vet"),
        ("The food, said Anna Penhale of Kestrel Bank, was bad.", "Anna Penhale", "of Kestrel Bank"),
        (
            "The food, said Anna Penhale of the city's traffic department, was bad.",
            "Anna Penhale",
            "of the city's traffic department",
        ),
        (
            "The food, said Anna Penhale of the city's police department, was bad.",
            "Anna Penhale",
            "of the city's police department",
        ),
        ("They cleared Anna Penhale of the hospital charge.", "Anna Penhale", None),
        ("The food, said Anna Penhale of the old school of thought, was bad.", "Anna Penhale", None),
        ("It rained. The weather, Anna Penhale, was bad.", "Anna Penhale", None),
        ("They asked why Walter Tulley, 12.", "Walter Tulley", None),
        ("In the final, Anna Penhale won.", "Anna Penhale", None),
        ("They also beat Anna Penhale.", "Anna Penhale", None),
        ("It fell to the film Anna Penhale.", "Anna Penhale", None),
    ],
)
def test_any_noun_right_before_a_full_name_is_a_role(text: str, name: str, role: str | None) -> None:
    """A whole group of nouns before a full name, or a description with its comma, is its role; a verb, a match or a film is not."""
    assert _roles(text)[name] == role


@pytest.mark.parametrize(
    ("does", "is_role"),
    [
        ("sells food at the pit", True),
        ("teaches chemistry", True),
        ("heads the rowers' union", True),
        ("led the study", True),
        ("wrote the review of the archives", True),
        ("says the pit is full", False),
        ("blames the council", False),
        ("beats the odds", False),
        ("supports the rebels", False),
        ("sells the story", False),
        ("grows impatient", False),
        ("led the robbery in May", False),
        ("led the operation to rob the bank", False),
        ("wrote the ransom note", False),
        ("built the bomb", False),
    ],
)
def test_what_somebody_does_is_a_role_if_it_is_an_office_or_a_trade(does: str, *, is_role: bool) -> None:
    """What somebody does is a role if the verb tells of an office or a trade; what was done once, only if it is a work of an office."""
    assert _roles(f"Anna Penhale, who {does}, raised the alarm.")["Anna Penhale"] == (does if is_role else None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "The plane belonged to Desert Holdings, a freight company based in Sharjah.",
            "freight company based in Sharjah",
        ),
        ("The trade union Desert Holdings called it a day.", "trade union"),
        ("They sued the mining giant Desert Holdings, alleging theft.", "mining giant"),
        ("On its website, Desert Holdings said so.", None),
        ("Desert Holdings, a day late, said so.", None),
    ],
)
def test_a_body_has_a_role_too(text: str, role: str | None) -> None:
    """What an organisation is called beside its name is its role, where the noun is one of bodies."""
    assert _roles(text)["Desert Holdings"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Gabon’s ambassador to Sweden, Hanna Osei, left on Monday.", "Gabon’s ambassador to Sweden"),
        ("The senior adviser to the mayor, Hanna Osei, left on Monday.", "senior adviser to the mayor"),
        ("In reply to the envoy to Sweden, Hanna Osei said no.", None),
        ("The secretary to whom he wrote, Hanna Osei, left on Monday.", None),
        ("The vicar, the Rev Hanna Osei, left on Monday.", "vicar"),
        ("It pleased Roe’s producer, Hanna Osei.", None),
        ("Roe’s producer, Hanna Osei, left on Monday.", "producer"),
        ("According to Roe’s producer, Hanna Osei stole it.", None),
    ],
)
def test_a_description_in_front_of_a_name_in_commas(text: str, role: str | None) -> None:
    """What somebody is to a country or a person, the article of a title, and a possessor belong to the description; without its commas it is none."""
    assert {one.name: one.role for one in found(text)[1].participants}["Hanna Osei"] == role


@pytest.mark.parametrize(
    "before", ["", "It rained. ", "It rained!\n\n", "It rained.\n", "“It rained.” ", "Did it rain? "], ids=repr
)
def test_a_group_may_open_a_sentence(before: str) -> None:
    """Its first word has a capital there, which proves nothing: behind a stop, a blank line, marks or nothing."""
    assert _roles(f"{before}Shipping lawyer Hanna Osei left.")["Hanna Osei"] == "Shipping lawyer"


def test_the_role_beside_the_fullest_name_counts() -> None:
    """One beside a surname is taken where the full name has none."""
    assert _roles("Osei, a lawyer, left. Hanna Osei, the treasurer of Kestrel, stayed.") == {
        "Hanna Osei": "treasurer of Kestrel"
    }
    assert _roles("Hanna Osei left. Osei, a lawyer, stayed.") == {"Hanna Osei": "lawyer"}
