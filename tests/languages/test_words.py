"""The English tables hold what the finders read of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarize.languages import (
    figured_deeds,
    figures,
    grounding,
    layout_patterns,
    messages,
    patterns,
    people_patterns,
    stories,
    words,
)
from summarize.languages.loader import Table, document
from summarize.languages.packs import FOLDER

READERS: dict[str, Callable[[str], Table]] = {
    "speech": words.speech,
    "people": words.people,
    "names": words.names,
    "sentences": words.sentences,
    "extractive": words.extractive,
    "quotations": patterns.quotations,
    "name_patterns": patterns.name_patterns,
    "roles": people_patterns.role_patterns,
    "unnamed": people_patterns.unnamed_patterns,
    "described": people_patterns.described_patterns,
    "deeds": people_patterns.deed_patterns,
    "bodies": people_patterns.body_patterns,
    "layout": layout_patterns.layout_patterns,
    "figures": figures.figures,
    "figured_deeds": figured_deeds.figured_deeds,
    "messages": messages.messages,
    "corrections": stories.corrections,
    "agencies": stories.agencies,
    "grouping": stories.grouping,
    "slots": stories.slots,
    "headlines": stories.headlines,
    "index": stories.index,
    "changes": stories.changes,
    "grounding": grounding.grounding,
}
OTHERS = {
    "attribution",
    "claims",
    "irregular",
    "kin",
    "kept_words",
    "lines",
    "moods",
    "nlp_model",
    "numbers",
    "removable",
    "sources",
    "times",
}
"""Read by dataclasses of their own, and tested where they are used."""


@pytest.mark.parametrize("name", READERS)
def test_every_value_can_be_read(name: str) -> None:
    """Every list and every expression of a table is what its class says."""
    READERS[name]("en").read_all()


def test_every_table_is_read() -> None:
    """A table without rules is read by one of the classes; none is left over."""
    plain = {path.stem for path in FOLDER.glob("en/*.toml") if "rule" not in document(f"en/{path.name}")}
    assert plain == set(READERS) | OTHERS


def test_tables_do_not_change() -> None:
    """What was read once is shared, and cannot be changed."""
    with pytest.raises(AttributeError, match="tables do not change"):
        words.people("en").titles = frozenset()


def test_a_misspelt_key_is_an_error() -> None:
    """Values are read when they are first asked for; what no table has is an error, not something empty."""
    with pytest.raises(AttributeError, match="titels"):
        words.people("en").titels  # type: ignore[attr-defined]  # noqa: B018


def test_lists_that_follow_from_others() -> None:
    """Reporting verbs are those of speech and of judging; some of the first have no subject behind them; some nouns are no role."""
    speech, people = words.speech("en"), words.people("en")
    assert {"said", "denounced"} <= speech.reporting
    assert "said" in speech.inverting
    assert "told" not in speech.inverting
    assert "denounced" not in speech.inverting
    assert {"minister", "judge"} <= people.roles
    assert not people.roles & people.not_roles


def test_nobody_is_both() -> None:
    """No word tells that a man and that a woman is meant, and no verb both reports and only judges."""
    assert not words.people("en").male & words.people("en").female
    assert not words.speech("en").speech & words.speech("en").judging
