"""What a sentence seems to say and does not: it denies it, somebody does, or nobody knows."""

from __future__ import annotations

import re
from typing import Final

from summarize.languages.stories import headlines

_OF_CLAUSES: Final = re.compile(r"[,;:–—]")


def is_unsaid(sentence: str, start: int, end: int) -> bool:
    """True if the words of a sentence from `start` to `end`, indices of its characters, are denied or in doubt, as rows `unsaid` of `headlines.toml` tell."""
    before = _OF_CLAUSES.split(sentence[:start])[-1]
    parts = {"clause": before + sentence[start:end], "behind": sentence[end:], "sentence": sentence}
    return any(row.pattern.search(parts[row.where]) for row in headlines("en").unsaid)
