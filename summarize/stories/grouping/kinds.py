"""What kinds of event an account opens with, in whatever words: a blaze and flames are a fire."""

from __future__ import annotations

import re
from typing import Final

from summarize.languages.stories import grouping

_ROWS: Final = grouping("en").kind
_WORDS: Final = tuple((row.name, re.compile(rf"(?i)\b(?:{row.words})\b")) for row in _ROWS)
RARE: Final = frozenset(row.name for row in _ROWS if row.rare)
"""Kinds of which hardly two of a day are under one name."""
APART: Final = frozenset(row.name for row in _ROWS if row.apart)
"""Kinds an account of which is of no other kind's event."""


def kinds_of(opening: str) -> frozenset[str]:
    """The kinds of event that the opening of an account has words for."""
    return frozenset(name for name, words in _WORDS if words.search(opening))
