"""Names behind offices and what those are of, and behind whom somebody serves: the name is the person's, the rest is the role."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Leader of the Opposition Sunita Gaikwad said that it left out farmers.",
            "Sunita Gaikwad",
            "Leader of the Opposition",
        ),
        (
            "Minister of Water and Irrigation Hussein Awad said it was late.",
            "Hussein Awad",
            "Minister of Water and Irrigation",
        ),
        ("Independent TD for Donegal Mary Boyle said she would ask.", "Mary Boyle", "Independent TD for Donegal"),
        ("But Shadow Minister Yvette Hinds of the Democratic Labour Front said no.", "Yvette Hinds", "Shadow Minister"),
        ("Barrister Douglas Pao SC, for Mr Siu, objected.", "Douglas Pao SC", "Barrister"),
        ("“She counts,” former Olympian David Whyte told the paper.", "David Whyte", "former Olympian"),
        ("Incumbent Peter Oak and challenger Ann Elm each got 411 votes.", "Peter Oak", "Incumbent"),
        ("Eighty-one-year-old Agnes Ratt, a retired cook, came back.", "Agnes Ratt", "retired cook"),
        ("Counsel for Mr Waseem, Malik Nadeem, said that he had let it.", "Malik Nadeem", "Counsel for Mr Waseem"),
        ("A spokesman for Castell, Leo Varga, said the mayor stood by it.", "Leo Varga", "spokesman for Castell"),
        (
            "It was left to a backbencher of Tulloch's own party, Henry Pennell, to explain.",
            "Henry Pennell",
            "backbencher of Tulloch's own party",
        ),
        (
            "Asked by counsel to the inquiry, Miriam Oak KC, whether he knew, he wept.",
            "Miriam Oak KC",
            "counsel to the inquiry",
        ),
        (
            "It said that Hubert Claes, who has led its chip unit since 2018, would go.",
            "Hubert Claes",
            "has led its chip unit",
        ),
        ("It said that Hubert Claes, who has led the race since May, would go.", "Hubert Claes", None),
        ("Secretary of State James Oak said it was late.", "James Oak", "Secretary of State"),
        ("In a row with Castell, Leo Varga said the mayor stood by it.", "Leo Varga", None),
        ("He spoke for Ann Lee, Peter Oak and the mayor of Leeds.", "Peter Oak", None),
        ("A letter for Ann Lee, Peter Oak said, had come.", "Peter Oak", None),
        ("A guest of the lawyer for Ann Lee, Peter Oak and she left.", "Peter Oak", None),
    ],
)
def test_an_office_and_what_it_is_of_stand_before_the_name(text: str, name: str, role: str | None) -> None:
    """What an office is of, or whom somebody serves, is no part of a name, and nobody has the office of whoever is named before."""
    _, findings = found(f"It rained.\n\n{text}")
    person = next(one for one in findings.participants if one.name == name)
    assert (person.kind, person.role) == ("person", role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The University of Texas Austin said it would pay.", "Austin"),
        ("The Order of Saint John Ambulance said it would come.", "John Ambulance"),
        ("The Church of Saint Mary Magdalene has shut.", "Mary Magdalene"),
        ("The Bank of Ireland Group said it would pay.", "Ireland Group"),
        ("The author of Young Adam Smith said it would sell.", "Adam Smith"),
    ],
)
def test_a_body_or_a_work_keeps_its_name(text: str, name: str) -> None:
    """Only an office parts what it is of from a name behind it."""
    _, findings = found(f"It rained.\n\n{text}")
    assert name not in [one.name for one in findings.participants if one.kind == "person"]
