"""What a publisher says of its own article: that it was corrected. Such a sentence is no news, and the figure in it is the wrong one."""

from __future__ import annotations

import re

_OPENS = re.compile(r"\W{0,3}(?:correction|corrected|clarification|editor[’']s note)\b\s*(?:[:–—(-]|\d)", re.IGNORECASE)
_OF_ITSELF = re.compile(
    r"\b(?:this|an earlier|a previous|the original|the first)\s(?:article|story|version|report|post|headline|item)\b.{0,120}?"
    r"\b(?:correct\w*|amend\w*|clarif\w+|mis\w+|wrong\w*|incorrect\w*|in error|said|gave|stated|put)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_correction(sentence: str) -> bool:
    """True for a sentence in which an article says what it, or an earlier version of it, got wrong."""
    return bool(_OPENS.match(sentence) or _OF_ITSELF.search(sentence[:400]))


def correction_range(text: str) -> tuple[int, int] | None:
    """The first paragraph in which an article says so: half-open code-point range, None if there is none."""
    for match in re.finditer(r"[^\n]+", text):
        paragraph = match.group()
        if is_correction(paragraph.strip()):
            start = match.start() + len(paragraph) - len(paragraph.lstrip())
            return start, match.end() - (len(paragraph) - len(paragraph.rstrip()))
    return None
