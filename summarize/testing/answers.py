"""What goes back to a client."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from summarize.card import Usage
from summarize.testing.replies import WHOLE, Delivery

JSON = {"content-type": "application/json"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes over the wire, how, and what it costs."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: JSON)
    delivery: Delivery = WHOLE
    latency: float = 0.0
    """Seconds before the first byte."""
    usage: Usage | None = None
    """None if the answer is no completion."""


def json_answer(status: int, value: Any) -> Answer:
    """A value as JSON."""
    return Answer(status, json.dumps(value, ensure_ascii=False).encode())
