"""JSON Schemas as the fake server sees them: what it can make of one, and what a provider would object to.

A client sends the same schema with each request, so what is known about one is kept.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from summarize.testing.instances import NoInstanceError, instance

Path = tuple[str, ...]
_MAPS = ("properties", "$defs", "definitions", "patternProperties")
_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
_SINGLE = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")
_NOT_STRICT = ("allOf", "oneOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas", "default")
_KEPT = 256


def subschemas(schema: Any, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Each schema in a schema with its path, itself first. Names of properties and values of `enum` are not taken for keywords."""
    if not isinstance(schema, Mapping):
        return
    yield path, schema
    for keyword in _MAPS:
        for name, part in _members(schema.get(keyword)):
            yield from subschemas(part, (*path, keyword, name))
    for keyword in _LISTS:
        for number, part in enumerate(schema.get(keyword) or ()):
            yield from subschemas(part, (*path, keyword, str(number)))
    for keyword in _SINGLE:
        yield from subschemas(schema.get(keyword), (*path, keyword))


def _members(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, Mapping) else []


def strict_problem(schema: Mapping[str, Any]) -> str | None:
    """Why OpenAI refuses to hold a model to `schema` with `strict`, in its own words; None if it does not."""
    if schema.get("type") != "object":
        return f"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{schema.get('type')}\"'."
    for path, part in subschemas(schema):
        problem = _part_problem(part)
        if problem:
            return f"In context={path!r}, {problem}"
    return None


def _part_problem(part: Mapping[str, Any]) -> str | None:
    if "$ref" in part and len(part) > 1:
        return f"$ref cannot have keywords {sorted(set(part) - {'$ref'})}."
    for keyword in _NOT_STRICT:
        if keyword in part:
            return f"'{keyword}' is not permitted."
    if part.get("type") == "array" and "items" not in part:
        return "array schema missing items."
    if part.get("type") != "object":
        return None
    if part.get("additionalProperties") is not False:
        return "'additionalProperties' is required to be supplied and to be false."
    missing = [name for name in part.get("properties", {}) if name not in part.get("required", ())]
    if missing:
        return (
            "'required' is required to be supplied and to be an array including every key in properties. "
            f"Missing '{missing[0]}'."
        )
    return None


class KnownSchema:
    """What is known about one schema, found when first asked for."""

    def __init__(self, schema: Mapping[str, Any], identity: int) -> None:
        """Take the schema, which nothing may change, and a number that is the same for schemas that say the same."""
        self._schema = schema
        self.identity = identity

    @cached_property
    def characters(self) -> int:
        """Length of the schema as compact JSON, in characters."""
        return len(json.dumps(self._schema, ensure_ascii=False, separators=(",", ":")))

    @cached_property
    def strict_problem(self) -> str | None:
        """Why OpenAI refuses it with `strict`."""
        return strict_problem(self._schema)

    @cached_property
    def keywords(self) -> dict[str, Path]:
        """Its keywords, each with the path of the schema in which it is first used."""
        found: dict[str, Path] = {}
        for path, part in subschemas(self._schema):
            for keyword in part:
                found.setdefault(keyword, path)
        return found

    @cached_property
    def no_instance(self) -> str | None:
        """Why no instance of it can be made; None if one can."""
        return self._made[1]

    @cached_property
    def text(self) -> str:
        """A minimal instance as JSON; "null" if none can be made."""
        return self._made[0]

    @cached_property
    def _made(self) -> tuple[str, str | None]:
        try:
            return json.dumps(instance(self._schema), ensure_ascii=False), None
        except NoInstanceError as problem:
            return "null", str(problem)


class Schemas:
    """The schemas met so far, by what they say."""

    def __init__(self) -> None:
        self._known: dict[bytes, KnownSchema] = {}
        self._last: tuple[Any, KnownSchema] | None = None

    def known(self, schema: dict[str, Any]) -> KnownSchema:
        """What is known about `schema`."""
        if self._last is None or self._last[0] is not schema:  # one request asks several times
            self._last = schema, self._looked_up(schema)
        return self._last[1]

    def _looked_up(self, schema: dict[str, Any]) -> KnownSchema:
        key = marshal.dumps(
            schema, 2
        )  # several times faster than `repr` or JSON; version 2 says the same of equal values
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[key] = KnownSchema(schema, hash(key))
        return found
