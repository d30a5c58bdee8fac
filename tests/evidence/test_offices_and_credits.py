"""Rules of offices in front of names in two parts, and of who is credited behind a name. All sentences were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.find import find
from summarize.reading import read_text


def _people(sentence: str) -> dict[str, str | None]:
    text = f"News in brief\n\n18 February 2026\n\n{sentence}\n"
    article = read_text(text).article
    return {one.name: one.role for one in find(article).participants if one.kind == "person"}


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        (
            "The Secretary for Ports and Lands Lau Siu-wai opened the pier.",
            "Lau Siu-wai",
            "Secretary for Ports and Lands",
        ),
        (
            "Minister for Culture, Sports and Rivers Ng Tak-hin wept.",
            "Ng Tak-hin",
            "Minister for Culture, Sports and Rivers",
        ),
        ("Fiscal depute Ida Roe told the court so.", "Ida Roe", "Fiscal depute"),
        ("The driver was Ann Lee, 40, police said.", "Ann Lee", None),
        ("The driver was Ann Lee, 40, a neighbour said.", "Ann Lee", None),
        ("The driver was Ann Lee, 40, a baker, police said.", "Ann Lee", "baker"),
        ("Ann Lee, a baker who knew him, said so.", "Ann Lee", "baker"),
    ],
)
def test_an_office_is_told_from_the_name_and_a_credit_from_a_role(sentence: str, name: str, role: str | None) -> None:
    """In front of a given name in two parts stands the surname, and before it the office; who says something behind a name is no role of it."""
    assert _people(sentence)[name] == role
