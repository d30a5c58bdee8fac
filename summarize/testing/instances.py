"""Minimal instances of JSON Schemas, of the kind that pydantic writes and structured output allows.

Understood: `type` (also a list), `properties` and `required`, `items`, `prefixItems` and `minItems`, `enum`, `const`, `anyOf`,
`oneOf`, `allOf`, `$ref` into the schema itself, `minLength`, `format`, the bounds of numbers and `multipleOf`. `pattern` is tried
with a few strings. Nothing else is looked at.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

FORMATS = {
    "date": "2026-01-01",
    "date-time": "2026-01-01T00:00:00Z",
    "time": "00:00:00Z",
    "duration": "PT0S",
    "email": "a@example.org",
    "uri": "https://example.org/",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
}
"""A string of each known format."""

_TRIES = (
    "",
    "a",
    "A",
    "0",
    "a0",
    "Aa",
    "word",
    "2026",
    "2026-01",
    "2026-01-01",
    "en",
    "US",
    "sha256:0",
    "a@example.org",
)
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_IMPLIED = {
    "properties": "object",
    "required": "object",
    "items": "array",
    "prefixItems": "array",
    "minItems": "array",
    "minLength": "string",
    "pattern": "string",
    "minimum": "number",
    "maximum": "number",
    "multipleOf": "number",
}


class NoInstanceError(ValueError):
    """A schema has no instance that could be made: it contradicts itself, recurs without end, or asks for what is not understood."""


def instance(schema: Mapping[str, Any]) -> Any:
    """A JSON value that is valid under `schema`, as small as is easy to find.

    Raises:
        NoInstanceError: none could be made.
    """
    return _Maker(schema).make(schema, ())


class _Maker:
    """Makes the instances of one schema, to which the references point."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self._root = root

    def make(self, schema: Any, inside: tuple[str, ...]) -> Any:
        """An instance. `inside` are the references followed on the way, each of which would recur."""
        if schema is True:
            return None
        if not isinstance(schema, Mapping):
            raise NoInstanceError(f"no schema: {schema!r}")
        if "$ref" in schema:
            return self._instance_of_reference(schema, inside)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return _instance_of_enum(schema)
        if "allOf" in schema:
            return self._instance_of_all(schema, inside)
        for choice in ("anyOf", "oneOf"):
            if choice in schema:
                return self._instance_of_alternative(schema, choice, inside)
        return self._instance_of_type(schema, inside)

    def _instance_of_reference(self, schema: Mapping[str, Any], inside: tuple[str, ...]) -> Any:
        reference = schema["$ref"]
        if reference in inside:
            raise NoInstanceError(f"{reference} is part of itself without end")
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        return self.make(_merge_schemas(self._target(reference), beside), (*inside, reference))

    def _target(self, reference: str) -> Any:
        place: Any = self._root
        if not reference.startswith("#"):
            raise NoInstanceError(f"{reference} is not in the schema")
        for step in filter(None, reference[1:].split("/")):
            name = step.replace("~1", "/").replace("~0", "~")
            if not isinstance(place, Mapping) or name not in place:
                raise NoInstanceError(f"{reference} is not in the schema")
            place = place[name]
        return place

    def _instance_of_all(self, schema: Mapping[str, Any], inside: tuple[str, ...]) -> Any:
        merged: Any = {key: value for key, value in schema.items() if key != "allOf"}
        for part in schema["allOf"]:
            while isinstance(part, Mapping) and "$ref" in part:
                reference = part["$ref"]
                if reference in inside:
                    raise NoInstanceError(f"{reference} is part of itself without end")
                inside = (*inside, reference)
                beside = {key: value for key, value in part.items() if key != "$ref"}
                part = _merge_schemas(self._target(reference), beside)  # noqa: PLW2901
            merged = _merge_schemas(part, merged)
        return self.make(merged, inside)

    def _instance_of_alternative(self, schema: Mapping[str, Any], choice: str, inside: tuple[str, ...]) -> Any:
        beside = {key: value for key, value in schema.items() if key != choice}
        problems = []
        for alternative in schema[choice]:
            try:
                return self.make(_merge_schemas(alternative, beside), inside)
            except NoInstanceError as problem:
                problems.append(str(problem))
        raise NoInstanceError(f"no alternative of {choice} has an instance: {'; '.join(problems)}")

    def _instance_of_type(self, schema: Mapping[str, Any], inside: tuple[str, ...]) -> Any:
        kind = _type(schema)
        if kind == "object":
            properties = schema.get("properties", {})
            return {name: self.make(properties.get(name, True), inside) for name in schema.get("required", ())}
        if kind == "array":
            return self._array(schema, inside)
        if kind == "string":
            return _string(schema)
        if kind in {"integer", "number"}:
            return _number(schema, whole=kind == "integer")
        return False if kind == "boolean" else None

    def _array(self, schema: Mapping[str, Any], inside: tuple[str, ...]) -> list[Any]:
        size = schema.get("minItems", 0)
        if size > schema.get("maxItems", math.inf) or (size > 1 and schema.get("uniqueItems")):
            raise NoInstanceError(f"no array of {size} items can be made")
        first = list(schema.get("prefixItems", ()))[:size]
        rest = [schema.get("items", True)] * (size - len(first))
        return [self.make(item, inside) for item in (*first, *rest)]


def _merge_schemas(schema: Any, beside: Mapping[str, Any]) -> Any:
    """A schema together with the keywords that stand beside it."""
    if not beside or not isinstance(schema, Mapping):
        return schema
    merged = {**schema, **beside}
    if "properties" in schema and "properties" in beside:
        merged["properties"] = {**schema["properties"], **beside["properties"]}
    if "required" in schema and "required" in beside:
        merged["required"] = list(dict.fromkeys([*schema["required"], *beside["required"]]))
    return merged


def _type(schema: Mapping[str, Any]) -> str:
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = kind[0] if kind else None
    if kind is None:
        kind = next((implied for keyword, implied in _IMPLIED.items() if keyword in schema), "null")
    if kind not in _TYPES:
        raise NoInstanceError(f"no type: {kind!r}")
    return kind


def _instance_of_enum(schema: Mapping[str, Any]) -> Any:
    kinds = schema.get("type", list(_TYPES))
    for value in schema["enum"]:
        if any(_is(value, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
            return value
    raise NoInstanceError(f"no value of {schema['enum']!r} is of type {kinds}")


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES.get(kind, ()))


def _string(schema: Mapping[str, Any]) -> str:
    least: int = schema.get("minLength", 0)
    most: float = schema.get("maxLength", math.inf)
    if least > most:
        raise NoInstanceError(f"no string has at least {least} and at most {most} characters")
    if "pattern" in schema:
        for text in chain(_TRIES, ("a" * least, "0" * least)):
            if least <= len(text) <= most and re.search(schema["pattern"], text):
                return text
        raise NoInstanceError(f"no string at hand matches {schema['pattern']}")
    return FORMATS.get(str(schema.get("format")), "").ljust(least, "a")


def _number(schema: Mapping[str, Any], *, whole: bool) -> float:
    low, high = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    above, below = schema.get("exclusiveMinimum", -math.inf), schema.get("exclusiveMaximum", math.inf)
    step = schema.get("multipleOf", 1 if whole else None)
    for number in _candidates(max(low, above), min(high, below), step, whole=whole):
        if low <= number <= high and above < number < below:
            return number
    raise NoInstanceError(f"no number lies within {low}, {above} and {high}, {below}")


def _candidates(low: float, high: float, step: float | None, *, whole: bool) -> list[float]:
    """Numbers to try: 0, then the nearest to either bound, then between them. Multiples of `step` if there is one."""
    finite = [bound for bound in (low, high) if math.isfinite(bound)]
    if step is None:
        return [0, *finite, *(bound + 1 for bound in finite), *(bound - 1 for bound in finite), sum(finite) / 2]
    if whole and step != int(step):
        step = step * step.as_integer_ratio()[1]
    counts = [0, *(math.floor(bound / step) + shift for bound in finite for shift in (-1, 0, 1, 2))]
    return [int(count * step) if whole else count * step for count in counts]
