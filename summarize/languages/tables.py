"""The tables of `languages/`: read once, and checked as they are read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).parent
ANY_LANGUAGE: Final = "*"


@dataclass(frozen=True, slots=True)
class Inset:
    """Words of attribution that stand inside quotation marks in a language."""

    language: str
    pattern: re.Pattern[str]
    example: str
    counter_example: str


@cache
def insets() -> tuple[Inset, ...]:
    """The rows of `insets.toml`."""
    return tuple(
        Inset(row["language"], re.compile(row["pattern"]), row["example"], row["counter_example"])
        for row in _read("insets.toml")["inset"]
    )


@cache
def insets_of(language: str | None) -> tuple[re.Pattern[str], ...]:
    """The patterns that hold for a language; those of every language if it is not known."""
    return tuple(inset.pattern for inset in insets() if inset.language in {ANY_LANGUAGE, language})


@cache
def abbreviations(language: str | None) -> frozenset[str]:
    """Short forms of a language that end in a stop, in lower case and without it; empty where none are listed."""
    return frozenset(str(_read("abbreviations.toml").get(language or "", "")).split())


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))
