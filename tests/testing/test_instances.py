"""Instances of schemas, judged by jsonschema and by pydantic."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, Field, TypeAdapter

from summarize.article import Article
from summarize.card import Card
from summarize.draft import Draft
from summarize.findings import Findings
from summarize.testing import NoInstanceError, instance

NAMES = st.sampled_from(["a", "b", "type", "const", "$ref", "ü"])
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=3))


def bounds(low: st.SearchStrategy[int | float]) -> st.SearchStrategy[dict[str, Any]]:
    """A lower and an upper bound that leave room between them, each inclusive or not or not there."""

    def bounded(lowest: float, room: int, lower: str | None, upper: str | None) -> dict[str, Any]:
        limits = {lower: lowest, upper: lowest + room}
        return {name: limit for name, limit in limits.items() if name is not None}

    lower = st.sampled_from([None, "minimum", "exclusiveMinimum"])
    upper = st.sampled_from([None, "maximum", "exclusiveMaximum"])
    return st.builds(bounded, low, st.integers(2, 9), lower, upper)


def with_type(kind: str) -> Any:
    """What adds a type to keywords."""
    return lambda keywords: {"type": kind, **keywords}


LEAVES = st.one_of(
    st.sampled_from([{"type": kind} for kind in ("string", "boolean", "null", "object", "array", "integer", "number")]),
    st.builds(
        lambda least, room: {"type": "string", "minLength": least, "maxLength": least + room},
        st.integers(0, 9),
        st.integers(0, 3),
    ),
    bounds(st.integers(-20, 20)).map(with_type("integer")),
    bounds(st.integers(-20, 20)).map(with_type("number")),
    bounds(st.floats(-20, 20)).map(with_type("number")),
    st.builds(lambda step: {"type": "integer", "multipleOf": step, "exclusiveMinimum": 3}, st.integers(1, 9)),
    st.builds(lambda value: {"const": value}, SCALARS),
    st.builds(lambda values: {"enum": values}, st.lists(SCALARS, min_size=1, max_size=3)),
    st.lists(st.sampled_from(["string", "integer", "null", "boolean", "array"]), min_size=1, unique=True).map(
        lambda kinds: {"type": kinds}
    ),
    st.sampled_from([{}, True, {"$ref": "#/$defs/text"}, {"$ref": "#/$defs/tree"}]),
)


def objects(members: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with some of their members required."""

    def made(properties: dict[str, Any], required: list[str], closed: bool) -> dict[str, Any]:
        schema: dict[str, Any] = {
            "type": "object",
            "properties": properties,
            "required": [name for name in properties if name in required],
        }
        return {**schema, "additionalProperties": False} if closed else schema

    return st.builds(made, st.dictionaries(NAMES, members, max_size=4), st.lists(NAMES), st.booleans())


def arrays(members: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Arrays with and without a least size, and tuples."""
    return st.one_of(
        st.builds(
            lambda item, size: {"type": "array", "items": item, "minItems": size, "maxItems": size + 1},
            members,
            st.integers(0, 3),
        ),
        st.lists(members, min_size=1, max_size=3).map(
            lambda items: {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
        ),
    )


def choices(members: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Alternatives, with a description beside them as pydantic writes it."""
    return st.lists(members, min_size=1, max_size=3).map(lambda parts: {"anyOf": parts, "description": "one of them"})


SCHEMAS = st.recursive(LEAVES, lambda inner: st.one_of(objects(inner), arrays(inner), choices(inner)), max_leaves=8)
DEFINITIONS = {
    "text": {"type": "string", "minLength": 2},
    "tree": {
        "type": "object",
        "properties": {
            "left": {"anyOf": [{"$ref": "#/$defs/tree"}, {"type": "null"}]},
            "right": {"type": "array", "items": {"$ref": "#/$defs/tree"}},
        },
        "required": ["left", "right"],
    },
}


@given(SCHEMAS)
def test_instances_are_valid(schema: Any) -> None:
    """Whatever schema of the understood kind: its instance is valid under it."""
    whole = {"type": "object", "properties": {"it": schema}, "required": ["it"], "$defs": DEFINITIONS}
    Draft202012Validator.check_schema(whole)
    Draft202012Validator(whole).validate(instance(whole))


class Colour(Enum):
    RED = "red"


class Node(BaseModel):
    """A model that holds itself."""

    label: Annotated[str, Field(min_length=3)]
    parent: Node | None
    children: list[Node]


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: Annotated[int, Field(ge=1, le=9)]


class Dog(BaseModel):
    kind: Literal["dog"]


class Everything(BaseModel):
    """What pydantic writes schemas for."""

    colour: Colour
    node: Node
    pet: Annotated[Cat | Dog, Field(discriminator="kind")]
    pair: tuple[int, str]
    some: Annotated[list[Dog], Field(min_length=2)]
    maybe: int | None
    share: Annotated[float, Field(gt=0, lt=1)]
    even: Annotated[int, Field(multiple_of=2, gt=3)]
    day: date
    price: Decimal
    code: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    identity: UUID
    anything: Any
    table: dict[str, int]
    flag: bool
    left_out: str = "x"


@pytest.mark.parametrize("model", [Everything, Node, Draft, Findings, list[Cat], Literal["a", 1]])
def test_pydantic_takes_instances(model: Any) -> None:
    """pydantic validates the instance of the schema that it wrote itself."""
    adapter = TypeAdapter(model)
    adapter.validate_json(json.dumps(instance(adapter.json_schema())))


@pytest.mark.parametrize("model", [Article, Card])
def test_jsonschema_takes_instances(model: type[BaseModel]) -> None:
    """Where a model asks for more than its schema says, the instance is valid under the schema."""
    schema = model.model_json_schema()
    Draft202012Validator(schema).validate(instance(schema))


@pytest.mark.parametrize(
    ("schema", "made"),
    [
        (
            {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["b"]},
            {"b": ""},
        ),
        ({"type": "object", "properties": {}, "required": ["undescribed"]}, {"undescribed": None}),
        ({"type": ["null", "string"]}, None),
        ({"properties": {"a": {}}, "required": ["a"]}, {"a": None}),
        ({"minLength": 2}, "aa"),
        ({"type": "integer", "enum": ["a", True, 2]}, 2),
        ({"type": "string", "format": "date", "description": "a day"}, "2026-01-01"),
        ({"type": "number", "minimum": 0.5}, 0.5),
        ({"type": "integer", "minimum": 0.5}, 1),
        ({"type": "integer", "exclusiveMaximum": 0}, -1),
        ({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.5}, 0.25),
        ({"type": "integer", "multipleOf": 1.5, "minimum": 1}, 3),
        (
            {
                "allOf": [{"$ref": "#/$defs/a"}, {"properties": {"y": {"const": 2}}, "required": ["y"]}],
                "$defs": {"a": {"type": "object", "properties": {"x": {"const": 1}}, "required": ["x"]}},
            },
            {"x": 1, "y": 2},
        ),
        ({"oneOf": [False, {"type": "boolean"}]}, False),
        ({"$ref": "#/definitions/a~1b", "definitions": {"a/b": {"const": 7}}}, 7),
        ({"type": "array", "minItems": 1, "uniqueItems": True, "items": {"const": 1}}, [1]),
    ],
)
def test_small_instances(schema: dict[str, Any], made: Any) -> None:
    """Only what is required is there, and it is as small as it may be."""
    assert instance(schema) == made
    assert type(instance(schema)) is type(made)


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"$ref": "#/$defs/none"},
        {"$ref": "https://example.org/schema"},
        {"allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}},
        {"type": "date"},
        {"type": "string", "minLength": 3, "maxLength": 2},
        {"type": "string", "pattern": "^(never|ever)$"},
        {"type": "number", "minimum": 1, "maximum": 0},
        {"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
        {"type": "array", "minItems": 2, "maxItems": 1},
        {"type": "array", "minItems": 2, "uniqueItems": True},
        {"type": "string", "enum": [1]},
        {"anyOf": [False, {"type": "date"}]},
        {"type": "object", "required": ["a"], "properties": {"a": False}},
    ],
)
def test_no_instance(schema: dict[str, Any]) -> None:
    """A schema that contradicts itself, never ends, or asks for what is not understood is said to have no instance."""
    with pytest.raises(NoInstanceError):
        instance(schema)
