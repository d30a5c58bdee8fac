"""The settings that change what a model is asked: written into recordings, and taken up again by a replay."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.engines.model import local
from summarize.engines.model.recordings import Replay
from summarize.settings import Settings


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a request depends on beside article, prompt, schema and model."""

    answer_tokens: int
    window: int
    language: str | None

    def written(self) -> str:
        """As a recording carries it."""
        return f"answer_tokens={self.answer_tokens} window={self.window} language={self.language or '-'}"


_WRITTEN = re.compile(r"answer_tokens=(\d+) window=(\d+) language=(\S+)")


def chosen(settings: Settings, replay: Replay | None, *, is_local: bool) -> Chosen:
    """What the settings choose; a model file has limits of its own, and a replay takes from its recordings what the user leaves as it is."""
    plain = Settings()
    asked = Chosen(settings.answer_tokens, settings.window, settings.language)
    if is_local:
        return Chosen(
            min(settings.answer_tokens, local.ANSWER_TOKENS), min(settings.window, local.WINDOW), settings.language
        )
    recorded = _recorded(replay) if replay is not None else None
    if recorded is None:
        return asked
    return Chosen(
        recorded.answer_tokens if settings.answer_tokens == plain.answer_tokens else settings.answer_tokens,
        recorded.window if settings.window == plain.window else settings.window,
        settings.language or recorded.language,
    )


def _recorded(replay: Replay) -> Chosen | None:
    """The settings that all recordings of a folder share; None if they differ or say nothing."""
    written = {text for one in replay.recordings.values() if (text := one.made_with.get("settings"))}
    match = _WRITTEN.fullmatch(written.pop()) if len(written) == 1 else None
    if match is None:
        return None
    return Chosen(int(match[1]), int(match[2]), None if match[3] == "-" else match[3])
