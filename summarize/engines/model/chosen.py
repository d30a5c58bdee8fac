"""The settings that change what a model is asked: written into recordings, and taken up again by a replay."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from summarize.engines.model import local
from summarize.engines.model.recordings import Replay
from summarize.settings import OPENAI_URL, Effort, Settings
from summarize.settings.providers import entry_at

_EARLIER_TEMPERATURE = 0.0
"""What was always sent before it was a setting, except to models that think: of recordings that say nothing of it, and of model files."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a request depends on beside article, prompt, schema and model."""

    answer_tokens: int
    window: int
    language: str | None
    temperature: float | None = None
    """None: none is sent."""
    effort: Effort | None = None
    """None: none is sent."""
    more: Mapping[str, Any] = field(default_factory=dict)
    """What else a request says, by its name on the wire: verbosity, seed, service tier, and what a provider wants besides."""
    trust_counts: bool = True
    """Refuse an answer where the count of input tokens shows that the prompt was cut."""
    caching: str | None = None
    """How the end of the constant part is marked for the provider's cache; None: not at all."""

    @property
    def limit(self) -> int:
        """Tokens that are allowed for thinking and answer together."""
        return self.answer_tokens + room_for(self.effort)

    def written(self) -> str:
        """As a recording carries it. What recordings made before there was a choice were asked with is not said, as it was not then."""
        line = f"answer_tokens={self.answer_tokens} window={self.window} language={self.language or '-'}"
        if self.temperature != _EARLIER_TEMPERATURE:
            line += f" temperature={'-' if self.temperature is None else format(self.temperature, 'g')}"
        if self.effort is not None:
            line += f" effort={self.effort}"
        if self.caching is not None:
            line += f" caching={self.caching}"
        return f"{line} more={json.dumps(self.more, sort_keys=True)}" if self.more else line


_WRITTEN = re.compile(
    r"answer_tokens=(\d+) window=(\d+) language=(\S+)(?: temperature=(\S+))?(?: effort=(none|minimal|low|medium|high|xhigh|max))?"
    r"(?: caching=(\S+))?(?: more=(\{.*\}))?"
)


def chosen_settings(
    settings: Settings, replay: Replay | None, model: str | None, *, is_local: bool, judge: str | None = None
) -> Chosen:
    """What the settings choose; a model file has limits of its own, and a replay takes from its recordings what the user leaves as it is."""
    plain = Settings()
    if is_local:
        # It is served by us, takes a temperature, and is asked for the likeliest answer, so that it is the same each time.
        temperature = _EARLIER_TEMPERATURE if settings.temperature is None else settings.temperature
        return Chosen(
            min(settings.answer_tokens, local.ANSWER_TOKENS),
            min(settings.window, local.WINDOW),
            settings.language,
            temperature,
            settings.effort,
        )
    asked = Chosen(
        settings.answer_tokens,
        settings.window,
        settings.language,
        settings.temperature,
        effort_for(model or "", settings.effort),
        _more(settings),
        settings.trust_counts,
        _caching_mark(settings, model or ""),
    )
    recorded = _recorded_settings(replay, model or "", judge) if replay is not None else None
    if recorded is None:
        return asked
    return Chosen(
        recorded.answer_tokens if settings.answer_tokens == plain.answer_tokens else settings.answer_tokens,
        recorded.window if settings.window == plain.window else settings.window,
        settings.language or recorded.language,
        recorded.temperature if settings.temperature is None else settings.temperature,
        settings.effort or recorded.effort,
        {**recorded.more, **asked.more},
        settings.trust_counts,
        recorded.caching,
    )


def for_model(asked: Chosen, settings: Settings, model: str) -> Chosen:
    """The same once the model's name is known, where the endpoint told it."""
    return replace(asked, effort=effort_for(model, settings.effort), caching=_caching_mark(settings, model))


def _more(settings: Settings) -> dict[str, Any]:
    own = {"verbosity": settings.verbosity, "seed": settings.seed, "service_tier": settings.service_tier}
    return {**{name: value for name, value in own.items() if value is not None}, **settings.body}


def _caching_mark(settings: Settings, model: str) -> str | None:
    """How the end of the constant part is marked: as the settings say, else as is known of the endpoint."""
    known = settings.caching
    if known is None:
        known = entry_at(settings.base_url or OPENAI_URL)[1].get("caching", {})
    return next((mark for name, mark in known.items() if fnmatchcase(model, name)), None)


def _recorded_settings(replay: Replay, model: str, judge: str | None) -> Chosen | None:
    """The settings that all recordings of a model share; None if they differ or say nothing."""
    written = {text for one in replay.asked_of(judge) if (text := one.made_with.get("settings"))}
    match = _WRITTEN.fullmatch(written.pop()) if len(written) == 1 else None
    if match is None:
        return None
    temperature: float | None = None
    if match[4] is None:
        temperature = None if thinks(model) else _EARLIER_TEMPERATURE
    elif match[4] != "-":
        temperature = float(match[4])
    effort: Effort | None = match[5]  # type: ignore[assignment] # the pattern takes no other
    language = None if match[3] == "-" else match[3]
    more = json.loads(match[7]) if match[7] else {}
    return Chosen(int(match[1]), int(match[2]), language, temperature, effort, more, caching=match[6])


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
