"""Whoever is named with an age behind a first sentence that only describes somebody is that one, where it can be nobody else."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


def _role(text: str, name: str) -> str | None:
    _, findings = found(text)
    return next(one.role for one in findings.participants if one.name == name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "A former school bookkeeper was jailed on Monday for theft.\n\nHelen Marsh, 52, wept as the sentence was passed.",
            "Helen Marsh",
            "former school bookkeeper",
        ),
        (
            "Leeds Crown Court took an hour to clear a bus driver on Friday.\n\nGraham Oak, 61, of Otley, wept.",
            "Graham Oak",
            "bus driver",
        ),
        (
            "A jury convicted the former treasurer of a bowls club.\n\nNoel Ash (58), of Ballan, had denied it.",
            "Noel Ash",
            "former treasurer",
        ),
        (
            "Concern is growing for a retired engineer who has not been seen.\n\nAlan Petrie, 67, from Stirling, left at noon.",
            "Alan Petrie",
            "retired engineer",
        ),
        (
            "A carer who stole from a 91-year-old man has been jailed.\n\nKaren Loft, 46, used his bank card.",
            "Karen Loft",
            "carer",
        ),
        (
            "A court sentenced a former deputy agriculture minister for taking bribes from a grain trader.\n\nAnton Oak, 58, was led away.",
            "Anton Oak",
            "former deputy agriculture minister",
        ),
        (
            "A tram driver was hailed as a hero. He pulled two toddlers out.\n\nGus Ash, 44, was at the wheel.",
            "Gus Ash",
            "tram driver",
        ),
    ],
)
def test_a_name_with_an_age_is_whom_the_first_sentence_describes(text: str, name: str, role: str) -> None:
    """It opens its sentence, has no role of its own, and the description fits nobody else: it is the role, in the article's words."""
    assert _role(text, name) == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A nurse was stabbed by a patient in Leeds.\n\nMark Hale, 45, was arrested at the hospital.", "Mark Hale"),
        ("A guard was shot in Hull on Friday.\n\nAnn Reed, 40, was charged with murder.", "Ann Reed"),
        ("A teacher was sacked in Hull on Friday.\n\nAnn Reed, 40, said she had heard of it.", "Ann Reed"),
        ("A baker won a prize in Hull on Friday.\n\nAnn Reed, 40, was charged with theft.", "Ann Reed"),
        ("A driver hit a cyclist in Hull.\n\nTom Ray, 40, died in hospital.", "Tom Ray"),
        ("A boy of 12 fell from a coach on Monday.\n\nTom Oak, 61, of Otley, wept in the dock.", "Tom Oak"),
        ("Two drivers left on Friday.\n\nTom Ray, 44, of Leeds, had four children.", "Tom Ray"),
        ("A waitress was jailed on Monday for theft.\n\nPeter Oak, 44, of Leeds, wept.", "Peter Oak"),
        ("A man was jailed on Monday for theft.\n\nPeter Oak, 44, of Leeds, wept.", "Peter Oak"),
        ("A doctor can be replaced, a study has found.\n\nPeter Oak, 44, of Leeds, tried it.", "Peter Oak"),
        ("A farmer sold a mill to a baker.\n\nPeter Oak, 44, of Leeds, kept the key.", "Peter Oak"),
        ("A farmer sold a mill.\n\nPeter Oak kept the key.", "Peter Oak"),
        ("A farmer sold a mill.\n\nIt went to Peter Oak, 44, on Monday.", "Peter Oak"),
        ("A farmer, Ann Lee, sold a mill.\n\nPeter Oak, 44, kept the key.", "Peter Oak"),
    ],
)
def test_nobody_is_whom_he_may_not_be(text: str, name: str) -> None:
    """Where harm is told, two are described, or gender, age or the law speak against it, a name has no role: nothing is guessed."""
    assert _role(text, name) is None
