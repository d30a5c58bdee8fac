"""How an endpoint is made to answer in the schema: a ladder of ways, the surest first, and what a request looks like on each rung.

Status 200 proves nothing: several servers take a schema and ignore it. So an endpoint is probed once per model with a schema whose
answer cannot come about by chance, and steps down until a rung holds. The probe has every feature that the real schema has: an endpoint
that takes one and refuses the other would fail every article.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Literal

from openai.types.chat import ChatCompletion

from summarize.engines.model.chosen import Chosen
from summarize.engines.model.form import NAME, minimal
from summarize.engines.model.rungs import Rung

_SHELF: dict[str, Any] = {
    "type": "object",
    "properties": {
        "label": {"type": "string"},
        "width": {"type": "integer"},
        "heights": {"type": "array", "maxItems": 2, "items": {"type": "integer"}},
    },
    "required": ["label", "width", "heights"],
    "additionalProperties": False,
}
PROBE_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "quince": {"type": "string", "enum": ["azimuth-41"]},
        "number": {"type": "integer", "description": "0: none"},
        "lamp": {"type": "string", "enum": ["ochre-7"]},
        "shelf": _SHELF,
        "more": {"type": "array", "maxItems": 1, "items": _SHELF},
        "numbers": {"type": "array", "maxItems": 1, "items": {"type": "integer"}},
    },
    "required": ["quince", "number", "lamp", "shelf", "more", "numbers"],
    "additionalProperties": False,
}
PROBE_MESSAGES = [{"role": "user", "content": "Write one short sentence about the sea, in plain prose."}]
PROBE_TOKENS = 300


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an endpoint and a model: the rung that holds, and the parameters it takes."""

    rung: Rung = "schema"
    probed: bool = False
    tokens_as: Literal["max_completion_tokens", "max_tokens"] = "max_tokens"
    temperature: bool = True
    effort: bool = True

    def without(self, parameter: str) -> Profile | None:
        """The profile for an endpoint that refused a parameter; None if there is nothing left to change."""
        if parameter == "temperature" and self.temperature:
            return replace(self, temperature=False)
        if parameter == "reasoning_effort" and self.effort:
            return replace(self, effort=False)
        if parameter == self.tokens_as:
            other: Literal["max_completion_tokens", "max_tokens"] = (
                "max_tokens" if self.tokens_as == "max_completion_tokens" else "max_completion_tokens"
            )
            return replace(self, tokens_as=other)
        return None

    def arguments(
        self, model: str, messages: list[dict[str, Any]], schema: dict[str, Any], tokens: int, chosen: Chosen
    ) -> dict[str, Any]:
        """A request for an answer in `schema`, of at most `tokens` tokens, as this rung asks for it."""
        arguments: dict[str, Any] = {"model": model, "messages": messages, self.tokens_as: tokens}
        if self.temperature and chosen.temperature is not None:
            arguments["temperature"] = (
                int(chosen.temperature) if chosen.temperature.is_integer() else chosen.temperature
            )
        if self.effort and chosen.effort is not None:
            arguments["reasoning_effort"] = chosen.effort
        match self.rung:
            case "schema":
                form = {"name": NAME, "strict": True, "schema": schema}
                arguments["response_format"] = {"type": "json_schema", "json_schema": form}
            case "plain-schema":
                form = {"name": NAME, "schema": minimal(schema)}
                arguments["response_format"] = {"type": "json_schema", "json_schema": form}
            case "tool":
                function = {"name": NAME, "description": "Give the answer.", "parameters": schema, "strict": True}
                arguments["tools"] = [{"type": "function", "function": function}]
                arguments["tool_choice"] = {"type": "function", "function": {"name": NAME}}
            case "json":
                arguments["response_format"] = {"type": "json_object"}
            case "prompt":
                pass
        return arguments


def text_of(completion: ChatCompletion) -> str:
    """The answer's text: the message's, else the first tool call's arguments; "" if there is neither."""
    message = completion.choices[0].message
    if message.content:
        return message.content
    for call in message.tool_calls or ():
        if call.type == "function":
            return call.function.arguments
    return ""


def was_cut(completion: ChatCompletion) -> bool:
    """True if the answer came to the limit of its tokens."""
    return bool(completion.choices) and completion.choices[0].finish_reason == "length"


def obeys_probe(completion: ChatCompletion, rung: Rung) -> bool:
    """True if the answer to the probe shows that the endpoint enforces the schema in the way of the rung."""
    if not completion.choices:
        return False
    message = completion.choices[0].message
    if rung == "tool" and not message.tool_calls:
        return False
    try:
        data = json.loads(text_of(completion))
    except ValueError:
        return False
    return (
        isinstance(data, dict)
        and data.keys() == PROBE_SCHEMA["properties"].keys()
        and data["quince"] == "azimuth-41"
        and data["lamp"] == "ochre-7"
        and type(data["number"]) is int
        and isinstance(data["shelf"], dict)
        and isinstance(data["more"], list)
    )
