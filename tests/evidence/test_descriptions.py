"""Whom a description behind a quotation takes up."""

from __future__ import annotations

import pytest

from tests.evidence.passages import said


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Anna Osei, a spokesman for the port, left. “We go,” the spokesman said.", ["the spokesman"]),
        ("Anna Osei, a spokeswoman for the port, left. “We go,” the spokeswoman said.", ["Anna Osei"]),
        ("Mark Osei, a spokesman for the port, left. “We go,” the spokesman said.", ["Mark Osei"]),
        (
            "Ana Sosa, the chairwoman, and Luis Brandt, the chairman, met. “Yes,” the chairman said. “No,” the chairwoman said.",
            ["Luis Brandt", "Ana Sosa"],
        ),
        ("Mark Osei, a spokesman for the port, left. “We go,” the pilot said.", ["the pilot"]),
        ("“We go,” the spokesman said. Mark Osei, a spokesman for the port, left.", ["the spokesman"]),
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    """Somebody who was called so before, and whose given name is of that gender; nobody who is named only later."""
    assert [speaker for _, speaker in said(text)] == speakers
