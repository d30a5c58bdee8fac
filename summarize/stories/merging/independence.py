"""How many of a story's accounts are independent of each other."""

from __future__ import annotations

from collections.abc import Iterable


def independent(accounts: Iterable[tuple[str, str]]) -> int:
    """The most accounts of which no two share their outlet or whose word they print.

    So one outlet is one source, whatever agencies its pages claim to print, and no page that is added can make others count less.
    """
    voices: dict[str, set[str]] = {}
    for outlet, voice in accounts:
        voices.setdefault(outlet, set()).add(voice)
    taken: dict[str, str] = {}
    return sum(_places(outlet, voices, taken) for outlet in voices)


def _places(first: str, voices: dict[str, set[str]], taken: dict[str, str]) -> bool:
    """Give an outlet a voice of its own, by moving others where that frees one (an augmenting path of a matching, breadth first)."""
    came_from: dict[str, tuple[str, str | None]] = {}
    waiting: list[tuple[str, str | None]] = [(first, None)]
    for outlet, through in waiting:
        for voice in sorted(voices[outlet] - came_from.keys()):
            came_from[voice] = (outlet, through)
            if voice in taken:
                waiting.append((taken[voice], voice))
                continue
            end: str | None = voice
            while end is not None:
                taken[end], end = came_from[end]
            return True
    return False
