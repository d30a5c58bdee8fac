"""A capital that only opens its sentence names nobody, whatever the model calls the word."""

from __future__ import annotations

import pytest

from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.reading import read_text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Volumes fell 2.4%, while prices rose 5.5%.", []),
        ("Trains will be late all day.", []),
        ("Tesco gave the roof.", ["Tesco"]),
        ("Shelter said it would help.", ["Shelter"]),
        ("Ann Parks left. Parks said she would be back.", ["Ann Parks"]),
    ],
)
def test_a_common_noun_that_opens_a_sentence_is_no_name(text: str, names: list[str], model: Syntax) -> None:
    """The model may call "Volumes" a person; it says at the same time that it is a common noun, which names nobody."""
    findings = find(read_text(f"Firm cuts forecast\n\nIt rained.\n\n{text}").article, model)
    assert [one.name for one in findings.participants] == names
