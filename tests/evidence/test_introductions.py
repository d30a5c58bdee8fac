"""Roles that an earlier sentence gives: whom the first only describes, and whom the next opens with."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


def _roles(text: str) -> dict[str, str | None]:
    _, findings = found(text)
    return {one.name: one.role for one in findings.participants if one.kind == "person"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "A carer who stole £48,000 has been jailed. Ann Lee, 46, admitted theft at Hull Crown Court.",
            {"Ann Lee": "carer"},
        ),
        (
            "A former bank clerk was fined. On Monday Tom Oak (51), of Mill Lane, Otley, denied the charge.",
            {"Tom Oak": "former bank clerk"},
        ),
        ("A teacher has written a book on eels. Ann Lee, 61, began it on the train.", {"Ann Lee": "teacher"}),
        ("A cyclist has died after a crash. Ann Lee, 45, was pronounced dead.", {"Ann Lee": "cyclist"}),
        ("It rained. The pilot was named by police as Ann Lee, 29.", {"Ann Lee": "pilot"}),
        ("It rained. The pilot has been identified as Otley crop duster Tom Oak.", {"Tom Oak": "pilot"}),
    ],
)
def test_whom_the_first_sentence_describes_is_whom_the_next_opens_with(text: str, roles: dict[str, str]) -> None:
    """A court, a death or a deed joins a description and the name behind it; who is named as somebody is that."""
    assert _roles(text) == roles


@pytest.mark.parametrize(
    "text",
    [
        "A teacher has been stabbed to death. Tom Oak, 34, has been charged with murder.",
        "A nurse has been jailed for theft. Ann Lee, 46, was robbed in her bed.",
        "A banker has been found guilty of fraud. Ann Lee, 81, lost all her savings.",
        "A driver was charged after a crash. Ann Lee, 34, was killed on the pavement.",
        "A farmer who shot a burglar has been fined. Tom Oak, 19, had admitted burglary.",
        "A lawyer has been accused of theft. Tom Oak, 70, accused her of taking his ring.",
        "A baker was fined over rats in her shop. Tom Oak, 46, was fined for noise.",
        "A cyclist has died after a crash. Tom Oak, 45, was driving the lorry.",
        "A pilot died when his plane came down. Ann Lee, 29, was found dead in the wreck.",
        "A farmer has found a coin. Ann Lee, 45, said it was from the third century.",
        "A teacher is to sue her school. Tom Oak, 51, has run it since 2019.",
        "A minister has resigned. Ann Lee, 44, was sworn in on Monday.",
        "A singer has cancelled his tour. Ann Lee, 33, bought a ticket in May.",
        "The president has died. Ann Lee, 44, was found dead in Otley.",
        "A man has been jailed for theft. Tom Oak, 44, pleaded guilty.",
        "A carer who robbed Jo Ash has been jailed. Ann Lee, 46, pleaded guilty.",
        "A carer has been jailed for theft. It rained. Ann Lee, 46, pleaded guilty.",
        "It rained. The victim was named as Ann Lee, 29.",
    ],
)
def test_others_get_no_role_of_it(text: str) -> None:
    """Who is harmed, accuses, comes after or speaks of whom the first sentence describes is somebody else, as far as it tells."""
    assert set(_roles(text).values()) == {None}
