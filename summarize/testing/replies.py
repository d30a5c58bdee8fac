"""What the fake server is told to answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Literal

from summarize.card import Usage

Content = str | Mapping[str, Any] | Sequence[Any] | None
FinishReason = Literal["stop", "length", "content_filter", "tool_calls", "error"]
Manner = Literal["whole", "hang", "drip", "reset", "close", "truncated", "endless"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a reply travels.

    `whole`: at once. `hang`: not at all, until the client leaves or the server closes. `drip`: the head at once, then the body byte
    by byte. `reset` and `close`: the connection ends (RST or FIN) after the request was read. `truncated`: the head promises the
    whole body, the connection ends after half of it. `endless`: the head of a completion, then text without end.
    """

    manner: Manner = "whole"
    _: KW_ONLY
    seconds_per_byte: float = 0.0
    """Seconds before each byte of the body; only for `drip`."""


WHOLE = Delivery()


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to one request for a completion.

    Without `body` and `error` it is a completion; with either it is not, and no tokens are counted.
    """

    content: Content = None
    """What the model says. A mapping or sequence is sent as JSON. None: an instance of the schema that the request asks for,
    where the server enforces it; `{}` where any JSON is asked for and enforced; else prose."""
    _: KW_ONLY
    finish_reason: FinishReason = "stop"
    """`stop` becomes `tool_calls` where a tool is called without having been named by `tool_choice`."""
    refusal: str | None = None
    """If given, stands in `message.refusal`, and `content` is not sent."""
    tool_call: bool | None = None
    """Whether the content goes into a tool call. None: if the request forces one and the server honours that."""
    fenced: bool = False
    """Puts the content between ```` ```json ```` and ```` ``` ````."""
    reasoning: str | None = None
    """What the model thought before, in `message.reasoning_content`; its tokens count as output, and towards the limit."""
    in_reasoning: bool = False
    """Puts the content into `message.reasoning_content`, and nothing into `message.content`."""
    choices: int = 1
    """How many times the choice is there; 0: none."""
    usage: Usage | Mapping[str, Any] | Literal["count"] | None = "count"
    """`count`: tokens by the rule of `FakeServer`. A `Usage`: these, also in what the server counts. A mapping is sent as it is, None
    sends none; of both the server's own count goes by the rule."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Further members of the completion, such as `service_tier`; they replace those of the same name."""
    latency: float = 0.0
    """Seconds between the request and the first byte of the answer."""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    error: Mapping[str, Any] | None = None
    """The error object, sent in the shape that the server's errors have."""
    body: bytes | None = None
    """Sent as it is, instead of a completion or an error."""
    delivery: Delivery = WHOLE

    @property
    def is_completion(self) -> bool:
        """True if the answer is a completion, whose tokens are counted."""
        return self.body is None and self.error is None


ANSWER = Reply()
"""What the request asks for, at once."""


JSON = {"content-type": "application/json"}


@dataclass(frozen=True, slots=True)
class WireAnswer:
    """What goes over the wire, how, and what it costs."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: JSON)
    delivery: Delivery = WHOLE
    latency: float = 0.0
    """Seconds before the first byte."""
    usage: Usage | None = None
    """None if the answer is no completion."""


def json_answer(status: int, value: Any) -> WireAnswer:
    """A value as JSON."""
    return WireAnswer(status, json.dumps(value, ensure_ascii=False).encode())
