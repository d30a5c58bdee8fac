"""Roles that stand beside a name in ways of their own: told first and then named, of several, of relations, of bodies; and whose they are not."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


def _roles(text: str) -> dict[str, str | None]:
    _, findings = found(f"It rained.\n\n{text}")
    return {one.name: one.role for one in findings.participants}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The driver of the bus, identified as Ann Lee (38), was hurt.", "driver of the bus"),
        ("The car of the driver, later identified by police as Ann Lee, was found.", "driver"),
        ("A student of law, who simply gave her name as Ann Lee, said no.", "student of law"),
        ("A 36-year-old former car salesman named Ann Lee was found.", "36-year-old former car salesman"),
        ("He was caught by his former schoolmaster, 44-year-old Ann Lee.", "former schoolmaster"),
        ("The boy, identified as Ann Lee, was hurt.", None),
        ("Officers stopped two drivers, identified as Ann Lee and Tom Ash.", None),
        ("A judge named Ann Lee as liquidator.", None),
        ("A coach called Ann Lee to the stand.", None),
        ("After a row with her neighbour, 40-year-old Ann Lee left.", None),
    ],
)
def test_a_description_that_leads_to_a_name_is_the_role(text: str, role: str | None) -> None:
    """Who is told first by what he is, and then named, is it; a verb that names or calls somebody leads to no name of its subject."""
    assert _roles(text)["Ann Lee"] == role


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "It said Ann Lee, city engineer Tom Ash and supplier Omar Lakhani conspired to award it.",
            {"Ann Lee": None, "Tom Ash": "city engineer", "Omar Lakhani": "supplier"},
        ),
        (
            "Ann Lee, whose brother Tom Ash commands the boat, left.",
            {"Ann Lee": "whose brother Tom Ash commands the boat"},
        ),
        ("Tom Ash, chairman of the union, Ann Lee and Omar Lakhani voted no.", {"Ann Lee": None}),
        (
            "It was lost on Monday, chairman of the branch, Dr Ann Lee, said in a letter.",
            {"Ann Lee": "chairman of the branch"},
        ),
        ("They were Tom Ash, a cook, and his deputy Ann Lee.", {"Ann Lee": "deputy"}),
        ("The wake was hers, and her son Omar Lakhani wept.", {"Omar Lakhani": "son"}),
        (
            "Two Green members of the board, Ann Lee and Tom Ash, voted no.",
            {"Ann Lee": "Green members of the board", "Tom Ash": "Green members of the board"},
        ),
        ("Two farmers, Ann Lee and Tom Ash said, were hurt.", {"Ann Lee": None, "Tom Ash": None}),
        ("Voters, Ann Lee said, were angry.", {"Ann Lee": None}),
        ("Prosecuting counsel, Mr Omar Lakhani, said no.", {"Omar Lakhani": "Prosecuting counsel"}),
        ("Prosecuting police, Ann Lee said she was tired.", {"Ann Lee": None}),
        ("The younger brother of Cork hurler Ann Lee was jailed.", {"Ann Lee": "hurler"}),
    ],
)
def test_a_role_is_of_the_name_it_stands_at(text: str, roles: dict[str, str | None]) -> None:
    """A role is of the next name, not of the one before or behind; of several it is where they are counted and named."""
    told = _roles(text)
    assert {name: told[name] for name in roles} == roles


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("27, otherwise called “Biggs”, a taxi operator", "taxi operator"),
        ("a soil scientist whose maps hung in offices", "soil scientist"),
        ("one of the lead plaintiffs", "one of the lead plaintiffs"),
        ("one of the first to come", None),
        ("one of the last times", None),
        ("who has run a toy shop in Hull since 1998", "has run a toy shop in Hull"),
        ("who has run a marathon since May", None),
        ("who milks 400 cows at Ebor", "milks 400 cows at Ebor"),
        ("who speaks for the Rowers’ Union", "speaks for the Rowers’ Union"),
        ("who speaks for 20 minutes", None),
        ("who rents out of fear", None),
        ("who was accused in May of theft", None),
        ("the Hull-based glazier of old windows", "Hull-based glazier of old windows"),
        (
            "a biologist at the Climate and Ocean Centre in the old port of Nuuk and lead author of the study on ice",
            "biologist at the Climate and Ocean Centre in the old port of Nuuk",
        ),
    ],
)
def test_what_stands_in_commas_behind_a_name_is_read_to_its_end(behind: str, role: str | None) -> None:
    """Another name between is passed, a clause of somebody's things ends it, what one does for a living is one, and a deed or a span of time is none."""
    assert _roles(f"Ann Lee, {behind}, said no.")["Ann Lee"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The would-be buyer, Southlight Ltd, wants it.", "would-be buyer"),
        ("The bank behind it, Southlight Ltd, was silent.", "bank behind it"),
        ("It was a stake of the pension fund Southlight Ltd in it.", "pension fund"),
        ("On Monday it fined private bank Southlight Ltd again.", "private bank"),
        ("After the fire, Southlight Ltd, which runs it, said no.", None),
        ("The fire, Southlight Ltd said, was small.", None),
        ("He said the weather, Southlight Ltd and the crew were bad.", None),
        ("And the rest, Southlight Ltd said, will follow.", None),
    ],
)
def test_a_body_is_what_its_description_in_commas_says(text: str, role: str | None) -> None:
    """A description and its comma before a body's name in commas is its role, whatever its noun."""
    assert _roles(text)["Southlight Ltd"] == role
