"""What a request asks for, and what the server makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import parse_qsl

from summarize.testing.capabilities import Capabilities
from summarize.testing.requests import Request
from summarize.testing.schemas import KnownSchema, Schemas

_REASONING = re.compile(r"(?:.*/)?(?:o\d|gpt-[56])")
_LIMITS = ("max_completion_tokens", "max_tokens")
_FORMATS = ("json_schema", "json_object", "text")


@dataclass(frozen=True, slots=True)
class Wish:
    """How an answer has to look."""

    form: Literal["text", "json", "tool"] = "text"
    schema: KnownSchema | None = None
    """What the server holds the answer to; None if nothing."""
    tool: str = "answer"
    """The name of the tool, if one is called."""
    named: bool = False
    """Whether `tool_choice` names it."""
    limit: int | None = None
    """Most tokens of the answer."""
    read: tuple[KnownSchema, ...] = ()
    """The schemas that the model reads: of the tools, and of the answer."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a request is refused."""

    message: str
    param: str | None = None
    code: str | None = None


class RequestReader:
    """Reads requests as an endpoint of certain capabilities does."""

    def __init__(self, capabilities: Capabilities) -> None:
        self._capabilities = capabilities
        self._schemas = Schemas()

    def objection(self, request: Request) -> Objection | None:
        """Why the request is refused with 400; None if it is not."""
        body = request.body
        if not isinstance(body, dict):
            return Objection("We could not parse the JSON body of your request.")
        return next(self._objections(request, body), None)

    def wish(self, body: Mapping[str, Any]) -> Wish:
        """What is to be answered to a request that is not refused."""
        limit = self._limit(body)
        tools = _functions(body) if "tools" in self._capabilities.enforces else []
        known = [self._schemas.known(tool.get("parameters") or {}) for tool in tools]
        choice = self._choice(body)
        for tool, schema in zip(tools, known, strict=True):
            if choice in {"required", tool["name"]}:
                return Wish("tool", schema, tool["name"], choice != "required", limit, tuple(known))
        name = next((tool["name"] for tool in _functions(body)), "answer")
        kind = _format(body)
        if kind == "json_schema" and "json_schema" in self._capabilities.enforces:
            schema = self._schemas.known(body["response_format"]["json_schema"]["schema"])
            return Wish("json", schema, name, limit=limit, read=(*known, schema))
        form: Literal["json", "text"] = (
            "json" if kind == "json_object" and kind in self._capabilities.enforces else "text"
        )
        return Wish(form, None, name, limit=limit, read=tuple(known))

    def _limit(self, body: Mapping[str, Any]) -> int | None:
        for name in _LIMITS:
            if name not in self._capabilities.ignores and isinstance(body.get(name), int):
                return int(body[name])
        return None

    def _choice(self, body: Mapping[str, Any]) -> str | None:
        """`required`, or the name of the tool that is forced, or None."""
        choice = body.get("tool_choice")
        if "tool_choice" in self._capabilities.ignores:
            return None
        if isinstance(choice, dict):
            return str(choice.get("function", {}).get("name"))
        return choice if choice == "required" else None

    def _objections(self, request: Request, body: Mapping[str, Any]) -> Iterator[Objection]:
        for name in ("model", "messages"):
            if not body.get(name):
                yield Objection(f"Missing required parameter: '{name}'.", name, "missing_required_parameter")
        if body.get("stream"):
            yield Objection("This server does not stream.", "stream", "unsupported_value")
        yield from self._around(request)
        yield from self._parameters(body)
        yield from self._format(request, body)
        yield from self._tools(body)

    def _around(self, request: Request) -> Iterator[Objection]:
        """What has to be there beside the wish itself."""
        for name in sorted(self._capabilities.needs_headers - request.headers.keys()):
            yield Objection(f"Access denied due to missing header '{name}'.")
        for name in sorted(self._capabilities.needs_query - dict(parse_qsl(request.query)).keys()):
            yield Objection(f"Missing required query parameter: {name}")
        back = self._capabilities.needs_back
        if back and any(message.get("role") == "assistant" and not message.get(back) for message in request.messages):
            yield Objection(f"The `{back}` in the thinking mode must be passed back to the API.")

    def _parameters(self, body: Mapping[str, Any]) -> Iterator[Objection]:
        given = {name for name, value in body.items() if value is not None}
        refused = given & self._capabilities.rejects
        if _REASONING.match(str(body.get("model"))):
            if body.get("temperature") == 1:
                given.discard("temperature")
            refused |= given & self._capabilities.rejects_for_reasoning
        for name in sorted(refused):
            hint = " Use 'max_completion_tokens' instead." if name == "max_tokens" else ""
            message = f"Unsupported parameter: '{name}' is not supported with this model.{hint}"
            yield Objection(message, name, "unsupported_parameter")

    def _format(self, request: Request, body: Mapping[str, Any]) -> Iterator[Objection]:
        kind = _format(body)
        accepted = [form for form in _FORMATS if form not in self._capabilities.rejects]
        if kind not in accepted:
            message = f"'response_format.type' must be {' or '.join(repr(form) for form in accepted)}"
            yield Objection(message, "response_format.type")
        if kind == "json_object" and self._capabilities.needs_word_json and "json" not in request.text.lower():
            message = (
                "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."
            )
            yield Objection(message, "messages")
        if kind == "json_schema" and "json_schema" in self._capabilities.enforces:
            yield from self._schema_format(body["response_format"].get("json_schema"))

    def _schema_format(self, given: Any) -> Iterator[Objection]:
        needed = ("schema",) if "strict" in self._capabilities.ignores else ("name", "schema")
        for name in needed:
            if not isinstance(given, dict) or not given.get(name):
                param = f"response_format.json_schema.{name}"
                yield Objection(f"Missing required parameter: '{param}'.", param, "missing_required_parameter")
                return
        where = f"response_format '{given.get('name')}'"
        yield from self._schema(given["schema"], bool(given.get("strict")), where, "response_format", None)

    def _tools(self, body: Mapping[str, Any]) -> Iterator[Objection]:
        if "tools" not in self._capabilities.enforces:
            return
        functions = _functions(body)
        for number, tool in enumerate(functions):
            param = f"tools[{number}].function.parameters"
            where = f"function '{tool['name']}'"
            strict = bool(tool.get("strict"))
            yield from self._schema(tool.get("parameters") or {}, strict, where, param, "invalid_function_parameters")
        choice = self._choice(body)
        if choice is not None and choice != "required" and choice not in {tool["name"] for tool in functions}:
            yield Objection(f"Tool choice '{choice}' not found in 'tools' parameter.", "tool_choice")

    def _schema(self, schema: Any, strict: bool, where: str, param: str, code: str | None) -> Iterator[Objection]:
        if not isinstance(schema, dict):
            yield Objection(f"Invalid schema for {where}: not an object.", param, code)
            return
        known = self._schemas.known(schema)
        for keyword in sorted(self._capabilities.rejects_keywords & known.keywords.keys()):
            place = ".".join((param, *known.keywords[keyword]))
            yield Objection(
                f"Invalid JSON payload received. Unknown name \"{keyword}\" at '{place}': Cannot find field.", param
            )
        if strict and "strict" not in self._capabilities.ignores and known.strict_problem:
            yield Objection(f"Invalid schema for {where}: {known.strict_problem}", param, code)
        if known.no_instance:
            yield Objection(f"Invalid schema for {where}: {known.no_instance}", param, code)


def _format(body: Mapping[str, Any]) -> str:
    given = body.get("response_format")
    return str(given.get("type")) if isinstance(given, dict) else "text"


def _functions(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The functions among the tools that are offered, those that have a name."""
    tools = body.get("tools") or ()
    functions = [tool.get("function") for tool in tools if isinstance(tool, dict)]
    return [function for function in functions if isinstance(function, dict) and function.get("name")]
