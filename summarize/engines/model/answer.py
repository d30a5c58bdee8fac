"""The answer a language model gives: numbers of findings, and the few texts that are its own.

One static schema, small, shallow, every field required and closed, so that an endpoint can enforce it and compile it once. 0 and ""
stand for "none": a nullable field would need `anyOf`, which not every endpoint takes.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _at_most(number: int) -> Any:
    """A bound that is asked for, so that a weak model does not list every number it sees, but not insisted on."""
    return Field(json_schema_extra={"maxItems": number})


class Said(_Closed):
    """A text of the model's own, and the sentences it rests on."""

    text: str
    sentences: tuple[int, ...] = _at_most(4)


class Speaker(_Closed):
    """A corrected speaker."""

    quotation: int
    participant: int


class Role(_Closed):
    """A corrected role."""

    participant: int
    role: str


class Missed(_Closed):
    """Something that the lists lack, by its words and the sentence they stand in."""

    kind: Literal["person", "organisation", "group", "place", "date", "quotation"]
    words: str
    sentence: int
    role: str
    participant: int


class Answer(_Closed):
    """Findings chosen by number, and a headline and one to three sentences of news."""

    headline: Said
    what: tuple[Said, ...] = _at_most(3)
    who: tuple[int, ...] = _at_most(8)
    date: int = Field(description="0: not listed")
    place: int = Field(description="0: not listed")
    background: tuple[int, ...] = _at_most(3)
    speakers: tuple[Speaker, ...] = _at_most(20)
    unsaid: tuple[int, ...] = _at_most(10)
    roles: tuple[Role, ...] = _at_most(8)
    missed: tuple[Missed, ...] = _at_most(12)

    @classmethod
    def model_json_schema(cls, *_args: Any, **_kwargs: Any) -> dict[str, Any]:
        """The schema, made once: instructor asks for it with every request, of a subclass that it makes of this class."""
        return {"title": "Answer", **SCHEMA}


def _inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without references and titles: endpoints with a small dialect know neither."""
    definitions = schema.get("$defs", {})

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(entry) for entry in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return walk(definitions[node["$ref"].rsplit("/", 1)[-1]])
        return {
            key: {name: walk(entry) for name, entry in value.items()} if key == "properties" else walk(value)
            for key, value in node.items()
            if key not in {"$defs", "title"} and not (key == "description" and "properties" in node)
        }

    inlined: dict[str, Any] = walk(schema)
    return inlined


def minimal(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema in the smallest dialect: types, properties, required, items and enum."""

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(entry) for entry in node]
        if not isinstance(node, dict):
            return node
        return {
            key: {name: walk(entry) for name, entry in value.items()} if key == "properties" else walk(value)
            for key, value in node.items()
            if key in {"type", "properties", "required", "items", "enum", "description"}
        }

    smallest: dict[str, Any] = walk(schema)
    return smallest


SCHEMA: dict[str, Any] = _inlined(super(Answer, Answer).model_json_schema())
"""JSON Schema of an answer: objects closed, all properties required, no references."""
SCHEMA_DIGEST = "sha256:" + hashlib.sha256(json.dumps(SCHEMA, sort_keys=True).encode()).hexdigest()
