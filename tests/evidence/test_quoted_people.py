"""Participants without a name whom the article quotes."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rained. “We saw it and left early,” said one grower.", ["one grower"]),
        ("It rained. “We saw it and left early,” the captain said.", ["the captain"]),
        ("It rained on Ann Lee. “We saw it and left early,” her daughter said.", ["her daughter"]),
        ("It rained on Ann Lee. “We saw it and left early,” Lee’s driver said.", ["Lee’s driver"]),
        ("It rained. “We saw it and left early,” the leaflet said.", []),
        ("It rained. “We saw it and left early,” the company said.", []),
        ("It rained. “We saw it and left early,” the 52-year-old said.", []),
        ("It rained on Ann Lee, the captain. “We saw it and left early,” the captain said.", []),
        ("It rained on Ann Lee. “We saw it and left early,” the captain said.", []),
        ("It rained. “We saw it and left early,” he said.", []),
    ],
)
def test_whoever_is_quoted_takes_part(text: str, names: list[str]) -> None:
    """One who is only described is listed where he says a quotation; not a thing or a body, nor who may be somebody named."""
    _, findings = found(text)
    assert [one.name for one in findings.participants if one.kind == "unnamed"] == names
