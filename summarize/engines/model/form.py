"""The form of an answer: one static schema for each question, small, shallow, every field required and closed.

An endpoint can enforce it and compile it once. 0 and "" stand for "none": a nullable field would need `anyOf`, which not every endpoint
takes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field

NAME = "Answer"
"""What every form is called on the wire."""


class Closed(BaseModel):
    """An object of a form: it takes its own fields and no other."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Form(Closed):
    """What a model answers in."""

    wire: ClassVar[dict[str, Any]]
    """JSON Schema of the answer: objects closed, all properties required, no references."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_kwargs: Any) -> None:
        """Make the schema, once: what instructor makes of a form, with every request, has its form's."""
        if not hasattr(cls, "wire"):
            cls.wire = _inline_references(super().model_json_schema())

    @classmethod
    def model_json_schema(cls, *_args: Any, **_kwargs: Any) -> dict[str, Any]:
        """The schema, as instructor asks for it."""
        return {"title": NAME, **cls.wire}

    @classmethod
    @cache
    def digest(cls) -> str:
        """`sha256:` and the digest of the schema."""
        return "sha256:" + hashlib.sha256(json.dumps(cls.wire, sort_keys=True).encode()).hexdigest()


def at_most(number: int) -> Any:
    """A bound that is asked for, so that a weak model does not list every number it sees, but not insisted on."""
    return Field(json_schema_extra={"maxItems": number})


def _inline_references(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without references and titles: endpoints with a small dialect know neither."""
    definitions = schema.get("$defs", {})

    def stays(key: str, node: dict[str, Any]) -> bool:
        return key not in {"$defs", "title"} and not (key == "description" and "properties" in node)

    inlined: dict[str, Any] = _reduce_schema(schema, stays, definitions)
    return inlined


_SMALLEST: Final = frozenset({"type", "properties", "required", "items", "enum", "description"})


def minimal(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema in the smallest dialect: types, properties, required, items and enum."""
    smallest: dict[str, Any] = _reduce_schema(schema, lambda key, _: key in _SMALLEST, {})
    return smallest


def _reduce_schema(node: Any, stays: Callable[[str, dict[str, Any]], bool], definitions: Mapping[str, Any]) -> Any:
    """A part of a schema with the keywords that stay, and what it refers to in its place. Names of properties are no keywords."""
    if isinstance(node, list):
        return [_reduce_schema(entry, stays, definitions) for entry in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _reduce_schema(definitions[node["$ref"].rsplit("/", 1)[-1]], stays, definitions)
    return {
        key: {name: _reduce_schema(entry, stays, definitions) for name, entry in value.items()}
        if key == "properties"
        else _reduce_schema(value, stays, definitions)
        for key, value in node.items()
        if stays(key, node)
    }
