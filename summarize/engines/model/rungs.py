"""The ways in which an endpoint can be asked for an answer in the schema, the surest first."""

from __future__ import annotations

from typing import Literal

Rung = Literal["schema", "plain-schema", "tool", "json", "prompt"]
RUNGS: tuple[Rung, ...] = ("schema", "plain-schema", "tool", "json", "prompt")
MEANING: dict[Rung, str] = {
    "schema": "a strict JSON schema",
    "plain-schema": "a JSON schema in a small dialect, not strict",
    "tool": "a forced tool call",
    "json": "JSON of any form, with the schema in the prompt",
    "prompt": "the schema in the prompt alone",
}
