"""The words of a text that carry what it says."""

from __future__ import annotations

import re

from summarize.languages.figures import figures

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry what it says, cut to their first letters so that forms of a word agree."""
    small = figures("en").small
    return frozenset(
        word if any(map(str.isdigit, word)) else word[:6]
        for word in (found.group().casefold().replace(",", "") for found in _WORD.finditer(text))
        if word not in small
    )
