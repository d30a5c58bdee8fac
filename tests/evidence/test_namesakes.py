"""Rules of a surname behind an office, where somebody of that surname is named in full. All texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found

SPOKE = "It rained on all who came to the harbour, and the band went home before noon. “It is a good fair for all of us,” Mayor Lee told a crowd."


@pytest.mark.parametrize(
    "introduced",
    [
        "Peter Lee, an engineer, fixed the wheel.",
        "Peter Lee, 52, a ferry engineer, fixed the wheel.",
        "Peter Lee, an engineer, met Mayor Lee.",
        "Peter Lee, second engineer of the ferry, fixed the wheel.",
    ],
)
def test_an_office_beside_another_occupation_is_another_persons(introduced: str) -> None:
    """A surname behind an office is not the person of that surname who is introduced as something else."""
    assert found(f"It rained. {introduced} {SPOKE}")[1].quotations[0].speaker == "Lee"


@pytest.mark.parametrize(
    "introduced",
    [
        "Peter Lee, a former teacher, cut the ribbon on Monday.",
        "Peter Lee, an ex-teacher, cut the ribbon on Monday.",
        "Peter Lee, a retired and much loved teacher, cut the ribbon on Monday.",
        "Peter Lee, a teacher, took office on Monday.",
        "Peter Lee, a teacher, won on Monday. It was the third election in a year.",
        "Peter Lee, a teacher, was sworn in on Monday.",
        "Peter Lee, a teacher, was appointed on Monday.",
        "Peter Lee, 52, cut the ribbon on Monday.",
        "Peter Lee, speaking to nurses, cut the ribbon on Monday.",
        "Peter Lee, whose wife is a nurse, cut the ribbon on Monday.",
    ],
)
def test_an_office_that_somebody_may_have_come_to_hold_makes_no_second_person(introduced: str) -> None:
    """What somebody was, an age or a deed is no other occupation; and where an article tells who takes office, no occupation tells two people apart."""
    assert found(f"It rained. {introduced} {SPOKE}")[1].quotations[0].speaker == "Peter Lee"


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (("Maria Garcia Lopez", "Maria Garcia"), ["Maria Garcia Lopez"]),
        (("Maria Garcia", "Maria Garcia Lopez"), ["Maria Garcia Lopez"]),
        (("Maria Garcia", "Maria Smith Lopez"), ["Maria Garcia", "Maria Smith Lopez"]),
        (("Maria Smith Lopez", "Maria Garcia"), ["Maria Smith Lopez", "Maria Garcia"]),
    ],
)
def test_of_two_surnames_one_may_be_left_out(names: tuple[str, str], people: list[str]) -> None:
    """A first name with one of somebody's two surnames is the same person, whichever form comes first; with another surname it is not."""
    first, second = names
    _, findings = found(f"{first}, the mayor of the town, spoke on Monday. {second} left at noon.")
    assert [one.name for one in findings.participants if one.kind == "person"] == people


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        ("Donald Marsh", "Donald J. Marsh", ["Donald J. Marsh"]),
        ("Donald J. Marsh", "Donald Marsh", ["Donald J. Marsh"]),
        ("Donald Marsh", "D. Marsh", ["Donald Marsh"]),
        ("D. Marsh", "Donald Marsh", ["Donald Marsh"]),
        ("Donald Marsh", "James Donald Marsh", ["James Donald Marsh"]),
        ("James Donald Marsh", "Donald Marsh", ["James Donald Marsh"]),
        ("James D. Marsh", "Donald Marsh", ["James D. Marsh", "Donald Marsh"]),
        ("James Marsh", "Donald Marsh", ["James Marsh", "Donald Marsh"]),
        ("James Ian Marsh", "Donald Ian Marsh", ["James Ian Marsh", "Donald Ian Marsh"]),
        ("James Ian Marsh", "Ian Donald Marsh", ["James Ian Marsh", "Ian Donald Marsh"]),
        ("J. D. Marsh", "James Donald Marsh", ["James Donald Marsh"]),
    ],
)
def test_of_one_surname_first_names_tell(first: str, second: str, people: list[str]) -> None:
    """The name that somebody goes by may be the first or the second, or its initial where it comes first; a second name in common is none."""
    _, findings = found(f"{first}, the mayor of the town, spoke on Monday. {second} left at noon.")
    assert [one.name for one in findings.participants if one.kind == "person"] == people


@pytest.mark.parametrize(
    ("named", "people"),
    [
        ("Pete ‘The Postman’ Lomax", ["Pete ‘The Postman’ Lomax"]),
        ("Pete 'Jimmy' Lomax", ["Pete 'Jimmy' Lomax"]),
        ("Pete “The Postman” Lomax", ["Pete “The Postman” Lomax"]),
        ("Mr Pete “The Cat” Lomax", ["Pete “The Cat” Lomax"]),
        ("Pete ‘Boss’ Lomax", ["Pete ‘Boss’ Lomax"]),
        ("Pete ‘Why’ Ann Lomax", ["Pete", "Ann Lomax"]),
        ("Pete ‘No’ Monday", ["Pete"]),
    ],
)
def test_a_nickname_in_marks_is_part_of_the_name(named: str, people: list[str]) -> None:
    """A nickname stands between a given name and a surname; before somebody else's name, or a day, words in marks are none."""
    _, findings = found(f"They saw {named} on the pier.")
    assert [one.name for one in findings.participants if one.kind == "person"] == people


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Councillor Dean Roe resigned. His brother, Tom Roe, was held. Tom Roe wept.", "Dean Roe"),
        ("Councillor Ann Roe resigned. Her brother, Tom Roe, was held. Tom Roe wept.", "Ann Roe"),
    ],
)
def test_an_office_is_of_whom_it_stands_before(text: str, speaker: str) -> None:
    """Of two people of one surname, an office before it means the one who has it; "Dean" behind another title is a given name."""
    assert found(f"{text} “I am ashamed of it,” Councillor Roe said.")[1].quotations[0].speaker == speaker


@pytest.mark.parametrize(("title", "name"), [("Lady", "Roe"), ("Mrs", "Roe"), ("Mr", "Ian Roe"), ("Sir", "Ian Roe")])
def test_a_title_of_the_other_sex_is_another_person(title: str, name: str) -> None:
    """A surname behind a title of the other sex is not the person of that surname."""
    text = f"Sir Ian Roe was fined on Monday. “It leans over my roses,” {title} Roe said."
    assert found(text)[1].quotations[0].speaker == name
