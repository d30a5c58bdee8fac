"""Where the group of words for somebody unnamed begins and ends."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rescued passengers were taken ashore.", ["Rescued passengers"]),
        ("It rained. A shot cashier died.", ["A shot cashier"]),
        ("It rained. A bank’s cashier was shot.", ["A bank’s cashier"]),
        ("It rained. About 40 pupils were hurt.", ["About 40 pupils"]),
        ("It rained. A 34-year-old nurse was arrested.", ["A 34-year-old nurse"]),
        ("It rained. An off-duty police officer shot a man.", ["An off-duty police officer", "a man"]),
        ("It rained. A man was shot. The man died. A second man fled.", ["A man"]),
        ("It rained. A Derry cashier was shot.", ["A Derry cashier"]),
        ("It rained. Derry cashiers were shot.", ["Derry cashiers"]),
        ("It rained. They said Derry cashiers were shot.", []),
        ("It rained. A cashier’s car was hit.", []),
        ("It rained. The two guards were shot.", []),
    ],
)
def test_groups(text: str, names: list[str]) -> None:
    """Words before the noun belong to it, behind an article names as well; a thing of theirs behind it, or "the" make none."""
    _, findings = found(text)
    assert [one.name for one in findings.participants if one.kind == "unnamed"] == names
