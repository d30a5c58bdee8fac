"""Values that finders make of their own numbers, without pydantic's reading of them, are those that it would make."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.findings import Mention, Sentence
from tests.evidence.passages import found

SEED = Path("seeds/harbour-fire.txt")


@pytest.mark.parametrize("kind", [Mention, Sentence])
def test_a_sentence_and_a_mention_are_those_that_pydantic_would_make(kind: type[Mention | Sentence]) -> None:
    """All fields hold what the class asks for, in its order; the value is equal to one that is checked, and written the same."""
    _, findings = found(SEED.read_text(encoding="utf-8"))
    values: tuple[Mention | Sentence, ...] = findings.mentions if kind is Mention else findings.sentences
    assert values
    for value in values:
        checked = kind.model_validate(value.model_dump(), strict=True)
        assert value == checked
        assert list(vars(value)) == list(vars(checked)) == list(kind.model_fields)
        assert value.model_fields_set == checked.model_fields_set
        assert value.model_dump_json(exclude_unset=True) == checked.model_dump_json(exclude_unset=True)
