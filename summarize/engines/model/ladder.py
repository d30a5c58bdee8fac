"""How an endpoint is made to answer in the schema: a ladder of ways, the surest first, and what a request looks like on each rung.

Status 200 proves nothing: several servers take a schema and ignore it. So an endpoint is probed once per model with a schema whose
answer cannot come about by chance, and steps down until a rung holds. The probe has every feature that the real schema has: an endpoint
that takes one and refuses the other would fail every article.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

import platformdirs
from openai.types.chat import ChatCompletion
from pydantic import TypeAdapter, ValidationError

from summarize.engines.model.chosen import Chosen
from summarize.engines.model.form import NAME, minimal
from summarize.engines.model.rungs import RUNGS, Rung

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
GIVE_BACK = "give back "
"""What the name of a refused "parameter" begins with where it is a part of the message that the endpoint wants back."""
THOUGHTS = frozenset({"reasoning_content", "reasoning", "reasoning_details"})
"""The parts of a message in which endpoints put what a model thought."""
OPTIONAL = frozenset({"temperature", "reasoning_effort", "verbosity", "seed", "service_tier", "caching"})
"""Parameters that a request can do without."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an endpoint and a model: the rung that holds, and the parameters it takes."""

    rung: Rung = "schema"
    probed: bool = False
    tokens_as: Literal["max_completion_tokens", "max_tokens"] = "max_tokens"
    refuses: tuple[str, ...] = ()
    """Parameters that it does not take: they are left out."""
    room: int = 0
    """Tokens that the model needs beside the usual limit, as it thinks though nobody asked it to."""
    gives_back: str | None = None
    """The part of a message, such as `reasoning_content`, that a second turn has to hold again; None: none, which many refuse."""

    def without(self, parameter: str) -> Profile | None:
        """The profile for an endpoint that refused a parameter; None if there is nothing left to change."""
        if parameter.startswith(GIVE_BACK) and self.gives_back is None:
            return replace(self, gives_back=parameter.removeprefix(GIVE_BACK))
        if parameter in OPTIONAL and parameter not in self.refuses:
            return replace(self, refuses=(*self.refuses, parameter))
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
        arguments: dict[str, Any] = {
            "model": model,
            "messages": self._messages_to_send(messages),
            self.tokens_as: tokens,
        }
        if chosen.temperature is not None:
            whole = chosen.temperature.is_integer()
            arguments["temperature"] = int(chosen.temperature) if whole else chosen.temperature
        if chosen.effort is not None:
            arguments["reasoning_effort"] = chosen.effort
        if "caching" not in self.refuses and chosen.caching is not None:
            mark(arguments, chosen.caching)
        more = {name: value for name, value in chosen.more.items() if name not in self.refuses}
        if more:
            arguments["extra_body"] = {**arguments.get("extra_body", {}), **more}
        for name in self.refuses:
            arguments.pop(name, None)
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

    def _messages_to_send(self, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The messages, with of what the model thought only what the endpoint wants back."""
        left_out = THOUGHTS - {self.gives_back}
        return [
            {name: value for name, value in message.items() if name not in left_out}
            if left_out & message.keys()
            else message
            for message in messages
        ]


def mark(arguments: dict[str, Any], caching: str) -> None:
    """Mark the system message, which never changes, as what the provider may keep; what follows, each article's own, it need not.

    From GPT-5.6 on a prefix is found again only where it is marked, and what is written to the cache costs more than what is read: without
    a mark of ours each article would be a write, and none a read.
    """
    first, *others = arguments["messages"]
    text = first.get("content")
    if first.get("role") != "system" or not isinstance(text, str):
        return
    if caching == "cache_control":
        part = {"type": "text", "text": text, "cache_control": {"type": "ephemeral"}}
    else:
        part = {"type": "text", "text": text, "prompt_cache_breakpoint": {"mode": "explicit"}}
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        arguments["extra_body"] = {
            "prompt_cache_key": f"summarize-{digest}",
            "prompt_cache_options": {"mode": "explicit"},
        }
    arguments["messages"] = [{**first, "content": [part]}, *others]


def texts_of(message: dict[str, Any]) -> list[str]:
    """The texts that a message of a request sends: its content, as a text or in parts, and what it gives back of thoughts."""
    content = message.get("content") or ""
    texts = [content] if isinstance(content, str) else [str(part.get("text", "")) for part in content]
    return [*texts, *(str(message[name]) for name in THOUGHTS if name in message)]


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


_KEPT_SECONDS = 30 * 24 * 3600
"""Servers are updated: after a month they are asked again."""
_LOWER_KEPT_SECONDS = 24 * 3600
"""A way below the surest is tried upwards again after a day: what kept an endpoint from the surest may have passed."""


@dataclass(frozen=True)
class _Entry:
    at: int
    profile: Profile


_ENTRY = TypeAdapter(_Entry)


class Profiles:
    """A file of profiles by endpoint and model. It is a cache: what cannot be read or written is probed anew."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in `folder`, by default the user's cache folder for this program."""
        # The number is of what counts as learnt: what earlier versions took for it is not believed.
        self._path = (folder or platformdirs.user_cache_path("summarize")) / "endpoints-2.json"

    def get(self, base_url: str, model: str) -> Profile | None:
        """What is known; None if nothing is, or it is a month old, or a day old and not the surest way."""
        try:
            entry = _ENTRY.validate_python(self._read_entries().get(f"{base_url} {model}"))
        except ValidationError:
            return None
        kept = _KEPT_SECONDS if entry.profile.rung == RUNGS[0] else _LOWER_KEPT_SECONDS
        return entry.profile if 0 <= time.time() - entry.at < kept else None

    def put(self, base_url: str, model: str, profile: Profile) -> None:
        """Remember a profile."""
        entries = {**self._read_entries(), f"{base_url} {model}": {"at": int(time.time()), "profile": asdict(profile)}}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".endpoints-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(entries, file, indent=1)
            Path(name).replace(self._path)
        except OSError:
            return  # a read-only home: it is probed again next time

    def _read_entries(self) -> dict[str, object]:
        try:
            entries = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return entries if isinstance(entries, dict) else {}
