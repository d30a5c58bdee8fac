"""Rules of the seal of a card: what was changed after it was checked is known, in every form, and later minor versions are read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarize import Card, Settings, pipeline_for, read_text, render
from summarize.seal import digest_of

TEXT = "LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday. “It is safe,” said Ann Lee, the city engineer."
FORMS = ("terminal", "markdown", "html")


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    """The JSON of a card as the program writes it."""
    content: dict[str, Any] = json.loads(
        render(pipeline_for(Settings(nlp="off")).card(read_text(TEXT).article), "json")
    )
    return content


def changed(made: dict[str, Any]) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(made))
    return copy


def loaded(content: dict[str, Any]) -> Card:
    return Card.model_validate_json(json.dumps(content))


def test_a_card_as_it_was_made_is_sealed(made: dict[str, Any]) -> None:
    """A card that is written and read again is vouched for, in every form."""
    card = loaded(made)
    assert card.standing == "sealed"
    assert all("verified" in " ".join(render(card, form).split()) for form in FORMS)


def test_a_card_is_as_it_was_sealed_only_while_it_holds_the_same() -> None:
    """A sealed card need not be digested again, but a copy with another value, or one that was changed past its freezing, is not vouched for."""
    card = pipeline_for(Settings(nlp="off")).card(read_text(TEXT).article)
    other = card.model_copy(update={"who": ()})
    assert (card.standing, card.model_copy().standing, other.standing) == ("sealed", "sealed", "edited")
    object.__setattr__(card, "who", ())
    assert str(card.standing) == "edited"


@pytest.mark.parametrize(
    "edit",
    [
        lambda card: card["quotes"][0].update(speakers=["the city engineer"]),
        lambda card: card["quotes"][0].update(cue="shouted"),
        lambda card: card["when"][0].update(start="2026-03-02"),
        lambda card: card["who"].clear(),
        lambda card: card["article"].update(published="2026-03-04"),
        lambda card: card["rejected"].append({"field": "what", "value": "a", "reason": "b"}),
        lambda card: card["provenance"]["checks"].update(evidence=900),
        lambda card: card["provenance"].update(engine="model"),
    ],
    ids=["speaker", "cue", "date", "people", "published", "rejected", "checks", "engine"],
)
def test_what_was_edited_outside_is_not_vouched_for(made: dict[str, Any], edit: Any) -> None:
    """A card that something else changed says so in every form, and that anything was verified in none."""
    content = changed(made)
    edit(content)
    card = loaded(content)
    assert card.standing == "edited"
    for form in FORMS:
        text = " ".join(render(card, form).split())
        assert "edited outside" in text
        assert "verified" not in text


def test_a_card_without_a_seal_is_not_vouched_for(made: dict[str, Any]) -> None:
    """A card of contract 2.0, or one whose digest was taken off, says that it cannot be told."""
    content = changed(made)
    del content["provenance"]["digest"]
    content["schema_version"] = "2.0"
    card = loaded(content)
    assert (card.standing, card.schema_version) == ("unsealed", "2.1")
    assert "not sealed" in render(card, "markdown")


def test_fields_of_a_later_minor_version_are_ignored(made: dict[str, Any]) -> None:
    """What 2.9 adds, at any depth, is left out by a reader of 2.1; its seal holds if it held, and not if it did not."""
    content = changed(made)
    content["schema_version"] = "2.9"
    content["mood"] = "calm"
    content["quotes"][0]["tone"] = {"of": ["voice"]}
    content["article"]["words"] = 12
    content["provenance"]["digest"] = digest_of(content)
    card = loaded(content)
    assert card.standing == "sealed"
    assert card.quotes == loaded(made).quotes
    content["quotes"][0]["tone"] = "loud"
    assert loaded(content).standing == "edited"


@pytest.mark.parametrize("version", ["2.1", "3.0", "3.9", "2.x"])
def test_other_versions_are_held_to_the_contract(made: dict[str, Any], version: str) -> None:
    """A field that this version should know is an error, and so is another major version."""
    with pytest.raises(ValueError, match=r"mood|schema_version"):
        loaded({**changed(made), "schema_version": version, "mood": "calm"})


def test_a_field_that_is_not_used_leaves_the_digest_alone(made: dict[str, Any]) -> None:
    """A later version's field changes the digest only of cards that use it: an absent one and an empty one are the same."""
    assert digest_of({**made, "mood": None, "moods": []}) == digest_of(made)
    assert digest_of({**made, "mood": 0}) != digest_of(made)
