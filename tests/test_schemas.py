from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from summarize import Settings, pipeline_for
from summarize.reading import Reading
from summarize.schemas import NAMES, Name, file_name, main, schema_json

ROOT = Path(__file__).parent.parent
SCHEMAS = ROOT / "schemas"
CARDS = sorted((ROOT / "tests" / "rendering" / "golden").glob("*.json"))
CARD: dict[str, Any] = json.loads(schema_json("card"))
FINDINGS: dict[str, Any] = json.loads(schema_json("findings"))
IS_CARD, ARE_FINDINGS = (jsonschema.Draft202012Validator(schema) for schema in (CARD, FINDINGS))


@pytest.mark.parametrize("name", NAMES)
def test_checked_in_schema_is_current(name: Name) -> None:
    """The files in schemas/ are what the models say; after a wanted change: `make schemas`."""
    assert (SCHEMAS / file_name(name)).read_bytes().decode() == schema_json(name)


def test_no_orphan() -> None:
    """Every file in schemas/ belongs to a model."""
    assert {path.name for path in SCHEMAS.iterdir()} == {file_name(name) for name in NAMES}


def test_written_by_the_module(tmp_path: Path) -> None:
    """`python -m summarize.schemas FOLDER` writes every schema; without a folder it says how it is called."""
    assert main([str(tmp_path / "new")]) == 0
    assert {path.name for path in (tmp_path / "new").iterdir()} == {file_name(name) for name in NAMES}
    assert main([]) == 2


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid(name: Name) -> None:
    """Each schema is itself valid against its dialect."""
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_json(name)))


@pytest.mark.parametrize("schema", [CARD, FINDINGS], ids=["card", "findings"])
def test_output_requires_every_field(schema: dict[str, Any]) -> None:
    """A reader may rely on every field of what is written: all are required, at every depth, and none beyond them is allowed."""
    for model in (schema, *schema["$defs"].values()):
        assert model["required"] == list(model["properties"])
        assert model["additionalProperties"] is False
        assert model["description"]


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_golden_card_validates(path: Path) -> None:
    """Every golden card satisfies the published schema."""
    IS_CARD.validate(json.loads(path.read_text(encoding="utf-8")))


def test_there_are_golden_cards() -> None:
    """The golden cards are where they are looked for."""
    assert CARDS


def test_cards_and_findings_of_the_seeds_validate(seeds: dict[str, Reading]) -> None:
    """What the program writes about real articles satisfies the schemas it publishes."""
    pipeline = pipeline_for(Settings(nlp="off"))
    for reading in seeds.values():
        IS_CARD.validate(json.loads(pipeline.card(reading.article).model_dump_json()))
        ARE_FINDINGS.validate(json.loads(pipeline.findings(reading.article).model_dump_json()))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda card: card.pop("schema_version"),
        lambda card: card["article"].pop("published"),
        lambda card: card["quotes"][0].update(evidence=[]),
        lambda card: card["what"][0].update(support="likely"),
        lambda card: card.update(summary="more"),
    ],
    ids=["no version", "no published", "no evidence", "unknown support", "unknown field"],
)
def test_schema_refuses(spoil: Any) -> None:
    """The schema refuses what no card is: a missing or unknown field, an item without evidence, a word outside an enum."""
    card = json.loads((ROOT / "tests" / "rendering" / "golden" / "ordinary.json").read_text(encoding="utf-8"))
    spoil(card)
    with pytest.raises(jsonschema.ValidationError):
        IS_CARD.validate(card)
