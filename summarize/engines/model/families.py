"""What is known of families of models by their names: which of them think before they answer, and with how much room."""

from __future__ import annotations

import re

from summarize.settings import Effort

DEFAULT_EFFORT: Effort = "low"
"""Choosing among numbered findings takes little thought; what thought there is costs output tokens."""

# OpenAI's models that think, under their own names and as gateways call them ("openai/gpt-6-luna"). The chat variants do not.
_THINKS = re.compile(r"(?:.*/)?(?:gpt-(?:[5-9]|[1-9]\d)|o[134])(?:\.\d+)?(?![\w.]*chat)(?:-(?!chat)[\w.]+)*")
_ROOM: dict[Effort, int] = {
    "none": 0,
    "minimal": 1_000,
    "low": 4_000,
    "medium": 8_000,
    "high": 16_000,
    "xhigh": 32_000,
    "max": 64_000,
}


def thinks(model: str) -> bool:
    """True of a model known to think before it answers: it takes an effort, `max_completion_tokens`, and no temperature."""
    return _THINKS.fullmatch(model) is not None


def effort_for(model: str, asked: Effort | None) -> Effort | None:
    """The effort that a model is asked with: the user's, else `low` of a model known to take one, else none at all."""
    return asked or (DEFAULT_EFFORT if thinks(model) else None)


def room_for(effort: Effort | None) -> int:
    """Tokens that thinking with an effort may take beside the answer itself: endpoints count both against one limit."""
    return _ROOM[effort] if effort is not None else 0
